// Package pdf writes a document placed by typeset as a PDF. It is the only
// code that knows gopdf.
package pdf

import (
	"fmt"
	"time"

	"github.com/signintech/gopdf"

	"nianbao/export/typeset"
	"nianbao/fonts"
)

// Options are what the file says about itself.
type Options struct {
	Author  string    // the agency
	Creator string    // this program and its version
	Date    time.Time // of creation; the same date gives the same bytes
}

// Write gives the bytes of the PDF. The faces are embedded as subsets.
func Write(d *typeset.Document, o Options) ([]byte, error) {
	w := writer{faces: map[*fonts.Face]string{}}
	w.pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: d.Paper.Width, H: d.Paper.Height}})
	w.pdf.SetInfo(gopdf.PdfInfo{
		Title: d.Title, Author: o.Author, Creator: o.Creator, Producer: o.Creator, CreationDate: o.Date,
	})
	if err := w.useFaces(d); err != nil {
		return nil, err
	}
	for _, page := range d.Pages {
		if err := w.page(page, d.Headings); err != nil {
			return nil, fmt.Errorf("page %d: %w", page.Number, err)
		}
	}
	data, err := w.pdf.GetBytesPdfReturnErr()
	if err != nil {
		return nil, fmt.Errorf("gopdf: %w", err)
	}
	return data, nil
}

type writer struct {
	pdf   gopdf.GoPdf
	faces map[*fonts.Face]string // the name gopdf knows the face by
}

// useFaces registers the faces that the document uses, cut down to the
// characters it uses, and no other: gopdf writes a broken CMap for a face
// without characters. Cutting takes a third of a millisecond; gopdf would carry
// the metrics of all 30,000 glyphs of a face into the file.
func (w *writer) useFaces(d *typeset.Document) error {
	used := map[*fonts.Face][]rune{}
	var order []*fonts.Face
	for _, page := range d.Pages {
		for _, texts := range [][]typeset.Text{page.Under, page.Texts} {
			for _, t := range texts {
				if _, known := used[t.Face]; !known {
					order = append(order, t.Face)
				}
				used[t.Face] = append(used[t.Face], []rune(t.String)...)
			}
		}
	}
	for _, face := range order {
		name := face.Name()
		if err := w.pdf.AddTTFFontData(name, face.Subset(used[face])); err != nil {
			return fmt.Errorf("face %s: %w", name, err)
		}
		w.faces[face] = name
	}
	return nil
}

func (w *writer) page(page typeset.Page, headings []typeset.Heading) error {
	w.pdf.AddPage()
	for _, h := range headings {
		if h.Page == page.Number {
			w.pdf.SetXY(0, h.Y)
			w.pdf.AddOutlineWithPosition(h.Text)
		}
	}
	for _, t := range page.Under {
		if err := w.text(t); err != nil {
			return err
		}
	}
	for _, l := range page.Lines {
		w.pdf.SetLineWidth(l.Width)
		w.pdf.Line(l.X1, l.Y1, l.X2, l.Y2)
	}
	for _, t := range page.Texts {
		if err := w.text(t); err != nil {
			return err
		}
	}
	return nil
}

// text draws one run. Black is the initial colour of a page in DeviceGray and
// needs no operator; a grey one is set and taken back.
func (w *writer) text(t typeset.Text) error {
	if err := w.pdf.SetFont(w.faces[t.Face], "", t.Size); err != nil {
		return fmt.Errorf("face %s: %w", t.Face.Name(), err)
	}
	if err := w.pdf.SetCharSpacing(t.Space); err != nil {
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
	w.pdf.SetXY(t.X, t.Y)
	if err := w.pdf.Text(t.String); err != nil {
		return fmt.Errorf("text %q: %w", t.String, err)
	}
	return nil
}
