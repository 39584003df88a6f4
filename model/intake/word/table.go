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
			before := r.hidden
			err := r.row(&one)
			r.hidden = before
			if !one.deleted {
				*rows = append(*rows, one.cells)
			}
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
					one.deleted = true
				case "hidden":
					r.hidden = r.hidden || isOn(e)
				}
				return false, nil
			}, nil)
		case "tc":
			c := cell{column: one.column, span: 1}
			if err := r.cell(&c); err != nil {
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
				}
				return false, nil
			}, nil)
		}
		return r.block(e, &c.blocks)
	}, nil)
}
