package desktop

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/mainloop"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// newProgram makes the window. Nothing is opened before begin.
func newProgram(a fyne.App, o Options) (*program, error) {
	var face fyne.Resource
	for _, l := range []fyne.Locale{"en", "zh-Hans"} {
		if err := lang.AddTranslationsForLocale([]byte(fyneWords), l); err != nil {
			return nil, err
		}
	}
	if len(o.Face) > 0 {
		face = fyne.NewStaticResource("face.ttf", o.Face)
	}
	a.Settings().SetTheme(widgets.Look{Face: face})
	if len(o.Icon) > 0 {
		a.SetIcon(fyne.NewStaticResource("icon.png", o.Icon))
	}
	p := assemble(&office{
		Options: o, Dialogs: dialog.New(mainloop.New(), a.NewWindow(textProgram), o.System), app: a, now: time.Now,
	}, face)
	p.Window.SetPadded(false)
	p.Window.Resize(firstSize(p.Window))
	p.Window.CenterOnScreen()
	p.Window.SetCloseIntercept(p.quit)
	p.Window.Canvas().SetOnTypedKey(p.key)
	p.Window.SetMainMenu(p.mainMenu())
	a.Lifecycle().SetOnExitedForeground(func() { // another window
		if p.form != nil {
			p.form.d.Hurry()
		}
	})
	return p, nil
}

// assemble puts the parts of the program together.
func assemble(o *office, face fyne.Resource) *program {
	p := &program{office: o}
	p.menu = newMenu(o, func() *form { return p.form })
	p.looks = &looks{office: o, face: face, chosen: p.menu.showChoices, reshow: p.reshow}
	p.faces = &faces{office: o, changed: func() {
		if p.form != nil {
			p.form.paper.Touch()
			p.tellFaces()
		}
	}}
	p.exporter = &exporter{office: o, faces: p.faces}
	p.versions = &versions{office: o, host: p}
	p.manual = &manual{office: o, titles: p.helpTitles}
	p.carrier = &carrier{office: o, host: p}
	p.creator = &creator{office: o, host: p, carrier: p.carrier}
	p.importer = &importer{office: o, host: p, faces: p.faces}
	p.opener = &opener{office: o, create: p.createDraft}
	p.backups = &backups{office: o, host: p}
	p.trash = &trash{office: o, changed: func() {
		if p.form == nil {
			p.start.load()
		}
	}}
	o.Lost = p.takeFocus
	return p
}

// EndError says what could not be saved at the end.
type EndError struct {
	message string
	cause   error
}

func (e *EndError) Error() string { return "save at the end: " + e.cause.Error() }

func (e *EndError) Unwrap() error { return e.cause }

// Message says so in words.
func (e *EndError) Message() string { return e.message }

// stopped is the last thing before the program ends, however it came to that:
// the window closed, the session ended, SIGTERM.
func (p *program) stopped() error {
	if p.deafen != nil {
		p.deafen()
	}
	if p.form != nil {
		p.form.rememberSpot()()
		if err := p.form.d.Flush(); err != nil {
			return &EndError{message: textNotSaved(failure.SavingDraft().Words(err), p.form.d.Status().Rescue), cause: err}
		}
	}
	if p.drafts != nil {
		_ = p.drafts.BackupIfChanged() // the next start tries again
		if err := errors.Join(p.drafts.End(), p.drafts.Close()); err != nil {
			return failure.SavingDraft().Wrap(err)
		}
	}
	return nil
}

// crashed ends the program after an error that nobody expected.
func (p *program) crashed(cause any) error { return noteCrash(p.office, cause, p.flush) }

// flush saves the open draft and closes the store, without word to the store
// that the window ended well: the next start will say what happened.
func (p *program) flush() error {
	var err error
	if p.form != nil {
		p.form.d.OnStatus(nil)
		p.form.d.OnChange(nil)
		err = p.form.d.Flush()
	}
	if p.drafts != nil {
		err = errors.Join(err, p.drafts.Close())
	}
	return err
}
