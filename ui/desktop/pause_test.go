//go:build cgo && linux

package desktop

import (
	"strconv"
	"syscall"
	"testing"
	"time"
)

// TestWindowAfterAPause stops the program for longer than Fyne remembers what is in
// its window, as a computer that sleeps does, and wants it to go on drawing.
func TestWindowAfterAPause(t *testing.T) {
	s := newScreen(t)
	r := s.run(build(t), t.TempDir(), "FYNE_CACHE=3s") // a minute otherwise
	r.keys("ctrl+n")
	r.write("Wutong")
	r.keys("Return")
	r.title("Wutong")
	r.keys("ctrl+Next") // the caret is in 前言
	for i, pause := range []string{"the first pause", "the second pause"} {
		s.step(pause)
		signal := func(what syscall.Signal) {
			if err := r.command.Process.Signal(what); err != nil {
				t.Fatal(err)
			}
		}
		signal(syscall.SIGSTOP)
		time.Sleep(13 * time.Second)  // Fyne forgets every ten
		y := strconv.Itoa(430 + 30*i) // lines of the list of sections: what is drawn first
		s.xdotool("mousemove", "100", y, "mousemove", "110", y)
		signal(syscall.SIGCONT)
		s.settle()
		r.turns("ctrl+Next")
		r.turns("ctrl+Prior")
	}
}
