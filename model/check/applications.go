package check

import (
	"slices"
	"strings"

	"nianbao/model"
	"nianbao/model/facts"
	"nianbao/model/internal/pattern"
)

// Table three, 收到和处理政府信息公开申请情况, and what the prose says of it: C01,
// C07–C13.

// balance: 第一项加第二项之和，等于第三项加第四项之和, for each column (C01). A
// column without any number says nothing yet.
func balance(c *checker) {
	for _, b := range Balances(c.report) {
		if !b.Begun || b.Even() || slices.ContainsFunc(b.Cells[:], func(a model.Address) bool { return clouded(c.report, a) }) {
			continue
		}
		f := Finding{Section: model.Applications, Cells: b.Cells[:], Left: decimal(b.In()), Right: decimal(b.Out()), Stage: b.Stage}
		n := b.Numbers
		sums := []any{b.Column, n[0], n[1], b.In(), n[2], n[3], b.Out(), distance(b.In(), b.Out())}
		switch rest := b.In() - n[2]; {
		case b.Total:
			c.find(f, " total", sums...)
		case rest < 0:
			c.find(f, " over", sums...)
		default:
			c.find(f, "", append(sums, rest)...)
		}
	}
}

func applicationsCell(row, column string) model.Address {
	return model.Address("applications." + row + "." + column)
}

// tableThree sums cells of table three in one column.
func tableThree(name terms, column string, rows ...string) sum {
	s := sum{name: name}
	for _, r := range rows {
		s.cells = append(s.cells, applicationsCell(r, column))
	}
	return s
}

// group sums the rows of table three that are counted together: （三）不予公开.
func (c *checker) group(name string) sum {
	var s sum
	for _, cell := range c.cells(model.Applications) {
		if cell.Group == name && cell.Address.Column() == "total" {
			s.name = terms("{applications}“" + cell.GroupName() + "”总计列")
			s.cells = append(s.cells, cell.Address)
		}
	}
	return s
}

// organisations sums the columns of 法人或其他组织 in some rows.
func (c *checker) organisations(name terms, rows ...string) sum {
	s := sum{name: name}
	for _, cell := range c.cells(model.Applications) {
		for _, row := range rows {
			if column := cell.Address.Column(); cell.Address.Row() == row && column != "person" && column != "total" {
				s.cells = append(s.cells, cell.Address)
			}
		}
	}
	return s
}

// receivedInProse: 收到申请 N 件 is what was received, with or without what was
// carried in (C07). Whoever says 办理 may mean what was finished.
func receivedInProse(c *checker) {
	c.claimsOfYear(func(p paragraph, k claim) {
		sums, ok := receivedSums(k)
		switch {
		case !ok:
		case k.amount.Value == 0: // C11's
			c.tie(p, k, sums...)
		default:
			c.hold(p, k, sums...)
		}
	})
}

// What a number of requests may be: those received, with or without those carried in;
// what was done with them; what was granted of them.
var (
	receivedSum    = tableThree("{applications}“{applications.received}”总计", "total", "received")
	receivedAllSum = tableThree("{applications}“{applications.received}”加“{applications.carriedIn}”总计", "total", "received", "carriedIn")
	handledSum     = tableThree("{applications}“{applications.handled}”总计", "total", "handled")
	handledAllSum  = tableThree("", "total", "handled", "carriedOut")
	grantedSum     = tableThree("", "total", "granted")
	grantedAllSum  = tableThree("", "total", "granted", "partial")
)

// receivedSums is what a claim 收到申请 N 件 may mean; ok is false where it is none.
func receivedSums(k claim) (_ []sum, ok bool) {
	if k.amount == nil || k.among || k.listed || k.some || !money(k.amount.Unit, false) {
		return nil, false
	}
	if !k.own && k.amount.Value < k.again { // 收到申请5件，受理4件
		return nil, false
	}
	sums := []sum{receivedSum, receivedAllSum}
	if k.whole { // which is what was done with them, too
		sums = append(sums, handledAllSum)
	}
	switch {
	case k.amount.Value == 0 && (k.asked || k.own) && k.is("", receive, request, information, all): // 收到的申请均为0件
		return sums, k.has(receive) || k.first || k.own
	case k.asked && k.is(string(receive), request, information, finish, attend):
		return sums, true
	case k.asked && k.is(string(attend), request, information):
		return append(sums, handledSum), true
	case k.own && !k.apart && k.is(string(request), information): // 政府信息公开申请15件
		return append(sums, handledSum, grantedAllSum, grantedSum), true
	}
	return nil, false
}

