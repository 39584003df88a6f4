package carry

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model/check"
	"nianbao/model/facts"
	"nianbao/model/han"
	"nianbao/model/internal/pattern"
)

// passage is a heading or the text of a block as the new report has it. Ties are
// those of the block.
func (c *carrying) passage(text string, ties []check.Tie) (string, marks) {
	e := editor{carrying: c, runes: []rune(text)}
	e.taken = make([]bool, len(e.runes))
	e.links()
	for _, t := range ties {
		e.tie(t)
	}
	start := 0
	for line := range strings.SplitSeq(text, "\n") {
		p := passage{editor: &e, line: line, start: start, facts: facts.Read(line)}
		p.references()
		p.moments()
		p.amounts()
		p.digits()
		start += utf8.RuneCountInString(line) + 1
	}
	return e.apply()
}

// passage is one paragraph, read.
type passage struct {
	*editor
	line  string
	start int // of its first character in the text
	facts *facts.Text
}

// each calls do with the characters of the line that match.
func (p *passage) each(re *regexp.Regexp, do func(start, end int, words string)) {
	at, bytes := p.start, 0
	for _, m := range re.FindAllStringIndex(p.line, -1) {
		start := at + utf8.RuneCountInString(p.line[bytes:m[0]])
		at, bytes = start+utf8.RuneCountInString(p.line[m[0]:m[1]]), m[1]
		do(start, at, p.line[m[0]:m[1]])
	}
}

func (p *passage) keepAll(re *regexp.Regexp) {
	p.each(re, func(start, end int, words string) {
		if !strings.Contains(han.Fold(words), strconv.Itoa(p.last.Year)) { // what names the old year is not kept
			p.add(edit{start, end, keep, words})
		}
	})
}

// What is written the same every year, as patterns: marks that stand already, the
// national documents that every report rests on, the days on which laws were
// passed, ordinals, hours, the hotline, telephones with their area codes.
var (
	figure    = `[0-9０-９]`
	open      = `[〔\[［（(]\s*`
	shut      = `\s*[〕\]］）)]\s*`
	standing  = pattern.Lazy(`【待核[^】]*】`)
	lawful    = pattern.Lazy(`国令第\s*711\s*号|国务院令第\s*(?:492|711)\s*号|国办函` + open + `2020` + shut + `109\s*号`)
	lawDate   = pattern.Lazy(figure + `{4}\s*年(?:\s*` + figure + `{1,2}\s*月(?:\s*` + figure + `{1,2}\s*日)?)?(?:国务院|全国人大常委会)?(?:第.次|最?新|起|正式)*(?:修订|修正|施行|公布|颁布)`)
	ordinal   = pattern.Lazy(`第\s*` + figure + `{1,3}\s*[条款项章节]`)
	everyYear = pattern.Lazy(`12345|7\s*[×*]\s*24|24\s*小时|365\s*天|5G|` + figure + `{1,2}\s*个?工作日(?:之内|以内|内)`)
	years     = pattern.Lazy(`[12]` + figure + `{3}\s*年?\s*[-—–~～－至到]+\s*[12]` + figure + `{3}年`)
	telephone = pattern.Lazy(`[（(]?[0０]` + figure + `{2,3}[）)]?\s*[-—–－]?\s*` + figure + `{7,8}(?:\s*转\s*` + figure + `{1,6})?`)
	document  = pattern.Lazy(open + figure + `{4}` + shut + `(?:第\s*)?` + figure + `+\s*号`)
)

// references looks at the documents that are cited.
func (p *passage) references() {
	p.each(standing(), func(start, end int, words string) { p.add(edit{start, end, mark, words}) })
	was, is := p.last.Edition(), p.next.Edition()
	p.each(p.source, func(start, end int, words string) {
		if was == is {
			p.add(edit{start, end, keep, words})
			return
		}
		number := is.Source[strings.Index(is.Source, "〔"):]
		if p.add(edit{start, end, renew, number}) {
			p.titleBefore(start)
		}
	})
	p.each(telephone(), func(start, end int, words string) {
		if !strings.HasSuffix(han.Fold(words), strconv.Itoa(p.last.Year)) { // an extension, or anything
			p.add(edit{start, end, keep, words})
		}
	})
	for _, re := range []*regexp.Regexp{lawful(), lawDate(), ordinal(), everyYear()} {
		p.keepAll(re)
	}
	p.each(document(), func(start, end int, _ string) { p.mark(start, end) })
}

// How many characters before its number the title of a document ends at most, and
// how long it is at most.
const (
	farTitle  = 12
	longTitle = 120
)

