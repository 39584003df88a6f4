package desk

import (
	"fmt"
	"time"

	"nianbao/model/reportfile"
)

// When a draft is saved: after rest without an edit, and at the latest
// longest after the first edit that is not saved yet.
const (
	rest    = 800 * time.Millisecond
	longest = 5 * time.Second
)

// retries are the waits after one, two, … failures in a row; the last one
// repeats.
func retries(failures int) time.Duration {
	waits := [...]time.Duration{1 * time.Second, 2 * time.Second, 5 * time.Second, 15 * time.Second}
	return waits[min(failures, len(waits))-1]
}

// State is how far saving has come.
type State int

// The states of saving.
const (
	Saved  State = iota // the store holds everything
	Saving              // something typed is on its way
	Failed              // the last try failed; the next one comes by itself
)

// Status is what the status bar shows.
type Status struct {
	State State
	At    time.Time // of the last successful save by this desk; zero before it
	Err   error     // for Failed
}

// Status tells how far saving has come. Any goroutine may ask.
func (d *Desk) Status() Status {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.status
}

// OnStatus sets the listener told that Status may differ. It is called from
// the editing and from the saving goroutine and must not block.
func (d *Desk) OnStatus(f func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.onStatus = f
}

// Flush saves at once and waits for it: before closing, exporting, leaving.
func (d *Desk) Flush() error {
	reply := make(chan error)
	select {
	case d.flush <- reply:
		return <-reply
	case <-d.ended:
		return nil
	}
}

// Close flushes and ends the desk. When saving fails the desk stays open and
// goes on trying.
func (d *Desk) Close() error {
	if err := d.Flush(); err != nil {
		return err
	}
	d.Discard()
	return nil
}

// Discard ends the desk without saving what is not saved.
func (d *Desk) Discard() {
	d.close.Do(func() { close(d.quit) })
	<-d.ended
}

// keepSaving is the one goroutine that saves; the latest state wins.
func (d *Desk) keepSaving() {
	defer close(d.ended)
	timer := time.NewTimer(longest)
	timer.Stop()
	defer timer.Stop()
	var first time.Time // of the edits not saved yet
	failures := 0
	try := func() error {
		err := d.save()
		timer.Stop()
		first = time.Time{}
		if err == nil {
			failures = 0
			return nil
		}
		failures++
		timer.Reset(retries(failures))
		return err
	}
	for {
		select {
		case <-d.wake:
			if failures > 0 {
				continue // the retry is set and will take this edit along
			}
			now := time.Now()
			if first.IsZero() {
				first = now
			}
			timer.Reset(min(rest, first.Add(longest).Sub(now)))
		case <-timer.C:
			_ = try() // the status tells
		case reply := <-d.flush:
			reply <- try()
		case <-d.quit:
			return
		}
	}
}

// save writes the state of this moment, unless the saver holds it already.
func (d *Desk) save() error {
	d.mu.Lock()
	if d.version == d.saved {
		d.mu.Unlock()
		return nil
	}
	version, r := d.version, d.report.Clone()
	d.mu.Unlock()

	body, err := reportfile.Write(r)
	if err == nil {
		err = d.saver.Save(d.id, Summarise(r, time.Now()), body)
	}

	d.mu.Lock()
	switch {
	case err != nil:
		err = fmt.Errorf("save draft %s: %w", d.id, err)
		d.status.State, d.status.Err = Failed, err
	default:
		d.saved = version
		d.status = Status{State: Saved, At: time.Now()}
		if d.version != version {
			d.status.State = Saving
		}
	}
	d.mu.Unlock()
	d.tellStatus()
	return err
}

func (d *Desk) tellStatus() {
	d.mu.Lock()
	tell := d.onStatus
	d.mu.Unlock()
	if tell != nil {
		tell()
	}
}
