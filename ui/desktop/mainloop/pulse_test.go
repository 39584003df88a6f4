package mainloop

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
)

// clock is a loop in virtual time.
type clock struct {
	*Loop
	now     time.Duration
	waiting []timer
}

type timer struct {
	at time.Duration
	do func()
}

func newClock() *clock {
	c := &clock{Loop: &Loop{}}
	c.After = func(d time.Duration, do func()) func() {
		c.waiting = append(c.waiting, timer{c.now + d, do})
		return func() {}
	}
	c.Post = func(do func()) { c.After(0, do) }
	return c
}

// pass lets time pass.
func (c *clock) pass(d time.Duration) {
	for end := c.now + d; ; {
		next := -1
		for i, t := range c.waiting {
			if t.at <= end && (next < 0 || t.at < c.waiting[next].at) {
				next = i
			}
		}
		if next < 0 {
			c.now = end
			return
		}
		t := c.waiting[next]
		c.waiting = append(c.waiting[:next], c.waiting[next+1:]...)
		c.now = max(c.now, t.at) // later, where something took its time
		t.do()
	}
}

// TestPulse: the caret blinks while something happens and for a while after that,
// and stays on when it rests; a key shows it at once.
func TestPulse(t *testing.T) {
	c := newClock()
	test.NewApp()
	w := test.NewWindow(nil)
	defer w.Close()
	var shown []bool
	p := NewPulse(c.Loop, w, func(on bool) bool { shown = append(shown, on); return true })
	renderer := p.Mark().(*mark).CreateRenderer()

	c.pass(time.Minute)
	if len(shown) > 0 {
		t.Fatalf("it beats by itself: %v", shown)
	}
	renderer.Objects() // drawn, after a key
	c.pass(4*beatTime + turnTime)
	if want := []bool{true, false, true, false, true}; !slices.Equal(shown, want) {
		t.Errorf("blinks %v", shown)
	}
	p.asked = false
	renderer.Objects()
	c.pass(beatTime)
	if !shown[len(shown)-1] {
		t.Error("no caret right after a key")
	}
	c.pass(time.Minute)
	if n := len(shown); n < beats || n > 2*beats || !shown[n-1] {
		t.Errorf("%d beats, at the end %v", n, shown[n-1])
	}
}

// TestPulseHearsNotItself: what is drawn for a beat is not something that happens.
func TestPulseHearsNotItself(t *testing.T) {
	c := newClock()
	test.NewApp()
	w := test.NewWindow(nil)
	defer w.Close()
	var p *Pulse
	drawn := 0
	p = NewPulse(c.Loop, w, func(bool) bool {
		c.After(turnTime/2, func() {
			drawn++
			p.Mark().(*mark).seen() // measured
			p.Mark().(*mark).seen() // painted
		})
		return true
	})
	p.seen()
	c.pass(time.Minute)
	if drawn != beats {
		t.Errorf("drawn %d times for %d beats", drawn, beats)
	}
}

// TestPulseOfSlowDrawing: however long the window takes to draw, it is not busy for more
// than half of the time: the next beat is set when the drawing has ended.
func TestPulseOfSlowDrawing(t *testing.T) {
	const drawing = time.Second
	c := newClock()
	test.NewApp()
	w := test.NewWindow(nil)
	defer w.Close()
	var p *Pulse
	drawn, least := -time.Hour, time.Hour
	p = NewPulse(c.Loop, w, func(bool) bool {
		least = min(least, c.now-drawn)
		c.After(turnTime/2, func() {
			p.Mark().(*mark).seen()
			c.now += drawing
			drawn = c.now
		})
		return true
	})
	p.seen()
	c.pass(time.Minute)
	if least < beatTime-turnTime {
		t.Errorf("a beat %v after the drawing for the one before", least)
	}
}

// TestPulseRestsOn: that Fyne goes through a resting window once, to keep its table, is
// not something that happens; drawing, which goes through it twice, is.
func TestPulseRestsOn(t *testing.T) {
	c := newClock()
	test.NewApp()
	w := test.NewWindow(nil)
	defer w.Close()
	p := NewPulse(c.Loop, w, func(bool) bool { return false })
	p.rest()
	p.seen()
	if p.beating {
		t.Error("a look at a resting window wakes it")
	}
	p.seen()
	if !p.beating {
		t.Error("drawing does not wake it")
	}
}

// TestRest: the loop sleeps only when nothing waits, and tells what happened in the
// window from what was posted.
func TestRest(t *testing.T) {
	l := New()
	var during func()
	waits, wakes := 0, 0
	l.RestBy(func(d time.Duration) {
		waits++
		during()
	}, func() { wakes++ })

	during = func() {} // an event ends it early
	if happened, _ := l.rests.rest(time.Hour); !happened || waits != 1 {
		t.Errorf("an event: happened %v, %d waits", happened, waits)
	}
	during = l.rests.comes
	if happened, _ := l.rests.rest(time.Hour); happened || wakes != 1 {
		t.Errorf("something posted: happened %v, woken %d times", happened, wakes)
	}
	if l.rests.rest(time.Hour); waits != 2 {
		t.Error("it sleeps over what was posted")
	}
	l.rests.went()
	during = func() { time.Sleep(30 * time.Millisecond) } // its time is up
	if happened, _ := l.rests.rest(40 * time.Millisecond); happened || waits != 3 {
		t.Errorf("nothing: happened %v, %d waits", happened, waits)
	}
	l.rests.comes()
	if wakes != 1 {
		t.Error("woken when it does not sleep")
	}
}
