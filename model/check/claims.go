package check

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
	"nianbao/model/facts"
)

// claim is what a stretch of words says that a table says too: 办结5件,
// 未发生行政复议.
type claim struct {
	facts.Span
	saying
	amount *facts.Amount // nil for one without a number
	words  string        // as a message quotes it
	said   string        // the senses that its sentence had before it
	within int           // its sentence
	asked  bool          // it is about requests for information
	apart  bool          // it goes on with something else: 化解复议4件、诉讼2件
	loose  bool          // nothing near it says that it is about government information
	odd    float64       // how many its sentence tells of before in words that are not known
	again  float64       // the number received that its sentence has told of
	whole  bool          // what was carried in is in it: 收到10件（含上年结转1件）
	among  bool          // it is a part of the requests before it: 其中网上申请3件
	listed bool          // it stands in a list of such parts
	narrow bool          // it is of a part of the year, or of some beside others
	of     []int         // the years that its sentence speaks of by then
	after  bool          // its sentence has told by then how many are finished or carried over
	rest   bool          // its sentence tells of some that are carried over
}

// topic is what a paragraph is speaking of.
type topic byte

const (
	unsaid    topic = iota
	requests        // for government information
	elsewhere       // other business
)

// maxClaims is how many claims of one paragraph are looked at.
const maxClaims = 200

// claims are what the words of one paragraph claim.
type claims struct {
	list  []claim
	ends  topic // what it speaks of in the end
	tells bool  // it says how many requests there were, or what became of them
}

// reader goes through a paragraph, clause by clause, and keeps in mind what it
// speaks of: the sub-heading's matter, until a clause names another. A number
// without a thing of its own belongs to what was named last.
type reader struct {
	claims
	text     *facts.Text
	names    []string
	heading  topic // what the sub-heading says
	topic    topic
	sentence int
	said     string // the senses of the sentence so far
	years    []int  // the years it speaks of
	listed   bool   // it takes the requests apart
	since    bool   // it speaks of many years
	strange  bool   // its last clause has words that are not known, and names no request
	odd      float64
	received float64 // that it has told of
	named    bool    // the paragraph has spoken of government information
	narrow   bool    // it speaks of a part of the year, or of some beside others
	apart    bool    // the last number was of something else
	after    bool
	rest     map[int]bool // the sentences that tell of some carried over
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
		x.sentence, x.said, x.years, x.done, x.open = c.Sentence, "", nil, nil, nil
		x.listed, x.since, x.narrow, x.apart, x.after, x.strange = false, false, false, false, false, false
		x.odd, x.received = 0, 0
		if x.heading == requests {
			x.topic = requests
		}
	}
	switch c.Mark {
	case '；', ';':
		x.apart = false
	case '：', ':':
		x.apart = x.apart || x.strange // a label: 法治建设：行政诉讼4件
	}
	x.since = x.since || mentions(c.Text, "来", "起", "至今", "历年") && since.MatchString(c.Text)
	x.narrow = x.narrow || mentions(c.Text, "月", "季", "半年", "除") && narrowed.MatchString(c.Text)
	for _, piece := range x.text.Pieces(n) {
		switch {
		case piece.Amount == nil:
			x.words(c, piece, begins)
		case strings.HasPrefix(piece.Amount.Unit, "个工作日"): // 均在15个工作日内答复
			piece.Before, piece.Span = c.Text, c.Span
			x.words(c, piece, begins)
		default:
			x.number(c, piece, begins && piece.First)
		}
	}
}

