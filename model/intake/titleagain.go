package intake

import (
	"slices"
	"strings"

	"nianbao/model/intake/source"
)

// takeEarlier lets a part begin where its title stands first, with a table or text of its
// own below it: of several tables the report's own is to be found, not the last, and
// text belongs to the part that it stands in.
func (a *headAlignment) takeEarlier(o outline) outline {
	from := a.behindTitle(o)
	for k := range o.heads {
		h := &o.heads[k]
		all := append(a.earlier(from, *h), *h)
		from = h.line + h.lines
		if all[0].line == h.line {
			continue
		}
		all[0].moved = h.moved
		*h = all[0]
		for _, t := range all[1:] {
			if t.rest == "" { // else it stays what it is, with the text behind it
				o.again = append(o.again, t)
			}
		}
	}
	return o
}

// behindTitle is the line behind the report's title, or behind the last of several, before
// the first part: what stands above is the site's.
func (a *headAlignment) behindTitle(o outline) int {
	if len(o.heads) == 0 {
		return 0
	}
	for i := o.heads[0].line; i > 0; i-- {
		if a.isTitle(i - 1) {
			return i
		}
	}
	return 0
}

// earlier are the titles of a part that stand before the one that was found, behind
// those of other parts.
func (a *headAlignment) earlier(from int, h sectionHead) []sectionHead {
	j := a.number(&h) - 1
	if j < 0 {
		return nil
	}
	var all []sectionHead
	for i := from; i < h.line; i++ {
		if a.found[i] == nil || i+a.found[i][j].lines > h.line {
			continue
		}
		t := a.found[i][j]
		numbered := t.style == h.style && t.number == h.number || t.style == styleNone || h.style == styleNone
		if t.sim < 1 || !numbered {
			continue
		}
		table := h.section.Table != nil && (t.rest == "" || isCaption(t.rest)) && a.tableFollows(i)
		text := h.section.Table == nil && (t.rest != "" || i+t.lines == h.line || a.hasSentence(i+t.lines, h.line))
		if table || text {
			all = append(all, t)
		}
	}
	return all
}

// hasSentence reports whether one ends in the lines.
func (a *headAlignment) hasSentence(from, to int) bool {
	return slices.ContainsFunc(a.doc.Lines[from:to], func(l source.Line) bool { return strings.HasSuffix(l.Text, "。") })
}
