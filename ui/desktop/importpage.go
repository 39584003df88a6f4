package desktop

import (
	"cmp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/intake"
	"nianbao/model/reportfile"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// importPage shows what was read of a published report before it becomes a draft
// (导入旧报告): at the left the source line by line with what became of each, at
// the right the report as it would print.
type importPage struct {
	*office
	steps    importSteps
	result   *intake.Result
	outer    *fyne.Container
	agency   *widgets.TextEntry
	year     *widgets.TextEntry
	counts   *widgets.Paragraph
	problem  *widgets.Paragraph
	remarks  *fyne.Container
	scroll   *widgets.Scroller
	list     *widgets.SourceList
	shown    []int // lines on show, as indexes of result.Lines
	doubtful bool  // only lines that found no place
	detail   *widgets.Paragraph
	paper    *preview.Paper
	preview  *preview.Panel
	create   *widgets.Button // makes the draft
}

// importSteps are what can come after the page of an import.
type importSteps struct {
	again  func(intake.Options)               // reads the source once more
	create func(r *model.Report, body []byte) // makes a draft of what was read
	leave  func()
}

// newImportPage shows what was read of a source of that name.
func newImportPage(o *office, faces *faces, name string, result *intake.Result, steps importSteps) *importPage {
	i := &importPage{office: o, steps: steps}
	i.agency, i.year = widgets.NewTextEntry(o.Post), widgets.NewTextEntry(o.Post)
	i.counts = widgets.NewParagraph("", widgets.SizeBody, theme.ColorNameForeground)
	i.problem = widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	i.remarks = container.New(&widgets.Stack{Gap: 6})
	again := widgets.NewButton(textReadAgain, widgets.Plain, i.again)
	particulars := container.New(&widgets.Stack{Gap: 8},
		widgets.Field(pages.TextAgencyName, i.agency),
		widgets.Field(pages.TextReportYear, container.New(&widgets.Row{Gap: 8, Wide: 0}, i.year, again)), i.problem)
	i.scroll = widgets.NewScroller(&widgets.Stack{Gap: 12, Margin: 18}, widgets.Card(particulars), i.counts, i.remarks)
	i.detail = widgets.NewParagraph("", widgets.SizeSmall, widgets.ColorSecond)
	i.list = widgets.NewSourceList(func() int { return len(i.shown) }, i.update, i.choose)
	only := widgets.NewTick(textOnlyUnplaced, func(on bool) { i.doubtful = on; i.showLines() })
	left := widgets.NewEdges(widgets.Edges{
		Top:    container.New(widgets.NewInset(14, 10, 10, 6), container.New(&widgets.Row{Gap: 8, Wide: 0}, widgets.Label(textSource, widgets.SizeBody, widgets.ColorSecond), only)),
		Bottom: widgets.OnGround(widgets.ColorPanel, widgets.NewEdges(widgets.Edges{Top: widgets.Hairline()}, widgets.WithHeight(container.New(widgets.NewInset(14, 8, 14, 8), widgets.NewScroll(i.detail, container.ScrollVerticalOnly)), 92))),
	}, i.list)
	i.paper = preview.NewPaper(o.Loop, faces, func() *model.Report { return i.result.Report.Clone() }, func() { i.preview.Update() })
	i.preview = preview.NewPanel(i.paper, nil)
	right := container.New(&upper{content: i.scroll.Content}, i.scroll.Outer, i.preview.Outer)
	split := container.New(&halves{}, left, widgets.NewEdges(widgets.Edges{Left: widgets.Hairline()}, right))
	i.create = widgets.NewButton(textMakeDraft, widgets.Primary, i.keep)
	title := widgets.NewParagraph(textImportOf(name), widgets.SizeTitle, theme.ColorNameForeground) // the name may be long
	title.Bold = true
	head := container.New(widgets.NewInset(22, 12, 16, 10), container.New(&widgets.Row{Gap: 8, Wide: 0}, title,
		widgets.NewButton(dialog.TextCancel, widgets.Plain, steps.leave), i.create))
	i.outer = widgets.NewEdges(widgets.Edges{Top: widgets.OnGround(widgets.ColorPanel, widgets.NewEdges(widgets.Edges{Bottom: widgets.Hairline()}, head))}, split)
	i.show(result)
	return i
}

// halves shares the width between two objects; the second has at least what it needs.
type halves struct{}

func (*halves) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	half := min(float32(int(at.Width/2)), at.Width-objects[1].MinSize().Width)
	objects[0].Resize(fyne.NewSize(half, at.Height))
	objects[1].Move(fyne.NewPos(half, 0))
	objects[1].Resize(fyne.NewSize(at.Width-half, at.Height))
}

func (*halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(500, 200) }

// upper gives an object the height of its content, up to three fifths, and the
// rest to the one below it.
type upper struct{ content fyne.CanvasObject }

const upperShare = 0.6

