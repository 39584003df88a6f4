package desktop

import (
	"errors"
	"os"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/store"
	"nianbao/ui/desktop/mainloop"
	"nianbao/ui/failure"
)

// TestCrash: an error that nobody expected, wherever it happens, leaves the
// draft saved, a note beside the drafts, and a word about both at the next
// start.
func TestCrash(t *testing.T) {
	r := newRig(t)
	r.Dir = r.dir
	f := r.openSample()
	id := f.d.ID()
	f.d.SetTitle("最后改的标题")
	r.Background = func(work func() func()) { r.Post(mainloop.Guarded(work)) }
	r.Background(func() func() { panic("boom") })
	err := func() (err error) {
		defer func() { err = r.crashed(recover()) }()
		r.drain()
		return nil
	}()
	var crash *CrashError
	if !errors.As(err, &crash) || crash.Cause != "boom" || !strings.Contains(failure.Words(err), "填写的内容已保存") {
		t.Fatalf("%v", err)
	}
	f.d.Discard()

	again, err := store.Open(r.dir, store.Options{Maker: "test", Summarise: desk.SummariseBody})
	if err != nil {
		t.Fatal(err)
	}
	r.shelf.Store = again
	t.Cleanup(func() {
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	})
	if got := r.shelf.saved(t, id).Title; got != "最后改的标题" {
		t.Errorf("saved %q", got)
	}
	r.form = nil
	r.Background = func(work func() func()) { work()() }
	r.begin()
	said := strings.Join(texts(r.start.banner), "")
	if !strings.Contains(said, "程序自己出错停止") || !strings.Contains(said, oldCrashFile) {
		t.Errorf("said %q", said)
	}
	note, err := os.ReadFile(takeNote(r.dir))
	if err != nil || !strings.Contains(string(note), "boom") || !strings.Contains(string(note), "crash_test.go") {
		t.Errorf("noted %q, %v", note, err)
	}
	r.showStart()
	if r.start.banner.Visible() {
		t.Error("said twice")
	}
}

func takeNote(dir string) string { return dir + "/" + oldCrashFile }

// TestCrashWhileEditing: the lock of the draft does not keep it from being
// saved.
func TestCrashWhileEditing(t *testing.T) {
	r := newRig(t)
	r.Dir = t.TempDir()
	f := r.openSample()
	f.d.SetTitle("改")
	f.d.OnChange(func(desk.Change) { panic("listener") })
	err := func() (err error) {
		defer func() { err = r.crashed(recover()) }()
		return f.d.Set(model.Address("applications.received.person"), "1")
	}()
	if err == nil || !strings.Contains(failure.Words(err), "填写的内容已保存") {
		t.Errorf("%v", err)
	}
}
