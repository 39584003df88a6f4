package command

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"nianbao/export"
	"nianbao/model/check"
	"nianbao/model/intake"
	"nianbao/model/intake/source"
	"nianbao/ui/failure"
)

// importResult is what `import --json` prints; its members are the contract's.
type importResult struct {
	Placed   int      `json:"placed"`   // number cells filled in, without totals
	Unplaced []string `json:"unplaced"` // where, what, why
	Notes    []string `json:"notes"`    // what was repaired, left out, or has to be known
	Edition  string   `json:"edition"`
}

// runImport reads a published report into a report file. One without any table
// is written all the same, for its prose, and told of by the status.
func runImport(c *call) error {
	out := c.output()
	asJSON := c.flags.Bool("json", false, "")
	year := c.flags.Int("year", 0, "")
	agency := c.flags.String("agency", "", "")
	if err := c.parse(1, 1); err != nil {
		return err
	}
	if err := c.needOutput(*out); err != nil {
		return err
	}
	if err := c.mustBeNew(*out); err != nil {
		return err
	}
	data, err := c.load(c.files[0], source.MaxSize)
	if err != nil {
		return err
	}
	name := filepath.Base(c.files[0]) // that of standard input, "-", has no ending: text
	result, err := intake.Read(name, data, intake.Options{Year: *year, Agency: *agency})
	switch {
	case errors.Is(err, intake.ErrReportFile):
		return &readyError{c.files[0]}
	case err != nil:
		return failure.Opening(c.files[0]).Wrap(err)
	}
	if err := c.write(result.Report, *out, export.Options{Date: c.Now(), Maker: c.maker()}); err != nil {
		return err
	}
	if err := c.tellImport(result, *asJSON); err != nil {
		return err
	}
	if result.Tables == 0 || result.Placed+result.Stated+len(result.Report.Unread) == 0 {
		return errFound // a blank table is one, but nothing came of it
	}
	return nil
}

// readyError: the file that is to be read into a report file is one.
type readyError struct{ path string }

func (e *readyError) Error() string { return e.path + " is a report file" }

// Message says so in words, and which commands take it.
func (e *readyError) Message() string { return fmt.Sprintf(errorReady, e.path) }

// tellImport says what was placed, what was not, what was repaired, and line by
// line what was left out.
func (c *call) tellImport(r *intake.Result, asJSON bool) error {
	told := importResult{Placed: r.Placed, Unplaced: []string{}, Notes: []string{}, Edition: r.Edition.ID}
	for _, u := range r.Unplaced {
		told.Unplaced = append(told.Unplaced, u.String())
	}
	for _, n := range r.Notes {
		told.Notes = append(told.Notes, n.String())
	}
	for _, f := range check.OfSource(r.Report) {
		told.Notes = append(told.Notes, fmt.Sprintf(findingLine, f.Rule, levelName(f.Level), f.Message()))
	}
	for _, l := range r.LeftOut() {
		told.Notes = append(told.Notes, l.String())
	}
	if asJSON {
		return c.printJSON(told)
	}
	for _, line := range slices.Concat(told.Unplaced, told.Notes) {
		c.say("%s", line)
	}
	fmt.Fprintln(c.Stdout, r.Summary())
	return nil
}
