package carry

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model/facts"
	"nianbao/model/han"
	"nianbao/model/internal/pattern"
)

// moments looks at years and days.
func (p *passage) moments() {
	for _, re := range p.whole {
		p.each(re, func(start, end int, _ string) { p.moveWithin(start, end) })
	}
	p.each(years(), func(start, end int, _ string) { p.mark(start, end-1) }) // without 年
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
		full += string(han.Widen(d))
		if d == '0' {
			chinese += "[" + han.Zeros + "]"
		} else {
			chinese += string([]rune(han.Figures)[d-'0'])
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
		case han.FoldRune(as[0]) != as[0]:
			d = han.Widen(d)
		case unicode.IsDigit(as[0]):
		case d == '0':
			d = '〇'
			if i := slices.IndexFunc(as, func(r rune) bool { return strings.ContainsRune(han.Zeros, r) }); i >= 0 {
				d = as[i]
			}
		default:
			d = []rune(han.Figures)[d-'0']
		}
		b.WriteRune(d)
	}
	return b.String()
}

// Words that make a year doubtful: before it, for it is compared or begins
// something; in its sentence, for they tell of what happened once.
var (
	doubtfulBefore = pattern.Lazy(`(?:比|较|与|同|和|及|自|从|于|[^截]至|到|、|[-—–~～－])$`)
	happenedOnce   = pattern.Lazy(`建成|投入使用|投用|新建|扩建|改造|升级|迁入|搬迁|下发|成立|设立|组建|荣获|获评|获奖|荣誉|称号|表彰|评为|授予|挂牌|揭牌|启用|开通|正式上线|上线运行|印发|出台|制定|制发|修订|换届|合并|更名|选举`)
	ownYear        = pattern.Lazy(`^度?(?:$|我|全|本|的|内|中|底|末|年底|年末|政府|政务|信息公开|主动公开|依申请|共|累计|年报|年度报告|工作|未|没有|收到)`)
	opening        = pattern.Lazy(`^(?:[我本全][镇乡县市区街局办省](?:道|街道)?|[一二三四五六七八九十]+是|[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?)?$`)
	doubtfulAfter  = pattern.Lazy(`^度?(?:[初春夏秋冬前后以之起比较与同和及至到、\d—–~～－-]|上半年|下半年|第|[一二三四]季|` +
		`[^，。；]{0,12}(?:决算|预算|年报|报告|总结|考核|评估|测评|审计|要点|计划|方案|规划|目标|补贴|补助|资金))`)
	planned = pattern.Lazy(`将|下一?步|继续|进一步|计划|打算|着力|力争|努力`)
)

// moved is the year that a year becomes; ok is false where it is not certain.
func (p *passage) moved(y facts.Year) (to int, ok bool) {
	after := y.After
	for _, name := range []string{p.last.Agency.Name, p.last.Agency.Short, shortName(p.last.Agency.Name)} {
		if rest, own := strings.CutPrefix(strings.TrimPrefix(after, "度"), name); own && name != "" {
			after = "我" + rest
		}
	}
	// A year of the report's that opens its clause says when all of that was done.
	opens := y.Value == p.last.Year && opening().MatchString(y.Before) && !doubtfulAfter().MatchString(after)
	if y.Quoted || !opens && !ownYear().MatchString(after) || doubtfulBefore().MatchString(y.Before) {
		return 0, false
	}
	sentence := p.facts.Sentence(y.Sentence)
	if happenedOnce().MatchString(sentence) {
		return 0, false
	}
	switch y.Value {
	case p.last.Year:
		return p.next.Year, true
	case p.last.Year + 1:
		return p.next.Year + 1, planned().MatchString(sentence)
	}
	return 0, false
}

// shortName is an agency's name without 人民政府: 梧桐镇.
func shortName(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, "人民政府"), "办事处")
}
