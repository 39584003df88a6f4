package desktop

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/assets"
)

// TestHelp: F1 says how to fill in what is on the screen, whatever has the focus.
func TestHelp(t *testing.T) {
	r := newRig(t)
	r.begin()
	r.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
	if !shows(r.Modal.Popup.Content, "左边选从哪里开始") {
		t.Fatalf("%q", texts(r.Modal.Popup.Content))
	}
	r.Modal.Close()
	r.start.sample()
	for i, e := range r.form.entries {
		r.form.open(i)
		key := &fyne.KeyEvent{Name: fyne.KeyF1}
		if r.focused() != nil {
			r.focused().TypedKey(key)
		} else {
			r.Window.Canvas().OnTypedKey()(key)
		}
		if r.Modal == nil {
			t.Fatalf("%s has no help", e.Name)
		}
		if len(texts(r.Modal.Popup.Content)) < 6 {
			t.Errorf("%s: %q", e.Name, texts(r.Modal.Popup.Content))
		}
		r.Modal.Close()
	}
	r.manual.showManual()
	if !shows(r.Modal.Popup.Content, "Ctrl+F 查找替换") {
		t.Errorf("%q", texts(r.Modal.Popup.Content))
	}
}

// TestHelpHasItsChapters: no page asks for a chapter that is not there.
func TestHelpHasItsChapters(t *testing.T) {
	r := newRig(t)
	var titles []string
	for _, c := range chapters(assets.Help()) {
		if len(c.paragraphs) == 0 {
			t.Errorf("%s is empty", c.title)
		}
		titles = append(titles, c.title)
	}
	r.openSample()
	for i := range r.form.entries {
		r.form.open(i)
		for _, wanted := range r.helpTitles() {
			if !slices.Contains(titles, wanted) {
				t.Errorf("no chapter %q", wanted)
			}
		}
	}
}
