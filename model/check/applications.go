package check

import (
	"strings"

	"nianbao/model"
)

// Table three, 收到和处理政府信息公开申请情况, and what the prose says of it: C01,
// C07–C13.

// balance: 第一项加第二项之和，等于第三项加第四项之和, for each column (C01). A
// column without any number says nothing yet.
func balance(c *checker) {
	for _, b := range Balances(c.Report) {
		if !b.Begun || b.Even() {
			continue
		}
		f := Finding{Section: model.Applications, Cells: b.Cells[:], Left: decimal(b.In()), Right: decimal(b.Out())}
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

// row sums cells of table three in one column.
func tableThree(name, column string, rows ...string) sum {
	s := sum{name: "表三" + name}
	for _, r := range rows {
		s.cells = append(s.cells, applicationsCell(r, column))
	}
	return s
}

// group sums the rows that stand under one label of table three: （三）不予公开.
// A label without rows below is a row itself.
func (c *checker) group(label string) sum {
	s := sum{name: "表三“" + label + "”总计列"}
	for _, cell := range c.cells(model.Applications) {
		if cell.Address.Column() != "total" {
			continue
		}
		for _, l := range cell.RowLabels {
			if _, words, _ := strings.Cut(l, "）"); strings.HasPrefix(words, label) {
				s.cells = append(s.cells, cell.Address)
				break
			}
		}
	}
	return s
}

// organisations sums the columns of 法人或其他组织 in some rows.
func (c *checker) organisations(name string, rows ...string) sum {
	s := sum{name: "表三" + name}
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
	c.claims(func(p paragraph, k claim) {
		if !k.received() {
			return
		}
		sums := []sum{
			tableThree("“本年新收”总计", "total", "received"),
			tableThree("“本年新收”加“上年结转”总计", "total", "received", "carriedIn"),
		}
		if strings.ContainsRune(k.senses, rune(attend)) {
			sums = append(sums, tableThree("“（七）总计”总计列", "total", "handled"))
		}
		if k.amount.Value == 0 { // C11's
			c.tie(p, k, sums...)
			return
		}
		c.hold(p, k, sums...)
	})
}

// received reports whether a claim is 收到申请 N 件.
func (k claim) received() bool {
	return k.amount != nil && (k.has(string(receive)+string(request)) || k.has(string(attend)+string(request)) ||
		k.asked && (k.has(string(receive)) || k.has(string(attend))))
}

// finishedInProse: 办结 N 件 is the total of table three (C08).
func finishedInProse(c *checker) {
	c.claims(func(p paragraph, k claim) {
		if k.amount != nil && k.asked && k.has(string(finish), request, all) {
			c.hold(p, k, tableThree("“（七）总计”总计列", "total", "handled"))
		}
	})
}

// carriedInProse: 上年结转 N 件, 结转下年度 N 件 (C09).
func carriedInProse(c *checker) {
	c.claims(func(p paragraph, k claim) {
		switch {
		case k.amount == nil || !k.asked:
		case k.has(string(carryIn), request, receive):
			c.hold(p, k, tableThree("“上年结转”总计", "total", "carriedIn"))
		case k.has(string(carryOut), request):
			c.hold(p, k, tableThree("“结转下年度”总计", "total", "carriedOut"))
		}
	})
}

// kindsInProse: the numbers by result and by applicant (C10).
func kindsInProse(c *checker) {
	results := []struct {
		sense sense
		label string
	}{
		{grant, "予以公开"},
		{partly, "部分公开"},
		{withhold, "不予公开"},
		{cannot, "无法提供"},
		{decline, "不予处理"},
		{otherwise, "其他处理"},
	}
	c.claims(func(p paragraph, k claim) {
		if k.amount == nil || !k.asked {
			return
		}
		for _, r := range results {
			if k.has(string(r.sense), request, finish, attend) {
				c.hold(p, k, c.group(r.label))
			}
		}
		switch {
		case k.has(string(citizens), request, receive):
			c.hold(p, k, tableThree("“本年新收”自然人", "person", "received"),
				tableThree("", "person", "received", "carriedIn"), tableThree("", "person", "handled"))
		case k.has(string(bodies), request, receive):
			c.hold(p, k, c.organisations("“本年新收”法人或其他组织", "received"),
				c.organisations("", "received", "carriedIn"), c.organisations("", "handled"),
				// 法人 may have been said of enterprises alone.
				tableThree("", "business", "received"))
		}
	})
}

// nothingReceived: 未收到申请 exactly when none was received; and the prose says
// how many there were (C11).
func nothingReceived(c *checker) {
	const received = model.Address("applications.received.total")
	n, filled := c.Count(received)
	if !filled || n == 0 {
		return
	}
	c.claims(func(p paragraph, k claim) {
		denied := k.amount == nil && k.has(string(none)+string(request), receive)
		if !denied && !(k.received() && k.amount.Value == 0) {
			return
		}
		f := p.at(k.Span)
		f.Cells, f.Left, f.Right = []model.Address{received}, p.words(k.Span), decimal(n)
		c.find(f, "", c.partName(p.section), p.words(k.Span), n)
	})
	overview := c.part(model.Overview)
	if len(overview) == 0 || len(c.findings) > 0 && c.findings[len(c.findings)-1].Rule == c.rule.id {
		return
	}
	for _, p := range overview {
		t := p.read()
		for _, a := range t.Amounts {
			if strings.Contains(t.Sentence(a.Sentence), "申请") {
				return
			}
		}
	}
	c.find(Finding{Level: Warning, Section: model.Overview, Cells: []model.Address{received}, Right: decimal(n)}, " silent", n)
}

// allFinished: 均已办结, although some are carried over (C12).
func allFinished(c *checker) {
	const out = model.Address("applications.carriedOut.total")
	n, _ := c.Count(out)
	if n == 0 {
		return
	}
	c.claims(func(p paragraph, k claim) {
		if k.amount == nil && k.asked && k.has(string(all)+string(finish), request) {
			f := p.at(k.Span)
			f.Cells, f.Left, f.Right = []model.Address{out}, p.words(k.Span), decimal(n)
			c.find(f, "", c.partName(p.section), p.words(k.Span), n)
		}
	})
}

// chargesAndRequests: the sixth part and table three agree on fees (C13).
func chargesAndRequests(c *checker) {
	unpaid, received := applicationsCell("unpaid", "total"), applicationsCell("received", "total")
	notPaid, _ := c.Count(unpaid)
	requests, filled := c.value(tableThree("", "total", "received", "carriedIn"))
	for _, p := range c.part(model.Other) {
		t := p.read()
		if notPaid > 0 {
			for _, words := range []string{"未收费", "未收取", "没有收取", "未发出收费通知", "没有发出收费通知"} {
				for _, at := range places(p.text, words) {
					f := p.at(at)
					f.Cells, f.Left, f.Right = []model.Address{unpaid}, words, decimal(notPaid)
					c.find(f, "", words, notPaid)
				}
			}
		}
		for _, a := range t.Amounts {
			fee := (a.Unit == "元" || a.Unit == "万元") && a.Value > 0 && strings.Contains(t.Sentence(a.Sentence), "信息处理费")
			if fee && !a.Vague && filled && requests == 0 {
				f := p.at(a.Span)
				f.Cells, f.Left, f.Right = []model.Address{received}, p.words(a.Span), "0"
				c.find(f, " fees", p.words(a.Span))
			}
		}
	}
}
