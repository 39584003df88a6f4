package typeset

import (
	"strconv"

	"nianbao/fonts"
)

// What stands on every page beside the text: the head of the notice-board paper, the
// page number, what the paper is, the watermark of a draft. Its words are the text's own:
// characters that no face has are told of there.

// headGap is the distance from the line under the page head to its baseline, in
// ems.
const headGap = 0.35

// pageHead names agency and report over the text, on paper that has a head.
func (s *setter) pageHead(page *Page, title string) {
	if s.paper.Head == 0 {
		return
	}
	style := textStyle{fonts.Song, s.paper.FolioSize}
	baseline := s.paper.Top - s.paper.Head
	atoms := s.atoms(title, style.role, style.size, 0)
	if wide := freeWidth(atoms, style.size); wide > s.paper.TextWidth() {
		style.size *= s.paper.TextWidth() / wide
	}
	x := s.paper.Left + (s.paper.TextWidth()-freeWidth(atoms, style.size))/2
	page.set(atoms, style, x, baseline, 0)
	rule := baseline + headGap*s.paper.FolioSize
	page.Lines = append(page.Lines, Line{s.paper.Left, rule, s.paper.Right(), rule, ruleInner})
}

// folio is the page number between its two dashes: on the right of odd pages
// and the left of even ones, one character in from the text area's edge
// (GB/T 9704—2012, 7.5).
func (s *setter) folio(page *Page) {
	style := textStyle{fonts.Song, s.paper.FolioSize}
	gap := style.size / 4
	number := s.atoms(strconv.Itoa(page.Number), style.role, style.size, 0)
	dash := s.atoms("—", style.role, style.size, 0)
	numberWidth, dashWidth := freeWidth(number, style.size), freeWidth(dash, style.size)
	x := s.paper.Left + style.size
	if page.Number%2 == 1 {
		x = s.paper.Right() - style.size - 2*(dashWidth+gap) - numberWidth
	}
	y := s.paper.Bottom() + s.paper.FolioDrop + baselineDrop*style.size
	for _, piece := range []struct {
		atoms []atom
		at    float64
	}{{dash, 0}, {number, dashWidth + gap}, {dash, dashWidth + 2*gap + numberWidth}} {
		page.set(piece.atoms, style, x+piece.at, y, 0)
	}
}

// footSize is that of what stands beside the page number: 小五.
const footSize = 9.0

// foot stands beside the page number, on the other side, and says what the paper is.
func (s *setter) foot(page *Page, text string) {
	if text == "" {
		return
	}
	style := textStyle{fonts.Song, footSize}
	atoms := s.atoms(text, style.role, style.size, 0)
	const beside = 70 // points, for the page number
	if wide, room := freeWidth(atoms, style.size), s.paper.TextWidth()-beside; wide > room {
		style.size *= room / wide
	}
	x := s.paper.Left
	if page.Number%2 == 0 {
		x = s.paper.Right() - freeWidth(atoms, style.size)
	}
	y := s.paper.Bottom() + s.paper.FolioDrop + baselineDrop*s.paper.FolioSize
	page.set(atoms, style, x, y, 0)
}

// The watermark: a quarter of the sheet's width a character, light enough to
// read through.
const (
	watermarkShare = 0.25
	watermarkGray  = 0.88
	watermarkTurn  = 45 // degrees
)

func (s *setter) watermark(page *Page) { s.watermarkAround(page, s.paper.Height/2) }

// watermarkAround sets the mark in the middle of the sheet's width around a height.
func (s *setter) watermarkAround(page *Page, middle float64) {
	style := textStyle{fonts.Hei, watermarkShare * s.paper.Width}
	atoms := s.atoms(watermarkText, style.role, style.size, 0)
	// Turned by 45°, half the width and the drop of the baseline have the same
	// share along both axes.
	const diagonal = 0.7071
	half := freeWidth(atoms, style.size) / 2
	x := s.paper.Width/2 - diagonal*half + diagonal*baselineDrop*style.size
	y := middle + diagonal*half + diagonal*baselineDrop*style.size
	first := len(page.Under)
	page.Under = placeFree(page.Under, atoms, style, x, y)
	for i := first; i < len(page.Under); i++ {
		page.Under[i].Gray, page.Under[i].Turn = watermarkGray, watermarkTurn
	}
}
