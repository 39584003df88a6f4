package widgets

import (
	"unicode"

	"nianbao/model/han"
)

// editing is a text with a caret and what is selected, without a screen.
type editing struct {
	text          []rune
	anchor, caret int  // the characters between them are selected
	early         bool // the caret stands at the end of the line before, not at the beginning of this
}

// selection are the characters selected; start equals end for none.
func (e *editing) selection() (start, end int) {
	return min(e.anchor, e.caret), max(e.anchor, e.caret)
}

func (e *editing) selected() string {
	start, end := e.selection()
	return string(e.text[start:end])
}

// move puts the caret before a character, and selects up to there.
func (e *editing) move(to int, selecting bool) {
	e.caret, e.early = min(max(to, 0), len(e.text)), false
	if !selecting {
		e.anchor = e.caret
	}
}

// choose selects the characters from start to end, end not included.
func (e *editing) choose(start, end int) {
	e.move(start, false)
	e.move(end, true)
}

// replace puts a text in place of what is selected, the caret behind it.
func (e *editing) replace(with []rune) {
	start, end := e.selection()
	text := make([]rune, 0, len(e.text)-(end-start)+len(with))
	text = append(append(append(text, e.text[:start]...), with...), e.text[end:]...)
	e.text = text
	e.move(start+len(with), false)
}

// wordClass tells what belongs to one word.
func wordClass(r rune) int {
	switch {
	case r == '\n':
		return 0
	case han.IsBlank(r):
		return 1
	case unicode.IsLetter(r) && !han.IsIdeograph(r), unicode.IsDigit(r):
		return 2
	case unicode.IsLetter(r):
		return 3
	}
	return 4
}

// wordFrom is where the next word begins behind a character, by which Ctrl goes.
func (e *editing) wordFrom(at int) int {
	n := len(e.text)
	if at >= n {
		return n
	}
	class := wordClass(e.text[at])
	for at++; at < n && class != 0 && wordClass(e.text[at]) == class; at++ {
	}
	for class > 1 && at < n && wordClass(e.text[at]) == 1 {
		at++
	}
	return at
}

// wordTo is where the word before a character begins.
func (e *editing) wordTo(at int) int {
	for at > 0 && wordClass(e.text[at-1]) == 1 {
		at--
	}
	if at == 0 {
		return 0
	}
	class := wordClass(e.text[at-1])
	for at--; at > 0 && class != 0 && wordClass(e.text[at-1]) == class; at-- {
	}
	return at
}

// wordAt is the word around a character.
func (e *editing) wordAt(at int) (start, end int) {
	if at >= len(e.text) || at > 0 && e.text[at] == '\n' {
		at--
	}
	if at < 0 {
		return 0, 0
	}
	class := wordClass(e.text[at])
	start, end = at, at+1
	for start > 0 && wordClass(e.text[start-1]) == class {
		start--
	}
	for end < len(e.text) && wordClass(e.text[end]) == class {
		end++
	}
	return start, end
}

// paragraphAt is the paragraph around a character.
func (e *editing) paragraphAt(at int) (start, end int) {
	start, end = min(at, len(e.text)), min(at, len(e.text))
	for start > 0 && e.text[start-1] != '\n' {
		start--
	}
	for end < len(e.text) && e.text[end] != '\n' {
		end++
	}
	return start, end
}

// past is what an entry was before, for Undo.
type past struct{ done, undone []editing }

// mostPast is how many steps an entry remembers.
const mostPast = 100

// note remembers a state; a text is never changed in place, so that all can share
// what they have in common.
func (p *past) note(e *editing) {
	p.undone = nil
	p.done = append(p.done, *e)
	if len(p.done) > mostPast {
		p.done = p.done[1:]
	}
}
