package model

import (
	"strings"
	"unicode/utf8"
)

// Piece is a stretch of prose: plain text or a linked number.
type Piece struct {
	Text   string
	Cell   *Cell // whose value is printed; nil for plain text
	Length int   // characters that it takes in the prose as kept
}

// Pieces splits prose as a report keeps it. {address} is a linked number, {{ a
// literal brace. A name in braces that is no address stays as it is: whoever
// typed it meant text.
func (e *Edition) Pieces(text string) []Piece {
	var all []Piece
	var plain strings.Builder
	length := 0
	flush := func() {
		if length > 0 {
			all = append(all, Piece{Text: plain.String(), Length: length})
			plain.Reset()
			length = 0
		}
	}
	add := func(s string, long int) {
		plain.WriteString(s)
		length += long
	}
	for text != "" {
		before, after, found := strings.Cut(text, "{")
		add(before, utf8.RuneCountInString(before))
		if !found {
			break
		}
		if rest, literal := strings.CutPrefix(after, "{"); literal {
			add("{", 2)
			text = rest
			continue
		}
		name, rest, closed := strings.Cut(after, "}")
		cell, known := e.Cell(Address(name))
		if !closed || !known {
			add("{", 1)
			text = after
			continue
		}
		flush()
		all = append(all, Piece{Cell: &cell, Length: len(name) + 2})
		text = rest
	}
	flush()
	return all
}

// Expand is prose as it prints: each linked number is the value of its cell, so
// that prose and table cannot disagree.
func (r *Report) Expand(text string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	var b strings.Builder
	for _, p := range r.Edition().Pieces(text) {
		switch {
		case p.Cell == nil:
			b.WriteString(p.Text)
		case r.Value(p.Cell.Address) == "":
			b.WriteString(unfilled)
		default:
			b.WriteString(r.Value(p.Cell.Address))
		}
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
	for _, p := range e.Pieces(text) {
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

// ShownAt is where a character of the prose as kept stands in Shown.
func (e *Edition) ShownAt(text string, at int) int {
	shown := 0
	for _, p := range e.Pieces(text) {
		long := utf8.RuneCountInString(e.shown(p))
		if at < p.Length {
			if p.Cell != nil {
				return shown
			}
			return shown + e.plainAt(text, at)
		}
		at -= p.Length
		shown += long
		text = string([]rune(text)[p.Length:])
	}
	return shown
}

// plainAt counts the characters shown of the first at characters of plain text.
func (e *Edition) plainAt(text string, at int) int {
	n := 0
	for _, p := range e.Pieces(string([]rune(text)[:at])) {
		n += utf8.RuneCountInString(p.Text)
	}
	return n
}

// Kept is the reverse of Shown: the prose as a report keeps it. Brackets around
// anything but the name of a number are text: 〔2021〕30号.
func (e *Edition) Kept(shown string) string {
	if !strings.ContainsAny(shown, "{"+linkOpen) {
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
		address, known := e.links[name]
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
func (e *Edition) LinkName(a Address) string { return e.linkNames[a] }

// nameLinks gives every cell its short name: the last words of its row and its
// column, and those before them only where two cells would be called the same.
func (e *Edition) nameLinks() {
	e.links, e.linkNames = map[string]Address{}, map[Address]string{}
	longest := 0
	for _, c := range e.cells {
		longest = max(longest, len(c.RowLabels), len(c.ColumnLabels))
	}
	for words := 1; words <= longest+1 && len(e.links) < len(e.cells); words++ {
		names := map[string][]Address{}
		for _, c := range e.cells {
			if e.linkNames[c.Address] == "" {
				name := shortName(c, words)
				names[name] = append(names[name], c.Address)
			}
		}
		for name, sharing := range names {
			if _, taken := e.links[name]; !taken && len(sharing) == 1 {
				e.links[name], e.linkNames[sharing[0]] = sharing[0], name
			}
		}
	}
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
