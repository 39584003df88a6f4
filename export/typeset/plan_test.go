package typeset

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/export/outline"
	"nianbao/export/specimen"
	"nianbao/model/golden"
)

// TestPlan: what other formats take over of the paper: the lines of the title and of each
// cell, the widths and heights of tables, where the signature begins.
func TestPlan(t *testing.T) {
	var all strings.Builder
	for _, name := range []string{"numbers", "extreme"} {
		report := outline.Of(specimen.All(t)[name], outline.Posting{})
		plan := PlanFor(report, specimen.Faces(t), A4())
		fmt.Fprintf(&all, "%s: title of %.1f points %q, missing %v\n", name, plan.TitleSize, plan.Title, plan.Missing)
		for _, line := range plan.Signature {
			fmt.Fprintf(&all, "signed %s from %.2f\n", line.Text, line.Left)
		}
		for _, p := range plan.Tables {
			fmt.Fprintf(&all, "labels %.2f, figures %.2f, columns %.2f, rows %.2f\n", p.Labels, p.Figures, p.Columns, p.Rows)
			for _, lines := range p.Lines {
				if len(lines) > 1 {
					fmt.Fprintf(&all, "%s\n", strings.Join(lines, "|"))
				}
			}
		}
	}
	golden.Compare(t, "plans.golden", all.String())

	// A wording of which the faces lack a character stays in one line, whole.
	report := outline.Of(specimen.Sample(t), outline.Posting{})
	report.Title, report.Signature = []string{"𠮷镇" + strings.Repeat("的报告", 20)}, outline.Signature{Agency: "𠮷镇", Date: "2021年1月20日"}
	plan := PlanFor(report, specimen.Faces(t), A4())
	if len(plan.Title) != 1 || plan.Title[0] != report.Title[0] || len(plan.Signature) != 2 || plan.Signature[0].Text != "𠮷镇" {
		t.Errorf("%q, %v", plan.Title, plan.Signature)
	}
	if len(plan.Missing) != 2 || plan.Missing[0].Where != placeTitle || plan.Missing[1].Where != placeSignature {
		t.Errorf("%v", plan.Missing)
	}
}

// TestAreaLength: an area is fills of one grey and one element.
func TestAreaLength(t *testing.T) {
	a, grey, other := Fill{X: 1}, Fill{Gray: 0.5}, Fill{Element: 1}
	for _, tt := range []struct {
		fills []Fill
		want  int
	}{{nil, 0}, {[]Fill{a}, 1}, {[]Fill{a, a, a}, 3}, {[]Fill{a, grey, a}, 1}, {[]Fill{a, a, other}, 2}} {
		if got := AreaLength(tt.fills); got != tt.want {
			t.Errorf("%v: %d", tt.fills, got)
		}
	}
}

// TestFaces: each face that a document uses is there once, with its characters in order.
func TestFaces(t *testing.T) {
	d := layout(t, specimen.Sample(t), Options{Draft: true})
	for i, f := range d.Faces() {
		want := map[rune]bool{}
		for _, p := range d.Pages {
			for _, text := range append(p.Under, p.Texts...) {
				if text.Face == f.Face {
					for _, r := range text.String {
						want[r] = true
					}
				}
			}
		}
		if len(f.Runes) != len(want) || len(want) == 0 {
			t.Errorf("face %d has %d of %d characters", i, len(f.Runes), len(want))
		}
		for k, r := range f.Runes {
			if !want[r] || k > 0 && r <= f.Runes[k-1] {
				t.Errorf("face %d: %q", i, r)
			}
		}
	}
}
