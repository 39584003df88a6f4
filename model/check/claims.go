package check

import (
	"math"
	"strconv"
	"strings"

	"nianbao/model"
	"nianbao/model/facts"
)

// claim is what a clause says that a table says too: 办结5件, 未发生行政复议.
type claim struct {
	facts.Span
	senses string        // sorted out by the rules
	amount *facts.Amount // nil for one without a number
	years  []int
	before string // what its sentence says before it
	asked  bool   // the paragraph has spoken of 申请 by then
}

// saying are the claims of the paragraph whose words are all known.
func (r *reading) saying(names ...string) []claim {
	if r.claimed {
		return r.claims
	}
	r.claimed = true
	t := r.read()
	asked := len(r.text) // where it first speaks of 申请
	if i := strings.Index(t.String(), "申请"); i >= 0 {
		asked = t.Place(i)
	}
	add := func(k claim, words string) {
		var ok bool
		if k.senses, k.years, ok = meaning(words, names...); ok && k.senses != "" && !otherBusiness(k.before) {
			k.asked = asked < k.End || strings.Contains(words, "申请")
			r.claims = append(r.claims, k)
		}
	}
	for i, a := range t.Amounts {
		if !a.Vague && !a.Joined && countedIn(a.Unit) {
			add(claim{Span: a.Span, amount: &t.Amounts[i], before: t.SentenceBefore(a)}, a.Before+a.After)
		}
	}
	for _, c := range t.Clauses {
		if mentions(c.Text, "未", "没有", "无", "均", "全部", "都") {
			before, _, _ := strings.Cut(t.Sentence(c.Sentence), c.Text)
			add(claim{Span: c.Span, before: before}, c.Text)
		}
	}
	r.claims = r.claims[:min(len(r.claims), maxClaims)]
	return r.claims
}

// maxClaims is how many claims of one paragraph are looked at.
const maxClaims = 200

// countedIn reports whether what the tables count comes in that unit.
func countedIn(unit string) bool {
	switch unit {
	case "件", "条", "次", "个", "项", "份", "起", "宗", "例", "件次", "万元", "元":
		return true
	}
	return false
}

// otherBusiness reports whether a sentence speaks of what offices count besides:
// its 办结12件 is not about requests.
func otherBusiness(sentence string) bool {
	return mentions(sentence, "建议", "提案", "信访", "热线", "留言", "咨询", "投诉", "举报", "来信", "信件", "邮件", "低保", "救助", "补贴", "工单", "回访", "诉求", "本级", "上级机关")
}

// has reports whether the claim has the senses, in any order, and none but those
// and the ones that may come along.
func (k claim) has(wanted string, may ...sense) bool {
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

// claims calls see for each claim about the reported year.
func (c *checker) claims(see func(paragraph, claim)) {
	for _, p := range c.paragraphs {
		for _, k := range p.saying(c.Agency.Name, c.Agency.Short) {
			about := true
			for _, y := range k.years {
				about = about && y == c.Year
			}
			if about {
				see(p, k)
			}
		}
	}
}

// sum is what the tables say: the sum of the cells, and its name.
type sum struct {
	name  string
	cells []model.Address
}

func cellsOf(name string, addresses ...model.Address) sum { return sum{name, addresses} }

// value adds the cells; known is false while none is filled in, or a file's own
// total contradicts it: then C02, C03 or D01 speak.
func (c *checker) value(s sum) (n int64, known bool) {
	for _, a := range s.cells {
		v, filled := c.Count(a)
		n += v
		known = known || filled
	}
	return n, known
}

// hold holds the number of a claim against the tables. It is right when any of
// the sums is that number; the first one is what the message names.
func (c *checker) hold(p paragraph, k claim, sums ...sum) {
	c.tie(p, k, sums...)
	for i, s := range sums {
		n, known := c.value(s)
		if i == 0 && !known || float64(n) == k.amount.Value {
			return
		}
	}
	n, _ := c.value(sums[0])
	f := p.at(k.Span)
	f.Cells, f.Left, f.Right = sums[0].cells, figure(*k.amount), decimal(n)
	c.find(f, " prose", c.partName(p.section), phrase(k), sums[0].name, n)
}

// figure is the number of an amount without its unit.
func figure(a facts.Amount) string { return strconv.FormatFloat(a.Value, 'f', a.Decimals, 64) }

// phrase is how a message quotes a claim.
func phrase(k claim) string {
	return k.amount.Before + figure(*k.amount) + k.amount.Unit + k.amount.After
}

// rounds reports whether the amount is the value, rounded to the digits that the
// prose gives.
func rounds(a facts.Amount, value float64) bool {
	return math.Abs(a.Value-value) <= 0.5*math.Pow(10, -float64(a.Decimals))+1e-9 && a.Decimals > 0 || a.Value == value
}
