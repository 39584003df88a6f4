package pages

import (
	"strings"

	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/ui/desktop/dialog"
)

// offerTable asks, after a table was pasted into prose, whether it is to go into the
// table of the form that it is like. Until then it stands in the text, its columns
// parted by blanks.
func (p *Prose) offerTable(pasted string) {
	if !strings.Contains(pasted, "\t") {
		return
	}
	section, cells := tableLike(p.Desk().Report(), pasted)
	if cells == 0 {
		return
	}
	p.Dialogs().Ask(dialog.Question{
		Title: textTablePasted, Body: textTablePastedBody(section.Title, cells), Yes: textTableInto, No: textTableStays,
		Do: func() {
			p.Undo()
			p.FillTable(section.ID, pasted)
		},
	})
}

// tableLike is the table of the form of which a text has the most cells, and how many.
func tableLike(r *model.Report, text string) (like model.Section, cells int) {
	for _, s := range r.Edition().Sections {
		if s.Table == nil {
			continue
		}
		if got, ok := intake.Paste(r, s.ID, text); ok && len(got.Report.Cells) > cells {
			like, cells = s, len(got.Report.Cells)
		}
	}
	return like, cells
}
