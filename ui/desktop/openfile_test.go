package desktop

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/model/reportfile"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/filedialog"
)

func TestOpenFile(t *testing.T) {
	r := newRig(t)
	r.begin()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "年报"), 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "年报", "坏.nianbao")
	if err := os.WriteFile(path, []byte("{\n\"format\": 3}"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.setting(folderKey, dir)
	r.opener.askFile()
	press := func(name string) {
		t.Helper()
		find(t, r, func(l *widgets.ListRow) bool { return slices.Contains(texts(l), name) }).Tapped(nil)
	}
	press("年报")
	press("坏.nianbao")
	if said := strings.Join(texts(r.Window.Canvas().Overlays().Top()), ""); !strings.Contains(said, "第 2 行") {
		t.Errorf("said %q", said)
	}
	r.Modal.Close()

	if err := os.WriteFile(path, r.Sample, 0o600); err != nil {
		t.Fatal(err)
	}
	r.opener.askFile()
	find(t, r, func(e *widgets.TextEntry) bool { return e.Text == dir }).SetText(path)
	r.Modal.Confirm()
	if r.form == nil || r.form.d.Report().Year != 2020 {
		t.Error("the file did not open")
	}

	r = newRig(t) // the file was opened on the desktop
	r.File = path
	r.begin()
	if r.form == nil || r.form.d.Report().Year != 2020 {
		t.Error("the file did not open at the start")
	}
}

// nativeDialogs are the desktop's own.
type nativeDialogs struct {
	path  string
	err   error
	asked filedialog.Request
}

func (d *nativeDialogs) Available() bool { return true }

func (d *nativeDialogs) Choose(r filedialog.Request) (string, error) {
	d.asked = r
	return d.path, d.err
}

// TestSystemDialog: where the desktop has a dialog of its own it is offered.
func TestSystemDialog(t *testing.T) {
	r := newRig(t)
	d := &nativeDialogs{path: filepath.Join(t.TempDir(), "年报.nianbao"), err: filedialog.ErrCancelled}
	r.Native = d
	r.begin()
	if err := os.WriteFile(d.path, r.Sample, 0o600); err != nil {
		t.Fatal(err)
	}
	press := func() {
		t.Helper()
		find(t, r, func(b *widgets.Button) bool { return b.Text == dialog.TextSystemDialog }).Pressed()
	}
	r.opener.askFile()
	press()
	if r.Modal == nil || r.form != nil || !slices.Equal(d.asked.Endings, []string{reportfile.Ending}) {
		t.Fatal("cancelling there is not choosing nothing")
	}
	d.err = errors.New("broken")
	press()
	if !shows(r.Modal.Popup.Content, dialog.TextNoSystemDialog) {
		t.Errorf("%q", texts(r.Modal.Popup.Content))
	}
	d.err = nil
	press()
	if r.Modal != nil || r.form == nil {
		t.Error("not opened")
	}
}
