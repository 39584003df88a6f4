package desktop

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"

	"nianbao/ui/failure"
)

// TestStopped: however the program ends, the draft is saved and the store closed
// before it does; what could not be saved is said, with what to do.
func TestStopped(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	f.d.SetTitle("最后改的标题")
	r.shelf.setRefuse(errors.New("no space"))
	err := r.stopped()
	var end *EndError
	if !errors.As(err, &end) || !strings.HasPrefix(failure.Words(err), "未保存：") || r.shelf.closed {
		t.Fatalf("%v", err)
	}
	r.shelf.setRefuse(nil)
	saved := r.shelf.saved(t, f.d.ID()).Title
	if err := r.stopped(); err != nil || !r.shelf.closed || saved == "最后改的标题" {
		t.Errorf("%v, closed %v, %q was there before", err, r.shelf.closed, saved)
	}
	if got := f.d.Report().Title; got != "最后改的标题" {
		t.Errorf("title %q", got)
	}
}

// TestToolkitSpeaksChinese looks at Fyne's own words and at its complaints
// about the locale, which newRig turns into failures.
func TestToolkitSpeaksChinese(t *testing.T) {
	newRig(t)
	for key, want := range map[string]string{"Cancel": "取消", "OK": "确定", "No": "否", "Select all": "全选", "Undo": "撤销"} {
		if got := lang.L(key); got != want {
			t.Errorf("%s = %q, want %q", key, got, want)
		}
	}
	if got := lang.X("file.name", "Name"); got != "名称" {
		t.Errorf("file.name = %q", got)
	}
}
