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
	names map[*fonts.Face]string // the name gopdf knows a face by
	width float64                // of the rules, as last set; 0 after a page's begin
}

// draw sets the pages and returns their contents: one BT … ET for each text, in
// the order of typeset.Page's doc comment. A face is /F1, /F2 … by its place in
// faces.
func draw(d *typeset.Document, faces []face) ([][]byte, error) {
	data, err := gopdfOutput(d, faces)
	if err != nil {
		return nil, err
	}
	return contents(data, len(d.Pages))
}

// gopdfOutput is the file that gopdf makes of the document.
func gopdfOutput(d *typeset.Document, faces []face) ([]byte, error) {
	w := drawing{names: map[*fonts.Face]string{}}
	w.pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: d.Paper.Width, H: d.Paper.Height}})
	w.pdf.SetNoCompression() // the contents are read back
	for i, f := range faces {
		// gopdf gets a face without outlines: it would spend most of the time
		// on them, and drops parts of composites. It is asked for each face
		// once used and no other, because it writes a broken CMap for a face
		// without characters.
		name := fmt.Sprintf("face%c", 'A'+i)
		if err := w.pdf.AddTTFFontData(name, f.subset.Metrics()); err != nil {
			return nil, fmt.Errorf("face %s: %w", f.face.Name(), err)
		}
		w.names[f.face] = name
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
		if err := w.text(t); err != nil {
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
		if err := w.text(t); err != nil {
			return err
		}
	}
	return nil
}

// text draws one run. Black is the initial colour of a page in DeviceGray and
// needs no operator; a grey one is set and taken back.
func (w *drawing) text(t typeset.Text) error {
	if err := w.pdf.SetFont(w.names[t.Face], "", t.Size); err != nil {
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
