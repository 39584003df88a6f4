package intake

import (
	"strings"

	"nianbao/model"
	"nianbao/model/han"
	"nianbao/model/intake/plain"
)

// Paste reads a table that was copied from Word, WPS, a sheet or a page, as text:
// its numbers for the cells of one table of a report, told by their labels. It
// is false for numbers without labels, whose place only the user knows.
//
// The result's report holds nothing but those cells; r stays as it is.
func Paste(r *model.Report, table model.SectionID, text string) (*Result, bool) {
	doc, err := plain.Read([]byte(text))
	if err != nil {
		return nil, false
	}
	blank, err := model.New(r.Year, r.Agency)
	if err != nil {
		return nil, false
	}
	x := newRecogniser(doc, Options{})
	x.report = blank
	x.outline.first, x.outline.end = len(doc.Lines), len(doc.Lines)
	for _, f := range forms() {
		if f.id() == table {
			x.forms = append(x.forms, f)
		}
	}
	x.lookIn(between(0, len(doc.Lines)), table, map[model.SectionID]bool{})
	x.result.Report, x.result.Edition = x.report, x.report.Edition()
	labelled := false
	for _, l := range x.result.Lines {
		labelled = labelled || l.Fate == FateLabel || l.Fate == FateCells && hasWording(l.Text)
	}
	return x.result, labelled && x.result.Tables > 0
}

// hasWording reports whether a row has anything but values.
func hasWording(text string) bool {
	label, _ := peel(text)
	return label != ""
}

// BlockLine is a line of a block of cells, as Excel copies it.
type BlockLine struct {
	Label  string // in front of the values; empty for none
	Row    string // of the table, that the label is of; empty for none
	Values []string
}

// Block takes a block of cells apart that may have been selected with the labels in
// front of it. What stands behind the first value of a line is a value, whatever it
// is.
func Block(e *model.Edition, table model.SectionID, text string) []BlockLine {
	var all []BlockLine
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		fields := strings.Split(line, "\t")
		if len(fields) > 2 && ordinalNumber(fields[0]) > 0 && isLabel(fields[1]) {
			fields = fields[1:] // 序号
		}
		n := 0
		for n < len(fields) && isLabel(fields[n]) {
			n++
		}
		l := BlockLine{Values: fields[n:]}
		for i, v := range l.Values {
			l.Values[i] = strings.TrimSpace(v)
		}
		if n > 0 {
			l.Label = strings.TrimSpace(fields[n-1])
			l.Row = rowCalled(e, table, l.Label)
		}
		all = append(all, l)
	}
	return all
}

// isLabel tells a label from a value: words of Chinese, of two characters at least.
func isLabel(field string) bool {
	_, _, rest := enumerator(strings.TrimSpace(field))
	words := []rune(letters(rest))
	return len(words) > 1 && han.IsIdeograph(words[0])
}

// shortLabel is how much of a label tells which one it is: 部分公开 for 部分公开
// （区分处理的，只计这一情形，不计其他情形）.
const shortLabel = 4

// rowCalled is the row of a table with a label, or the only one whose label begins
// with that; empty for none.
func rowCalled(e *model.Edition, table model.SectionID, label string) string {
	wanted := wordingOf(label)
	found := ""
	for _, c := range e.Cells() {
		if c.Address.Table() != string(table) || len(c.RowLabels) == 0 {
			continue
		}
		own := wordingOf(c.RowLabels[len(c.RowLabels)-1])
		switch {
		case string(own.stem) == string(wanted.stem):
			return c.Address.Row()
		case len(wanted.stem) < shortLabel || !strings.HasPrefix(string(own.stem), string(wanted.stem)) || found == c.Address.Row():
		case found != "":
			return "" // two rows begin so
		default:
			found = c.Address.Row()
		}
	}
	return found
}
