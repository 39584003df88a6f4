package intake

import (
	"strings"

	"nianbao/model/intake/source"
)

// titleBeside finds the title where the text has none: over each page, in one line or in
// two, and in what the file calls itself.
func (x *recogniser) titleBeside() (named, bool) {
	for i := range x.doc.Apart {
		text := ""
		for n := i; n < min(i+2, len(x.doc.Apart)) && x.doc.Apart[n].Look == source.Edge; n++ {
			text += compact(x.doc.Apart[n].Text)
			if t, ok := readTitle(text); ok {
				for k := i; k <= n; k++ {
					x.over = append(x.over, k)
				}
				return t, true
			}
		}
	}
	for _, part := range strings.FieldsFunc(x.doc.Title, func(r rune) bool { return strings.ContainsRune("-_|—–>/", r) }) {
		if t, ok := readTitle(compact(part)); ok {
			return t, true
		}
	}
	return named{}, false
}
