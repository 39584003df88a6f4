package pdftext

import "math"

// rule is a straight line along the page or down it.
type rule struct {
	at       float64 // its place across its own direction
	from, to float64
	upright  bool
	dot      bool // as wide as long: a piece of a line either way
}

// path is the current path (8.5.2).
type path struct {
	pieces []polygon
}

// polygon is one piece of a path, in the sheet's points.
type polygon struct {
	points []point
	closed bool
	curved bool
}

const (
	maxPoints = 10_000 // of a path; a longer one is a drawing
	thin      = 4      // points: what is thicker is no line
	slant     = 1      // how far from straight a line may be
)

func (x *machine) pathOperator(w word, operands array) {
	p := &x.path
	switch w {
	case "m":
		n := numbers(operands, 2)
		p.pieces = append(p.pieces, polygon{points: []point{x.state.matrix.point(n[0], n[1])}})
	case "l":
		n := numbers(operands, 2)
		p.add(x.state.matrix.point(n[0], n[1]), false)
	case "c", "v", "y":
		n := numbers(operands, 2)
		p.add(x.state.matrix.point(n[0], n[1]), true)
	case "h":
		p.close()
	case "re":
		n := numbers(operands, 4)
		left, top, right, bottom := n[0], n[1], n[0]+n[2], n[1]+n[3]
		m := x.state.matrix
		p.pieces = append(p.pieces, polygon{closed: true, points: []point{
			m.point(left, top), m.point(right, top), m.point(right, bottom), m.point(left, bottom),
		}})
	case "s", "b", "b*":
		p.close()
		x.stroke()
		p.pieces = nil
	case "S", "B", "B*":
		x.stroke()
		p.pieces = nil
	case "f", "F", "f*":
		x.fill()
		p.pieces = nil
	case "n":
		p.pieces = nil
	}
	if len(p.pieces) > maxPoints {
		p.pieces = p.pieces[:maxPoints]
	}
}

func (p *path) add(to point, curved bool) {
	if n := len(p.pieces); n > 0 && len(p.pieces[n-1].points) < maxPoints {
		piece := &p.pieces[n-1]
		piece.points = append(piece.points, to)
		piece.curved = piece.curved || curved
	}
}

func (p *path) close() {
	if n := len(p.pieces); n > 0 {
		p.pieces[n-1].closed = true
	}
}

// stroke strokes the path (8.5.3.2).
func (x *machine) stroke() {
	for _, piece := range x.path.pieces {
		if piece.curved {
			x.sheet.drawn++
			continue
		}
		points := piece.points
		for i := 1; i < len(points); i++ {
			x.rule(points[i-1], points[i])
		}
		if piece.closed && len(points) > 2 {
			x.rule(points[len(points)-1], points[0])
		}
	}
}

// fill fills the path (8.5.3.3): a line, if it is thin enough.
func (x *machine) fill() {
	for _, piece := range x.path.pieces {
		if piece.curved {
			x.sheet.drawn++
			continue
		}
		low, high := piece.points[0], piece.points[0]
		for _, p := range piece.points {
			low = point{min(low.x, p.x), min(low.y, p.y)}
			high = point{max(high.x, p.x), max(high.y, p.y)}
		}
		if r, ok := newBar(low, high); ok {
			x.add(r)
		}
	}
}

// rule adds a line to the sheet if it runs along the page or down it.
func (x *machine) rule(from, to point) {
	if r, ok := newRule(from, to); ok {
		x.add(r)
	}
}

func (x *machine) add(r rule) {
	if x.file.budget.rule() {
		x.sheet.rules = append(x.sheet.rules, r)
	}
}

// newBar is the line that a filled shape of these corners looks like; false for one that
// is too thick.
func newBar(low, high point) (rule, bool) {
	const square = 1.5 // no side of a dot is so many times the other
	wide, tall := high.x-low.x, high.y-low.y
	middle := point{(low.x + high.x) / 2, (low.y + high.y) / 2}
	var r rule
	ok := false
	switch {
	case tall <= thin && wide > tall:
		r, ok = newRule(point{low.x, middle.y}, point{high.x, middle.y})
	case wide <= thin:
		r, ok = newRule(point{middle.x, low.y}, point{middle.x, high.y})
	}
	r.dot = ok && max(wide, tall) < square*min(wide, tall)
	return r, ok
}

// newRule is a line that runs along the page or down it; false for any other.
func newRule(from, to point) (rule, bool) {
	if !from.onPaper() || !to.onPaper() {
		return rule{}, false
	}
	switch dx, dy := math.Abs(from.x-to.x), math.Abs(from.y-to.y); {
	case dy <= slant && dx > dy:
		return rule{at: (from.y + to.y) / 2, from: min(from.x, to.x), to: max(from.x, to.x)}, true
	case dx <= slant && dy > 0:
		return rule{at: (from.x + to.x) / 2, from: min(from.y, to.y), to: max(from.y, to.y), upright: true}, true
	}
	return rule{}, false
}
