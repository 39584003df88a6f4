package slips

import (
	"errors"
	"fmt"
	"maps"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"nianbao/model"
)

// The members of the report file. What stands under member and is no list is never
// dropped: it moves to one of the other name when a list is kept.
const (
	member       = "x-slips"
	memberUnread = "x-slips-unread"
)

// Bounds of a list: a county with all its villages, and room to spare.
const (
	MaxName   = 100     // characters of a giver's name
	maxSize   = 1 << 20 // bytes in the report file
	maxGivers = 1000
	maxRows   = 1000 // of a giver
	maxRow    = 200  // characters of one, an address
	maxDate   = 100  // characters of what stands for a date
)

// Why something is no list, or none that can be kept.
var (
	errSize = errors.New("more than a list holds")
	errText = errors.New("a name, a date or a row that does not stand on one line, or is too long")
)

// UnreadError says that a report has something in the place of the list that is none.
type UnreadError struct{ cause error }

func (e *UnreadError) Error() string { return fmt.Sprintf("member %s: %v", member, e.cause) }
func (e *UnreadError) Unwrap() error { return e.cause }

// Message says so in words.
func (e *UnreadError) Message() string { return messageUnread }

// BoundsError says that a list is larger than what is kept.
type BoundsError struct{ cause error }

func (e *BoundsError) Error() string { return fmt.Sprintf("keep slips: %v", e.cause) }
func (e *BoundsError) Unwrap() error { return e.cause }

// Message says so in words.
func (e *BoundsError) Message() string { return fmt.Sprintf(messageBounds, maxGivers, MaxName) }

// wire is a list as it is written, with the members of a later version.
type wire struct {
	Givers []wireGiver `json:"givers"`
	Extra  extra       `json:",embed"`
}

type wireGiver struct {
	Name    string                   `json:"name"`
	Rows    []string                 `json:"rows,omitempty"`
	Due     string                   `json:"due,omitempty"`
	Back    string                   `json:"back,omitempty"`
	Answers map[model.Address]string `json:"answers,omitempty"`
	Extra   extra                    `json:",embed"`
}

// Of reads the list of a report; it is empty where there is none. The error is an
// *UnreadError: what stands there is kept as it is.
func Of(r *model.Report) (List, error) {
	raw, ok := r.Extra[member]
	if !ok {
		return List{}, nil
	}
	if len(raw) > maxSize {
		return List{}, &UnreadError{errSize}
	}
	var w wire
	if err := json.Unmarshal([]byte(raw), &w); err != nil {
		return List{}, &UnreadError{err}
	}
	l := List{extra: w.Extra}
	for _, g := range w.Givers {
		l.Givers = append(l.Givers, Giver{g.Name, g.Rows, g.Due, g.Back, g.Answers, g.Extra})
	}
	if err := l.check(); err != nil {
		return List{}, &UnreadError{err}
	}
	return l, nil
}

// Put keeps a list with a report, which goes without where the list is empty. What
// stood there and could not be read moves aside, within the report. The error is a
// *BoundsError, and then nothing has changed.
func Put(r *model.Report, l List) error {
	raw, err := l.encode()
	if err != nil {
		return &BoundsError{err}
	}
	if r.Extra[member] == raw {
		return nil
	}
	extra := maps.Clone(r.Extra)
	if extra == nil {
		extra = model.Extra{}
	}
	if _, err := Of(r); err != nil {
		name := memberUnread
		for i := 2; extra[name] != ""; i++ {
			name = memberUnread + "-" + strconv.Itoa(i)
		}
		extra[name] = extra[member]
	}
	delete(extra, member)
	if raw != "" {
		extra[member] = raw
	}
	if r.Extra = extra; len(extra) == 0 {
		r.Extra = nil
	}
	return nil
}

// encode is the list as the report keeps it; "" for an empty one.
func (l List) encode() (string, error) {
	if len(l.Givers) == 0 && len(l.extra) == 0 {
		return "", nil
	}
	if err := l.check(); err != nil {
		return "", err
	}
	w := wire{Givers: []wireGiver{}, Extra: l.extra}
	for _, g := range l.Givers {
		w.Givers = append(w.Givers, wireGiver{g.Name, g.Rows, g.Due, g.Back, g.Answers, g.extra})
	}
	raw, err := json.Marshal(w, json.Deterministic(true))
	if err == nil {
		// As the report file has it, so that one that is read and kept again is the same.
		err = (*jsontext.Value)(&raw).Format()
	}
	if err != nil {
		return "", fmt.Errorf("encode: %w", err)
	}
	if len(raw) > maxSize {
		return "", errSize
	}
	return string(raw), nil
}

// check is why a list cannot be one that Put kept.
func (l List) check() error {
	if len(l.Givers) > maxGivers {
		return errSize
	}
	for _, g := range l.Givers {
		if len(g.Rows) > maxRows {
			return errSize
		}
		if !short(g.Name, MaxName) || !short(g.Due, maxDate) || !short(g.Back, maxDate) {
			return errText
		}
		for _, row := range g.Rows {
			if row == "" || !short(row, maxRow) {
				return errText
			}
		}
		for a, written := range g.Answers {
			if a == "" || !short(string(a), maxRow) || written == "" || utf8.RuneCountInString(written) > model.MaxUnread {
				return errText
			}
		}
	}
	return nil
}

// short reports whether a text stands on one line of so many characters.
func short(text string, most int) bool {
	n := 0
	for _, r := range text {
		if n++; n > most || unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return false
		}
	}
	return true
}
