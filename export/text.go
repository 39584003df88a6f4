package export

import (
	"strings"

	"nianbao/model"
)

// writeText writes the report as plain text: paragraphs on lines of their own,
// tables with a tab between cells, merged cells once and blank after.
func writeText(r *model.Report, _ Options) (Result, error) {
	var b strings.Builder
	for _, line := range r.TitleLines() {
		b.WriteString(line + "\n")
	}
	b.WriteString("\n")
	for _, s := range r.Edition().Sections {
		if s.Titled() {
			b.WriteString("\n" + s.Title + "\n\n")
		}
		if s.Table != nil {
			textTable(&b, r, s.Table)
			continue
		}
		textProse(&b, r, s.ID)
	}
	for _, line := range []string{r.Signature.Agency, model.DateInWords(r.Signature.Date)} {
		if line != "" {
			b.WriteString("\n" + line + "\n")
		}
	}
	return Result{Data: []byte(b.String())}, nil
}

func textProse(b *strings.Builder, r *model.Report, id model.SectionID) {
	headings := r.Headings(id)
	for i, block := range r.Narrative[id] {
		if headings[i] != "" {
			b.WriteString(r.Expand(headings[i]) + "\n")
		}
		for _, p := range block.Paragraphs() {
			b.WriteString(r.Expand(p) + "\n")
		}
	}
}

func textTable(b *strings.Builder, r *model.Report, t *model.Table) {
	g := t.Grid()
	for _, row := range g.Rows {
		fields := make([]string, g.Columns)
		for _, c := range row.Cells {
			if c.Role == model.RoleValue {
				fields[c.Column] = r.Value(c.Cell.Address)
			} else {
				fields[c.Column] = c.Text
			}
		}
		b.WriteString(strings.Join(fields, "\t") + "\n")
	}
}
