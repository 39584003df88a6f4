package outline

import (
	"strings"

	"nianbao/model"
)

// writingLines is how many lines there are to write a part on, for each of its
// sub-headings: about what townships write there, by hand.
var writingLines = map[model.SectionID]int{
	model.Preamble: 5, model.Overview: 4, model.Problems: 12, model.Other: 6,
}

// usualLines is how many of a part that is not named there.
const usualLines = 8

// Blank is the form of a report with nothing in it (空白表): its unit and year, every
// part with lines to write on, every table with its labels. Phone, of whom to ask, may
// be empty.
func Blank(r *model.Report, phone string) *Document {
	d := &Document{
		Year: r.Year, Agency: r.Agency.Name, Title: r.TitleLines(),
		Note: blankNote, Foot: blankFoot(r.Agency.Name, r.Year),
	}
	d.remark(Place{}, blankHow+asking(phone))
	for _, s := range r.Edition().Sections {
		place := Place{Section: s.ID, Name: s.Name()}
		advice := s.Advice
		if s.Titled() {
			d.Blocks = append(d.Blocks, Block{Kind: Heading, Level: 1, Text: s.Title, Place: place})
		} else {
			advice = s.Short + "：" + advice
		}
		d.remark(place, advice)
		if s.Table != nil {
			d.Blocks = append(d.Blocks, Block{Kind: Grid, Table: blankTable(r, s), Place: place})
			continue
		}
		d.writing(r.Numbering, s, place)
	}
	d.Blocks = append(d.Blocks, Block{Kind: Blanks, Names: blanksOfWriter()})
	return d
}

// writing adds lines to write a part on, below its usual sub-headings.
func (d *Document) writing(n model.Numbering, s model.Section, place Place) {
	lines, ok := writingLines[s.ID]
	if !ok {
		lines = usualLines
	}
	ruled := Block{Kind: Ruled, Lines: lines, Place: place}
	for i, aspect := range s.Aspects {
		d.Blocks = append(d.Blocks, Block{Kind: Heading, Level: 2, Text: n.Prefix(i+1) + aspect, Place: place}, ruled)
	}
	if len(s.Aspects) == 0 {
		d.Blocks = append(d.Blocks, ruled)
	}
}

func (d *Document) remark(place Place, text string) {
	if text != "" {
		d.Blocks = append(d.Blocks, Block{Kind: Remark, Text: text, Place: place})
	}
}

// blankTable is the table of a section without figures; the computed ones say so.
func blankTable(r *model.Report, s model.Section) *Table {
	t := table(&model.Report{Year: r.Year}, s)
	t.WriteIn = true
	for _, row := range t.Rows {
		for i := range row.Cells {
			if c := &row.Cells[i]; c.Role == Figure && len(c.Sum) > 0 {
				c.Text, c.Parts, c.Shaded = wordComputed, []string{wordComputed}, true
			}
		}
	}
	return t
}

// asking says whom to ask, where that is known.
func asking(phone string) string {
	if phone = strings.TrimSpace(phone); phone == "" {
		return ""
	}
	return askPhone + phone + "。"
}