func (u *upper) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	objects[0].Resize(fyne.NewSize(at.Width, at.Height*upperShare)) // its content takes its width from it
	h := min(u.content.MinSize().Height, at.Height*upperShare)
	objects[0].Resize(fyne.NewSize(at.Width, h))
	objects[1].Move(fyne.NewPos(0, h))
	objects[1].Resize(fyne.NewSize(at.Width, at.Height-h))
}

func (u *upper) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(max(u.content.MinSize().Width, 250), 200)
}

// show takes over a result.
func (i *importPage) show(result *intake.Result) {
	i.result = result
	r := result.Report
	i.agency.Load(r.Agency.Name)
	i.year.Load(strconv.Itoa(r.Year))
	i.counts.Set(result.Summary(), theme.ColorNameForeground)
	i.remarks.RemoveAll()
	for _, u := range result.Unplaced {
		i.remarks.Add(widgets.NoticeLine(widgets.ErrorSign(), u.String(), theme.ColorNameForeground))
	}
	for _, n := range result.Notes {
		i.remarks.Add(widgets.NoticeLine(widgets.HintSign(), n.String(), theme.ColorNameForeground))
	}
	for _, f := range check.OfSource(r) {
		i.remarks.Add(pages.FindingLine(f))
	}
	if len(i.remarks.Objects) == 0 {
		i.remarks.Add(widgets.NoticeLine(widgets.DoneSign(), textAllPlaced, theme.ColorNameForeground))
	}
	i.remarks.Refresh()
	i.scroll.Relayout()
	i.showLines()
	i.paper.Update()
}

func (i *importPage) showLines() {
	i.list.GoTop()
	i.shown = i.shown[:0]
	for n, l := range i.result.Lines {
		if !i.doubtful || l.Fate == intake.FateUnplaced {
			i.shown = append(i.shown, n)
		}
	}
	i.list.UnselectAll()
	i.detail.Set(textChooseLine, widgets.ColorSecond)
	i.list.Refresh()
}

// again reads the source once more, for another year or agency than it says.
func (i *importPage) again() {
	i.agency.Gather()
	i.year.Gather()
	o, err := i.options()
	if err != nil {
		i.problem.Set(failure.Words(err), theme.ColorNameError)
		i.scroll.Relayout()
		return
	}
	i.problem.Set("", theme.ColorNameError)
	i.steps.again(o)
}

func (i *importPage) options() (intake.Options, error) {
	year, err := model.Normalise(model.Count, i.year.Text)
	if err != nil {
		return intake.Options{}, err
	}
	n, _ := strconv.Atoi(year) // a year beyond int is refused like 0
	if _, err := model.EditionFor(n); err != nil {
		return intake.Options{}, err
	}
	return intake.Options{Year: n, Agency: strings.TrimSpace(i.agency.Text)}, nil
}

// keep makes a draft of what was read.
func (i *importPage) keep() {
	i.agency.Gather()
	i.year.Gather()
	o, err := i.options()
	if err != nil || o.Year != i.result.Report.Year {
		i.again() // the edition follows from the year
		return
	}
	r := i.result.Report
	if o.Agency != r.Agency.Name {
		named := model.NewAgency(o.Agency)
		r.Agency.Name, r.Agency.Kind = named.Name, named.Kind
	}
	if r.Unnamed() {
		i.problem.Set(textNeedAgency, theme.ColorNameError)
		i.scroll.Relayout()
		i.Window.Canvas().Focus(i.agency)
		return
	}
	r.Agency.Short = cmp.Or(r.Agency.Short, model.ShortFor(r.Agency.Name)) // proposed, as for a new report
	r.Label = textImportedLabel
	body, err := reportfile.Write(r)
	if err != nil {
		i.fail(failure.ChangingDrafts(), err)
		return
	}
	i.steps.create(r, body)
}

// choose shows a line in whole, with what became of it.
func (i *importPage) choose(id int) {
	l := i.result.Lines[i.shown[id]]
	i.detail.Set(textLine(l)+"\n"+textFateOf(i.result.Report, l), theme.ColorNameForeground)
	if s, ok := i.result.Edition.Section(l.Section); ok {
		i.preview.Follow(s.Title, "")
	}
}

// update makes a line of the list show one of the source.
func (i *importPage) update(id int, o fyne.CanvasObject) {
	l := i.result.Lines[i.shown[id]]
	row := o.(*fyne.Container)
	parts := row.Objects
	sign, left, right := parts[0].(*canvas.Image), parts[1].(*widgets.OneLine), parts[2].(*widgets.OneLine)
	color := theme.ColorNameForeground
	switch l.Fate {
	case intake.FateUnplaced:
		sign.Resource = widgets.ErrorSign()
		color = theme.ColorNameError
	case intake.FateDropped:
		sign.Resource = widgets.RemarkSign()
		color = widgets.ColorFaint
	default:
		sign.Resource = widgets.DoneSign()
	}
	sign.Refresh()
	left.Set(strings.ReplaceAll(l.Text, "\t", "　"), color)
	right.Set(textFateWhy(i.result.Report.Edition(), l), widgets.ColorSecond)
	row.Layout.Layout(parts, row.Size()) // what became of it has the room that it needs
}
