package typeset

import "nianbao/fonts"

// Code is a code for machines (QR) with a line of words beside it. It stands once, on
// the last page, and moves nothing else.
type Code struct {
	Words   string
	Alt     string   // what the code holds, for whoever does not see it
	Modules [][]bool // its rows; true is dark. None prints the words alone
}

// How a code stands on paper.
const (
	quietModules = 4 // left white around it (ISO/IEC 18004, 6.3.8)
	// unprintable is the edge of a sheet that office printers leave white.
	unprintable = 5 * mm
	// leastModule is the smallest module for which a printer has dots enough.
	leastModule = 0.45 * mm
)

// placeCode sets a code at the foot of the last page, on lines that nothing stands
// on, where GB/T 9704—2012 (7.4) has the lines on who printed and sent a paper
// (版记); where there is no room, below the text area across from the page number.
func (f *flow) placeCode(code Code) {
	n := float64(len(code.Modules))
	module := f.paper.Module
	height := max(module*(n+quietModules), f.paper.CodeSize)
	lines := f.paper.linesFor(height)
	box := codeBox{module: module, x: f.paper.Left}
	if lines <= f.left() {
		box.y = f.paper.Bottom() - module*n
		if n == 0 {
			box.y = f.paper.Bottom() - f.paper.Line/2
		}
		box.words = module * n / 2
		f.drawCode(code, box)
		return
	}
	room := f.paper.Height - unprintable - f.paper.Bottom()
	if n > 0 {
		box.module = min(module, room/(n+quietModules))
	}
	box.y = f.paper.Bottom() + quietModules*box.module
	if box.module < leastModule {
		code.Modules, n = nil, 0
	}
	side := box.module * n
	if n == 0 {
		box.y = f.paper.Bottom() + 2*f.paper.FolioDrop
	}
	box.words = max(0, side-f.paper.CodeSize/2) // below the line of the page number: readers would put them together
	box.right = f.page().Number%2 == 0          // the page number is on the left
	f.drawCode(code, box)
}

// codeBox is where a code stands: its upper left corner, or its upper right one at the
// right edge of the text area, with the words to its left.
type codeBox struct {
	x, y   float64
	words  float64 // from there down to the middle of the words
	module float64
	right  bool
}

func (f *flow) drawCode(code Code, box codeBox) {
	page := f.page()
	side := box.module * float64(len(code.Modules))
	style := textStyle{fonts.Song, f.paper.CodeSize}
	atoms := f.atoms(code.Words, style.role, style.size, 0)
	gap := 0.0
	if side > 0 {
		gap = quietModules*box.module + style.size/2
	}
	words := box.x + side + gap
	if box.right {
		box.x = f.paper.Right() - side
		words = box.x - gap - freeWidth(atoms, style.size)
	}
	if side > 0 {
		page.Fills = append(page.Fills, modules(code.Modules, box, f.element(Element{Kind: ElementPicture, Alt: code.Alt}))...)
	}
	page.set(atoms, style, words, box.y+box.words+baselineDrop*style.size, f.element(Element{Kind: ElementParagraph}))
}

// modules are the dark modules of a code, those beside each other in one.
func modules(rows [][]bool, box codeBox, element int) []Fill {
	var all []Fill
	for i, row := range rows {
		for from := 0; from < len(row); from++ {
			to := from
			for to < len(row) && row[to] {
				to++
			}
			if to > from {
				all = append(all, Fill{
					X: box.x + float64(from)*box.module, Y: box.y + float64(i)*box.module,
					Width: float64(to-from) * box.module, Height: box.module, Element: element,
				})
				from = to
			}
		}
	}
	return all
}
