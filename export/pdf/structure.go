package pdf

import (
	"fmt"

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
		w.put(w.element[i], "<</S/%s/P %v%s", elementTypes[e.Kind], parent, attributes(e))
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
		w.more("%v ", w.element[m.element])
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
		w.more("%v ", w.element[c])
	}
	for _, c := range contents {
		if page := w.marked[c].page; page != w.marked[contents[0]].page {
			w.more("<</Type/MCR/Pg %v/MCID %d>>", w.page[page], numbers[c])
			continue
		}
		w.more("%d ", numbers[c])
	}
	w.more("]>>")
}

// attributes are the spans of a table's cell and what a head is the head of.
func attributes(e typeset.Element) string {
	scope := ""
	switch e.Kind {
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

// writeOutlines writes the document outline (12.3.3), the bookmarks, and returns the
// catalog's entry for them. The second level hangs below the first; both are shown open.
func (w *writer) writeOutlines() []byte {
	headings := w.document.Headings
	if len(headings) == 0 {
		return nil
	}
	root := w.reserve()
	items := make([]outlineItem, len(headings))
	parent := -1
	for i, h := range headings {
		items[i] = outlineItem{ref: w.reserve(), heading: h, parent: -1}
		if h.Level == 1 {
			parent = i
		} else {
			items[i].parent = parent
		}
	}
	for i, item := range items {
		w.outlineItem(items, i, root, item)
	}
	first, last, _ := siblings(items, -1)
	w.put(root, "<</Type/Outlines/Count %d/First %v/Last %v>>", len(items), items[first].ref, items[last].ref)
	return fmt.Appendf(nil, "/Outlines %v", root)
}

type outlineItem struct {
	ref
	heading typeset.Heading
	parent  int // index of the item above; -1 for none
}

func (w *writer) outlineItem(items []outlineItem, i int, root ref, item outlineItem) {
	parent := root
	if item.parent >= 0 {
		parent = items[item.parent].ref
	}
	w.put(item.ref, "<</Title%v/Parent %v/Dest[%v/XYZ null %.2f null]",
		textString(item.heading.Text), parent, w.page[item.heading.Page-1], w.document.Paper.Height-item.heading.Y)
	for j := i - 1; j >= 0; j-- {
		if items[j].parent == item.parent {
			w.more("/Prev %v", items[j].ref)
			break
		}
	}
	for j := i + 1; j < len(items); j++ {
		if items[j].parent == item.parent {
			w.more("/Next %v", items[j].ref)
			break
		}
	}
	if first, last, n := siblings(items, i); n > 0 {
		w.more("/Count %d/First %v/Last %v", n, items[first].ref, items[last].ref)
	}
	w.more(">>")
}

// siblings finds the first and the last item below a parent and counts them.
func siblings(items []outlineItem, parent int) (first, last, n int) {
	for i, item := range items {
		if item.parent != parent {
			continue
		}
		if n == 0 {
			first = i
		}
		last = i
		n++
	}
	return first, last, n
}
