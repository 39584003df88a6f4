package desktop

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/compare"
	"nianbao/model/desk"
	"nianbao/model/reportfile"
	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// versionsHost is what takes a version up again.
type versionsHost interface{ reshowForm() }

// versions are the older states of the open draft (历史版本).
type versions struct {
	*office
	host versionsHost
}

// askVersions shows the versions of the open draft (历史版本).
func (v *versions) askVersions(f workpiece) { v.list(f, 0) }

// list shows the versions, with the focus on one of them; on the newest for 0.
func (v *versions) list(f workpiece, chosen uint64) {
	f.gather()
	v.Background(func() func() {
		err := f.Desk().Flush()
		var all []store.Version
		if err == nil {
			all, err = v.drafts.Versions(f.Desk().ID())
		}
		return func() {
			if err != nil {
				v.fail(failure.LoadingDraft(), err)
				return
			}
			v.versionsDialog(f, all, chosen)
		}
	})
}

func (v *versions) versionsDialog(f workpiece, all []store.Version, chosen uint64) {
	if len(all) == 0 {
		v.Tell(textVersions, textNoVersions)
		return
	}
	var lines []fyne.CanvasObject
	for _, one := range all {
		lines = append(lines, dialog.Line(textMoment(one.Time, v.now()), textVersionLine(one), func() { v.askVersion(f, one) }))
	}
	m := v.Show(textVersions, dialog.TextClose, widgets.Plain, "", widgets.NewParagraph(textVersionsAdvice, widgets.SizeNote, widgets.ColorSecond), dialog.List(lines))
	m.Confirm = m.Close
	at := max(slices.IndexFunc(all, func(one store.Version) bool { return one.Seq == chosen }), 0)
	v.Window.Canvas().Focus(lines[at].(*widgets.ListRow))
}

// askVersion shows what differs between a version and the draft, and takes the
// version up again.
func (v *versions) askVersion(f workpiece, one store.Version) {
	now := f.Desk().Snapshot()
	v.Background(func() func() {
		body, err := v.drafts.LoadVersion(f.Desk().ID(), one.Seq)
		if err != nil {
			return func() { v.fail(failure.LoadingDraft(), err) }
		}
		old, err := reportfile.Read(body)
		if err != nil {
			return func() { v.fail(failure.LoadingDraft(), err) }
		}
		changes := compare.Reports(old, now)
		return func() { v.versionDialog(f, one, old, changes) }
	})
}

func (v *versions) versionDialog(f workpiece, one store.Version, old *model.Report, changes compare.Comparison) {
	name := v.Entry(one.Name)
	name.SetPlaceHolder(textVersionNameHint)
	var lines []fyne.CanvasObject
	for _, text := range textChanges(changes) {
		lines = append(lines, container.New(widgets.NewInset(10, 5, 10, 5), widgets.NewParagraph(text, widgets.SizeBody, theme.ColorNameForeground)))
	}
	if len(lines) == 0 {
		lines = append(lines, container.New(widgets.NewInset(10, 5, 10, 5), widgets.NewParagraph(textNoChanges, widgets.SizeBody, widgets.ColorSecond)))
	}
	keep := widgets.NewButton(textKeepName, widgets.Plain, func() {
		name.Gather()
		v.Background(func() func() {
			err := v.drafts.NameVersion(f.Desk().ID(), one.Seq, name.Text)
			return func() {
				if err != nil {
					v.fail(failure.ChangingDrafts(), err)
					return
				}
				v.list(f, one.Seq)
			}
		})
	})
	m := v.Show(textVersionTitle(one.Time), textRestore, widgets.Primary, dialog.TextCancel,
		widgets.NewParagraph(textCompareAdvice, widgets.SizeNote, widgets.ColorSecond), dialog.List(lines),
		container.New(&widgets.Row{Gap: 8, Wide: 0}, name, keep))
	m.Dropped = func() { v.list(f, one.Seq) } // back to the list
	m.Confirm = func() {
		m.Hide()
		v.restoreVersion(f.Desk(), old)
	}
}

// restoreVersion makes an older state the draft's present one, as one edit that Undo
// takes back. The state before is kept as a version too.
func (v *versions) restoreVersion(d *desk.Desk, old *model.Report) {
	v.Background(func() func() {
		err := d.Keep(store.ReasonBefore)
		return func() {
			if err != nil {
				v.fail(failure.ChangingDrafts(), err)
				return
			}
			final := d.Final()
			d.Reopen()
			d.Adopt(old, store.ReasonRestored)
			if final {
				v.host.reshowForm()
			}
		}
	})
}
