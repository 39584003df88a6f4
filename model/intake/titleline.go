package intake

import (
	"slices"
	"strings"
	"unicode"

	"nianbao/model/han"
	"nianbao/model/internal/pattern"
)

// partWord is how some number the parts: 第一部分 总体情况.
var partWord = pattern.Lazy(`^第\s*([` + han.Numerals + `])\s*(?:部分|章|节|项)\s*[、:：.．]?\s*`)

// partNumber splits the number off the title of a part.
func partNumber(text string) (s style, number, rest string) {
	if m := partWord().FindStringSubmatch(text); m != nil {
		return stylePart, m[1], text[len(m[0]):]
	}
	return enumerator(text)
}

// titleLine is a line looked at as the title of a part.
type titleLine struct {
	text   string
	style  style
	number int
	stem   []rune // letters of what follows the number, of its beginning if it is long
	whole  bool   // stem is all of it
	marks  []titleMark
}

// titleMark is a mark behind which something else than the title may begin.
type titleMark struct{ at, letters int }

func readTitleLine(text string) titleLine {
	if inner, ok := strings.CutPrefix(text, "【"); ok && strings.HasSuffix(inner, "】") {
		text = strings.TrimSuffix(inner, "】")
	}
	s, number, body := partNumber(text)
	l := titleLine{text: text, style: s, number: ordinal(number), whole: true}
	at := len(text) - len(body)
	count := 0
	for i, r := range body {
		if count++; count > maxHead {
			l.whole = false
			break
		}
		r = narrow(r)
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '〇':
			l.stem = append(l.stem, r)
		case i > 0 && strings.ContainsRune(":。 \t(", r):
			l.marks = append(l.marks, titleMark{at + i, len(l.stem)})
		}
	}
	return l
}

// likeness is how much a line is like a title, 0 when it is not.
func (l *titleLine) likeness(want *wording) float64 {
	if !l.whole {
		return 0
	}
	return headLikeness(l.stem, want)
}

func headLikeness(stem []rune, want *wording) float64 {
	if len(stem) > len(want.stem)+headExtra {
		return 0
	}
	if sim := alike(stem, want.stem); sim >= headAlike {
		return sim
	}
	return 0
}

// begins reports whether a line can be the first piece of a title torn in two, or its
// number.
func (l *titleLine) begins(want *wording) bool {
	if len(l.stem) == 0 {
		return l.style != styleNone
	}
	return len(l.stem) < len(want.stem) && shared(l.stem, want.stem)*4 >= len(l.stem)*3
}

// titleIn finds the title of a section at the beginning of a line. Where text
// runs on from it, the line is parted.
func (l *titleLine) titleIn(want *wording) (title, rest string, sim float64) {
	title, sim = l.text, l.likeness(want)
	at, likeness := l.titleEnd(want)
	if at == 0 || likeness < sim {
		return title, "", sim
	}
	rest = strings.TrimLeft(l.text[at:], "：:。.，,;；—–- \t　")
	if s, _, _ := enumerator(rest); rest == "" || s == styleComma { // or a list of contents
		return title, "", sim
	}
	return l.text[:at], rest, likeness
}

// titleEnd is where a title that begins a line ends: at a mark behind it, or,
// where there is none, behind its last letter if a sentence follows. It is 0
// when the line does not begin with the title.
func (l *titleLine) titleEnd(want *wording) (at int, sim float64) {
	for _, m := range l.marks {
		if m.letters > len(want.stem)+headExtra {
			break
		}
		if sim := alike(l.stem[:m.letters], want.stem); sim >= sureAlike {
			return m.at, sim
		}
	}
	if n := len(want.stem); len(l.stem) <= n || !slices.Equal(l.stem[:n], want.stem) {
		return 0, 0
	}
	_, _, body := partNumber(l.text)
	rest := cutLetters(body, string(want.stem))
	if strings.HasSuffix(rest, "。") || rest == "无" || rest == "略" {
		return len(l.text) - len(rest), 1
	}
	return 0, 0
}
