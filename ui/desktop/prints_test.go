package desktop

import (
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/excerpt"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
)

// exportPrints is the list of what can be printed, in the export dialog.
func exportPrints(t *testing.T, r *rig) *widgets.Choice {
	t.Helper()
	return find(t, r, func(c *widgets.Choice) bool { return slices.Equal(c.Options, preview.PrintNames()) })
}

// TestExportPrints exports what else is printed of a report than itself: only formats
// that can carry it are offered, what makes no difference is greyed, and the file does
// not take the name of the report's.
func TestExportPrints(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	dir := t.TempDir()
	r.setting(folderKey, dir)
	r.setting(formatKey, export.Word().Ending)
	r.setting(phoneKey, "0358-0000000")
	for _, is := range export.Prints() {
		r.exporter.askExport(f)
		exportPrints(t, r).SetSelected(is.Name())
		var names []string
		for _, format := range is.Formats() {
			names = append(names, format.Name)
		}
		formats := find(t, r, func(c *widgets.Choice) bool { return slices.Contains(c.Options, export.PDF().Name) })
		if !slices.Equal(formats.Options, names) || !slices.Contains(names, formats.Selected) {
			t.Errorf("%s: of the formats %q, %q", is, formats.Options, formats.Selected)
		}
		formats.SetSelected(export.PDF().Name)
		sheets := find(t, r, func(c *widgets.Choice) bool { return slices.Equal(c.Options, preview.SheetsNames(is)) })
		attach := find(t, r, func(k *widgets.Tick) bool { return k.Text == textAttach })
		if sheets.Disabled() == is.Heeds(export.OptionPaper) || attach.Disabled() == is.Heeds(export.OptionAttach) {
			t.Errorf("%s: greyed the paper %v, the attachment %v", is, sheets.Disabled(), attach.Disabled())
		}
		name := exportName(t, r).Text
		if i := strings.Contains(name, is.Name()+"）.pdf"); i == (is == export.PrintReport) {
			t.Errorf("%s: goes to %q", is, name)
		}
		r.Modal.Confirm()
		if r.printed.Print != is || (r.printed.Phone != "") != (is != export.PrintReport && is.Heeds(export.OptionPhone)) {
			t.Errorf("%s: printed %+v", is, r.printed)
		}
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
		r.Modal.Close()
	}

	r.exporter.askExport(f)
	exportPrints(t, r).SetSelected(export.PrintDigest.Name())
	exportName(t, r).SetText("年报.docx")
	written := len(r.paper)
	r.Modal.Confirm()
	if len(r.paper) != written || !shows(r.Window.Canvas().Overlays().Top(), "不能写成 .docx") {
		t.Errorf("wrote %q", r.paper)
	}
}

// TestPrintPrints prints and shows what else is printed of a report.
func TestPrintPrints(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	previous, err := model.New(2019, f.d.Report().Agency)
	if err != nil {
		t.Fatal(err)
	}
	f.d.SetPrevious(previous, nil)
	p := r.openPrint()
	if shows(p.Outer, pages.TextLines) {
		t.Error("the report has short lines of its own")
	}
	for _, is := range export.Prints() {
		p.Prints.SetSelected(is.Name())
		r.drain()
		if p.Paper.Options.Print != is || p.Paper.Options.Previous != previous || p.Paper.Pages() == 0 || shows(p.Outer, pages.TextLines) != (is == export.PrintDigest) {
			t.Errorf("%s: shows %+v, %d pages", is, p.Paper.Options, p.Paper.Pages())
		}
		r.printers.Names, r.printers.Details = []string{"HP"}, true
		for _, item := range []string{pages.TextMenuExport, pages.TextMenuPrint} {
			if r.menuItem(item); exportPrints(t, r).Selected != is.Name() {
				t.Errorf("%s: %s proposes %s", is, item, exportPrints(t, r).Selected)
			}
			r.Modal.Close()
		}
		f.AskPrintOf(p.Paper.Options.Print)
		r.Modal.Confirm()
		if r.printed.Print != is || r.printed.Previous != previous {
			t.Errorf("%s: printed %+v", is, r.printed)
		}
		if both := r.printers.jobs[len(r.printers.jobs)-1].Duplex; both != (is == export.PrintReport) {
			t.Errorf("%s: both sides %v", is, both)
		}
		r.Modal.Close()
	}
}

// TestPictureLines rewrites the short lines of the one-page picture: they are kept as they
// are typed, the preview follows, undo takes them back, and what is proposed can be had
// again.
func TestPictureLines(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.openPrint()
	p.Prints.SetSelected(export.PrintDigest.Name())
	r.drain()
	own := func() []string {
		lines, err := excerpt.Read(f.d.Report())
		if err != nil {
			t.Fatal(err)
		}
		return lines[excerpt.Problems]
	}
	before := pictureOf(r, p)
	r.pushFirst(pages.TextLines)
	proposed := strings.Join(excerpt.Proposed(f.d.Report(), excerpt.Problems), "\n")
	if proposed == "" {
		t.Fatal("nothing is proposed")
	}
	entry := find(t, r, func(e *widgets.TextEntry) bool { return e.Text == proposed })
	entry.SetText("公开不够及时\n\n解读少\n")
	if got := own(); !slices.Equal(got, []string{"公开不够及时", "解读少"}) {
		t.Fatalf("kept %q", got)
	}
	entry.SetText(strings.Repeat("长", excerpt.MaxChars+1))
	if got := own(); !slices.Equal(got, []string{"公开不够及时", "解读少"}) || !shows(r.Window.Canvas().Overlays().Top(), "最多 8 句") {
		t.Errorf("kept %q: %q", got, texts(r.Window.Canvas().Overlays().Top()))
	}
	entry.SetText("公开不够及时")
	r.Modal.Close()
	r.drain()
	if samePicture(before, pictureOf(r, p)) {
		t.Error("the preview does not follow")
	}
	f.Undo()
	if got := own(); len(got) == 1 {
		t.Errorf("after undo %q", got)
	}
	f.Redo()

	r.pushFirst(pages.TextLines)
	var back []*widgets.Button
	walk(r.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Text == pages.TextProposedLines {
			back = append(back, b)
		}
	})
	back[slices.Index(excerpt.Parts(), excerpt.Problems)].Pressed()
	if got := own(); got != nil {
		t.Errorf("kept %q of the proposal", got)
	}
	entry = find(t, r, func(e *widgets.TextEntry) bool { return e.Text == proposed })
	entry.SetText(proposed + "。")
	entry.SetText(proposed)
	if got := own(); got != nil {
		t.Errorf("kept %q, which is proposed anyway", got)
	}
}

// pictureOf is the first page that is shown.
func pictureOf(r *rig, p *pages.Print) image.Image {
	r.Window.Canvas().Capture()
	r.drain()
	return p.Roll.Sheets[0].Image.Image
}

func samePicture(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}
