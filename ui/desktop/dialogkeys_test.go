package desktop

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/export"
	"nianbao/model"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// TestEscapeClosesDialogs: Esc closes a dialog whatever in it has the focus, and the
// caret is back where it was.
func TestEscapeClosesDialogs(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	f.save() // a version
	r.setting(folderKey, t.TempDir())
	r.printers.Names, r.printers.Details = []string{"HP"}, true
	p := r.page(model.Overview).(*pages.Prose)
	heading := p.Cards[2].Heading
	for name, open := range map[string]func(){
		"new": r.creator.askNew, "file": r.opener.askFile, "export": func() { r.exporter.askExport(f) },
		"print": func() { r.exporter.askPrint(f, export.PrintReport) }, "faces": r.faces.askFaces, "final": f.AskFinal,
		"versions": func() { r.versions.askVersions(f) }, "backups": r.backups.askBackups, "phrases": p.InsertPhrase,
		"numbers": p.InsertNumber, "help": r.manual.showHelp,
		"answer": func() { pages.AskAnswer(f, findingOf(t, f, "S07")) }, "remove": p.Cards[2].Remove,
	} {
		for at := range 4 {
			f.Focus(heading)
			open()
			if r.Modal == nil {
				t.Fatalf("%s opens no dialog", name)
			}
			r.tab(at)
			r.keys(fyne.KeyEscape)
			if r.Modal != nil {
				t.Errorf("%s: Esc is dead after %d tabs, on a %T", name, at, r.focused())
				r.Modal.Close()
			}
			if r.focused() != heading {
				t.Errorf("%s: the caret is not back after %d tabs, but on a %T", name, at, r.focused())
			}
		}
	}
}

// TestEnterInADialog: Enter does what the first button does, from a list of choices
// as from an entry.
func TestEnterInADialog(t *testing.T) {
	r := newRig(t)
	r.begin()
	r.creator.askNew()
	r.write("青石街道办事处")
	r.tab(1)
	if _, ok := r.focused().(*widgets.Choice); !ok {
		t.Fatalf("on a %T", r.focused())
	}
	r.keys(fyne.KeyRight, fyne.KeyReturn)
	if r.form == nil || r.form.d.Report().Agency.Kind != pages.KindNamed(pages.KindNames()[1]) {
		t.Error("nothing made of the choice")
	}
}

// TestEnterDestroysNothing: where something would be lost, Enter is 取消, from
// wherever it comes.
func TestEnterDestroysNothing(t *testing.T) {
	r := newRig(t)
	r.begin()
	for name, enter := range map[string]func(){
		"on the button": func() { r.keys(fyne.KeyReturn) },
		"elsewhere":     func() { r.Modal.Key(&fyne.KeyEvent{Name: fyne.KeyReturn}) },
	} {
		done := false
		r.Ask(dialog.Question{Title: "覆盖", Yes: textOverwrite, Rank: widgets.Danger, Do: func() { done = true }})
		enter()
		if done || r.Modal != nil {
			t.Errorf("%s: done %v, dialog %v", name, done, r.Modal)
		}
	}
	done := false
	r.Ask(dialog.Question{Title: "覆盖", Yes: textOverwrite, Rank: widgets.Danger, Do: func() { done = true }})
	r.tab(1)
	r.keys(fyne.KeyReturn)
	if !done {
		t.Error("the button itself is dead")
	}
}

// TestTypingReplacesWhatADialogProposes, as in the cells of a table.
func TestTypingReplacesWhatADialogProposes(t *testing.T) {
	r := newRig(t)
	r.begin()
	r.creator.askNew()
	r.write("青石街道办事处")
	r.tab(2)
	r.write("2021")
	r.keys(fyne.KeyReturn)
	if r.form == nil || r.form.d.Report().Year != 2021 {
		t.Error("the year proposed is not replaced")
	}
}

// TestFocusAfterTheFirstDialog: the entry that asked for the unit has gone by the
// time the dialog closes.
func TestFocusAfterTheFirstDialog(t *testing.T) {
	r := newRig(t)
	r.begin()
	r.write("梧桐镇人民政府")
	r.keys(fyne.KeyReturn, fyne.KeyEscape)
	if r.Modal != nil || r.focused() != r.start.offers.Objects[0].(fyne.Focusable) {
		t.Errorf("the focus is on a %T", r.focused())
	}
}

