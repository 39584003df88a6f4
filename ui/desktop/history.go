package desktop

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model/compare"
	"nianbao/model/desk"
	"nianbao/model/reportfile"
	"nianbao/model/store"
	"nianbao/ui/desktop/widgets"
)

// listHeight is the height of a list in a dialog.
const listHeight = 320

// list is a scrolled list of lines in a dialog.
func (p *program) list(lines []fyne.CanvasObject) fyne.CanvasObject {
	scroll := widgets.NewScroller(&widgets.Stack{Margin: 4}, container.New(&widgets.Stack{}, lines...))
	frame := widgets.Ground(widgets.ColorPanel)
	frame.StrokeColor, frame.StrokeWidth = widgets.Ink(widgets.ColorLine), 1
	return widgets.WithHeight(container.New(widgets.InsetAll(1), frame, scroll.Outer), listHeight)
}

// line is a line of a list that opens something.
func line(left, right string, open func()) *widgets.ListRow {
	content := container.New(&widgets.Row{Gap: 12, Wide: 1},
		container.New(widgets.NewFixedWidth(150), widgets.Label(left, widgets.SizeBody, theme.ColorNameForeground)),
		widgets.NewParagraph(right, widgets.SizeBody, widgets.ColorSecond))
	r := widgets.NewListRow(content, open, func() {})
	r.Side, r.Top = 10, 7
	return r
}

// askVersions shows the versions of the open draft (历史版本).
func (p *program) askVersions(f *form) {
	f.gather()
	p.background(func() func() {
		err := f.d.Flush()
		var all []store.Version
		if err == nil {
			all, err = p.drafts.Versions(f.d.ID())
		}
		return func() {
			if err != nil {
				p.fail(err)
				return
			}
			p.versionsDialog(f, all)
		}
	})
}

func (p *program) versionsDialog(f *form, all []store.Version) {
	if len(all) == 0 {
		p.tell(textVersions, textNoVersions)
		return
	}
	var lines []fyne.CanvasObject
	for _, v := range all {
		lines = append(lines, line(textMoment(v.Time, p.now()), textVersionLine(v), func() { p.askVersion(f, v) }))
	}
	m := p.dialog(textVersions, textClose, widgets.Plain, "", widgets.NewParagraph(textVersionsAdvice, widgets.SizeNote, widgets.ColorSecond), p.list(lines))
	m.confirm = m.close
	p.window.Canvas().Focus(lines[0].(*widgets.ListRow))
}

// askVersion shows what differs between a version and the draft, and takes the
// version up again.
func (p *program) askVersion(f *form, v store.Version) {
	now := f.d.Snapshot()
	p.background(func() func() {
		body, err := p.drafts.LoadVersion(f.d.ID(), v.Seq)
		if err != nil {
			return func() { p.fail(err) }
		}
		old, err := reportfile.Read(body)
		if err != nil {
			return func() { p.fail(err) }
		}
		changes := compare.Reports(old, now)
		return func() { p.versionDialog(f, v, body, changes) }
	})
}

func (p *program) versionDialog(f *form, v store.Version, body []byte, changes compare.Comparison) {
	name := p.dialogEntry(v.Name)
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
		p.background(func() func() {
			err := p.drafts.NameVersion(f.d.ID(), v.Seq, name.Text)
			return func() {
				if err != nil {
					p.fail(err)
					return
				}
				p.askVersions(f)
			}
		})
	})
	m := p.dialog(textVersionTitle(v.Time), textRestore, widgets.Primary, textCancel,
		widgets.NewParagraph(textCompareAdvice, widgets.SizeNote, widgets.ColorSecond), p.list(lines),
		container.New(&widgets.Row{Gap: 8, Wide: 0}, name, keep))
	m.dropped = func() { p.askVersions(f) } // back to the list
	m.confirm = func() {
		m.hide()
		p.restoreVersion(f, body)
	}
}

// restoreVersion makes an older state the draft's present one. The state before
// is kept as a version.
func (p *program) restoreVersion(f *form, body []byte) {
	id := f.d.ID()
	p.leaveForm(func() {
		p.background(func() func() {
			sum, err := desk.SummariseBody(body)
			if err == nil {
				err = p.drafts.Replace(id, sum, body, store.ReasonRestored)
			}
			return func() {
				if err != nil {
					p.fail(err)
				}
				p.openDraft(id)
			}
		})
	})
}

// askBackups lists the backups (备份与恢复).
func (p *program) askBackups() {
	p.background(func() func() {
		all := p.drafts.Backups()
		return func() { p.backupsDialog(all) }
	})
}

func (p *program) backupsDialog(all []store.Backup) {
	var lines []fyne.CanvasObject
	for _, b := range all {
		lines = append(lines, line(textMoment(b.Time, p.now()), textSize(b.Size), func() { p.askBackup(b) }))
	}
	if len(lines) == 0 {
		lines = append(lines, container.New(widgets.NewInset(10, 5, 10, 5), widgets.NewParagraph(textNoBackups, widgets.SizeBody, widgets.ColorSecond)))
	}
	m := p.dialog(textBackups, textBackupNow, widgets.Primary, textClose, widgets.NewParagraph(textBackupsAdvice(p.Dir), widgets.SizeNote, widgets.ColorSecond), p.list(lines))
	m.confirm = func() {
		p.background(func() func() {
			_, err := p.drafts.Backup()
			return func() {
				if err != nil {
					p.fail(err)
					return
				}
				p.askBackups()
			}
		})
	}
}

