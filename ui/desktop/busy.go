package desktop

import (
	"context"
	"time"

	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/desktop/widgets"
)

// unnoticed is how long work may take before the user is told of it.
const unnoticed = 400 * time.Millisecond

// busy does work that may take long, off the main goroutine, and then what it
// returns, if anything. While it lasts a dialog says so; 取消 ends its context.
func (p *program) busy(title, words string, work func(ctx context.Context) (then func())) {
	ctx, cancel := context.WithCancel(context.Background())
	var m *modal
	stop := p.after(unnoticed, func() {
		if ctx.Err() != nil { // it is done, and waits behind this
			return
		}
		m = p.dialog(title, textCancel, widgets.Plain, "", widgets.NewParagraph(words, widgets.SizeBody, theme.ColorNameForeground), widget.NewProgressBarInfinite())
		m.confirm, m.dropped = m.close, cancel
	})
	p.background(func() func() {
		then := work(ctx)
		return func() {
			stop()
			cancel()
			if m != nil && p.modal == m {
				m.hide()
			}
			if then != nil {
				then()
			}
		}
	})
}
