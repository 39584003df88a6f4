package word

import (
	"encoding/xml"
	"strconv"
	"strings"

	"nianbao/model/intake/source"
)

// block is a paragraph or a table.
type block struct {
	text    string
	heading int
	table   [][]cell // nil for a paragraph
}

// cell is a cell of a table with what is in it.
type cell struct {
	blocks       []block
	column, span int
	continued    bool // covered by the cell above
}

// reader reads the body of a document.
type reader struct {
	*walker
	styles map[string]style
	lists  *lists
}

func (r *reader) document() ([]block, error) {
	var all []block
	err := r.children(func(e xml.StartElement) (bool, error) {
		if e.Name.Local != "document" {
			return false, nil
		}
		return true, r.children(func(e xml.StartElement) (bool, error) {
			if e.Name.Local != "body" {
				return false, nil
			}
			return true, r.blocks(&all)
		}, nil)
	}, nil)
	return all, err
}

// blocks reads paragraphs and tables up to the end of the element.
func (r *reader) blocks(all *[]block) error {
	return r.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "p":
			return true, r.paragraph(all)
		case "tbl":
			rows, err := r.table()
			*all = append(*all, block{table: rows})
			return true, err
		case "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice":
			return true, r.blocks(all)
		}
		return false, nil // properties, deleted text, the second version of something
	}, nil)
}

// paragraph reads a paragraph; text in boxes follows it.
func (r *reader) paragraph(all *[]block) error {
	var p block
	var text strings.Builder
	var boxes []block
	var mark numbered
	err := r.runs(&text, &boxes, func() error {
		found, err := r.paragraphMarks()
		mark = found
		return err
	})
	if err != nil {
		return err
	}
	style := r.styles[mark.style]
	p.heading = max(style.heading, mark.outline)
	p.text = text.String()
	if mark.list == "" {
		mark.list, mark.level = style.list, max(style.level, mark.level)
	}
	if strings.TrimSpace(p.text) != "" {
		p.text = r.lists.next(mark.list, mark.level) + p.text
	}
	*all = append(append(*all, p), boxes...)
	return nil
}

// runs reads what a paragraph or a part of it says.
func (r *reader) runs(text *strings.Builder, boxes *[]block, marks func() error) error {
	return r.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "pPr":
			return true, marks()
		case "t":
			return true, r.children(func(xml.StartElement) (bool, error) { return false, nil }, func(s string) { text.WriteString(s) })
		case "tab", "ptab":
			text.WriteByte(' ')
		case "br", "cr":
			if attr(e, "type") == "" {
				text.WriteByte('\n')
			}
		case "noBreakHyphen":
			text.WriteByte('-')
		case "txbxContent":
			return true, r.blocks(boxes)
		case "r", "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo",
			"AlternateContent", "Choice", "drawing", "inline", "anchor", "graphic", "graphicData", "wsp", "txbx",
			"pict", "shape", "textbox", "rect", "group", "wgp", "ruby", "rubyBase":
			return true, r.runs(text, boxes, marks)
		}
		return false, nil
	}, nil)
}

// numbered is what a paragraph's properties say of heading and numbering.
type numbered struct {
	style   string
	list    string
	level   int
	outline int
}

func (r *reader) paragraphMarks() (numbered, error) {
	var n numbered
	err := r.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "pStyle":
			n.style = attr(e, "val")
		case "outlineLvl":
			n.outline = outlineLevel(e)
		case "numPr":
			return true, r.numPr(&n.list, &n.level)
		}
		return false, nil
	}, nil)
	return n, err
}

// outlineLevel is 1 for the first level; 9 stands for body text.
func outlineLevel(e xml.StartElement) int {
	if level := whole(attr(e, "val"), 8); level < 9 && attr(e, "val") != "9" {
		return level + 1
	}
	return 0
}

func (w *walker) numPr(list *string, level *int) error {
	return w.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "numId":
			*list = attr(e, "val")
		case "ilvl":
			*level = whole(attr(e, "val"), maxLevels-1)
		}
		return false, nil
	}, nil)
}

// whole reads a number from 0 to most; anything else is 0.
func whole(s string, most int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return min(n, most)
}

func (r *reader) table() ([][]cell, error) {
	rows := [][]cell{}
	err := r.rows(&rows)
	return rows, err
}

func (r *reader) rows(rows *[][]cell) error {
	return r.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "tr":
			var row []cell
			column := 0
			err := r.row(&row, &column)
			*rows = append(*rows, row)
			return true, err
		case "sdt", "sdtContent", "customXml", "ins":
			return true, r.rows(rows)
		}
		return false, nil
	}, nil)
}

func (r *reader) row(row *[]cell, column *int) error {
	return r.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "trPr":
			return true, r.children(func(e xml.StartElement) (bool, error) {
				if e.Name.Local == "gridBefore" {
					*column += whole(attr(e, "val"), source.MaxCells)
				}
				return false, nil
			}, nil)
		case "tc":
			c := cell{column: *column, span: 1}
			if err := r.cell(&c); err != nil {
				return true, err
			}
			*column += c.span
			*row = append(*row, c)
			return true, nil
		case "sdt", "sdtContent", "customXml", "ins":
			return true, r.row(row, column)
		}
		return false, nil
	}, nil)
}

func (r *reader) cell(c *cell) error {
	return r.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "tcPr":
			return true, r.children(func(e xml.StartElement) (bool, error) {
				switch e.Name.Local {
				case "gridSpan":
					c.span = max(1, whole(attr(e, "val"), source.MaxCells))
				case "vMerge", "hMerge":
					c.continued = attr(e, "val") != "restart"
				}
				return false, nil
			}, nil)
		case "p":
			return true, r.paragraph(&c.blocks)
		case "tbl":
			rows, err := r.table()
			c.blocks = append(c.blocks, block{table: rows})
			return true, err
		case "sdt", "sdtContent", "customXml", "ins":
			return true, r.blocks(&c.blocks)
		}
		return false, nil
	}, nil)
}
