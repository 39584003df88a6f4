package desktop

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
)

// formHost is what the form needs of the window around it.
type formHost interface {
	updateMenu()
	reshowForm() // makes the form anew
}

// form is one open draft on the screen: the list of sections at the left, the
// page of one of them in the middle, the status bar below. It alone hears of
// the desk's changes and passes them on.
type form struct {
	*office
	host    formHost
	export  *exporter
	faces   *faces
	looks   *looks
	d       *desk.Desk
	outer   *fyne.Container
	middle  *fyne.Container // the page
	inner   *fyne.Container // with the bar above it
	body    *fyne.Container // with the section list and the preview
	columns *formColumns
	paper   *preview.Paper
	preview *preview.Panel
	agency  *widgets.Paragraph
	list    *widgets.Scroller // of the sections
	entries []*sectionEntry
	at      int // of the entry whose page is shown
	checkAt int
	printAt int
	filled  *widgets.Paragraph
	// listWidth is that of the section list, listFoot what stands below it.
	listWidth *widgets.Fixed
	listFoot  *fyne.Container
	gauge     *widgets.Gauge
	bar       *statusBar
	trouble   *troubleBar
	find      *findBar
	marks     *marksBar
	kept      spot  // that the store holds
	reached   *stop // the finding gone to last; nil before any
}

// sectionEntry is a line of the section list with its page, made when it is
// first shown.
type sectionEntry struct {
	*widgets.NavItem
	id    model.SectionID // empty for 基本信息 and 检查
	build func() pages.Page
	page  pages.Page
	// state is what the line shows; nil before any.
	state *desk.SectionState
}

// showState brings the line up to date.
func (e *sectionEntry) showState(s desk.SectionState) {
	if e.state != nil && *e.state == s {
		return
	}
	e.state = &s
	e.SetState(pages.SignOf(s.Mark), pages.StateBadge(s))
}

func newForm(o *office, h formHost, e *exporter, l *looks, d *desk.Desk) *form {
	f := &form{office: o, host: h, export: e, faces: e.faces, looks: l, d: d, middle: container.NewStack()}
	f.addSections()
	f.bar = newStatusBar(d, func() { f.open(f.checkAt) }, f.AskReopen, func(text string) { o.Tell(textSaveState, text) })
	f.find, f.marks = newFindBar(f), newMarksBar(f)
	f.trouble = newTroubleBar()
	top := container.New(&widgets.Stack{}, f.find.outer, f.marks.outer)
	top.Add(f.trouble.outer)
	gate := widgets.NewGate(f.passed)
	f.inner = widgets.NewEdges(widgets.Edges{Top: top}, container.NewStack(f.middle, container.NewWithoutLayout(gate)))
	f.paper = preview.NewPaper(o.Loop, f.faces, d.Snapshot, f.showPages)
	f.preview = preview.NewPanel(f.paper, f.togglePreview)
	left := f.leftPanel()
	f.columns = &formColumns{left: left, middle: f.inner, preview: f.preview.Outer, fitList: f.fitList, wanted: !l.noPreview}
	f.body = container.New(f.columns, left, f.inner, f.preview.Outer)
	f.outer = widgets.NewEdges(widgets.Edges{Bottom: f.bar.outer}, f.body)
	d.OnChange(f.changed)
	d.OnStatus(func() { o.Post(f.showStatus) })
	f.showStates()
	return f
}

// addSections makes the entries of the section list: 基本信息, 前言, 一 … 六, 检查,
// 预览与打印.
func (f *form) addSections() {
	e := f.d.Report().Edition()
	f.add(pages.TextParticulars, "", func() pages.Page { return pages.NewParticulars(f) })
	for _, s := range e.Sections {
		f.add(s.Short, s.ID, func() pages.Page {
			if s.Table != nil {
				return pages.NewTable(f, s)
			}
			return pages.NewProse(f, s)
		})
	}
	f.checkAt = f.add(pages.TextCheck, "", func() pages.Page { return pages.NewCheck(f) })
	f.printAt = f.add(pages.TextPrintPage, "", func() pages.Page { return pages.NewPrint(f, f.faces) })
}

func (f *form) add(name string, id model.SectionID, makePage func() pages.Page) (at int) {
	i := len(f.entries)
	item := widgets.NewNavItem(name, func() { f.open(i) })
	item.OnStep = func(by int) { f.showListed(i + by) }
	f.entries = append(f.entries, &sectionEntry{NavItem: item, id: id, build: makePage})
	return i
}

// start shows the page with the caret where it was.
func (f *form) start(at spot) {
	f.goToSpot(at)
	f.paper.Update()
}

// showPages shows new pages of paper.
func (f *form) showPages() {
	f.preview.Update()
	f.FollowCaret()
	f.bar.showPages(f.paper.Pages())
}

// FollowCaret turns the preview to the page in work.
func (f *form) FollowCaret() { f.preview.Follow(f.place()) }

