package outline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/export/specimen"
	"nianbao/model"
	"nianbao/model/golden"
)

// TestGolden shows the outlines of a report in each edition as text: a line a
// heading, paragraph or row, a line a figure with what heads it.
func TestGolden(t *testing.T) {
	for name, d := range map[string]*Document{
		"sample":  Of(specimen.Sample(t), Posting{}),
		"numbers": Of(specimen.Numbers(t), Posting{Since: "2027-01-20", Phone: " 0358-0000000 "}),
		"blank":   Blank(specimen.Numbers(t), " 0358-0000000 "),
	} {
		t.Run(name, func(t *testing.T) {
			golden.Compare(t, name+".golden", dump(d))
		})
	}
	t.Run("slips", func(t *testing.T) {
		var all strings.Builder
		r := specimen.Sample(t)
		for _, d := range Slips(r, listed(r), " 0358-0000000 ") {
			all.WriteString(dump(d) + "\n")
		}
		golden.Compare(t, "slips.golden", all.String())
	})
}

func dump(d *Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d %s\n", d.Year, d.Agency)
	for _, line := range d.Title {
		fmt.Fprintf(&b, "title %s\n", line)
	}
	for _, line := range []string{d.Note, d.Foot} {
		if line != "" {
			fmt.Fprintf(&b, "says %s\n", line)
		}
	}
	for _, block := range d.Blocks {
		at := block.Place
		fmt.Fprintf(&b, "\n%s %d.%d", at.Section, at.Block, at.Paragraph)
		switch block.Kind {
		case Heading:
			fmt.Fprintf(&b, " heading %d: %s\n", block.Level, block.Text)
		case Paragraph:
			fmt.Fprintf(&b, " %s: %s\n", at.Name, block.Text)
		case Remark:
			fmt.Fprintf(&b, " remark: %s\n", block.Text)
		case Ruled:
			fmt.Fprintf(&b, " %d lines to write on\n", block.Lines)
		case Blanks:
			fmt.Fprintf(&b, " blanks: %s\n", strings.Join(block.Names, "|"))
		case Grid:
			dumpTable(&b, block.Table)
		}
	}
	fmt.Fprintf(&b, "\nsigned %q %q\n", d.Signature.Agency, d.Signature.Date)
	for _, line := range d.Posting {
		fmt.Fprintf(&b, "posted %s\n", line)
	}
	return b.String()
}

func dumpTable(b *strings.Builder, t *Table) {
	fmt.Fprintf(b, " %s %s: columns %v, %d of them labels\n", t.Name, t.Caption, t.Widths, t.Stub)
	roles := [...]string{"band", "corner", "head", "label", "figure"}
	scopes := [...]string{"", "col", "colgroup", "row", "rowgroup"}
	for i, row := range t.Rows {
		fmt.Fprintf(b, "  row %d, part %d", i, row.Part)
		if row.Head {
			b.WriteString(", repeated")
		}
		b.WriteString("\n")
		for _, c := range row.Cells {
			fmt.Fprintf(b, "    %d %s", c.Column, roles[c.Role])
			for _, flag := range []struct {
				on   bool
				name string
			}{
				{c.RowSpan > 1, fmt.Sprintf("%d rows", c.RowSpan)},
				{c.ColSpan > 1, fmt.Sprintf("%d columns", c.ColSpan)},
				{c.Role != Figure, scopes[t.Scope(c)]},
				{c.Centred, "centred"},
				{c.Vertical, "vertical"},
				{c.Shaded, "shaded"},
			} {
				if flag.on {
					b.WriteString(" " + flag.name)
				}
			}
			fmt.Fprintf(b, ": %s", strings.Join(c.Parts, "|"))
			if c.Role == Figure {
				fmt.Fprintf(b, " (%s, kind %d) of %s", c.Address, c.Kind, strings.Join(texts(t.Heads(c)), " › "))
				if len(c.Sum) > 0 {
					fmt.Fprintf(b, " = %v", c.Sum)
				}
			}
			b.WriteString("\n")
		}
	}
}

func texts(cells []Cell) []string {
	var all []string
	for _, c := range cells {
		all = append(all, c.Text)
	}
	return all
}

// TestProse: headings are numbered, {cells} are their numbers in headings and
// paragraphs, and every block says where it comes from, blank ones counted in.
func TestProse(t *testing.T) {
	r := specimen.Sample(t)
	r.Numbering = model.Bracketed
	if err := r.Set("applications.received.person", "12"); err != nil {
		t.Fatal(err)
	}
	r.Narrative[model.Overview] = []model.Block{
		{Text: "　　甲。\n\n乙。"},
		{},
		{Heading: "申请", Text: "收到{applications.received.person}件。"},
		{Heading: "{applications.received.person}件"},
	}
	var got []string
	for _, b := range Of(r, Posting{}).Blocks {
		if b.Place.Section == model.Overview {
			got = append(got, fmt.Sprintf("%d.%d/%d %s", b.Place.Block, b.Place.Paragraph, b.Level, b.Text))
		}
	}
	want := []string{"0.0/1 一、总体情况", "1.1/0 甲。", "1.2/0 乙。", "3.0/2 （一）申请", "3.3/0 收到12件。", "4.0/2 （二）12件"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSignature(t *testing.T) {
	for _, tt := range []struct {
		signed model.Signature
		want   Signature
	}{
		{model.Signature{}, Signature{}},
		{model.Signature{Agency: " 党政办 ", Date: "2021-01-02"}, Signature{"党政办", "2021年1月2日"}},
		{model.Signature{Date: "2021-01-20"}, Signature{"梧桐镇人民政府", "2021年1月20日"}},
		{model.Signature{Agency: "党政办", Date: "下周"}, Signature{"党政办", "下周"}},
	} {
		r := specimen.Sample(t)
		r.Signature = tt.signed
		if got := Of(r, Posting{}).Signature; got != tt.want {
			t.Errorf("%+v: %+v, want %+v", tt.signed, got, tt.want)
		}
	}
}

// TestHeads: every figure of every edition has heads that tell it from all
// others of its table, and the wordings that the edition names it by among them.
func TestHeads(t *testing.T) {
	for _, e := range model.Editions() {
		r, err := model.New(e.From, model.Agency{})
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range Of(r, Posting{}).Blocks {
			if b.Kind != Grid {
				continue
			}
			named := map[string]model.Address{}
			for _, row := range b.Table.Rows {
				for _, c := range row.Cells {
					if c.Role != Figure {
						continue
					}
					heads := texts(b.Table.Heads(c))
					way := strings.Join(heads, " › ")
					if other, twice := named[way]; twice {
						t.Errorf("%s and %s are both %s", other, c.Address, way)
					}
					named[way] = c.Address
					cell, _ := e.Cell(c.Address)
					for _, label := range slices.Concat(cell.ColumnLabels, cell.RowLabels) {
						if !slices.Contains(heads, label) {
							t.Errorf("%s: %s lacks %s", c.Address, way, label)
						}
					}
				}
			}
		}
	}
}

func BenchmarkOf(b *testing.B) {
	r := specimen.Sample(b)
	b.ReportAllocs()
	for b.Loop() {
		Of(r, Posting{})
	}
}