// money reports whether a unit is one of money, or is not.
func money(unit string, wanted bool) bool { return strings.HasSuffix(unit, "元") == wanted }

// finishedInProse: 办结 N 件 is the total of table three (C08).
func finishedInProse(c *checker) {
	brought := c.broughtIn()
	c.claimsOfYear(func(p paragraph, k claim) {
		if k.amount != nil && k.asked && !k.among && !k.apart && k.is(string(finish), request, information, all, receive, attend) {
			n, _ := c.value(handledSum)
			most, _ := c.value(receivedAllSum)
			switch {
			case k.odd > 0 && float64(n) == k.amount.Value+k.odd: // 撤回1件，答复4件
				return
			case k.has(receive) && n <= most && float64(n) >= k.amount.Value && c.agrees(k, receivedSum):
				return // 收到5件均已办结, and those carried in as well
			}
			c.holdParts(p, k, brought[finish], handledSum)
		}
	})
}

// carriedInProse: 上年结转 N 件, 结转下年度 N 件, or none of them (C09). A year may stand
// in their place.
func carriedInProse(c *checker) {
	carriedIn, carriedOut := tableThree("{applications}“{applications.carriedIn}”总计", "total", "carriedIn"), tableThree("{applications}“{applications.carriedOut}”总计", "total", "carriedOut")
	c.claims(func(p paragraph, k claim) {
		if !k.asked {
			return
		}
		in, out := c.carries(k)
		in, out = in && k.is(string(carry), none, earlier, request, information, receive, finish, attend, all), out && k.is("", carry, none, later, request, information, finish, attend)
		denied := k.has(none) && k.has(carry) && inOrder(k.senses, none, carry)
		switch {
		case in == out:
		case k.amount == nil && !denied, k.amount != nil && denied:
		case denied && in:
			c.holdNone(p, k, carriedIn)
		case denied:
			c.holdNone(p, k, carriedOut)
		case in:
			c.hold(p, k, carriedIn)
		default:
			c.hold(p, k, carriedOut)
		}
	})
}

// yetToDo are those not answered by the end of the year.
var yetToDo = pattern.Lazy(`^(?:截[至止]\S*?(?:年[底末]|12月31日)|年[底末])(?:尚|还|仍|有|申请)*[未待](?:办结|答复|办理完毕)$`)

// carries tells whether a claim is of what was carried in, or over to the next year: 将于
// 2026年答复, 截至12月31日未办结.
func (c *checker) carries(k claim) (in, out bool) {
	last, next := slices.Contains(k.years, c.report.Year-1), slices.Contains(k.years, c.report.Year+1)
	switch {
	case k.has(carry):
		return k.has(earlier) || last && !k.has(receive), k.has(later) || next // those received in 2024年12月 may not be all
	case k.amount == nil:
	case k.has(finish) || k.has(attend):
		words := strings.Replace(k.words, figure(*k.amount)+k.amount.Unit, "", 1)
		out = next && strings.Contains(k.words, "将") || !k.rest && !k.listed && !k.narrow && yetToDo().MatchString(words)
	}
	return false, out
}

