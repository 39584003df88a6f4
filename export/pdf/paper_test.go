package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"nianbao/export/outline"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
)

// hair is what roundings add up to, in points.
const hair = 0.1

// TestCorpusOnPaper: nearly all full lines of the corpus have gaps that nobody
// sees.
func TestCorpusOnPaper(t *testing.T) {
	const least = 0.98
	all := sheets(t, document(t, specimen.Measured(t), typeset.Options{}))
	for _, f := range a4.faults(all) {
		t.Error(f)
	}
	full, exact := 0, 0
	for _, s := range all {
		for _, line := range a4.full(s) {
			full++
			if a4.gapOf(line) <= a4.usualGap()+hair {
				exact++
			}
		}
	}
	if full < 800 || float64(exact) < least*float64(full) {
		t.Errorf("%d of %d full lines are exact", exact, full)
	}
}

// TestPaper measures every finished page of all specimens.
func TestPaper(t *testing.T) {
	for name, r := range specimen.All(t) {
		t.Run(name, func(t *testing.T) {
			for _, f := range a4.faults(sheets(t, document(t, r, typeset.Options{}))) {
				t.Error(f)
			}
		})
		t.Run(name+" A3", func(t *testing.T) {
			for _, f := range a3.faults(sheets(t, written(t, outline.Of(r, outline.Posting{Since: "2027-01-20"}), typeset.Options{Paper: typeset.A3()}))) {
				t.Error(f)
			}
		})
	}
}

// TestTableOnSheets: 表三 stands on one sheet below its heading; with figures
// that nobody has it goes on to the next, which repeats its head and the labels
// of the groups it has cut.
func TestTableOnSheets(t *testing.T) {
	for name, r := range specimen.All(t) {
		for paper, o := range map[string]typeset.Options{"A4": {}, "A3": {Paper: typeset.A3()}} {
			all := sheets(t, document(t, r, o))
			first := slices.IndexFunc(all, func(s sheet) bool { return strings.Contains(textOf(s.chars), "三、收到和处理") })
			whole := strings.Contains(textOf(all[first].chars), "四、结转下年度继续办理")
			if cut := name == "extreme"; whole == cut {
				t.Errorf("%s on %s: on one sheet %v", name, paper, whole)
			} else if cut {
				next := textOf(all[first+1].chars)
				for _, want := range []string{"申请人情况", "自然人", "总计", "三、本年度办理结果", "四、结转下年度继续办理"} {
					if !strings.Contains(next, want) {
						t.Errorf("the next sheet does not repeat %s: %s", want, next)
					}
				}
			}
		}
	}
}

