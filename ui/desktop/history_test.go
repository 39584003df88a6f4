package desktop

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
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
	f.save() // nothing was changed, but it was asked for
	r.versions.askVersions(f)
	if !strings.Contains(r.said(), "手动保存") {
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
	named := func() bool {
		l, ok := r.focused().(*widgets.ListRow)
		return ok && strings.Contains(strings.Join(texts(l), ""), "“报县里的稿”")
	}
	if !named() {
		t.Error("another version is chosen after its name was kept")
	}
	r.press(t, "“报县里的稿”")
	r.keys(fyne.KeyEscape)
	if !named() {
		t.Error("another version is chosen when the list is back")
	}
	r.press(t, "“报县里的稿”")
	r.Modal.Confirm() // 恢复
	text := func() string { return f.d.Report().Narrative[model.Other][0].Text }
	if r.form != f || text() != "无" {
		t.Fatal("the version is not taken up again")
	}
	if err := f.d.Flush(); err != nil {
		t.Fatal(err)
	}
	f.Undo()
	if text() != "后来写的" {
		t.Error("Undo does not take it back")
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

// TestBackupElsewhere saves a backup in another folder, as on a stick, and takes a
// draft out of it again.
func TestBackupElsewhere(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	id := f.d.ID()
	stick := t.TempDir()
	press := func(text string) {
		t.Helper()
		find(t, r, func(b *widgets.Button) bool { return b.Text == text }).Tapped(nil)
	}
	save := func(dir string) {
		t.Helper()
		r.backups.askBackups()
		if !strings.Contains(r.said(), "磁盘坏了会一起丢") {
			t.Errorf("no reminder: %q", r.said())
		}
		press(textBackupElsewhere)
		find(t, r, func(e *widgets.TextEntry) bool { return true }).SetText(dir)
		r.Modal.Confirm() // 存到这个文件夹
	}
	save(stick)
	if !strings.Contains(r.said(), "重新读出来核对过") {
		t.Fatalf("said %q", r.said())
	}
	r.Modal.Close()
	saved, err := filepath.Glob(filepath.Join(stick, "公开年报备份-*.db"))
	if err != nil || len(saved) != 1 {
		t.Fatalf("saved %v, %v", saved, err)
	}
	if len(r.shelf.Backups()) != 0 {
		t.Error("it is taken for a backup at home")
	}
	save(stick) // in the same second
	if !strings.Contains(r.said(), "没有盖掉它") || !strings.Contains(r.said(), "草稿没有动") {
		t.Errorf("said %q", r.said())
	}
	r.Modal.Close()

	if err := f.d.Set("applications.received.person", "5"); err != nil {
		t.Fatal(err)
	}
	r.backups.askBackups()
	press(textBackupFromFile)
	r.press(t, filepath.Base(saved[0])) // its folder is remembered
	r.press(t, "梧桐镇人民政府　2020 年度")
	r.Modal.Confirm() // 恢复
	if got := r.shelf.saved(t, id).Cells["applications.received.person"]; got != "0" {
		t.Errorf("restored %q", got)
	}
}

// TestCopyFailed: why a backup was not saved elsewhere is said of that place.
func TestCopyFailed(t *testing.T) {
	for cause, want := range map[error]string{
		fs.ErrExist: "没有盖掉它", syscall.ENOSPC: "空间不足", syscall.EROFS: "写保护", fs.ErrPermission: "没有写到这里的权限",
		fs.ErrNotExist: "没有这个文件夹", store.ErrDamaged: "已损坏",
	} {
		if got := textCopyFailed("/stick/b.db", fmt.Errorf("backup: %w", cause)); !strings.Contains(got, want) || !strings.Contains(got, "草稿没有动") {
			t.Errorf("%v: %q", cause, got)
		}
	}
}

// TestLossIsToldUntilAcknowledged: what a salvage could not bring back is told at
// every start, until somebody says that he knows.
func TestLossIsToldUntilAcknowledged(t *testing.T) {
	r := newRig(t)
	r.openSample()
	r.showStart()
	r.spoilStore(t)
	start := func() {
		t.Helper()
		s, err := store.Open(r.dir, store.Options{Maker: "test", Summarise: desk.SummariseBody})
		if err != nil {
			t.Fatal(err)
		}
		r.shelf.Store = s
		r.begin()
	}
	for _, which := range []string{"salvaging", "told again", "told again"} {
		start()
		if said := r.said(); !strings.Contains(said, "没有找回") || strings.Contains(said, "还没有人确认") != (which == "told again") {
			t.Errorf("%s: said %q", which, said)
		}
		r.Modal.Close() // 下次再提示
		if err := r.shelf.Close(); err != nil {
			t.Fatal(err)
		}
	}
	start()
	r.Modal.Confirm() // 知道了
	if err := r.shelf.Close(); err != nil {
		t.Fatal(err)
	}
	start()
	if r.Modal != nil {
		t.Errorf("said %q", r.said())
	}
	if err := r.shelf.Close(); err != nil {
		t.Fatal(err)
	}
}

// spoilStore damages every record and page of the store while it is closed.
func (r *rig) spoilStore(t *testing.T) {
	t.Helper()
	if err := r.shelf.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(r.dir, "drafts.db")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page, header = 4096, 88 // see model/store/frame.go
	for at := 2 * page; at < len(data); at += page {
		data[at] ^= 1
	}
	for at := 0; ; at += header {
		i := bytes.Index(data[at:], []byte("\x93TYD\r\n"))
		if i < 0 {
			break
		}
		at += i
		data[at+header+12] ^= 1
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
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