// kindsInProse: the numbers by result and by applicant (C10).
func kindsInProse(c *checker) {
	results := []struct {
		sense sense
		group string
	}{
		{grant, model.Granted},
		{partly, model.Partial},
		{withhold, model.Withheld},
		{cannot, model.Unavailable},
		{decline, model.Declined},
		{otherwise, model.Otherwise},
	}
	brought := c.broughtIn()
	c.claimsOfYear(func(p paragraph, k claim) {
		if k.amount == nil || !k.asked {
			return
		}
		if k.has(reason) && k.is(string(reason), request, information, finish) {
			k.senses += string(cannot) // 本机关不掌握2件
		}
		for _, r := range results {
			answered := r.sense == grant && k.has(publish) && k.is(string(publish), finish) && strings.ContainsRune(k.said, rune(finish)) // 答复9件，公开4件
			if !answered && (!k.has(r.sense) || !k.is(string(r.sense), request, information, finish, attend, all, reason, remainder)) {
				continue
			}
			sums := []sum{c.group(r.group)}
			if k.has(reason) { // one of the group's rows, or several
				for _, cell := range sums[0].cells {
					sums = append(sums, cellsOf("", cell))
				}
			}
			if answered {
				sums = append(sums, grantedAllSum)
			}
			c.holdParts(p, k, brought[r.sense], sums...)
		}
		switch {
		case k.is(string(citizens), request, information, receive, finish, attend, all):
			c.holdParts(p, k, brought[citizens], tableThree("{applications}“{applications.received}”自然人", "person", "received"),
				tableThree("", "person", "received", "carriedIn"), tableThree("", "person", "handled"))
		case k.is(string(bodies), request, information, receive, finish, attend, all):
			c.holdParts(p, k, brought[bodies], c.organisations("{applications}“{applications.received}”法人或其他组织", "received"),
				c.organisations("", "received", "carriedIn"), c.organisations("", "handled"),
				// 法人 may have been said of enterprises alone.
				tableThree("", "business", "received"))
		}
	})
}

// nothingReceived: 未收到申请 exactly when none was received; and the prose says
// how many there were (C11). Where it also tells of the right number, the denial
// is only a hint: it may be about a part of them.
func nothingReceived(c *checker) {
	const received = model.Address("applications.received.total")
	n, filled := c.report.Count(received)
	if !filled || n == 0 {
		return
	}
	level, denied := Error, false
	c.claimsOfYear(func(_ paragraph, k claim) {
		if sums, ok := receivedSums(k); ok && k.amount.Value > 0 && c.agrees(k, sums...) {
			level = Warning
		}
	})
	c.claimsOfYear(func(p paragraph, k claim) {
		// 没有依申请公开的信息 beside the right number speaks of what was made public.
		if !c.denies(k) || level == Warning && !k.noun && !k.deeds() || k.someWays(p) {
			return
		}
		denied = true
		f := p.at(k.Span)
		f.Level, f.Cells, f.Left, f.Right = level, []model.Address{received}, p.words(k.Span), decimal(n)
		c.find(f, "", c.partName(p.section), p.words(k.Span), n)
	})
	overview := c.part(model.Overview)
	if len(overview) == 0 || denied {
		return
	}
	for i, p := range c.paragraphs {
		if p.section == model.Overview && c.claimed[i].tells {
			return
		}
	}
	c.find(Finding{Level: Warning, Section: model.Overview, Stage: Open, Cells: []model.Address{received}, Right: decimal(n)}, " silent", n)
}

// byWay are words of how a request came, othersCame those of the ones that came otherwise.
var (
	byWay      = pattern.Lazy(`网上|网络|互联网|政务服务网|线上|线下|信函|邮|来信|当面|现场|传真|书面|窗口`)
	othersCame = pattern.Lazy(`其余|其[他它]|余下|剩余`)
)

// someWays reports whether a denial is of some ways to ask alone, and the prose tells of
// requests that came in others: 传真、当面收到0件，其余16件通过网络收到.
func (k claim) someWays(p paragraph) bool {
	t := p.read()
	if k.ways == 0 {
		return false
	}
	return slices.ContainsFunc(t.Amounts, func(a facts.Amount) bool {
		if a.Value == 0 || a.Clause < 0 || !countedIn(a.Unit) || a.Unit == "条" || a.Unit == "次" || a.Sentence < k.within-1 || a.Sentence > k.within+1 {
			return false
		}
		words := t.Clauses[a.Clause].Text
		way, others := byWay().MatchString(words), othersCame().MatchString(words)
		return way && others || !k.anyWay && (way || others)
	})
}

