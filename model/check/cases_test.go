package check

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"nianbao/model"
)

// Every rule has cases in the files beside, cases_*_test.go: reports that break it, and
// reports that come close but are right. They start from a clean report of the
// year 2026.

// ruleCase is the test of one rule.
type ruleCase struct {
	rule   string
	breaks []breaking
	fits   []fitting
}

// breaking is a report with one finding of the rule: want is its level, both
// sides and a piece of its message, "W 5|3|总计列是 3".
type breaking struct {
	want    string
	several bool // it has more findings; want is the first
	steps   []step
}

// fitting is a report without any.
type fitting []step

// step changes the report under test.
type step func(*draft)

// draft is a report under test, with last year's.
type draft struct {
	t    testing.TB
	r    *model.Report
	last *model.Report
}

func bad(want string, steps ...step) breaking     { return breaking{want, false, steps} }
func several(want string, steps ...step) breaking { return breaking{want, true, steps} }
func good(steps ...step) fitting                  { return steps }

// of starts anew with a clean report of another year.
func of(year int) step { return func(d *draft) { d.r = complete(d.t, year) } }

// lastYear gives a clean report of the year before, changed by the steps.
func lastYear(steps ...step) step {
	return func(d *draft) {
		l := &draft{t: d.t, r: complete(d.t, d.r.Year-1)}
		for _, s := range steps {
			s(l)
		}
		d.last = l.r
	}
}

// cells sets cells: "received.person=3", of table three unless the table is
// named.
func cells(pairs ...string) step {
	return func(d *draft) {
		for _, p := range pairs {
			a, value, _ := strings.Cut(p, "=")
			set(d.t, d.r, fullAddress(a), value)
		}
	}
}

// written puts into cells, and totals, what a file has there.
func written(pairs ...string) step {
	return func(d *draft) {
		for _, p := range pairs {
			a, value, _ := strings.Cut(p, "=")
			take(d.t, d.r, fullAddress(a), value)
		}
	}
}

// found gives the report a document that it was read from.
func found(s model.Source) step { return func(d *draft) { d.r.Source = &s } }

func stated(pairs ...string) step {
	return func(d *draft) {
		for _, p := range pairs {
			a, value, _ := strings.Cut(p, "=")
			state(d.t, d.r, fullAddress(a), value)
		}
	}
}

func fullAddress(a string) string {
	if strings.Count(a, ".") < 2 {
		return "applications." + a
	}
	return a
}

// says adds a paragraph to 一、总体情况.
func says(text string) step { return writes(model.Overview, text) }

// writes adds a block to a section.
func writes(id model.SectionID, text string) step {
	return func(d *draft) { d.r.Narrative[id] = append(d.r.Narrative[id], model.Block{Text: text}) }
}

// only makes a text all that a section says.
func only(id model.SectionID, text string) step {
	return func(d *draft) { d.r.Narrative[id] = []model.Block{{Text: text}} }
}

// headed adds a block with a sub-heading to 一、总体情况.
func headed(heading, text string) step {
	return func(d *draft) {
		d.r.Narrative[model.Overview] = append(d.r.Narrative[model.Overview], model.Block{Heading: heading, Text: text})
	}
}

func titled(title string) step { return func(d *draft) { d.r.Title = title } }

func named(agency string) step { return func(d *draft) { d.r.Agency.Name = agency } }

func signed(agency, date string) step {
	return func(d *draft) { d.r.Signature.Agency, d.r.Signature.Date = agency, date }
}

func kind(k model.AgencyKind) step { return func(d *draft) { d.r.Agency.Kind = k } }

func numbered(n model.Numbering) step { return func(d *draft) { d.r.Numbering = n } }

// finished makes table three balance: that many received and granted, of natural
// persons.
func finished(n int) step {
	return cells(fmt.Sprintf("received.person=%d", n), fmt.Sprintf("granted.person=%d", n))
}

func allCases() []ruleCase {
	var all []ruleCase
	for _, list := range [][]ruleCase{disclosureCases, applicationsCases, disputesCases, arithmeticCases, frameCases, sourceCases, contentCases, wordingCases} {
		all = append(all, list...)
	}
	return all
}

