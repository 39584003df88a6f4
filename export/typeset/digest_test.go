package typeset

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"nianbao/export/digest"
	"nianbao/export/specimen"
	"nianbao/model"
	"nianbao/model/excerpt"
	"nianbao/model/golden"
)

// pictures are pages of all kinds: few words and many, no figures and large ones beside
// those of the year before, what is no number, names and lines without end.
func pictures(t testing.TB) map[string]*digest.Digest {
	t.Helper()
	all := map[string]*digest.Digest{}
	for name, r := range specimen.All(t) {
		if name == "characters" {
			continue // its page is the sample's
		}
		all[name] = digest.Of(r, nil, "")
		if r.Year > model.FirstYear {
			all[name+" beside"] = digest.Of(r, specimen.Figures(t, r.Year-1, "12345678"), "0358-0000000")
		}
	}
	empty, err := model.New(2026, model.NewAgency("梧桐镇人民政府"))
	if err != nil {
		t.Fatal(err)
	}
	all["empty"] = digest.Of(empty, nil, "")
	zero := empty.Clone()
	for _, a := range zero.Unfilled() {
		zero.FillZero(a)
	}
	all["zero"] = digest.Of(zero, nil, "0358-0000000")
	all["digits"] = digest.Of(specimen.Digits(t), nil, "")
	odd := specimen.Digits(t)
	odd.Agency.Name = strings.Repeat("很长的机关名称", 6)
	for i, c := range odd.Edition().Cells() {
		if !c.Total() {
			_ = odd.Enter(c.Address, []string{strings.Repeat("长", 30), "/", "12345678", "-1", ""}[i%5])
		}
	}
	for _, p := range excerpt.Parts() {
		var lines []string
		for range excerpt.MaxLines {
			lines = append(lines, strings.Repeat("没有停顿的话", excerpt.MaxChars/6))
		}
		if err := excerpt.Set(odd, p, lines); err != nil {
			t.Fatal(err)
		}
	}
	all["odd"] = digest.Of(odd, specimen.Figures(t, odd.Year-1, "12345678"), "0358-0000000")
	return all
}

var sheets = map[string]Sheet{"A4": DigestA4(), "A3": DigestA3(), "screen": DigestScreen()}

// rectangle is what a mark covers.
type rectangle struct {
	left, top, right, bottom float64
	what                     string
}

func (a rectangle) meets(b rectangle) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

// inks are what the texts of a page cover: the middle of each em box, where the ink of
// figures and most of that of characters is.
func inks(page *Page) []rectangle {
	var all []rectangle
	for _, t := range page.Texts {
		middle := t.Y - baselineDrop*t.Size
		all = append(all, rectangle{t.X, middle - 0.4*t.Size, t.X + t.Width(), middle + 0.4*t.Size, t.String})
	}
	return all
}

// TestDigestFits: on every sheet everything stands within the margins of one page and
// nothing on anything else.
func TestDigestFits(t *testing.T) {
	for name, d := range pictures(t) {
		for on, sheet := range sheets {
			document, _ := Digest(d, specimen.Faces(t), sheet, true)
			if len(document.Pages) != 1 {
				t.Fatalf("%s on %s: %d pages", name, on, len(document.Pages))
			}
			page := &document.Pages[0]
			paper := document.Paper
			all := inks(page)
			for i, a := range all {
				const hanging = 1 // ems: a mark at a line's end
				over := hanging * page.Texts[i].Size
				if a.left < sheet.Margin-drift || a.right > paper.Width-sheet.Margin+over || a.top < sheet.Margin/2 || a.bottom > paper.Height-sheet.Margin/2 {
					t.Errorf("%s on %s: %q is off the page: %+v", name, on, a.what, a)
				}
				for j, b := range all[:i] {
					inLine := page.Texts[i].Element == page.Texts[j].Element && page.Texts[i].Y == page.Texts[j].Y &&
						document.Elements[page.Texts[i].Element].Kind == ElementParagraph
					if a.meets(b) && !inLine { // marks in a line of prose give way
						t.Errorf("%s on %s: %q on %q", name, on, a.what, b.what)
					}
				}
				for _, f := range page.Fills {
					if a.meets(rectangle{f.X, f.Y, f.X + f.Width, f.Y + f.Height, ""}) {
						t.Errorf("%s on %s: %q on a bar at %.1f, %.1f", name, on, a.what, f.X, f.Y)
					}
				}
				for _, l := range page.Lines {
					if a.meets(rectangle{l.X1, l.Y1, l.X2, l.Y2, ""}) {
						t.Errorf("%s on %s: %q on a rule at %.1f", name, on, a.what, l.Y1)
					}
				}
			}
		}
	}
}

