package check

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// What a stretch of words says: its words one after another, by their senses.

// word is an entry of the lexicon.
type word struct {
	runes   []rune
	meaning sense
}

func longestFirst(words []word) {
	slices.SortFunc(words, func(a, b word) int { return len(b.runes) - len(a.runes) })
}

// saying is what a stretch of words says.
type saying struct {
	senses  string // in order, each once, fillers left out
	years   []int
	strange bool // it has a word that is not known
	// own: 申请 is a request for information; foreign: it is one for anything else
	// (建房申请).
	own, foreign bool
	noun         bool // it names 申请 itself, and not only 依申请公开
	some         bool // it names what they are about: there may be others
	elsewhere    bool // another body received them: 县政府收到
	sure         bool // it names 依申请公开 or the like, which says what is asked for
	ways         int  // how many ways to ask it names: 传真和当面
	anyWay       bool // and that there are more: 传真、当面等方式
}

// readWords reads a stretch of words. names are the agency's own, said as 我镇 is.
func readWords(text string, names []string) saying { return readUntil(text, names, false) }

// readUntil is readWords, and stops at the first word that is not known where
// nothing more matters.
func readUntil(text string, names []string, stop bool) saying {
	var s saying
	rest := []rune(text)
	channels := 0
	last := filler // of the word before that is no filler
	stranger := false
	behind, others := rest[:0], false // the word before; whether another body acts
	for len(rest) > 0 {
		if year, n := yearWord(rest); n > 0 {
			s.years = append(s.years, year)
			rest, stranger = rest[n:], false
			continue
		}
		if n := dayWords(rest); n > 0 {
			rest, stranger = rest[n:], false
			continue
		}
		n, meaning := nextWord(rest, names)
		if about := aboutWords(rest); about > n && tellsMatter(string(rest[:about]), names) {
			// 关于征地补偿的申请: some of them; for information, or for something else.
			words := string(rest[:about])
			s.some = s.some || !strings.Contains(words, "等")
			rest, stranger = rest[about:], !strings.Contains(words, "信息")
			if !stranger && !s.has(information) {
				s.senses += string(information)
			}
			continue
		}
		if n == 0 {
			s.strange, stranger = true, true
			if stop {
				break
			}
			rest = rest[1:]
			continue
		}
		if meaning == request {
			s.asks(last, n > len([]rune("申请")), stranger)
			s.noun = s.noun || !strings.Contains(string(rest[:n]), "依申请")
		}
		switch {
		case meaning == above:
			others = others || !s.deeds() && !slices.Contains(giver, string(behind))
			meaning = filler
		case rest[0] == '我':
			others = others && s.deeds()
		case meaning == receive, meaning == attend, meaning == finish:
			s.elsewhere = s.elsewhere || others
		case meaning == channel: // 县政府网站
			channels++
			others = others && s.deeds()
		}
		behind, rest = rest[:n], rest[n:]
		if stranger && (meaning == grant || meaning == partly) {
			meaning = filler // X予以公开: nobody knows what X makes of it
		}
		stranger = false
		if meaning == filler {
			continue
		}
		last = meaning
		if !strings.ContainsRune(s.senses, rune(meaning)) {
			s.senses += string(meaning)
		}
	}
	s.settle(channels)
	return s
}

// giver are the words before a body that make it not the one that acts.
var giver = strings.Fields("向 从 经 对 被 按 按照 依照 依据 与 和 在 于 到 以 通过")

// asks tells what kind of request the word 申请 is, by what stands before it;
// 依申请公开 and the like say so themselves.
func (s *saying) asks(last sense, named, stranger bool) {
	s.sure = s.sure || named
	switch {
	case named, s.has(information), s.has(request):
		s.own = true
	case stranger, last == sorts, s.has(licence), s.has(penalty), s.has(document), s.has(charge), last == review, last == trouble:
		s.foreign = true
	default:
		s.own = true
	}
}

// settle takes out what does not narrow the meaning: the public at large, all
// ways to ask, and what kind of thing the named one is.
func (s *saying) settle(channels int) {
	anybody := s.has(citizens) || s.has(anyone)
	if anybody && (s.has(bodies) || s.has(companies)) {
		s.drop(citizens, bodies, companies)
	}
	if s.has(bodies) {
		s.drop(companies)
	}
	s.ways, s.anyWay = channels, s.has(every) || s.has(sorts) || s.has(other)
	if channels > 1 || channels == 1 && (s.has(every) || s.has(sorts) || s.has(other)) { // 书面或其他形式
		s.drop(channel, sorts, other)
	}
	if s.has(request) || s.has(review) || s.has(lawsuit) || s.has(licence) || s.has(penalty) || s.has(coercion) {
		s.drop(matter)
	}
	if s.has(trouble) && !s.has(review) && !s.has(lawsuit) {
		s.strange = true
	}
	if s.own {
		s.drop(sorts)
		s.strange = s.strange || s.elsewhere && !s.has(review) && !s.has(lawsuit)
	}
	s.drop(anyone, every)
}

