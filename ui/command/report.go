package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"
	"time"

	"nianbao/assets"
	"nianbao/export"
	"nianbao/fonts"
	"nianbao/model"
	"nianbao/model/carry"
	"nianbao/model/reportfile"
	"nianbao/ui/failure"
)

func runSample(c *call) error {
	out := c.output()
	if err := c.parse(0, 0); err != nil {
		return err
	}
	if err := c.needOutput(*out); err != nil {
		return err
	}
	r, err := reportfile.Read(assets.Sample())
	if err != nil {
		return fmt.Errorf("embedded sample: %w", err)
	}
	return c.write(r, *out, export.Options{Date: c.Now(), Maker: c.maker()})
}

func runNew(c *call) error {
	out := c.output()
	year := c.flags.Int("year", 0, "")
	agency := c.flags.String("agency", "", "")
	from := c.flags.String("from", "", "")
	if err := c.parse(0, 0); err != nil {
		return err
	}
	switch {
	case *year == 0 && *from == "":
		return c.wrong(problemYear)
	case strings.TrimSpace(*agency) == "" && *from == "":
		return c.wrong(problemAgency)
	}
	if err := c.needOutput(*out); err != nil {
		return err
	}
	if err := c.mustBeNew(*out); err != nil {
		return err
	}
	r, err := c.begin(*year, strings.TrimSpace(*agency), *from)
	if err != nil {
		return err
	}
	if err := c.write(r, *out, export.Options{Date: c.Now(), Maker: c.maker()}); err != nil {
		return err
	}
	c.sayCarried(r)
	return nil
}

// begin makes a new report, with an earlier one where there is a file of it: what
// the options leave open is that one's agency, and the year after its.
func (c *call) begin(year int, agency, from string) (*model.Report, error) {
	if from == "" {
		r, err := model.New(year, model.NewAgency(agency))
		if err == nil {
			r.Propose()
		}
		return r, err
	}
	last, err := c.read(from)
	if err != nil {
		return nil, err
	}
	if agency == "" && last.Unnamed() {
		return nil, c.wrong(problemAgency)
	}
	if year == 0 {
		year = last.Year + 1
	}
	named := model.Agency{}
	if agency != "" {
		named = model.NewAgency(agency)
	}
	return carry.From(last, year, named)
}

// sayCarried lists what a report was begun with and what that asks for.
func (c *call) sayCarried(r *model.Report) {
	if r.Carried == nil {
		return
	}
	c.say(carriedHead, r.Carried.From)
	for _, kind := range carry.Kinds() {
		for _, i := range r.Carried.Items {
			if carry.KindOf(i) == kind {
				c.say(carriedLine, kind.Name(), carry.Message(i))
			}
		}
	}
}

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
	path, last, options := c.output(), c.flags.String(string(export.OptionPrevious), "", ""), c.exportOptions()
	if err := c.parse(1, 1); err != nil {
		return e, err
	}
	if err := c.needOutput(*path); err != nil {
		return e, err
	}
	o, err := options()
	return exporting{out: *path, last: *last, options: o}, err
}

func runVersion(c *call) error {
	if err := c.parse(0, 0); err != nil {
		return err
	}
	fmt.Fprintf(c.Stdout, versionLine+"\n", c.Version)
	for _, e := range model.Editions() {
		years := fmt.Sprintf(yearsClosed, e.From, e.To())
		if e.To() == 0 {
			years = fmt.Sprintf(yearsOpen, e.From)
		}
		fmt.Fprintf(c.Stdout, editionLine+"\n", e.ID, e.Source, years)
	}
	set, err := fonts.Embedded()
	if err != nil {
		return fmt.Errorf("embedded faces: %w", err)
	}
	for _, role := range fonts.Roles() {
		fmt.Fprintf(c.Stdout, fontLine+"\n", role, set.Face(role).Name())
	}
	return nil
}

// exportOptions declares the options of an export; the function reads them
// after parse.
func (c *call) exportOptions() func() (export.Options, error) {
	draft := c.flags.Bool("draft", false, "")
	final := c.flags.Bool("final", false, "")
	reason := c.flags.String("reason", "", "")
	date := c.flags.String("date", "", "")
	paper := c.flags.String("paper", "a4", "")
	poster := c.flags.Bool("poster", false, "")
	posted := c.flags.String("posted", "", "")
	phone := c.flags.String("phone", "", "")
	replace := c.flags.Bool("replace-missing", false, "")
	fragment := c.flags.Bool("fragment", false, "")
	attach := c.flags.Bool("attach", false, "")
	sheet := c.flags.String("sheet", "", "")
	faces := map[fonts.Role]string{}
	c.flags.Func("font", "", func(value string) error {
		name, path, _ := strings.Cut(value, "=")
		role, ok := fonts.RoleNamed(strings.TrimSpace(name))
		if !ok || path == "" {
			return errors.New("want 仿宋=FILE.ttf")
		}
		faces[role] = path
		return nil
	})
	return func() (export.Options, error) {
		o := export.Options{
			Date: c.Now(), Maker: c.maker(), Reason: strings.TrimSpace(*reason),
			Phone: strings.TrimSpace(*phone), Replace: *replace,
			Fragment: *fragment, Attach: *attach, Print: export.Print(*sheet),
		}
		if *sheet != "" && !slices.Contains(export.Prints(), o.Print) {
			return o, c.wrong(problemSheet, *sheet, sheets("、"))
		}
		switch {
		case *draft && *final:
			return o, c.wrong(problemBoth)
		case *final && o.Reason == "":
			return o, c.wrong(problemReason)
		case !*final && o.Reason != "":
			return o, c.wrong(problemReasonOnly)
		case *draft:
			o.Stamp = export.StampAlways
		case *final:
			o.Stamp = export.StampNever
		}
		switch {
		case strings.EqualFold(*paper, "a3"):
			o.Sheets = export.A3
		case !strings.EqualFold(*paper, "a4"):
			return o, c.wrong(problemPaper, *paper)
		}
		if *poster {
			o.Sheets = export.Poster
		}
		if day, ok := model.ReadDate(*posted); ok {
			o.Posted = day
		} else if *posted != "" {
			return o, c.wrong(problemDate, *posted)
		}
		if *date != "" {
			d, err := time.Parse(time.DateOnly, *date)
			if err != nil {
				return o, c.wrong(problemDate, *date)
			}
			o.Date = d
		}
		if len(faces) > 0 {
			set, err := fonts.Embedded()
			if err != nil {
				return o, fmt.Errorf("embedded faces: %w", err)
			}
			chosen, refused := set.Choose(faces)
			if len(refused) > 0 {
				return o, refused[0]
			}
			o.Faces = chosen
		}
		return o, nil
	}
}

func (c *call) maker() string { return "nianbao " + c.Version }

// read reads a report file. It is bounded before it is looked at.
func (c *call) read(path string) (*model.Report, error) {
	data, err := c.load(path, reportfile.MaxSize)
	if err != nil {
		return nil, err
	}
	r, err := reportfile.Read(data)
	if err != nil {
		return nil, failure.Opening(path).Wrap(err)
	}
	return r, nil
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
