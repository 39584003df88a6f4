package carry

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/facts"
)

// marks is what was done to a stretch of prose.
type marks struct {
	years   int      // moved on
	tied    int      // numbers tied to a cell
	sources int      // references to the form in force
	pending []string // words enclosed in the mark 待核
}

func (m *marks) add(other marks) {
	m.years += other.years
	m.tied += other.tied
	m.sources += other.sources
	m.pending = append(m.pending, other.pending...)
}

// action is what is done with a stretch.
type action int

const (
	keep  action = iota // it stays, for certain
	move                // a year that moves on
	tie                 // a number that is a cell's
	renew               // a reference to the form in force
	mark                // nobody knows: 待核
)

// edit is what is done with characters start to end of a text.
type edit struct {
	start, end int
	do         action
	text       string // that takes their place
}

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

// editor collects the edits of a text. Of two that overlap the first one counts:
// what is known best comes first.
type editor struct {
	*carrying
	runes []rune
	taken []bool // characters that have an edit
	edits []edit
}

// add takes an edit, unless it overlaps with one before it.
func (e *editor) add(x edit) bool {
	if x.start >= x.end || slices.Contains(e.taken[x.start:x.end], true) {
		return false
	}
	for i := range e.taken[x.start:x.end] {
		e.taken[x.start+i] = true
	}
	e.edits = append(e.edits, x)
	return true
}

func (e *editor) mark(start, end int) {
	e.add(edit{start, end, mark, model.Pending(string(e.runes[start:end]))})
}

// links keeps the linked numbers whose cells the new edition has too.
func (e *editor) links() {
	at := 0
	for _, p := range e.last.Pieces(string(e.runes)) {
		long := utf8.RuneCountInString(p.Typed)
		if p.Cell != nil {
			x := edit{at, at + long, keep, p.Typed}
			if _, has := e.next.Edition().Counterpart(*p.Cell); !has {
				x.do, x.text = mark, model.Pending(p.Text)
			}
			e.add(x)
		}
		at += long
	}
}

// tie ties a number to its cell.
func (e *editor) tie(t check.Tie) {
	cell, _ := e.last.Edition().Cell(t.Cell)
	start, end := t.Place.Start, t.Place.End
	if _, has := e.next.Edition().Counterpart(cell); !has || end > len(e.runes) {
		return
	}
	if end = numberEnd(e.runes, start, end); end > start {
		e.add(edit{start, end, tie, "{" + string(t.Cell) + "}"})
	}
}

// numberEnd is where the figures that begin at start end.
func numberEnd(text []rune, start, end int) int {
	to := start
	for i := start; i < end; i++ {
		switch {
		case isFigure(text[i]):
			to = i + 1
		case !strings.ContainsRune(",，.．", text[i]) && !unicode.IsSpace(text[i]):
			return to
		}
	}
	return to
}

func isFigure(r rune) bool {
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' || strings.ContainsRune(chineseFigures, r)
}

const (
	chineseDigits  = "〇一二三四五六七八九"
	chineseFigures = chineseDigits + "○零两十百千万"
)

// apply makes the edits.
func (e *editor) apply() (string, marks) {
	slices.SortFunc(e.edits, func(a, b edit) int { return a.start - b.start })
	var b strings.Builder
	var done marks
	at := 0
	for _, x := range e.edits {
		b.WriteString(string(e.runes[at:x.start]))
		b.WriteString(x.text)
		at = x.end
		switch x.do {
		case move:
			done.years++
		case tie:
			done.tied++
		case renew:
			done.sources++
		case mark:
			done.pending = append(done.pending, strings.TrimSuffix(strings.TrimPrefix(x.text, model.PendingOpen), model.PendingClose))
		}
	}
	b.WriteString(string(e.runes[at:]))
	return b.String(), done
}

// passage is one paragraph, read.
type passage struct {
	*editor
	line  string
	start int // of its first character in the text
	facts *facts.Text
}

// each calls do with the characters of the line that match.
func (p *passage) each(pattern *regexp.Regexp, do func(start, end int, words string)) {
	at, bytes := p.start, 0
	for _, m := range pattern.FindAllStringIndex(p.line, -1) {
		start := at + utf8.RuneCountInString(p.line[bytes:m[0]])
		at, bytes = start+utf8.RuneCountInString(p.line[m[0]:m[1]]), m[1]
		do(start, at, p.line[m[0]:m[1]])
	}
}

func (p *passage) keepAll(pattern *regexp.Regexp) {
	p.each(pattern, func(start, end int, words string) {
		if !strings.Contains(narrow(words), strconv.Itoa(p.last.Year)) { // what names the old year is not kept
			p.add(edit{start, end, keep, words})
		}
	})
}

