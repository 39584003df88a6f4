package pages

import (
	"cmp"

	"fyne.io/fyne/v2"

	"nianbao/model/check"
)

// Position is a place on a page: a field in reading order, and characters of it as
// the field shows them. The page itself, above all its fields, is field -1.
type Position struct{ Field, Start, End int }

// Whole is the page itself.
func Whole() Position { return Position{Field: -1} }

// Compare orders positions as they are read: negative for a before b.
func (a Position) Compare(b Position) int {
	return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// Placed is a page with fields, which findings are about.
type Placed interface {
	// At is where a finding of the page leads to; the page itself for one without a
	// place.
	At(check.Finding) Position
	// Here is where the caret stands, or what is selected; the page itself for none.
	Here() Position
}

// At belongs to Placed. A block has two fields, its sub-heading and its text.
func (p *Prose) At(f check.Finding) Position {
	if f.Place == nil || f.Place.Block >= len(p.Cards) {
		return Whole()
	}
	at := Position{2 * f.Place.Block, f.Place.Start, f.Place.End}
	if f.Place.Heading {
		return at
	}
	r := p.Desk().Report()
	e, text := r.Edition(), ""
	if blocks := r.Narrative[p.section]; f.Place.Block < len(blocks) {
		text = blocks[f.Place.Block].Text
	}
	return Position{at.Field + 1, e.ShownAt(text, at.Start), e.ShownAt(text, at.End)}
}

// Here belongs to Placed.
func (p *Prose) Here() Position {
	for i, c := range p.Cards {
		if c.Heading != nil && c.Heading.HasFocus() {
			start, end := c.Heading.Selection()
			return Position{2 * i, start, end}
		}
		if c.Text.HasFocus() {
			start, end := c.Text.Selection()
			return Position{2*i + 1, start, end}
		}
	}
	return Whole()
}

// At belongs to Placed. A field is a cell.
func (p *Table) At(f check.Finding) Position {
	if c := p.cellOf(f); c != nil {
		return p.positionOf(c)
	}
	return Whole()
}

// Here belongs to Placed.
func (p *Table) Here() Position {
	if p.current == nil {
		return Whole()
	}
	return p.positionOf(p.current)
}

// Field is the cell with the caret, or that had it last; nil for none.
func (p *Table) Field() fyne.Focusable {
	if p.last == nil {
		return nil
	}
	return p.last.Entry
}

func (p *Table) positionOf(wanted *cell) Position {
	for i, c := range p.Grid.order() {
		if c == wanted {
			return Position{Field: i}
		}
	}
	return Whole()
}

// cellOf is the first cell of a finding that can be typed into; nil for none.
func (p *Table) cellOf(f check.Finding) *cell {
	for _, a := range f.Cells {
		if c := p.Grid.Cells[a]; c != nil && c.Entry != nil {
			return c
		}
	}
	return nil
}

// At belongs to Placed.
func (p *Particulars) At(f check.Finding) Position {
	for i, e := range p.fields() {
		if e == p.fieldOf(f) {
			return Position{Field: i}
		}
	}
	return Whole()
}

// Here belongs to Placed.
func (p *Particulars) Here() Position {
	for i, e := range p.fields() {
		if e.HasFocus() {
			return Position{Field: i}
		}
	}
	return Whole()
}
