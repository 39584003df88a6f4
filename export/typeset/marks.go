package typeset

import (
	"image"
	"slices"

	"nianbao/fonts"
)

// Document is a report placed on pages.
type Document struct {
	Paper    Paper
	Title    string // for the reader's window and its bookmarks
	Pages    []Page
	Headings []Heading
	// Elements are what the marks belong to, in reading order: the structure
	// that a screen reader follows. The first is the document itself.
	Elements []Element
	// Missing are the characters that no face has, in reading order; 〓 stands
	// in their place.
	Missing []Missing
}

// Page is everything drawn on one sheet, in drawing order.
type Page struct {
	Number int    // from 1
	Under  []Text // watermark
	Fills  []Fill
	Lines  []Line
	Texts  []Text
	// Pictures are no part of a report; export/raster draws none.
	Pictures []Picture
}

// Picture is an image in a rectangle.
type Picture struct {
	X, Y          float64 // upper left corner
	Width, Height float64
	Image         image.Image
}

// Text is a run of characters in one face and size on one baseline.
type Text struct {
	Face    *fonts.Face
	Size    float64 // pt
	X, Y    float64 // where the baseline begins
	Space   float64 // added after every character, pt; may be negative
	String  string
	Turn    float64 // degrees, anticlockwise around X, Y
	Gray    float64 // 0 black … 1 white
	Element int     // index in Document.Elements; 0 is no part of the text: page number, watermark, repeated table head
}

// Width is how far the text reaches along its baseline, in points.
func (t Text) Width() float64 {
	w := -t.Space
	for _, r := range t.String {
		id, _ := t.Face.Glyph(r)
		w += float64(t.Face.Advance(id))/1000*t.Size + t.Space
	}
	return w
}

// UsedFace is a face with the characters that a document shows in it, sorted.
type UsedFace struct {
	Face  *fonts.Face
	Runes []rune
}

// Faces lists the faces that the document uses, in the order of their first use.
func (d *Document) Faces() []UsedFace {
	var all []UsedFace
	var shown []runeSet // in each of them
	index := map[*fonts.Face]int{}
	for _, page := range d.Pages {
		for _, texts := range [][]Text{page.Under, page.Texts} {
			for i := range texts {
				t := &texts[i]
				at, known := index[t.Face]
				if !known {
					at = len(all)
					index[t.Face] = at
					all, shown = append(all, UsedFace{Face: t.Face}), append(shown, nil)
				}
				for _, r := range t.String {
					if shown[at].add(r) {
						all[at].Runes = append(all[at].Runes, r)
					}
				}
			}
		}
	}
	for i := range all {
		slices.Sort(all[i].Runes)
	}
	return all
}

// runeSet is a set of characters, a bit each: every character of a document is looked
// up in one.
type runeSet []uint64

// add adds a character, and reports whether it was not there.
func (s *runeSet) add(r rune) bool {
	if missing := int(r>>6) + 1 - len(*s); missing > 0 {
		*s = append(*s, make(runeSet, missing)...)
	}
	word, bit := &(*s)[r>>6], uint64(1)<<(r&63)
	fresh := *word&bit == 0
	*word |= bit
	return fresh
}

// Line is a straight rule of a table.
type Line struct {
	X1, Y1, X2, Y2 float64
	Width          float64
}

// Fill is a rectangle filled with one grey, without an outline.
type Fill struct {
	X, Y          float64 // upper left corner
	Width, Height float64
	Gray          float64 // 0 black … 1 white
	Element       int     // index in Document.Elements; 0 is no part of the text
}

// AreaLength is how many fills, from the first on, are one area: of the same grey
// and element. They are to be drawn in one go, so that no light shows where one
// of them meets another.
func AreaLength(fills []Fill) int {
	n := min(1, len(fills)) // a grey that is no number equals none
	for n < len(fills) && fills[n].Gray == fills[0].Gray && fills[n].Element == fills[0].Element {
		n++
	}
	return n
}

// Heading is a place that the reader may want to jump to.
type Heading struct {
	Level int // 1 for 一、, 2 for （一）
	Text  string
	Page  int     // from 1
	Y     float64 // upper edge of its line
}

// ElementKind is what an element of the text is to its reader.
type ElementKind int

// The kinds of elements.
const (
	ElementDocument   ElementKind = iota
	ElementTitle                  // 标题
	ElementSection                // 一、
	ElementSubheading             // （一）
	ElementParagraph              // a paragraph, a line of the signature
	ElementTable
	ElementRow      // of a table
	ElementHead     // a cell that heads columns
	ElementRowLabel // a cell that heads rows
	ElementFigure   // a cell with a number
	ElementPicture  // what is drawn with fills; Element.Alt says what it shows
)

// Element is one node of the document's structure. Elements come in reading
// order, parents before their children.
type Element struct {
	Kind             ElementKind
	Parent           int // index in Document.Elements
	RowSpan, ColSpan int // of table cells, at least 1
	Alt              string
}

// Missing is a character that no face has.
type Missing struct {
	Char  rune
	Where string // in words: “一、总体情况”第2段
}
