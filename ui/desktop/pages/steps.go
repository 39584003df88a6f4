package pages

import (
	"slices"

	"nianbao/ui/desktop/widgets"
)

// cellRows are the cells of each row of a table that has any, left to right: the way
// that the caret goes.
type cellRows [][]*cell

// order lists the cells as they are read.
func (g cellRows) order() []*cell { return slices.Concat(g...) }

// find tells where a cell stands in rows.
func (g cellRows) find(c *cell) (row, at int) {
	for y, cells := range g {
		for x, other := range cells {
			if other == c {
				return y, x
			}
		}
	}
	return -1, -1
}

// Step finds the cell to type into that lies in a direction from c; nil when
// there is none. Up and down keep to the place on the screen, since the parts
// of a table may have different columns.
func (g cellRows) Step(c *cell, d widgets.Direction) *cell {
	y, x := g.find(c)
	switch d {
	case widgets.StepLeft, widgets.StepRight:
		for x += sign(d == widgets.StepRight); x >= 0 && x < len(g[y]); x += sign(d == widgets.StepRight) {
			if g[y][x].Entry != nil {
				return g[y][x]
			}
		}
		return nil
	case widgets.StepUp, widgets.StepDown:
		for y += sign(d == widgets.StepDown); y >= 0 && y < len(g); y += sign(d == widgets.StepDown) {
			if other := g.below(y, c); other != nil {
				return other
			}
		}
		return nil
	case widgets.StepEnter:
		if down := g.Step(c, widgets.StepDown); down != nil {
			return down
		}
		top := c
		for up := g.Step(top, widgets.StepUp); up != nil; up = g.Step(top, widgets.StepUp) {
			top = up
		}
		return g.Step(top, widgets.StepRight)
	default:
		return g.edgeFrom(c, d)
	}
}

// edgeFrom goes on in a direction until the table ends.
func (g cellRows) edgeFrom(c *cell, d widgets.Direction) *cell {
	way := map[widgets.Direction]widgets.Direction{widgets.StepTop: widgets.StepUp, widgets.StepBottom: widgets.StepDown, widgets.StepFirst: widgets.StepLeft, widgets.StepLast: widgets.StepRight}[d]
	at := c
	for next := g.Step(at, way); next != nil; next = g.Step(at, way) {
		at = next
	}
	return at
}

func sign(forward bool) int {
	if forward {
		return 1
	}
	return -1
}

// below is the cell to type into of a row that covers the middle of c.
func (g cellRows) below(y int, c *cell) *cell {
	middle := c.Position().X + c.Size().Width/2
	for _, other := range g[y] {
		left := other.Position().X
		if other.Entry != nil && middle >= left && middle < left+other.Size().Width {
			return other
		}
	}
	return nil
}
