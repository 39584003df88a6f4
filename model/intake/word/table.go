package word

import (
	"encoding/xml"

	"nianbao/model/intake/source"
)

func (r *reader) table() ([][]cell, error) {
	rows := [][]cell{}
	err := r.rows(&rows)
	return rows, err
}

func (r *reader) rows(rows *[][]cell) error {
	return r.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "tr":
			one := row{}
			hidden, deleted := r.hidden, r.deleted
			err := r.row(&one)
			r.hidden, r.deleted = hidden, deleted
			if one.deleted {
				one.cells = []cell{{span: 1, blocks: []block{{text: said(one.cells)}}}}
			}
			*rows = append(*rows, one.cells)
			return true, err
		case "sdt":
			return true, r.control(func() error { return r.rows(rows) })
		case "sdtContent", "customXml", "ins":
			return true, r.rows(rows)
		}
		return false, nil
	}, nil)
}

// row is a row of a table being read.
type row struct {
	cells   []cell
	column  int
	deleted bool // in tracked changes
}

func (r *reader) row(one *row) error {
	return r.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "trPr":
			return true, r.children(func(e xml.StartElement) (bool, error) {
				switch e.Name.Local {
				case "gridBefore":
					one.column += whole(attr(e, "val"), source.MaxCells)
				case "del":
					one.deleted, r.deleted = true, true
				case "hidden":
					r.hidden = r.hidden || isOn(e)
				}
				return false, nil
			}, nil)
		case "tc":
			c := cell{column: one.column, span: 1}
			deleted := r.deleted
			err := r.cell(&c)
			r.deleted = deleted
			if err != nil {
				return true, err
			}
			one.column += c.span
			one.cells = append(one.cells, c)
			return true, nil
		case "sdt":
			return true, r.control(func() error { return r.row(one) })
		case "sdtContent", "customXml", "ins":
			return true, r.row(one)
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
				case "cellDel":
					r.deleted = true
				}
				return false, nil
			}, nil)
		}
		return r.block(e, &c.blocks)
	}, nil)
}

// said is all that stands in cells, with blanks between.
func said(cells []cell) source.Text {
	var all source.Text
	for _, c := range cells {
		for _, b := range c.blocks {
			if len(all) > 0 {
				all = append(all, source.Run{Text: " ", Look: all[len(all)-1].Look})
			}
			all = append(all, b.text...)
			for _, row := range b.table {
				all = append(all, said(row)...)
			}
		}
	}
	return all
}
