package command

import (
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"nianbao/fonts"
	"nianbao/model"
	"nianbao/model/check"
)

// checkResult is what `check --json` prints; its members are the contract's.
type checkResult struct {
	Edition  string        `json:"edition"`
	Year     int           `json:"year"`
	Findings []jsonFinding `json:"findings"`
	Counts   jsonCounts    `json:"counts"`
}

type jsonFinding struct {
	Rule    string          `json:"rule"`
	Level   check.Level     `json:"level"`
	Cells   []model.Address `json:"cells"`
	Section model.SectionID `json:"section"`
	Message string          `json:"message"`
	Left    string          `json:"left"`
	Right   string          `json:"right"`
}

type jsonCounts struct {
	E int `json:"E"`
	W int `json:"W"`
	I int `json:"I"`
}

func runCheck(c *call) error {
	asJSON := c.flags.Bool("json", false, "")
	lastPath := c.flags.String("previous", "", "")
	if err := c.parse(1, 1); err != nil {
		return err
	}
	r, err := c.read(c.files[0])
	if err != nil {
		return err
	}
	last, err := c.readPrevious(*lastPath, r)
	if err != nil {
		return err
	}
	faces, err := fonts.Embedded()
	if err != nil {
		return fmt.Errorf("embedded faces: %w", err)
	}
	var rules check.Checker
	rules.SetPrints(faces.Has)
	findings := rules.Run(r, last)
	counts := check.Count(findings)
	if *asJSON {
		err = c.printJSON(jsonResult(r, findings))
	} else {
		c.printFindings(findings)
	}
	if err == nil && counts.E > 0 {
		return errFound
	}
	return err
}

// readPrevious reads the report of the year before; nil when none is named. One
// of another agency is taken, as the agency may have a new name, and this is said.
func (c *call) readPrevious(path string, r *model.Report) (*model.Report, error) {
	if path == "" {
		return nil, nil
	}
	last, err := c.read(path)
	switch {
	case err != nil:
		return nil, err
	case last.Year != r.Year-1:
		return nil, c.wrong(problemPrevious, path, last.Year, r.Year-1)
	case last.Agency.Name != r.Agency.Name && !last.Unnamed() && !r.Unnamed():
		c.say(notePrevious, last.Agency.Name, r.Agency.Name)
	}
	return last, nil
}

func (c *call) printFindings(findings []check.Finding) {
	for _, f := range findings {
		if f.Answer != "" {
			c.say(answeredLine, f.Rule, f.Message(), f.Answer)
			continue
		}
		c.say(findingLine, f.Rule, levelName(f.Level), f.Message())
	}
	if len(findings) == 0 {
		fmt.Fprintln(c.Stdout, noFindings)
		return
	}
	n := check.Count(findings)
	fmt.Fprintf(c.Stdout, checkSummary+"\n", n.E, n.W, n.I)
}

func levelName(l check.Level) string {
	switch l {
	case check.Error:
		return levelError
	case check.Warning:
		return levelWarning
	}
	return levelInfo
}

func jsonResult(r *model.Report, findings []check.Finding) checkResult {
	n := check.Count(findings)
	result := checkResult{
		Edition: r.Edition().ID, Year: r.Year,
		Findings: []jsonFinding{}, Counts: jsonCounts(n),
	}
	for _, f := range findings {
		if f.Answer != "" {
			continue // the contract has no word for it, and counts agree with findings
		}
		result.Findings = append(result.Findings, jsonFinding{
			Rule: f.Rule, Level: f.Level, Cells: append([]model.Address{}, f.Cells...), Section: f.Section,
			Message: f.Message(), Left: f.Left, Right: f.Right,
		})
	}
	return result
}

// printJSON writes a value to Stdout, indented and with a last newline.
func (c *call) printJSON(v any) error {
	data, err := json.Marshal(v, jsontext.WithIndent(" "), json.Deterministic(true))
	if err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	fmt.Fprintf(c.Stdout, "%s\n", data)
	return nil
}
