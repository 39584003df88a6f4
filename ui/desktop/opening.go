package desktop

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// askMissing offers what can be done about a store that has vanished.
func (p *program) askMissing(missing *store.MissingError) {
	again := func(do func() error) func() {
		return func() {
			p.Background(func() func() {
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
	q := dialog.Question{Title: textNoStore, Body: failure.OpeningDrafts().Words(missing), No: textMenuQuit}
	if len(missing.Backups) > 0 {
		q.Yes = textRestoreLast
		q.Do = again(func() error { return firstSound(missing.Backups, p.Restore) })
	} else {
		q.Yes, q.Rank = textFresh, widgets.Danger
		q.Do = again(p.Forget)
	}
	p.Ask(q)
	p.endOnClose()
}

// begin opens the store and shows the start page.
func (p *program) begin() {
	p.fill(textProgram, container.NewCenter(newParagraphLine(textOpening)))
	p.Background(func() func() {
		drafts, err := p.Open()
		if err != nil {
			return func() { p.noStore(err) }
		}
		words, crash := welcome(drafts)
		salvages, again := salvagesOf(drafts)
		words = append(words, again...)
		chosen, note := readSettings(drafts), takeCrash(p.Dir)
		drafts.OnNotice(func(words []string) {
			p.Post(func() {
				if p.form == nil && p.start != nil {
					p.start.load() // what was lost stands there no longer
				}
				p.Tell(textWelcome, strings.Join(words, "\n\n"))
			})
		})
		return func() {
			p.drafts, p.looks.settings = drafts, chosen
			p.looks.apply()
			p.listen()
			p.showStart()
			p.start.tell(crash, note)
			p.tellOpening(words, salvages)
			p.backups.backupIfDue()
			if p.File != "" {
				p.opener.takeIn(p.File)
			}
		}
	})
}

// firstSound restores the newest backup that is sound.
func firstSound(all []store.Backup, restore func(path string) error) (err error) {
	for _, b := range all {
		if err = restore(b.Path); !errors.Is(err, store.ErrBackup) {
			return err
		}
	}
	return err
}

// salvagesOf are the salvages nobody has acknowledged, and what is said about those
// before this opening, which tells of its own.
func salvagesOf(drafts Drafts) (all []*store.Salvage, words []string) {
	all, err := drafts.Salvages()
	if err != nil {
		return nil, []string{failure.LoadingDraft().Words(err)}
	}
	earlier := all
	if drafts.Opening().Salvage != nil && len(all) > 0 {
		earlier = all[:len(all)-1]
	}
	for _, s := range earlier {
		words = append(words, s.WordsAgain()...)
	}
	return all, words
}

// tellOpening says what there was to know about the store. What a salvage could not
// bring back is told again at the next start until it is acknowledged.
func (p *program) tellOpening(words []string, salvages []*store.Salvage) {
	q := dialog.Question{Title: textWelcome, Body: strings.Join(words, "\n\n")}
	switch {
	case len(words) == 0:
		return
	case len(salvages) > 0:
		q.Yes, q.No = textAcknowledge, textTellAgain
		q.Do = func() { p.backups.acknowledge(salvages) }
	}
	p.Ask(q)
}

// welcome is what there is to say about a store that was opened: what happened
// to it, and what the window before this one left behind.
func welcome(drafts Drafts) (words []string, crash *store.Crash) {
	words = drafts.Opening().Words()
	if drafts.Opening().ReadOnly {
		return words, nil
	}
	crash, err := drafts.Begin()
	if err != nil {
		words = append(words, failure.OpeningDrafts().Words(err))
	}
	return words, crash
}

// noStore says why there are no drafts to be had, and tries again on demand.
func (p *program) noStore(err error) {
	p.fill(textProgram, container.NewCenter(widgets.Gap(1, 1)))
	var missing *store.MissingError
	if errors.As(err, &missing) {
		p.askMissing(missing)
		return
	}
	p.leaveToFirst(err, func(done bool) {
		if done {
			p.close()
			return
		}
		p.Ask(dialog.Question{Title: textNoStore, Body: failure.OpeningDrafts().Words(err) + "\n\n" + textDraftFolder(p.Dir), Yes: textRetry, No: textMenuQuit, Do: p.begin})
		p.endOnClose()
	})
}

// endOnClose has the program end when the open dialog is closed unanswered.
func (p *program) endOnClose() {
	m := p.Modal
	closed, confirmed := m.Closed, m.Confirm
	m.Closed = func() { closed(); p.close() }
	m.Confirm = func() { m.Closed = closed; confirmed() }
}

// newParagraphLine is one line of second rank.
func newParagraphLine(text string) fyne.CanvasObject {
	return widgets.Label(text, "text", widgets.ColorSecond)
}
