package mainloop

import (
	"sync"
	"time"
)

// rests is how the main goroutine sleeps until something happens.
//
// Symptom: a window that nobody touches costs 1.5 % of a processor for ever. Cause:
// Fyne's loop asks sixty times a second whether there is anything to do. Cure: a
// function that was posted to it waits for events in its place, for a while. What
// is posted meanwhile wakes it.
type rests struct {
	wait func(time.Duration) // for events, handles them
	wake func()              // ends wait, from any goroutine

	mu      sync.Mutex
	posted  int  // functions that wait for their turn
	resting bool // wait is running
	woken   bool // by what was posted
}

// comes notes that something was posted, and wakes the loop. The lock is held over
// wake: it must not come when the window is gone.
func (r *rests) comes() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.posted++
	if r.resting {
		r.woken = true
		r.wake()
	}
}

// went notes that what was posted has its turn.
func (r *rests) went() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.posted--
}

// begin reports whether there is nothing to do but rest.
func (r *rests) begin() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.resting, r.woken = r.posted == 0, false
	return r.resting
}

// end reports whether what was posted has ended the rest.
func (r *rests) end() (woken bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.resting = false
	return r.woken
}

const (
	// turnTime is that in which Fyne's loop turns.
	turnTime = 2 * time.Second / 60
	// early is by how much a wait may end before its time with nothing to handle.
	early = 20 * time.Millisecond
)

// rest sleeps for a time, or until something happens in the window: it reports
// whether that came, and after how long to rest again. What is posted ends it
// without a report.
func (r *rests) rest(d time.Duration) (happened bool, again time.Duration) {
	if r.wait == nil {
		return false, d
	}
	if !r.begin() {
		return false, turnTime
	}
	began := time.Now()
	r.wait(d)
	lasted := time.Since(began)
	return !r.end() && lasted < d-early, turnTime
}
