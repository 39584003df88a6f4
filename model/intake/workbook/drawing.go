package workbook

import (
	"encoding/xml"
	"slices"

	"nianbao/model/intake/source"
)

// box is text in a shape over a sheet.
type box struct {
	row  int // that it begins over, from 0
	said source.Text
}

// drawn reads the text in the shapes over a sheet, and counts its pictures (20.5).
func (f *file) drawn(sheet string, g *grid) error {
	_, kinds, err := f.relations(sheet)
	if err != nil || !f.parcel.Has(kinds["drawing"]) {
		return err
	}
	row, begins, hidden := 0, false, false
	skipped := 0 // depth of what another program would show instead
	err = f.read(kinds["drawing"], func(e xml.StartElement, w *walker) error {
		if skipped > 0 && w.depth > skipped {
			return nil
		}
		skipped = 0
		switch e.Name.Local {
		case "Fallback":
			skipped = w.depth
		case "from":
			begins, hidden = true, false
		case "to":
			begins = false
		case "row":
			value, err := w.value()
			if begins {
				row = max(0, number(value))
			}
			return err
		case "cNvPr":
			hidden = isTrue(attr(e, "hidden"))
		case "pic":
			g.images++
		case "p":
			look := source.Plain
			if hidden || g.hidden {
				look = source.Hidden
			}
			said, err := w.text(look)
			g.boxes = append(g.boxes, box{row, said})
			return err
		}
		return nil
	})
	slices.SortStableFunc(g.boxes, func(a, b box) int { return a.row - b.row })
	return err
}

// giveBoxes adds the text in shapes that begin over a row, or before it.
func (g *grid) giveBoxes(b *source.Builder, row int) {
	for len(g.boxes) > 0 && g.boxes[0].row <= row {
		b.Paragraph(source.Line{Runs: g.boxes[0].said})
		g.boxes = g.boxes[1:]
	}
}

// comments tells what somebody noted at the cells of a sheet (18.7).
func (f *file) comments(sheet string, b *source.Builder) error {
	_, kinds, err := f.relations(sheet)
	if err != nil || !f.parcel.Has(kinds["comments"]) {
		return err
	}
	return f.read(kinds["comments"], func(e xml.StartElement, w *walker) error {
		if e.Name.Local != "text" {
			return nil
		}
		said, err := w.text(source.Plain)
		b.Paragraph(source.Line{Runs: said.As(source.Comment)})
		return err
	})
}
