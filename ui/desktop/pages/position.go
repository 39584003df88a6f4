package pages

import (
	"cmp"

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
