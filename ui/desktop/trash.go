package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// trash has the drafts that were deleted (回收站).
type trash struct {
	*office
	changed func() // told when a draft came back or went for good
}

// askTrashed lists the trash (回收站).
func (t *trash) askTrashed() {
	t.Background(func() func() {
		all, err := t.drafts.Trashed()
		return func() {
			if err != nil {
				t.fail(failure.LoadingDraft(), err)
				return
			}
			t.trashDialog(all)
		}
	})
}

func (t *trash) trashDialog(all []store.Trashed) {
	if len(all) == 0 {
		t.Tell(textTrash, textTrashEmpty)
		return
	}
	var lines []fyne.CanvasObject
	for _, one := range all {
		lines = append(lines, dialog.Line(textMoment(one.DeletedAt, t.now()), textYearOf(one.Summary), func() { t.askTrashedDraft(one) }))
	}
	m := t.Show(textTrash, dialog.TextClose, widgets.Plain, "", widgets.NewParagraph(textTrashAdvice, widgets.SizeNote, widgets.ColorSecond), dialog.List(lines))
	m.Confirm = m.Close
	t.Window.Canvas().Focus(lines[0].(*widgets.ListRow))
}

func (t *trash) askTrashedDraft(one store.Trashed) {
	after := func(do func() error) func() {
		return func() {
			t.Background(func() func() {
				err := do()
				return func() {
					if err != nil {
						t.fail(failure.ChangingDrafts(), err)
					}
					t.changed()
				}
			})
		}
	}
	purge := widgets.NewButton(textPurge, widgets.Danger, func() {
		t.Ask(dialog.Question{
			Title: textPurge, Body: textPurgeBody(one.Summary, len(t.drafts.Backups())), Yes: textPurge, Rank: widgets.Danger,
			Do: after(func() error { return t.drafts.Purge(one.ID) }),
		})
	})
	m := t.Show(textYearOf(one.Summary), textUntrash, widgets.Primary, dialog.TextCancel,
		widgets.NewParagraph(textTrashedBody(one), widgets.SizeBody, theme.ColorNameForeground),
		container.New(&widgets.Row{Gap: 8, Wide: 1}, purge, widgets.Gap(1, 1)))
	m.Confirm = func() {
		m.Close()
		after(func() error { return t.drafts.Untrash(one.ID) })()
	}
}
