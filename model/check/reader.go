package check

import (
	"strings"

	"nianbao/model/facts"
	"nianbao/model/han"
	"nianbao/model/internal/pattern"
)

// How a paragraph is read for what it claims: what each number belongs to.

// reader goes through a paragraph, clause by clause, and keeps in mind what it
// speaks of: the sub-heading's matter, until a clause names another. A number
// without a thing of its own belongs to what was named last.
type reader struct {
	claims
	text     *facts.Text
	names    []string
	heading  topic // what the sub-heading says
	topic    topic
	other    bool // the sentence before ended with other business
	sentence int
	said     string // the senses of the sentence so far
	years    []int  // the years it speaks of
	listed   bool   // it takes the requests apart
	since    bool   // it speaks of many years
	strange  bool   // its last clause has words that are not known, and names no request
	odd      float64
	received float64 // that it has told of
	newly    bool    // and it has since its last ；
	brought  float64 // how many were carried in, where it takes only these apart
	named    bool    // the paragraph has spoken of government information
	narrow   bool    // it speaks of a part of the year, or of some beside others
	apart    bool    // the last number was of something else
	after    bool
	rest     map[int]bool // the sentences that tell of some carried over
	label    string       // the words before a colon or a note: 依申请公开：0件, 申请（含网络）9件
	labelAt  int          // where they begin
	labels   bool         // this clause is such words, and states nothing
	done     *claim       // the last number, if its clause did not say what became of it
	open     *claim       // the last number, if it is of some that are not finished
}

// claiming reads the paragraph under a heading, or after what was spoken of
// before.
func (r *reading) claiming(from, heading topic, names []string) claims {
	key := [2]topic{from, heading}
	if known, read := r.claims[key]; read {
		return known
	}
	x := reader{text: r.read(), names: names, heading: heading, topic: from, sentence: -1, rest: map[int]bool{}}
	for n, c := range x.text.Clauses {
		x.clause(n, c)
	}
	for i := range x.list {
		x.list[i].rest = x.rest[x.list[i].within]
	}
	x.ends = x.topic
	if r.claims == nil {
		r.claims = map[[2]topic]claims{}
	}
	r.claims[key] = x.claims
	return x.claims
}

func (x *reader) clause(n int, c facts.Clause) {
	begins := c.Sentence != x.sentence
	if begins {
		x.other = x.topic == elsewhere
		x.sentence, x.said, x.years, x.done, x.open = c.Sentence, "", nil, nil, nil
		x.listed, x.since, x.narrow, x.apart, x.after, x.strange = false, false, false, false, false, false
		x.odd, x.received, x.newly = 0, 0, false
		if !strings.HasPrefix(c.Text, "其中") {
			x.brought = 0
		}
		if x.heading == requests {
			x.topic = requests
		}
	}
	switch c.Mark {
	case '；', ';':
		x.apart, x.newly, x.brought = false, false, 0
	case '：', ':':
		x.apart = x.apart || x.strange // a label: 法治建设：行政诉讼4件
	}
	x.since = x.since || mentions(c.Text, "来", "起", "至今", "历年") && since().MatchString(c.Text)
	x.narrow = x.narrow || mentions(c.Text, "月", "季", "半年", "除") && narrowed().MatchString(c.Text)
	whole := false
	if c.Depth == 0 && !strings.ContainsRune("：:）)", c.Mark) {
		x.label, x.labelAt = "", c.Start
	}
	x.labels = n+1 < len(x.text.Clauses) && strings.ContainsRune("：:", x.text.Clauses[n+1].Mark)
	for _, piece := range x.text.Pieces(n) {
		switch {
		case piece.Amount == nil:
			x.words(c, piece, begins)
			if c.Depth == 0 {
				x.label += piece.Before
			}
		case piece.Amount.Unit == "个工作日": // 均在15个工作日内答复
			if !whole {
				piece.Before, piece.Span = c.Text, c.Span
				x.words(c, piece, begins)
			}
			whole = true
		default:
			x.number(c, piece, begins && piece.First)
		}
	}
}

// words reads a clause without a number.
func (x *reader) words(c facts.Clause, piece facts.Piece, begins bool) {
	// A clause with a strange word only matters where it names requests.
	s := readUntil(piece.Before, x.names, !strings.Contains(piece.Before, "申请"))
	if s.senses == string(none) && c.Mark == '：' { // 信息公开申请：无
		if of := readWords(x.label, x.names); !of.has(none) {
			of.senses = string(none) + of.senses
			s, piece.Start = of, x.labelAt
		}
	}
	x.context(&s)
	x.named = x.named || s.strange && strings.Contains(piece.Before, "信息")
	if c.Depth == 0 {
		x.strange = s.strange && !s.own && !x.since
		switch {
		case s.own:
			x.topic = requests
		case begins && x.other && s.is(string(all)+string(finish)):
			x.topic = elsewhere // 办理行政许可126件。均已办结
		case s.foreign, s.decides() && (begins || s.deeds()):
			x.topic = elsewhere
		case s.strange && begins && x.heading != requests:
			x.topic = unsaid
		}
	}
	if len(s.years) > 0 && !s.strange {
		x.years = s.years
	}
	x.listed = x.listed || s.has(among) && x.topic == requests
	if s.strange || s.senses == "" || x.labels {
		return
	}
	if x.done != nil && len(s.senses) == 1 && strings.Contains("gpwnde", s.senses) {
		// 其中2件为重复申请，不予处理.
		k := *x.done
		k.saying, k.words = s, k.words+"，"+piece.Before
		k.senses += string(reason)
		x.add(k)
		x.done = nil
		return
	}
	if x.open != nil && s.has(carry) && (s.has(later) || len(s.years) > 0) { // 1件未办结，结转下年度
		k := *x.open
		k.saying, k.words = s, k.words+"，"+piece.Before
		x.add(k)
		x.open = nil
		return
	}
	x.add(claim{Span: piece.Span, saying: s, words: piece.Before})
}

