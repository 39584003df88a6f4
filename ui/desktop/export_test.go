package desktop

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/export"
	"nianbao/model/atomicfile"
	"nianbao/model/desk"
	"nianbao/model/reportfile"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
)

// exportList is the list of formats in the export dialog.
func exportList(t *testing.T, r *rig) *widgets.Choice {
	t.Helper()
	return find(t, r, func(c *widgets.Choice) bool { return slices.Contains(c.Options, export.PDF().Name) })
}

// exportName is the entry of the file's name.
func exportName(t *testing.T, r *rig) *widgets.TextEntry {
	t.Helper()
	return find(t, r, func(e *widgets.TextEntry) bool {
		return strings.Contains(e.Text, "年报") || strings.Contains(e.Text, "年度报告")
	})
}

// TestExportFormats writes every format from the window; the next time the last
// one is proposed. A report file holds the draft just as it is, also one that was
// finalised with a reason.
func TestExportFormats(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	f.d.Finalise("县里已核")
	dir := t.TempDir()
	r.setting(folderKey, dir)
	for _, format := range export.Formats() {
		usual := format.Prints()[0]
		r.exporter.askExport(f)
		exportPrints(t, r).SetSelected(usual.Name())
		exportList(t, r).SetSelected(format.Name)
		r.Modal.Confirm()
		path := filepath.Join(dir, proposedNames(f.d.Report())(usual)+format.Ending)
		data, err := os.ReadFile(path)
		if err != nil || len(data) == 0 {
			t.Fatalf("%s: %v", format.Name, err)
		}
		r.Modal.Close()
		if format.Ending == reportfile.Ending {
			want, err := reportfile.Write(f.d.Snapshot())
			if err != nil || string(data) != string(want) {
				t.Errorf("the file is not the draft: %v", err)
			}
		}
		r.exporter.askExport(f)
		if got := exportList(t, r).Selected; got != format.Name && format.Carries(export.PrintReport) {
			t.Errorf("proposed %q after %q", got, format.Name)
		}
		r.Modal.Close()
	}
}

// TestExportEnding: format and ending follow each other, and no name gets two
// endings.
func TestExportEnding(t *testing.T) {
	tests := []struct {
		format, typed string
		want          string // written; empty for refused
	}{
		{".pdf", "年报.pdf", "年报.pdf"},
		{".pdf", "年报", "年报.pdf"},
		{".pdf", "年报.PDF", "年报.PDF"},
		{".pdf", "年报.", "年报.pdf"},
		{".pdf", "年报v1.2", "年报v1.2.pdf"},
		{".pdf", "年报.第二稿", "年报.第二稿.pdf"},
		{".pdf", "年报2020.1.20", "年报2020.1.20.pdf"},
		{".pdf", "年报.nianbao", "年报.nianbao"},
		{".nianbao", "年报", "年报.nianbao"},
		{".nianbao", "年报.txt", "年报.txt"},
		{".txt", "年报.txt", "年报.txt"},
		{".pdf", "年报.wps", ""},
		{".pdf", ".pdf", ""},
		{".pdf", " ", ""},
	}
	r := newRig(t)
	f := r.openSample()
	for _, tt := range tests {
		dir := t.TempDir()
		r.setting(folderKey, dir)
		r.setting(formatKey, tt.format)
		r.paper = nil
		r.exporter.askExport(f)
		exportName(t, r).SetText(tt.typed)
		r.Modal.Confirm()
		var want []string
		if tt.want != "" {
			want = []string{filepath.Join(dir, tt.want)}
		}
		if !slices.Equal(r.paper, want) {
			t.Errorf("%s, typed %q: wrote %q, want %q", tt.format, tt.typed, r.paper, want)
		}
		r.Modal.Close()
	}
	for _, tt := range []struct{ name, ending, want string }{
		{"年报.pdf", ".txt", "年报.txt"},
		{"年报v1.2", ".txt", "年报v1.2.txt"},
		{"年报.wps", ".pdf", "年报.pdf"},
		{"年报", ".nianbao", "年报.nianbao"},
		{"年报.改.nianbao", ".pdf", "年报.改.pdf"},
	} {
		format, err := export.FormatFor(tt.ending)
		if err != nil {
			t.Fatal(err)
		}
		r.setting(formatKey, ".pdf")
		r.exporter.askExport(f)
		if format.Ending == ".pdf" { // chosen anew
			exportList(t, r).SetSelected(export.Text().Name)
		}
		exportName(t, r).SetText(tt.name)
		exportList(t, r).Load("")
		exportList(t, r).SetSelected(format.Name)
		if got := exportName(t, r).Text; got != tt.want {
			t.Errorf("%s as %s becomes %s, want %s", tt.name, tt.ending, got, tt.want)
		}
		r.Modal.Close()
	}
}

