package web

import (
	"fmt"
	"unicode"

	"nianbao/export/outline"
)

// Fragment is the report for the editor of a portal: no head, no style sheet, no
// classes, as these go in all of them. What remains was tried in TinyMCE,
// wangEditor, KindEditor and UEditor:
//
//   - Borders are told both ways: TinyMCE drops the style, wangEditor the attribute.
//   - wangEditor drops a caption, and KindEditor leaves its text between the rows.
//     The title of the section stands before the table.
//   - Paragraphs begin with two blanks of full width: TinyMCE drops the indentation
//     of a style, and with both a paragraph would be indented twice elsewhere.
//   - Vertical writing goes with the style: one character stands on each line.
//
// A draft says so in its first line.
func Fragment(report *outline.Document, draft bool) []byte {
	w := &writer{}
	if draft {
		w.element("p", draftLine, "style", centred)
	}
	for _, line := range report.Title {
		w.open("p", "style", centred)
		w.open("strong")
		w.text(line)
		w.WriteString("</strong>")
		w.close("p")
	}
	for _, b := range report.Blocks {
		switch b.Kind {
		case outline.Grid:
			w.plainTable(b.Table)
		case outline.Heading:
			w.element(fmt.Sprintf("h%d", b.Level+1), b.Text)
		case outline.Paragraph:
			w.element("p", indent+b.Text)
		case outline.Picture: // no report has one
		}
	}
	for _, line := range []string{report.Signature.Agency, report.Signature.Date} {
		if line != "" {
			w.element("p", line, "style", "text-align:right")
		}
	}
	return []byte(w.String())
}

// characters parts a text into its characters; a mark stays with the one before it.
func characters(text string) []string {
	var all []string
	for _, r := range text {
		if n := len(all); n > 0 && unicode.IsPunct(r) {
			all[n-1] += string(r)
		} else {
			all = append(all, string(r))
		}
	}
	return all
}

const (
	indent  = "\u3000\u3000"
	centred = "text-align:center"
	edge    = "border:1px solid #000;padding:4px;"
)

// plainTable is a table that keeps its shape whatever an editor drops.
func (w *writer) plainTable(t *outline.Table) {
	w.open("table", "border", "1", "cellspacing", "0", "style", "border-collapse:collapse;width:100%;border:1px solid #000")
	w.open("tbody")
	w.WriteString("\n")
	for _, row := range t.Rows {
		w.open("tr")
		for _, c := range row.Cells {
			style := edge + centred
			if !c.Centred {
				style = edge + "text-align:left"
			}
			name := "th"
			if c.Role == outline.Figure {
				name = "td"
			} else {
				style += ";font-weight:normal"
			}
			w.open(name, "scope", scope(t.Scope(c)), "rowspan", span(c.RowSpan), "colspan", span(c.ColSpan), "style", style)
			if c.Vertical {
				c.Parts = characters(c.Text)
			}
			w.wording(c)
			w.WriteString("</" + name + ">")
		}
		w.close("tr")
	}
	w.WriteString("</tbody>")
	w.close("table")
}
