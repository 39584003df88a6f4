package desktop

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/export"
	"nianbao/model"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
)

func TestExportDialog(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	dir := t.TempDir()
	r.setting(folderKey, dir)
	path := filepath.Join(dir, "梧桐镇人民政府2020年政府信息公开工作年度报告.pdf")
	r.exporter.askExport(f)
	r.Modal.Confirm()
	if !slices.Equal(r.paper, []string{path}) {
		t.Fatalf("wrote %q, want %q", r.paper, path)
	}
	said := r.Window.Canvas().Overlays().Top()
	if joined := strings.Join(texts(said), ""); !strings.Contains(joined, "已导出") || !strings.Contains(joined, "水印") {
		t.Errorf("said %q", joined)
	}
	r.Modal.Close()

	r.exporter.askExport(f)
	r.Modal.Confirm()
	if len(r.paper) != 1 || !shows(r.Window.Canvas().Overlays().Top(), "已有同名文件") {
		t.Fatal("wrote over a file without asking")
	}
	r.Modal.Confirm()
	if len(r.paper) != 2 {
		t.Error("did not write after the yes")
	}
}

// TestExportBoard prints the notice-board paper: its two lines are asked for,
// a wrong date is said at once, and the choice is remembered.
func TestExportBoard(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.setting(folderKey, t.TempDir())
	r.exporter.askExport(f)
	entry := func(value string) *widgets.TextEntry {
		return find(t, r, func(e *widgets.TextEntry) bool { return e.Text == value })
	}
	dialog := func() fyne.CanvasObject { return r.Window.Canvas().Overlays().Top() }
	if shows(dialog(), textPosted) {
		t.Error("the paper for the county asks for the date of posting")
	}
	list := find(t, r, func(s *widgets.Choice) bool { return s.Selected == preview.TextSheetsNames[export.A4] })
	list.SetSelected(preview.TextSheetsNames[export.Poster])
	if !shows(dialog(), textPosted) {
		t.Fatal("the notice board does not ask for the date of posting")
	}
	date := entry("2027年1月12日")
	date.SetText("下周一")
	r.Modal.Confirm()
	if len(r.paper) != 0 || !shows(dialog(), textWrongDate) {
		t.Fatal("a wrong date is accepted")
	}
	date.SetText("2027.1.20")
	find(t, r, func(e *widgets.TextEntry) bool { return e.PlaceHolder == textPhoneHint }).SetText("0358-0000000")
	r.Modal.Confirm()
	if o := r.printed; o.Sheets != export.Poster || o.Posted != "2027-01-20" || o.Phone != "0358-0000000" {
		t.Errorf("printed %+v", o)
	}
	r.Modal.Close()

	r.exporter.askExport(f)
	if !shows(dialog(), textPosted) || entry("0358-0000000") == nil {
		t.Error("the choice is forgotten")
	}
}

// TestExportMissing: characters that no face has are shown before anything is
// written, and printed as 〓 only on demand.
func TestExportMissing(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	if err := f.d.SetText(model.Other, 0, "𠮷"); err != nil {
		t.Fatal(err)
	}
	r.setting(folderKey, t.TempDir())
	r.exporter.askExport(f)
	r.Modal.Confirm()
	if said := strings.Join(texts(r.Window.Canvas().Overlays().Top()), ""); !strings.Contains(said, "第1段的“𠮷”") {
		t.Fatalf("said %q", said)
	}
	if _, err := os.Stat(r.paper[0]); err == nil {
		t.Error("written without asking")
	}
	r.Modal.Confirm()
	if _, err := os.Stat(r.paper[0]); err != nil || !r.printed.Replace {
		t.Errorf("not written after the yes: %v", err)
	}
}