// askBackup shows the drafts in a backup: to have one back, or all.
func (p *program) askBackup(b store.Backup) {
	p.background(func() func() {
		s, err := store.OpenBackup(b.Path)
		if err != nil {
			return func() { p.fail(err) }
		}
		list, err := s.List()
		if err = errors.Join(err, s.Close()); err != nil {
			return func() { p.fail(err) }
		}
		return func() { p.backupDialog(b, list) }
	})
}

func (p *program) backupDialog(b store.Backup, list []store.Summary) {
	var lines []fyne.CanvasObject
	for _, d := range list {
		lines = append(lines, line(textMoment(d.Updated, p.now()), textYearOf(d), func() { p.askRestoreDraft(b, d) }))
	}
	m := p.dialog(textBackupOf(b.Time), textRestoreAll, widgets.Danger, textCancel, widgets.NewParagraph(textBackupAdvice, widgets.SizeNote, widgets.ColorSecond), p.list(lines))
	m.confirm = func() {
		p.ask(question{
			title: textRestoreAll, body: textRestoreAllBody(b.Time), yes: textRestore, rank: widgets.Danger,
			do: func() { p.restore(func() error { return p.drafts.RestoreAll(b.Path) }) },
		})
	}
}

func (p *program) askRestoreDraft(b store.Backup, d store.Summary) {
	p.ask(question{
		title: textRestoreDraft, body: textRestoreDraftBody(d), yes: textRestore,
		do: func() {
			p.restore(func() error {
				s, err := store.OpenBackup(b.Path)
				if err != nil {
					return err
				}
				return errors.Join(p.drafts.RestoreFrom(s, d.ID), s.Close())
			})
		},
	})
}

// restore leaves the form, which would save over what comes back, and shows the
// list.
func (p *program) restore(do func() error) {
	p.leaveForm(func() {
		p.background(func() func() {
			err := do()
			return func() {
				p.showStart()
				if err != nil {
					p.fail(err)
					return
				}
				p.tell(textRestored, textRestoredBody)
			}
		})
	})
}

// askTrashed lists the trash (回收站).
func (p *program) askTrashed() {
	p.background(func() func() {
		all, err := p.drafts.Trashed()
		return func() {
			if err != nil {
				p.fail(err)
				return
			}
			p.trashDialog(all)
		}
	})
}

func (p *program) trashDialog(all []store.Trashed) {
	if len(all) == 0 {
		p.tell(textTrash, textTrashEmpty)
		return
	}
	var lines []fyne.CanvasObject
	for _, t := range all {
		lines = append(lines, line(textMoment(t.DeletedAt, p.now()), textYearOf(t.Summary), func() { p.askTrashedDraft(t) }))
	}
	m := p.dialog(textTrash, textClose, widgets.Plain, "", widgets.NewParagraph(textTrashAdvice, widgets.SizeNote, widgets.ColorSecond), p.list(lines))
	m.confirm = m.close
	p.window.Canvas().Focus(lines[0].(*widgets.ListRow))
}

func (p *program) askTrashedDraft(t store.Trashed) {
	after := func(do func() error) func() {
		return func() {
			p.background(func() func() {
				err := do()
				return func() {
					if err != nil {
						p.fail(err)
					}
					if p.form == nil {
						p.start.load()
					}
				}
			})
		}
	}
	purge := widgets.NewButton(textPurge, widgets.Danger, func() {
		p.ask(question{
			title: textPurge, body: textPurgeBody(t.Summary, len(p.drafts.Backups())), yes: textPurge, rank: widgets.Danger,
			do: after(func() error { return p.drafts.Purge(t.ID) }),
		})
	})
	m := p.dialog(textYearOf(t.Summary), textUntrash, widgets.Primary, textCancel,
		widgets.NewParagraph(textTrashedBody(t), widgets.SizeBody, theme.ColorNameForeground),
		container.New(&widgets.Row{Gap: 8, Wide: 1}, purge, widgets.Gap(1, 1)))
	m.confirm = func() {
		m.close()
		after(func() error { return p.drafts.Untrash(t.ID) })()
	}
}

// askMissing offers what can be done about a store that has vanished.
func (p *program) askMissing(missing *store.MissingError) {
	again := func(do func() error) func() {
		return func() {
			p.background(func() func() {
				err := do()
				return func() {
					if err != nil {
						p.noStore(err)
						return
					}
					p.begin()
				}
			})
		}
	}
	q := question{title: textNoStore, body: store.Explain(missing), no: textMenuQuit}
	if len(missing.Backups) > 0 {
		q.yes = textRestoreLast
		q.do = again(func() error { return p.Restore(missing.Backups[0].Path) })
	} else {
		q.yes, q.rank = textFresh, widgets.Danger
		q.do = again(p.Forget)
	}
	p.ask(q)
	p.endOnClose()
}
