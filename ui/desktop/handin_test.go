package desktop

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/model"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// filed lists the files below a folder.
func filed(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	paths, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paths {
		name, _ := filepath.Rel(dir, p)
		all = append(all, name)
	}
	return all
}

// TestHandIn: on the last page a report without errors is made final and written into a
// folder of the desktop, with two keys; one that is not ready is not offered that.
func TestHandIn(t *testing.T) {
	r := newRig(t)
	r.desktop = t.TempDir()
	f := r.openSample()
	if err := f.d.Set("disputes.review.upheld", ""); err != nil {
		t.Fatal(err)
	}
	if p := r.openCheck(); p.Finish != nil || shows(p.Content(), "全部填好") {
		t.Errorf("with a blank: %q", texts(p.Content()))
	}
	f.Undo()
	p := r.openCheck()
	if p.Finish == nil || r.focused() != p.Finish || !shows(p.Content(), "全部填好，没有错误。") {
		t.Fatalf("ready: %q", texts(p.Content()))
	}
	p.Finish.Pressed()
	const name = "梧桐镇人民政府2020年政府信息公开工作年度报告"
	if said := r.said(); !strings.Contains(said, "不能再改") || !strings.Contains(said, name) {
		t.Errorf("asked %q", said)
	}
	r.Modal.Confirm()
	if !r.form.Final() {
		t.Error("not final")
	}
	var want []string
	for _, format := range export.HandIn() {
		want = append(want, filepath.Join(name, name+format.Ending))
	}
	if got := filed(t, r.desktop); strings.Join(got, " ") != strings.Join(want, " ") && len(got) != len(want) {
		t.Errorf("on the desktop: %q, want %q", got, want)
	}
	if said := r.said(); !strings.Contains(said, filepath.Join(r.desktop, name)) {
		t.Errorf("told %q", said)
	}

	find(t, r, func(b *widgets.Button) bool { return b.Text == textOpenWritten }).Pressed()
	if len(r.shown) != 1 || r.shown[0] != filepath.Join(r.desktop, name, name+".pdf") {
		t.Errorf("shown %q", r.shown)
	}
	p = r.openCheck()
	if p.Finish == nil || !shows(p.Content(), "已经定稿") {
		t.Fatalf("final: %q", texts(p.Content()))
	}
	p.Finish.Pressed()
	if got := filed(t, r.desktop); len(got) != 2*len(want) || !strings.Contains(strings.Join(got, " "), name+"（2）") {
		t.Errorf("a second time: %q", got)
	}
	r.refusal = errors.New("exit status 3")
	r.Modal.Confirm() // 打开所在文件夹, without a file manager
	if said := r.said(); !strings.Contains(said, "文件管理器") || !strings.Contains(said, name+"（2）") {
		t.Errorf("told %q", said)
	}
}

// TestHandInRefused: where the desktop takes no files it is said which, and no folder is
// left behind; characters that cannot be printed are asked about first.
func TestHandInRefused(t *testing.T) {
	r := newRig(t)
	r.desktop = t.TempDir()
	f := r.openSample()
	r.refusal = os.ErrPermission
	r.exporter.handIn(f.d.Snapshot(), false)
	if said := r.said(); !strings.Contains(said, ".pdf”没有写成") {
		t.Errorf("told %q", said)
	}
	r.Modal.Close()
	r.refusal = nil
	if err := f.d.SetText(model.Other, 0, "本年度未收取信息处理费。😀"); err != nil {
		t.Fatal(err)
	}
	r.exporter.handIn(f.d.Snapshot(), false)
	if said := r.said(); !strings.Contains(said, "😀") {
		t.Errorf("told %q", said)
	}
	if left, _ := os.ReadDir(r.desktop); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	r.Modal.Confirm()
	if got := filed(t, r.desktop); len(got) != len(export.HandIn()) || !r.printed.Replace {
		t.Errorf("with 〓: %q", got)
	}
	r.desktop = filepath.Join(r.desktop, "没有")
	r.exporter.handIn(f.d.Snapshot(), false)
	if said := r.said(); !strings.Contains(said, "没有写成") {
		t.Errorf("told %q", said)
	}
	if !strings.Contains(pages.TextHandIn, pages.TextFinalise) {
		t.Error("it does not say that it finalises")
	}
}
