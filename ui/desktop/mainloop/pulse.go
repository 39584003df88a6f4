package mainloop

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Pulse keeps a window drawing while something happens in it, and lets it rest
// when nothing does.
//
// Symptom: the window takes clicks and keys, and saves, and shows none of it until
// it is resized: after the computer slept, on one that is overloaded, and now and
// then in use. Cause: Fyne 2.7 finds the window of an object in a table, from
// which it takes what is older than a minute, up to ten seconds after it has drawn
// for the last time; an object that is not in it is never drawn anew. Cure: the
// canvas enters what is missing whenever it measures the window, and is asked to
// every few seconds; while something happens, and for a while after that, the window
// is drawn as well.
//
// The caret blinks with the beats: on or off, not fading at sixty pictures a
// second, each of the whole window, as Fyne's does.
type Pulse struct {
	loop    *Loop
	window  fyne.Window
	mark    *mark
	blink   func(on bool) (has bool)
	on      bool // the caret is shown
	left    int  // beats until the window rests
	stirred bool // something has happened since the last beat
	beating bool
	asked   bool // to draw the window for a beat
	own     bool // the window is being measured, or drawn for a beat
	turning bool // Fyne's loop turns between two rests
	looks   int  // how often it has gone through the window in that turn
}

// Times of a pulse. Carets elsewhere blink as slowly, and rest too: GTK's do.
const (
	beatTime = 600 * time.Millisecond
	beats    = 9
	calmly   = 3                // beats to a picture, where no caret blinks
	restTime = 10 * time.Second // between two measurements
)

// NewPulse makes the pulse of a window. blink shows or hides the caret, and reports
// whether there is one.
func NewPulse(l *Loop, w fyne.Window, blink func(on bool) (has bool)) *Pulse {
	p := &Pulse{loop: l, window: w, blink: blink}
	p.mark = &mark{seen: p.seen}
	p.mark.ExtendBaseWidget(p.mark)
	return p
}

// Mark has to be in the window: it hears when that is drawn, or searched for what
// is below the mouse.
func (p *Pulse) Mark() fyne.CanvasObject { return p.mark }

// seen hears that Fyne goes through the window: something happens, unless that is
// for a beat.
func (p *Pulse) seen() {
	if p.asked {
		p.asked, p.own = false, true
		p.loop.Post(func() { p.own = false }) // when it is drawn
	}
	if p.own {
		return
	}
	// Every fifty seconds Fyne goes through a window in which nothing happens, to keep
	// its table; what it draws, or searches for the mouse and draws, it goes through twice.
	if p.looks++; p.turning && p.looks < 2 {
		return
	}
	p.stir()
}

// stir begins the beats, or makes them last.
func (p *Pulse) stir() {
	p.left, p.stirred, p.turning = beats, true, false
	if !p.beating {
		p.beating = true
		p.loop.After(turnTime, p.beat)
	}
}

// beat measures and draws the window, the caret on or off, and on at the end.
func (p *Pulse) beat() {
	p.measure()
	if p.left == 0 {
		p.beating = false
		p.rest()
		return
	}
	p.left--
	p.on = p.stirred || !p.on || p.left == 0
	p.stirred = false
	if p.blink(p.on) || p.left%calmly == 0 {
		p.asked = true
		p.window.Canvas().Refresh(p.mark) // the canvas itself needs no table
	}
	// By then it is drawn, however long that took: else a window that is slow to draw
	// would do nothing else.
	p.loop.After(turnTime, func() { p.loop.After(beatTime-turnTime, p.beat) })
}

// measurer is Fyne's canvas.
type measurer interface{ EnsureMinSize() bool }

// measure has the canvas enter what its table lacks.
func (p *Pulse) measure() {
	c, ok := p.window.Canvas().(measurer)
	if !ok {
		return
	}
	p.own = true
	c.EnsureMinSize()
	p.own = false
}

// rest measures the window from time to time, until something happens.
func (p *Pulse) rest() {
	if p.beating {
		return
	}
	p.turning = false
	happened, again := p.loop.rests.rest(restTime)
	if happened {
		p.stir()
		return
	}
	p.measure()
	p.turning, p.looks = true, 0
	p.loop.After(again, p.rest)
}

// mark is an object without looks that Fyne asks for its parts whenever it goes
// through the window.
type mark struct {
	widget.BaseWidget
	seen func()
}

// CreateRenderer belongs to a widget.
func (m *mark) CreateRenderer() fyne.WidgetRenderer {
	return markRenderer{widget.NewSimpleRenderer(canvas.NewRectangle(nil)), m}
}

type markRenderer struct {
	fyne.WidgetRenderer
	mark *mark
}

func (r markRenderer) Objects() []fyne.CanvasObject {
	r.mark.seen()
	return nil
}
