package dialog

import (
	"context"
	"time"

	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/desktop/widgets"
)

// unnoticed is how long work may take before the user is told of it.
const unnoticed = 400 * time.Millisecond

// Busy does work that may take long, off the main goroutine, and then what it
// returns, if anything. While it lasts a dialog says so; 取消 ends its context.
func (d *Dialogs) Busy(title, words string, work func(ctx context.Context) (then func())) {
	ctx, cancel := context.WithCancel(context.Background())
	var m *Modal
	stop := d.After(unnoticed, func() {
		if ctx.Err() != nil { // it is done, and waits behind this
			return
		}
		m = d.Show(title, TextCancel, widgets.Plain, "", widgets.NewParagraph(words, widgets.SizeBody, theme.ColorNameForeground), widget.NewProgressBarInfinite())
		m.Confirm, m.Dropped = m.Close, cancel
	})
	d.Background(func() func() {
		then := work(ctx)
		return func() {
			stop()
			cancel()
			if m != nil && d.Modal == m {
				m.Hide()
			}
			if then != nil {
				then()
			}
		}
	})
}
