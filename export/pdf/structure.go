package pdf

import (
	"fmt"
	"math"

	"nianbao/export/typeset"
)

// marked is a marked-content sequence (14.6): on which page it stands and what it
// belongs to. Its number on the page is its place among the page's.
type marked struct{ page, element int }

// elementTypes are the standard structure types of PDF 1.7, 14.8.4.
var elementTypes = map[typeset.ElementKind]string{
	typeset.ElementDocument:   "Document",
	typeset.ElementTitle:      "H1",
	typeset.ElementSection:    "H2",
	typeset.ElementSubheading: "H3",
	typeset.ElementParagraph:  "P",
	typeset.ElementTable:      "Table",
	typeset.ElementRow:        "TR",
	typeset.ElementHead:       "TH",
	typeset.ElementRowLabel:   "TH",
	typeset.ElementFigure:     "TD",
	typeset.ElementPicture:    "Figure",
}

// writeStructure writes the structure tree (14.7), which a screen reader follows, and
// the way back from marked content to it. It returns the catalog's entries.
func (w *writer) writeStructure() []byte {
	root, parents := w.reserve(), w.reserve()
	elements := w.document.Elements
	children := make([][]int, len(elements))
	contents := make([][]int, len(elements)) // indices in w.marked
	for i, e := range elements {
		w.element = append(w.element, w.reserve())
		if i > 0 {
			children[e.Parent] = append(children[e.Parent], i)
		}
	}
	numbers := make([]int, len(w.marked)) // MCIDs
	for i, m := range w.marked {
		contents[m.element] = append(contents[m.element], i)
		if i > 0 && w.marked[i-1].page == m.page {
			numbers[i] = numbers[i-1] + 1
		}
	}
	w.put(root, "<</Type/StructTreeRoot/K %v/ParentTree %v>>", w.element[0], parents)
	for i, e := range elements {
		parent := root
		if i > 0 {
			parent = w.element[e.Parent]
		}
		w.put(w.element[i], "<</S/%s/P %v%s", elementTypes[e.Kind], parent, w.attributes(i))
		w.kids(children[i], contents[i], numbers)
	}
	w.put(parents, "<</Nums[")
	for i, m := range w.marked {
		if numbers[i] == 0 {
			if i > 0 {
				w.more("]")
			}
			w.more("%d[", m.page)
		}
		w.refer(w.element[m.element])
	}
	if len(w.marked) > 0 {
		w.more("]")
	}
	w.more("]>>")
	return fmt.Appendf(nil, "/StructTreeRoot %v/MarkInfo<</Marked true>>", root)
}

// kids ends an element with what belongs to it: elements, or marked content.
func (w *writer) kids(children, contents, numbers []int) {
	if len(contents) > 0 {
		w.more("/Pg %v", w.page[w.marked[contents[0]].page])
	}
	w.more("/K[")
	for _, c := range children {
		w.refer(w.element[c])
	}
	for _, c := range contents {
		if page := w.marked[c].page; page != w.marked[contents[0]].page {
			w.more("<</Type/MCR/Pg %v/MCID %d>>", w.page[page], numbers[c])
			continue
		}
		w.number(numbers[c])
	}
	w.more("]>>")
}

// attributes are the spans of a table's cell and what a head is the head of; of a
// picture, what it shows (14.9.3) and where it is (14.8.5.4.3).
func (w *writer) attributes(element int) string {
	e := w.document.Elements[element]
	scope := ""
	switch e.Kind {
	case typeset.ElementPicture:
		return fmt.Sprintf("/Alt%v/A<</O/Layout/BBox[%s]>>", textString(e.Alt), w.box(element))
	case typeset.ElementHead:
		scope = "/Scope/Column"
	case typeset.ElementRowLabel:
		scope = "/Scope/Row"
	case typeset.ElementFigure:
	default:
		return ""
	}
	if e.RowSpan > 1 {
		scope += fmt.Sprintf("/RowSpan %d", e.RowSpan)
	}
	if e.ColSpan > 1 {
		scope += fmt.Sprintf("/ColSpan %d", e.ColSpan)
	}
	if scope == "" {
		return ""
	}
	return "/A<</O/Table" + scope + ">>"
}

// box is the smallest that holds the fills and texts of a picture, which stand on one
// page.
func (w *writer) box(picture int) []byte {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, page := range w.document.Pages {
		for _, f := range page.Fills {
			if f.Element == picture {
				left, top = min(left, f.X), min(top, f.Y)
				right, bottom = max(right, f.X+f.Width), max(bottom, f.Y+f.Height)
			}
		}
		for _, t := range page.Texts {
			if t.Element == picture {
				const ascent, descent = 0.88, 0.12 // of the em box
				left, top = min(left, t.X), min(top, t.Y-ascent*t.Size)
				right, bottom = max(right, t.X+t.Width()), max(bottom, t.Y+descent*t.Size)
			}
		}
	}
	var b []byte
	height := w.document.Paper.Height
	for _, v := range []float64{left, height - bottom, right, height - top} {
		b = append(appendNumber(b, hundredths(v), 2), ' ')
	}
	return b
}

// writeOutlines writes the document outline (12.3.3), the bookmarks, and returns the
// catalog's entry for them. The second level hangs below the first; both are shown open.
func (w *writer) writeOutlines() []byte {
	headings := w.document.Headings
	if len(headings) == 0 {
		return nil
	}
	root := w.reserve()
	items := make([]outlineItem, len(headings))
	top := outlineItem{ref: root, first: -1, last: -1}
	level1 := &top
	for i, h := range headings {
		items[i] = outlineItem{ref: w.reserve(), heading: h, parent: level1, prev: -1, next: -1, first: -1, last: -1}
		if h.Level == 1 {
			items[i].parent, level1 = &top, &items[i]
		}
		items[i].parent.add(items, i)
	}
	for _, item := range items {
		w.outlineItem(items, item)
	}
	w.put(root, "<</Type/Outlines/Count %d/First %v/Last %v>>", len(items), items[top.first].ref, items[top.last].ref)
	return fmt.Appendf(nil, "/Outlines %v", root)
}

// outlineItem is an item of the outline with the indices of those beside and below
// it; -1 for none.
type outlineItem struct {
	ref
	heading     typeset.Heading
	parent      *outlineItem
	prev, next  int
	first, last int
	count       int // of the items below
}

// add hangs an item below.
func (o *outlineItem) add(items []outlineItem, i int) {
	if o.last < 0 {
		o.first = i
	} else {
		items[i].prev, items[o.last].next = o.last, i
	}
	o.last = i
	o.count++
}

func (w *writer) outlineItem(items []outlineItem, item outlineItem) {
	w.put(item.ref, "<</Title%v/Parent %v/Dest[%v/XYZ null %.2f null]",
		textString(item.heading.Text), item.parent.ref, w.page[item.heading.Page-1], w.document.Paper.Height-item.heading.Y)
	if item.prev >= 0 {
		w.more("/Prev %v", items[item.prev].ref)
	}
	if item.next >= 0 {
		w.more("/Next %v", items[item.next].ref)
	}
	if item.count > 0 {
		w.more("/Count %d/First %v/Last %v", item.count, items[item.first].ref, items[item.last].ref)
	}
	w.more(">>")
}