// denies reports whether a claim says that no request was received: 未收到申请,
// 收到申请0件.
func (c *checker) denies(k claim) bool {
	if k.amount == nil {
		if k.first && k.asked && k.is(string(none)+string(receive)) { // 依申请公开情况 above: 本年度未收到
			return true
		}
		zero := strings.Contains(k.words, "零") && k.has(receive) && inOrder(k.senses, none, receive) // 依申请公开零受理
		return k.own && !k.some && k.is(string(none)+string(request), receive, attend, information) && (zero || inOrder(k.senses, none, request))
	}
	sums, ok := receivedSums(k)
	return ok && k.amount.Value == 0 && !c.agrees(k, sums...)
}

// inOrder reports whether one sense comes before the other.
func inOrder(senses string, first, second sense) bool {
	return strings.IndexRune(senses, rune(first)) < strings.IndexRune(senses, rune(second))
}

// allFinished: 均已办结, although some are carried over (C12). What is said of the
// finished ones, and where the others are told of, is no contradiction.
func allFinished(c *checker) {
	const out = model.Address("applications.carriedOut.total")
	n, _ := c.report.Count(out)
	if n == 0 {
		return
	}
	c.claimsOfYear(func(p paragraph, k claim) {
		if k.amount != nil || !k.asked || k.after || k.rest || !k.finishesAll() {
			return
		}
		f := p.at(k.Span)
		f.Cells, f.Left, f.Right = []model.Address{out}, p.words(k.Span), decimal(n)
		c.find(f, "", c.partName(p.section), p.words(k.Span), n)
	})
}

// doneWith is all that a clause says which goes on from those received: 收到1件，已按时办结.
var doneWith = pattern.Lazy(`^(?:已经?|均|都|并|按[时期]|书面|当面|如期|及时|依法|依规|[在于]\S*[内前])*(?:予以|作出|进行)?(?:办结|答复|回复|办理完毕|办复|办毕)(?:并(?:书面)?(?:答复|回复|告知))?(?:申请人|完毕)?$`)

// finishesAll reports whether a claim says that all were finished: 均已办结, or 已办结 right
// behind the number received.
func (k claim) finishesAll() bool {
	done := k.is(string(all)+string(attend), request, information) && strings.Contains(k.words, "已") // 均已办理
	if done || k.is(string(all)+string(finish), request, information) && inOrder(k.senses, all, finish) {
		return true
	}
	received := strings.ContainsRune(k.said, rune(receive)) && strings.Trim(k.said, string([]rune{rune(receive), rune(request), rune(information), rune(attend), rune(channel)})) == ""
	return received && k.again > 0 && k.is(string(finish)) && doneWith().MatchString(k.words)
}

// notCharged says that no fee was taken.
var notCharged = []string{"未收费", "未收取", "没有收取", "未发出收费通知", "没有发出收费通知"}

// chargesAndRequests: the sixth part and table three agree on fees (C13).
func chargesAndRequests(c *checker) {
	unpaid, received := applicationsCell("unpaid", "total"), applicationsCell("received", "total")
	notPaid, _ := c.report.Count(unpaid)
	requests, filled := c.value(receivedAllSum)
	for _, p := range c.part(model.Other) {
		t := p.read()
		if notPaid > 0 {
			for _, words := range notCharged {
				for _, at := range places(p.text, words) {
					f := p.at(at)
					f.Cells, f.Left, f.Right = []model.Address{unpaid}, words, decimal(notPaid)
					c.find(f, "", c.partName(p.section), words, notPaid)
				}
			}
		}
		for _, a := range t.Amounts {
			fee := (a.Unit == "元" || a.Unit == "万元") && a.Value > 0 && strings.Contains(t.Sentence(a.Sentence), "信息处理费")
			if fee && !a.Vague && filled && requests == 0 {
				f := p.at(a.Span)
				f.Cells, f.Left, f.Right = []model.Address{received}, p.words(a.Span), "0"
				c.find(f, " fees", c.partName(p.section), p.words(a.Span))
			}
		}
	}
}
