package command

import (
	"fmt"
	"strings"

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