// words reads a clause without a number.
func (x *reader) words(c facts.Clause, piece facts.Piece, begins bool) {
	s := readWords(piece.Before, x.names)
	x.context(&s)
	if c.Depth == 0 {
		x.strange = s.strange && !s.own && !x.since
		switch {
		case s.own:
			x.topic = requests
		case s.foreign:
			x.topic = elsewhere
		case s.strange && begins && x.heading != requests:
			x.topic = unsaid
		}
	}
	if len(s.years) > 0 && !s.strange {
		x.years = s.years
	}
	x.listed = x.listed || s.has(among) && x.topic == requests
	if s.strange || s.senses == "" {
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
	if x.open != nil && s.has(carry) && s.has(later) { // 1件未办结，结转下年度
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
	if s.own && s.noun && x.strange && x.topic != requests && !s.has(information) && s.has(request) {
		s.own, s.foreign = false, true
	}
	x.named = x.named || s.own || s.has(information)
}

// number reads a number with its words.
func (x *reader) number(c facts.Clause, piece facts.Piece, begins bool) {
	a := piece.Amount
	if !countedIn(a.Unit) {
		return
	}
	s := readWords(piece.Before+piece.After, x.names)
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
	if readWords(piece.Before, x.names).deeds() || s.strange || s.own && !s.has(review) && !s.has(lawsuit) || s.has(publish) || !x.listed && s.deeds() {
		x.apart = s.strange && (!s.own || x.listed) || s.foreign || s.has(publish)
	}
	k := claim{Span: piece.Span, saying: s, amount: a, words: piece.Before + figure(*a) + a.Unit + piece.After}
	k.among = part
	if len(s.years) > 0 && !s.has(carry) && !s.strange {
		x.years = s.years
	}
	k.drop(among)
	k.whole = x.noted(a)
	x.done = nil
	if s.has(finish) && !s.has(receive) || s.has(carry) {
		x.after = true
	} else if s.has(receive) {
		x.after = false
	}
	if a.Vague || x.since && !thisYear.MatchString(piece.Before) {
		return
	}
	if x.topic == requests && !s.deeds() && !s.ends() {
		x.done = &k
	}
	if x.open = nil; x.topic == requests && s.has(none) && (s.has(finish) || s.has(attend)) || unfinished.MatchString(k.words) {
		x.open = &k
	}
	if s.strange && (x.topic != requests || !s.ends()) {
		x.odd += a.Value
		if s.own && s.deeds() && !x.listed {
			x.topic = unsaid // what follows is of those alone: 县本级收到申请5件，答复4件
		}
		return
	}
	if s.strange {
		k.senses += string(reason) // 属于内部事务信息不予公开1件
	}
	x.add(k)
}

// add keeps a claim with what is known where it stands.
func (x *reader) add(k claim) {
	if len(x.list) < maxClaims {
		k.asked, k.apart, k.after, k.said, k.within = x.topic == requests, x.apart, x.after, x.said, x.sentence
		k.loose, k.odd, k.again = x.heading == elsewhere && !x.named, x.odd, x.received
		k.listed, k.narrow, k.of = x.listed, x.narrow, x.years
		x.list = append(x.list, k)
	}
	if len(x.said) < maxClaims {
		x.said += k.senses
	}
	if k.amount != nil && k.has(receive) {
		x.received = max(x.received, k.amount.Value)
	}
	if k.amount != nil && k.amount.Value > 0 && k.has(carry) && k.has(later) {
		x.rest[x.sentence] = true
	}
}

// A number over many years, and one of the year beside it.
var (
	since    = regexp.MustCompile(`(?:施行|实施|成立|开通|建立|运行|\d{4}年\S{0,8})(?:以来|起|至今)|历年|多年来|[十百]\S?年来`)
	thisYear = regexp.MustCompile(`本年|今年|当年|年内|全年|\d{4}年`)
)

// narrowed is a part of the year (截至9月底, 上半年), or 除上述3件外.
var narrowed = regexp.MustCompile(`^(?:\d{4}年)?(?:截[至止])?(?:\d{4}年)?(?:[1-9]|1[01]|[一二三四五六七八九十]|十一)月|[一二三四1-4前后第]季度|[上下前后]半年|^除.*外|^除`)

// unfinished are requests that are still being worked on.
var unfinished = regexp.MustCompile(`(?:正在|尚在|还在|仍在)(?:办理|处理)|[未待](?:办结|答复|到期)`)

// turn tells what the paragraph speaks of from this number on.
func (x *reader) turn(c facts.Clause, s saying, begins bool) {
	switch {
	case c.Depth > 0:
	case s.own:
		x.topic = requests
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

// countedIn reports whether what the tables count comes in that unit.
func countedIn(unit string) bool {
	switch unit {
	case "件", "条", "次", "个", "项", "份", "起", "宗", "例", "件次", "万元", "元", "":
		return true
	}
	return false
}

// is reports whether the claim has the senses, in any order, and none but those
// and the ones that may come along.
func (k claim) is(wanted string, may ...sense) bool {
	for _, s := range wanted {
		if !strings.ContainsRune(k.senses, s) {
			return false
		}
	}
	for _, s := range k.senses {
		if !strings.ContainsRune(wanted, s) && !strings.ContainsRune(string(may), s) {
			return false
		}
	}
	return true
}

// claims calls see for each claim of the prose.
func (c *checker) claims(see func(paragraph, claim)) {
	for i, p := range c.paragraphs {
		for _, k := range c.claimed[i].list {
			see(p, k)
		}
	}
}

// claimsOfYear calls see for each claim about the reported year.
func (c *checker) claimsOfYear(see func(paragraph, claim)) {
	c.claims(func(p paragraph, k claim) {
		if !k.narrow && !slices.ContainsFunc(k.of, func(y int) bool { return y != c.report.Year }) {
			see(p, k)
		}
	})
}

// claim reads what all paragraphs claim, each under its sub-heading and after the
// one before it.
func (c *checker) claim() {
	names := c.names()
	heading, spoken, block := unsaid, unsaid, -1
	section := model.SectionID("")
	for _, p := range c.paragraphs {
		if p.section != section || p.block != block {
			if p.section != section || p.heading {
				spoken = unsaid
			}
			section, block, heading = p.section, p.block, unsaid
		}
		if p.heading {
			heading = headingTopic(readWords(p.read().String(), names))
			c.claimed = append(c.claimed, claims{})
			spoken = unsaid
			if heading == requests {
				spoken = requests
			}
			continue
		}
		said := p.claiming(spoken, heading, names)
		c.claimed = append(c.claimed, said)
		spoken = said.ends
	}
}

// headingTopic is what a sub-heading says that its paragraphs are about.
func headingTopic(s saying) topic {
	switch {
	case s.own:
		return requests
	case s.strange && !s.has(information) && !s.has(review) && !s.has(lawsuit):
		return elsewhere
	}
	return unsaid
}

// sum is what the tables say: the sum of the cells, and its name.
type sum struct {
	name  string
	cells []model.Address
}

// cellSum is a single cell, under its name.
func (c *checker) cellSum(a model.Address) sum { return sum{c.name(a), []model.Address{a}} }

func cellsOf(name string, addresses ...model.Address) sum { return sum{name, addresses} }

// value adds the cells; known is false while none is filled in, or where a file's own
// total contradicts it or a cell holds what is no number: then C02, C03 or D01 speak,
// or the rules on values.
func (c *checker) value(s sum) (n int64, known bool) {
	doubt := false
	for _, a := range s.cells {
		v, filled := c.report.Count(a)
		n += v
		known = known || filled
		_, _, contradicted := c.contradicted(a)
		doubt = doubt || contradicted || clouded(c.report, a)
	}
	return n, known && !doubt
}

// hold holds the number of a claim against the tables. It is right when any of
// the sums is that number; the first one is what the message names.
func (c *checker) hold(p paragraph, k claim, sums ...sum) {
	c.tie(p, k, sums...)
	n, known := c.value(sums[0])
	if !known || c.agrees(k, sums...) {
		return
	}
	f := p.at(k.Span)
	f.Cells, f.Left, f.Right = sums[0].cells, figure(*k.amount), decimal(n)
	c.find(f, " prose", c.partName(p.section), k.words, sums[0].name, n)
}

// agrees reports whether one of the sums is the number of the claim.
func (c *checker) agrees(k claim, sums ...sum) bool {
	return slices.ContainsFunc(sums, func(s sum) bool {
		n, _ := c.value(s)
		return float64(n) == k.amount.Value
	})
}

// figure is the number of an amount without its unit.
func figure(a facts.Amount) string { return strconv.FormatFloat(a.Value, 'f', a.Decimals, 64) }

// rounds reports whether the amount is the value, rounded to the digits that the
// prose gives.
func rounds(a facts.Amount, value float64) bool {
	return math.Abs(a.Value-value) <= 0.5*math.Pow(10, -float64(a.Decimals))+1e-9 && a.Decimals > 0 || a.Value == value
}
