package typeset

import "nianbao/fonts"

// Document is a report placed on pages.
type Document struct {
	Paper    Paper
	Title    string // for the reader's window and its bookmarks
	Pages    []Page
	Headings []Heading
	Missing  []rune // characters no face has, each once; 〓 stands in their place
}

// Page is everything drawn on one sheet, in drawing order.
type Page struct {
	Number int    // from 1
	Under  []Text // watermark
	Lines  []Line
	Texts  []Text
}

// Text is a run of characters in one face and size on one baseline.
type Text struct {
	Face   *fonts.Face
	Size   float64 // pt
	X, Y   float64 // where the baseline begins
	Space  float64 // added after every character, pt; may be negative
	String string
	Turn   float64 // degrees, anticlockwise around X, Y
	Gray   float64 // 0 black … 1 white
	Aside  bool    // not part of the text: page number, watermark, repeated table head
}

// Line is a straight rule of a table.
type Line struct {
	X1, Y1, X2, Y2 float64
	Width          float64
}

// Heading is a place that the reader may want to jump to.
type Heading struct {
	Level int // 1 for 一、, 2 for （一）
	Text  string
	Page  int     // from 1
	Y     float64 // upper edge of its line
}
