package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/export/digest"
	"nianbao/fonts"
)

// The title of a picture, its foot, and how its words are made fewer.

// Measures of the title, in ems of it or of the text.
const (
	titleLeading = 1.42
	titleRule    = 1.4 // thickness of the line under it, pt at A4
	titleGap     = 1.1 // below that line, in ems of the text
	legendSize   = 0.85
)

// title draws the title with a line under it and, where two years stand side by side,
// which is which.
func (b *board) title(d *digest.Digest) {
	b.y = b.paper.Top
	unit := b.sheet.Size
	for _, it := range b.setter.title(d.Title) {
		for _, l := range it.lines {
			atoms := it.atoms[l.first:l.last]
			x := b.paper.Left + (b.paper.TextWidth()-freeWidth(atoms, it.style.size))/2
			b.page.set(atoms, it.style, x, b.y+(titleLeading/2+baselineDrop)*it.style.size, it.element)
			b.y += titleLeading * it.style.size
		}
	}
	b.y += unit / 2
	b.fill(b.paper.Left, b.y, b.paper.TextWidth(), titleRule*unit/DigestA4().Size, 0, 0)
	b.y += titleGap * unit
	if d.Last != 0 {
		b.legend(d, unit)
	}
}

// legend says which bars are of which year.
func (b *board) legend(d *digest.Digest, unit float64) {
	size := legendSize * unit
	x := b.paper.Right()
	element := b.element(Element{Kind: ElementParagraph})
	for _, entry := range []struct {
		year int
		gray float64
	}{{d.Last, grayLast}, {d.Year, grayBar}} {
		atoms := b.atoms(wordsYear(entry.year), fonts.Song, size, 0)
		x -= freeWidth(atoms, size)
		b.text(atoms, textStyle{fonts.Song, size}, x, b.y, element)
		x -= 1.3 * size
		b.fill(x, b.y+0.12*size, size, 0.76*size, entry.gray, element)
		x -= size
	}
	b.y += 2 * size
}

// foot says where the numbers come from.
func (b *board) foot(d *digest.Digest) piece {
	size := legendSize * b.sheet.Size
	return piece{height: 2 * size, draw: func(x, y float64) {
		b.where = func() string { return placeFoot }
		atoms := b.atoms(wordsSource(d.Year), fonts.Song, size, 0)
		element := b.element(Element{Kind: ElementParagraph})
		b.text(atoms, textStyle{fonts.Song, size}, x+(b.paper.TextWidth()-freeWidth(atoms, size))/2, y+size, element)
	}}
}

// text sets atoms on a line whose em box has its upper edge at y.
func (b *board) text(atoms []atom, style textStyle, x, y float64, element int) {
	b.page.set(atoms, style, x, y+(0.5+baselineDrop)*style.size, element)
}

// fill draws an area of an element; of 0, one that is no part of the text.
func (b *board) fill(x, y, width, height, gray float64, element int) {
	b.page.Fills = append(b.page.Fills, Fill{X: x, Y: y, Width: width, Height: height, Gray: gray, Element: element})
}

// shorter is a way to make a line shorter; false where it cannot be.
type shorter func(p *digest.Part, line string) (string, bool)

// shorten makes the longest line that can be shorter so, or drops it where others are
// left. It returns the part that the line was of; false where nothing can go.
func shorten(parts []digest.Part, way shorter) (part string, ok bool) {
	at, line, most := -1, -1, 0
	for i := range parts {
		for j, l := range parts[i].Lines {
			if n := utf8.RuneCountInString(l); n > most {
				if _, can := way(&parts[i], l); can {
					at, line, most = i, j, n
				}
			}
		}
	}
	if at < 0 {
		return "", false
	}
	p := &parts[at]
	p.Lines = slices.Clone(p.Lines)
	if p.Lines[line], _ = way(p, p.Lines[line]); p.Lines[line] == "" {
		p.Lines = slices.Delete(p.Lines, line, line+1)
	}
	return p.Name, true
}

const (
	ellipsis    = "……"
	leastClause = 12 // characters that still say something
)

// gently ends a line with an earlier sentence, or with an earlier clause and ……, or
// leaves it away where others are left. Whom to ask stays.
func gently(p *digest.Part, line string) (string, bool) {
	if p.Whole {
		return line, false
	}
	if short, ok := earlier(line); ok {
		return short, true
	}
	return "", len(p.Lines) > 1
}

// anyhow does that, or cuts a line in half.
func anyhow(p *digest.Part, line string) (string, bool) {
	if short, ok := earlier(line); ok {
		return short, true
	}
	if len(p.Lines) > 1 {
		return "", true
	}
	runes := []rune(strings.TrimSuffix(line, ellipsis))
	if len(runes) <= leastClause {
		return line, false
	}
	return string(runes[:len(runes)/2]) + ellipsis, true
}

// earlier is a line up to the sentence before its last, or up to the clause. What stands
// in brackets or quotation marks is not cut.
func earlier(line string) (string, bool) {
	runes := []rune(strings.TrimSuffix(line, ellipsis))
	clause, depth := 0, 0 // depth counts what is open, from the end
	for i := len(runes) - 1; i > 0; i-- {
		switch r := runes[i]; {
		case strings.ContainsRune("）”》】", r):
			depth++
		case strings.ContainsRune("（“《【", r):
			depth--
		case depth != 0 || i == len(runes)-1:
		case r == '；':
			return string(runes[:i]) + "。", true
		case strings.ContainsRune("。！？", r):
			return string(runes[:i+1]), true
		case clause == 0 && i >= leastClause && strings.ContainsRune("，：", r):
			clause = i
		}
	}
	if clause > 0 {
		return string(runes[:clause]) + ellipsis, true
	}
	return "", false
}
