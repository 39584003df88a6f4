package facts

import "strings"

// Piece is an amount with the words that belong to it: those before it since the
// last amount or mark (、 is none), and those behind it. A clause without an
// amount is one piece.
type Piece struct {
	Span
	Amount        *Amount // nil for words alone
	Before, After string
	First         bool // it begins its clause
}

// Pieces are what the n-th clause consists of. Words between two amounts belong to
// the second, but for those before a 、.
func (t *Text) Pieces(n int) []Piece {
	c := t.Clauses[n]
	var all []Piece
	from := c.from
	for i := t.firstAmount(c.from); i < len(t.Amounts) && t.Amounts[i].from < c.to; i++ {
		a := &t.Amounts[i]
		words := t.words(from, a.from)
		if k := len(all); k > 0 {
			if after, before, listed := strings.Cut(words, "、"); listed {
				all[k-1].After, words = after, before
			}
		}
		all = append(all, Piece{Span: a.Span, Amount: a, Before: strings.TrimPrefix(words, "、"), First: len(all) == 0})
		from = a.to
	}
	rest := t.words(from, c.to)
	if k := len(all); k > 0 {
		all[k-1].After, _, _ = strings.Cut(rest, "、")
		return all
	}
	return []Piece{{Span: c.Span, Before: rest, First: true}}
}

// firstAmount is the place of the first amount that begins at the rune or behind.
func (t *Text) firstAmount(from int) int {
	low, high := 0, len(t.Amounts)
	for low < high {
		if mid := (low + high) / 2; t.Amounts[mid].from < from {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}
