package model

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How numbers get into a report and out of it.

// MaxUnread is how many characters of what is no value a cell keeps.
const MaxUnread = 1000

// Set writes one cell; empty input makes it 未填. The input is normalised
// first. A total that a file stated and that depends on the cell is forgotten:
// it spoke of the old number. The error is a *ValueError, *AddressError or
// *TotalError, and then nothing has changed.
func (r *Report) Set(a Address, input string) error {
	e := r.Edition()
	cell, ok := e.Cell(a)
	if !ok {
		return &AddressError{Address: a, Edition: e.ID}
	}
	if cell.Total() {
		return &TotalError{Address: a, Name: cell.Name()}
	}
	value, err := normaliseCell(cell, input)
	if err != nil {
		return err
	}
	_, unread := r.Unread[a]
	delete(r.Unread, a)
	delete(r.ZeroFilled, a)
	if value == r.Cells[a] && !unread {
		return nil
	}
	if value == "" {
		delete(r.Cells, a)
	} else {
		r.Cells[a] = value
	}
	r.forgetTotals(a)
	return nil
}

// forgetTotals forgets the stated totals that depend on a cell.
func (r *Report) forgetTotals(a Address) {
	for _, t := range r.Edition().TotalsOf(a) {
		delete(r.Stated, t)
		delete(r.Unread, t)
	}
}

// Enter is Set for what somebody typed: input that is no value of the cell's kind,
// “/” or “两件”, is kept in Unread as it was written, beside the *ValueError. It
// counts nowhere, the rules speak of it, and paper shows it. More than MaxUnread
// characters are refused with ReasonTooMuch: the cell stays as it is.
func (r *Report) Enter(a Address, input string) error {
	err := r.Set(a, input)
	var bad *ValueError
	if errors.As(err, &bad) && !r.keep(a, input) {
		bad.Reason = ReasonTooMuch
	}
	return err
}

// keep keeps what is no value.
func (r *Report) keep(a Address, written string) (kept bool) {
	if utf8.RuneCountInString(written) > MaxUnread {
		return false
	}
	delete(r.Cells, a)
	delete(r.Stated, a)
	delete(r.ZeroFilled, a)
	r.forgetTotals(a)
	r.Unread[a] = strings.ToValidUTF8(written, string(unicode.ReplacementChar))
	return true
}

// Take writes a cell as a file has it, a stated total too. What is no value, and
// what stands in a cell that only another edition has, is kept in Unread as it is
// written. Totals are to be taken after the cells that they add. The error is an
// *AddressError for a cell of no edition, or a *ValueError for more text than a cell
// keeps; then nothing has changed.
func (r *Report) Take(a Address, written string) error {
	e := r.Edition()
	cell, own := e.Cell(a)
	if !own && !slices.ContainsFunc(editions(), func(e *Edition) bool { _, has := e.Cell(a); return has }) {
		return &AddressError{Address: a, Edition: e.ID}
	}
	var err error
	switch {
	case own && cell.Total():
		err = r.State(a, written)
	case own:
		err = r.Set(a, written)
	case strings.TrimSpace(written) != "":
		err = &ValueError{Address: a, Name: string(a), Input: written, Reason: ReasonLong}
	}
	if err != nil && r.keep(a, written) {
		return nil
	}
	return err
}

// FillZero fills a blank cell with a 0 that nobody typed, and remembers so. It
// does nothing to a total or a cell that is filled.
func (r *Report) FillZero(a Address) {
	cell, ok := r.Edition().Cell(a)
	if !ok || cell.Total() || r.Written(a) != "" {
		return
	}
	r.Cells[a] = "0"
	r.ZeroFilled[a] = true
}

// State keeps a total that came with a file, for the rules to compare with
// the computed sum. The error is a *ValueError, or an *AddressError for a cell
// that is no total.
func (r *Report) State(a Address, input string) error {
	e := r.Edition()
	cell, found := e.Cell(a)
	if !found || !cell.Total() {
		return &AddressError{Address: a, Edition: e.ID}
	}
	value, err := normaliseCell(cell, input)
	if err != nil {
		return err
	}
	delete(r.Unread, a)
	if value == "" {
		delete(r.Stated, a)
	} else {
		r.Stated[a] = value
	}
	return nil
}

func normaliseCell(cell Cell, input string) (string, error) {
	value, err := Normalise(cell.Kind, input)
	if err != nil {
		bad := err.(*ValueError) //nolint:errorlint // Normalise returns nothing else, unwrapped
		bad.Address, bad.Name = cell.Address, cell.Name()
		return "", bad
	}
	return value, nil
}

// Value is the cell as it prints: what was filled in, or the computed total.
// Empty means 未填; a total is empty while none of its parts is filled. What is no
// value prints as it was written, on one line and no longer than a cell bears.
func (r *Report) Value(a Address) string {
	cell, ok := r.Edition().Cell(a)
	if !ok {
		return ""
	}
	if !cell.Total() {
		if unread, ok := r.Unread[a]; ok {
			return Shortened(unread)
		}
		return r.Cells[a]
	}
	sum, filled := r.sum(cell)
	if !filled {
		return ""
	}
	return strconv.FormatInt(sum, 10)
}

// Written is what somebody wrote into a cell: its value, or what could not be taken
// as one.
func (r *Report) Written(a Address) string {
	if unread, ok := r.Unread[a]; ok {
		return unread
	}
	return r.Cells[a]
}

// Refusal is why what was written into a cell of the form is no value; nil where it
// is one.
func (r *Report) Refusal(a Address) error {
	written, unread := r.Unread[a]
	cell, ok := r.Edition().Cell(a)
	if !unread || !ok {
		return nil
	}
	_, err := normaliseCell(cell, written)
	return err
}

// Shortened is a text on one line, cut to what a line of paper holds.
func Shortened(text string) string {
	const most = 20 // characters
	runes := []rune(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, text))
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return string(runes)
}

// Count is the cell as an integer; a blank or unreadable one counts 0 and is
// not filled.
func (r *Report) Count(a Address) (n int64, filled bool) {
	cell, ok := r.Edition().Cell(a)
	if !ok {
		return 0, false
	}
	if cell.Total() {
		return r.sum(cell)
	}
	n, err := strconv.ParseInt(r.Cells[a], 10, 64)
	return n, err == nil
}

// sum adds the parts of a total; blanks count 0 (rule C05).
func (r *Report) sum(cell Cell) (n int64, filled bool) {
	parts := cell.Across
	if len(parts) == 0 {
		parts = cell.Down
	}
	for _, p := range parts {
		v, ok := r.Count(p)
		n += v
		filled = filled || ok
	}
	return n, filled
}

// Unfilled lists the cells to be filled in that are still blank, in the order
// of the form.
func (r *Report) Unfilled() []Address {
	var blank []Address
	for _, c := range r.Edition().Cells() {
		if !c.Total() && r.Written(c.Address) == "" {
			blank = append(blank, c.Address)
		}
	}
	return blank
}
