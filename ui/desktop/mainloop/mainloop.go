// Package mainloop is the goroutine that the window belongs to, and the way
// back to it from work beside it. Everything that reads or writes disk, lays out
// or draws pages, or asks the system is done with [Loop.Background].
package mainloop

import (
	"runtime/debug"
	"time"
)

// Loop is the goroutine that the window belongs to, and the way to it from work
// beside it. Tests replace its functions.
type Loop struct {
	// Post runs a function on the main goroutine, as [Do] does.
	Post func(func())
	// Background runs work elsewhere and what it returns on the main goroutine.
	Background func(work func() (then func()))
	// After runs a function on the main goroutine after a while, unless it is
	// stopped before.
	After func(d time.Duration, do func()) (stop func())
	rests rests
}

// New makes the loop of the app that runs.
func New() *Loop {
	l := &Loop{}
	l.Post = func(f func()) {
		l.rests.comes()
		Do(func() {
			l.rests.went()
			f()
		})
	}
	l.Background = func(work func() func()) {
		go func() { l.Post(Guarded(work)) }()
	}
	l.After = func(d time.Duration, do func()) func() {
		t := time.AfterFunc(d, func() { l.Post(do) })
		return func() { t.Stop() }
	}
	return l
}

// Stray is what went wrong beside the main goroutine, with where.
type Stray struct {
	Cause any
	Stack []byte
}

// RestBy tells how to sleep: wait waits for events of the window and handles them,
// wake ends that from another goroutine. Without it the loop never rests.
func (l *Loop) RestBy(wait func(time.Duration), wake func()) {
	l.rests.wait, l.rests.wake = wait, wake
}

// Guarded is work whose unexpected errors end up on the main goroutine, where
// the draft can be saved. Alone they would end the process at once.
func Guarded(work func() func()) (then func()) {
	defer func() {
		if cause := recover(); cause != nil {
			s := Stray{Cause: cause, Stack: debug.Stack()}
			then = func() { panic(s) }
		}
	}()
	return work()
}
