// Package typeset places a report on paper: it breaks lines and pages after
// GB/T 9704—2012 and yields pages of marks with positions in points. It knows
// no PDF; the PDF writer, the preview and the tests read the same marks.
//
// Begin with [Layout]: a report becomes items (content.go), their text atoms
// (atoms.go, script.go, run.go), the atoms lines (breaker.go), and items fill pages
// (flow.go), where lines and tables become marks (line.go, table.go, tabledraw.go).
package typeset

import "math"

// Lengths are in points (1/72 inch), measured from the upper left corner of
// the paper, y downwards.

// mm is one millimetre in points.
const mm = 72 / 25.4

// Paper is a sheet with its text area (版心) and the sizes of what stands there.
type Paper struct {
	Width, Height float64 // the sheet
	Left, Top     float64 // of the text area
	Columns       int     // cells in a line
	Lines         int     // lines on a page
	Cell          float64 // width of a cell: one character with its share of space
	Line          float64 // from line to line

	TitleSize, BodySize, FolioSize float64 // type sizes, pt
	// TableScale enlarges the measures of tables, which are made for A4.
	TableScale float64
	// FarTables are read from a metre away: as large as their page has room for.
	FarTables bool
	// FolioDrop is the distance from the text area down to the dashes beside the
	// page number.
	FolioDrop float64
	Duplex    bool // printed on both sides
	// Module is the side of a module of a [Code], CodeSize the type size of the words
	// beside it.
	Module, CodeSize float64
	// Head is the distance from the text area up to the baseline of the line
	// that names agency and report on every page (页眉); 0 for none.
	Head float64
}

// A4 is the paper of GB/T 9704—2012, 5.1 to 5.2.3: 天头 37 mm, 订口 28 mm, 版心
// 156 mm × 225 mm, 22 lines of 28 characters that fill it. The sizes are the
// traditional ones of Chinese printing (7.3): 三号 at its traditional 15.75 pt
// fits the cell of 156/28 mm, at a round 16 pt it would not.
func A4() Paper {
	const width, height = 156 * mm, 225 * mm
	return Paper{
		Width: 210 * mm, Height: 297 * mm,
		Left: 28 * mm, Top: 37 * mm,
		Columns: 28, Lines: 22,
		Cell: width / 28, Line: height / 22,
		TitleSize: 22, BodySize: 15.75, FolioSize: 14, // 二号、三号、四号
		TableScale: 1, FolioDrop: 7 * mm, Duplex: true, // 一字线上距版心下边缘 7 mm, 7.5
		Module: 0.5 * mm, CodeSize: sizeSmall,
	}
}

// A3 is the notice-board paper (张贴稿) of spec/layout.md: text of at least
// 22 pt, tables to be read from a metre away. The proportions follow A4's; the
// text area is a little taller, as there is nothing to bind.
func A3() Paper {
	const width, height = 237 * mm, 336 * mm
	return Paper{
		Width: 297 * mm, Height: 420 * mm,
		Left: 30 * mm, Top: 44 * mm,
		Columns: 30, Lines: 24,
		Cell: width / 30, Line: height / 24,
		TitleSize: 31, BodySize: 22.3, FolioSize: 20, // A4's, enlarged like the paper
		TableScale: 1.5, FarTables: true, FolioDrop: 10 * mm, Head: 10 * mm,
		Module: 1 * mm, CodeSize: 20,
	}
}

// Right is the right edge of the text area.
func (p Paper) Right() float64 { return p.Left + p.TextWidth() }

// Bottom is the lower edge of the text area.
func (p Paper) Bottom() float64 { return p.Top + p.TextHeight() }

// TextWidth is the width of the text area.
func (p Paper) TextWidth() float64 { return float64(p.Columns) * p.Cell }

// TextHeight is the height of the text area.
func (p Paper) TextHeight() float64 { return float64(p.Lines) * p.Line }

// linesFor is how many lines of the paper a height takes.
func (p Paper) linesFor(height float64) int { return int(math.Ceil(height/p.Line - tiny)) }

// Type sizes of tables on A4.
const (
	sizeTable  = 10.0 // between 五号 and 小五: the longest usual labels of 表三 fit one line
	sizeSmall  = 9.0  // 小五, the smallest size of their labels
	sizeFigure = 7.5  // 六号, the smallest size of figures
)

// baselineDrop is how far the baseline is below the middle of a line, in ems: it centres
// the ink of a Chinese character, whose em box hangs 0.12 em under the baseline.
const baselineDrop = 0.38
