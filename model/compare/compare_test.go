package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/reportfile"
)

func sample(t testing.TB) *model.Report {
	t.Helper()
	r, err := reportfile.Read(assets.Sample())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReports(t *testing.T) {
	before, after := sample(t), sample(t)
	if c := Reports(before, after); len(c.Particulars)+len(c.Cells)+len(c.Paragraphs) > 0 {
		t.Fatalf("the same report: %+v", c)
	}
	after.Agency.Name = "青山镇人民政府"
	after.Signature.Date = "2021-01-20"
	if err := after.Set("applications.received.person", "3"); err != nil {
		t.Fatal(err)
	}
	blocks := after.Narrative[model.Problems]
	text := blocks[len(blocks)-1].Text
	blocks[len(blocks)-1].Text = strings.Replace(text, "长效机制", "好机制", 1)
	after.Narrative[model.Other] = append(after.Narrative[model.Other], model.Block{Text: "收取信息处理费0元。"})
	c := Reports(before, after)
	if want := []Particular{{nameAgency, "梧桐镇人民政府", "青山镇人民政府"}, {nameDate, "", "2021-01-20"}}; !slices.Equal(c.Particulars, want) {
		t.Errorf("particulars %v", c.Particulars)
	}
	if len(c.Cells) != 1 || c.Cells[0].Before != "0" || c.Cells[0].After != "3" || !strings.Contains(c.Cells[0].Name, "自然人") {
		t.Errorf("cells %+v", c.Cells)
	}
	if len(c.Paragraphs) != 2 || !strings.Contains(c.Paragraphs[0].Before, "长效机制") || !strings.Contains(c.Paragraphs[0].After, "好机制") ||
		c.Paragraphs[1] != (Paragraph{Section: "六、其他需要报告的事项", After: "收取信息处理费0元。"}) {
		t.Errorf("paragraphs %+v", c.Paragraphs)
	}
	if cells, characters := c.Size(); cells != 1 || characters < 20 || characters > 40 {
		t.Errorf("size %d, %d", cells, characters)
	}
}

func TestPair(t *testing.T) {
	tests := []struct {
		name          string
		before, after string
		want          string
	}{
		{"nothing", "", "", ""},
		{"the same", "甲甲甲 乙乙乙", "甲甲甲 乙乙乙", "0=0 1=1"},
		{"one added in the middle", "甲甲甲 乙乙乙", "甲甲甲 丙丙丙 乙乙乙", "0=0 +1 1=2"},
		{"one removed", "甲甲甲 丙丙丙 乙乙乙", "甲甲甲 乙乙乙", "0=0 -1 2=1"},
		{"one changed", "甲甲甲 一二三四五六 乙乙乙", "甲甲甲 一二三四五七 乙乙乙", "0=0 1=1 2=2"},
		{"one replaced by another", "甲甲甲 一二三四五六", "甲甲甲 子丑寅卯辰巳", "0=0 -1 +1"},
		{"changed and added behind equal ones", "甲甲甲 乙乙乙 一二三四五六", "甲甲甲 乙乙乙 一二三四五七 丙丙丙", "0=0 1=1 2=2 +3"},
		{"removed and replaced behind equal ones", "甲甲甲 乙乙乙 丙丙丙 一二三四五六", "甲甲甲 乙乙乙 子丑寅卯", "0=0 1=1 -2 -3 +2"},
		{"more lines than are compared", "甲甲甲" + strings.Repeat(" 一二三四五六", maxLines+1), "甲甲甲 一二三四五七", "0=0" + numbers(" -%d", 1, maxLines+1) + " +1"},
		{"as many lines as are compared", "甲甲甲" + strings.Repeat(" 子丑寅卯", maxLines-1) + " 一二三四五六", "甲甲甲 一二三四五七", "0=0" + numbers(" -%d", 1, maxLines-1) + fmt.Sprintf(" %d=1", maxLines)},
		{"more equal lines behind a changed one than are compared", "一二三四五六" + strings.Repeat(" 甲", maxLines), "一二三四五七" + strings.Repeat(" 甲", maxLines), "0=0" + pairs(1, maxLines)},
		{"removed behind an equal one", "甲甲甲 乙乙乙 丙丙丙", "子子子 乙乙乙", "-0 +0 1=1 -2"},
		{"added behind an equal one", "甲甲甲 乙乙乙", "子子子 乙乙乙 丙丙丙", "-0 +0 1=1 +2"},
		{"added before a changed one", "一二三四五六", "子丑寅卯 一二三四五七", "+0 0=1"},
	}
	for _, tt := range tests {
		var got []string
		for _, p := range pair(strings.Fields(tt.before), strings.Fields(tt.after)) {
			switch {
			case p.before < 0:
				got = append(got, fmt.Sprintf("+%d", p.after))
			case p.after < 0:
				got = append(got, fmt.Sprintf("-%d", p.before))
			default:
				got = append(got, fmt.Sprintf("%d=%d", p.before, p.after))
			}
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, got, tt.want)
		}
	}
}

// pairs writes the numbers from one to another, each beside itself.
func pairs(from, to int) string {
	var b strings.Builder
	for n := from; n <= to; n++ {
		fmt.Fprintf(&b, " %d=%d", n, n)
	}
	return b.String()
}

