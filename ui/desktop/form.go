package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/model/store"
)

// form is one open draft on the screen: the list of sections at the left, the
// page of one of them in the middle, the status bar below. It alone hears of
// the desk's changes and passes them on.
type form struct {
	p       *program
	d       *desk.Desk
	outer   *fyne.Container
	middle  *fyne.Container
	agency  *canvas.Text
	entries []*sectionEntry
	at      int // of the entry whose page is shown
	filled  *canvas.Text
	gauge   *gauge
	bar     *statusBar
}

// sectionEntry is a line of the section list with its page, made when it is
// first shown.
type sectionEntry struct {
	*navItem
	id   model.SectionID // empty for 基本信息 and 检查
	make func() page
	page page
}

func newForm(p *program, d *desk.Desk) *form {
	f := &form{p: p, d: d, middle: container.NewStack()}
	f.list()
	f.bar = newStatusBar(d, func() { f.open(len(f.entries) - 1) })
	f.outer = newEdges(edges{bottom: f.bar.outer, left: f.leftPanel()}, f.middle)
	d.OnChange(f.changed)
	d.OnStatus(func() { p.post(f.showStatus) })
	f.showStates()
	return f
}

// list makes the entries of the section list: 基本信息, 前言, 一 … 六, 检查.
func (f *form) list() {
	e := f.d.Report().Edition()
	f.add(textParticulars, "", func() page { return newParticularsPage(f) })
	f.add(textPreamble, model.Preamble, func() page {
		return newProsePage(f, model.Preamble, textPreamble, textAdvicePreamble)
	})
	for _, s := range e.Sections {
		f.add(s.Short, s.ID, func() page {
			if s.Table != nil {
				return newTablePage(f, s)
			}
			return newProsePage(f, s.ID, s.Title, s.Advice)
		})
	}
	f.add(textCheck, "", func() page { return newCheckPage(f) })
}

func (f *form) add(name string, id model.SectionID, makePage func() page) {
	i := len(f.entries)
	f.entries = append(f.entries, &sectionEntry{
		navItem: newNavItem(name, func() { f.open(i) }), id: id, make: makePage,
	})
}

func (f *form) leftPanel() fyne.CanvasObject {
	r := f.d.Report()
	f.agency = heading(r.Agency.Name, sizeProse)
	head := container.New(&inset{16, 16, 12, 12}, container.New(&stack{gap: 5},
		f.agency, label(textFormHead(r), sizeNote, colorSecond)))
	items := make([]fyne.CanvasObject, len(f.entries))
	for i, e := range f.entries {
		items[i] = e.navItem
	}
	f.filled = label("", sizeNote, colorSecond)
	f.gauge = newGauge(0)
	foot := container.New(&inset{16, 8, 16, 14}, container.New(&stack{gap: 6}, f.filled, f.gauge))
	panel := newEdges(edges{top: container.New(&stack{}, head, hairline(), gap(1, 8)), bottom: foot},
		container.NewVScroll(container.New(&stack{}, items...)))
	return newEdges(edges{right: verticalLine()}, container.New(&fixedWidth{232}, ground(colorPanel), panel))
}

// start shows the first page.
func (f *form) start() { f.open(0) }

// open shows the page of an entry.
func (f *form) open(i int) {
	f.settle()
	e := f.entries[i]
	if e.page == nil {
		e.page = e.make()
	} else {
		e.page.changed(desk.Change{Section: e.id, Particulars: true}) // while another page was shown
	}
	f.entries[f.at].choose(false)
	f.at = i
	e.choose(true)
	f.middle.Objects = []fyne.CanvasObject{e.page.content()}
	f.middle.Refresh()
	if first := e.page.begin(); first != nil {
		f.focus(first)
	}
}

// turn goes some entries on in the list, stopping at its ends.
func (f *form) turn(by int) {
	if i := f.at + by; i >= 0 && i < len(f.entries) {
		f.open(i)
	}
}

// settle ends what is being typed, as leaving the field does.
func (f *form) settle() { f.p.window.Canvas().Unfocus() }

// save stores at once what the clerk has typed so far.
func (f *form) save() {
	if e, ok := f.p.window.Canvas().Focused().(*textEntry); ok {
		e.gather()
	}
	f.p.background(func() func() {
		_ = f.d.Keep(store.ReasonSaved, "") // the status bar tells
		return f.showStatus
	})
}

// changed brings the window up to date after an edit.
func (f *form) changed(c desk.Change) {
	f.showStates()
	if c.Particulars {
		f.agency.Text = f.d.Report().Agency.Name
		f.agency.Refresh()
		f.p.window.SetTitle(textWindowTitle(f.d.Report()))
	}
	if shown := f.entries[f.at].page; shown != nil {
		shown.changed(c)
	}
}

// showStates brings the section list and the counts up to date.
func (f *form) showStates() {
	whole := false // no finding about the report as a whole yet
	for _, finding := range f.d.Findings() {
		whole = whole || finding.Section == "" && finding.Level == check.Error
	}
	for i, e := range f.entries {
		switch {
		case i == 0:
			e.show(particularsState(f.d.Report(), whole))
		case e.id != "":
			e.show(f.d.SectionState(e.id))
		}
	}
	progress := desk.Progress(f.d.Report())
	f.filled.Text = textFilled(progress)
	f.filled.Refresh()
	f.gauge.show(progress.Share())
	f.bar.showCounts(f.d.Findings())
}

// particularsState is the state of 基本信息: its name is what it needs.
func particularsState(r *model.Report, wrong bool) desk.SectionState {
	switch {
	case wrong:
		return desk.SectionState{Mark: desk.Wrong}
	case r.Agency.Name == "":
		return desk.SectionState{Mark: desk.Empty}
	}
	return desk.SectionState{Mark: desk.Done}
}

func (f *form) showStatus() { f.bar.showStatus(f.d.Status()) }

// The form is the host of its pages.

func (f *form) desk() *desk.Desk { return f.d }

func (f *form) post(do func()) { f.p.post(do) }

func (f *form) focus(o fyne.Focusable) { f.p.window.Canvas().Focus(o) }

func (f *form) ask(q question) { f.p.ask(q) }

// goTo opens the page that a finding speaks of and shows the place.
func (f *form) goTo(finding check.Finding) {
	for i, e := range f.entries[:len(f.entries)-1] {
		if e.id == finding.Section {
			f.open(i)
			e.page.reveal(finding)
			return
		}
	}
}

// badge is a small count on a coloured ground.
func badge(text string, color, back fyne.ThemeColorName) *fyne.Container {
	g := ground(back)
	g.CornerRadius = 9
	return container.New(&inset{7, 1, 7, 1}, g, label(text, sizeNote, color))
}

// stateBadge counts a section's errors, or else its hints; nil for neither.
func stateBadge(s desk.SectionState) fyne.CanvasObject {
	switch {
	case s.Errors > 0:
		return badge(textErrors(s.Errors), theme.ColorNameError, colorErrorBack)
	case s.Warnings > 0:
		return badge(textHints(s.Warnings), colorHint, colorHintBack)
	}
	return gap(1, 1)
}
