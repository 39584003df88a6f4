package desktop

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/ui/desktop/widgets"
)

// TestBusy: work that lasts says so and can be cancelled; another dialog in the
// place of its own does not cancel it, and quick work shows nothing.
func TestBusy(t *testing.T) {
	r := newRig(t)
	r.begin()
	var finish func()
	r.background = func(work func() func()) { finish = func() { work()() } }
	var ended error
	done := 0
	begin := func() {
		r.busy("导入", "正在读……", func(ctx context.Context) func() {
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
	if done != 1 || r.modal != nil {
		t.Errorf("quick work: done %d times, dialog %v", done, r.modal)
	}

	begin()
	r.drain() // it lasts
	if r.modal == nil || !shows(r.modal.popup.Content, "正在读……") {
		t.Fatal("nothing says that work lasts")
	}
	finish()
	if done != 2 || r.modal != nil {
		t.Errorf("lasting work: done %d times, dialog %v", done, r.modal)
	}

	begin()
	r.drain()
	r.tell("备份", "没有做成")
	finish()
	if done != 3 || r.modal == nil || !shows(r.modal.popup.Content, "没有做成") {
		t.Errorf("behind another dialog: done %d times, dialog %v", done, r.modal)
	}
	r.modal.close()

	begin()
	r.drain()
	find(t, r, func(b *widgets.Button) bool { return b.Text == textCancel }).Pressed()
	finish()
	if ended == nil || done != 3 || r.modal != nil {
		t.Errorf("cancelled: %v, done %d times", ended, done)
	}
}

// TestChosenSectionInView: in a low window the section list follows.
func TestChosenSectionInView(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.window.Resize(r.window.Canvas().Size().Subtract(fyne.NewSize(0, 420)))
	for _, at := range []int{f.printAt, 0} {
		f.open(at)
		e := f.entries[at].NavItem
		top := e.Position().Y - f.list.View.Offset.Y
		if top < 0 || top+e.Size().Height > f.list.View.Size().Height {
			t.Errorf("%s at %v of %v", e.Name, top, f.list.View.Size().Height)
		}
	}
}
