package desktop

import (
	"bytes"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/reportfile"
	"nianbao/model/store"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// beginnings are the parts of the program that a report begins with.
type beginnings struct {
	creator  *creator
	carrier  *carrier
	importer *importer
	opener   *opener
	backups  *backups
	trash    *trash
}

// startHost is what shows the draft that was chosen.
type startHost interface {
	openDraft(id store.ID)
	createDraft(r *model.Report, body []byte)
}

// startPage lists the drafts and offers what to begin with.
type startPage struct {
	*office
	parts  beginnings
	host   startHost
	lines  *draftLines
	outer  *fyne.Container
	offers *fyne.Container // what to begin with
	list   *fyne.Container
	banner *fyne.Container   // what happened to the window before this one
	side   *widgets.Fixed    // of the panel with what to begin with
	left   *widgets.Scroller // that panel: a low window does not show all of it
	search *widgets.TextEntry
	head   *fyne.Container
	scroll *widgets.Scroller
	count  *canvas.Text
	safety *widgets.Paragraph // when the last backup was made
	known  []store.Summary    // the drafts of the list
	first  *widgets.ListRow   // of the draft saved last
	latest string             // its agency: proposed for a new report
}

func newStartPage(o *office, parts beginnings, h startHost) *startPage {
	s := &startPage{office: o, parts: parts, host: h, offers: container.New(&widgets.Stack{Gap: 10}), side: widgets.NewFixedWidth(startWidth)}
	s.lines = &draftLines{office: o, open: h.openDraft, carrier: parts.carrier, changed: s.load}
	s.safety = widgets.NewParagraph(textKeptHere, widgets.SizeNote, widgets.ColorSecond)
	s.left = widgets.NewScroller(&widgets.Stack{}, container.New(widgets.NewInset(startSide, 36, startSide, 20), container.New(&widgets.Stack{Gap: 12},
		widgets.Heading(textProgram, widgets.SizeBrand),
		widgets.NewParagraph(textPurpose, widgets.SizeSmall, widgets.ColorSecond),
		widgets.Gap(1, 8), s.offers, widgets.Gap(1, 8), s.safety,
		container.New(widgets.Wrapping{Gap: 6}, widgets.NewButton(textBackups, widgets.Quiet, parts.backups.askBackups), widgets.NewButton(textTrash, widgets.Quiet, parts.trash.askTrashed)),
	)))
	s.list, s.banner = container.New(&widgets.Stack{}), container.New(&widgets.Stack{})
	s.banner.Hide()
	s.search = widgets.NewTextEntry(o.Post)
	s.search.SetPlaceHolder(textSearchDrafts)
	s.search.OnChanged = func(string) { s.showList() }
	s.search.Hide()
	s.head = container.New(&widgets.Row{Gap: 12, Wide: 0}, widgets.Heading(textDrafts, widgets.SizeTitle), widgets.WithWidth(s.search, 180))
	s.scroll = widgets.NewScroller(&widgets.Stack{Gap: 14, Margin: startMargin}, s.banner, s.list)
	s.count = widgets.Label("", widgets.SizeSmall, widgets.ColorSecond)
	bar := widgets.NewFootBar(0, []fyne.CanvasObject{s.count}, []fyne.CanvasObject{widgets.Label(textVersion(o.Version), widgets.SizeSmall, widgets.ColorSecond)})
	panel := widgets.NewEdges(widgets.Edges{Right: widgets.Hairline()}, container.New(s.side, widgets.Ground(widgets.ColorPanel), s.left.Outer))
	head := container.New(widgets.NewInset(startMargin, startMargin, startMargin, 0), s.head)
	s.outer = widgets.NewEdges(widgets.Edges{Bottom: bar, Left: panel}, widgets.NewEdges(widgets.Edges{Top: head}, s.scroll.Outer))
	s.showOffers()
	return s
}

// offer is something to begin with.
type offer struct {
	text string
	do   func()
}

// showOffers shows what to begin with. The first one is what the calendar and the
// drafts ask for: this year's report begun with last year's; where there is
// neither, last year's as it was published; else an empty one.
func (s *startPage) showOffers() {
	year := reportYear(s.now())
	empty, published := offer{textNewEmpty, s.parts.creator.askNew}, offer{textImportButton, s.parts.importer.askImport}
	all := []offer{empty, published, {textOpenFile, s.parts.opener.askFile}, {textSeeSample, s.sample}}
	last := draftOf(s.known, s.latest, year-1)
	switch {
	case last != nil:
		all = append([]offer{{textCarryFrom(last.Year), func() { s.parts.carrier.carryDraft(*last) }}}, all...)
	case draftOf(s.known, s.latest, year) == nil:
		all[0], all[1] = published, empty
	}
	s.offers.RemoveAll()
	for i, o := range all {
		b := widgets.NewButton(o.text, widgets.Plain, o.do)
		if i == 0 {
			b.Rank = widgets.Primary
		}
		b.Left, b.Height = true, 42
		s.offers.Add(b)
	}
	s.side.Width = max(startWidth, s.offers.MinSize().Width+2*startSide)
	s.outer.Refresh()
	s.left.Relayout()
}

// startWidth is the width of the panel with what to begin with, at least, and
// startSide that of its margins; startMargin is that of the list beside it.
const (
	startWidth  = 258
	startSide   = 24
	startMargin = 24
)

// load fetches the list.
func (s *startPage) load() {
	s.Background(func() func() {
		drafts, err := s.drafts.List()
		known, _ := s.drafts.Setting(agencyKey)
		backups := s.drafts.Backups()
		return func() {
			if err != nil {
				s.fail(failure.LoadingDraft(), err)
				return
			}
			if len(backups) > 0 {
				s.safety.Set(textKeptHere+"\n"+textLastBackup(backups[0].Time, s.now()), widgets.ColorSecond)
			}
			s.known, s.latest = drafts, known
			if len(drafts) > 0 {
				s.latest = drafts[0].Agency
			}
			s.update()
		}
	})
}

// searchFrom is from how many drafts a search helps.
const searchFrom = 8

func (s *startPage) update() {
	s.count.Text = textDraftCount(len(s.known))
	s.count.Refresh()
	s.showOffers()
	s.search.Hidden = len(s.known) < searchFrom
	s.head.Refresh()
	s.showList()
	if s.latest == "" && len(s.known) == 0 {
		s.welcome()
		return
	}
	s.takeFocus()
}

// takeFocus puts the focus on the draft saved last, so that Enter goes on with it, or
// else on the first thing to begin with.
func (s *startPage) takeFocus() {
	if s.first != nil {
		s.Window.Canvas().Focus(s.first)
	} else {
		s.Window.Canvas().Focus(s.offers.Objects[0].(*widgets.Button))
	}
}

func (s *startPage) showList() {
	s.list.RemoveAll()
	s.first = nil
	var found []store.Summary
	for _, d := range s.known {
		if matches(d, s.search.Text) {
			found = append(found, d)
		}
	}
	switch {
	case len(s.known) == 0:
		s.list.Add(widgets.Card(widgets.NewParagraph(textFirstStart(s.Dir), widgets.SizeBody, theme.ColorNameForeground)))
	case len(found) == 0:
		s.list.Add(widgets.Card(widgets.NewParagraph(textNoDraftFound, widgets.SizeBody, widgets.ColorSecond)))
	default:
		table, first := s.lines.table(found)
		s.first = first
		s.list.Add(table)
	}
	s.list.Refresh()
	s.scroll.Relayout()
}

// matches reports whether a draft has all the words looked for.
func matches(d store.Summary, words string) bool {
	for word := range strings.FieldsSeq(words) {
		if !strings.Contains(textYearOf(d)+d.Label, word) {
			return false
		}
	}
	return true
}

// agencyKey is the setting with the unit that this computer's reports are of.
const agencyKey = "agency"

// welcome asks, at the first start, whose reports will be written here.
func (s *startPage) welcome() {
	name := widgets.NewTextEntry(s.Post)
	name.SetPlaceHolder(textAgencyHint)
	begin := widgets.NewButton(textBegin, widgets.Primary, func() {
		name.Gather()
		unit := model.NewAgency(name.Text).Name
		if unit == "" {
			s.Window.Canvas().Focus(name)
			return
		}
		s.latest = unit
		s.remember(agencyKey, unit)
		s.showList()
		s.parts.creator.askNew()
	})
	name.OnSubmitted = func(string) { begin.Pressed() }
	s.list.Add(widgets.Gap(1, 14))
	s.list.Add(widgets.Card(container.New(&widgets.Stack{Gap: 10},
		widgets.NewParagraph(textAskAgency, widgets.SizeBody, theme.ColorNameForeground),
		container.New(&widgets.Row{Gap: 8, Wide: 0}, name, begin))))
	s.list.Refresh()
	s.scroll.Relayout()
	s.Window.Canvas().Focus(name)
}

// tell shows on top of the list that the window before this one did not end as
// it should, with the draft that was open in it, and where more is written
// about that. There may be nothing to tell.
func (s *startPage) tell(crash *store.Crash, note string) {
	var words []string
	if crash != nil {
		words = crash.Words()
	} else {
		crash = &store.Crash{}
	}
	if note != "" {
		words = append(words, textCrashNote(note))
	}
	if len(words) == 0 {
		return
	}
	text := widgets.NewParagraph(strings.Join(words, "\n"), widgets.SizeBody, theme.ColorNameForeground)
	line := container.New(&widgets.Row{Gap: 10, Wide: 1}, widgets.Picture(widgets.DoneSign(), 15), text)
	if crash.Draft.ID != (store.ID{}) {
		line.Add(widgets.NewButton(textGoOn, widgets.Plain, func() { s.host.openDraft(crash.Draft.ID) }))
	}
	edge := widgets.Ground(theme.ColorNameSuccess)
	edge.SetMinSize(fyne.NewSize(3, 1))
	s.banner.Objects = []fyne.CanvasObject{container.New(widgets.NewInset(0, 0, 0, 0), widgets.Ground(widgets.ColorDoneBack),
		widgets.NewEdges(widgets.Edges{Left: edge}, container.New(widgets.NewInset(12, 8, 12, 8), line)))}
	s.banner.Show()
	s.banner.Refresh()
	s.scroll.Relayout()
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
