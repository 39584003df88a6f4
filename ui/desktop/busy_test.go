package desktop

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
)

// TestBusy: work that lasts says so and can be cancelled; another dialog in the
// place of its own does not cancel it, and quick work shows nothing.
func TestBusy(t *testing.T) {
	r := newRig(t)
	r.begin()
	var finish func()
	r.Background = func(work func() func()) { finish = func() { work()() } }
	var ended error
	done := 0
	begin := func() {
		r.Busy("导入", "正在读……", func(ctx context.Context) func() {
			ended = ctx.Err()
			if ended != nil {
				return nil
			}
			return func() { done++ }
		})
	}

	begin()
	finish()
	r.drain()
	if done != 1 || r.Modal != nil {
		t.Errorf("quick work: done %d times, dialog %v", done, r.Modal)
	}

	begin()
	r.drain() // it lasts
	if r.Modal == nil || !shows(r.Modal.Popup.Content, "正在读……") {
		t.Fatal("nothing says that work lasts")
	}
	finish()
	if done != 2 || r.Modal != nil {
		t.Errorf("lasting work: done %d times, dialog %v", done, r.Modal)
	}

	begin()
	r.drain()
	r.Tell("备份", "没有做成")
	finish()
	if done != 3 || r.Modal == nil || !shows(r.Modal.Popup.Content, "没有做成") {
		t.Errorf("behind another dialog: done %d times, dialog %v", done, r.Modal)
	}
	r.Modal.Close()

	begin()
	r.drain()
	find(t, r, func(b *widgets.Button) bool { return b.Text == dialog.TextCancel }).Pressed()
	finish()
	if ended == nil || done != 3 || r.Modal != nil {
		t.Errorf("cancelled: %v, done %d times", ended, done)
	}
}

// TestChosenSectionInView: in a low window the section list follows.
func TestChosenSectionInView(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.Window.Resize(r.Window.Canvas().Size().Subtract(fyne.NewSize(0, 420)))
	for _, at := range []int{f.printAt, 0} {
		f.open(at)
		e := f.entries[at].NavItem
		top := e.Position().Y - f.list.View.Offset.Y
		if top < 0 || top+e.Size().Height > f.list.View.Size().Height {
			t.Errorf("%s at %v of %v", e.Name, top, f.list.View.Size().Height)
		}
	}
}
