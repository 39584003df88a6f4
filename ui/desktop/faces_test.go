package desktop

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/fonts"
	"nianbao/ui/desktop/widgets"
)

// TestFaces chooses a face for a role; one that cannot be used is refused in
// words, and one that has gone is named when the report is printed without it.
func TestFaces(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	path, err := filepath.Abs("../../fonts/kai.ttf")
	if err != nil {
		t.Fatal(err)
	}
	r.installed = []fonts.Candidate{
		{Role: fonts.Fang, Name: "仿宋_GB2312", Path: path},
		{Role: fonts.Fang, Name: "仿宋_GB2312", Path: filepath.Join(t.TempDir(), "坏.ttf")},
	}
	list := func() *widgets.Choice {
		t.Helper()
		return find(t, r, func(s *widgets.Choice) bool { return slices.Contains(s.Options, "自带的仿宋") })
	}
	r.faces.askFaces()
	if got, want := list().Options, []string{"自带的仿宋", "仿宋_GB2312", "仿宋_GB2312（坏.ttf）"}; !slices.Equal(got, want) {
		t.Fatalf("listed %q, want %q", got, want)
	}
	list().SetSelectedIndex(2)
	r.Modal.Confirm()
	if said := strings.Join(texts(r.Window.Canvas().Overlays().Top()), ""); !strings.Contains(said, "不能用作仿宋") {
		t.Fatalf("said %q", said)
	}
	list().SetSelectedIndex(1)
	r.Modal.Confirm()
	if r.Modal != nil {
		t.Fatal("the face was refused")
	}
	r.setting(folderKey, t.TempDir())
	r.exporter.askExport(f)
	r.Modal.Confirm()
	if got := r.printed.Faces.Face(fonts.Fang).Name(); got != "DocKai" {
		t.Errorf("printed with %s", got)
	}
	r.Modal.Close()

	r.installed = nil
	r.faces.askFaces()
	if got := list().Selected; got != "kai.ttf" {
		t.Errorf("a chosen face that is no longer found: %q", got)
	}
	r.Modal.Close()
	r.setting(facePrefix+"仿宋", filepath.Join(t.TempDir(), "没了.ttf"))
	r.exporter.askExport(f)
	r.Modal.Confirm()
	r.Modal.Confirm() // write over it
	said := strings.Join(texts(r.Window.Canvas().Overlays().Top()), "")
	if !strings.Contains(said, "已导出") || !strings.Contains(said, "字体“没了.ttf”不能用作仿宋") {
		t.Errorf("said %q", said)
	}
}
