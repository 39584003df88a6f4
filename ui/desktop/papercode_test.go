package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/model/checkcode"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// TestPaperCode compares papers with the open report: by the code on them, and by what a
// scanner types of their QR, which ends with Enter. One paper after the other can be
// compared; a cell that differs is one click away.
func TestPaperCode(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	printed := f.d.Snapshot()
	code, payload := checkcode.Of(printed).String(), checkcode.Payload(printed)
	said := func() string { return strings.Join(texts(r.Window.Canvas().Overlays().Top()), "\n") }
	ask := func(digits string) string {
		t.Helper()
		for _, c := range digits {
			r.focused().TypedRune(c)
		}
		r.keys(fyne.KeyReturn)
		if r.Modal == nil {
			t.Fatal("the dialog closed")
		}
		return said()
	}
	f.open(f.checkAt)
	r.pushFirst(pages.TextPaperCode)
	finished := strings.Contains(said(), code)
	if finished == strings.Contains(said(), "没有校验码") || !strings.Contains(said(), "不是电子签名") {
		t.Errorf("%q", said())
	}
	if got := ask(strings.ReplaceAll(code, " ", "")); !strings.Contains(got, "纸和文件一致") {
		t.Errorf("its own code: %q", got)
	}
	wrong := []byte(strings.ReplaceAll(code, " ", ""))
	wrong[3] = '0' + (wrong[3]-'0'+1)%10
	if got := ask(string(wrong)); !strings.Contains(got, "输错了") || strings.Contains(got, "纸和文件一致") {
		t.Errorf("a digit wrong: %q", got)
	}
	if got := ask(payload); !strings.Contains(got, "纸和文件一致") {
		t.Errorf("its own QR: %q", got)
	}
	r.Modal.Close()

	const changed = model.Address("applications.received.person")
	if err := f.d.Set(changed, "12"); err != nil {
		t.Fatal(err)
	}
	r.menuItem(textMenuPaperCode)
	if !strings.Contains(said(), "没有校验码") { // it does not add up any more
		t.Errorf("%q", said())
	}
	if got := ask(code); !strings.Contains(got, "纸和文件不一致") {
		t.Errorf("the code of another: %q", got)
	}
	if got := ask(payload); !strings.Contains(got, "纸上是“0”，文件里是") {
		t.Errorf("the QR of another: %q", got)
	}
	find(t, r, func(b *widgets.Button) bool { return b.Text == pages.TextGoTo }).Pressed()
	if r.Modal != nil || r.focused() != fyne.Focusable(f.shown().(*pages.Table).Grid.Cells[changed].Entry) {
		t.Errorf("not at the cell but at a %T", r.focused())
	}
}