// TestExportGreys: what a format has no use for is greyed, and takes no part in
// the export though it is filled in.
func TestExportGreys(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.setting(folderKey, t.TempDir())
	r.setting(sheetsKey, preview.TextSheetsNames[export.A3])
	r.setting(phoneKey, "0358-0000000")
	r.exporter.askExport(f)
	greyed := func() bool {
		sheets := find(t, r, func(c *widgets.Choice) bool { return slices.Equal(c.Options, preview.SheetsNames(export.PrintReport)) })
		phone := find(t, r, func(e *widgets.TextEntry) bool { return e.Text == "0358-0000000" })
		posted := find(t, r, func(e *widgets.TextEntry) bool { return e.PlaceHolder == textPostedHint })
		attach := find(t, r, func(k *widgets.Tick) bool { return k.Text == textAttach })
		all := []fyne.Disableable{sheets, phone, posted, attach}
		for _, d := range all {
			if d.Disabled() != sheets.Disabled() {
				t.Errorf("some are greyed, some not")
			}
		}
		return sheets.Disabled()
	}
	if greyed() {
		t.Error("greyed for a PDF")
	}
	exportName(t, r).SetText("年报.txt")
	if !greyed() {
		t.Error("not greyed for the name of a text")
	}
	exportList(t, r).SetSelected(export.PDF().Name)
	if greyed() {
		t.Error("still greyed")
	}
	exportList(t, r).SetSelected(export.ReportFile().Name)
	find(t, r, func(e *widgets.TextEntry) bool { return e.PlaceHolder == textPostedHint }).SetText("下周一")
	r.Modal.Confirm()
	if len(r.paper) != 1 || r.printed.Sheets != export.A4 || r.printed.Phone != "" || r.printed.Posted != "" || r.printed.Faces != nil {
		t.Errorf("wrote %q as %+v", r.paper, r.printed)
	}
}

// TestExportAttaches: a PDF carries the report file where that is ticked, and the next
// one too; of what always carries it, or cannot, nothing is asked.
func TestExportAttaches(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.setting(folderKey, t.TempDir())
	ticked := func(format export.Format) *widgets.Tick {
		r.exporter.askExport(f)
		exportList(t, r).SetSelected(format.Name)
		return find(t, r, func(k *widgets.Tick) bool { return k.Text == textAttach })
	}
	for i, tt := range []struct {
		format export.Format
		want   bool
	}{{export.PDF(), false}, {export.PDF(), true}, {export.Text(), false}, {export.PDF(), true}} {
		tick := ticked(tt.format)
		if tt.want {
			tick.SetChecked(true)
		}
		exportName(t, r).SetText(fmt.Sprintf("年报%d%s", i, tt.format.Ending))
		r.Modal.Confirm()
		if r.printed.Attach != tt.want {
			t.Errorf("%s: attached %v, want %v", tt.format.Ending, r.printed.Attach, tt.want)
		}
		r.Modal.Close()
	}
	if !ticked(export.PDF()).Checked {
		t.Error("forgotten")
	}
}

// TestExportRefused: a file that could not be written says so, and nothing about
// drafts: those are not touched.
func TestExportRefused(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.setting(folderKey, t.TempDir())
	for refusal, want := range map[error]string{
		syscall.EACCES: "没有写到这里的权限", syscall.ENOSPC: "磁盘空间不足。请清理磁盘，或者换一个文件夹。", syscall.EROFS: "磁盘是只读的",
		syscall.ENAMETOOLONG: "名字太长", syscall.ENOENT: "没有这个文件夹", atomicfile.ErrNotRegular: "这个名字是文件夹或设备",
		errors.New("strange"): "write: strange",
	} {
		r.refusal = fmt.Errorf("write: %w", refusal)
		f.AskExport()
		r.Modal.Confirm()
		said := r.said()
		if !strings.Contains(said, textExportFailed) || !strings.Contains(said, "没有写成："+want) || strings.Contains(said, "草稿") {
			t.Errorf("%v: said %q", refusal, said)
		}
		r.Modal.Confirm() // 换个地方…
		exportName(t, r).SetText("年报二.pdf")
		r.refusal = nil
		r.Modal.Confirm()
		if written := r.paper[len(r.paper)-1]; filepath.Base(written) != "年报二.pdf" {
			t.Errorf("%v: the second time written to %s", refusal, written)
		}
		if r.Modal.Close(); !strings.Contains(said, textExportAgain) {
			t.Errorf("said %q", said)
		}
		if err := os.Remove(r.paper[len(r.paper)-1]); err != nil {
			t.Error(err)
		}
	}
	if f.d.Status().State != desk.Saved {
		t.Error("the draft counts as unsaved")
	}
}

// TestOpenRefused: a file that is no report is named, with what is wrong.
func TestOpenRefused(t *testing.T) {
	r := newRig(t)
	r.begin()
	dir := t.TempDir()
	for name, content := range map[string]string{
		"坏的.nianbao": "{\n\"format\": 3}", "别的.nianbao": "%PDF-1.7", "大的.nianbao": strings.Repeat(" ", reportfile.MaxSize+1), "空的.nianbao": "",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{
		"坏的.nianbao": "第 2 行", "别的.nianbao": "不是报告文件", "大的.nianbao": "文件超过 4 MB，不像是报告文件", "空的.nianbao": "文件是空的",
		"没有.nianbao": "没有打开：找不到它",
	} {
		path := filepath.Join(dir, name)
		r.opener.takeIn(path)
		if said := r.said(); !strings.Contains(said, "“"+path+"”") || !strings.Contains(said, want) || r.form != nil {
			t.Errorf("%s: said %q", name, said)
		}
	}
}
