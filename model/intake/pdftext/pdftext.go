// Package pdftext reads a published report from a PDF that has its text as
// text: from Word, WPS, LibreOffice, a browser or this program. Cells are told
// by the lines drawn around them; where none are drawn, by the gaps.
//
// It reads the file itself. Of the libraries that could, PDFium as WebAssembly
// takes seconds and 300 MB to start; pdfcpu, which has no text by position, can
// be made to take gigabytes by a file of one megabyte, as streams may overlap
// in it; the others are not written for hostile files. Here a file costs a fixed
// budget at most, and nothing is loaded twice.
//
// Begin with [Read]. A file becomes objects (file.go, document.go, lex.go, filter.go,
// crypt.go), a page glyphs and lines with their places (contents.go, text.go, font.go,
// path.go), and the pages lines and tables (arrange.go, lines.go, merge.go, ruled.go),
// those of other formats too: [Arrange]. Names and numbers of paragraphs are those of
// ISO 32000-1 (PDF 1.7).
package pdftext

import (
	"bytes"

	"nianbao/model/intake/source"
)

// Bounds of a file, beside those of a document. A budget is for all of a file,
// however it is spent.
const (
	maxValues  = 1_000_000 // objects and their parts
	maxBytes   = 64 << 20  // read from streams and unpacked
	maxSteps   = 4_000_000 // operators and comparisons
	maxGlyphs  = 200_000
	maxRules   = 100_000
	maxPages   = 500
	maxNesting = 64 // of arrays and dictionaries, forms and page trees
)

// Read reads a PDF. The error is a *source.Refusal.
func Read(data []byte) (*source.Document, error) {
	if len(data) > source.MaxSize {
		return nil, &source.Refusal{Reason: source.TooLarge}
	}
	b := newBudget()
	doc, err := read(data, b)
	if b.refusal != nil { // what was found until then is not all
		return nil, b.refusal
	}
	return doc, err
}

func read(data []byte, b *budget) (*source.Document, error) {
	f, err := open(data, b)
	if err != nil {
		return nil, err
	}
	pages, err := f.pages()
	if err != nil {
		return nil, err
	}
	read := newReader(f)
	sheets := make([]*sheet, 0, len(pages))
	for _, p := range pages {
		s, err := read.page(p)
		if err != nil {
			return nil, err
		}
		if b.refusal != nil {
			return nil, b.refusal
		}
		sheets = append(sheets, s)
	}
	if err := judge(sheets); err != nil {
		return nil, err
	}
	doc, err := arrange(sheets, f.title(), b)
	if err == nil {
		doc.Attached = f.attached()
	}
	return doc, err
}

// judge refuses what has no text, or none that can be told from its glyphs.
func judge(sheets []*sheet) error {
	glyphs, unknown, drawn := 0, 0, 0
	for _, s := range sheets {
		glyphs += len(s.glyphs)
		unknown += s.unknown
		drawn += s.drawn
	}
	const (
		few  = 8  // a bullet or two without a name do no harm
		part = 20 // one in so many does
	)
	switch {
	case glyphs == 0 && drawn > 0:
		return &source.Refusal{Reason: source.Scanned}
	case glyphs == 0:
		return &source.Refusal{Reason: source.Empty}
	case unknown > few && unknown*part > glyphs:
		return &source.Refusal{Reason: source.Unmapped}
	}
	return nil
}

// budget is what a file may still cost. Once any of it is spent, nothing more
// is found, and the file is refused.
type budget struct {
	values, bytes, steps, glyphs, rules int
	refusal                             *source.Refusal
}

func newBudget() *budget {
	return &budget{values: maxValues, bytes: maxBytes, steps: maxSteps, glyphs: maxGlyphs, rules: maxRules}
}

func (b *budget) spend(left *int, n int, why source.Reason) bool {
	if *left -= n; *left < 0 {
		b.refuse(why)
	}
	return b.refusal == nil
}

func (b *budget) refuse(why source.Reason) {
	if b.refusal == nil {
		b.refusal = &source.Refusal{Reason: why}
	}
}

func (b *budget) value() bool     { return b.spend(&b.values, 1, source.TooLong) }
func (b *budget) step(n int) bool { return b.spend(&b.steps, n, source.Slow) }
func (b *budget) glyph() bool     { return b.spend(&b.glyphs, 1, source.TooLong) }
func (b *budget) rule() bool      { return b.spend(&b.rules, 1, source.TooLong) }

// Magic is what a PDF begins with. Programs may write something before it.
const (
	magic    = "%PDF-"
	magicLag = 1024
)

// Is tells a PDF by its first bytes.
func Is(data []byte) bool { return bytes.Contains(data[:min(len(data), magicLag)], []byte(magic)) }