// What is written the same every year, as patterns: marks that stand already, the
// national documents that every report rests on, the days on which laws were
// passed, ordinals, hours, the hotline.
var (
	figure    = `[0-9０-９]`
	open      = `[〔\[［（(]\s*`
	shut      = `\s*[〕\]］）)]\s*`
	standing  = regexp.MustCompile(`【待核[^】]*】`)
	lawful    = regexp.MustCompile(`国令第\s*711\s*号|国务院令第\s*(?:492|711)\s*号|国办函` + open + `2020` + shut + `109\s*号`)
	lawDate   = regexp.MustCompile(figure + `{4}\s*年(?:\s*` + figure + `{1,2}\s*月(?:\s*` + figure + `{1,2}\s*日)?)?(?:国务院|全国人大常委会)?(?:第.次|最?新|起|正式)*(?:修订|修正|施行|公布|颁布)`)
	ordinal   = regexp.MustCompile(`第\s*` + figure + `{1,3}\s*[条款项章节]`)
	everyYear = regexp.MustCompile(`12345|7\s*[×*]\s*24|24\s*小时|365\s*天|5G|` + figure + `{1,2}\s*个?工作日(?:之内|以内|内)`)
	years     = regexp.MustCompile(`[12]` + figure + `{3}\s*年?\s*[-—–~～－至到]+\s*[12]` + figure + `{3}年`)
	document  = regexp.MustCompile(open + figure + `{4}` + shut + `(?:第\s*)?` + figure + `+\s*号`)
)

// references looks at the documents that are cited.
func (p *passage) references() {
	p.each(standing, func(start, end int, words string) { p.add(edit{start, end, mark, words}) })
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
	for _, pattern := range []*regexp.Regexp{lawful, lawDate, ordinal, everyYear} {
		p.keepAll(pattern)
	}
	p.each(document, func(start, end int, _ string) { p.mark(start, end) })
}

