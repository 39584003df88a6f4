package desktop

import (
	"errors"
	"time"

	"nianbao/model/store"
	"nianbao/ui/desktop/monitor"
)

// listen has the window come to the front when the program is started again.
func (p *program) listen() {
	if p.Listen == nil || p.drafts.Opening().ReadOnly {
		return
	}
	stop, err := p.Listen(func(file string) {
		shown := make(chan struct{})
		p.Post(func() {
			p.raise(file)
			close(shown)
		})
		select {
		case <-shown:
		case <-time.After(patience): // it hangs, or has ended
		}
	})
	if err == nil { // otherwise a second start says that there is a first one
		p.deafen = stop
	}
}

// raise brings the window to the front, and opens a report file when no dialog waits
// for an answer.
func (p *program) raise(file string) {
	monitor.Raise(p.Window)
	p.Window.RequestFocus()
	if file == "" {
		return
	}
	open := func() { p.opener.takeIn(file) }
	if p.Modal == nil {
		open()
		return
	}
	m, closed := p.Modal, p.Modal.Closed
	m.Closed = func() {
		closed()
		p.Post(open)
	}
}

// anotherTries is how often a start asks a window that is only just opening to come
// to the front, and anotherWait how long it waits between.
const (
	anotherTries = 5
	anotherWait  = 400 * time.Millisecond
)

// leaveToFirst asks, where another program has the store open, that one to show its
// window; then it is told whether that is done.
func (p *program) leaveToFirst(err error, then func(done bool)) {
	var used *store.InUseError
	if p.First == nil || !errors.As(err, &used) {
		then(false)
		return
	}
	p.Background(func() func() {
		done := p.First()
		for range anotherTries {
			if done {
				break
			}
			time.Sleep(anotherWait)
			done = p.First()
		}
		return func() { then(done) }
	})
}
