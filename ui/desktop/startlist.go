package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model/desk"
	"nianbao/model/store"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// The drafts of the start page, a line each.

func (s *startPage) table(drafts []store.Summary) fyne.CanvasObject {
	var heads []fyne.CanvasObject
	for _, text := range []string{textAgencyHead, textYearHead, textFilledHead, textCheckHead, textSavedHead, ""} {
		heads = append(heads, widgets.Label(text, widgets.SizeNote, widgets.ColorSecond))
	}
	lines := []fyne.CanvasObject{container.New(widgets.NewInset(widgets.RowSide, 9, widgets.RowSide, 9), container.New(columns{}, heads...))}
	for i, d := range drafts {
		line := s.row(d)
		if i == 0 {
			s.first = line
		}
		lines = append(lines, widgets.Hairline(), line)
	}
	back := widgets.Ground(widgets.ColorPanel)
	back.CornerRadius, back.StrokeWidth, back.StrokeColor = 8, 1, widgets.Ink(widgets.ColorLine)
	return container.New(widgets.InsetAll(1), back, container.New(&widgets.Stack{}, lines...))
}

func (s *startPage) row(d store.Summary) *widgets.ListRow {
	name := widgets.NewParagraph(d.Agency, widgets.SizeBody, theme.ColorNameForeground)
	name.Bold = true
	if d.Damaged {
		name = widgets.NewParagraph(textUnreadable, widgets.SizeBody, theme.ColorNameError)
	}
	about := container.New(&widgets.Stack{Gap: 2}, name, widgets.NewParagraph(textAboutDraft(d), widgets.SizeNote, widgets.ColorSecond))
	var progress fyne.CanvasObject = widgets.NewGauge(d.Filled)
	if d.State == store.StateFinal {
		progress = container.New(&widgets.Row{Gap: 5, Wide: -1}, widgets.Picture(widgets.DoneSign(), 13), widgets.Label(textFinalState, widgets.SizeSmall, theme.ColorNameSuccess))
	}
	var line *widgets.ListRow
	more := widgets.NewIconButton(widgets.MoreSign(), func() { s.askMore(d, line.End()) })
	content := container.New(columns{}, about,
		widgets.Label(textYear(d.Year), widgets.SizeBody, theme.ColorNameForeground),
		progress, checkCounts(d),
		widgets.Label(textMoment(d.Updated, s.now()), widgets.SizeBody, widgets.ColorSecond), more)
	line = widgets.NewListRow(content, func() { s.host.openDraft(d.ID) }, func() { s.askTrash(d) })
	line.More = func(at fyne.Position) { s.askMore(d, at) }
	return line
}

// checkCounts shows how many errors and hints a draft has.
func checkCounts(d store.Summary) *fyne.Container {
	checks := container.New(&widgets.Row{Gap: 6, Wide: -1})
	if d.Errors > 0 {
		checks.Add(widgets.Picture(widgets.ErrorSign(), 13))
		checks.Add(widgets.Label(pages.TextErrors(d.Errors), widgets.SizeSmall, theme.ColorNameError))
	}
	if d.Warnings > 0 {
		checks.Add(widgets.Picture(widgets.HintSign(), 13))
		checks.Add(widgets.Label(pages.TextHints(d.Warnings), widgets.SizeSmall, widgets.ColorHint))
	}
	switch {
	case d.Errors+d.Warnings > 0:
	case d.Filled == 0:
		checks.Add(widgets.Picture(pages.SignOf(desk.Empty), 13))
	case d.Filled < 1:
		checks.Add(widgets.Picture(pages.SignOf(desk.Partly), 13))
	default:
		checks.Add(widgets.Picture(widgets.DoneSign(), 15))
	}
	return checks
}
