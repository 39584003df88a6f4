package check

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/facts"
	"nianbao/model/han"
)

// claim is what a stretch of words says that a table says too: 办结5件,
// 未发生行政复议.
type claim struct {
	facts.Span
	saying
	amount  *facts.Amount // nil for one without a number
	words   string        // as a message quotes it
	said    string        // the senses that its sentence had before it
	within  int           // its sentence
	first   bool          // nothing is said before it under the sub-heading of its matter
	asked   bool          // it is about requests for information
	apart   bool          // it goes on with something else: 化解复议4件、诉讼2件
	loose   bool          // nothing near it says that it is about government information
	odd     float64       // how many its sentence tells of before in words that are not known
	again   float64       // the number received that its sentence has told of
	whole   bool          // what was carried in is in it: 收到10件（含上年结转1件）
	among   bool          // it is a part of the requests before it: 其中网上申请3件
	brought bool          // it is of those carried in alone: 上年结转2件，予以公开1件
	listed  bool          // it stands in a list of such parts
	narrow  bool          // it is of a part of the year, or of some beside others
	of      []int         // the years that its sentence speaks of by then
	after   bool          // its sentence has told by then how many are finished or carried over
	rest    bool          // its sentence tells of some that are carried over
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

// countedIn reports whether what the tables count comes in that unit.
func countedIn(unit string) bool {
	switch unit {
	case "件次", "万元", "元", "部", "":
		return true
	}
	return utf8.RuneCountInString(unit) == 1 && strings.Contains(han.CellCounters, unit)
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
	names := c.selves()
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
	name  terms
	cells []model.Address
}

// cellSum is a single cell, under its name.
func (c *checker) cellSum(a model.Address) sum { return sum{terms(c.name(a)), []model.Address{a}} }

func cellsOf(name terms, addresses ...model.Address) sum { return sum{name, addresses} }

// value adds the cells; known is false while none is filled in, or where a file's own
// total contradicts it or a cell holds what is no number: then C02, C03 or D01 speak,
// or the rules on values.
func (c *checker) value(s sum) (n int64, known bool) {
	doubt := false
	for _, a := range s.cells {
		v := c.count(a)
		n += v.n
		known = known || v.filled
		doubt = doubt || v.doubt
	}
	return n, known && !doubt
}

// partly reports whether a sum is of cells of which some are blank: it may grow.
func (c *checker) partly(s sum) bool {
	return slices.ContainsFunc(s.cells, func(a model.Address) bool { return c.count(a).blank })
}

// cellCount is what a cell says.
type cellCount struct {
	n             int64
	filled, doubt bool
	blank         bool // or a total of cells of which one is
}

// count works a cell out once a run: the claims of a long text are many, the cells that
// they are held against few.
func (c *checker) count(a model.Address) cellCount {
	v, known := c.counted[a]
	if !known {
		v.n, v.filled = c.report.Count(a)
		_, _, contradicted := c.contradicted(a)
		v.doubt, v.blank = contradicted || clouded(c.report, a), c.blankIn(a)
		c.counted[a] = v
	}
	return v
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
	if slices.ContainsFunc(sums, c.partly) {
		f.Stage = Open
	}
	c.find(f, " prose", c.partName(p.section), k.words, sums[0].name, n)
}

// holdParts is hold where the prose may tell of those carried in apart from the others, as
// broughtIn says: each is a part of what the tables have, and both together are all.
func (c *checker) holdParts(p paragraph, k claim, broughtIn float64, sums ...sum) {
	switch n, _ := c.value(sums[0]); {
	case k.brought && k.amount.Value <= float64(n):
	case !k.brought && broughtIn > 0 && k.amount.Value+broughtIn == float64(n):
	default:
		c.hold(p, k, sums...)
	}
}

// broughtIn adds up, by what became of them, the requests carried in of which the prose
// tells alone.
func (c *checker) broughtIn() map[sense]float64 {
	all := map[sense]float64{}
	c.claimsOfYear(func(_ paragraph, k claim) {
		for _, s := range k.senses {
			if k.brought && k.amount != nil {
				all[sense(s)] += k.amount.Value
			}
		}
	})
	return all
}

// denies reports whether a claim says that there was none of something: 未制发规范性文件.
func (k claim) denies(things ...sense) bool {
	return k.amount == nil && k.has(none) && k.is(string(none)+string(things)) && inOrder(k.senses, none, things[0])
}

// holdNone holds a claim that there was none against a table.
func (c *checker) holdNone(p paragraph, k claim, s sum) {
	n, known := c.value(s)
	if !known || n == 0 {
		return
	}
	f := p.at(k.Span)
	f.Cells, f.Left, f.Right = s.cells, "0", decimal(n)
	c.find(f, " prose", c.partName(p.section), p.words(k.Span), s.name, n)
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
	off := 0.0
	if a.Decimals > 0 {
		off = 0.5 * math.Pow(10, -float64(a.Decimals))
	}
	return math.Abs(a.Value-value) <= off+1e-6 // 0.57万元 is 5699.999999999999元
}
