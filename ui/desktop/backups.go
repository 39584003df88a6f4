package desktop

import (
	"errors"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// backupsHost is what shows the drafts that came back.
type backupsHost interface {
	leaveForm(then func())
	showStart()
}

// backups are the copies of the whole store (备份与恢复).
type backups struct {
	*office
	host backupsHost
}

// askBackups lists the backups (备份与恢复).
func (k *backups) askBackups() {
	k.Background(func() func() {
		all := k.drafts.Backups()
		return func() { k.backupsDialog(all) }
	})
}

func (k *backups) backupsDialog(all []store.Backup) {
	var lines []fyne.CanvasObject
	for _, b := range all {
		lines = append(lines, dialog.Line(textMoment(b.Time, k.now()), textSize(b.Size), func() { k.askBackup(b) }))
	}
	if len(lines) == 0 {
		lines = append(lines, container.New(widgets.NewInset(10, 5, 10, 5), widgets.NewParagraph(textNoBackups, widgets.SizeBody, widgets.ColorSecond)))
	}
	elsewhere := container.New(widgets.Wrapping{Gap: 8},
		widgets.NewButton(textBackupElsewhere, widgets.Plain, k.askElsewhere),
		widgets.NewButton(textBackupFromFile, widgets.Plain, k.askFromFile))
	m := k.Show(textBackups, textBackupNow, widgets.Primary, dialog.TextClose,
		widgets.NewParagraph(textBackupsAdvice(k.Dir), widgets.SizeNote, widgets.ColorSecond), dialog.List(lines),
		widgets.NewParagraph(textSameDisk, widgets.SizeNote, theme.ColorNameForeground), elsewhere)
	m.Confirm = func() {
		k.Background(func() func() {
			_, err := k.drafts.Backup()
			return func() {
				if err != nil {
					k.fail(failure.BackingUp(), err)
					return
				}
				k.askBackups()
			}
		})
	}
}

// copyFolderKey is the setting that remembers the folder of the last backup that
// was saved elsewhere.
const copyFolderKey = "backup-folder"

// fromCopyFolder asks for something in that folder; without one, or when it is gone,
// as a stick is, in the user's own.
func (k *backups) fromCopyFolder(ask func(dir string)) {
	k.Background(func() func() {
		dir, _ := k.drafts.Setting(copyFolderKey) // nothing remembered
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			dir, _ = os.UserHomeDir() // none: the chooser begins where the program is
		}
		return func() { ask(dir) }
	})
}

// askElsewhere saves a backup in a folder of the user's choice, best on a stick: one
// on the same disk does not survive the disk.
func (k *backups) askElsewhere() {
	k.fromCopyFolder(func(dir string) {
		k.Choose(textElsewhere, textSaveHere, dir, nil, func(dir string) {
			path := filepath.Join(dir, textBackupFile(k.now()))
			k.Background(func() func() {
				err := k.drafts.BackupTo(path)
				return func() {
					if err != nil {
						k.Tell(textElsewhere, textCopyFailed(path, err))
						return
					}
					k.remember(copyFolderKey, dir)
					k.Tell(textElsewhere, textCopied(path))
				}
			})
		})
	})
}

// askFromFile shows what is in a backup that lies elsewhere.
func (k *backups) askFromFile() {
	k.fromCopyFolder(func(dir string) {
		k.Choose(textFromFile, textOpen, dir, []string{backupEnding}, func(path string) {
			k.Background(func() func() {
				info, err := os.Stat(path)
				if err != nil {
					return func() { k.fail(failure.Opening(path), err) }
				}
				return func() { k.askBackup(store.Backup{Path: path, Time: info.ModTime(), Size: info.Size()}) }
			})
		})
	})
}

// acknowledge ends the telling of salvages that were shown.
func (k *backups) acknowledge(shown []*store.Salvage) {
	k.Background(func() func() {
		err := k.drafts.Acknowledge(shown)
		return func() {
			if err != nil {
				k.fail(failure.ChangingDrafts(), err)
			}
		}
	})
}

// askBackup shows the drafts in a backup: to have one back, or all.
func (k *backups) askBackup(b store.Backup) {
	k.Background(func() func() {
		s, err := store.OpenBackup(b.Path)
		if err != nil {
			return func() { k.fail(failure.Opening(b.Path), err) }
		}
		list, err := s.List()
		if err = errors.Join(err, s.Close()); err != nil {
			return func() { k.fail(failure.Opening(b.Path), err) }
		}
		return func() { k.backupDialog(b, list) }
	})
}

func (k *backups) backupDialog(b store.Backup, list []store.Summary) {
	var lines []fyne.CanvasObject
	for _, d := range list {
		lines = append(lines, dialog.Line(textMoment(d.Updated, k.now()), textYearOf(d), func() { k.askRestoreDraft(b, d) }))
	}
	m := k.Show(textBackupOf(b.Time), textRestoreAll, widgets.Danger, dialog.TextCancel, widgets.NewParagraph(textBackupAdvice, widgets.SizeNote, widgets.ColorSecond), dialog.List(lines))
	m.Confirm = func() {
		k.Ask(dialog.Question{
			Title: textRestoreAll, Body: textRestoreAllBody(b.Time), Yes: textRestore, Rank: widgets.Danger,
			Do: func() { k.restore(func() error { return k.drafts.RestoreAll(b.Path) }) },
		})
	}
}

func (k *backups) askRestoreDraft(b store.Backup, d store.Summary) {
	k.Ask(dialog.Question{
		Title: textRestoreDraft, Body: textRestoreDraftBody(d), Yes: textRestore,
		Do: func() {
			k.restore(func() error {
				s, err := store.OpenBackup(b.Path)
				if err != nil {
					return err
				}
				return errors.Join(k.drafts.RestoreFrom(s, d.ID), s.Close())
			})
		},
	})
}

// restore leaves the form, which would save over what comes back, and shows the
// list.
func (k *backups) restore(do func() error) {
	k.host.leaveForm(func() {
		k.Background(func() func() {
			err := do()
			return func() {
				k.host.showStart()
				if err != nil {
					k.fail(failure.ChangingDrafts(), err)
					return
				}
				k.Tell(textRestored, textRestoredBody)
			}
		})
	})
}

// backupIfDue makes a backup beside whatever the user is doing.
func (k *backups) backupIfDue() {
	k.Background(func() func() {
		err := k.drafts.BackupIfDue()
		return func() {
			if err != nil && !errors.Is(err, store.ErrNewer) {
				k.Tell(textWelcome, failure.BackingUp().Words(err))
			}
		}
	})
}
