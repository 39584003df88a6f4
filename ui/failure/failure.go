// Package failure turns an error into words for the user: where, what is wrong,
// what to do. It is the one way from an error to words, for the window and for
// the command line.
//
// Begin with [Doing]: what was being done says as much as the error itself. A
// full disk means one thing for the draft that was to be saved and another for a
// file to be exported. An error with words of its own, such as a report file's,
// has a method Message; its Error is for developers, like every other.
package failure

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"nianbao/model/atomicfile"
	"nianbao/model/store"
	"nianbao/ui/printer"
)

// act is a kind of thing that the program does.
type act int

const (
	other act = iota
	writing
	reading
	opening
	saving
	loading
	changing
	backingUp
	remembering
	listing
	printing
)

// Doing is what was being done when an error came, and to what.
type Doing struct {
	act  act
	what string // path of the file or folder; empty where there is only one
}

// Something is what has no words of its own.
func Something() Doing { return Doing{act: other} }

// Exporting is a file being written that the user asked for.
func Exporting(path string) Doing { return Doing{writing, path} }

// Opening is a file being read that the user chose.
func Opening(path string) Doing { return Doing{reading, path} }

// OpeningDrafts is the store of drafts being opened, at the start or anew.
func OpeningDrafts() Doing { return Doing{act: opening} }

// SavingDraft is what was typed being saved. Its words leave it to whoever shows
// them to say that it is the draft.
func SavingDraft() Doing { return Doing{act: saving} }

// LoadingDraft is a draft, a version or a list of them being read.
func LoadingDraft() Doing { return Doing{act: loading} }

// ChangingDrafts is a change of the drafts that the user asked for: a new one, one
// that is put back, restored, named or thrown away.
func ChangingDrafts() Doing { return Doing{act: changing} }

// BackingUp is a backup being made.
func BackingUp() Doing { return Doing{act: backingUp} }

// Remembering is a choice of the user's being kept for the next time.
func Remembering() Doing { return Doing{act: remembering} }

// Listing is a folder being looked into.
func Listing(path string) Doing { return Doing{listing, path} }

// Printing is a report being handed to a printer, or printers being looked for.
func Printing() Doing { return Doing{act: printing} }

// Wrap marks an error with what was being done; nil stays nil.
func (d Doing) Wrap(err error) error {
	if err == nil {
		return nil
	}
	return &Error{Doing: d, Err: err}
}

// Error is an error with what was being done.
type Error struct {
	Doing Doing
	Err   error
}

func (e *Error) Error() string {
	name := [...]string{
		"do", "write", "read", "open store", "save draft", "load draft", "change drafts", "back up", "keep setting", "list", "print",
	}[e.Doing.act]
	if e.Doing.what != "" {
		name += " " + e.Doing.what
	}
	return name + ": " + e.Err.Error()
}

func (e *Error) Unwrap() error { return e.Err }

// Message says what went wrong in words.
func (e *Error) Message() string { return e.Doing.Words(e.Err) }

// speaker is an error with words of its own.
type speaker interface {
	error
	Message() string
}

// Words says what an error means for the user.
func Words(err error) string {
	var known speaker
	if errors.As(err, &known) {
		return sentence(known.Message())
	}
	return Something().Words(err)
}

// Words says what an error means for what was being done: where, what is wrong,
// what to do.
func (d Doing) Words(err error) string {
	var marked *Error
	if errors.As(err, &marked) { // nearer to what went wrong
		return marked.Message()
	}
	words := ofStore(err)
	switch {
	case words != "" && d.act == reading: // of a backup
		return fmt.Sprintf(place, d.what) + words
	case words != "":
		return words
	}
	var known speaker
	switch {
	case errors.As(err, &known) && d.what != "":
		return fmt.Sprintf(place, d.what) + sentence(known.Message())
	case errors.As(err, &known):
		return sentence(known.Message())
	case d.act == printing && errors.Is(err, printer.ErrNone):
		return noPrinter
	case d.act == printing && errors.Is(err, printer.ErrOpened):
		return openedInstead
	}
	c, a := causeOf(err), acts[d.act]
	do, listed := a.side[c]
	if !listed {
		do = advice{usual[c], a.side[unknown].todo}
	}
	wrong := cmp.Or(do.wrong, usual[c])
	if c == unknown {
		wrong = fmt.Sprintf(wrong, strings.TrimRight(err.Error(), ".。 \n"))
	}
	if by := holders(err); by != "" {
		wrong = fmt.Sprintf(heldBy, by)
	}
	means, listed := a.means[c]
	if !listed {
		means = a.means[unknown]
	}
	head := a.head
	if strings.Contains(head, "%s") {
		head = fmt.Sprintf(head, d.what)
	}
	text := head + wrong + means + "。" + do.todo + "。"
	if c == disk { // nothing is certain then
		return text
	}
	return text + a.also
}

// holders are the programs that hold a file, as far as the system names them.
func holders(err error) string {
	var held *atomicfile.HeldError
	if !errors.As(err, &held) || len(held.By) == 0 {
		return ""
	}
	return strings.Join(held.By, "、")
}

// ofStore words the errors that are the store's own; empty for all others.
func ofStore(err error) string {
	var used *store.InUseError
	if errors.As(err, &used) {
		if used.PID == 0 {
			return inUse
		}
		return fmt.Sprintf(inUseBy, used.PID, used.Since.Local().Format("15:04"))
	}
	var gone *store.MissingError
	if errors.As(err, &gone) {
		if len(gone.Backups) == 0 {
			return fmt.Sprintf(storeGone, gone.Dir) + storeNoBackup
		}
		return fmt.Sprintf(storeGone, gone.Dir) + fmt.Sprintf(storeBackups, len(gone.Backups), gone.Backups[0].Time.Format(storeMoment))
	}
	for _, s := range storeWords {
		if errors.Is(err, s.err) {
			return s.words
		}
	}
	return ""
}

// sentence ends words as a sentence does.
func sentence(words string) string {
	if strings.HasSuffix(words, "。") || strings.HasSuffix(words, "？") || strings.Contains(words, "\n") {
		return words
	}
	return words + "。"
}
