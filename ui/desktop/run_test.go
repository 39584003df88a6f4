package desktop

import (
	"errors"
	"strings"
	"testing"

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
