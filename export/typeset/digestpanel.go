package typeset

import (
	"nianbao/export/digest"
	"nianbao/fonts"
)

// The parts of a picture: heading, words, first figures, charts (digestchart.go).

// Grays, told apart in print and by thickness too.
const (
	grayBar  = 0.25 // this year's bar
	grayLast = 0.70 // last year's
	grayAxis = 0.55
)

// Measures of a part, in ems of its text.
const (
	headSize    = 1.25
	headHeight  = 1.55
	headBelow   = 0.55
	headRule    = 0.5 // pt
	leadingText = 1.5 // from line to line
	gapLine     = 0.3 // between two lines of words
	gapPieces   = 0.6
	bullet      = 0.34 // its side
	bulletRoom  = 1
)

// panel is a column in which a part is set: a size and a width.
type panel struct {
	*board
	width, size float64
}

func (w panel) part(p *digest.Part) []piece {
	name := p.Name
	w.where = func() string { return wordsDigestPlace(name) }
	all := []piece{w.heading(name)}
	add := func(pieces ...piece) {
		if len(pieces) > 0 && len(all) > 1 {
			all = append(all, space(gapPieces*w.size))
		}
		all = append(all, pieces...)
	}
	var lines []piece
	for i, line := range p.Lines {
		if i > 0 {
			lines = append(lines, space(gapLine*w.size))
		}
		lines = append(lines, w.line(line, len(p.Lines) > 1))
	}
	add(lines...)
	add(w.figures(p.Figures)...)
	for i := range p.Charts {
		add(w.chart(&p.Charts[i]))
	}
	for _, note := range p.Notes {
		add(w.note(note))
	}
	return all
}

func space(height float64) piece { return piece{height: height, draw: func(float64, float64) {}} }

// heading is a part's name on a line, with a bar before it.
func (w panel) heading(name string) piece {
	style := textStyle{fonts.Hei, headSize * w.size}
	atoms := w.atoms(name, style.role, style.size, 0)
	height := headHeight * style.size
	return piece{height: height + headBelow*w.size, draw: func(x, y float64) {
		element := w.element(Element{Kind: ElementSection})
		w.board.headings = append(w.board.headings, Heading{Level: 1, Text: name, Page: 1, Y: y})
		w.fill(x, y+0.12*style.size, 0.26*style.size, 1.02*style.size, 0, 0)
		w.text(atoms, style, x+0.55*style.size, y+0.12*style.size, element)
		rule := y + height
		w.page.Lines = append(w.page.Lines, Line{x, rule, x + w.width, rule, headRule})
	}}
}

// line is a stretch of words over the width, with a mark before it where there are
// several.
func (w panel) line(text string, marked bool) piece {
	style := textStyle{fonts.Fang, w.size}
	inset := 0.0
	if marked {
		inset = bulletRoom * w.size
	}
	cells := float64(int((w.width-inset)/w.size + tiny))
	found := w.compose(wording{text, style.role, style.size, w.size, measure{width: cells}})
	step := leadingText * w.size
	return piece{height: step * float64(len(found.lines)), draw: func(x, y float64) {
		element := w.element(Element{Kind: ElementParagraph})
		if marked {
			w.fill(x+0.1*w.size, y+(step-bullet*w.size)/2, bullet*w.size, bullet*w.size, grayBar, 0)
		}
		for i, l := range found.lines {
			first := len(w.page.Texts)
			baseline := y + step*(float64(i)+0.5) + baselineDrop*w.size
			w.page.Texts = placeLine(w.page.Texts, found.atoms, l, style, x+inset, baseline, w.size)
			belong(w.page.Texts[first:], element)
		}
	}}
}

// note is smaller words under a chart or a part.
func (w panel) note(text string) piece {
	set := w.set(text, textStyle{fonts.Song, 0.9 * w.size}, w.width)
	return piece{height: set.height(), draw: func(x, y float64) {
		set.draw(w.board, x, y, 0, w.element(Element{Kind: ElementParagraph}), 0)
	}}
}

