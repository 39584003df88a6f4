// Package desktop is the window. It is the only package that imports Fyne,
// and Run, in the one file built with cgo alone, the only thing in it that
// needs a display: everything else runs in tests without either.
//
// Widgets report what the user wants; the form hands it to the desk; the
// desk's changes come back to the pages. Nothing here writes a report itself.
package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/mainloop"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
	_ "nianbao/ui/language" // before Fyne reads the user's languages
)

// program is the window with what it shows: the start page, the form, or the page
// of an import. Its parts are the files beside this one.
type program struct {
	*office
	menu     *menu
	looks    *looks
	faces    *faces
	exporter *exporter
	versions *versions
	manual   *manual
	beginnings
	start  *startPage      // nil before the first, and on the page of an import
	form   *form           // nil on the start page
	pulse  *mainloop.Pulse // nil without a real window
	leave  func()          // the page that is neither
	deafen func()          // ends listening for another start; nil when nobody listens
}

// fill fills the window.
func (p *program) fill(title string, content fyne.CanvasObject) {
	p.Window.SetTitle(title)
	all := container.NewStack(widgets.Ground("background"), content)
	if p.pulse != nil {
		all.Add(p.pulse.Mark())
	}
	p.Window.SetContent(all)
}

// showCaret shows or hides the caret at a beat, and reports whether there is one.
func (p *program) showCaret(on bool) bool {
	if p.form != nil {
		p.form.keepRested()
	}
	e, ok := p.Window.Canvas().Focused().(interface{ ShowCaret(on bool) })
	if ok {
		e.ShowCaret(on)
	}
	return ok
}

// openDraft loads a draft and shows the form.
func (p *program) openDraft(id store.ID) {
	p.Background(func() func() {
		body, older, err := p.drafts.LoadBest(id)
		at := spotOf(p.drafts, id)
		if err != nil {
			return func() { p.fail(failure.LoadingDraft(), err) }
		}
		return func() {
			d, err := desk.Open(id, body, p.drafts)
			if err != nil {
				p.fail(failure.LoadingDraft(), err)
				return
			}
			p.showForm(d, at)
			p.tellOlder(older)
		}
	})
}

// createDraft keeps a new draft and shows its form.
func (p *program) createDraft(r *model.Report, body []byte) {
	p.Background(func() func() {
		id, err := p.drafts.Create(desk.Summarise(r, p.now()), body)
		if err != nil {
			return func() { p.fail(failure.ChangingDrafts(), err) }
		}
		return func() { p.showForm(desk.New(id, r, p.drafts), spot{}) }
	})
}

func (p *program) showForm(d *desk.Desk, at spot) {
	p.leaveForm(func() {
		p.form = newForm(p.office, p, p.exporter, p.looks, d)
		p.working(d.ID())
		p.raiseForm(at)
		p.findPrevious(d)
		p.tellFaces()
	})
}

// findPrevious gives the rules across years the same agency's report of the year
// before, if there is one. Where it cannot be read, 检查 says so.
func (p *program) findPrevious(d *desk.Desk) {
	agency, year := d.Report().Agency.Name, d.Report().Year
	p.Background(func() func() {
		previous, unread := desk.Previous(p.drafts, agency, year)
		return func() {
			if (previous != nil || unread != nil) && p.form != nil && p.form.d == d {
				d.SetPrevious(previous, unread)
			}
		}
	})
}

// tellFaces tells the rules of the open draft which characters the faces have.
func (p *program) tellFaces() {
	if p.form == nil {
		return
	}
	d := p.form.d
	p.Background(func() func() {
		set, _ := p.faces.Read()
		return func() {
			if set != nil && p.form != nil && p.form.d == d {
				d.SetPrints(set.Has)
			}
		}
	})
}

func (p *program) raiseForm(at spot) {
	p.fill(textWindowTitle(p.form.d.Report()), p.form.outer)
	p.menu.update()
	p.form.start(at)
}

// reshowForm makes the open form anew, in other colours.
func (p *program) reshowForm() {
	at := p.form.spot()
	p.form = newForm(p.office, p, p.exporter, p.looks, p.form.d)
	p.raiseForm(at)
}