// has reports whether the words have a sense; each is one byte.
func (s saying) has(m sense) bool { return strings.IndexByte(s.senses, byte(m)) >= 0 }

func (s *saying) drop(meanings ...sense) {
	s.senses = strings.Map(func(r rune) rune {
		if slices.Contains(meanings, sense(r)) {
			return -1
		}
		return r
	}, s.senses)
}

// is reports whether the words have the senses, in any order, and none but those
// and the ones that may come along.
func (s saying) is(wanted string, may ...sense) bool {
	for i := range len(wanted) {
		if strings.IndexByte(s.senses, wanted[i]) < 0 {
			return false
		}
	}
	for i := range len(s.senses) {
		if m := s.senses[i]; strings.IndexByte(wanted, m) < 0 && !slices.Contains(may, sense(m)) {
			return false
		}
	}
	return true
}

// deeds reports whether it says that something was received or done.
func (s saying) deeds() bool { return s.has(receive) || s.has(attend) || s.has(finish) }

// decides reports whether it is about the decisions that table two counts.
func (s saying) decides() bool { return s.has(licence) || s.has(penalty) || s.has(coercion) }

// longestAbout is how many characters the words between 关于 and 的申请 have at most.
const longestAbout = 40

// aboutWords is the length of the words that say what a request is about, 涉及征地、低保等
// 内容的 before 申请.
func aboutWords(text []rune) int {
	switch {
	case !strings.ContainsRune("关涉有反", text[0]):
		return 0
	case !beginsWith(text, []string{"关于", "涉及", "有关", "反映"}):
		return 0
	}
	for i, r := range text[:min(len(text), longestAbout)] {
		if r == '的' && beginsWith(text[i+1:], []string{"申请", "政府信息公开申请", "信息公开申请", "依申请公开"}) {
			return i + 1
		}
	}
	return 0
}

// tellsMatter reports whether such words name something that a request can be about.
func tellsMatter(words string, names []string) bool {
	s := readWords(words, names)
	return s.strange || s.decides()
}

// dayWords is the length of a stretch of days that a text begins with: 15日,
// 20个工作日, 12月31日.
func dayWords(text []rune) int {
	const figures = 6 // at most: a run of more is not gone through from each of them
	n := 0
	for n < min(len(text), figures) && isDigit(text[n]) {
		n++
	}
	if n == 0 {
		return 0
	}
	if text[0] == '1' && starts(text, "12月31日") {
		return utf8.RuneCountInString("12月31日")
	}
	for _, unit := range []string{"日", "天", "个工作日"} {
		if starts(text[n:], unit) {
			return n + utf8.RuneCountInString(unit)
		}
	}
	return 0
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// nextWord is the longest word at the beginning.
func nextWord(text []rune, names []string) (length int, meaning sense) {
	for _, w := range lexicon[text[0]] {
		if len(w.runes) <= len(text) && slices.Equal(w.runes, text[:len(w.runes)]) {
			length, meaning = len(w.runes), w.meaning
			break
		}
	}
	if text[0] == '未' || text[0] == '尚' {
		for _, u := range unfinishedWords {
			if n := utf8.RuneCountInString(u); n < len(text) && starts(text, u) {
				if more, next := nextWord(text[n:], nil); next == carry && more > 0 {
					return n + more, carry
				}
			}
		}
	}
	for _, name := range names {
		if n := utf8.RuneCountInString(name); n >= length && starts(text, name) {
			return n, filler
		}
	}
	return length, meaning
}

// yearWord reads 2020年, 2020年度, 2020年底, 2020年3月 and 截至2020年12月31日.
func yearWord(text []rune) (year, length int) {
	i := 0
	if len(text) > 1 && text[0] == '截' && (text[1] == '至' || text[1] == '止') {
		i = 2
	}
	if len(text) < i+5 || text[i+4] != '年' {
		return 0, 0
	}
	for _, r := range text[i : i+4] {
		if !isDigit(r) {
			return 0, 0
		}
		year = year*10 + int(r-'0')
	}
	i += 5
	for _, end := range []string{"度", "底", "末", "12月底", "12月31日"} {
		if starts(text[i:], end) {
			return year, i + utf8.RuneCountInString(end)
		}
	}
	for n := 1; n <= 2 && i+n < len(text) && isDigit(text[i+n-1]); n++ {
		if text[i+n] == '月' {
			return year, i + n + 1
		}
	}
	return year, i
}