// TestDigestWhole: what is on the page is all there, in its order; of a part whose words
// were made fewer, that is told.
func TestDigestWhole(t *testing.T) {
	for name, d := range pictures(t) {
		for on, sheet := range sheets {
			document, shortened := Digest(d, specimen.Faces(t), sheet, false)
			var b strings.Builder
			for _, text := range document.Pages[0].Texts {
				if text.Element > 0 {
					b.WriteString(text.String)
				}
			}
			rest := squash(b.String())
			find := func(text string) {
				_, after, ok := strings.Cut(rest, squash(text))
				if !ok {
					t.Errorf("%s on %s: no %q", name, on, text)
				}
				if ok {
					rest = after
				}
			}
			find(strings.Join(d.Title, ""))
			for _, p := range d.Parts {
				find(p.Name)
				if !slices.Contains(shortened, p.Name) {
					for _, l := range p.Lines {
						find(l)
					}
				}
				for _, c := range p.Charts {
					find(c.Caption)
					for _, h := range c.Heads {
						find(h)
					}
					for _, row := range c.Rows {
						find(row.Label)
						for _, f := range row.Cells {
							find(f.Text)
							if f.Last != "" {
								find(f.LastWords())
							}
						}
					}
				}
			}
		}
	}
}

// TestDigestWords: a page with room for its words keeps them all; one without names the
// parts where they became fewer, and keeps whom to ask.
func TestDigestWords(t *testing.T) {
	all := pictures(t)
	for _, name := range []string{"sample", "zero", "empty"} {
		for on, sheet := range sheets {
			if _, shortened := Digest(all[name], specimen.Faces(t), sheet, false); len(shortened) > 0 {
				t.Errorf("%s on %s: fewer words in %v", name, on, shortened)
			}
		}
	}
	before := fmt.Sprint(all["odd"])
	_, shortened := Digest(all["odd"], specimen.Faces(t), DigestA4(), false)
	if !slices.Contains(shortened, excerpt.Steps.Name()) {
		t.Errorf("fewer words in %v", shortened)
	}
	if _, shortened = Digest(all["numbers beside"], specimen.Faces(t), DigestA4(), false); slices.Contains(shortened, excerpt.Contact.Name()) {
		t.Errorf("fewer words in %v", shortened)
	}
	if fmt.Sprint(all["odd"]) != before {
		t.Error("the page itself was changed")
	}
}

