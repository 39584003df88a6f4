package desk

import (
	"fmt"
	"time"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/reportfile"
	"nianbao/model/store"
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
	// Rescue is the file that the text was written to instead, for Failed;
	// empty when that failed too.
	Rescue string
}

// Status tells how far saving has come. Any goroutine may ask.
func (d *Desk) Status() Status {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.status
}

// OnStatus sets the listener told that Status may differ, at once too: what became of
// a save since the new one looked, another listener was told. It is called from the
// editing and from the saving goroutine and must not block. Nil takes it away.
func (d *Desk) OnStatus(f func()) {
	d.mu.Lock()
	d.onStatus = f
	d.mu.Unlock()
	d.tellStatus()
}

// Hurry saves soon, without the rest after typing, and does not wait for it: a
// field, a page or the window was left.
func (d *Desk) Hurry() {
	select {
	case d.hurry <- struct{}{}:
	default: // it is hurrying already
	}
}

// Flush saves at once and waits for it: before closing, exporting, leaving.
func (d *Desk) Flush() error { return d.request(nil) }

// request is a save that somebody waits for.
type request struct {
	note  *store.Note // to keep the state as a version
	reply chan error
}

func (d *Desk) request(note *store.Note) error {
	r := request{note: note, reply: make(chan error)}
	select {
	case d.requests <- r:
		return <-r.reply
	case <-d.ended:
		return nil
	}
}

// Discard ends the desk without saving what is not saved: [Desk.Keep] it before, and
// look at its Status, as there may have been edits since.
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
	try := func(note *store.Note) error {
		err := d.save(note)
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
		case <-d.hurry:
			if failures == 0 {
				_ = try(nil)
			}
		case <-timer.C:
			_ = try(nil) // the status tells
		case r := <-d.requests:
			r.reply <- try(r.note)
		case <-d.quit:
			return
		}
	}
}

// save writes the state of this moment, unless the saver holds it already and no
// version is asked for, as when a draft is closed that was only looked at.
func (d *Desk) save(asked *store.Note) error {
	d.mu.Lock()
	noted := d.noted
	if asked == nil {
		asked = noted
	}
	edited := d.version != d.saved
	if !edited && (asked == nil || asked.Reason == store.ReasonClosed && !d.kept.begun) {
		d.mu.Unlock()
		return nil
	}
	version, r, counts := d.version, d.report.Clone(), d.counts
	d.mu.Unlock()

	var err error
	if edited {
		err = d.keepBefore()
	}
	if err == nil {
		err = d.write(r, counts, d.kept.note(r, asked, time.Now()))
	}
	rescue := ""
	if err != nil {
		err = fmt.Errorf("save draft %s: %w", d.id, err)
		rescue = d.rescue(r, counts)
	}

	d.mu.Lock()
	switch {
	case err != nil:
		d.status.State, d.status.Err, d.status.Rescue = Failed, err, rescue
	default:
		d.saved = version
		if d.noted == noted {
			d.noted = nil
		}
		d.status = Status{State: Saved, At: time.Now()}
		if d.version != version {
			d.status.State = Saving
		}
	}
	d.mu.Unlock()
	d.tellStatus()
	return err
}

// keepBefore keeps, before the first save, the state that the draft was opened
// in: it may be in no version.
func (d *Desk) keepBefore() error {
	if d.kept.begun {
		return nil
	}
	return d.write(d.kept.report, d.kept.counts, &store.Note{Reason: store.ReasonOpened})
}

// write hands a state to the saver.
func (d *Desk) write(r *model.Report, counts check.Counts, note *store.Note) error {
	body, err := reportfile.Write(r)
	if err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	now := time.Now()
	if note == nil {
		return d.saver.Save(d.id, summarise(r, counts, now), body)
	}
	if err := d.saver.Keep(d.id, summarise(r, counts, now), body, *note); err != nil {
		return err
	}
	d.kept.report, d.kept.at, d.kept.begun = r, now, true
	return nil
}

// rescue writes the text that could not be saved to a file, and says where.
func (d *Desk) rescue(r *model.Report, counts check.Counts) string {
	body, err := reportfile.Write(r)
	if err != nil {
		return ""
	}
	path, err := d.saver.Rescue(d.id, summarise(r, counts, time.Now()), body)
	if err != nil {
		return ""
	}
	return path
}

func (d *Desk) tellStatus() {
	d.mu.Lock()
	tell := d.onStatus
	d.mu.Unlock()
	if tell != nil {
		tell()
	}
}
