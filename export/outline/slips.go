package outline

import (
	"strconv"
	"strings"

	"nianbao/model"
	"nianbao/model/slips"
)

// Slips are the papers to collect the numbers of a report with (收数单): an overview for
// the clerk, and a slip for each giver that has something to supply. Phone, of the clerk,
// may be empty.
func Slips(r *model.Report, l slips.List, phone string) []*Document {
	all := []*Document{overview(r, l)}
	for _, g := range l.Givers {
		if parts := slips.Ask(r.Edition(), g.Rows); len(parts) > 0 {
			all = append(all, slip(r, g, parts, phone))
		}
	}
	return all
}

// SlipsTitle is what all of them together are called.
func SlipsTitle(r *model.Report) string { return r.Agency.Name + strconv.Itoa(r.Year) + slipTitle }

// slip is the paper of one giver.
func slip(r *model.Report, g slips.Giver, parts []slips.Part, phone string) *Document {
	d := &Document{
		Year: r.Year, Agency: r.Agency.Name, Title: []string{r.Agency.Name, strconv.Itoa(r.Year) + slipTitle},
		Foot: slipFoot(r.Year, model.Shortened(g.Name)),
	}
	place := Place{Name: g.Name}
	phone = strings.TrimSpace(phone)
	d.Blocks = []Block{
		{Kind: Heading, Level: 1, Text: slipFor + g.Name, Place: place},
		{Kind: Paragraph, Text: slipHow(r, g.Due, phone), Place: Place{Name: g.Name, Paragraph: 1}},
		{Kind: Blanks, Names: blanksOfWriter(), Place: place},
		{Kind: Blanks, Names: blanksOfClerk(g.Due == "", phone == ""), Place: place},
	}
	for i, p := range parts {
		if i == 0 || parts[i-1].Section.ID != p.Section.ID {
			d.Blocks = append(d.Blocks, Block{Kind: Heading, Level: 2, Text: p.Section.Title, Place: place})
		}
		d.Blocks = append(d.Blocks, Block{Kind: Grid, Table: slipTable(p), Place: place})
	}
	return d
}

// slipStub is how many columns of a slip say what is asked for: officially and in
// everyday words.
const slipStub = 2

// slipTable lays out what a part of a slip asks for.
func slipTable(p slips.Part) *Table {
	t := &Table{Name: p.Section.Table.Name, Caption: p.Section.Title, Widths: slipWidths(len(p.Columns)), Stub: slipStub, WriteIn: true}
	if p.Band != "" {
		t.add(true, wide(Band, p.Band, 0, len(t.Widths)))
	}
	head := []Cell{wide(Corner, slipOfficial, 0, 1), wide(Corner, slipEveryday, 1, 1)}
	for i, c := range p.Columns {
		cell := wide(Head, c.Label, slipStub+i, 1)
		if c.Words != "" {
			cell.Parts = append(cell.Parts, "（"+c.Words+"）")
		}
		head = append(head, cell)
	}
	for i := range head {
		head[i].Centred = true
	}
	t.add(true, head...)
	for _, l := range p.Lines {
		label := wide(Label, l.Labels[len(l.Labels)-1], 0, 1)
		label.Parts = l.Shown()
		row := []Cell{label, wide(Label, l.Words, 1, 1)}
		for i, q := range l.Cells {
			cell := wide(Figure, "", slipStub+i, 1)
			cell.Address, cell.Kind = q.Address, q.Kind
			if q.Address == "" {
				cell.Text, cell.Parts, cell.Shaded = slipNotAsked, []string{slipNotAsked}, true
			}
			row = append(row, cell)
		}
		t.add(false, row...)
	}
	return t
}

// slipWidths are the widths of the columns of a slip that asks for so many numbers a
// row: boxes that a hand can write in, then what the wordings can have.
func slipWidths(numbers int) []int {
	const most, least, share, limit = 200, 66, 440, 700 // thousandths of the table's width
	each := min(most, max(least, share/numbers), limit/numbers)
	rest := 1000 - numbers*each
	official := rest / 2
	all := []int{official, rest - official}
	for range numbers {
		all = append(all, each)
	}
	return all
}

// wide is a box in a single row.
func wide(role Role, text string, column, columns int) Cell {
	return Cell{
		Column: column, RowSpan: 1, ColSpan: columns, Role: role, Text: text, Parts: []string{text},
		Centred: role != Label && role != Corner,
	}
}

// add adds a row of boxes.
func (t *Table) add(head bool, cells ...Cell) {
	for i := range cells {
		cells[i].Row = len(t.Rows)
	}
	t.Rows = append(t.Rows, Row{Head: head, Cells: cells})
}

// overview tells the clerk who gets which slip, and who has answered.
func overview(r *model.Report, l slips.List) *Document {
	e := r.Edition()
	d := &Document{
		Year: r.Year, Agency: r.Agency.Name, Title: []string{r.Agency.Name, strconv.Itoa(r.Year) + overviewTitle},
		Note: overviewNote, Foot: slipFoot(r.Year, overviewName),
	}
	place := Place{Name: overviewName}
	d.paragraph(place, overviewCount(l, e))
	if rows := l.Unassigned(e); len(rows) > 0 {
		d.paragraph(place, unassigned(rows))
	}
	t := &Table{Name: overviewName, Caption: overviewName, Widths: []int{60, 230, 380, 170, 160}, Stub: slipStub}
	var head []Cell
	for i, text := range overviewHeads() {
		head = append(head, wide(Head, text, i, 1))
	}
	t.add(true, head...)
	for i, g := range l.Givers {
		number := wide(Label, strconv.Itoa(i+1), 0, 1)
		number.Centred = true
		rows := wide(Label, asked(slips.Ask(e, g.Rows)), 2, 1)
		back := wide(Figure, "", 4, 1)
		back.Parts = returned(g, e)
		back.Text = strings.Join(back.Parts, "，")
		t.add(false, number, wide(Label, g.Name, 1, 1), rows, wide(Figure, model.DateInWords(g.Due), 3, 1), back)
	}
	d.Blocks = append(d.Blocks, Block{Kind: Grid, Table: t, Place: place})
	return d
}

func (d *Document) paragraph(place Place, text string) {
	place.Paragraph = len(d.Blocks) + 1
	d.Blocks = append(d.Blocks, Block{Kind: Paragraph, Text: text, Place: place})
}

// mostNamed is how many rows of a table are named one by one.
const mostNamed = 3

// asked names the rows of a slip in short.
func asked(parts []slips.Part) string {
	var all []string
	for i := 0; i < len(parts); {
		var names []string
		from := i
		for ; i < len(parts) && parts[i].Section.ID == parts[from].Section.ID; i++ {
			for _, l := range parts[i].Lines {
				names = append(names, l.Labels[len(l.Labels)-1])
			}
		}
		table := parts[from].Section.Table.Name
		if len(names) > mostNamed {
			all = append(all, rowsOfTable(table, len(names)))
		} else {
			all = append(all, table+"："+strings.Join(names, "、"))
		}
	}
	if len(all) == 0 {
		return nothingAsked
	}
	return strings.Join(all, "；")
}
