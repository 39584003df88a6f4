package desktop

import (
	"testing"

	"fyne.io/fyne/v2/app"
)

// TestNothingLast holds that Fyne waits for nothing when its loop has ended.
func TestNothingLast(t *testing.T) {
	a := app.NewWithID("")
	last := func() func() { return a.Lifecycle().(interface{ OnStopped() func() }).OnStopped() }
	if last() == nil {
		t.Error("Fyne does nothing last: withoutLast can go")
	}
	withoutLast(a)
	if last() != nil {
		t.Error("Fyne still does something last")
	}
}