// titleBefore marks the title of a document whose number begins at i: the new
// number is not that of a document of this title.
func (p *passage) titleBefore(i int) {
	end := i - 1
	for ; end >= max(p.start, i-farTitle); end-- {
		if p.runes[end] == '》' {
			break
		}
	}
	if p.rune(end) != '》' {
		return
	}
	for begin := end; begin >= max(p.start, end-longTitle); begin-- {
		if p.runes[begin] == '《' {
			p.mark(begin, end+1)
			return
		}
	}
}

// amounts marks what was counted.
func (p *passage) amounts() {
	for _, a := range p.facts.Amounts {
		start, end := p.start+a.Start, p.start+a.End
		to := numberEnd(p.runes, start, end)
		switch {
		case to <= start:
		case p.structural(a, p.runes[start:to]):
			p.add(edit{start, to, keep, string(p.runes[start:to])})
		default:
			p.mark(start, to)
		}
	}
	p.each(inWords(), func(start, end int, words string) {
		p.mark(start, start+len([]rune(strings.TrimRight(words, han.Counters))))
	})
}

// inWords are numbers in words that package facts is not certain of, and 百分之.
var inWords = pattern.Lazy(`[两几数` + han.Numerals + `]*[百千万][两百千万余多` + han.Numerals + han.Zeros + `]*[` + han.Counters + `]|百分之[百点` + han.Numerals + han.Zeros + `]+`)

// structural reports whether an amount is said of every year: 六个部分, 一次性.
func (p *passage) structural(a facts.Amount, number []rune) bool {
	after := strings.TrimSpace(a.After)
	begins := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(after, w) })
	}
	if a.Unit == "个" && begins("部分", "方面", "环节", "层面") {
		return true
	}
	if string(number) != "一" {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(a.Before)
	switch a.Unit {
	case "次", "件", "条":
		return begins("性", "办", "一") || strings.ContainsRune("每逐任同某统跑", before)
	case "个", "项", "户", "家", "人":
		return after != ""
	}
	return false
}

// What figures are whatever the year: the number of a list's item, of a house, of
// a telephone, part of an address on the net.
var (
	run      = pattern.Lazy(figure + `+(?:[.．,，:：/\-—]` + figure + `+)*`)
	alone    = pattern.Lazy(figure + `+`)
	oldStyle = pattern.Lazy(`[一二][` + han.Figures + han.Zeros + `]{3}`)
	contact  = pattern.Lazy(`电话|邮编|邮政编码|传真|地址|联系|邮箱|网址`)
)

// digits marks what figures are left.
func (p *passage) digits() {
	p.each(run(), func(start, end int, words string) {
		if p.lasting(start, end, words) {
			p.add(edit{start, end, keep, words})
		} else {
			p.mark(start, end)
		}
	})
	p.each(alone(), func(start, end int, _ string) { p.mark(start, end) }) // of a run that is known in part
	p.each(oldStyle(), func(start, end int, _ string) { p.mark(start, end) })
}

// lasting reports whether the figures from start to end are the same every year.
func (p *passage) lasting(start, end int, words string) bool {
	if strings.Contains(han.Fold(words), strconv.Itoa(p.last.Year)) {
		return false
	}
	before, after := p.rune(start-1), p.rune(end)
	switch {
	case strings.ContainsRune("、.．）)", after) && (start == p.start || strings.ContainsRune("（(；;。：:，, 　", before)):
		return utf8.RuneCountInString(words) <= 2 // an item of a list
	case after == '号' && strings.ContainsRune("路街巷道村栋", before):
		return true
	case before < unicode.MaxASCII && (unicode.IsLetter(before) || strings.ContainsRune("@/._", before)),
		after < unicode.MaxASCII && (unicode.IsLetter(after) || strings.ContainsRune("@/", after)):
		return true
	}
	return utf8.RuneCountInString(words) >= leastContact && contact().MatchString(p.sentenceAt(start))
}

// leastContact is how many figures a postcode has.
const leastContact = 6

// longSentence is how many characters of a sentence are looked at on each side.
const longSentence = 200

// sentenceAt is the sentence, to the 。 after it, that holds a character.
func (p *passage) sentenceAt(i int) string {
	from, to := i, i
	for from > max(p.start, i-longSentence) && p.runes[from-1] != '。' {
		from--
	}
	for to < min(len(p.runes), i+longSentence) && p.runes[to] != '。' && p.runes[to] != '\n' {
		to++
	}
	return string(p.runes[from:to])
}

// rune is a character of the line, 0 beyond it.
func (p *passage) rune(i int) rune {
	if i < p.start || i >= len(p.runes) {
		return 0
	}
	return p.runes[i]
}
