package desk

import (
	"slices"
	"time"
	"unicode"
	"unicode/utf8"

	"nianbao/model"
)

// maxSteps bounds the edits that can be taken back. A step costs about 15 KB:
// the strings of a report are shared between its states.
const maxSteps = 500

// maxHeld bounds the bytes of the texts that these keep: a hundred states of one of
// 200,000 characters.
const maxHeld = 64 << 20

// pause is the rest after which typing on is another step.
const pause = 2 * time.Second

// history is what Undo and Redo go through: one for the whole report, whether
// an edit was typed, pasted, filled up or replaced.
type history struct {
	past, future []step
}

// step is an edit with the state on its other side: before it in the past,
// after it in the future.
type step struct {
	state  *model.Report
	change Change
	typing typing
	held   int // bytes of the texts that this state alone keeps
}

// typing is an edit of one field by a key. Letters typed on end are one step, a
// phrase that an input method commits is one of its own; so are the digits of a
// number.
type typing struct {
	section  model.SectionID // or the address of a cell, or a field of the particulars
	cell     bool
	block    int
	heading  bool
	at       time.Time
	place    int  // of that character, in characters
	deleting bool // a character went
	single   bool // one character, so that the next may join it
	last     rune
}

// typed describes the change of a field's text.
func typed(id model.SectionID, block int, heading bool, before, after string) typing {
	t := typing{section: id, block: block, heading: heading, at: time.Now()}
	from, gone, came := difference(before, after)
	switch {
	case gone == "" && utf8.RuneCountInString(came) == 1:
		t.single = true
		t.last, _ = utf8.DecodeRuneInString(came)
		t.place = from
	case came == "" && utf8.RuneCountInString(gone) == 1:
		t.single, t.deleting = true, true
		t.place = from
	}
	return t
}

// difference is the stretch in which two texts differ: from the character at
// from, gone became came.
func difference(before, after string) (from int, gone, came string) {
	short, start, tail := min(len(before), len(after)), 0, 0
	for start < short && before[start] == after[start] {
		start++
	}
	for start > 0 && !boundary(before, after, start, start) {
		start--
	}
	for tail < short-start && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	for tail > 0 && !boundary(before, after, len(before)-tail, len(after)-tail) {
		tail--
	}
	return utf8.RuneCountInString(before[:start]), before[start : len(before)-tail], after[start : len(after)-tail]
}

// boundary reports whether a character begins, or the text ends, at a byte of both.
func boundary(before, after string, b, a int) bool {
	return (b == len(before) || utf8.RuneStart(before[b])) && (a == len(after) || utf8.RuneStart(after[a]))
}

// joins reports whether t goes on with what was typed before it: letters and
// digits at the same place, without a pause. A character of Chinese is a phrase
// of its own, and a sign or blank ends the step.
func (t typing) joins(before typing) bool {
	if t.cell && before.cell {
		return t.section == before.section && t.at.Sub(before.at) <= pause
	}
	if !t.single || !before.single || t.deleting != before.deleting ||
		t.section != before.section || t.block != before.block || t.heading != before.heading ||
		t.at.Sub(before.at) > pause {
		return false
	}
	if t.deleting {
		return before.place-t.place == 1 || before.place == t.place // Backspace, Delete
	}
	return t.place == before.place+1 && word(t.last) && word(before.last)
}

func word(r rune) bool {
	return !unicode.Is(unicode.Han, r) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// note remembers the state before an edit.
func (h *history) note(before, after *model.Report, c Change, t typing) {
	h.future = nil
	if n := len(h.past); n > 0 && t.joins(h.past[n-1].typing) {
		h.past[n-1].typing = t
		return
	}
	h.past = append(h.past, step{before, c, t, replaced(before, after, c)})
	held := 0
	for _, s := range h.past {
		held += s.held
	}
	for len(h.past) > maxSteps || held > maxHeld && len(h.past) > 1 {
		held -= h.past[0].held
		h.past = slices.Delete(h.past, 0, 1)
	}
}

// replaced counts the bytes of the texts that an edit replaced by others.
func replaced(before, after *model.Report, c Change) int {
	n := 0
	for _, id := range c.Sections {
		now := after.Narrative[id]
		for i, b := range before.Narrative[id] {
			if i >= len(now) || now[i].Text != b.Text {
				n += len(b.Text)
			}
		}
	}
	return n
}

// CanUndo and CanRedo report whether there is anything to take back, or to do
// again. A final report is not changed.
func (d *Desk) CanUndo() bool { return len(d.history.past) > 0 && d.report.Final == nil }

// CanRedo belongs to CanUndo.
func (d *Desk) CanRedo() bool { return len(d.history.future) > 0 && d.report.Final == nil }

// Undo takes the last edit back; the listener hears what changed.
func (d *Desk) Undo() {
	if d.CanUndo() {
		d.travel(&d.history.past, &d.history.future)
	}
}

// Redo makes the edit again that Undo took back last.
func (d *Desk) Redo() {
	if d.CanRedo() {
		d.travel(&d.history.future, &d.history.past)
	}
}

// travel swaps the present state with the last one of a row.
func (d *Desk) travel(from, to *[]step) {
	n := len(*from) - 1
	s := (*from)[n]
	*from = (*from)[:n]
	*to = append(*to, step{d.report, s.change, typing{}, s.held})
	d.mu.Lock()
	d.report = s.state
	d.mu.Unlock()
	s.change.Reload = true
	d.edited(s.change)
}
