package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// TestCharacter: each range of characters at both its ends.
func TestCharacter(t *testing.T) {
	const none = -1
	for r, want := range map[rune]rune{
		'a': 'a', '\t': none, '\u00ad': none, '\u200b': none, '\u2e7f': '\u2e7f',
		'\u2e80': '\u2e80', '\u2ec5': '见', '\u2edd': '食', '\u2f00': '一', '\u2fd5': '龠', '\u2fdf': '\u2fdf',
		'\u2fe0': '\u2fe0', '公': '公', '\ud7ff': '\ud7ff',
		'\ue000': '\ue000', '\ue826': '龵', '\ue78d': '，', '\uf01f': '\uf01f', '\uf020': none, '\uf0ff': none, '\uf100': '\uf100', '\uf8ff': '\uf8ff',
		'\uf900': '豈', '\uf9e1': '李', '\ufaff': '\ufaff', '\U0002f800': '丽', '\U0002fa1d': '𪘀',
		'\ufe10': '，', '\ufe19': '︙', '\ufe30': '︰', '\ufe35': '（', '\ufe44': '』', '\ufe45': '\ufe45', '\ufe47': '［', '\ufe48': '］', '\ufe49': '\ufe49',
		'\ufeff': none, '\ufffd': Unread, '\uff10': '０', '\U000e0001': none, '\U000f0000': '\U000f0000',
	} {
		if got := Character(r); got != want {
			t.Errorf("%U: %U, want %U", r, got, want)
		}
	}
}

