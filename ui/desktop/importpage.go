package desktop

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/intake/source"
	"nianbao/model/reportfile"
	"nianbao/ui/desktop/widgets"
)

// importPage shows what was read of a published report before it becomes a draft
// (导入旧报告): at the left the source line by line with what became of each, at
// the right the report as it would print.
type importPage struct {
	p        *program
	name     string // of the file
	data     []byte
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
	paper    *paper
	preview  *preview
	make     *widgets.Button // of the draft
}

// askImport lets the user choose a published report.
func (p *program) askImport() {
	p.withFolder(func(dir string) {
		p.choose(textImport, textOpen, dir, intake.Endings(), func(path string) {
			p.remember(folderKey, filepath.Dir(path))
			p.busy(textImport, textImporting, func(ctx context.Context) func() {
				data, err := readBounded(path, source.MaxSize)
				if err != nil {
					return func() { p.fail(err) }
				}
				return p.readPublished(ctx, filepath.Base(path), data, intake.Options{})
			})
		})
	})
}

// importClipboard reads a report that was copied from a web page or from Word.
func (p *program) importClipboard() {
	text := p.app.Clipboard().Content()
	p.busy(textImport, textImporting, func(ctx context.Context) func() {
		return p.readPublished(ctx, textClipboardName, []byte(text), intake.Options{})
	})
}

// readPublished reads a published report, off the main goroutine. There is
// nothing to do then when ctx has ended.
func (p *program) readPublished(ctx context.Context, name string, data []byte, o intake.Options) (then func()) {
	file := name
	if name == textClipboardName {
		file = "clipboard.txt"
	}
	result, err := intake.Read(file, data, o)
	switch {
	case ctx.Err() != nil:
		return nil
	case err != nil:
		return func() { p.tell(textImport, err.Error()) }
	}
	return func() {
		p.leaveForm(func() {
			p.start = nil
			page := newImportPage(p, name, data, result)
			p.show(textImport+" — "+textProgram, page.outer)
			p.updateMenu()
			p.window.Canvas().Focus(page.make)
		})
	}
}

func newImportPage(p *program, name string, data []byte, result *intake.Result) *importPage {
	i := &importPage{p: p, name: name, data: data}
	i.agency, i.year = widgets.NewTextEntry(p.post), widgets.NewTextEntry(p.post)
	i.counts = widgets.NewParagraph("", widgets.SizeBody, theme.ColorNameForeground)
	i.problem = widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	i.remarks = container.New(&widgets.Stack{Gap: 6})
	again := widgets.NewButton(textReadAgain, widgets.Plain, i.again)
	particulars := container.New(&widgets.Stack{Gap: 8},
		widgets.Field(textAgencyName, i.agency),
		widgets.Field(textReportYear, container.New(&widgets.Row{Gap: 8, Wide: 0}, i.year, again)), i.problem)
	i.scroll = widgets.NewScroller(&widgets.Stack{Gap: 12, Margin: 18}, widgets.Card(particulars), i.counts, i.remarks)
	i.detail = widgets.NewParagraph("", widgets.SizeSmall, widgets.ColorSecond)
	i.list = widgets.NewSourceList(func() int { return len(i.shown) }, i.update, i.choose)
	only := widgets.NewTick(textOnlyUnplaced, func(on bool) { i.doubtful = on; i.showLines() })
	left := widgets.NewEdges(widgets.Edges{
		Top:    container.New(widgets.NewInset(14, 10, 10, 6), container.New(&widgets.Row{Gap: 8, Wide: 0}, widgets.Label(textSource, widgets.SizeBody, widgets.ColorSecond), only)),
		Bottom: container.NewStack(widgets.Ground(widgets.ColorPanel), widgets.NewEdges(widgets.Edges{Top: widgets.Hairline()}, widgets.WithHeight(container.New(widgets.NewInset(14, 8, 14, 8), container.NewVScroll(i.detail)), 92))),
	}, i.list)
	i.paper = newPaper(p, func() *model.Report { return i.result.Report.Clone() }, func() { i.preview.show() })
	i.preview = newPreview(i.paper, nil)
	right := container.New(&upper{content: i.scroll.Content}, i.scroll.Outer, i.preview.outer)
	split := container.New(&halves{}, left, widgets.NewEdges(widgets.Edges{Left: widgets.VerticalLine()}, right))
	i.make = widgets.NewButton(textMakeDraft, widgets.Primary, i.keep)
	head := container.New(widgets.NewInset(22, 12, 16, 10), container.New(&widgets.Row{Gap: 8, Wide: 0},
		widgets.Heading(textImportOf(name), widgets.SizeTitle),
		widgets.NewButton(textCancel, widgets.Plain, p.showStart), i.make))
	i.outer = widgets.NewEdges(widgets.Edges{Top: container.NewStack(widgets.Ground(widgets.ColorPanel), widgets.NewEdges(widgets.Edges{Bottom: widgets.Hairline()}, head))}, split)
	i.show(result)
	return i
}

// halves shares the width between two objects.
type halves struct{}

func (*halves) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	half := float32(int(at.Width / 2))
	objects[0].Resize(fyne.NewSize(half, at.Height))
	objects[1].Move(fyne.NewPos(half, 0))
	objects[1].Resize(fyne.NewSize(at.Width-half, at.Height))
}

func (*halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(500, 200) }

// upper gives an object the height of its content, up to two fifths, and the
// rest to the one below it.
type upper struct{ content fyne.CanvasObject }

func (u *upper) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	objects[0].Resize(fyne.NewSize(at.Width, at.Height*2/5)) // its content takes its width from it
	h := min(u.content.MinSize().Height, at.Height*2/5)
	objects[0].Resize(fyne.NewSize(at.Width, h))
	objects[1].Move(fyne.NewPos(0, h))
	objects[1].Resize(fyne.NewSize(at.Width, at.Height-h))
}

func (*upper) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(250, 200) }

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
	if len(i.remarks.Objects) == 0 {
		i.remarks.Add(widgets.NoticeLine(widgets.DoneSign(), textAllPlaced, theme.ColorNameForeground))
	}
	i.remarks.Refresh()
	i.scroll.Relayout()
	i.showLines()
	i.paper.update()
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
		i.problem.Set(err.Error(), theme.ColorNameError)
		i.scroll.Relayout()
		return
	}
	i.problem.Set("", theme.ColorNameError)
	i.p.busy(textImport, textImporting, func(ctx context.Context) func() { return i.p.readPublished(ctx, i.name, i.data, o) })
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
	if r.Agency.Name == "" {
		i.problem.Set(textNeedAgency, theme.ColorNameError)
		i.scroll.Relayout()
		i.p.window.Canvas().Focus(i.agency)
		return
	}
	r.Label = textImportedLabel
	body, err := reportfile.Write(r)
	if err != nil {
		i.p.fail(err)
		return
	}
	i.p.createDraft(r, body)
}

// choose shows a line in whole, with what became of it.
func (i *importPage) choose(id int) {
	l := i.result.Lines[i.shown[id]]
	i.detail.Set(textLine(l)+"\n"+textFateOf(i.result.Report, l), theme.ColorNameForeground)
	if s, ok := i.result.Edition.Section(l.Section); ok {
		i.preview.follow(s.Title, "")
	}
}

// update makes a line of the list show one of the source.
func (i *importPage) update(id int, o fyne.CanvasObject) {
	l := i.result.Lines[i.shown[id]]
	parts := o.(*fyne.Container).Objects
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
	right.Set(textFate(i.result.Report.Edition(), l), widgets.ColorSecond)
}
