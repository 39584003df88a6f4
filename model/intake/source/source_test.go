package source

import (
	"errors"
	"strings"
	"testing"
)

// TestDecodeGB18030: codes of one, two and four bytes, those of private use, and
// what is cut short.
func TestDecodeGB18030(t *testing.T) {
	for data, want := range map[string]string{
		"":                         "",
		"a1":                       "a1",
		"\xb9\xab\xbf\xaa":         "公开",
		"a\xb9\xabb":               "a公b",
		"\x95\x32\x82\x36":         "𠀀",
		"\xb9\xab\x95\x32\x82\x36": "公𠀀",
		"\xfe\x51\xfe\xa0":         "𠂇龻",
		"公":                        "鍏\ufffd",
		"\xaa\xa1\xaf\xfe":         "\ue000\ue233",
		"\xf8\xa1\xfe\xfe":         "\ue234\ue4c5",
		"\xa1\x40\xa1\x80\xa7\xa0": "\ue4c6\ue505\ue765",
		"\xa1\xa1\xa7\xa1\xa8\x40": "　Аˊ", // beside the areas of private use
		"\xb0\xa1\xf7\xfe\xaa\xa0": "啊齄獱",
		"\xb9":                     "\ufffd",
		"\xb9\xab\x95\x32\x82":     "公\ufffd2\ufffd",
	} {
		if got := DecodeGB18030([]byte(data)); got != want {
			t.Errorf("% x: %q, want %q", data, got, want)
		}
	}
	for data, want := range map[string]int{"\x80\x40": 1, "\xff\x40": 1, "\x81": 1, "\x81\x40": 2, "\x81\x7f": 1, "\x81\xff": 1, "\x81\xfe": 2, "\x81\x3f": 1, "\x81\x30\x81\x30": 4, "\x81\x39\x81\x30": 4, "\x81\x30\x81": 1} {
		if got := lengthGB([]byte(data)); got != want {
			t.Errorf("% x: %d bytes, want %d", data, got, want)
		}
	}
}

// TestMargins: what lines have in common when they were broken at one width.
func TestMargins(t *testing.T) {
	lines := func(ends ...int) (all []Extent) {
		for _, end := range ends {
			all = append(all, Extent{4, end})
		}
		return append(all, Extent{0, 80})
	}
	for _, tt := range []struct {
		name  string
		lines []Extent
		line  Extent
		wraps bool
		in    int
	}{
		{"as wide as the others", lines(80, 80, 78, 80), Extent{0, 80}, true, 0},
		{"shorter for a mark", lines(80, 80, 78, 80), Extent{4, 76}, true, 4},
		{"too short", lines(80, 80, 78, 80), Extent{4, 75}, false, 4},
		{"pushed to the right", lines(80, 80, 78, 80), Extent{20, 80}, false, 20},
		{"nearly so", lines(80, 80, 78, 80), Extent{19, 80}, true, 19},
		{"further left than all", lines(80, 80, 78, 80), Extent{-2, 80}, true, 0},
		{"too few long lines", lines(80, 80, 80), Extent{4, 80}, false, 4},
		{"of many widths", lines(50, 60, 70, 75, 44, 66, 45, 57, 90), Extent{4, 90}, false, 4},
		{"short lines say nothing", lines(80, 80, 80, 43), Extent{4, 80}, false, 4},
		{"and the shortest that do", lines(80, 80, 80, 44), Extent{4, 80}, true, 4},
	} {
		m := Margins(tt.lines, 5)
		if got := m.Wraps(tt.line); got != tt.wraps {
			t.Errorf("%s: wraps %v", tt.name, got)
		}
		if got := m.Indent(tt.line); got != tt.in {
			t.Errorf("%s: indented by %d", tt.name, got)
		}
	}
}

// TestBuilder: what is collected is tidy, numbered and bounded.
func TestBuilder(t *testing.T) {
	var b Builder
	b.Paragraph(Line{Text: "一、 总体情况\n\n \n完"})
	b.BeginTable()
	b.Row(Line{Cells: []Cell{{Text: " 甲 \n"}, {Text: "1\n2"}, {Text: "3\n件"}, {}}})
	b.Row(Line{Cells: []Cell{{Text: " "}, {}}})
	b.Certain()
	b.Indent()
	b.Picture(3)
	d, err := b.Document(" 标题\n", true)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i, l := range d.Lines {
		got = append(got, l.Text)
		if l.Number != i+1 {
			t.Errorf("line %d is number %d", i+1, l.Number)
		}
	}
	if want := "一、 总体情况/完/甲\t1 2\t3 件"; strings.Join(got, "/") != want {
		t.Errorf("%q, want %q", strings.Join(got, "/"), want)
	}
	if row := d.Lines[2]; row.Table != 1 || row.Cells[1].Text != "1\n2" || row.Cells[2].Text != "3 件" || d.Lines[0].Table != 0 {
		t.Errorf("row %+v", row)
	}
	if d.Title != "标题" || !d.Loose || !d.Certain || !d.Indented || len(d.Pictures) != 1 || d.Pictures[0] != 3 {
		t.Errorf("%+v", d)
	}
}

// TestBuilderIsBounded: as much as there may be is taken, and no more.
func TestBuilderIsBounded(t *testing.T) {
	half := strings.Repeat("a", MaxText/2-1)
	row := func(n int) Line { return Line{Cells: append(make([]Cell, n-1), Cell{Text: "甲"})} }
	for _, tt := range []struct {
		name string
		fill func(*Builder)
		want Reason // -1: it fits
	}{
		{"nothing", func(*Builder) {}, Empty},
		{"as much text", func(b *Builder) { b.Paragraph(Line{Text: half}); b.Paragraph(Line{Text: half}) }, -1},
		{"a character more", func(b *Builder) { b.Paragraph(Line{Text: half}); b.Paragraph(Line{Text: half + "a"}) }, TooLong},
		{"as many lines", func(b *Builder) { b.Paragraph(Line{Text: strings.Repeat("a\n", MaxLines)}) }, -1},
		{"a line more", func(b *Builder) { b.Paragraph(Line{Text: strings.Repeat("a\n", MaxLines+1)}) }, TooLong},
		{"as many cells", func(b *Builder) { b.Row(row(MaxCells)) }, -1},
		{"a cell more", func(b *Builder) { b.Paragraph(Line{Text: "a"}); b.Row(row(MaxCells + 1)) }, TooLong},
	} {
		var b Builder
		tt.fill(&b)
		_, err := b.Document("", false)
		var refusal *Refusal
		if b.Full() != (tt.want == TooLong) || (err == nil) != (tt.want < 0) || err != nil && (!errors.As(err, &refusal) || refusal.Reason != tt.want) {
			t.Errorf("%s: full %v, %v", tt.name, b.Full(), err)
		}
	}
}
