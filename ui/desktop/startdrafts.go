package desktop

import (
	"bytes"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/reportfile"
	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// What else can be done with a draft of the start page.

// askMore offers what else can be done with a draft, at a place of the window.
func (s *startPage) askMore(d store.Summary, at fyne.Position) {
	menu := fyne.NewMenu("",
		fyne.NewMenuItem(textOpen, func() { s.host.openDraft(d.ID) }),
		fyne.NewMenuItem(textCarryThis, func() { s.parts.carrier.carryDraft(d) }),
		fyne.NewMenuItem(textRename, func() { s.askRename(d) }),
		fyne.NewMenuItem(textDuplicate, func() { s.duplicate(d) }),
		fyne.NewMenuItem(textDelete, func() { s.askTrash(d) }),
	)
	widget.ShowPopUpMenuAtPosition(menu, s.Window.Canvas(), at)
}

// askRename gives a draft a name to tell it from others of the same unit and
// year.
func (s *startPage) askRename(d store.Summary) {
	name := s.Entry(d.Label)
	name.SetPlaceHolder(textRenameHint)
	m := s.Show(textRename, textKeepName, widgets.Primary, dialog.TextCancel,
		widgets.NewParagraph(textYearOf(d), widgets.SizeBody, theme.ColorNameForeground), name)
	m.Confirm = func() {
		name.Gather()
		m.Close()
		s.change(d.ID, func(r *model.Report) { r.Label = strings.TrimSpace(name.Text) }, s.drafts.Save)
	}
	s.Window.Canvas().Focus(name)
}

// duplicate makes a draft of its own of a copy.
func (s *startPage) duplicate(d store.Summary) {
	s.change(d.ID, func(r *model.Report) {
		r.Label = strings.TrimSpace(r.Label + textCopy)
		r.Final = nil
	}, func(_ store.ID, sum store.Summary, body []byte) error {
		_, err := s.drafts.Create(sum, body)
		return err
	})
}

// change loads a draft, changes it and hands it to keep.
func (s *startPage) change(id store.ID, change func(*model.Report), keep func(store.ID, store.Summary, []byte) error) {
	s.Background(func() func() {
		err := func() error {
			body, _, err := s.drafts.LoadBest(id)
			if err != nil {
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
			return keep(id, desk.Summarise(r, s.now()), body)
		}()
		return func() {
			if err != nil {
				s.fail(failure.ChangingDrafts(), err)
			}
			s.load()
		}
	})
}

func (s *startPage) askTrash(d store.Summary) {
	s.Ask(dialog.Question{
		Title: textDeleteAsk, Body: textDeleteBody(d.Agency, d.Year), Yes: textDelete, Rank: widgets.Danger,
		Do: func() {
			s.Background(func() func() {
				err := s.drafts.Trash(d.ID)
				return func() {
					if err != nil {
						s.fail(failure.ChangingDrafts(), err)
					}
					s.load()
				}
			})
		},
	})
}

// sample opens a copy of the sample as a draft: the one that is there, if nobody
// has changed it.
func (s *startPage) sample() {
	r, err := reportfile.Read(s.Sample)
	if err != nil {
		s.fail(failure.Something(), err)
		return
	}
	r.Label = textSampleLabel
	body, err := reportfile.Write(r)
	if err != nil {
		s.fail(failure.Something(), err)
		return
	}
	drafts := slices.Clone(s.known)
	s.Background(func() func() {
		for _, d := range drafts {
			if d.Label != textSampleLabel {
				continue
			}
			if kept, err := s.drafts.Load(d.ID); err == nil && bytes.Equal(kept, body) {
				return func() { s.host.openDraft(d.ID) }
			}
		}
		return func() { s.host.createDraft(r, body) }
	})
}
