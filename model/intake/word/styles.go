package word

import (
	"encoding/xml"
	"strings"
)

// style is what a style says of headings, of numbers, and of how text looks.
type style struct {
	heading int
	list    string
	level   int
	face    face
	said    [3]bool // of the face
	base    string  // the style that it says more than
}

// readStyles reads styles.xml. A style named "heading 1" is a heading in every
// language of Word; WPS does the same.
func readStyles(part []byte) (map[string]style, error) {
	all := map[string]style{}
	if part == nil {
		return all, nil
	}
	w := newWalker(part)
	err := w.children(func(e xml.StartElement) (bool, error) {
		if e.Name.Local != "styles" {
			return false, nil
		}
		return true, w.children(func(e xml.StartElement) (bool, error) {
			if e.Name.Local != "style" {
				return false, nil
			}
			s, err := w.style()
			all[attr(e, "styleId")] = s
			return true, err
		}, nil)
	}, nil)
	if err != nil {
		return nil, refuse(err)
	}
	return inherit(all), nil
}

// maxBases is how many styles may be based on each other.
const maxBases = 16

// inherit gives each style what those say that it is based on.
func inherit(all map[string]style) map[string]style {
	whole := make(map[string]style, len(all))
	for id, s := range all {
		for base, n := s.base, 0; base != "" && n < maxBases; n++ {
			b, ok := all[base]
			if !ok {
				break
			}
			if s.heading == 0 {
				s.heading = b.heading
			}
			if s.list == "" {
				s.list, s.level = b.list, max(s.level, b.level)
			}
			own, said := s.face, s.said
			s.face = b.face
			s.face.over(own, said)
			for i := range said {
				s.said[i] = said[i] || b.said[i]
			}
			base = b.base
		}
		whole[id] = s
	}
	return whole
}

func (w *walker) style() (style, error) {
	var s style
	err := w.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "name":
			name := strings.ToLower(attr(e, "val"))
			if rest, ok := strings.CutPrefix(name, "heading "); ok {
				s.heading = whole(rest, maxLevels)
			}
		case "basedOn":
			s.base = attr(e, "val")
		case "pPr":
			return true, w.children(func(e xml.StartElement) (bool, error) {
				switch e.Name.Local {
				case "outlineLvl":
					s.heading = outlineLevel(e)
				case "numPr":
					return true, w.numPr(&s.list, &s.level)
				}
				return false, nil
			}, nil)
		case "rPr":
			return true, w.children(func(e xml.StartElement) (bool, error) {
				s.face.read(e, &s.said)
				return false, nil
			}, nil)
		}
		return false, nil
	}, nil)
	return s, err
}