func TestTidy(t *testing.T) {
	for text, want := range map[string]string{
		"": "", " \n\u3000": "", "  公开 \t 信息\u3000": "公开 信息", "\u200b公\u200b开": "公开", "\uf0d8 公开": "公开", "a\u00a0b": "a b",
	} {
		if got := Tidy(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// placed is a cell of a table that is asked for so many columns and rows.
type placed struct{ columns, rows int }

// TestGrid: cells find their columns beside and below those with spans.
func TestGrid(t *testing.T) {
	for _, tt := range []struct {
		name string
		rows [][]placed
		want string
	}{
		{"one by one", [][]placed{{{1, 1}, {1, 1}}, {{1, 1}}}, "0+1x1 1+1x1 / 0+1x1"},
		{"beside a wide one", [][]placed{{{2, 1}, {1, 1}}, {{1, 1}, {1, 1}}}, "0+2x1 2+1x1 / 0+1x1 1+1x1"},
		{"below high ones", [][]placed{{{1, 2}, {2, 3}, {1, 1}}, {{1, 1}}, {{1, 1}, {1, 1}}}, "0+1x2 1+2x3 3+1x1 / 3+1x1 / 0+1x1 3+1x1"},
		{"claiming nothing", [][]placed{{{0, 0}, {-1, -1}}, {{1, 1}}}, "0+1x1 1+1x1 / 0+1x1"},
		{"claiming too much", [][]placed{{{1, 1}, {MaxCells, MaxSpan + 1}, {1, 1}}, {{1, 1}, {1, 1}}}, "0+1x1 1+63x1000 64+1x1 / 0+1x1 64+1x1"},
		{"as much as there is", [][]placed{{{MaxCells, MaxSpan}}, {{1, 1}}}, "0+64x1000 / 64+1x1"},
	} {
		var g Grid
		var rows []string
		for _, row := range tt.rows {
			g.NextRow()
			var cells []string
			for _, p := range row {
				c := g.Place("", p.columns, p.rows)
				cells = append(cells, fmt.Sprintf("%d+%dx%d", c.Column, c.Span, c.Rows))
			}
			rows = append(rows, strings.Join(cells, " "))
		}
		if got := strings.Join(rows, " / "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestApart: what is not read is kept beside the text, each look for itself, with
// the place where it stood.
func TestApart(t *testing.T) {
	var b Builder
	b.Paragraph(Line{Text: "前"})
	b.Paragraph(Line{Runs: Text{{"公", Plain}, {"藏", Hidden}, {"开²", Raised}, {"删", Struck}, {"了", Hidden}, {"写这里", Prompt}, {" ", Edge}, {"注", Footnote}}})
	b.Row(Line{Cells: []Cell{
		{Runs: Text{{"m", Plain}, {"2", Raised}}},
		{Runs: Text{{"5", Plain}, {"①", Raised}}},
		{Runs: Text{{"6 ", Plain}, {" [1] ", Raised}}},
		{Runs: Text{{"①", Raised}}},
		{Runs: Text{{"件", Plain}, {"注意", Raised}}},
	}})
	b.Row(Line{Cells: []Cell{{Runs: Text{{"藏", Hidden}}}, {}}})
	d, err := b.Document("", false)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range d.Lines {
		got = append(got, fmt.Sprintf("%d %s", l.Number, l.Text))
	}
	if want := "1 前/2 公开²/7 m2\t5\t6\t①\t件注意"; strings.Join(got, "/") != want {
		t.Errorf("read %q, want %q", strings.Join(got, "/"), want)
	}
	got = nil
	for _, a := range d.Apart {
		got = append(got, fmt.Sprintf("%d<%d %d %s", a.Number, a.Before, a.Look, a.Text))
	}
	if want := "3<2 2 藏了/4<2 3 删/5<2 5 写这里/6<2 9 注/8<3 6 ① [1]/9<3 2 藏"; strings.Join(got, "/") != want {
		t.Errorf("apart %q, want %q", strings.Join(got, "/"), want)
	}
}

// TestRuns: neighbours of one look are one, and a look can be given to all.
func TestRuns(t *testing.T) {
	var text Text
	for _, r := range []Run{{"公", Plain}, {"开", Plain}, {"2", Raised}, {"。", Plain}} {
		text.Add(r.Text, r.Look)
	}
	if got, want := fmt.Sprint(text), "[{公开 0} {2 1} {。 0}]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := fmt.Sprint(text.As(Footnote)), "[{公开2。 9}]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// archive is a ZIP of parts of so many zero bytes.
func archive(t *testing.T, parts map[string]int) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, size := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.CopyN(w, zeros{}, int64(size))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// TestParcel: the parts of an archive by their names, however those are written.
func TestParcel(t *testing.T) {
	p, err := OpenParcel(archive(t, map[string]int{`Word\Document.XML`: 3, "/a/../b/c.xml": 1}))
	if err != nil {
		t.Fatal(err)
	}
	if data, err := p.Part("/word/document.xml"); err != nil || len(data) != 3 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	if data, err := p.Part("none"); err != nil || data != nil {
		t.Errorf("of no part: %d bytes, %v", len(data), err)
	}
	for name, want := range map[string]bool{"B/C.xml": true, "c.xml": false} {
		if p.Has(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
	for name, want := range map[string]bool{"b": true, "WORD": true, "wor": false, "b/c.xml": false} {
		if p.HasFolder(name) != want {
			t.Errorf("folder %s: %v", name, !want)
		}
	}
}

// TestParcelIsBounded: bytes, parts, a part's bytes unpacked and all of them, each
// at its bound and one beyond it.
func TestParcelIsBounded(t *testing.T) {
	small := archive(t, map[string]int{"a": 1})
	many := map[string]int{}
	for i := range maxParts {
		many[fmt.Sprint(i)] = 0
	}
	most := archive(t, many)
	many["more"] = 0
	broken := bytes.Clone(archive(t, map[string]int{"a": 5000}))
	broken[40] ^= 0xff // within what is packed
	five := archive(t, map[string]int{"0": maxPart, "1": maxPart, "2": maxPart, "3": maxPart, "4": 1})
	one := []string{"a"}
	for _, tt := range []struct {
		name string
		data []byte
		read []string
		want Reason // -1: it is read
	}{
		{"as many bytes", append(make([]byte, MaxSize-len(small)), small...), one, -1},
		{"a byte more", append(make([]byte, MaxSize-len(small)+1), small...), one, TooLarge},
		{"no archive", []byte("PK"), nil, Damaged},
		{"as many parts", most, []string{"0"}, -1},
		{"a part more", archive(t, many), nil, Bomb},
		{"a larger one", archive(t, map[string]int{"a": maxPart + 1}), one, Bomb},
		{"as large a part", five, []string{"0"}, -1},
		{"as much of all", five, []string{"0", "1", "2", "3"}, -1},
		{"one part twice", five, []string{"0", "0", "0", "0"}, -1},
		{"more of all", five, []string{"0", "1", "2", "3", "4"}, Bomb},
		{"a broken part", broken, one, Damaged},
	} {
		p, err := OpenParcel(tt.data)
		for _, name := range tt.read {
			if err == nil {
				_, err = p.Part(name)
			}
		}
		var refusal *Refusal
		switch {
		case tt.want < 0 && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case tt.want >= 0 && (!errors.As(err, &refusal) || refusal.Reason != tt.want):
			t.Errorf("%s: %v, want %d", tt.name, err, tt.want)
		}
	}
}

// TestRefusalSays: a refusal tells its cause, and gives it.
func TestRefusalSays(t *testing.T) {
	err := error(&Refusal{Reason: Damaged, Err: io.ErrUnexpectedEOF})
	if !errors.Is(err, io.ErrUnexpectedEOF) || !strings.Contains(err.Error(), io.ErrUnexpectedEOF.Error()) {
		t.Errorf("%v", err)
	}
	if err := (&Refusal{Reason: Bomb}); !strings.Contains(err.Error(), "4") {
		t.Errorf("%v", err)
	}
}
