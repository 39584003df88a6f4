package desktop

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/store"
	"nianbao/ui/desktop/widgets"
)

// said is what the open dialog shows.
func (r *rig) said() string {
	r.t.Helper()
	if r.Modal == nil {
		r.t.Fatal("no dialog")
	}
	return strings.Join(texts(r.Window.Canvas().Overlays().Top()), "")
}

// press opens a line of the list in the dialog.
func (r *rig) press(t *testing.T, text string) {
	t.Helper()
	find(t, r, func(l *widgets.ListRow) bool { return strings.Contains(strings.Join(texts(l), ""), text) }).Tapped(nil)
}

func TestVersionsDialog(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.versions.askVersions(f)
	if !strings.Contains(r.said(), "还没有历史版本") {
		t.Errorf("said %q", r.said())
	}
	r.Modal.Close()

	if err := f.d.Set("applications.received.person", "5"); err != nil {
		t.Fatal(err)
	}
	f.save()
	if err := f.d.SetText(model.Other, 0, "后来写的"); err != nil {
		t.Fatal(err)
	}
	r.versions.askVersions(f)
	r.press(t, "手动保存，改 1 格")
	if said := r.said(); !strings.Contains(said, "［删：") && !strings.Contains(said, "后来写的") {
		t.Errorf("said %q", said)
	}
	find(t, r, func(e *widgets.TextEntry) bool { return e.PlaceHolder == textVersionNameHint }).SetText("报县里的稿")
	find(t, r, func(b *widgets.Button) bool { return b.Text == textKeepName }).Tapped(nil)
	r.press(t, "“报县里的稿”")
	r.keys(fyne.KeyEscape)
	r.press(t, "“报县里的稿”") // the list is back
	r.Modal.Confirm()     // 恢复
	if r.form == nil || r.form == f || r.form.d.Report().Narrative[model.Other][0].Text != "无" {
		t.Fatal("the version is not taken up again")
	}
	all, err := r.shelf.Versions(r.form.d.ID())
	if err != nil || !slices.ContainsFunc(all, func(v store.Version) bool { return v.Reason == store.ReasonRestored }) {
		t.Fatalf("versions %+v, %v", all, err)
	}
	i := slices.IndexFunc(all, func(v store.Version) bool { return v.Reason == store.ReasonClosed || v.Reason == store.ReasonBefore })
	body, err := r.shelf.LoadVersion(r.form.d.ID(), all[i].Seq)
	if err != nil || !strings.Contains(string(body), "后来写的") {
		t.Errorf("the state before is not kept: %v", err)
	}
}

func TestBackupsDialog(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	id := f.d.ID()
	r.backups.askBackups()
	r.Modal.Confirm() // 现在备份
	if len(r.shelf.Backups()) != 1 {
		t.Fatalf("%d backups", len(r.shelf.Backups()))
	}
	r.Modal.Close()
	if err := f.d.Set("applications.received.person", "5"); err != nil {
		t.Fatal(err)
	}
	r.backups.askBackups()
	find(t, r, func(*widgets.ListRow) bool { return true }).Open()
	if !strings.Contains(r.said(), "的备份") {
		t.Fatalf("said %q", r.said())
	}
	r.Modal.Close()
	b := r.shelf.Backups()[0]
	r.backups.askBackup(b)
	r.press(t, "梧桐镇人民政府　2020 年度")
	r.Modal.Confirm() // 恢复
	if !strings.Contains(r.said(), "已恢复") || r.form != nil {
		t.Errorf("said %q", r.said())
	}
	if got := r.shelf.saved(t, id).Cells["applications.received.person"]; got != "0" {
		t.Errorf("restored %q", got)
	}
	r.Modal.Close()
	r.backups.askBackup(b)
	r.Modal.Confirm() // 恢复整个草稿库
	r.Modal.Confirm() // 恢复
	if !strings.Contains(r.said(), "已恢复") {
		t.Errorf("said %q", r.said())
	}
}

