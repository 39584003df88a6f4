package model

import (
	"strings"
	"unicode/utf8"
)

// Piece is a stretch of prose: plain text or a linked number.
type Piece struct {
	Text  string // as it prints
	Typed string // as the report keeps it
	Cell  *Cell  // whose value is printed; nil for plain text
}

// pieces takes prose apart. {address} is a linked number, whose Text is left
// open; {{ is a literal brace. A name in braces that is no address stays as it
// is: whoever typed it meant text.
func (e *Edition) pieces(text string) []Piece {
	var all []Piece
	add := func(text, typed string, cell *Cell) {
		if typed != "" {
			all = append(all, Piece{text, typed, cell})
		}
	}
	for {
		before, after, found := strings.Cut(text, "{")
		add(before, before, nil)
		if !found {
			return all
		}
		if rest, literal := strings.CutPrefix(after, "{"); literal {
			add("{", "{{", nil)
			text = rest
			continue
		}
		name, rest, closed := strings.Cut(after, "}")
		cell, known := e.Cell(Address(name))
		if !closed || !known {
			add("{", "{", nil)
			text = after
			continue
		}
		add("", "{"+name+"}", &cell)
		text = rest
	}
}

// Pieces takes prose apart where what prints differs from what is kept.
func (r *Report) Pieces(text string) []Piece {
	all := r.Edition().pieces(text)
	for i, p := range all {
		if p.Cell == nil {
			continue
		}
		if all[i].Text = r.Value(p.Cell.Address); all[i].Text == "" {
			all[i].Text = unfilled
		}
	}
	return all
}

// Expand is prose as it prints: each linked number is the value of its cell, so
// that prose and table cannot disagree.
func (r *Report) Expand(text string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	var b strings.Builder
	for _, p := range r.Pieces(text) {
		b.WriteString(p.Text)
	}
	return b.String()
}

// The brackets that a linked number is typed and shown in.
const (
	linkOpen  = "〔"
	linkClose = "〕"
)

// Shown is prose for a field to type into: a linked number as 〔its name〕, a
// literal brace as one.
func (e *Edition) Shown(text string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	var b strings.Builder
	for _, p := range e.pieces(text) {
		b.WriteString(e.shown(p))
	}
	return b.String()
}

func (e *Edition) shown(p Piece) string {
	if p.Cell == nil {
		return p.Text
	}
	return linkOpen + e.LinkName(p.Cell.Address) + linkClose
}

// ShownAt is where a character of the prose as kept stands in Shown; the first
// one of a linked number for any within.
func (e *Edition) ShownAt(text string, at int) int {
	before := 0
	for _, p := range e.pieces(text) {
		long := utf8.RuneCountInString(p.Typed)
		if at < long {
			if p.Cell != nil {
				return before
			}
			return before + min(at, utf8.RuneCountInString(p.Text))
		}
		at -= long
		before += utf8.RuneCountInString(e.shown(p))
	}
	return before
}

// Kept is the reverse of Shown: the prose as a report keeps it. Brackets around
// anything but the name of a number are text: 〔2021〕30号.
func (e *Edition) Kept(shown string) string {
	if !strings.Contains(shown, "{") && !strings.Contains(shown, linkOpen) { // both are quick
		return shown
	}
	var b strings.Builder
	plain := func(s string) { b.WriteString(strings.ReplaceAll(s, "{", "{{")) }
	for {
		before, after, found := strings.Cut(shown, linkOpen)
		plain(before)
		if !found {
			return b.String()
		}
		name, rest, closed := strings.Cut(after, linkClose)
		address, known := e.links().cells[name]
		if !closed || !known {
			b.WriteString(linkOpen)
			shown = after
			continue
		}
		b.WriteString("{" + string(address) + "}")
		shown = rest
	}
}

// LinkName is the short name of a cell, different from every other's:
// 本年新收·总计.
func (e *Edition) LinkName(a Address) string { return e.links().names[a] }

// links are the short names of an edition's cells, both ways.
type links struct {
	cells map[string]Address
	names map[Address]string
}

// nameLinks gives every cell its short name: the last words of its row and its
// column, and those before them only where two cells would be called the same.
func nameLinks(cells []Cell) links {
	l := links{map[string]Address{}, map[Address]string{}}
	longest := 0
	for _, c := range cells {
		longest = max(longest, len(c.RowLabels), len(c.ColumnLabels))
	}
	for words := 1; words <= longest+1 && len(l.cells) < len(cells); words++ {
		names := map[string][]Address{}
		for _, c := range cells {
			if l.names[c.Address] == "" {
				name := shortName(c, words)
				names[name] = append(names[name], c.Address)
			}
		}
		for name, sharing := range names {
			if _, taken := l.cells[name]; !taken && len(sharing) == 1 {
				l.cells[name], l.names[sharing[0]] = sharing[0], name
			}
		}
	}
	return l
}

// shortName joins the last words of the labels of a cell's row, and of its
// column, each cut down to what it is about.
func shortName(c Cell, words int) string {
	last := func(labels []string, n int) (all []string) {
		for _, l := range labels[max(0, len(labels)-n):] {
			all = append(all, gist(l))
		}
		return all
	}
	columns := words
	if len(c.RowLabels) > 0 {
		columns = 1
	}
	if len(c.RowLabels) == 0 {
		columns = max(columns, 2) // 复议后起诉·总计
	}
	return strings.Join(append(last(c.RowLabels, words), last(c.ColumnLabels, columns)...), "·")
}

// gist is a label without its number, its brackets and what every row says.
func gist(label string) string {
	if strings.HasPrefix(label, "（") {
		_, label, _ = strings.Cut(label, "）")
	}
	if number, rest, ok := strings.Cut(label, "、"); ok && utf8.RuneCountInString(number) == 1 {
		label = rest
	}
	if number, rest, ok := strings.Cut(label, "."); ok && digits(number) {
		label = rest
	}
	label, _, _ = strings.Cut(label, "（")
	label, _, _ = strings.Cut(label, "、")
	return strings.TrimSuffix(label, "政府信息公开申请数量")
}