func (f *form) layoutColumns() {
	f.body.Layout.Layout(f.body.Objects, f.body.Size())
	f.body.Refresh()
}

// togglePreview shows or hides the preview, beside the page or in its place. Where
// there is none beside the page it goes to the page that is all preview.
func (f *form) togglePreview() {
	if f.columns.alone {
		f.open(f.printAt)
		return
	}
	f.columns.toggle()
	if !f.columns.narrow {
		f.looks.noPreview = !f.columns.wanted
		f.remember(previewKey, map[bool]string{true: "off"}[f.looks.noPreview])
	}
	f.layoutColumns()
	if f.columns.showing() {
		f.preview.Update()
	}
}

// open shows the page of an entry, with the caret in it.
func (f *form) open(i int) {
	f.settle()
	f.show(i)
	if first := f.entries[i].page.Begin(); first != nil {
		f.Focus(first)
	}
	f.keepSpot()
}

// show shows the page of an entry, unless it is on show.
func (f *form) show(i int) {
	e := f.entries[i]
	if i == f.at && e.page != nil {
		return
	}
	f.d.Attend(e.id)
	fresh := e.page == nil
	f.pageOf(i)
	f.entries[f.at].Choose(false)
	f.at = i
	e.Choose(true)
	f.list.Reveal(e.NavItem)
	f.middle.Objects = []fyne.CanvasObject{e.page.Content()}
	f.middle.Refresh()
	f.host.updateMenu()
	f.showStates()
	f.columns.alone = i == f.checkAt || i == f.printAt
	f.layoutColumns()
	f.FollowCaret()
	f.marks.turned()
	if !fresh {
		e.page.Changed(desk.Change{Particulars: true, Reload: true}) // what happened while another page was shown
	}
}

// pageOf is the page of an entry, made when it is first asked for.
func (f *form) pageOf(i int) pages.Page {
	e := f.entries[i]
	if e.page == nil {
		e.page = e.build()
	}
	return e.page
}

// entryOf finds the page that a change is to be seen on: the present one, if it
// is about that.
func (f *form) entryOf(c desk.Change) int {
	about := func(e *sectionEntry) bool {
		return e.id != "" && (c.In(e.id) || slices.ContainsFunc(c.Cells, func(a model.Address) bool {
			return a.Table() == string(e.id)
		}))
	}
	if c.Particulars && len(c.Sections) == 0 {
		return 0
	}
	if about(f.entries[f.at]) {
		return f.at
	}
	if i := slices.IndexFunc(f.entries, about); i >= 0 && !c.Blocks || i >= 0 && len(c.Sections) == 1 {
		return i
	}
	return f.at
}

// shown is the page on show; nil before the first.
func (f *form) shown() pages.Page { return f.entries[f.at].page }

// turn goes some entries on in the list, stopping at its ends.
func (f *form) turn(by int) {
	if i := f.at + by; i >= 0 && i < len(f.entries) {
		f.open(i)
	}
}

// showListed shows the page of an entry with the focus in the section list, where
// nothing that is typed goes anywhere.
func (f *form) showListed(i int) {
	if i < 0 || i >= len(f.entries) {
		return
	}
	f.settle()
	f.show(i)
	f.Focus(f.entries[i].NavItem)
}

// passed follows Tab out of a page: on to the next one, and from the last one to what
// stands beside it. Back it goes into the page.
func (f *form) passed(back bool) {
	c := f.Window.Canvas()
	switch {
	case back:
		c.FocusPrevious()
	case f.at+1 < len(f.entries):
		f.turn(1)
		if c.Focused() == nil {
			f.Focus(f.entries[f.at].NavItem)
		}
	default:
		c.FocusNext()
	}
}

// field is where the caret is on the page, or was last; nil for none.
func (f *form) field() fyne.Focusable {
	if p, ok := f.shown().(interface{ Field() fyne.Focusable }); ok {
		return p.Field()
	}
	return nil
}

// settle ends what is being typed, as leaving the field does.
func (f *form) settle() { f.Window.Canvas().Unfocus() }

// takeFocus puts the caret where it was last on the page.
func (f *form) takeFocus() {
	f.settle()
	page := f.shown()
	if k, ok := page.(spotKeeper); ok {
		k.PutCaret(k.Spot())
		return
	}
	if first := page.Begin(); first != nil {
		f.Focus(first)
	}
}

// keepFocus puts the caret back into the page when what had it has gone.
func (f *form) keepFocus() {
	if o := f.Window.Canvas().Focused(); f.Modal == nil && o != nil && !dialog.OnShow(o) {
		f.takeFocus()
	}
}

// save stores at once what the clerk has typed so far.
func (f *form) save() {
	f.gather()
	f.Background(func() func() {
		_ = f.d.Keep(store.ReasonSaved, "") // the status bar tells
		return f.showStatus
	})
}

// Undo takes the last edit back, wherever it was, and shows the place.
func (f *form) Undo() { f.gather(); f.d.Undo() }

