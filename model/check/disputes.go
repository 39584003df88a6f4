package check

import (
	"strings"

	"nianbao/model"
	"nianbao/model/han"
	"nianbao/model/internal/pattern"
)

// Table four, 政府信息公开行政复议、行政诉讼情况, and what the prose says of it: D02,
// D03, D06, D07.

// disputes: table four is complete and all counts (D02).
func disputes(c *checker) {
	c.noBlanks(model.Disputes, "")
	c.onlyValues(model.Disputes, " value")
}

// disputed is what table four says of both kinds.
var disputed = []struct {
	sense sense
	sum   sum
}{
	{review, cellsOf("{disputes}“行政复议”总计", "disputes.review.total")},
	{lawsuit, cellsOf("{disputes}“行政诉讼”两个总计之和", "disputes.direct.total", "disputes.afterReview.total")},
}

// disputesInProse: 行政复议 N 件, 行政诉讼 N 件, 未发生 and 均维持 agree with table
// four (D03).
func disputesInProse(c *checker) {
	c.claimsOfYear(func(p paragraph, k claim) {
		if k.amount != nil && !k.has(review) && !k.has(lawsuit) {
			return
		}
		for _, kind := range disputed {
			n, _ := c.value(kind.sum)
			switch {
			case k.amount != nil && k.ofTableFour(p, kind.sense):
				c.hold(p, k, kind.sum)
			case k.amount == nil && k.has(kind.sense) && k.is(string(none), citizens, request, information, receive, review, lawsuit, trouble) && n > 0:
				f := p.at(k.Span)
				f.Cells, f.Left, f.Right = kind.sum.cells, p.words(k.Span), decimal(n)
				c.find(f, " none", c.partName(p.section), p.words(k.Span), kind.sum.name, n)
			case k.amount == nil && k.is(string(all)+string(uphold), review, lawsuit) && k.about(kind.sense):
				c.upheld(p, k, upheldOf(p, k, kind.sum))
			}
		}
	})
}

// about reports whether 均维持 is said of a kind: of the one that it names, or of
// what its sentence named before.
func (k claim) about(kind sense) bool {
	if k.has(review) || k.has(lawsuit) {
		return k.has(kind)
	}
	return strings.ContainsRune(k.said, rune(kind))
}

// Words that end what 均维持 is said of, and the rows of table four by what the prose calls
// them.
var (
	otherMatter = pattern.Lazy(`.*(?:[。；;]|其中|包括|维持|纠正|审结|审理|驳回|撤诉|撤回|其[他它](?:结果|处理))`)
	direct      = pattern.Lazy(`(?:未经复议)?直接(?:起诉|提起|诉讼)(?:行政诉讼)?`)
	someCases   = pattern.Lazy(`[\d０-９两` + han.Numerals + `]\s*[件起宗]`)
	afterReview = pattern.Lazy(`复议后(?:再|又)?(?:起诉|提起|诉讼)(?:行政诉讼)?`)
)

// upheldOf are the totals of a kind that 均维持 is said of: those of the rows named right
// before it, 其中未经复议直接起诉2件，均维持. It is none where those are cases of another sort.
func upheldOf(p paragraph, k claim, s sum) sum {
	if k.has(review) || k.has(lawsuit) {
		return s
	}
	before := string([]rune(p.text)[:k.Start])
	since := before[max(strings.LastIndex(before, "复议"), strings.LastIndex(before, "诉讼"), 0):]
	before = before[len(otherMatter().FindString(before)):]
	rest := direct().ReplaceAllString(afterReview().ReplaceAllString(before, ""), "")
	parts := rest != before
	named := map[string]bool{
		"review":      strings.Contains(rest, "复议"),
		"direct":      direct().MatchString(before) || !parts && strings.Contains(rest, "诉讼"),
		"afterReview": afterReview().MatchString(before) || !parts && strings.Contains(rest, "诉讼"),
	}
	if !named["review"] && !named["direct"] && !named["afterReview"] && len(someCases().FindAllString(since, 2)) < 2 {
		return s // 行政复议3件，均已审结，均维持; but not 3件，已审结2件，均维持
	}
	var cells []model.Address
	for _, total := range s.cells {
		if named[total.Row()] {
			cells = append(cells, total)
		}
	}
	return sum{s.name, cells}
}

// unrelated tells that cases are of something else.
var unrelated = pattern.Lazy(`无关|(?:[不未非]|没有)(?:涉及?|是|属于?)?(?:政府|政务)?信息公开`)

// ofTableFour reports whether a number is one of table four: 行政复议2件, and
// 行政复议、行政诉讼均为0件 of both. Where the sentence says that they have nothing to
// do with 政府信息公开, it is none.
func (k claim) ofTableFour(p paragraph, kind sense) bool {
	if k.apart || k.loose && k.amount.Value > 0 || !k.has(kind) || unrelated().MatchString(p.read().Sentence(k.amount.Sentence)) {
		return false
	}
	both := k.has(review) && k.has(lawsuit)
	ours := k.amount.Value == 0 || !k.foreign && (k.own || k.has(information) || strings.ContainsRune(k.said, rune(information)))
	deeds := ours && !k.loose && k.is(string(kind), request, information, receive, attend, finish) // 政府信息公开行政复议受理1件
	return deeds || k.is(string(kind), request, information) || both && (k.has(all) || k.amount.Value == 0) && k.is(string(kind), review, lawsuit, request, information, all)
}

// upheld: where all were upheld no other result has a number.
func (c *checker) upheld(p paragraph, k claim, s sum) {
	var cells []model.Address
	var rest int64
	for _, total := range s.cells {
		for _, column := range []string{"corrected", "other", "pending"} {
			a := model.Address("disputes." + total.Row() + "." + column)
			if n, _ := c.report.Count(a); n > 0 {
				cells = append(cells, a)
				rest += n
			}
		}
	}
	if rest > 0 {
		f := p.at(k.Span)
		f.Cells, f.Left, f.Right = cells, p.words(k.Span), decimal(rest)
		c.find(f, " upheld", c.partName(p.section), p.words(k.Span), c.name(cells[0]), rest)
	}
}

// disputesWithoutRequests: somebody disputes the answer to a request that there
// was not (D06).
func disputesWithoutRequests(c *checker) {
	requests := tableThree("", "total", "received", "carriedIn")
	cases := cellsOf("", "disputes.review.total", "disputes.direct.total", "disputes.afterReview.total")
	n, _ := c.value(cases)
	if asked, filled := c.value(requests); filled && asked == 0 && n > 0 {
		c.find(Finding{
			Section: model.Disputes, Cells: append(requests.cells, cases.cells...), Left: decimal(n), Right: "0",
		}, "", n)
	}
}

// filedInProse: cases put on file (备案) are counted otherwise: a number that
// differs from table four is only pointed at (D07).
func filedInProse(c *checker) {
	c.claimsOfYear(func(p paragraph, k claim) {
		for _, kind := range disputed {
			if k.amount == nil || !k.has(onFile) || !k.is(string(onFile)+string(kind.sense), request, information) {
				continue
			}
			n, known := c.value(kind.sum)
			if !known || k.amount.Value == float64(n) {
				continue
			}
			f := p.at(k.Span)
			f.Cells, f.Left, f.Right = kind.sum.cells, figure(*k.amount), decimal(n)
			c.find(f, "", c.partName(p.section), k.words, kind.sum.name, n)
		}
	})
}