// context tells what a bare 申请 is where nothing has spoken of requests yet, and
// the sentence began with something else: 发放救助，受理申请25件.
func (x *reader) context(s *saying) {
	if s.own && s.noun && !s.sure && x.strange && x.topic != requests && !s.has(information) && s.has(request) {
		s.own, s.foreign = false, true
	}
	if s.some && s.foreign && x.heading == requests {
		s.own, s.foreign = true, false // 关于征地补偿的申请2件
	}
	x.named = x.named || s.own || s.has(information)
}

// wordsOf reads what belongs to a number: lead are the words before it. Of a number that
// only compares, its words are read alone.
func (x *reader) wordsOf(c facts.Clause, piece facts.Piece, begins bool) (lead string, s saying, counts bool) {
	if piece.Amount.Unit == "%" {
		x.rate(c, piece)
	}
	if !countedIn(piece.Amount.Unit) {
		return "", s, false
	}
	lead = piece.Before
	if mentions(lead, "较", "比", "与") {
		if at := comparison().FindStringIndex(lead); at != nil { // 收到申请比上年增加2件
			if at[0] > 0 {
				x.words(c, facts.Piece{Span: piece.Span, Before: lead[:at[0]], First: piece.First}, begins)
			}
			return "", s, false
		}
	}
	s = readWords(lead+piece.After, x.names)
	if s.senses != "" || s.strange {
		return lead, s, true
	}
	switch {
	case piece.First && x.label != "":
		s = readWords(x.label+lead+piece.After, x.names)
		if lead = x.label + "：" + lead; c.Mark == '）' || c.Mark == ')' {
			lead = x.label + "（…）" + piece.Before
		}
	case sumUp().MatchString(lead) && strings.ContainsRune(x.said, rune(receive)) && x.odd == 0 && !x.apart && !x.after:
		s.senses = string(receive) // 受理自然人申请7件、企业申请2件，共9件
	}
	return lead, s, true
}

// number reads a number with its words.
func (x *reader) number(c facts.Clause, piece facts.Piece, begins bool) {
	a := piece.Amount
	lead, s, counts := x.wordsOf(c, piece, begins)
	if !counts {
		return
	}
	x.context(&s)
	if s.own && !s.noun && !s.deeds() && x.apart {
		s.own, s.strange = false, true // 认定48件，主动公开20件、依申请公开12件
	}
	was := x.topic
	x.turn(c, s, begins)
	x.tells = x.tells || x.topic == requests
	part := s.has(among) && was == requests
	x.listed = (x.listed || part) && !s.has(carry)
	// What stands before the number tells; 3件办结 goes on with the parts before it.
	if s.strange || s.own && !s.has(review) && !s.has(lawsuit) || s.has(publish) || s.has(issue) || s.has(repeal) || !x.listed && s.deeds() || readWords(piece.Before, x.names).deeds() {
		x.apart = s.strange && (!s.own || x.listed) || s.foreign || s.has(publish)
	}
	k := claim{Span: piece.Span, saying: s, amount: a, words: lead + figure(*a) + a.Unit + piece.After}
	k.among = part
	if len(s.years) > 0 && !s.has(carry) && !s.strange {
		x.years = s.years
	}
	k.drop(among)
	if a.Denied {
		k.drop(none) // said with the number
	}
	k.whole = x.noted(a)
	k.brought = x.takesApart(&k)
	x.done = nil
	if s.has(finish) && !s.has(receive) || s.has(carry) && (!x.newly || !s.has(earlier)) {
		x.after = true // but 收到8件，上年结转1件，均已办结 is of all
	} else if s.has(receive) {
		x.after = false
	}
	if a.Vague || x.since && !thisYear().MatchString(piece.Before) {
		return
	}
	if x.topic == requests && !s.deeds() && !s.ends() {
		x.done = &k
	}
	if x.open = nil; x.topic == requests && s.has(none) && (s.has(finish) || s.has(attend)) || unfinished().MatchString(k.words) {
		x.open = &k
	}
	if s.strange && (x.topic != requests || !s.ends()) {
		x.odd += a.Value
		if s.has(issue) { // 制发公文210件，其中规范性文件1件
			x.said += string(issue)
		}
		if s.own && s.deeds() && !x.listed {
			x.topic = unsaid // what follows is of those alone: 县本级收到申请5件，答复4件
		}
		return
	}
	if s.strange {
		k.drop(trouble)            // 信访类不予处理1件
		k.senses += string(reason) // 属于内部事务信息不予公开1件
	}
	x.add(k)
}

