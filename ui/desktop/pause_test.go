//go:build cgo && linux

package desktop

import (
	"bytes"
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
	r.keys("ctrl+k", "ctrl+Prior")    // to 六: the menu, which is drawn in another way, is the same in 五
	const buttonX, buttonY = 750, 112 // in 常用句式, beside its words
	point := func(x int) { s.xdotool("mousemove", strconv.Itoa(x), strconv.Itoa(buttonY)) }
	for _, pause := range []string{"the first pause", "the second pause"} {
		s.step(pause)
		point(buttonX - 100)
		s.settle()
		ground := s.shoot().at(buttonX, buttonY)
		signal := func(what syscall.Signal) {
			if err := r.command.Process.Signal(what); err != nil {
				t.Fatal(err)
			}
		}
		signal(syscall.SIGSTOP)
		time.Sleep(13 * time.Second) // Fyne forgets every ten
		point(buttonX)               // what is drawn first, and forgets the rest
		signal(syscall.SIGCONT)
		s.until("the button below the mouse", func() bool { return !bytes.Equal(s.shoot().at(buttonX, buttonY), ground) })
		r.turns("ctrl+Prior")
		r.turns("ctrl+Next")
	}
}