func TestTrashDialog(t *testing.T) {
	r := newRig(t)
	id := r.openSample().d.ID()
	r.showStart()
	if _, err := r.shelf.Backup(); err != nil {
		t.Fatal(err)
	}
	r.trash.askTrashed()
	if !strings.Contains(r.said(), "回收站是空的") {
		t.Errorf("said %q", r.said())
	}
	r.Modal.Close()
	for _, keep := range []bool{true, false} {
		if err := r.shelf.Trash(id); err != nil {
			t.Fatal(err)
		}
		r.trash.askTrashed()
		r.press(t, "梧桐镇人民政府　2020 年度")
		if keep {
			r.Modal.Confirm() // 放回列表
			if !shows(r.start.outer, "草稿 1 份") {
				t.Errorf("page %q", texts(r.start.outer))
			}
			continue
		}
		find(t, r, func(b *widgets.Button) bool { return b.Text == textPurge }).Tapped(nil)
		if !strings.Contains(r.said(), "不能再恢复") || !strings.Contains(r.said(), "1 份备份里还留着") {
			t.Errorf("said %q", r.said())
		}
		r.Modal.Confirm()
	}
	if trash, err := r.shelf.Trashed(); err != nil || len(trash) != 0 {
		t.Errorf("trash %v, %v", trash, err)
	}
}

// TestWelcomeAfterCrash: the start after a crash says which draft was open.
func TestWelcomeAfterCrash(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	if r.Modal != nil {
		t.Fatalf("at the first start: %q", r.said())
	}
	if err := f.d.Flush(); err != nil { // and the program is killed
		t.Fatal(err)
	}
	f.d.Discard()
	r.form = nil
	r.begin()
	if said := strings.Join(texts(r.start.banner), ""); !strings.Contains(said, "上次程序没有正常关闭") || !strings.Contains(said, "《梧桐镇人民政府 2020 年度》") {
		t.Errorf("said %q", said)
	}
	find(t, r, func(b *widgets.Button) bool { return b.Text == textGoOn }).Pressed()
	if r.form == nil {
		t.Error("does not go on with it")
	}
}

// TestVanishedStore: a store that has gone is restored from its backup, on the
// user's word.
func TestVanishedStore(t *testing.T) {
	r := newRig(t)
	missing := &store.MissingError{Dir: "d", Backups: []store.Backup{{Path: "d/backups/b.db"}}}
	open := r.Open
	restored := ""
	r.Open = func() (Drafts, error) {
		if restored == "" {
			return nil, missing
		}
		return open()
	}
	r.Restore = func(backup string) error { restored = backup; return nil }
	r.begin()
	if !strings.Contains(r.said(), "发现 1 份备份") {
		t.Fatalf("said %q", r.said())
	}
	r.Modal.Confirm()
	if restored != "d/backups/b.db" || r.start == nil {
		t.Errorf("restored %q", restored)
	}
}

// TestRescueIsShown: the status bar says why nothing is saved, and where the
// text is meanwhile.
func TestRescueIsShown(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.shelf.setRefuse(errors.New("disk full"))
	if err := f.d.Set("applications.received.person", "5"); err != nil {
		t.Fatal(err)
	}
	if err := f.d.Flush(); err == nil {
		t.Fatal("saved")
	}
	f.showStatus()
	r.Window.Canvas().Capture()
	if !shows(f.bar.outer, "未保存：") || !shows(f.bar.outer, "…") {
		t.Errorf("status bar %q", texts(f.bar.outer))
	}
	f.bar.saved.Tapped(nil)
	bar := strings.Join(texts(r.Modal.Popup.Content), "")
	r.Modal.Close()
	if !strings.Contains(bar, "未保存：") || !strings.Contains(bar, "文字已另存到") {
		t.Errorf("status bar %q", bar)
	}
	rescued, err := filepath.Glob(filepath.Join(r.dir, "rescue", "*.nianbao"))
	if err != nil || len(rescued) != 1 {
		t.Errorf("rescue files %v, %v", rescued, err)
	}
	r.shelf.setRefuse(nil)
	if err := f.d.Flush(); err != nil {
		t.Fatal(err)
	}
	if s := f.d.Status(); s.State != desk.Saved {
		t.Errorf("status %+v", s)
	}
}
