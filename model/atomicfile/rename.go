package atomicfile

import (
	"fmt"
	"strings"
	"time"
)

// HeldError says that a file could not be replaced or renamed because another
// program has it open, as Windows forbids it then.
type HeldError struct {
	Path string
	By   []string // names of the programs, as far as Windows tells
	Err  error    // the system's
}

func (e *HeldError) Error() string {
	return fmt.Sprintf("%s is held by %s: %v", e.Path, strings.Join(e.By, ", "), e.Err)
}

func (e *HeldError) Unwrap() error { return e.Err }

// patience is how long a rename is tried: virus scanners and backup programs
// open what has just been written, and let go of it in less.
const (
	patience  = time.Second
	firstWait = 10 * time.Millisecond
)

// Rename gives a file another name and replaces what has it. Where another
// program holds one of the two it is tried again for a second; the error is then
// a *HeldError.
func Rename(from, to string) error {
	err := patiently(func() error { return rename(from, to) }, held)
	return nameHolder(err, from, to)
}

// patiently tries until it succeeds, fails for another reason than the one that
// passes, or patience is at its end. It waits longer from try to try.
func patiently(try func() error, passes func(error) bool) error {
	for wait := firstWait; ; wait *= 2 {
		err := try()
		if err == nil || !passes(err) || wait > patience/2 {
			return err
		}
		time.Sleep(wait)
	}
}