func TestEarlier(t *testing.T) {
	for line, want := range map[string]string{
		"公开不够。形式单一。":               "公开不够。",
		"公开不够？形式单一。":               "公开不够？",
		"公开不够；形式单一。":               "公开不够。",
		"“公开不够”，这是群众说得最多的话，要改。":    "“公开不够”，这是群众说得最多的话……",
		"进一步完善各项公开的规章制度，规范公开……":    "进一步完善各项公开的规章制度……",
		"下一步，我镇加强培训。":              "",
		"没有停顿的话没有停顿的话没有停顿的话没有停顿的话": "",
		"": "",
	} {
		if got, ok := earlier(line); got != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// TestDigestBars: bars are as long as their numbers say, and one of anything is seen.
func TestDigestBars(t *testing.T) {
	d := &digest.Digest{Title: []string{"图解"}, Parts: []digest.Part{{Name: "甲", Charts: []digest.Chart{{Rows: []digest.Row{
		{Label: "多", Cells: []digest.Figure{{Text: "12345678", Bar: 1, LastBar: -1}}},
		{Label: "半", Cells: []digest.Figure{{Text: "6172839", Bar: 0.5, Last: "3086420", LastBar: 0.25}}},
		{Label: "一", Cells: []digest.Figure{{Text: "1", Bar: 1.0 / 12345678, LastBar: -1}}},
		{Label: "无", Cells: []digest.Figure{{Text: "0", Bar: 0, LastBar: -1}}},
	}}}}}}
	document, _ := Digest(d, specimen.Faces(t), DigestA4(), false)
	var bars []Fill
	for _, f := range document.Pages[0].Fills {
		if f.Gray == grayBar || f.Gray == grayLast {
			bars = append(bars, f)
		}
	}
	if len(bars) != 4 {
		t.Fatalf("%d bars", len(bars))
	}
	full := bars[0].Width
	for i, want := range []float64{full, full / 2, full / 4, barLeast} {
		if math.Abs(bars[i].Width-want) > near || (bars[i].Gray == grayLast) != (i == 2) {
			t.Errorf("bar %d: %+v, want a width of %.2f", i, bars[i], want)
		}
	}
}

// TestDigestDraft: a draft bears its mark, one far higher than a sheet of paper on each
// stretch of it; what is finished bears none.
func TestDigestDraft(t *testing.T) {
	d := pictures(t)["sample"]
	for on, want := range map[string]int{"A4": 1, "A3": 1, "screen": 2} {
		for _, draft := range []bool{true, false} {
			if !draft {
				want = 0
			}
			document, _ := Digest(d, specimen.Faces(t), sheets[on], draft)
			under := document.Pages[0].Under
			if len(under) != want {
				t.Errorf("%s, draft %v: %d marks, want %d", on, draft, len(under), want)
			}
			for _, mark := range under {
				if mark.String != watermarkText || mark.Gray != watermarkGray || mark.Y < 0 || mark.Y > document.Paper.Height {
					t.Errorf("%s: %+v", on, mark)
				}
			}
		}
	}
}

// TestDigestElements: each chart is a figure that says what it shows, with its bars and
// numbers in it; parts have headings that can be jumped to.
func TestDigestElements(t *testing.T) {
	d := pictures(t)["numbers"]
	document, _ := Digest(d, specimen.Faces(t), DigestA4(), false)
	var want, got, headings []string
	for _, p := range d.Parts {
		headings = append(headings, p.Name)
		for _, c := range p.Charts {
			want = append(want, c.Words())
		}
	}
	for i, e := range document.Elements {
		if e.Kind != ElementPicture {
			continue
		}
		got = append(got, e.Alt)
		page := document.Pages[0]
		inside := slices.ContainsFunc(page.Texts, func(t Text) bool { return t.Element == i }) &&
			slices.ContainsFunc(page.Fills, func(f Fill) bool { return f.Element == i })
		if !inside && strings.Contains(e.Alt, "；") { // a single number has no bar
			t.Errorf("%s: no marks", e.Alt)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("pictures %q, want %q", got, want)
	}
	for i, h := range document.Headings {
		if h.Text != headings[i] || h.Page != 1 {
			t.Errorf("heading %+v, want %s", h, headings[i])
		}
	}
	if len(document.Headings) != len(headings) {
		t.Errorf("%d headings, want %d", len(document.Headings), len(headings))
	}
}

// TestDigestMissing: a character that no face has is told with its place, once.
func TestDigestMissing(t *testing.T) {
	r := specimen.Sample(t)
	if err := excerpt.Set(r, excerpt.Steps, []string{"学习𠮷字。", "再学。"}); err != nil {
		t.Fatal(err)
	}
	document, _ := Digest(digest.Of(r, nil, ""), specimen.Faces(t), DigestA4(), false)
	if want := []Missing{{'𠮷', wordsDigestPlace(excerpt.Steps.Name())}}; !slices.Equal(document.Missing, want) {
		t.Errorf("%v, want %v", document.Missing, want)
	}
}

// TestDigestGolden compares the marks of two pages with text that can be read.
func TestDigestGolden(t *testing.T) {
	all := pictures(t)
	a4, _ := Digest(all["numbers beside"], specimen.Faces(t), DigestA4(), true)
	screen, _ := Digest(all["sample"], specimen.Faces(t), DigestScreen(), false)
	golden.Compare(t, "digest.golden", dump(a4))
	golden.Compare(t, "digestscreen.golden", dump(screen))
}

func BenchmarkDigest(b *testing.B) {
	d := pictures(b)["numbers beside"]
	set := specimen.Faces(b)
	for name, sheet := range sheets {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Digest(d, set, sheet, false)
			}
		})
	}
}
