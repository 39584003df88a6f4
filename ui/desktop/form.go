package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/desk"
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
	host      formHost
	export    *exporter
	faces     *faces
	looks     *looks
	d         *desk.Desk
	outer     *fyne.Container
	middle    *fyne.Container // the page
	inner     *fyne.Container // with the bar above it
	body      *fyne.Container // with the section list and the preview
	columns   *formColumns
	paper     *preview.Paper
	preview   *preview.Panel
	agency    *widgets.Paragraph
	head      *widgets.Paragraph // the year and the form, below it
	list      *widgets.Scroller  // of the sections
	entries   []*sectionEntry
	at        int // of the entry whose page is shown
	checkAt   int
	printAt   int
	collectAt int
	filled    *widgets.Paragraph
	// listWidth is that of the section list, listFoot what stands below it.
	listWidth *widgets.Fixed
	listFoot  *fyne.Container
	gauge     *widgets.Gauge
	bar       *statusBar
	trouble   *troubleBar
	find      *findBar
	marks     *marksBar
	kept      spot  // that the store holds
	rested    spot  // where the caret was at the last beat
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
	f.showAnswered()
	return f
}

// addSections makes the entries of the section list: 基本信息, 前言, 一 … 六, 检查,
// 预览与打印, 收数.
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
	f.collectAt = f.add(pages.TextCollect, "", func() pages.Page { return pages.NewCollect(f) })
}

func (f *form) add(name string, id model.SectionID, makePage func() pages.Page) (at int) {
	i := len(f.entries)
	item := widgets.NewNavItem(name, func() { f.open(i) })
	item.OnStep = func(by int) { f.showListed(i + by) }
	f.entries = append(f.entries, &sectionEntry{NavItem: item, id: id, build: makePage})
	return i
}

// leftPanel is the list of sections with whose report it is above, and how much is
// filled in below.
func (f *form) leftPanel() fyne.CanvasObject {
	r := f.d.Report()
	f.agency = widgets.NewParagraph(r.Agency.Name, widgets.SizeProse, theme.ColorNameForeground)
	f.head = widgets.NewParagraph("", widgets.SizeNote, widgets.ColorSecond)
	head := container.New(widgets.NewInset(16, 16, 12, 12), container.New(&widgets.Stack{Gap: 5}, f.agency, f.head))
	items := make([]fyne.CanvasObject, len(f.entries))
	for i, e := range f.entries {
		items[i] = e.NavItem
	}
	f.filled = widgets.NewParagraph("", widgets.SizeNote, widgets.ColorSecond)
	f.gauge = widgets.NewGauge(0)
	f.listFoot = container.New(widgets.NewInset(16, 8, 16, 14), container.New(&widgets.Stack{Gap: 6}, f.filled, f.gauge))
	f.list = widgets.NewScroller(&widgets.Stack{}, items...)
	panel := widgets.NewEdges(widgets.Edges{Top: container.New(&widgets.Stack{}, head, widgets.Hairline(), widgets.Gap(1, 8)), Bottom: f.listFoot}, f.list.Outer)
	f.listWidth = widgets.NewFixedWidth(wideList)
	return widgets.NewEdges(widgets.Edges{Right: widgets.Hairline()}, container.New(f.listWidth, widgets.Ground(widgets.ColorPanel), panel))
}

// Widths of the section list: with counts, and without where there is little
// room.
const (
	wideList   = 232
	narrowList = 164
)

// lowList is the height of the window below which the lines of the list are lower, less
// stands above them and nothing below: 特大 on a small screen.
const lowList = 560

// fitList narrows the section list in a narrow window, and makes it lower in a low one.
func (f *form) fitList(at fyne.Size) {
	f.listWidth.Width = wideList
	if at.Width < 900 {
		f.listWidth.Width = narrowList
	}
	low, head := at.Height < lowList, textFormHead(f.d.Report())
	if low {
		head = textFormYear(f.d.Report()) // the bar below names the form, too
	}
	f.head.Set(head, widgets.ColorSecond)
	f.listFoot.Hidden = low
	for _, e := range f.entries {
		e.Compact(f.listWidth.Width == narrowList)
		e.Low(low)
	}
}

// start shows the page with the caret where it was.
func (f *form) start(at spot) {
	f.kept = at
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
	if c.Slips || c.Reload { // at every key it would cost as much as the key
		f.showAnswered()
	}
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

// showAnswered counts in the section list who has answered of all that supply numbers.
func (f *form) showAnswered() { f.entries[f.collectAt].SetState(nil, pages.CollectBadge(f.d)) }

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

// relayout fits the window after something around the page came or went.
func (f *form) relayout() { f.inner.Layout.Layout(f.inner.Objects, f.inner.Size()) }

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
