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
	if c := Reports(before, after); !c.Empty() {
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

func TestSimilarity(t *testing.T) {
	for _, tt := range []struct {
		a, b      string
		low, high float64
	}{
		{"", "", 1, 1},
		{"甲", "", 0, 0},
		{"我镇主动公开信息60条", "我镇主动公开信息60条", 1, 1},
		{"我镇主动公开信息60条", "我镇主动公开信息72条", 0.6, 0.99},
		{"我镇主动公开信息60条", "行政复议决定已经履行", 0, 0.2},
	} {
		if got := NewProfile(tt.a).Similarity(NewProfile(tt.b)); got < tt.low || got > tt.high {
			t.Errorf("%s, %s: %.2f", tt.a, tt.b, got)
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