// showStart saves and leaves the form, if one is open, for the start page.
func (p *program) showStart() {
	p.leaveForm(func() {
		p.start = newStartPage(p.office, p.beginnings, p)
		p.working(store.ID{})
		p.fill(textProgram, p.start.outer)
		p.menu.update()
		p.start.load()
	})
}

// showCarried shows a report that was begun with last year's.
func (p *program) showCarried(d *desk.Desk) {
	p.showForm(d, spot{})
	p.form.showAccount()
}

// showPage shows a page that is neither the start page nor a form. Esc leaves it.
func (p *program) showPage(title string, content fyne.CanvasObject, leave func()) {
	p.start, p.leave = nil, leave
	p.fill(title, content)
	p.menu.update()
}

// wayBack is the way back to the start page, or to the draft that is open.
func (p *program) wayBack() func() {
	switch {
	case p.form != nil:
		id := p.form.d.ID()
		return func() { p.openDraft(id) }
	case p.start != nil:
		return p.showStart
	}
	return nil
}

// updateMenu greys out what has nothing to act on.
func (p *program) updateMenu() { p.menu.update() }

// latestAgency is whose reports are written here, as far as that is known.
func (p *program) latestAgency() string {
	if p.start == nil {
		return ""
	}
	return p.start.latest
}

// reshow makes what is shown anew, in other colours.
func (p *program) reshow() {
	if p.form != nil {
		p.reshowForm()
	} else if p.start != nil {
		p.showStart()
	}
}

// helpTitles are the chapters about what is on the screen.
func (p *program) helpTitles() []string {
	switch {
	case p.form == nil && p.start == nil:
		return []string{textImport}
	case p.form == nil:
		return []string{textChapterStart}
	}
	return p.form.shown().Chapters()
}

// leaveForm closes the draft that is open, then goes on. When it cannot be
// saved the user decides. Typing goes on while it is being saved: what came
// meanwhile is saved too, and what somebody else has opened meanwhile is left as well.
func (p *program) leaveForm(then func()) {
	if p.form == nil {
		then()
		return
	}
	p.form.settle()
	d, remember := p.form.d, p.form.rememberSpot()
	left := func() {
		p.form = nil
		then()
	}
	p.Background(func() func() {
		err := d.Keep(store.ReasonClosed)
		remember()
		return func() {
			switch {
			case p.form == nil || p.form.d != d:
				p.leaveForm(then)
			case err != nil:
				p.unsaved(err, func() { d.Discard(); left() })
			case d.Status().State != desk.Saved:
				p.leaveForm(then)
			default:
				d.Discard()
				left()
			}
		}
	})
}

// unsaved asks what to do about a draft that cannot be saved.
func (p *program) unsaved(err error, leave func()) {
	p.Ask(dialog.Question{Title: textUnsavedTitle, Body: textUnsavedBody(failure.SavingDraft().Words(err)), Yes: textCloseAnyway, Rank: widgets.Danger, Do: leave})
}

// quit closes the window, everything saved.
func (p *program) quit() { p.leaveForm(p.close) }

func (p *program) close() {
	if p.drafts != nil {
		p.looks.rememberWindow()
	}
	p.Window.Close()
}

// working notes which draft is open, for the start after a crash.
func (p *program) working(id store.ID) {
	p.Background(func() func() {
		_ = p.drafts.Working(id) // at worst the next start knows less
		return func() {}
	})
}

// takeFocus puts the focus where it was last in what the window shows.
func (p *program) takeFocus() {
	switch {
	case p.form != nil:
		p.form.takeFocus()
	case p.start != nil:
		p.start.takeFocus()
	}
}

// key handles the keys that no focused widget takes.
func (p *program) key(k *fyne.KeyEvent) {
	switch {
	case p.Modal != nil:
		p.Modal.Key(k)
	case p.form != nil && k.Name == fyne.KeyEscape:
		p.form.find.close()
	case p.form == nil && p.start == nil && p.leave != nil && k.Name == fyne.KeyEscape:
		p.leave()
	default:
		p.menu.pressFunctionKey(k.Name)
	}
}
