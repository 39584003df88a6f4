package pages

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"nianbao/export"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
)

// printHost is what the page needs that sends the report out.
type printHost interface {
	host
	AskFinal()
	AskReopen()
	AskPrintOf(export.Print)
	AskExportOf(export.Print)
}

// Print shows all pages as they will print, and sends them out
// (预览与打印).
type Print struct {
	printHost
	Paper   *preview.Paper
	Prints  *widgets.Choice
	Sheets  *widgets.Choice
	Roll    *preview.Roll
	where   *canvas.Text
	zoomed  *canvas.Text
	numbers *fyne.Container // those, with the buttons around them
	notes   *widgets.Paragraph
	tools   *fyne.Container
	Outer   *fyne.Container
}

// NewPrint makes the page, printing with faces.
func NewPrint(h printHost, faces preview.Faces) *Print {
	p := &Print{printHost: h}
	p.Paper = preview.NewPaper(h.Dialogs().Loop, faces, h.Desk().Snapshot, p.show)
	p.Roll = preview.NewRoll(p.Paper, p.showNumbers)
	p.Paper.Options.Print = export.PrintReport
	p.Prints = widgets.NewChoice(preview.PrintNames(), func(string) { p.choose() })
	p.Sheets = widgets.NewChoice(preview.SheetsNames(export.PrintReport), func(string) { p.choose() })
	p.where, p.zoomed = widgets.Label("", widgets.SizeSmall, widgets.ColorSecond), widgets.Label("", widgets.SizeSmall, widgets.ColorSecond)
	p.notes = widgets.NewParagraph("", widgets.SizeSmall, widgets.ColorHint)
	p.tools = container.New(&widgets.Row{Gap: 6, Wide: -1})
	p.numbers = container.New(&widgets.Row{Gap: 4, Wide: -1}, widgets.Gap(1, 36), p.where,
		widgets.NewIconButton(widgets.BackSign(), func() { p.Roll.Turn(-1) }), widgets.NewIconButton(widgets.ForwardSign(), func() { p.Roll.Turn(1) }), widgets.Gap(10, 1),
		widgets.NewIconButton(widgets.MinusSign(), func() { p.Roll.Scale(-1) }), p.zoomed, widgets.NewIconButton(widgets.PlusSign(), func() { p.Roll.Scale(1) }))
	head := container.New(&widgets.Stack{Gap: 8},
		container.New(widgets.Wrapping{Gap: 12}, widgets.WithWidth(widgets.Heading(TextPrintPage, widgets.SizeTitle), 150), p.tools),
		container.New(widgets.Wrapping{Gap: 12}, widgets.WithWidth(widgets.Framed(p.Prints), 130), widgets.WithWidth(widgets.Framed(p.Sheets), 250), p.numbers),
		p.notes)
	p.Outer = widgets.NewEdges(widgets.Edges{Top: container.New(widgets.NewInset(22, 16, 22, 10), head)}, p.Roll)
	p.showTools()
	p.Prints.Load(export.PrintReport.Name())
	p.Sheets.Load(preview.SheetsName(export.PrintReport, export.A4))
	p.showNumbers()
	return p
}

// choose shows what is to be printed, on the paper that is chosen where it heeds that.
func (p *Print) choose() {
	o := &p.Paper.Options
	if what := preview.PrintNamed(p.Prints.Selected); what != o.Print {
		o.Print = what
		p.Sheets.Options = preview.SheetsNames(what)
		p.Sheets.Load(preview.SheetsName(what, o.Sheets))
		p.showTools()
	}
	o.Sheets = export.A4
	if o.Print.Heeds(export.OptionPaper) {
		o.Sheets = preview.SheetsNamed(p.Sheets.Selected)
		p.Sheets.Enable()
	} else {
		p.Sheets.Disable()
	}
	p.Roll.To(0)
	p.update()
}

// update lays the pages out, beside last year's report where there is one.
func (p *Print) update() {
	p.Paper.Options.Previous = p.Desk().Previous()
	p.Paper.Update()
}

// Content belongs to Page.
func (p *Print) Content() fyne.CanvasObject { return p.Outer }

// Begin belongs to Page.
func (p *Print) Begin() fyne.Focusable {
	p.update()
	return p.Roll
}

// Chapters belongs to Page.
func (p *Print) Chapters() []string { return []string{TextPrintPage, chapterFinish} }

// Reveal belongs to Page.
func (p *Print) Reveal(check.Finding) bool { return false }

// Changed belongs to Page.
func (p *Print) Changed(c desk.Change) {
	if c.State {
		p.showTools()
	}
	p.Paper.Options.Previous = p.Desk().Previous()
	p.Paper.Touch()
}

// show takes over new pages.
func (p *Print) show() {
	p.Roll.Update()
	text := ""
	for i, note := range p.Paper.Notes {
		if i > 0 {
			text += "\n"
		}
		text += note
	}
	p.notes.Set(text, widgets.ColorHint)
	p.showNumbers()
	p.Outer.Layout.Layout(p.Outer.Objects, p.Outer.Size())
}

func (p *Print) showNumbers() {
	p.where.Text, p.zoomed.Text = preview.TextPageOf(p.Roll.Page()+1, p.Paper.Pages()), preview.TextPercent(preview.RollZooms[p.Roll.Zoom])
	p.numbers.Refresh() // lays them out: they may be wider now
}

// showTools offers what can be done with the report: a final one is taken up
// again, a draft finalised.
func (p *Print) showTools() {
	state := widgets.NewButton(TextFinalise, widgets.Plain, p.AskFinal)
	if p.Desk().Final() {
		state = widgets.NewButton(TextReopen, widgets.Plain, p.AskReopen)
	}
	p.tools.Objects = []fyne.CanvasObject{state}
	if p.Paper.Options.Print == export.PrintDigest {
		p.tools.Add(widgets.NewButton(TextLines, widgets.Plain, func() { askLines(p) }))
	}
	for _, b := range []*widgets.Button{
		widgets.NewButton(TextMenuPrint, widgets.Plain, func() { p.AskPrintOf(p.Paper.Options.Print) }),
		widgets.NewButton(TextMenuExport, widgets.Primary, func() { p.AskExportOf(p.Paper.Options.Print) }),
	} {
		p.tools.Add(b)
	}
	p.tools.Refresh()
}
