package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// statusBar shows how far saving has come, what the rules count, the edition
// and the number of pages.
type statusBar struct {
	outer         *fyne.Container
	sign          *canvas.Image
	saved         *widgets.Clipped
	final         *widgets.SignedText
	errors, hints *widgets.SignedText
	todo          *widgets.SignedText
	pages         *canvas.Text
}

func newStatusBar(d *desk.Desk, toCheck, reopen func(), tell func(text string)) *statusBar {
	b := &statusBar{
		sign:   widgets.Picture(widgets.DoneSign(), 13),
		saved:  widgets.NewClipped(widgets.SizeSmall, theme.ColorNameSuccess, tell),
		final:  widgets.NewSignedText(widgets.DoneSign(), theme.ColorNameForeground, reopen),
		errors: widgets.NewSignedText(widgets.ErrorSign(), theme.ColorNameError, toCheck),
		hints:  widgets.NewSignedText(widgets.HintSign(), widgets.ColorHint, toCheck),
		todo:   widgets.NewSignedText(pages.SignOf(desk.Empty), widgets.ColorSecond, toCheck),
		pages:  widgets.Label("", widgets.SizeSmall, widgets.ColorSecond),
	}
	b.outer = widgets.NewFootBar(1,
		[]fyne.CanvasObject{b.sign, b.saved, b.final, b.errors, b.hints, b.todo},
		[]fyne.CanvasObject{b.pages, widgets.Label(pages.TextEdition(d.Report().Edition()), widgets.SizeSmall, widgets.ColorSecond)})
	if final := d.Report().Final; final != nil {
		b.final.Set(textFinalSince(final.Date), true)
	} else {
		b.final.Hide()
	}
	b.showStatus(d.Status())
	b.showCounts(d.Count())
	return b
}

// showStatus says whether everything is saved.
func (b *statusBar) showStatus(s desk.Status) {
	switch s.State {
	case desk.Saving:
		b.sign.Resource = pages.SignOf(desk.Empty)
		b.saved.Set(textSaving, widgets.ColorSecond)
	case desk.Failed:
		b.sign.Resource = widgets.ErrorSign()
		b.saved.Set(textNotSaved(failure.SavingDraft().Words(s.Err), s.Rescue), theme.ColorNameError)
	case desk.Saved:
		b.sign.Resource = widgets.DoneSign()
		text := textSavedPlain
		if !s.At.IsZero() {
			text = textSaved(s.At)
		}
		b.saved.Set(text, theme.ColorNameSuccess)
	}
	b.sign.Refresh()
	b.outer.Refresh()
}

// showCounts says how much is wrong, and how much still to be done.
func (b *statusBar) showCounts(counts check.Counts, todo int) {
	b.todo.Set(pages.TextToDo(todo), todo > 0)
	b.errors.Set(pages.TextErrors(counts.E), counts.E > 0)
	b.hints.Set(pages.TextHints(counts.W), counts.W > 0)
	b.outer.Refresh()
}

// showPages says how many pages the report has.
func (b *statusBar) showPages(n int) {
	b.pages.Text = textPages(n)
	b.outer.Refresh()
}

// troubleBar says above every page, in whole, why nothing is being saved, and where
// the text is meanwhile: the status bar has no room for a path.
type troubleBar struct {
	outer *fyne.Container
	words *widgets.Paragraph
}

func newTroubleBar() *troubleBar {
	b := &troubleBar{words: widgets.NewParagraph("", widgets.SizeSmall, theme.ColorNameError)}
	line := container.New(&widgets.Row{Gap: 8, Wide: 1, Top: true}, widgets.Picture(widgets.ErrorSign(), 13), b.words)
	b.outer = widgets.OnGround(widgets.ColorErrorBack, widgets.NewEdges(widgets.Edges{Bottom: widgets.Hairline()}, container.New(widgets.NewInset(22, 8, 14, 8), line)))
	b.outer.Hide()
	return b
}

// show shows the bar, or takes it away, and reports whether its height may differ.
func (b *troubleBar) show(s desk.Status) (differs bool) {
	failed := s.State == desk.Failed
	differs = failed || b.outer.Visible()
	b.outer.Hidden = !failed
	if failed {
		b.words.Set(textNotSaved(failure.SavingDraft().Words(s.Err), s.Rescue), theme.ColorNameError)
	}
	return differs
}
