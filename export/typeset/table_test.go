package typeset

import (
	"math"
	"slices"
	"strings"
	"testing"

	"nianbao/export/outline"
	"nianbao/export/specimen"
	"nianbao/fonts"
	"nianbao/model"
)

// TestTableOnOnePage: 表三 of both editions stands on one page with its heading,
// but for figures that nobody has.
func TestTableOnOnePage(t *testing.T) {
	for name, r := range specimen.All(t) {
		if name == "extreme" {
			continue
		}
		d := layout(t, r, Options{})
		for _, h := range d.Headings {
			if !strings.HasPrefix(h.Text, "三、") {
				continue
			}
			page := d.Pages[h.Page-1]
			printed := ""
			for _, text := range page.Texts {
				printed += text.String
			}
			for _, want := range []string{"申请人情况", "一、本年新收", "（七）总计", "四、结转下年度继续办理"} {
				if !strings.Contains(printed, want) {
					t.Errorf("%s: page %d lacks %s", name, h.Page, want)
				}
			}
		}
	}
}

// TestFarTables: on A3 no label is smaller than 14 pt and no figure than 16 pt,
// with figures that townships have; a table that has its page to itself fills
// it.
func TestFarTables(t *testing.T) {
	for _, name := range []string{"sample", "numbers", "letters"} {
		d := Layout(outline.Of(specimen.All(t)[name], outline.Posting{}), specimen.Faces(t), Options{Paper: A3()})
		least := map[ElementKind]float64{ElementHead: 14, ElementRowLabel: 14, ElementFigure: 16}
		for _, p := range d.Pages {
			lowest, labels := 0.0, 0
			for _, text := range p.Texts {
				kind := d.Elements[text.Element].Kind
				if text.Element == 0 {
					continue
				}
				lowest = max(lowest, text.Y)
				if kind == ElementRowLabel {
					labels++
				}
				if text.Size < least[kind] {
					t.Errorf("%s page %d: %s has %.1f pt", name, p.Number, text.String, text.Size)
				}
			}
			const most = 25 // row labels: 表三
			if rest := d.Paper.Bottom() - lowest; labels > most && rest > 2*d.Paper.Line {
				t.Errorf("%s page %d: %.0f pt are left below the table", name, p.Number, rest)
			}
		}
	}
}

// TestFill: rows that take all of a height take it, and stay as they are where much would
// be left.
func TestFill(t *testing.T) {
	b := outline.Of(specimen.Numbers(t), outline.Posting{}).Blocks
	grid := b[slices.IndexFunc(b, func(b outline.Block) bool { return b.Table != nil })].Table
	s := newSetter(specimen.Faces(t), A4(), nil)
	m := s.table(grid)
	m.measure(m.fits[0])
	m.row = slices.Max(m.heights) // no wording needs more
	m.heights = m.rowHeights(0, len(grid.Rows))
	height := m.height()
	for _, tt := range []struct{ room, rest, want float64 }{
		{height - 1, 20, height}, {height, 20, height}, {height + 20, 20, height}, {height + 19, 20, height + 19},
	} {
		if m.fill(tt.room, tt.rest); math.Abs(m.height()-tt.want) > near {
			t.Errorf("%.1f of %.1f points for %.1f", m.height(), tt.want, tt.room)
		}
	}
}

// TestLongTable cuts a table that no page can hold: every row is there once,
// and each further page repeats the head and the labels of the groups.
func TestLongTable(t *testing.T) {
	r := specimen.Numbers(t)
	var grid *outline.Table
	for _, b := range outline.Of(r, outline.Posting{}).Blocks {
		if b.Place.Section == model.Applications && b.Kind == outline.Grid {
			grid = b.Table
		}
	}
	s := newSetter(specimen.Faces(t), A4(), nil)
	m := s.table(grid)
	m.measure(m.fits[0])
	parts := m.fragments(200, 300)
	next := 0
	for i, f := range parts {
		if f.from != next {
			t.Errorf("fragment %d begins with row %d, want %d", i, f.from, next)
		}
		next = f.to
		var page Page
		m.draw(&page, f, 0, 0)
		printed := ""
		for _, text := range page.Texts {
			printed += text.String
		}
		if f.to == f.from { // nothing of it on the first page
			continue
		}
		wants := []string{"自然人", "总计"}
		if f.from > 6 && f.from < 26 {
			wants = append(wants, "本年度办理结果")
		}
		for _, want := range wants {
			if !strings.Contains(squash(printed), want) {
				t.Errorf("fragment %d (rows %d–%d) lacks %s: %s", i, f.from, f.to, want, printed)
			}
		}
	}
	if next != len(m.grid.Rows) || len(parts) < 3 {
		t.Errorf("%d fragments end with row %d of %d", len(parts), next, len(m.grid.Rows))
	}
}

// TestSpans: rows that a label spans are together as high as it needs.
func TestSpans(t *testing.T) {
	for _, b := range outline.Of(specimen.Numbers(t), outline.Posting{}).Blocks {
		if b.Table == nil {
			continue
		}
		for i := range b.Table.Rows {
			for k := range b.Table.Rows[i].Cells {
				if c := &b.Table.Rows[i].Cells[k]; c.RowSpan > 1 {
					c.Text = strings.Repeat(c.Text, 12)
					c.Parts = []string{c.Text}
				}
			}
		}
		s := newSetter(specimen.Faces(t), A4(), nil)
		m := s.table(b.Table)
		m.measure(m.fits[0])
		for _, c := range m.cells {
			have := 0.0
			for _, h := range m.heights[c.Row : c.Row+c.RowSpan] {
				have += h
			}
			if need := m.need(c); have < need-near {
				t.Errorf("%s: %.9s has %.1f of %.1f points", b.Table.Name, c.Text, have, need)
			}
		}
	}
}

// TestHeadNotAtFoot: wherever the page ends, no row of head stands alone above
// its end.
func TestHeadNotAtFoot(t *testing.T) {
	for _, b := range outline.Of(specimen.Numbers(t), outline.Posting{}).Blocks {
		if b.Table == nil {
			continue
		}
		s := newSetter(specimen.Faces(t), A4(), nil)
		m := s.table(b.Table)
		m.measure(m.fits[0])
		for first := 0.0; first < m.height(); first += 5 {
			for _, f := range m.fragments(first, 250) {
				if f.to > f.from && f.to < len(m.grid.Rows) && m.grid.Rows[f.to-1].Head {
					t.Errorf("%.0f points are left: rows %d–%d end with a head", first, f.from, f.to)
				}
			}
		}
	}
}

// TestVertical: a label set downwards has one character a line, 、 beside its
// number, and brackets turned about the middle of the column.
func TestVertical(t *testing.T) {
	s := newSetter(specimen.Faces(t), A4(), nil)
	lines := verticalLines(s.atoms("三、甲（乙）", fonts.Song, sizeTable, 0))
	got := make([]string, 0, len(lines))
	for _, l := range lines {
		text := textOf(l)
		if turned(l) {
			text += "↻"
		}
		got = append(got, text)
	}
	if want := []string{"三、", "甲", "（↻", "乙", "）↻"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	mark := Text{Size: 10}
	turn(&mark, 100, 200) // its em box lies 0.12 below and 0.88 above the baseline
	if math.Abs(mark.X-(100-3.8)) > near || math.Abs(mark.Y-195) > near || mark.Turn != -90 {
		t.Errorf("turned at %.2f, %.2f by %.0f", mark.X, mark.Y, mark.Turn)
	}
}