// numbers writes the numbers from one to another.
func numbers(format string, from, to int) string {
	var b strings.Builder
	for n := from; n <= to; n++ {
		fmt.Fprintf(&b, format, n)
	}
	return b.String()
}

// TestParticulars: each of them is told of when it alone differs.
func TestParticulars(t *testing.T) {
	for name, change := range map[string]func(*model.Report){
		nameAgency:    func(r *model.Report) { r.Agency.Name = "青山镇人民政府" },
		nameShort:     func(r *model.Report) { r.Agency.Short = "本镇" },
		nameKind:      func(r *model.Report) { r.Agency.Kind = model.NewAgency("青山县教育局").Kind },
		nameTitle:     func(r *model.Report) { r.Title = "年报" },
		nameNumbering: func(r *model.Report) { r.Numbering += "x" },
		nameSignature: func(r *model.Report) { r.Signature.Agency = "青山镇" },
		nameDate:      func(r *model.Report) { r.Signature.Date = "2021-01-20" },
	} {
		after := sample(t)
		change(after)
		if c := Reports(sample(t), after); len(c.Particulars) != 1 || c.Particulars[0].Name != name {
			t.Errorf("%s: told of %v", name, c.Particulars)
		}
	}
}

// TestLongTexts: texts of more than is compared by characters are told as replaced.
func TestLongTexts(t *testing.T) {
	fits, long := strings.Repeat("甲", 4*maxRunes/3), strings.Repeat("甲", 4*maxRunes/3+1)
	for _, pair := range [][2]string{{long, "甲"}, {"甲", long}} {
		if runs := Texts(pair[0], pair[1]); len(runs) != 2 || runs[0] != (Run{Removed, pair[0]}) || runs[1] != (Run{Added, pair[1]}) {
			t.Errorf("%d runs, the first of kind %v", len(runs), runs[0].Kind)
		}
	}
	for n, want := range map[int]Kind{4 * maxRunes: Kept, 4*maxRunes + 1: Removed} { // bytes
		long := strings.Repeat("a", n)
		if runs := Texts(long, long[:n/2]); runs[0].Kind != want {
			t.Errorf("before, %d bytes: %v", n, runs[0].Kind)
		}
		if runs := Texts(long[:n/2], long); runs[0].Kind != want {
			t.Errorf("after, %d bytes: %v", n, runs[0].Kind)
		}
	}
	if runs := Texts(fits, "甲"); len(runs) != 2 || runs[0].Kind != Kept && runs[1].Kind != Kept {
		t.Errorf("%d runs at the bound", len(runs))
	}
}

func TestSimilarity(t *testing.T) {
	for _, tt := range []struct {
		a, b      string
		low, high float64
	}{
		{"", "", 1, 1},
		{"甲", "", 0, 0},
		{"我镇主动公开信息60条", "我镇主动公开信息60条", 1, 1},
		{"我镇主动公开信息60条", "我镇主动公开信息72条", 0.6, 0.99},
		{"甲乙", "乙甲", 0, 0},
		{"甲乙丙", "乙丙", 0.39, 0.41}, // of 丙 after 乙 alone: 2 of 5
		{"我镇主动公开信息60条", "行政复议决定已经履行", 0, 0.2},
	} {
		if got := NewProfile(tt.a).Similarity(NewProfile(tt.b)); got < tt.low || got > tt.high {
			t.Errorf("%s, %s: %.2f", tt.a, tt.b, got)
		}
	}
}

// TestAtMost: no similarity is above its bound.
func TestAtMost(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want float64
	}{{"", "", 1}, {"甲", "", 0}, {"甲", "乙", 1}, {"甲乙丙", "丙", 0.5}} {
		if got := NewProfile(tt.a).AtMost(NewProfile(tt.b)); got != tt.want {
			t.Errorf("%s, %s: %.2f, want %.2f", tt.a, tt.b, got, tt.want)
		}
	}
}

func FuzzTexts(f *testing.F) {
	f.Add("我镇公开60条", "我镇公开72条")
	f.Add("", "甲")
	f.Add("\xff甲", "乙")
	f.Fuzz(func(t *testing.T, before, after string) {
		if len(before)+len(after) > 2000 {
			return
		}
		var b, a strings.Builder
		for _, r := range Texts(before, after) {
			if r.Kind != Added {
				b.WriteString(r.Text)
			}
			if r.Kind != Removed {
				a.WriteString(r.Text)
			}
		}
		if b.String() != before || a.String() != after {
			t.Errorf("%q and %q, want %q and %q", b.String(), a.String(), before, after)
		}
	})
}

func BenchmarkReports(b *testing.B) {
	before, after := sample(b), sample(b)
	blocks := after.Narrative[model.Overview]
	blocks[0].Text = strings.ReplaceAll(blocks[0].Text, "公开", "依法公开")
	for b.Loop() {
		Reports(before, after)
	}
}

// BenchmarkWorst compares the largest texts there can be, with nothing alike.
func BenchmarkWorst(b *testing.B) {
	before, after := sample(b), sample(b)
	before.Narrative[model.Overview] = []model.Block{{Text: strings.Repeat("甲乙丙丁\n", 1<<18/4)}}
	after.Narrative[model.Overview] = []model.Block{{Text: strings.Repeat("子丑寅卯\n", 1<<18/4)}}
	for b.Loop() {
		Reports(before, after).Size()
	}
}