// TestRules runs the cases, one test for each rule.
func TestRules(t *testing.T) {
	for _, c := range allCases() {
		t.Run(c.rule, func(t *testing.T) {
			for i, b := range c.breaks {
				got := findingsOf(t, c.rule, b.steps)
				if len(got) != 1 && (!b.several || len(got) == 0) {
					t.Errorf("breaking %d: %d findings, want one: %v", i, len(got), got)
				}
				if len(got) > 0 {
					compareFinding(t, i, got[0], b.want)
				}
			}
			for i, f := range c.fits {
				for _, got := range findingsOf(t, c.rule, f) {
					t.Errorf("fitting %d: %s", i, got.Message())
				}
			}
		})
	}
}

func findingsOf(t *testing.T, rule string, steps []step) []Finding {
	t.Helper()
	d := &draft{t: t, r: complete(t, 2026)}
	for _, s := range steps {
		s(d)
	}
	var all []Finding
	var k Checker
	k.SetPrints(func(r rune) bool { return r != '😀' && r != '𠮷' })
	for _, f := range k.Run(d.r, d.last) {
		if f.Rule == rule {
			all = append(all, f)
		}
	}
	return all
}

func compareFinding(t *testing.T, i int, f Finding, want string) {
	t.Helper()
	level, rest, _ := strings.Cut(want, " ")
	parts := strings.SplitN(rest, "|", 3)
	m := f.Message()
	if string(f.Level) != level || f.Left != parts[0] || f.Right != parts[1] || !strings.Contains(m, parts[2]) || strings.Contains(m, "%!") {
		t.Errorf("breaking %d: %s %s|%s|%s\nwant %s", i, f.Level, f.Left, f.Right, m, want)
	}
}

// TestEveryRuleHasItsCases: the list of rules, their wording and their cases go
// together.
func TestEveryRuleHasItsCases(t *testing.T) {
	tested := map[string]bool{}
	for _, c := range allCases() {
		if len(c.breaks) == 0 || len(c.fits) == 0 {
			t.Errorf("%s has %d breaking and %d fitting reports", c.rule, len(c.breaks), len(c.fits))
		}
		if tested[c.rule] {
			t.Errorf("%s has its cases in two places", c.rule)
		}
		tested[c.rule] = true
	}
	worded := map[string]bool{}
	for key := range messages {
		id, _, _ := strings.Cut(key, " ")
		worded[id] = true
	}
	listed := map[string]bool{}
	for i, r := range rules {
		if listed[r.id] && (rules[i-1].id != r.id || rules[i-1].level != r.level) {
			t.Errorf("%s is listed in two places, or with two levels", r.id)
		}
		listed[r.id] = true
		if !tested[r.id] || !worded[r.id] || r.source == "" {
			t.Errorf("%s: tested %v, worded %v, source %q", r.id, tested[r.id], worded[r.id], r.source)
		}
	}
	for id := range worded {
		if !listed[id] {
			t.Errorf("wording of %s, which is no rule", id)
		}
	}
}

// TestAllRulesAreListed: every code of the specification has its line, but those
// that are no findings.
func TestAllRulesAreListed(t *testing.T) {
	listed := map[string]bool{}
	for _, r := range rules {
		listed[r.id] = true
	}
	for letter, last := range map[string]int{"S": 28, "A": 10, "B": 7, "C": 14, "D": 7, "E": 3} {
		for n := 1; n <= last; n++ {
			id := fmt.Sprintf("%s%02d", letter, n)
			if listed[id] == (id == "C14") {
				t.Errorf("%s: listed %v", id, listed[id])
			}
		}
	}
}

// TestEveryRuleIsMet: somebody who runs the program on a file or a document meets
// every rule: a script of the command line waits for its code.
func TestEveryRuleIsMet(t *testing.T) {
	scripts, err := filepath.Glob(filepath.FromSlash("../../ui/command/testdata/script/*.txtar"))
	if err != nil || len(scripts) == 0 {
		t.Fatalf("%d scripts: %v", len(scripts), err)
	}
	awaited := regexp.MustCompile(`(?m)^std(?:err|out) .*\b([A-Z][0-9]{2}) `)
	met := map[string]bool{}
	for _, path := range scripts {
		script, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range awaited.FindAllSubmatch(script, -1) {
			met[string(m[1])] = true
		}
	}
	for _, r := range rules {
		if !met[r.id] {
			t.Errorf("no script waits for %s", r.id)
		}
	}
}