// sourceOf matches the number of the document that laid an edition down, in
// whatever brackets.
func sourceOf(e *model.Edition) *regexp.Regexp {
	_, number, _ := strings.Cut(e.Source, "〔")
	year, rest, _ := strings.Cut(number, "〕")
	return regexp.MustCompile(open + year + shut + strings.TrimSuffix(rest, "号") + `\s*号`)
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

// moments looks at years and days.
func (p *passage) moments() {
	for _, pattern := range p.whole {
		p.each(pattern, func(start, end int, _ string) { p.moveWithin(start, end) })
	}
	p.each(years, func(start, end int, _ string) { p.mark(start, end-1) }) // without 年
	for _, d := range p.facts.Dates {
		p.mark(p.start+d.Start, p.start+d.End)
	}
	for _, y := range p.facts.Years {
		start, end := p.start+y.Start, p.start+y.End-1 // without 年
		for end > start && unicode.IsSpace(p.runes[end-1]) {
			end--
		}
		if to, ok := p.moved(y); ok {
			p.add(edit{start, end, move, likewise(to, p.runes[start:end])})
		} else {
			p.mark(start, end)
		}
	}
}

// wholeYear are patterns of what a report says of its own year: all of it, and
// its end.
func wholeYear(of int) []*regexp.Regexp {
	year := `(?:` + spelled(of) + `)\s*年度?\s*`
	return []*regexp.Regexp{
		regexp.MustCompile(year + `1\s*月(?:\s*1\s*日)?\s*起?\s*(?:至|到|[-—–~～－]+)\s*(?:当年|同年|本年|` + year + `)?\s*12\s*月(?:\s*31\s*日|底|末)?`),
		regexp.MustCompile(`截[至止到]?\s*` + year + `(?:12\s*月\s*31\s*日|12\s*月\s*[底末]|年?[底末])`),
	}
}

// spelled are the ways to write a year, for a pattern.
func spelled(year int) string {
	full, chinese := "", ""
	for _, d := range strconv.Itoa(year) {
		full += string(d - '0' + '０')
		if d == '0' {
			chinese += "[〇○零]"
		} else {
			chinese += string([]rune(chineseDigits)[d-'0'])
		}
	}
	return strconv.Itoa(year) + "|" + full + "|" + chinese
}

// moveWithin moves the years of a stretch on and keeps the rest of it.
func (p *passage) moveWithin(start, end int) {
	words := string(p.runes[start:end])
	at := start
	for _, m := range p.own.FindAllStringIndex(words, -1) {
		from := start + utf8.RuneCountInString(words[:m[0]])
		to := start + utf8.RuneCountInString(words[:m[1]])
		p.add(edit{at, from, keep, string(p.runes[at:from])})
		p.add(edit{from, to, move, likewise(p.next.Year, p.runes[from:to])})
		at = to
	}
	p.add(edit{at, end, keep, string(p.runes[at:end])})
}

// likewise writes a year the way another one was written.
func likewise(year int, as []rune) string {
	var b strings.Builder
	for _, d := range strconv.Itoa(year) {
		switch {
		case as[0] >= '０' && as[0] <= '９':
			d = d - '0' + '０'
		case as[0] >= '0' && as[0] <= '9':
		case d == '0':
			d = '〇'
			if i := slices.IndexFunc(as, func(r rune) bool { return strings.ContainsRune("○零", r) }); i >= 0 {
				d = as[i]
			}
		default:
			d = []rune(chineseDigits)[d-'0']
		}
		b.WriteRune(d)
	}
	return b.String()
}

// Words that make a year doubtful: before it, for it is compared or begins
// something; in its sentence, for they tell of what happened once.
var (
	doubtfulBefore = regexp.MustCompile(`(?:比|较|与|同|和|及|自|从|于|[^截]至|到|、|[-—–~～－])$`)
	happenedOnce   = regexp.MustCompile(`成立|设立|组建|荣获|获评|获奖|荣誉|称号|表彰|评为|授予|挂牌|揭牌|启用|开通|正式上线|上线运行|印发|出台|制定|制发|修订|换届|合并|更名|选举`)
	ownYear        = regexp.MustCompile(`^度?(?:$|我|全|本|的|内|中|底|末|年底|年末|政府|政务|信息公开|主动公开|依申请|共|累计|年报|年度报告|工作|未|没有|收到)`)
	planned        = regexp.MustCompile(`将|下一?步|继续|进一步|计划|打算|着力|力争|努力`)
)

// moved is the year that a year becomes; ok is false where it is not certain.
func (p *passage) moved(y facts.Year) (to int, ok bool) {
	after := y.After
	for _, name := range []string{p.last.Agency.Name, p.last.Agency.Short, shortName(p.last.Agency.Name)} {
		if rest, own := strings.CutPrefix(strings.TrimPrefix(after, "度"), name); own && name != "" {
			after = "我" + rest
		}
	}
	if y.Quoted || !ownYear.MatchString(after) || doubtfulBefore.MatchString(y.Before) {
		return 0, false
	}
	sentence := p.facts.Sentence(y.Sentence)
	if happenedOnce.MatchString(sentence) {
		return 0, false
	}
	switch y.Value {
	case p.last.Year:
		return p.next.Year, true
	case p.last.Year + 1:
		return p.next.Year + 1, planned.MatchString(sentence)
	}
	return 0, false
}

// shortName is an agency's name without 人民政府: 梧桐镇.
func shortName(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, "人民政府"), "办事处")
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
	p.each(inWords, func(start, end int, words string) {
		p.mark(start, start+len([]rune(strings.TrimRight(words, strings.Join(countedIn, "")))))
	})
}

// countedIn are the characters of units.
var countedIn = []string{"件", "条", "次", "篇", "份", "期", "场", "个", "项", "起", "家", "户", "人"}

// inWords are numbers in words that package facts is not certain of, and 百分之.
var inWords = regexp.MustCompile(`[一二两三四五六七八九十几数]*[百千万][一二两三四五六七八九十百千万零〇余多]*[` + strings.Join(countedIn, "") + `]|百分之[一二三四五六七八九十百零〇点]+`)

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
	run      = regexp.MustCompile(figure + `+(?:[.．,，:：/\-—]` + figure + `+)*`)
	alone    = regexp.MustCompile(figure + `+`)
	oldStyle = regexp.MustCompile(`[一二]` + `[〇○零一二三四五六七八九]{3}`)
	contact  = regexp.MustCompile(`电话|邮编|邮政编码|传真|地址|联系|邮箱|网址`)
)

// digits marks what figures are left.
func (p *passage) digits() {
	p.each(run, func(start, end int, words string) {
		if p.lasting(start, end, words) {
			p.add(edit{start, end, keep, words})
		} else {
			p.mark(start, end)
		}
	})
	p.each(alone, func(start, end int, _ string) { p.mark(start, end) }) // of a run that is known in part
	p.each(oldStyle, func(start, end int, _ string) { p.mark(start, end) })
}

// lasting reports whether the figures from start to end are the same every year.
func (p *passage) lasting(start, end int, words string) bool {
	if strings.Contains(narrow(words), strconv.Itoa(p.last.Year)) {
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
	return utf8.RuneCountInString(words) >= leastContact && contact.MatchString(p.sentenceAt(start))
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

// narrow makes full-width figures half-width.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, s)
}
