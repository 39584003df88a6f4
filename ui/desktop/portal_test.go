package desktop

import (
	"errors"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/ui/desktop/pages"
)

// TestCopyForPortal: the fragment goes on the clipboard with the text beside it,
// what was typed last in both; where the clipboard takes no pages, the markup goes
// there as text, and the words say where to paste that.
func TestCopyForPortal(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	f.Focus(r.page(model.Problems).(*pages.Prose).Cards[0].Text)
	r.write("刚打的字。")
	r.menuItem(textMenuPortal)
	if r.Modal == nil || !shows(r.Modal.Popup.Content, textPortalCopied) {
		t.Fatal("no word of it")
	}
	r.Modal.Close()
	want, err := export.Web().Bytes(f.d.Snapshot(), export.Options{Fragment: true})
	if err != nil {
		t.Fatal(err)
	}
	if page := r.copied[0]; page != string(want.Data) || !strings.Contains(page, "刚打的字。") {
		t.Errorf("the page is %.200s", page)
	}
	if text := r.copied[1]; strings.Contains(text, "<table") || !strings.Contains(text, "刚打的字。") {
		t.Errorf("the text is %.200s", text)
	}
	if got, err := intake.Read("a.html", []byte(r.copied[0]), intake.Options{}); err != nil || got.Placed != 166 {
		t.Errorf("%d figures read back: %v", got.Placed, err)
	}

	r.refusal = errors.New("none")
	r.menuItem(textMenuPortal)
	if got := r.app.Clipboard().Content(); got != r.copied[0] {
		t.Errorf("the clipboard holds %.100s", got)
	}
	r.Modal.Close()

	// A draft is one there too, and is said to be.
	r.refusal = nil
	enter(t, f.d.Report(), "disputes.review.upheld", "")
	r.menuItem(textMenuPortal)
	if !strings.Contains(r.copied[0], "【草稿】") {
		t.Error("the draft is none on the portal")
	}
}
