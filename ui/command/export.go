package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"
	"time"

	"nianbao/export"
	"nianbao/fonts"
	"nianbao/model"
	"nianbao/ui/failure"
)

func runExport(c *call) error {
	e, err := c.exportArguments()
	if err != nil {
		return err
	}
	r, err := c.read(c.files[0])
	if err != nil {
		return err
	}
	return c.carryOut(e, r)
}

// exporting is an export as the command line asks for it.
type exporting struct {
	out     string // where to
	last    string // the file of last year's report; empty for none
	options export.Options
}

// carryOut exports a report.
func (c *call) carryOut(e exporting, r *model.Report) (err error) {
	if e.options.Previous, err = c.readPrevious(e.last, r); err != nil {
		return err
	}
	return c.write(r, e.out, e.options)
}

// exportArguments parses the command line of an export, of one file or draft.
func (c *call) exportArguments() (e exporting, err error) {
	path, last, asked := c.output(), c.flags.String(string(export.OptionPrevious), "", ""), c.exportFlags()
	if err := c.parse(1, 1); err != nil {
		return e, err
	}
	if err := c.needOutput(*path); err != nil {
		return e, err
	}
	o, err := asked.options(c)
	return exporting{out: *path, last: *last, options: o}, err
}

// exportFlags are the options of an export as they were given.
type exportFlags struct {
	draft, final, poster, replace, fragment, attach bool
	sheet, reason, paper, posted, phone, date       string
	faces                                           map[fonts.Role]string
}

// exportFlags declares the options of an export.
func (c *call) exportFlags() *exportFlags {
	f := &exportFlags{faces: map[fonts.Role]string{}}
	c.flags.BoolVar(&f.draft, "draft", false, "")
	c.flags.BoolVar(&f.final, "final", false, "")
	c.flags.BoolVar(&f.poster, "poster", false, "")
	c.flags.BoolVar(&f.replace, "replace-missing", false, "")
	c.flags.BoolVar(&f.fragment, "fragment", false, "")
	c.flags.BoolVar(&f.attach, "attach", false, "")
	c.flags.StringVar(&f.sheet, "sheet", "", "")
	c.flags.StringVar(&f.reason, "reason", "", "")
	c.flags.StringVar(&f.paper, "paper", "a4", "")
	c.flags.StringVar(&f.posted, "posted", "", "")
	c.flags.StringVar(&f.phone, "phone", "", "")
	c.flags.StringVar(&f.date, "date", "", "")
	c.flags.Func("font", "", f.takeFace)
	return f
}

// takeFace reads 仿宋=FILE.ttf.
func (f *exportFlags) takeFace(value string) error {
	name, path, _ := strings.Cut(value, "=")
	role, ok := fonts.RoleNamed(strings.TrimSpace(name))
	if !ok || path == "" {
		return errors.New("want 仿宋=FILE.ttf")
	}
	f.faces[role] = path
	return nil
}

// options reads them after parse.
func (f *exportFlags) options(c *call) (export.Options, error) {
	o := export.Options{
		Date: c.Now(), Maker: c.maker(), Reason: strings.TrimSpace(f.reason),
		Phone: strings.TrimSpace(f.phone), Replace: f.replace,
		Fragment: f.fragment, Attach: f.attach, Print: export.Print(f.sheet),
	}
	if f.sheet != "" && !slices.Contains(export.Prints(), o.Print) {
		return o, c.wrong(problemSheet, f.sheet, sheets("、"))
	}
	for _, take := range []func(*call, *export.Options) error{f.takeStamp, f.takePaper, f.takeDays, f.takeFaces} {
		if err := take(c, &o); err != nil {
			return o, err
		}
	}
	return o, nil
}

func (f *exportFlags) takeStamp(c *call, o *export.Options) error {
	switch {
	case f.draft && f.final:
		return c.wrong(problemBoth)
	case f.final && o.Reason == "":
		return c.wrong(problemReason)
	case !f.final && o.Reason != "":
		return c.wrong(problemReasonOnly)
	case f.draft:
		o.Stamp = export.StampAlways
	case f.final:
		o.Stamp = export.StampNever
	}
	return nil
}

func (f *exportFlags) takePaper(c *call, o *export.Options) error {
	switch {
	case strings.EqualFold(f.paper, "a3"):
		o.Sheets = export.A3
	case !strings.EqualFold(f.paper, "a4"):
		return c.wrong(problemPaper, f.paper)
	}
	if f.poster {
		o.Sheets = export.Poster
	}
	return nil
}

func (f *exportFlags) takeDays(c *call, o *export.Options) error {
	if day, ok := model.ReadDate(f.posted); ok {
		o.Posted = day
	} else if f.posted != "" {
		return c.wrong(problemDate, f.posted)
	}
	if f.date == "" {
		return nil
	}
	var err error
	if o.Date, err = time.Parse(time.DateOnly, f.date); err != nil {
		return c.wrong(problemDate, f.date)
	}
	return nil
}

func (f *exportFlags) takeFaces(_ *call, o *export.Options) error {
	if len(f.faces) == 0 {
		return nil
	}
	set, err := fonts.Embedded()
	if err != nil {
		return fmt.Errorf("embedded faces: %w", err)
	}
	chosen, refused := set.Choose(f.faces)
	if len(refused) > 0 {
		return refused[0]
	}
	o.Faces = chosen
	return nil
}

// write exports the report to a file and tells its user what to know about it.
func (c *call) write(r *model.Report, path string, o export.Options) error {
	format, err := export.FormatFor(path)
	if err != nil {
		return err //nolint:wrapcheck // it names the file itself
	}
	result, err := export.File(context.Background(), r, path, o)
	var missing *export.MissingError
	switch {
	case errors.As(err, &missing):
		return &replaceError{missing}
	case err != nil:
		return failure.Exporting(path).Wrap(err)
	}
	if in := c.unheeded(format, o.Print); len(in) > 0 {
		c.say(noteUnheeded, format.Ending, strings.Join(in, "、"))
	}
	for _, note := range result.Notes {
		c.say("%s", note)
	}
	c.say(doneWritten, path)
	return nil
}

// replaceError says which option prints what no face has.
type replaceError struct{ *export.MissingError }

// Message says so in words.
func (e *replaceError) Message() string {
	return fmt.Sprintf(errorMissingChars, e.MissingError.Message())
}

// sheets lists what can be printed, by the names that the command line has for it.
func sheets(between string) string {
	var all []string
	for _, p := range export.Prints() {
		all = append(all, string(p))
	}
	return strings.Join(all, between)
}

// unheeded lists the options of the command line that make no difference to a print in
// a format.
func (c *call) unheeded(format export.Format, sheet export.Print) []string {
	var in []string
	for _, o := range export.AllOptions() {
		c.flags.Visit(func(f *flag.Flag) {
			if f.Name == string(o) && (!format.Heeds(o) || !sheet.Heeds(o)) {
				in = append(in, "--"+f.Name)
			}
		})
	}
	return in
}