// words are set in lines no wider than they may be.
type words struct {
	style textStyle
	lines [][]atom
}

// leadingWords is the distance between the lines of a label.
const leadingWords = 1.25

// set breaks a text into lines of a width; it does not make it smaller.
func (w panel) set(text string, style textStyle, width float64) words {
	return w.broken(text, style, measure{width: width / style.size, ragged: true})
}

// label breaks a text into lines of about the same length.
func (w panel) label(text string, size, width float64) words {
	return w.broken(text, textStyle{fonts.Song, size}, measure{width: width / size, ragged: true, even: true})
}

func (w panel) broken(text string, style textStyle, m measure) words {
	atoms := w.atoms(text, style.role, style.size, 0)
	return words{style, cut(atoms, breakLines(atoms, m))}
}

// fitted is a number in a width: smaller where it does not fit, and in lines where that
// is not enough, as what somebody wrote that is no number.
func (w panel) fitted(text string, style textStyle, width float64) words {
	const least, wrapped = 0.72, 0.85
	atoms := w.atoms(text, style.role, style.size, 0)
	wide := freeWidth(atoms, style.size)
	if wide <= width {
		return words{style, [][]atom{atoms}}
	}
	smaller := style
	smaller.size *= width / wide
	if smaller.size >= least*style.size {
		return words{smaller, [][]atom{atoms}}
	}
	style.size = min(wrapped*style.size, w.size*wrapped)
	return w.set(text, style, width)
}

func (t words) height() float64 { return leadingWords * t.style.size * float64(len(t.lines)) }

func (t words) width() float64 {
	widest := 0.0
	for _, l := range t.lines {
		widest = max(widest, freeWidth(l, t.style.size))
	}
	return widest
}

// draw sets the words with their upper edge at y; a share of what a line leaves of the
// width stands before it: 0 for none, 0.5 to centre.
func (t words) draw(b *board, x, y, width float64, element int, share float64) {
	step := leadingWords * t.style.size
	for i, l := range t.lines {
		left := x + share*(width-freeWidth(l, t.style.size))
		b.text(l, t.style, left, y+step*float64(i)+(step-t.style.size)/2, element)
	}
}

// figures are the first numbers of a part, large, two beside each other.
func (w panel) figures(rows []digest.Row) []piece {
	const across, gap = 2, 0.6
	var all []piece
	for first := 0; first < len(rows); first += across {
		if first > 0 {
			all = append(all, space(gap*w.size))
		}
		all = append(all, w.beside(rows[first:min(first+across, len(rows))], w.width/across))
	}
	return all
}

// beside sets large numbers beside each other, each with its label.
func (w panel) beside(rows []digest.Row, width float64) piece {
	const large = 2.0
	type entry struct{ number, label, last words }
	var all []entry
	height, top := 0.0, 0.0
	for _, row := range rows {
		f := row.Cells[0]
		e := entry{
			number: w.fitted(f.Text, textStyle{fonts.Hei, large * w.size}, width-w.size),
			label:  w.label(row.Label, w.size, width-w.size),
		}
		if f.Last != "" {
			e.last = w.fitted(f.LastWords(), textStyle{fonts.Song, 0.85 * w.size}, width-w.size)
		}
		top = max(top, e.number.height())
		all = append(all, e)
	}
	for _, e := range all {
		height = max(height, top+e.label.height()+e.last.height())
	}
	return piece{height: height, draw: func(x, y float64) {
		for i, e := range all {
			element := w.element(Element{Kind: ElementParagraph})
			at := x + float64(i)*width
			e.label.draw(w.board, at, y, width, element, 0)
			e.number.draw(w.board, at, y+e.label.height()+top-e.number.height(), width, element, 0)
			e.last.draw(w.board, at, y+e.label.height()+top, width, element, 0)
		}
	}}
}
