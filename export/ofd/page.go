package ofd

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"nianbao/export/typeset"
)

// page writes what is drawn on a page (7.7): the watermark as its background, over
// it the areas, the rules and the texts. Objects are numbered in the order of drawing, as
// one reader stacks them by their numbers.
func (w *writer) page(i int) {
	page := w.document.Pages[i]
	id := w.id()
	w.pages = append(w.pages, id)
	b := fmt.Appendf(nil, "%s<ofd:Page %s><ofd:Area><ofd:PhysicalBox>%s</ofd:PhysicalBox></ofd:Area><ofd:Content>",
		prolog, namespace, w.sheet())
	if len(page.Under) > 0 {
		b = fmt.Appendf(b, `<ofd:Layer ID="%d" Type="Background">`, w.id())
		for _, t := range page.Under {
			b = w.text(b, id, t)
		}
		b = append(b, "</ofd:Layer>"...)
	}
	b = fmt.Appendf(b, `<ofd:Layer ID="%d" Type="Body">`, w.id())
	b = w.areas(b, id, page.Fills)
	b = w.rules(b, page.Lines)
	for _, t := range page.Texts {
		b = w.text(b, id, t)
	}
	w.add(pagePart(i), append(b, "</ofd:Layer></ofd:Content></ofd:Page>"...))
}

func pagePart(i int) string { return fmt.Sprintf("%sPages/Page_%d/Content.xml", folder, i) }

// sheet is the box of the paper.
func (w *writer) sheet() string {
	return lengths(0, 0, millimetres(w.document.Paper.Width), millimetres(w.document.Paper.Height))
}

// rules draws the rules of a page, all of one width as one path (9.1).
func (w *writer) rules(b []byte, lines []typeset.Line) []byte {
	var widths []float64
	of := map[float64][]typeset.Line{}
	for _, l := range lines {
		if of[l.Width] == nil {
			widths = append(widths, l.Width)
		}
		of[l.Width] = append(of[l.Width], l)
	}
	for _, width := range widths {
		b = fmt.Appendf(b, `<ofd:PathObject ID="%d" Boundary="%s" LineWidth="%s">%s<ofd:AbbreviatedData>`,
			w.id(), w.sheet(), lengths(millimetres(width)), strokeColour)
		for i, l := range of[width] {
			if i > 0 {
				b = append(b, ' ')
			}
			b = fmt.Appendf(b, "M %s L %s", lengths(millimetres(l.X1), millimetres(l.Y1)), lengths(millimetres(l.X2), millimetres(l.Y2)))
		}
		b = append(b, "</ofd:AbbreviatedData></ofd:PathObject>"...)
	}
	return b
}

// areas fills rectangles, all of one area as one path (9.1).
func (w *writer) areas(b []byte, page int, fills []typeset.Fill) []byte {
	for len(fills) > 0 {
		n := typeset.AreaLength(fills)
		id := w.id()
		w.belongs(fills[0].Element, object{page: page, id: id})
		b = fmt.Appendf(b, `<ofd:PathObject ID="%d" Boundary="%s" Stroke="false" Fill="true">%s<ofd:AbbreviatedData>`,
			id, w.sheet(), fillColour(fills[0].Gray))
		for i, f := range fills[:n] {
			if i > 0 {
				b = append(b, ' ')
			}
			left, top := millimetres(f.X), millimetres(f.Y)
			right, bottom := millimetres(f.X+f.Width), millimetres(f.Y+f.Height)
			b = fmt.Appendf(b, "M %s L %s L %s L %s C",
				lengths(left, top), lengths(right, top), lengths(right, bottom), lengths(left, bottom))
		}
		b = append(b, "</ofd:AbbreviatedData></ofd:PathObject>"...)
		fills = fills[n:]
	}
	return b
}

// Colours are red, green and blue, the standard's default (8.3.1): with a grey
// colour space one reader draws nothing, and another nothing but black. The grey
// is solid, as not all know transparency.
const strokeColour = `<ofd:StrokeColor Value="0 0 0"/>`

func fillColour(gray float64) string {
	v := int(math.Round(255 * min(max(gray, 0), 1)))
	return fmt.Sprintf(`<ofd:FillColor Value="%d %d %d"/>`, v, v, v)
}

// text sets one run (11.3): a character with its distance from the one before, so
// that it stands in its place in another face too.
func (w *writer) text(b []byte, page int, t typeset.Text) []byte {
	// Readers strip blanks at the ends, and count the distances wrong then.
	said := strings.TrimLeft(t.String, " ")
	skipped := len(t.String) - len(said)
	said = strings.TrimRight(said, " ")
	var kept strings.Builder
	var places []int // of the characters, from the begin of the run
	pen := 0.0
	for i, r := range t.String {
		glyph, ok := t.Face.Glyph(r)
		if !ok {
			continue // as in the PDF
		}
		if i >= skipped && i < skipped+len(said) {
			kept.WriteRune(r)
			places = append(places, millimetres(pen))
		}
		pen += float64(t.Face.Advance(glyph))/1000*t.Size + t.Space
	}
	if len(places) == 0 {
		return b
	}
	id := w.id()
	w.belongs(t.Element, object{page: page, id: id})
	box := w.place(t, places[0], millimetres(pen))
	b = fmt.Appendf(b, `<ofd:TextObject ID="%d" Boundary="%s"%s Font="%d" Size="%s">%s<ofd:TextCode X="%s" Y="%s"`,
		id, box.boundary, box.turn, w.face[t.Face], lengths(millimetres(t.Size)), fillColour(t.Gray), lengths(box.x), lengths(box.y))
	for i := 1; i < len(places); i++ {
		if i == 1 {
			b = append(b, ` DeltaX="`...)
		} else {
			b = append(b, ' ')
		}
		b = appendLength(b, places[i]-places[i-1])
	}
	if len(places) > 1 {
		b = append(b, '"')
	}
	b = append(b, '>')
	b = append(b, escape(kept.String())...)
	return append(b, "</ofd:TextCode></ofd:TextObject>"...)
}

// placed is where a text object stands: the box that it may draw in, and in it
// the begin of the baseline.
type placed struct {
	boundary, turn string
	x, y           int // thousandths of a millimetre
}

// place finds the box of a run from its first character to its end: with room for
// ink that goes over the edge, as readers may cut it off there (8.5). A turned
// run may draw on the whole page, and its matrix moves it to its place; it turns
// the other way round as y points down.
func (w *writer) place(t typeset.Text, first, width int) placed {
	const over, above, below = 0.25, 1.1, 0.5 // ems
	if t.Turn != 0 {
		sin, cos := math.Sincos(t.Turn * math.Pi / 180)
		number := func(v float64) string { return strconv.FormatFloat(v, 'f', 6, 64) }
		return placed{boundary: w.sheet(), x: first, turn: fmt.Sprintf(` CTM="%s %s %s %s %s"`,
			number(cos), number(-sin), number(sin), number(cos), lengths(millimetres(t.X), millimetres(t.Y)))}
	}
	x, y := millimetres(t.X)+first, millimetres(t.Y)
	left, top := millimetres(over*t.Size), millimetres(above*t.Size)
	return placed{
		boundary: lengths(x-left, y-top, width-first+2*left, top+millimetres(below*t.Size)),
		x:        left, y: top,
	}
}
