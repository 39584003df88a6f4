package desktop

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// notAtLineStart are signs that must not begin a line (GB/T 15834 5.1).
const notAtLineStart = "，。、；：？！）》”’〉】〕…—,.;:?!)%"

// notAtLineEnd are signs that must not end a line (GB/T 15834 5.1).
const notAtLineEnd = "（《“‘〈【〔"

// breakLines breaks text to lines no wider than width. Chinese may break
// between any two characters, except before notAtLineStart and
// behind notAtLineEnd; a number or a
// Latin word stays whole.
func breakLines(text string, width, textSize float32, style fyne.TextStyle) []string {
	var lines []string
	measure := func(s []rune) float32 { return fyne.MeasureText(string(s), textSize, style).Width }
	for paragraph := range strings.SplitSeq(text, "\n") {
		all := []rune(paragraph)
		start, used := 0, float32(0)
		for i := range all {
			w := measure(all[i : i+1])
			if i > start && used+w > width {
				cut := breakBefore(all, start, i)
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
// characters, 社会公益组织, 结果维持: these stay whole, and as many stand in each
// line as in the next one, as on paper.
func breakHead(text string, width, textSize float32, style fyne.TextStyle) []string {
	all := []rune(text)
	other := func(r rune) bool { return !unicode.Is(unicode.Han, r) }
	if len(all)%2 != 0 || slices.ContainsFunc(all, other) {
		return breakLines(text, width, textSize, style)
	}
	words := len(all) / 2
	fit := max(int(width/fyne.MeasureText(string(all[:2]), textSize, style).Width), 1)
	rows := (words + fit - 1) / fit
	var lines []string
	for line := range slices.Chunk(all, 2*((words+rows-1)/rows)) {
		lines = append(lines, string(line))
	}
	return lines
}

// breakBefore finds the last place in (start, end] where a line may end; end
// itself when there is none.
func breakBefore(all []rune, start, end int) int {
	for cut := end; cut > start; cut-- {
		sticks := strings.ContainsRune(notAtLineStart, all[cut]) ||
			strings.ContainsRune(notAtLineEnd, all[cut-1]) ||
			latin(all[cut-1]) && latin(all[cut])
		if !sticks {
			return cut
		}
	}
	return end
}

func latin(r rune) bool { return r < 0x2000 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// paragraph shows text that wraps at the width it is given.
type paragraph struct {
	widget.BaseWidget
	text   string
	size   fyne.ThemeSizeName
	color  fyne.ThemeColorName
	bold   bool
	align  fyne.TextAlign
	column bool     // one character a line (竖排)
	parts  []string // where it breaks first, if it must; nil for anywhere
	lines  []*canvas.Text
	width  float32 // that lines were broken for
}

func newParagraph(text string, size fyne.ThemeSizeName, color fyne.ThemeColorName) *paragraph {
	p := &paragraph{text: text, size: size, color: color}
	p.ExtendBaseWidget(p)
	return p
}

// show replaces the text.
func (p *paragraph) show(text string, color fyne.ThemeColorName) {
	if p.text == text && p.color == color {
		return
	}
	p.text, p.color = text, color
	p.width = -1
	p.Refresh()
}

func (p *paragraph) style() fyne.TextStyle { return fyne.TextStyle{Bold: p.bold} }

// lineHeight is the distance of two lines: 1.35 of the letters' size, and
// less for one character a line.
func (p *paragraph) lineHeight() float32 {
	if p.column {
		return size(p.size) * 1.2
	}
	return size(p.size) * 1.4
}

func (p *paragraph) breakAt(width float32) []string {
	if p.column {
		return characters(p.text)
	}
	if p.text == "" {
		return nil
	}
	if p.align == fyne.TextAlignCenter {
		return breakHead(p.text, width, size(p.size), p.style())
	}
	lines := breakLines(p.text, width, size(p.size), p.style())
	if len(p.parts) < 2 || len(lines) < 2 {
		return lines
	}
	lines = nil
	for _, part := range p.parts {
		lines = append(lines, breakLines(part, width, size(p.size), p.style())...)
	}
	return lines
}

// characters splits a text that is set one character a line; a sign that must
// not begin a line stays with the character before it.
func characters(text string) []string {
	var lines []string
	for _, r := range text {
		if n := len(lines); n > 0 && strings.ContainsRune(notAtLineStart, r) {
			lines[n-1] += string(r)
			continue
		}
		lines = append(lines, string(r))
	}
	return lines
}

// heightFor is the height the text takes at a width.
func (p *paragraph) heightFor(width float32) float32 {
	return float32(len(p.breakAt(width))) * p.lineHeight()
}

func (p *paragraph) CreateRenderer() fyne.WidgetRenderer {
	p.width = -1
	return &paragraphRenderer{p}
}

type paragraphRenderer struct{ *paragraph }

func (r *paragraphRenderer) Layout(s fyne.Size) {
	p := r.paragraph
	if p.width != s.Width {
		p.width = s.Width
		p.lines = p.lines[:0]
		for _, line := range p.breakAt(s.Width) {
			t := canvas.NewText(line, ink(p.color))
			t.TextSize, t.TextStyle, t.Alignment = size(p.size), p.style(), p.align
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

// MinSize is one line: whoever lays a paragraph out asks heightFor.
func (r *paragraphRenderer) MinSize() fyne.Size { return fyne.NewSize(10, r.lineHeight()) }

func (r *paragraphRenderer) Refresh() {
	r.paragraph.width = -1
	r.Layout(r.Size())
	for _, t := range r.lines {
		t.Refresh()
	}
	canvas.Refresh(r.paragraph)
}

func (r *paragraphRenderer) Objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(r.lines))
	for i, t := range r.lines {
		all[i] = t
	}
	return all
}

func (r *paragraphRenderer) Destroy() {}
