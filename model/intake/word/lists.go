package word

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model/han"
	"nianbao/model/intake/source"
)

// maxLevels is how many levels a list of Word has.
const maxLevels = 9

// level is how one level of a list writes its numbers.
type level struct {
	format string // decimal, chineseCounting …
	text   string // "（%1）"
	start  int
	style  string // of the paragraphs that are numbered so
}

// list is one list of an abstract list's kind.
type list struct {
	abstract string
	starts   map[int]int   // levels that begin anew in it, and with what
	levels   map[int]level // that it writes in its own way
	begun    bool
}

// lists numbers paragraphs the way Word does.
type lists struct {
	definitions map[string]map[int]level // by abstract list
	links       map[string]string        // abstract list → the style that defines it
	styled      map[string]style
	lists       map[string]*list
	counters    map[string]*[maxLevels]int
}

// readNumbering reads numbering.xml.
func readNumbering(part []byte, styles map[string]style) (*lists, error) {
	l := &lists{
		definitions: map[string]map[int]level{}, links: map[string]string{}, styled: styles,
		lists: map[string]*list{}, counters: map[string]*[maxLevels]int{},
	}
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
				id := attr(e, "abstractNumId")
				levels, link, err := w.levels()
				l.definitions[id], l.links[id] = levels, link
				return true, err
			case "num":
				one, err := w.list()
				l.lists[attr(e, "numId")] = one
				return true, err
			}
			return false, nil
		}, nil)
	}, nil)
	if err != nil {
		return nil, refuse(err)
	}
	return l, nil
}

func (w *walker) levels() (all map[int]level, link string, err error) {
	all = map[int]level{}
	err = w.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "numStyleLink":
			link = attr(e, "val")
		case "lvl":
			lvl, err := w.level()
			all[whole(attr(e, "ilvl"), maxLevels-1)] = lvl
			return true, err
		}
		return false, nil
	}, nil)
	return all, link, err
}

func (w *walker) level() (level, error) {
	lvl := level{start: 1}
	err := w.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "numFmt":
			lvl.format = attr(e, "val")
		case "lvlText":
			lvl.text = attr(e, "val")
		case "start":
			lvl.start = whole(attr(e, "val"), 99)
		case "pStyle":
			lvl.style = attr(e, "val")
		}
		return false, nil
	}, nil)
	return lvl, err
}

// list reads one list and where it differs from its kind.
func (w *walker) list() (*list, error) {
	one := &list{starts: map[int]int{}, levels: map[int]level{}}
	err := w.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "abstractNumId":
			one.abstract = attr(e, "val")
		case "lvlOverride":
			at := whole(attr(e, "ilvl"), maxLevels-1)
			return true, w.children(func(e xml.StartElement) (bool, error) {
				switch e.Name.Local {
				case "startOverride":
					one.starts[at] = whole(attr(e, "val"), 99)
				case "lvl":
					lvl, err := w.level()
					one.levels[at] = lvl
					return true, err
				}
				return false, nil
			}, nil)
		}
		return false, nil
	}, nil)
	return one, err
}

// find is a list, with the abstract one that defines it: another may stand in
// for it by way of a style.
func (l *lists) find(id string) (one *list, abstract string) {
	if one = l.lists[id]; one == nil {
		return nil, ""
	}
	abstract = one.abstract
	if link := l.links[abstract]; len(l.definitions[abstract]) == 0 && link != "" {
		if defining := l.lists[l.styled[link].list]; defining != nil {
			abstract = defining.abstract
		}
	}
	return one, abstract
}

// level is one of a list: its own way, or that of its kind.
func (l *lists) level(one *list, abstract string, at int) (level, bool) {
	if lvl, ok := one.levels[at]; ok {
		return lvl, true
	}
	lvl, ok := l.definitions[abstract][at]
	return lvl, ok
}

// levelOf is the level of a list that is for paragraphs of a style.
func (l *lists) levelOf(id, style string) (at int, ok bool) {
	_, abstract := l.find(id)
	if style == "" {
		return 0, false
	}
	for at, lvl := range l.definitions[abstract] {
		if lvl.style == style {
			return at, true
		}
	}
	return 0, false
}

// next is what Word prints before the next paragraph of a list: empty for a
// paragraph of none.
func (l *lists) next(id string, at int) string {
	one, abstract := l.find(id)
	if one == nil {
		return ""
	}
	lvl, ok := l.level(one, abstract, at)
	if !ok || lvl.format == "bullet" || lvl.format == "none" {
		return ""
	}
	count := l.counters[abstract]
	if count == nil {
		count = &[maxLevels]int{}
		l.counters[abstract] = count
	}
	if !one.begun { // a list of the same kind goes on, unless it says otherwise
		one.begun = true
		for i, start := range one.starts {
			count[i] = start - 1
		}
	}
	start := lvl.start
	if own, ok := one.starts[at]; ok {
		start = own
	}
	count[at] = max(count[at]+1, start)
	for i := at + 1; i < maxLevels; i++ {
		count[i] = 0
	}
	text := lvl.text
	for i := range maxLevels {
		place := "%" + strconv.Itoa(i+1)
		if strings.Contains(text, place) {
			of, _ := l.level(one, abstract, i)
			text = strings.ReplaceAll(text, place, numeral(of.format, max(count[i], 1)))
		}
	}
	return text
}

// signs are the formats of Word that have a sign of their own for each number.
var signs = map[string]struct {
	first rune
	count int
}{
	"decimalEnclosedCircle":        {'①', 20},
	"decimalEnclosedCircleChinese": {'①', 20},
	"decimalEnclosedParen":         {'⑴', 20},
	"decimalEnclosedFullstop":      {'⒈', 20},
	"upperLetter":                  {'A', 26},
	"lowerLetter":                  {'a', 26},
	"upperRoman":                   {'Ⅰ', 12},
	"lowerRoman":                   {'ⅰ', 12},
}

// numeral writes a number in a format of Word.
func numeral(format string, n int) string {
	switch sign, ok := signs[format]; {
	case ok && n <= sign.count:
		return string(sign.first + rune(n) - 1)
	case strings.HasPrefix(format, "chinese"), strings.HasPrefix(format, "japanese"),
		strings.HasPrefix(format, "taiwanese"), strings.HasPrefix(format, "ideograph"):
		return han.Numeral(n)
	}
	return strconv.Itoa(n)
}

// apart is a number with a blank behind it where the text would go on with its figures:
// Word has a tab there.
func apart(number string, text source.Text) string {
	said, _ := text.InProse()
	next, _ := utf8.DecodeRuneInString(said)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(number, ".．"))
	if unicode.IsDigit(next) && unicode.IsDigit(last) {
		return number + " "
	}
	return number
}
