package export

import (
	"fmt"
	"strings"

	"nianbao/export/outline"
	"nianbao/model"
)

// writeText writes the report as plain text: paragraphs on lines of their own,
// tables with a tab between cells, merged cells once and blank after. Words have no
// 草稿 mark: that the report is unfinished is said beside them.
func writeText(r *model.Report, o Options) (Result, error) {
	report := outline.Of(r, outline.Posting{})
	var b strings.Builder
	for _, line := range report.Title {
		b.WriteString(line + "\n")
	}
	b.WriteString("\n")
	for _, block := range report.Blocks {
		switch {
		case block.Kind == outline.Grid:
			textTable(&b, block.Table)
		case block.Kind == outline.Heading && block.Level == 1:
			b.WriteString("\n" + block.Text + "\n\n")
		default:
			b.WriteString(block.Text + "\n")
		}
	}
	for _, line := range []string{report.Signature.Agency, report.Signature.Date} {
		if line != "" {
			b.WriteString("\n" + line + "\n")
		}
	}
	result := Result{Data: []byte(b.String())}
	if why := Unfinished(r); len(why) > 0 && o.Stamp != StampNever {
		result.Notes = []string{fmt.Sprintf(messageUnmarked, strings.Join(why, "，"))}
	}
	return result, nil
}

func textTable(b *strings.Builder, t *outline.Table) {
	for _, row := range t.Rows {
		fields := make([]string, t.Columns())
		for _, c := range row.Cells {
			fields[c.Column] = c.Text
		}
		b.WriteString(strings.Join(fields, "\t") + "\n")
	}
}