// TestExportOnline asks, for the notice board, where the electronic report stands: what is
// no address is said at once, and the address stays with the report, a final one too.
func TestExportOnline(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	f.d.Finalise("县里已核")
	r.setting(folderKey, t.TempDir())
	r.setting(sheetsKey, preview.TextSheetsNames[export.A3])
	ask := func() *widgets.TextEntry {
		r.exporter.askExport(f)
		return find(t, r, func(e *widgets.TextEntry) bool { return e.PlaceHolder == textOnlineHint })
	}
	const address = "https://www.example.gov.cn/zfxxgk/2020.html"
	entry := ask()
	entry.SetText("政府网站首页")
	r.Modal.Confirm()
	if len(r.paper) != 0 || !shows(r.Window.Canvas().Overlays().Top(), "不是网址") {
		t.Fatalf("accepted: %q", r.said())
	}
	entry.SetText(address)
	r.Modal.Confirm()
	if len(r.paper) != 1 || f.d.Report().Online != address {
		t.Fatalf("wrote %q, the report has %q", r.paper, f.d.Report().Online)
	}
	r.Modal.Close()
	if got := ask().Text; got != address {
		t.Errorf("proposed %q", got)
	}
	list := find(t, r, func(s *widgets.Choice) bool { return s.Selected == preview.TextSheetsNames[export.A3] })
	if list.SetSelected(preview.TextSheetsNames[export.A4]); shows(r.Window.Canvas().Overlays().Top(), textOnline) {
		t.Error("the paper for the county asks for it")
	}
}

// TestPrintBoard: the dialog of printing asks for a paper what that of exporting asks:
// since when it hangs, whom to ask, where the electronic report stands.
func TestPrintBoard(t *testing.T) {
	r := newRig(t)
	t.Setenv("TMPDIR", t.TempDir())
	f := r.openSample()
	r.printers.Names = []string{"HP"}
	r.setting(phoneKey, "0358-0000000")
	for _, is := range export.Prints() {
		r.exporter.askPrint(f, is)
		asks := func(what string) bool { return shows(r.Modal.Popup.Content, what) }
		if other := is != export.PrintReport; asks(textPhone) != (other && is.Heeds(export.OptionPhone)) || asks(textPosted) || asks(textOnline) {
			t.Errorf("%s on A4 asks for the phone %v, the date %v, the address %v", is, asks(textPhone), asks(textPosted), asks(textOnline))
		}
		r.Modal.Close()
	}

	r.exporter.askPrint(f, export.PrintReport)
	hinted := func(hint string) *widgets.TextEntry {
		return find(t, r, func(e *widgets.TextEntry) bool { return e.PlaceHolder == hint })
	}
	list := find(t, r, func(s *widgets.Choice) bool { return s.Selected == preview.TextSheetsNames[export.A4] })
	list.SetSelected(preview.TextSheetsNames[export.A3])
	for hint, proposed := range map[string]string{textPostedHint: "2027年1月12日", textPhoneHint: "0358-0000000", textOnlineHint: ""} {
		if got := hinted(hint).Text; got != proposed {
			t.Errorf("proposes %q, want %q", got, proposed)
		}
	}
	for hint, wrong := range map[string]struct{ typed, said string }{
		textPostedHint: {"下周一", textWrongDate}, textOnlineHint: {"政府网站首页", "不是网址"},
	} {
		was := hinted(hint).Text
		hinted(hint).SetText(wrong.typed)
		if r.Modal.Confirm(); len(r.printers.jobs) != 0 || !shows(r.Modal.Popup.Content, wrong.said) || r.focused() != hinted(hint) {
			t.Fatalf("accepted %q: %q", wrong.typed, r.said())
		}
		hinted(hint).SetText(was)
	}
	const address = "https://www.example.gov.cn/zfxxgk/2020.html"
	hinted(textPostedHint).SetText("2027.1.20")
	hinted(textPhoneHint).SetText("0358-0000001")
	hinted(textOnlineHint).SetText(address)
	r.Modal.Confirm()
	if o := r.printed; o.Sheets != export.A3 || o.Posted != "2027-01-20" || o.Phone != "0358-0000001" || f.d.Report().Online != address {
		t.Errorf("printed %+v, the report has %q", o, f.d.Report().Online)
	}
	if phone, _ := r.shelf.Setting(phoneKey); phone != "0358-0000001" {
		t.Errorf("remembered %q", phone)
	}
}
