// Package excerpt is what the one-page picture of a report (图解) says in words:
// short lines that are taken from the report's prose, until the clerk writes his own.
//
// Begin with [Lines]. The clerk's own stay with the report in its member x-digest,
// of which [Set] writes one part and [Read] takes all; a member of another shape is
// kept as it is.
package excerpt

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"nianbao/model"
)

// Part is a list of lines, under the name that the file has for it.
type Part string

// The parts.
const (
	Published Part = "published" // what was published of the agency's own accord
	Problems  Part = "problems"  // what is wrong still
	Steps     Part = "steps"     // what is done about it
	Ask       Part = "ask"       // how to ask for information
	Contact   Part = "contact"   // whom to ask
)

// Parts lists the parts in the order of the page.
func Parts() []Part { return []Part{Published, Problems, Steps, Ask, Contact} }

// Name is what the page and the window call a part.
func (p Part) Name() string {
	return map[Part]string{
		Published: namePublished, Problems: nameProblems, Steps: nameSteps, Ask: nameAsk, Contact: nameContact,
	}[p]
}

// Bounds of what the clerk writes: a page holds little more.
const (
	MaxLines = 8   // of a part
	MaxChars = 200 // of a line
)

// member keeps the clerk's own lines in the report file, setAside one of a shape that
// was not understood when they were written.
const (
	member   = "x-digest"
	setAside = "x-digest-unread"
)

// Own are the lines that the clerk wrote. A part that is there and empty is to be left
// out of the page; one that is not there is proposed.
type Own map[Part][]string

// ErrDamaged says that the report has lines of the clerk's own that cannot be read.
var ErrDamaged = errors.New("member " + member + " has another shape")

// ErrBounds says that there are too many lines, or too long ones.
var ErrBounds = errors.New("too many lines, or too long ones")

// Read is what the clerk wrote. The error is ErrDamaged where that cannot be read; then
// there is nothing.
func Read(r *model.Report) (Own, error) {
	raw, ok := r.Extra[member]
	if !ok {
		return nil, nil
	}
	own, _, err := parse(raw)
	return own, err
}

// parse takes the member apart: the lines, and what it does not know.
func parse(raw string) (Own, map[string]jsontext.Value, error) {
	rest := map[string]jsontext.Value{}
	if err := json.Unmarshal([]byte(raw), &rest); err != nil || rest == nil { // null
		return nil, nil, ErrDamaged
	}
	own := Own{}
	for _, p := range Parts() {
		value, ok := rest[string(p)]
		if !ok {
			continue
		}
		var lines []string
		if value.Kind() != '[' || json.Unmarshal(value, &lines) != nil || !bounded(lines) {
			return nil, nil, ErrDamaged
		}
		own[p] = tidy(lines)
		delete(rest, string(p))
	}
	return own, rest, nil
}

func bounded(lines []string) bool {
	return len(lines) <= MaxLines && !slices.ContainsFunc(lines, func(l string) bool { return utf8.RuneCountInString(l) > MaxChars })
}

// tidy is lines without blank ones, each on one line.
func tidy(lines []string) []string {
	all := []string{}
	for _, line := range lines {
		line = strings.TrimSpace(strings.Map(func(r rune) rune {
			if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
				return ' '
			}
			return r
		}, line))
		if line != "" {
			all = append(all, line)
		}
	}
	return all
}

// Set writes the clerk's lines of a part; nil lines bring the proposal back. What the
// report had in the member that is not understood stays in it, or beside it. The
// error is ErrBounds, and then nothing has changed.
func Set(r *model.Report, p Part, lines []string) error {
	if !bounded(lines) {
		return ErrBounds
	}
	extra := maps.Clone(r.Extra) // shared with others
	if extra == nil {
		extra = model.Extra{}
	}
	own, rest, err := Own{}, map[string]jsontext.Value{}, error(nil)
	if raw, ok := extra[member]; ok {
		if own, rest, err = parse(raw); err != nil {
			if _, taken := extra[setAside]; !taken {
				extra[setAside] = raw
			}
			own, rest = Own{}, map[string]jsontext.Value{}
		}
	}
	if delete(own, p); lines != nil {
		own[p] = tidy(lines)
	}
	for p, lines := range own {
		if rest[string(p)], err = json.Marshal(lines); err != nil {
			return fmt.Errorf("write %s: %w", p, err) // what is no text is told of by the file's reader
		}
	}
	if delete(extra, member); len(rest) > 0 {
		value, err := json.Marshal(rest, json.Deterministic(true))
		if err != nil {
			return fmt.Errorf("write %s: %w", member, err)
		}
		extra[member] = string(value)
	}
	if r.Extra = extra; len(extra) == 0 {
		r.Extra = nil
	}
	return nil
}

// Lines are a part's: the clerk's own as they print, else what is proposed.
func Lines(r *model.Report, p Part) []string {
	own, err := Read(r)
	if lines, ok := own[p]; ok && err == nil {
		all := slices.Clone(lines)
		for i := range all {
			all[i] = r.Expand(all[i])
		}
		return all
	}
	return Proposed(r, p)
}
