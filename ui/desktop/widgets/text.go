package widgets

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nianbao/model/han"
)

// ideograph is the room that a character of Chinese takes; all take the same.
func ideograph(size float32) fyne.Size { return fyne.MeasureText("年", size, fyne.TextStyle{}) }

// breakLines breaks text to lines no wider than width, by the rules of paper.
func breakLines(text string, width, textSize float32, style fyne.TextStyle) []string {
	var lines []string
	measure := func(s []rune) float32 { return fyne.MeasureText(string(s), textSize, style).Width }
	for paragraph := range strings.SplitSeq(text, "\n") {
		all := []rune(paragraph)
		start, used := 0, float32(0)
		for i := range all {
			w := measure(all[i : i+1])
			if i > start && used+w > width {
				cut := han.LineEnd(all, start, i)
				lines = append(lines, string(all[start:cut]))
				start, used = cut, measure(all[cut:i])
			}
			used += w
		}
		lines = append(lines, string(all[start:]))
	}
	return lines
}

// breakHead breaks the wording of a column head. Heads are made of words of two
// characters, 社会公益组织, 结果维持, and of one of three first where one is left over,
// 本年新制作数量: these stay whole, and as many stand in each line as in the next one, as
// on paper.
func breakHead(text string, width, textSize float32, style fyne.TextStyle) []string {
	all := []rune(text)
	other := func(r rune) bool { return !unicode.Is(unicode.Han, r) }
	room := width / fyne.MeasureText("中", textSize, style).Width
	odd := len(all) % 2
	if slices.ContainsFunc(all, other) || odd > 0 && room < 3 {
		return breakEvenly(text, width, textSize, style)
	}
	words := len(all) / 2
	fit := max((int(room)-odd)/2, 1)
	rows := (words + fit - 1) / fit
	perRow := 2 * ((words + rows - 1) / rows)
	first := min(perRow+odd, len(all))
	lines := []string{string(all[:first])}
	for line := range slices.Chunk(all[first:], perRow) {
		lines = append(lines, string(line))
	}
	return lines
}

// breakLabel breaks the wording of a label by the rules of paper, and as a head where the
// last line would be a character alone.
func breakLabel(text string, width, textSize float32, style fyne.TextStyle) []string {
	lines := breakLines(text, width, textSize, style)
	if utf8.RuneCountInString(lines[len(lines)-1]) > 1 {
		return lines
	}
	return breakHead(text, width, textSize, style)
}

// breakEvenly breaks text by the rules of paper. Where the last line would be a character
// alone, the lines are as short as their number allows.
func breakEvenly(text string, width, textSize float32, style fyne.TextStyle) []string {
	lines := breakLines(text, width, textSize, style)
	if utf8.RuneCountInString(lines[len(lines)-1]) > 1 {
		return lines
	}
	for width -= textSize / 2; width > textSize; width -= textSize / 2 {
		narrower := breakLines(text, width, textSize, style)
		if len(narrower) > len(lines) {
			break
		}
		lines = narrower
	}
	return lines
}

// Paragraph shows text that wraps at the width it is given.
type Paragraph struct {
	widget.BaseWidget
	Text   string
	size   fyne.ThemeSizeName
	color  fyne.ThemeColorName
	Bold   bool
	Align  fyne.TextAlign
	Column bool     // one character a line (竖排)
	Parts  []string // of a label of a table, which breaks between them first; nil for other text
	lines  []*canvas.Text
	width  float32 // that lines were broken for
}

// NewParagraph makes a text of that size and colour.
func NewParagraph(text string, size fyne.ThemeSizeName, color fyne.ThemeColorName) *Paragraph {
	p := &Paragraph{Text: text, size: size, color: color}
	p.ExtendBaseWidget(p)
	return p
}

// Set replaces the text.
func (p *Paragraph) Set(text string, color fyne.ThemeColorName) {
	if p.Text == text && p.color == color {
		return
	}
	p.Text, p.color = text, color
	p.width = -1
	p.Refresh()
}

// SetSize sets another size.
func (p *Paragraph) SetSize(size fyne.ThemeSizeName) {
	if p.size != size {
		p.size, p.width = size, -1
		p.Refresh()
	}
}

func (p *Paragraph) style() fyne.TextStyle { return fyne.TextStyle{Bold: p.Bold} }

// lineHeight is the distance of two lines: 1.4 of the letters' size, and less for one
// character a line.
func (p *Paragraph) lineHeight() float32 {
	if p.Column {
		return Size(p.size) * 1.2
	}
	return Size(p.size) * 1.4
}

func (p *Paragraph) breakAt(width float32) []string {
	if p.Column {
		return characters(p.Text)
	}
	if p.Text == "" {
		return nil
	}
	if p.Align == fyne.TextAlignCenter {
		return breakHead(p.Text, width, Size(p.size), p.style())
	}
	if len(p.Parts) == 0 {
		return breakLines(p.Text, width, Size(p.size), p.style())
	}
	lines := breakLabel(p.Text, width, Size(p.size), p.style())
	if len(p.Parts) < 2 || len(lines) < 2 {
		return lines
	}
	lines = nil
	for _, part := range p.Parts {
		lines = append(lines, breakLabel(part, width, Size(p.size), p.style())...)
	}
	return lines
}

// characters splits a text that is set one character a line; a sign that must
// not begin a line stays with the character before it.
func characters(text string) []string {
	var lines []string
	for _, r := range text {
		if n := len(lines); n > 0 && strings.ContainsRune(han.NoLineStart, r) {
			lines[n-1] += string(r)
			continue
		}
		lines = append(lines, string(r))
	}
	return lines
}

// HeightFor is the height the text takes at a width.
func (p *Paragraph) HeightFor(width float32) float32 {
	return float32(len(p.breakAt(width))) * p.lineHeight()
}

// CreateRenderer draws the widget.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	p.width = -1
	return &paragraphRenderer{p}
}

type paragraphRenderer struct{ *Paragraph }

func (r *paragraphRenderer) Layout(s fyne.Size) {
	p := r.Paragraph
	if p.width != s.Width {
		p.width = s.Width
		p.lines = p.lines[:0]
		for _, line := range p.breakAt(s.Width) {
			t := canvas.NewText(line, Ink(p.color))
			t.TextSize, t.TextStyle, t.Alignment = Size(p.size), p.style(), p.Align
			p.lines = append(p.lines, t)
		}
	}
	h := p.lineHeight()
	top := (s.Height - h*float32(len(p.lines))) / 2
	for i, t := range p.lines {
		natural := t.MinSize().Height
		t.Resize(fyne.NewSize(s.Width, natural))
		t.Move(fyne.NewPos(0, top+float32(i)*h+(h-natural)/2))
	}
}

// MinSize is one line: whoever lays a paragraph out asks HeightFor.
func (r *paragraphRenderer) MinSize() fyne.Size { return fyne.NewSize(10, r.lineHeight()) }

func (r *paragraphRenderer) Refresh() {
	r.Paragraph.width = -1
	r.Layout(r.Size())
	for _, t := range r.lines {
		t.Refresh()
	}
	canvas.Refresh(r.Paragraph)
}

func (r *paragraphRenderer) Objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(r.lines))
	for i, t := range r.lines {
		all[i] = t
	}
	return all
}

func (r *paragraphRenderer) Destroy() {}

// RoomFor keeps room for some lines of a paragraph, so that a dialog does not
// move when its text changes.
func RoomFor(text *Paragraph, lines int) fyne.CanvasObject {
	return WithHeight(text, float32(lines)*text.lineHeight())
}