// TestFocusAfterAnAnswer: the line of a finding goes with its answer, and the caret
// goes on to the one in its place.
func TestFocusAfterAnAnswer(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.openCheck()
	n := len(p.There)
	find(t, r, func(b *widgets.Button) bool { return b.Text == pages.TextAnswer }).Pressed()
	r.write("县里已核")
	r.keys(fyne.KeyReturn)
	if len(p.There) != n-1 || r.focused() != p.Begin() {
		t.Errorf("%d lines, the focus is on a %T", len(p.There), r.focused())
	}
	withdraw := find(t, r, func(b *widgets.Button) bool { return b.Text == pages.TextWithdraw })
	f.Focus(withdraw)
	r.keys(fyne.KeySpace)
	if len(p.There) != n || r.focused() != p.Begin() {
		t.Errorf("%d lines, the focus is on a %T", len(p.There), r.focused())
	}
	// From a page of prose, where the line stands below its block.
	prose := r.page(model.Preamble).(*pages.Prose)
	answer := find(t, r, func(b *widgets.Button) bool { return b.Text == pages.TextAnswer })
	f.Focus(answer)
	r.keys(fyne.KeySpace)
	r.write("县里已核")
	r.keys(fyne.KeyReturn)
	if r.focused() != prose.Cards[0].Text {
		t.Errorf("the focus is on a %T", r.focused())
	}
}

// TestChooserByKeys goes through folders: the list of the folder entered has the
// focus, not a line that has gone.
func TestChooserByKeys(t *testing.T) {
	r := newRig(t)
	r.begin()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "年报", "存档"), 0o700); err != nil {
		t.Fatal(err)
	}
	taken := ""
	r.Choose(textChooseFolder, textChooseThis, dir, nil, func(path string) { taken = path })
	r.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // 年报, below 上级文件夹
	if rows := widgets.RowsIn(r.Modal.Popup.Content); len(rows) != 2 || r.focused() != rows[0] {
		t.Fatalf("%d lines, on a %T", len(rows), r.focused())
	}
	r.Window.Canvas().FocusPrevious() // 上级文件夹 is the first line, above it are the places
	for _, ok := r.focused().(*widgets.TextEntry); !ok; _, ok = r.focused().(*widgets.TextEntry) {
		r.Window.Canvas().FocusPrevious()
	}
	r.keys(fyne.KeyReturn)
	if want := filepath.Join(dir, "年报"); taken != want {
		t.Errorf("took %q, want %q", taken, want)
	}
}

// TestChooserTakesTheMarkedFile: the button of the dialog takes the file that is
// marked, the first one to begin with; with a folder marked it takes none.
func TestChooserTakesTheMarkedFile(t *testing.T) {
	r := newRig(t)
	r.begin()
	dir := t.TempDir()
	for _, name := range []string{"甲.db", "乙.db"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for want, keys := range map[string][]fyne.KeyName{
		"乙.db": nil, "甲.db": {fyne.KeyDown}, "": {fyne.KeyUp}, // 乙 sorts first, below 上级文件夹
	} {
		taken := ""
		r.Choose(textFromFile, textOpen, dir, []string{".db"}, func(path string) { taken = filepath.Base(path) })
		r.keys(keys...)
		r.Modal.Confirm()
		if taken != want {
			t.Errorf("after %v took %q, want %q", keys, taken, want)
		}
	}
}

// TestFolderOfTheExport: the dialog that chooses the folder leads back to the one it
// was opened from, whether a folder was chosen or not.
func TestFolderOfTheExport(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	dir := t.TempDir()
	r.setting(folderKey, dir)
	other := filepath.Join(dir, "年报")
	if err := os.Mkdir(other, 0o700); err != nil {
		t.Fatal(err)
	}
	r.exporter.askExport(f)
	r.write("甲")
	open := func() {
		t.Helper()
		find(t, r, func(b *widgets.Button) bool { return b.Text == textBrowse }).Pressed()
	}
	back := func(folder string) {
		t.Helper()
		r.drain()
		if r.Modal == nil || !shows(r.Modal.Popup.Content, textExportFolder) {
			t.Fatal("the dialog is gone")
		}
		find(t, r, func(e *widgets.TextEntry) bool { return e.Text == folder })
		find(t, r, func(e *widgets.TextEntry) bool { return e.Text == "甲" })
	}
	open()
	r.keys(fyne.KeyEscape)
	back(dir)
	open()
	r.press(t, "年报")
	r.Modal.Confirm()
	back(other)
}
