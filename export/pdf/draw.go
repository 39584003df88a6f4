package pdf

import (
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
// each text, in the order of typeset.Page's doc comment. A character stands in
// for each text, in a face that stands in for its face; tag puts in what they
// stand for.
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
	}
	for _, page := range d.Pages {
		if err := w.page(page); err != nil {
			return nil, fmt.Errorf("page %d: %w", page.Number, err)
		}
	}
	data, err := w.pdf.GetBytesPdfReturnErr()
	if err != nil {
		return nil, fmt.Errorf("gopdf: %w", err)
	}
	return data, nil
}

func (w *drawing) page(page typeset.Page) error {
	w.pdf.AddPage()
	w.width = 0
	for _, t := range page.Under {
		if err := w.set(t); err != nil {
			return err
		}
	}
	for _, l := range page.Lines {
		if l.Width != w.width {
			w.pdf.SetLineWidth(l.Width)
			w.width = l.Width
		}
		w.pdf.Line(steady(l.X1), steady(l.Y1), steady(l.X2), steady(l.Y2))
	}
	for _, t := range page.Texts {
		if err := w.set(t); err != nil {
			return err
		}
	}
	return nil
}

// set places one run. Black is the initial colour of a page in DeviceGray and
// needs no operator; a grey one is set and taken back.
func (w *drawing) set(t typeset.Text) error {
	if err := w.pdf.SetFont(family, "", t.Size); err != nil {
		return fmt.Errorf("face %s: %w", t.Face.Name(), err)
	}
	if err := w.pdf.SetCharSpacing(steady(t.Space)); err != nil {
		return fmt.Errorf("character spacing: %w", err)
	}
	if t.Gray > 0 {
		w.pdf.SetGrayFill(t.Gray)
		defer w.pdf.SetGrayFill(0)
	}
	if t.Turn != 0 {
		w.pdf.Rotate(t.Turn, t.X, t.Y)
		defer w.pdf.RotateReset()
	}
	// Without SetXY gopdf would merge the run with the one before.
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
