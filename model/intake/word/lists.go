package word

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// maxLevels is how many levels a list of Word has.
const maxLevels = 9

// style is what a paragraph style says of headings and numbers.
type style struct {
	heading int
	list    string
	level   int
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
	return all, nil
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
		}
		return false, nil
	}, nil)
	return s, err
}

// level is how one level of a list writes its numbers.
type level struct {
	format string // decimal, chineseCounting …
	text   string // "（%1）"
	start  int
}

// lists numbers paragraphs the way Word does.
type lists struct {
	definitions map[string]map[int]level // by abstract list
	lists       map[string]string        // list → abstract list
	counters    map[string]*[maxLevels]int
}

// readNumbering reads numbering.xml.
func readNumbering(part []byte) (*lists, error) {
	l := &lists{map[string]map[int]level{}, map[string]string{}, map[string]*[maxLevels]int{}}
	if part == nil {
		return l, nil
	}
	w := newWalker(part)
	err := w.children(func(e xml.StartElement) (bool, error) {
		if e.Name.Local != "numbering" {
			return false, nil
		}
		return true, w.children(func(e xml.StartElement) (bool, error) {
			switch e.Name.Local {
			case "abstractNum":
				levels, err := w.levels()
				l.definitions[attr(e, "abstractNumId")] = levels
				return true, err
			case "num":
				id := attr(e, "numId")
				return true, w.children(func(e xml.StartElement) (bool, error) {
					if e.Name.Local == "abstractNumId" {
						l.lists[id] = attr(e, "val")
					}
					return false, nil
				}, nil)
			}
			return false, nil
		}, nil)
	}, nil)
	if err != nil {
		return nil, refuse(err)
	}
	return l, nil
}

func (w *walker) levels() (map[int]level, error) {
	all := map[int]level{}
	err := w.children(func(e xml.StartElement) (bool, error) {
		if e.Name.Local != "lvl" {
			return false, nil
		}
		at, lvl := whole(attr(e, "ilvl"), maxLevels-1), level{start: 1}
		err := w.children(func(e xml.StartElement) (bool, error) {
			switch e.Name.Local {
			case "numFmt":
				lvl.format = attr(e, "val")
			case "lvlText":
				lvl.text = attr(e, "val")
			case "start":
				lvl.start = whole(attr(e, "val"), 99)
			}
			return false, nil
		}, nil)
		all[at] = lvl
		return true, err
	}, nil)
	return all, err
}

// next is what Word prints before the next paragraph of a list: empty for a
// paragraph of none.
func (l *lists) next(list string, at int) string {
	abstract, ok := l.lists[list]
	if !ok {
		return ""
	}
	levels := l.definitions[abstract]
	lvl, ok := levels[at]
	if !ok || lvl.format == "bullet" || lvl.format == "none" {
		return ""
	}
	count := l.counters[abstract]
	if count == nil {
		count = &[maxLevels]int{}
		l.counters[abstract] = count
	}
	count[at] = max(count[at]+1, lvl.start)
	for i := at + 1; i < maxLevels; i++ {
		count[i] = 0
	}
	text := lvl.text
	for i := range maxLevels {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), numeral(levels[i].format, max(count[i], 1)))
	}
	return text
}

// numeral writes a number in a format of Word.
func numeral(format string, n int) string {
	if strings.HasPrefix(format, "chinese") || strings.HasPrefix(format, "japanese") ||
		strings.HasPrefix(format, "taiwanese") || strings.HasPrefix(format, "ideograph") {
		return chinese(n)
	}
	return strconv.Itoa(n)
}

// chinese writes 1 to 99 in Chinese numerals.
func chinese(n int) string {
	ones := []rune("〇一二三四五六七八九")
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return string(ones[n])
	}
	text := "十"
	if n >= 20 {
		text = string(ones[n/10]) + text
	}
	if n%10 > 0 {
		text += string(ones[n%10])
	}
	return text
}