// Redo belongs to undo.
func (f *form) Redo() { f.gather(); f.d.Redo() }

// gather puts what an input method has just committed into the text.
func (f *form) gather() {
	if e, ok := f.Window.Canvas().Focused().(*widgets.TextEntry); ok {
		e.Gather()
	}
}

// changed brings the window up to date after an edit. One that was not typed
// into the page on show brings its page up.
func (f *form) changed(c desk.Change) {
	if c.Reload {
		f.show(f.entryOf(c))
	}
	f.showStates()
	f.paper.Touch()
	if c.Particulars {
		f.agency.Set(f.d.Report().Agency.Name, theme.ColorNameForeground)
		f.layoutColumns()
		f.Window.SetTitle(textWindowTitle(f.d.Report()))
	}
	if shown := f.shown(); shown != nil {
		shown.Changed(c)
	}
	f.marks.update()
	f.keepFocus()
}

// showStates brings the section list and the counts up to date.
func (f *form) showStates() {
	counts, todo := f.d.Count()
	for i, e := range f.entries {
		switch {
		case i == 0:
			e.showState(pages.ParticularsState(f.d))
		case e.id != "":
			e.showState(f.d.SectionState(e.id))
		case i == f.checkAt:
			e.SetState(nil, pages.TotalBadges(counts))
		}
	}
	progress := desk.Progress(f.d.Report())
	f.filled.Set(textFilled(progress), widgets.ColorSecond)
	f.gauge.Set(progress.Share())
	f.bar.showCounts(counts, todo)
}

// showStatus says how far saving has come. With what is saved the place is kept where
// it was typed, for the time after a crash.
func (f *form) showStatus() {
	s := f.d.Status()
	f.bar.showStatus(s)
	if f.trouble.show(s) {
		f.relayout()
	}
	if s.State == desk.Saved && !s.At.IsZero() {
		f.keepSpot()
	}
}

// The form is the host of its pages.

func (f *form) Desk() *desk.Desk { return f.d }

func (f *form) Post(do func()) { f.office.Post(do) }

func (f *form) Focus(o fyne.Focusable) { f.Window.Canvas().Focus(o) }

func (f *form) Dialogs() *dialog.Dialogs { return f.office.Dialogs }

func (f *form) Attend(id model.SectionID) {
	f.d.Attend(id)
	f.showStates()
}

func (f *form) Final() bool { return f.d.Final() }

func (f *form) AskExport() { f.export.askExport(f) }

func (f *form) AskPrint() { f.export.askPrint(f) }

// relayout fits the window after something around the page came or went.
func (f *form) relayout() { f.inner.Layout.Layout(f.inner.Objects, f.inner.Size()) }

// FillTable shows the page of a table and pastes a text there.
func (f *form) FillTable(section model.SectionID, text string) {
	for i, e := range f.entries {
		if e.id != section {
			continue
		}
		f.open(i)
		if table, ok := e.page.(*pages.Table); ok {
			table.PasteAll(text)
		}
	}
}

// DateToday dates the report (成文日期) today, which brings the date up.
func (f *form) DateToday() {
	f.gather()
	_ = f.d.SetDate(f.now().Format(time.DateOnly)) // it is a date
}

// fillAll puts 0 into whatever is blank in any table (各表未填的都补 0), and says so on
// a table's page.
func (f *form) fillAll() {
	if f.Final() {
		return
	}
	f.settle()
	n := f.d.FillBlanks() // which brings a table up
	if table, ok := f.shown().(*pages.Table); ok {
		table.Say(pages.TextFilledEverywhere(n))
		f.takeFocus()
		return
	}
	f.Tell(textMenuFillAll, pages.TextFilledEverywhere(n))
}

// openFind opens the bar that finds and replaces.
func (f *form) openFind() {
	text := ""
	if e, ok := f.Window.Canvas().Focused().(*widgets.TextEntry); ok {
		text = strings.ReplaceAll(e.SelectedText(), "\n", "")
	}
	f.settle()
	f.find.open(text)
}

// showMatch opens the page where a text was found and selects it.
func (f *form) showMatch(m desk.Match) {
	for i, e := range f.entries {
		if e.id == m.Section {
			f.show(i)
			if p, ok := e.page.(*pages.Prose); ok {
				p.ShowMatch(m)
			}
		}
	}
}

// place is the part of the report that the caret is in, by its headings.
func (f *form) place() (section, heading string) {
	e := f.entries[f.at]
	s, ok := f.d.Report().Edition().Section(e.id)
	if !ok {
		return "", ""
	}
	if p, ok := e.page.(*pages.Prose); ok {
		heading = p.HeadingInWork()
	}
	return s.Title, heading
}

// showAccount opens the check page with the account of what the report was begun
// with.
func (f *form) showAccount() {
	f.show(f.checkAt)
	page := f.entries[f.checkAt].page.(*pages.Check)
	page.Unfold()
	if first := page.Begin(); first != nil {
		f.Focus(first)
	}
}