// TestPosterSheets: pasted together, the A4 sheets are the A3 page; nothing is
// where an office printer does not print.
func TestPosterSheets(t *testing.T) {
	const unprinted = 5 * mm
	d := typeset.Layout(outline.Of(specimen.Numbers(t), outline.Posting{Since: "2027-01-20"}), specimen.Faces(t), typeset.Options{Paper: typeset.A3()})
	board, err := Write(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	tiles, err := Write(typeset.Poster(d, specimen.Faces(t)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	pages, halves := sheets(t, board), sheets(t, tiles)
	if len(halves) != 2*len(pages) {
		t.Fatalf("%d sheets for %d pages", len(halves), len(pages))
	}
	for i, h := range halves {
		if math.Abs(h.width-297*mm) > 0.1 || math.Abs(h.height-210*mm) > 0.1 {
			t.Errorf("sheet %d measures %.1f × %.1f", i+1, h.width/mm, h.height/mm)
		}
		for _, c := range h.chars {
			if c.x < unprinted || c.x+c.width > h.width-unprinted || c.y-0.8*c.size < unprinted || c.y > h.height-unprinted {
				t.Errorf("sheet %d: %c at %.1f, %.1f mm", i+1, c.char, c.x/mm, c.y/mm)
			}
		}
	}
	for i, p := range pages {
		var pasted []inked
		for _, h := range halves[2*i : 2*i+2] {
			pasted = append(pasted, slices.DeleteFunc(h.chars, func(c inked) bool { return c.size == 9 })...) // what is said beside the cut
		}
		if got, want := columnsOf(pasted), columnsOf(p.chars); !slices.Equal(got, want) {
			t.Errorf("page %d: %v, want %v", i+1, got, want)
		}
	}
}

// columnsOf says which characters stand at which distance from the left edge.
func columnsOf(chars []inked) []string {
	all := make([]string, 0, len(chars))
	for _, c := range chars {
		all = append(all, fmt.Sprintf("%c at %.1f", c.char, c.x))
	}
	slices.Sort(all)
	return all
}

// TestFaultsAreFound: the measuring can fail.
func TestFaultsAreFound(t *testing.T) {
	const table = 4 // the page with 表三
	prose := func(d *typeset.Document, page int) *typeset.Text {
		texts := d.Pages[page].Texts
		i := slices.IndexFunc(texts, func(t typeset.Text) bool {
			return d.Elements[t.Element].Kind == typeset.ElementParagraph && len(t.String) > 60
		})
		return &texts[i]
	}
	run := func(d *typeset.Document, text string) *typeset.Text {
		for _, p := range d.Pages {
			for i := range p.Texts {
				if strings.HasPrefix(p.Texts[i].String, text) && p.Texts[i].Size > 13 {
					return &p.Texts[i]
				}
			}
		}
		t.Fatalf("no run %s", text)
		return nil
	}
	tests := map[string]struct {
		spoil func(d *typeset.Document)
		want  string
	}{
		"nothing":            {func(*typeset.Document) {}, ""},
		"text off its line":  {func(d *typeset.Document) { prose(d, 1).Y += 0.6 * mm }, "off the lines"},
		"text too far left":  {func(d *typeset.Document) { prose(d, 1).X -= 0.6 * mm }, "outside the text area"},
		"text set too wide":  {func(d *typeset.Document) { prose(d, 1).Space += 0.1 }, "outside the text area"},
		"text set narrower":  {func(d *typeset.Document) { prose(d, 1).Space -= 0.05 }, "off its column"},
		"mark at the start":  {func(d *typeset.Document) { s := prose(d, 1); s.String = "，" + s.String }, "begins with a mark"},
		"mark at the end":    {func(d *typeset.Document) { s := prose(d, 1); s.String += "（" }, "ends with an opening mark"},
		"page number":        {func(d *typeset.Document) { p := &d.Pages[1]; p.Texts[len(p.Texts)-2].String = "7" }, "page number"},
		"page number's side": {func(d *typeset.Document) { d.Pages[0].Texts, d.Pages[1].Texts = swapFolios(d) }, "page number"},
		"page number's size": {func(d *typeset.Document) { p := &d.Pages[1]; p.Texts[len(p.Texts)-2].Size = 12 }, "page number of 12"},
		"a wide label": {func(d *typeset.Document) {
			p := &d.Pages[table]
			p.Texts[10].String = "一个放不进格子的很长很长很长的字"
		}, "a rule runs through"},
		"a short rule":      {func(d *typeset.Document) { d.Pages[table].Lines[3].Y2 -= 2 }, "ends in the open"},
		"a long rule":       {func(d *typeset.Document) { d.Pages[table].Lines[len(d.Pages[table].Lines)-3].X2 += 2 }, "outside"},
		"a letter apart":    {func(d *typeset.Document) { run(d, "App").Space += 1 }, "stand 1.0"},
		"letters too close": {func(d *typeset.Document) { run(d, "App").Space -= 0.5 }, "stand -0.5"},
		"figures apart":     {func(d *typeset.Document) { run(d, "60").Space += 1 }, "figures 8.9"},
		"a hole":            {func(d *typeset.Document) { run(d, "60").X += 2 }, "a hole"},
		"a line cut short": {func(d *typeset.Document) {
			s := run(d, "国政府信息公开条例")
			runes := []rune(s.String)
			s.String = string(runes[:len(runes)-1])
		}, "from the edge"},
		"the paper": {func(d *typeset.Document) { d.Paper.Width += 1 }, "sheet measures"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := specimen.Sample(t)
			if strings.Contains(name, "letter") {
				r = specimen.Letters(t)
			}
			d := typeset.Layout(outline.Of(r, outline.Posting{}), specimen.Faces(t), typeset.Options{})
			tt.spoil(d)
			data, err := Write(d, Options{})
			if err != nil {
				t.Fatal(err)
			}
			found := a4.faults(sheets(t, data))
			if tt.want == "" && len(found) > 0 || tt.want != "" && !slices.ContainsFunc(found, func(f string) bool { return strings.Contains(f, tt.want) }) {
				t.Errorf("found %q, want %q", found, tt.want)
			}
		})
	}
}

// swapFolios gives the first two pages each other's page number.
func swapFolios(d *typeset.Document) (first, second []typeset.Text) {
	a, b := d.Pages[0].Texts, d.Pages[1].Texts
	n, m := len(a)-3, len(b)-3
	return append(slices.Clone(a[:n]), b[m:]...), append(slices.Clone(b[:m]), a[n:]...)
}
