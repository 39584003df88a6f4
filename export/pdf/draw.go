package pdf

import (
	"bytes"
	"fmt"
	"math"

	"github.com/signintech/gopdf"

	"nianbao/export/typeset"
	"nianbao/fonts"
)

// drawing places marks with gopdf.
type drawing struct {
	pdf   gopdf.GoPdf
	width float64 // of the rules, as last set; 0 after a page's begin
}

// family is the name of the only face that gopdf knows.
const family = "standin"

// draw places the marks of the pages and returns their contents: one BT … ET for
// each line of text, in the order of typeset.Page's doc comment. A character
// stands in for the line, a rectangle for an area; tag puts in what they stand for.
func draw(d *typeset.Document, faces []face) ([][]byte, error) {
	data, err := gopdfOutput(d, faces)
	if err != nil {
		return nil, err
	}
	return contents(data, len(d.Pages))
}

// gopdfOutput is the file that gopdf makes of the document. It knows no real
// face: it would spend most of the time on outlines, drops parts of composites,
// takes a megabyte of memory and two milliseconds to write each face, however
// small, and four searches a character to write the glyph numbers that we know.
func gopdfOutput(d *typeset.Document, faces []face) ([]byte, error) {
	var w drawing
	w.pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: d.Paper.Width, H: d.Paper.Height}})
	w.pdf.SetNoCompression() // the contents are read back
	if len(faces) > 0 {
		if err := w.pdf.AddTTFFontData(family, fonts.NewStandIn(faces[0].face)); err != nil {
			return nil, fmt.Errorf("stand-in: %w", err)
		}
		if err := w.pdf.SetFont(family, "", 1); err != nil {
			return nil, fmt.Errorf("stand-in: %w", err)
		}
	}
	marks := 0
	for _, page := range d.Pages {
		if err := w.page(page); err != nil {
			return nil, fmt.Errorf("page %d: %w", page.Number, err)
		}
		marks += len(page.Under) + len(page.Fills) + len(page.Lines) + len(page.Texts)
	}
	var file bytes.Buffer
	const aMark = 64 // bytes, about
	file.Grow(marks * aMark)
	if _, err := w.pdf.WriteTo(&file); err != nil {
		return nil, fmt.Errorf("gopdf: %w", err)
	}
	return file.Bytes(), nil
}

func (w *drawing) page(page typeset.Page) error {
	w.pdf.AddPage()
	w.width = 0
	if err := w.texts(page.Under); err != nil {
		return err
	}
	w.areas(page.Fills)
	for _, l := range page.Lines {
		if l.Width != w.width {
			w.pdf.SetLineWidth(l.Width)
			w.width = l.Width
		}
		w.pdf.Line(steady(l.X1), steady(l.Y1), steady(l.X2), steady(l.Y2))
	}
	return w.texts(page.Texts)
}

// areas places the first rectangle of each area; it stands in for all of them.
func (w *drawing) areas(fills []typeset.Fill) {
	for len(fills) > 0 {
		f := fills[0]
		if f.Gray > 0 {
			w.pdf.SetGrayFill(f.Gray)
		}
		w.pdf.RectFromUpperLeftWithStyle(steady(f.X), steady(f.Y), steady(f.Width), steady(f.Height), "F")
		if f.Gray > 0 {
			w.pdf.SetGrayFill(0)
		}
		fills = fills[typeset.AreaLength(fills):]
	}
}

// texts places the lines that texts make.
func (w *drawing) texts(all []typeset.Text) error {
	for len(all) > 0 {
		if err := w.begin(all[0]); err != nil {
			return err
		}
		all = all[lineLength(all):]
	}
	return nil
}

// lineLength is how many texts, from the first on, are set in one go: they follow
// each other on a baseline and belong to the same element.
func lineLength(texts []typeset.Text) int {
	first := texts[0]
	for i, t := range texts {
		if i > 0 && (t.Y != first.Y || t.Element != first.Element || t.Gray != first.Gray || t.Turn != 0 || first.Turn != 0) {
			return i
		}
	}
	return len(texts)
}

// begin places the beginning of a line. Black is the initial colour of a page in
// DeviceGray and needs no operator; a grey one is set and taken back.
func (w *drawing) begin(t typeset.Text) error {
	if t.Gray > 0 {
		w.pdf.SetGrayFill(t.Gray)
		defer w.pdf.SetGrayFill(0)
	}
	if t.Turn != 0 {
		w.pdf.Rotate(t.Turn, t.X, t.Y)
		defer w.pdf.RotateReset()
	}
	// Without SetXY gopdf would merge the line with the one before.
	w.pdf.SetXY(steady(t.X), steady(t.Y))
	if err := w.pdf.Text(string(fonts.StandIn)); err != nil {
		return fmt.Errorf("text %q: %w", t.String, err)
	}
	return nil
}

// steady takes a length's last digits away. They are not the same on every
// processor, as some multiply and add in one step; of 0 such a step leaves -0,
// and of a half that is to be rounded sometimes more and sometimes less.
func steady(length float64) float64 {
	const steps = 1e6 // of a point
	if length = math.Round(length*steps) / steps; length == 0 {
		return 0 // not -0
	}
	return length
}
