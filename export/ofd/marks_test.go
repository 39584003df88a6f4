package ofd

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nianbao/export/typeset"
)

// TestPlaces: what a reader draws is what was set: every character and every rule,
// within a hundredth of a millimetre, in the same order and colour.
func TestPlaces(t *testing.T) {
	for name, d := range laid(t) {
		t.Run(name, func(t *testing.T) {
			a := open(t, written(t, d))
			for i, p := range a.pages() {
				got, want := a.characters(a.xml(p)), marks(d.Pages[i])
				if len(got) != len(want) {
					t.Fatalf("page %d: %d characters, want %d", i+1, len(got), len(want))
				}
				for j, g := range got {
					w := want[j]
					const near = 0.01
					if g.char != w.char || math.Abs(g.x-w.x) > near || math.Abs(g.y-w.y) > near || math.Abs(g.size-w.size) > near || g.colour != w.colour {
						t.Fatalf("page %d: %c at %.3f %.3f of %.3f in %s, want %c at %.3f %.3f of %.3f in %s",
							i+1, g.char, g.x, g.y, g.size, g.colour, w.char, w.x, w.y, w.size, w.colour)
					}
				}
				a.checkRules(a.xml(p), d.Pages[i].Lines)
				a.checkAreas(a.xml(p), d.Pages[i].Fills)
			}
		})
	}
}

// marks lists the characters of a page as set, the blanks at the ends of runs left
// out.
func marks(page typeset.Page) []inked {
	const mm = 25.4 / 72
	var all []inked
	for _, t := range slices.Concat(page.Under, page.Texts) {
		v := int(math.Round(255 * t.Gray))
		sin, cos := math.Sincos(t.Turn * math.Pi / 180)
		pen, inner := 0.0, 0
		var run []inked
		for _, r := range t.String {
			if r != ' ' || len(run) > 0 {
				run = append(run, inked{
					char: r, x: (t.X + pen*cos) * mm, y: (t.Y - pen*sin) * mm, size: t.Size * mm,
					colour: fmt.Sprintf("%d %d %d", v, v, v),
				})
				if r != ' ' {
					inner = len(run)
				}
			}
			g, _ := t.Face.Glyph(r)
			pen += float64(t.Face.Advance(g))/1000*t.Size + t.Space
		}
		all = append(all, run[:inner]...)
	}
	return all
}

// pages lists the parts of the pages.
func (a *archive) pages() []string {
	a.t.Helper()
	const root = "Doc_0/Document.xml"
	var all []string
	for _, p := range a.one(a.xml(root), "Pages").children {
		all = append(all, at(root, p.attributes["BaseLoc"]))
	}
	return all
}

func (a *archive) checkRules(page *element, want []typeset.Line) {
	a.t.Helper()
	const mm = 25.4 / 72
	var got []typeset.Line
	for _, p := range page.all("PathObject") {
		if p.attributes["Fill"] == "true" {
			continue
		}
		if v := a.one(p, "StrokeColor").attributes["Value"]; v != "0 0 0" {
			a.t.Errorf("a rule in %s", v)
		}
		for _, m := range regexp.MustCompile(`M (\S+) (\S+) L (\S+) (\S+)`).FindAllStringSubmatch(a.one(p, "AbbreviatedData").text, -1) {
			at := a.numbers(strings.Join(m[1:], " "))
			got = append(got, typeset.Line{X1: at[0], Y1: at[1], X2: at[2], Y2: at[3], Width: a.number(p, "LineWidth")})
		}
	}
	if len(got) != len(want) {
		a.t.Fatalf("%d rules, want %d", len(got), len(want))
	}
	for _, w := range want {
		i := slices.IndexFunc(got, func(g typeset.Line) bool {
			for _, pair := range [][2]float64{{g.X1, w.X1}, {g.Y1, w.Y1}, {g.X2, w.X2}, {g.Y2, w.Y2}, {g.Width, w.Width}} {
				if math.Abs(pair[0]-pair[1]*mm) > 0.01 {
					return false
				}
			}
			return true
		})
		if i < 0 {
			a.t.Errorf("no rule %+v", w)
		}
	}
}

// checkAreas: each fill is a closed rectangle in its grey, without an outline.
func (a *archive) checkAreas(page *element, want []typeset.Fill) {
	a.t.Helper()
	const mm = 25.4 / 72
	var got []typeset.Fill
	for _, p := range page.all("PathObject") {
		if p.attributes["Fill"] != "true" {
			continue
		}
		if p.attributes["Stroke"] != "false" {
			a.t.Error("a fill with an outline")
		}
		text := a.one(p, "AbbreviatedData").text
		all := regexp.MustCompile(`M (\S+) (\S+) L (\S+) (\S+) L (\S+) (\S+) L (\S+) (\S+) C ?`).FindAllStringSubmatch(text, -1)
		long := 0
		for _, m := range all {
			long += len(m[0])
			at := a.numbers(strings.Join(m[1:], " "))
			if at[1] != at[3] || at[2] != at[4] || at[5] != at[7] || at[6] != at[0] {
				a.t.Errorf("no rectangle: %s", m[0])
			}
			got = append(got, typeset.Fill{
				X: at[0], Y: at[1], Width: at[2] - at[0], Height: at[5] - at[1],
				Gray: a.numbers(a.one(p, "FillColor").attributes["Value"])[0] / 255,
			})
		}
		if long != len(text) {
			a.t.Errorf("more than rectangles: %s", text)
		}
	}
	if len(got) != len(want) {
		a.t.Fatalf("%d areas, want %d", len(got), len(want))
	}
	for i, w := range want {
		g := got[i]
		for _, pair := range [][2]float64{{g.X, w.X * mm}, {g.Y, w.Y * mm}, {g.Width, w.Width * mm}, {g.Height, w.Height * mm}, {g.Gray, w.Gray}} {
			if math.Abs(pair[0]-pair[1]) > 0.01 {
				a.t.Errorf("area %+v, want %+v", g, w)
			}
		}
	}
}
