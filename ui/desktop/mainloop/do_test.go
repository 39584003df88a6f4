package mainloop

import (
	"os"
	"testing"

	"fyne.io/fyne/v2/test"
)

var atHome bool

func TestMain(m *testing.M) {
	test.NewApp()
	Do(func() { atHome = true }) // tests run on goroutines of their own, this does not
	os.Exit(m.Run())
}

// TestDo: what is posted runs on the main goroutine or not at all. Fyne's driver for tests
// runs it where it was posted, as that of the window does when its loop has ended.
func TestDo(t *testing.T) {
	if !atHome {
		t.Error("it does not run on the main goroutine")
	}
	Do(func() { t.Error("it runs on another goroutine") })
	New().Post(func() { t.Error("what is posted runs on another goroutine") })
}
