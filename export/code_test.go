package export

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"nianbao/export/pdf"
	"nianbao/export/pdf/poppler"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
	"nianbao/model"
	"nianbao/model/checkcode"
	"nianbao/model/intake"
)

const online = "https://www.wutong.example.gov.cn/zwgk/ndbg/2021/t20210120_1.html"

// signedLong is the sample, signed, with so many lines of prose more; the figures of its
// cells have so many digits.
func signedLong(t testing.TB, lines, figures int) *model.Report {
	t.Helper()
	r := specimen.Sample(t)
	r.Online = online
	r.Signature = model.Signature{Date: "2021-01-20"}
	r.Narrative[model.Other] = []model.Block{{Text: strings.Repeat("没有别的事项。\n", lines)}}
	if figures > 0 {
		for i, c := range r.Edition().Cells() {
			if c.Kind == model.Count && !c.Total() {
				if err := r.Set(c.Address, fmt.Sprint(12345678 + i*7919)[:1+i%figures]); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	return r
}

// codes are what the QR codes of a document hold, as a scanner reads its printed pages.
func codes(t *testing.T, d *typeset.Document) []string {
	t.Helper()
	data, err := pdf.Write(d, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for i, p := range d.Pages {
		if len(p.Fills) > 0 {
			all = append(all, poppler.Codes(t, data, i+1, 150)...)
		}
	}
	return all
}

// wordsOn are the texts of a page that begin so.
func wordsOn(p typeset.Page, begin string) []typeset.Text {
	return slices.DeleteFunc(slices.Clone(p.Texts), func(t typeset.Text) bool { return !strings.HasPrefix(t.String, begin) })
}

// TestCodeOnPaper: a finished 报送稿 bears its code once, on its last page, and a QR that
// a scanner reads from it, wherever the text ends; all else stands as on the paper
// without them.
func TestCodeOnPaper(t *testing.T) {
	for lines := range 23 {
		for _, figures := range []int{0, 3, 8} {
			t.Run(fmt.Sprint(lines, " ", figures), func(t *testing.T) {
				r := signedLong(t, lines, figures)
				o := Options{Stamp: StampNever}
				d, _, err := Layout(r, o)
				if err != nil {
					t.Fatal(err)
				}
				without, _, err := Layout(r, Options{Stamp: StampAlways})
				if err != nil {
					t.Fatal(err)
				}
				code := checkCode(t, d, without, figures == 0)
				if lines%6 > 0 || !code { // scanning takes most of the time
					return
				}
				if got := codes(t, d); !slices.Equal(got, []string{checkcode.Payload(r)}) {
					t.Errorf("scanned %q", got)
				}
			})
		}
	}
}

// checkCode holds a document against the one without a code: the last page has one more,
// clear of all that stands there. A large one is left out where the page has no room.
func checkCode(t *testing.T, d, without *typeset.Document, small bool) (there bool) {
	t.Helper()
	const mm = 72 / 25.4
	last := len(d.Pages) - 1
	if len(without.Pages) != len(d.Pages) {
		t.Fatalf("%d pages, without a code %d", len(d.Pages), len(without.Pages))
	}
	for i, p := range d.Pages {
		kept := slices.DeleteFunc(slices.Clone(p.Texts), func(t typeset.Text) bool {
			return i == last && t.Size == d.Paper.CodeSize && t.Element >= len(without.Elements)
		})
		if !slices.Equal(kept, without.Pages[i].Texts) || !slices.Equal(p.Lines, without.Pages[i].Lines) {
			t.Errorf("page %d is set otherwise", i+1)
		}
		if i < last && len(p.Fills) > 0 {
			t.Errorf("a code on page %d", i+1)
		}
	}
	page := d.Pages[last]
	words := wordsOn(page, checkcode.Words)
	if len(words) != 1 || small && len(page.Fills) == 0 {
		t.Fatalf("%d lines with the code, %d fills", len(words), len(page.Fills))
	}
	if len(page.Fills) == 0 {
		return false
	}
	left, top, right, bottom := math.Inf(1), math.Inf(1), 0.0, 0.0
	for _, f := range page.Fills {
		left, top, right, bottom = min(left, f.X), min(top, f.Y), max(right, f.X+f.Width), max(bottom, f.Y+f.Height)
	}
	module := page.Fills[0].Height
	if module < 0.45*mm || module > 0.51*mm {
		t.Errorf("a module of %.2f mm", module/mm)
	}
	if small && math.Abs(module-0.5*mm) > 0.01 {
		t.Errorf("a module of %.2f mm, with few figures", module/mm)
	}
	if bottom > d.Paper.Height-5*mm || left < d.Paper.Left-0.1 || right > d.Paper.Right()+0.1 {
		t.Errorf("the code ends at %.1f mm, from %.1f to %.1f", bottom/mm, left/mm, right/mm)
	}
	for _, text := range page.Texts {
		width := 0.0
		for _, r := range text.String {
			g, _ := text.Face.Glyph(r)
			width += float64(text.Face.Advance(g))/1000*text.Size + text.Space
		}
		upper, lower := text.Y-0.88*text.Size, text.Y+0.12*text.Size
		quiet := 4*module - 0.1
		if text.X < right+quiet && text.X+width > left-quiet && lower > top-quiet && upper < bottom+quiet {
			t.Errorf("%q stands at %.1f, %.1f mm, the code from %.1f, %.1f to %.1f, %.1f", text.String, text.X/mm, text.Y/mm, left/mm, top/mm, right/mm, bottom/mm)
		}
	}
	return true
}

// TestCodeReadBack: wherever the code stands, the pages are read back as the report.
func TestCodeReadBack(t *testing.T) {
	for _, lines := range []int{2, 15, 16, 17, 18, 19, 20} {
		for _, name := range []string{"a.pdf", "a.ofd"} {
			for _, figures := range []int{0, 8} {
				r := signedLong(t, lines, figures)
				out, err := Bytes(r, name, Options{Stamp: StampNever, Attach: true})
				if err != nil {
					t.Fatal(err)
				}
				got, err := intake.Read(name, out.Data, intake.Options{})
				if err != nil {
					t.Fatal(err)
				}
				if len(got.Unplaced) > 0 || checkcode.Of(got.Report) != checkcode.Of(r) || got.Report.Online != r.Online {
					t.Errorf("%s, %d lines, %d figures: %v, %.300v", name, lines, figures, checkcode.Of(got.Report), got.Unplaced)
				}
			}
		}
	}
}

// TestWhoHasACode: papers that are finished, and on a notice board the address alone.
func TestWhoHasACode(t *testing.T) {
	unfinished := signedLong(t, 1, 0)
	if err := unfinished.Set("disputes.review.upheld", ""); err != nil {
		t.Fatal(err)
	}
	nowhere := signedLong(t, 1, 0)
	nowhere.Online = ""
	finished := signedLong(t, 1, 0)
	cells := []string{checkcode.Payload(finished)}
	for name, tt := range map[string]struct {
		report *model.Report
		o      Options
		want   []string
		words  string
	}{
		"finished":                   {finished, Options{}, cells, checkcode.Words},
		"forced to be a draft":       {finished, Options{Stamp: StampAlways}, nil, ""},
		"unfinished":                 {unfinished, Options{}, nil, ""},
		"declared final":             {unfinished, Options{Stamp: StampNever}, []string{checkcode.Payload(unfinished)}, checkcode.Words},
		"a notice board":             {finished, Options{Sheets: A3}, []string{online}, checkcode.WordsOnline},
		"a draft of one":             {unfinished, Options{Sheets: A3}, nil, ""},
		"a notice board without any": {nowhere, Options{Sheets: A3}, nil, ""},
		"in parts":                   {finished, Options{Sheets: Poster}, []string{online}, checkcode.WordsOnline},
	} {
		d, _, err := Layout(tt.report, tt.o)
		if err != nil {
			t.Fatal(err)
		}
		if got := codes(t, d); !slices.Equal(got, tt.want) {
			t.Errorf("%s: scanned %q, want %q", name, got, tt.want)
		}
		said := ""
		for _, p := range d.Pages {
			for _, w := range []string{checkcode.Words, checkcode.WordsOnline} {
				for range wordsOn(p, w) {
					said += w
				}
			}
		}
		if said != tt.words {
			t.Errorf("%s: the words %q, want %q", name, said, tt.words)
		}
	}
}

// TestCodeTooLong: where the cells hold more than a QR does, the code stands alone.
func TestCodeTooLong(t *testing.T) {
	for _, lines := range []int{1, 14, 15, 16, 17, 18, 19, 20} {
		r := signedLong(t, lines, 0)
		for _, c := range r.Edition().Cells() {
			if !c.Total() {
				_ = r.Enter(c.Address, "没有这样的事项")
			}
		}
		d, _, err := Layout(r, Options{Stamp: StampNever})
		if err != nil {
			t.Fatal(err)
		}
		page := d.Pages[len(d.Pages)-1]
		words := wordsOn(page, checkcode.Words)
		if len(page.Fills) > 0 || len(words) != 1 {
			t.Fatalf("%d lines: %d fills, %v", lines, len(page.Fills), words)
		}
		for _, text := range page.Texts {
			if text.Element != words[0].Element && math.Abs(text.Y-words[0].Y) < text.Size && text.X < d.Paper.Left+250 && text.Y < d.Paper.Bottom() {
				t.Errorf("%d lines: %q stands where the code does", lines, text.String)
			}
		}
	}
}

func BenchmarkCode(b *testing.B) {
	r := specimen.Sample(b)
	for b.Loop() {
		if _, err := codeOf(r, A4, false); err != nil {
			b.Fatal(err)
		}
	}
}
