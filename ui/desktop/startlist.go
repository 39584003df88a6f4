package desktop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/reportfile"
	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// draftLines shows the drafts of the start page, a line each, with what can be done
// with one.
type draftLines struct {
	*office
	open    func(store.ID)
	carrier *carrier
	changed func() // told when the list is no longer what is shown
}

// table is the list of some drafts; first is the line of the first of them.
func (l *draftLines) table(drafts []store.Summary) (list fyne.CanvasObject, first *widgets.ListRow) {
	var heads []fyne.CanvasObject
	for _, text := range []string{textAgencyHead, textYearHead, textFilledHead, textCheckHead, textSavedHead, ""} {
		heads = append(heads, widgets.Label(text, widgets.SizeNote, widgets.ColorSecond))
	}
	lines := []fyne.CanvasObject{container.New(widgets.NewInset(widgets.RowSide, 9, widgets.RowSide, 9), container.New(columns{}, heads...))}
	for i, d := range drafts {
		line := l.row(d)
		if i == 0 {
			first = line
		}
		lines = append(lines, widgets.Hairline(), line)
	}
	back := widgets.Ground(widgets.ColorPanel)
	back.CornerRadius, back.StrokeWidth, back.StrokeColor = 8, 1, widgets.Ink(widgets.ColorLine)
	return container.New(widgets.InsetAll(1), back, container.New(&widgets.Stack{}, lines...)), first
}

func (l *draftLines) row(d store.Summary) *widgets.ListRow {
	ink := theme.ColorNameForeground
	if d.Damaged {
		ink = theme.ColorNameError
	}
	name := widgets.NewParagraph(textAgencyOf(d), widgets.SizeBody, ink)
	name.Bold = !d.Damaged
	about := container.New(&widgets.Stack{Gap: 2}, name, widgets.NewParagraph(textAboutDraft(d), widgets.SizeNote, widgets.ColorSecond))
	var progress fyne.CanvasObject = widgets.NewGauge(d.Filled)
	if d.State == store.StateFinal {
		progress = container.New(&widgets.Row{Gap: 5, Wide: -1}, widgets.Picture(widgets.DoneSign(), 13), widgets.Label(textFinalState, widgets.SizeSmall, theme.ColorNameSuccess))
	}
	var line *widgets.ListRow
	more := widgets.NewIconButton(widgets.MoreSign(), func() { l.askMore(d, line.End()) })
	content := container.New(columns{}, about,
		widgets.Label(textYear(d.Year), widgets.SizeBody, theme.ColorNameForeground),
		progress, checkCounts(d),
		widgets.Label(textMoment(d.Updated, l.now()), widgets.SizeBody, widgets.ColorSecond), more)
	line = widgets.NewListRow(content, func() { l.open(d.ID) }, func() { l.askTrash(d) })
	line.More = func(at fyne.Position) { l.askMore(d, at) }
	return line
}

// checkCounts shows how many errors and hints a draft has.
func checkCounts(d store.Summary) *fyne.Container {
	checks := container.New(widgets.Wrapping{Gap: 6})
	count := func(sign fyne.Resource, text string, color fyne.ThemeColorName) {
		checks.Add(container.New(&widgets.Row{Gap: 6, Wide: -1}, widgets.Picture(sign, 13), widgets.Label(text, widgets.SizeSmall, color)))
	}
	if d.Errors > 0 {
		count(widgets.ErrorSign(), pages.TextErrors(d.Errors), theme.ColorNameError)
	}
	if d.Warnings > 0 {
		count(widgets.HintSign(), pages.TextHints(d.Warnings), widgets.ColorHint)
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

// askMore offers what else can be done with a draft, at a place of the window.
func (l *draftLines) askMore(d store.Summary, at fyne.Position) {
	menu := fyne.NewMenu("",
		fyne.NewMenuItem(textOpen, func() { l.open(d.ID) }),
		fyne.NewMenuItem(textCarryThis, func() { l.carrier.carryDraft(d) }),
		fyne.NewMenuItem(textRename, func() { l.askRename(d) }),
		fyne.NewMenuItem(textDuplicate, func() { l.duplicate(d) }),
		fyne.NewMenuItem(textDelete, func() { l.askTrash(d) }),
	)
	widget.ShowPopUpMenuAtPosition(menu, l.Window.Canvas(), at)
}

// askRename gives a draft a name to tell it from others of the same unit and
// year.
func (l *draftLines) askRename(d store.Summary) {
	name := l.Entry(d.Label)
	name.SetPlaceHolder(textRenameHint)
	m := l.Show(textRename, textKeepName, widgets.Primary, dialog.TextCancel,
		widgets.NewParagraph(textYearOf(d), widgets.SizeBody, theme.ColorNameForeground), name)
	m.Confirm = func() {
		name.Gather()
		m.Close()
		l.change(d.ID, func(r *model.Report) { r.Label = strings.TrimSpace(name.Text) }, l.drafts.Save)
	}
	l.Window.Canvas().Focus(name)
}

// duplicate makes a draft of its own of a copy.
func (l *draftLines) duplicate(d store.Summary) {
	l.change(d.ID, func(r *model.Report) {
		r.Label = strings.TrimSpace(r.Label + textCopy)
		r.Final = nil
	}, func(_ store.ID, sum store.Summary, body []byte) error {
		_, err := l.drafts.Create(sum, body)
		return err
	})
}

// change loads a draft, changes it and hands it to keep.
func (l *draftLines) change(id store.ID, change func(*model.Report), keep func(store.ID, store.Summary, []byte) error) {
	l.Background(func() func() {
		var older *store.Version
		err := func() error {
			body, taken, err := l.drafts.LoadBest(id)
			if older = taken; err != nil {
				return err
			}
			r, err := reportfile.Read(body)
			if err != nil {
				return err
			}
			change(r)
			if body, err = reportfile.Write(r); err != nil {
				return err
			}
			return keep(id, desk.Summarise(r, l.now()), body)
		}()
		return func() {
			if err != nil {
				l.fail(failure.ChangingDrafts(), err)
			} else {
				l.tellOlder(older)
			}
			l.changed()
		}
	})
}

func (l *draftLines) askTrash(d store.Summary) {
	l.Ask(dialog.Question{
		Title: textDeleteAsk, Body: textDeleteBody(d), Yes: textDelete, Rank: widgets.Danger,
		Do: func() {
			l.Background(func() func() {
				err := l.drafts.Trash(d.ID)
				return func() {
					if err != nil {
						l.fail(failure.ChangingDrafts(), err)
					}
					l.changed()
				}
			})
		},
	})
}
