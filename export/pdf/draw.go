package pdf

import (
	"fmt"

	"github.com/signintech/gopdf"

	"nianbao/export/typeset"
	"nianbao/fonts"
)

// drawing sets marks with gopdf.
type drawing struct {
	pdf   gopdf.GoPdf
	codes map[*fonts.Face]map[rune]rune // what gopdf knows a character of a face by
	text  []rune
	width float64 // of the rules, as last set; 0 after a page's begin
}

// family is the name of the only face that gopdf knows.
const family = "faces"

// draw sets the pages and returns their contents: one BT … ET for each text, in
// the order of typeset.Page's doc comment, all in the face /F1 but in the glyph
// numbers of their own; tag tells the faces apart.
func draw(d *typeset.Document, faces []face) ([][]byte, error) {
	data, err := gopdfOutput(d, faces)
	if err != nil {
		return nil, err
	}
	return contents(data, len(d.Pages))
}

// gopdfOutput is the file that gopdf makes of the document. It gets one face
// without outlines in place of them all: it would spend most of the time on
// outlines, drops parts of composites, and takes a megabyte of memory and two
// milliseconds to write each face, however small.
func gopdfOutput(d *typeset.Document, faces []face) ([]byte, error) {
	w := drawing{codes: map[*fonts.Face]map[rune]rune{}}
	w.pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: d.Paper.Width, H: d.Paper.Height}})
	w.pdf.SetNoCompression() // the contents are read back
	if len(faces) > 0 {
		subsets := make([]*fonts.Subset, len(faces))
		for i, f := range faces {
			subsets[i] = f.subset
		}
		proxy, first := fonts.Proxy(subsets)
		if err := w.pdf.AddTTFFontData(family, proxy); err != nil {
			return nil, fmt.Errorf("faces: %w", err)
		}
		for i, f := range faces {
			codes := make(map[rune]rune, len(f.subset.Runes()))
			for g, r := range f.subset.Runes() {
				codes[r] = first[i] + rune(g+1)
			}
			w.codes[f.face] = codes
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
		w.pdf.Line(l.X1, l.Y1, l.X2, l.Y2)
	}
	for _, t := range page.Texts {
		if err := w.set(t); err != nil {
			return err
		}
	}
	return nil
}

// set draws one run. Black is the initial colour of a page in DeviceGray and
// needs no operator; a grey one is set and taken back.
func (w *drawing) set(t typeset.Text) error {
	if err := w.pdf.SetFont(family, "", t.Size); err != nil {
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
	w.text = w.text[:0]
	codes := w.codes[t.Face]
	for _, r := range t.String {
		if c, ok := codes[r]; ok {
			w.text = append(w.text, c)
		}
	}
	if err := w.pdf.Text(string(w.text)); err != nil {
		return fmt.Errorf("text %q: %w", t.String, err)
	}
	return nil
}