// takesApart reports whether a number is of those that were carried in alone: 上年结转2件，
// 其中予以公开1件. After those received, both are meant.
func (x *reader) takesApart(k *claim) bool {
	if carried := !k.strange && k.has(carry) && !k.has(later) && !k.has(none); carried && (!x.newly || k.has(finish)) {
		x.newly, x.brought = false, k.amount.Value
		return false
	}
	x.newly = x.newly || k.has(receive)
	if x.newly || k.amount.Value > x.brought {
		x.brought = 0
	}
	return x.brought > 0
}

// add keeps a claim with what is known where it stands.
func (x *reader) add(k claim) {
	if len(x.list) < maxClaims {
		k.asked, k.apart, k.after, k.said, k.within = x.topic == requests, x.apart, x.after, x.said, x.sentence
		k.loose, k.odd, k.again = x.heading == elsewhere && !x.named, x.odd, x.received
		k.listed, k.narrow, k.of = x.listed, x.narrow, x.years
		k.first = x.heading == requests && x.sentence == 0 && x.said == "" && x.odd == 0
		x.list = append(x.list, k)
	}
	if len(x.said) < maxClaims {
		x.said += k.senses
	}
	if k.amount != nil && k.has(receive) && !k.has(earlier) {
		x.received = max(x.received, k.amount.Value)
	}
	if k.amount != nil && k.amount.Value > 0 && k.has(carry) && k.has(later) {
		x.rest[x.sentence] = true
	}
}

// A number over many years, and one of the year beside it.
var (
	since    = pattern.Lazy(`(?:施行|实施|成立|开通|建立|运行|\d{4}年\S{0,8})(?:以来|起|至今)|历年|多年来|[十百]\S?年来`)
	thisYear = pattern.Lazy(`本年|今年|当年|年内|全年|\d{4}年`)
)

// comparison begins words that say how a number compares, sumUp those of a sum.
var (
	comparison = pattern.Lazy(`(?:[较比与](?:上年|去年|往年|同期|\d{4}年)|同比|环比)\S{0,8}(?:[增减]|[多少升降]$)\S{0,4}$`)
	sumUp      = pattern.Lazy(`^(?:两者|以上|总)?(?:共|共计|合计|总计|一共)$`)
)

// rate reads 答复率100%: all were answered. 按时答复率 is of those that were due.
func (x *reader) rate(c facts.Clause, piece facts.Piece) {
	words := strings.TrimRight(piece.Before, "达到为均")
	if piece.Amount.Value != 100 || piece.Amount.Vague || !strings.HasSuffix(words, "率") {
		return
	}
	s := readWords(strings.TrimSuffix(words, "率"), x.names)
	if !s.strange && s.is(string(finish), request, information) && !mentions(words, "时", "期", "限", "规") {
		if s.own {
			x.topic = requests
		}
		s.senses = string(all) + s.senses
		span := piece.Span
		if piece.First {
			span.Start = c.Start
		}
		x.add(claim{Span: span, saying: s, words: piece.Before + figure(*piece.Amount) + "%"})
	}
}

// narrowed is a part of the year (截至9月底, 上半年), or 除上述3件外.
var narrowed = pattern.Lazy(`^(?:\d{4}年)?(?:截[至止])?(?:\d{4}年)?(?:[1-9]|1[01]|[` + han.Numerals + `]|十一)月|[一二三四1-4前后第]季度|[上下前后]半年|^除.*外|^除`)

// unfinished are requests that are still being worked on.
var unfinished = pattern.Lazy(`(?:正在|尚在|还在|仍在)(?:办理|处理)|^(?:截至\S{0,12})?(?:尚|仍|还|另)有|[未待](?:办结|答复|到期)`)

// turn tells what the paragraph speaks of from this number on.
func (x *reader) turn(c facts.Clause, s saying, begins bool) {
	switch {
	case c.Depth > 0:
	case s.own:
		x.topic = requests
	case s.decides() && (begins || s.deeds()):
		x.topic = elsewhere // 办理行政许可事项126件，全部办结
	case s.foreign && (begins || s.deeds() || x.topic != requests), s.strange && !s.foreign && s.deeds(), s.has(matter) && s.deeds(), s.strange && begins && !s.ends():
		x.topic = elsewhere
	}
}

// noted reports whether the note in brackets behind an amount tells what was
// carried in.
func (x *reader) noted(a *facts.Amount) bool {
	next := a.Clause + 1
	if a.Clause < 0 || next >= len(x.text.Clauses) {
		return false
	}
	note := x.text.Clauses[next]
	if note.Depth <= x.text.Clauses[a.Clause].Depth || note.Sentence != a.Sentence {
		return false
	}
	return strings.Contains(note.Text, "结") || strings.Contains(note.Text, "转")
}

// ends reports whether it says how requests end.
func (s saying) ends() bool { return strings.ContainsAny(s.senses, "gpwnde") || s.has(reason) }
