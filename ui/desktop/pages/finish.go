package pages

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/export"
	"nianbao/ui/desktop/widgets"
)

// finish is the card that ends the work (定稿并导出); nil while something is to be
// filled in or mended that would print 草稿.
func (p *Check) finish() fyne.CanvasObject {
	p.Finish = nil
	if len(export.Unfinished(p.Desk().Report())) > 0 {
		return nil
	}
	words, advice, button := textAllDone, textAllDoneAdvice(p.Desk().Count()), TextHandIn
	if p.Final() {
		words, advice, button = textIsFinal, textIsFinalAdvice, textHandInAgain
	}
	p.Finish = widgets.NewButton(button, widgets.Primary, p.AskHandIn)
	head := widgets.NewParagraph(words, widgets.SizeProse, theme.ColorNameSuccess)
	head.Bold = true
	line := container.New(&widgets.Row{Gap: 10, Wide: 1}, widgets.Picture(widgets.DoneSign(), 20),
		container.New(&widgets.Stack{Gap: 3}, head, widgets.NewParagraph(advice, widgets.SizeSmall, widgets.ColorSecond)))
	return widgets.Card(container.New(widgets.WithTools{}, line, p.Finish))
}
