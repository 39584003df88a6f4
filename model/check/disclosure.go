package check

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
)

// Table two, 主动公开政府信息情况: A01–A10 for its rows and columns of today, B01–B07
// for those of 2019 and 2020. What compares two years is in years.go.

func disclosureCell(row, column string) model.Address {
	return model.Address("disclosure." + row + "." + column)
}

// counts are the cells as integers; ok is false when one is not filled in, or not
// to be known.
func (c *checker) counts(cells ...model.Address) (n []int64, ok bool) {
	return countsOf(c.report, cells...)
}

func countsOf(r *model.Report, cells ...model.Address) (n []int64, ok bool) {
	n = make([]int64, len(cells))
	for i, a := range cells {
		if n[i], ok = r.Count(a); !ok || clouded(r, a) {
			return nil, false
		}
	}
	return n, true
}

// clouded reports whether the number of a cell is not to be known: what was written
// there, or in a cell that it adds, is none. The rules on values speak of that; the
// others would judge a number that is not there.
func clouded(r *model.Report, a model.Address) bool {
	for unread := range r.Unread {
		if unread == a || slices.Contains(r.Edition().TotalsOf(unread), a) {
			return true
		}
	}
	return false
}

// regulationsByRank: townships, subdistricts and departments of a county issue
// no 规章 (A04).
func regulationsByRank(c *checker) {
	switch c.report.Agency.Kind {
	case model.Township, model.Subdistrict, model.Department:
	default:
		return
	}
	var cells []model.Address
	var values []string
	for _, column := range []string{"issued", "repealed", "effective"} {
		a := disclosureCell("regulations", column)
		if n, _ := c.report.Count(a); n != 0 {
			cells, values = append(cells, a), append(values, decimal(n))
		}
	}
	if len(cells) > 0 {
		c.find(Finding{Section: model.Disclosure, Cells: cells, Left: values[0], Right: "0"}, "",
			strings.Join(values, "、"), c.report.Agency.Kind.Name())
	}
}

// effectiveAtLeast: what was issued and not repealed is in force; nothing can be
// repealed that was not there (A06).
func effectiveAtLeast(c *checker) {
	for _, row := range c.disclosureRows("issued", "repealed", "effective") {
		cells := addresses(row)
		n, ok := c.counts(cells...)
		if !ok {
			continue
		}
		issued, repealed, effective, labels := n[0], n[1], n[2], labelsOf(row)
		if base, known := c.lastCounts(cells[2]); known {
			if most := base[0] + issued; repealed > most {
				c.find(Finding{Section: model.Disclosure, Cells: cells[:2], Left: decimal(repealed), Right: decimal(most)}, " repealed",
					append(labels, repealed, base[0], issued, most)...)
			}
		} else if least := issued - repealed; effective < least {
			c.find(Finding{Section: model.Disclosure, Cells: cells, Left: decimal(effective), Right: decimal(least)}, "",
				append(labels, issued, repealed, least, effective)...)
		}
	}
}

// documentsInProse: 制发、废止、现行有效 规范性文件 N 件 agree with the table (A07).
func documentsInProse(c *checker) {
	rows := []struct {
		sense  sense
		column string
	}{{issue, "issued"}, {repeal, "repealed"}, {effective, "effective"}}
	c.claimsOfYear(func(p paragraph, k claim) {
		part := k.is(string(document)) && strings.HasPrefix(k.words, "其中") && strings.ContainsRune(k.said, rune(issue))
		if part {
			k.senses += string(issue)
		}
		if k.apart && !part && k.amount != nil || !k.has(document) && !strings.ContainsRune(k.said, rune(document)) {
			return
		}
		for _, row := range rows {
			if k.denies(row.sense, document) || row.sense == issue && k.amount == nil && k.is(string(none)+string(document)) { // 无规范性文件
				c.holdNone(p, k, c.cellSum(disclosureCell("documents", row.column)))
			}
			if k.amount == nil {
				continue
			}
			if k.is(string(row.sense), document) {
				c.hold(p, k, c.cellSum(disclosureCell("documents", row.column)))
			}
		}
	})
}

// decisionsInProse: 行政许可、处罚、强制 N 件 and 收费 N 万元 agree with the table
// (A08). Notices are counted in 条.
func decisionsInProse(c *checker) {
	rows := []struct {
		sense sense
		row   string
	}{{licence, "licensing"}, {penalty, "penalties"}, {coercion, "enforcement"}}
	c.claimsOfYear(func(p paragraph, k claim) {
		for _, row := range rows {
			if k.amount == nil && k.has(row.sense) && k.is(string(none), licence, penalty, coercion) && inOrder(k.senses, none, row.sense) {
				c.holdNone(p, k, c.cellSum(disclosureCell(row.row, "decided")))
			}
			if k.amount == nil || k.apart {
				continue
			}
			if k.is(string(row.sense), attend, finish) && k.amount.Unit != "条" {
				c.hold(p, k, c.cellSum(disclosureCell(row.row, "decided")))
			}
		}
		switch {
		case k.amount != nil && k.is(string(charge)) && !k.apart && c.feesOfTable(p, k):
			c.holdFees(p, k)
		case k.denies(charge) && strings.Contains(k.words, "行政事业性收费"):
			c.holdNoFees(p, k)
		}
	})
}

// feesOfTable reports whether 收费 is 行政事业性收费: it may be 信息处理费, which is what section
// six tells of, and what is said of requests.
func (c *checker) feesOfTable(p paragraph, k claim) bool {
	heading := c.report.Narrative[p.section][p.block].Heading
	if mentions(k.words+heading, "行政事业性") {
		return true
	}
	return p.section != model.Other && !mentions(p.read().Sentence(k.within)+heading, "信息处理费", "申请")
}

// holdFees compares 收费 N 万元 with the table, to the digits that the prose gives.
func (c *checker) holdFees(p paragraph, k claim) {
	const fees = model.Address("disclosure.fees.amount")
	table, err := strconv.ParseFloat(c.report.Cells[fees], 64)
	if err != nil {
		return
	}
	switch k.amount.Unit {
	case "万元":
	case "元":
		table *= 10000
	default:
		return
	}
	if rounds(*k.amount, table) {
		return
	}
	f := p.at(k.Span)
	f.Cells, f.Left, f.Right = []model.Address{fees}, figure(*k.amount)+k.amount.Unit, c.report.Value(fees)+"万元"
	c.find(f, " fees", c.partName(p.section), k.words, c.report.Value(fees))
}

// holdNoFees: 无行政事业性收费.
func (c *checker) holdNoFees(p paragraph, k claim) {
	const fees = model.Address("disclosure.fees.amount")
	if c.report.Cells[fees] == "" || isZero(c.report.Cells[fees]) {
		return
	}
	f := p.at(k.Span)
	f.Cells, f.Left, f.Right = []model.Address{fees}, "0", c.report.Value(fees)+"万元"
	c.find(f, " fees", c.partName(p.section), p.words(k.Span), c.report.Value(fees))
}

// Fees in 万元 beyond which somebody has probably typed 元 (A09).
const (
	feesImplausible = 10000
	feesGrowth      = 100
)

// feesInYuan: the amount looks as if it were not in 万元 (A09).
func feesInYuan(c *checker) {
	const fees = model.Address("disclosure.fees.amount")
	now, err := strconv.ParseFloat(c.report.Cells[fees], 64)
	if err != nil {
		return
	}
	f := Finding{Section: model.Disclosure, Cells: []model.Address{fees}, Left: c.report.Value(fees)}
	if c.last != nil {
		if before, err := strconv.ParseFloat(c.last.Cells[fees], 64); err == nil && before > 0 && now >= feesGrowth*before {
			f.Right = c.last.Value(fees)
			c.find(f, " growth", c.report.Value(fees), f.Right)
			return
		}
	}
	if now >= feesImplausible {
		c.find(f, "", c.report.Value(fees))
	}
}

// published: what was newly published is among what was made and what is
// published in all (B03).
func published(c *checker) {
	for _, row := range c.disclosureRows("made", "published", "total") {
		made, fresh, whole := row[0].Address, row[1].Address, row[2].Address
		if n, ok := c.counts(fresh, whole); ok && n[0] > n[1] {
			c.find(Finding{Section: model.Disclosure, Cells: []model.Address{fresh, whole}, Left: decimal(n[0]), Right: decimal(n[1])},
				"", c.name(fresh), n[0], n[1])
		}
		if n, ok := c.counts(made, fresh); ok && n[1] > n[0] {
			c.find(Finding{
				Level: Warning, Section: model.Disclosure, Cells: []model.Address{made, fresh}, Left: decimal(n[1]), Right: decimal(n[0]),
			}, " made", c.name(fresh), n[1], n[0])
		}
	}
}

// procurement: 采购项目数量 is 0 exactly when 采购总金额 is (B05).
func procurement(c *checker) {
	const projects, amount = model.Address("disclosure.procurement.projects"), model.Address("disclosure.procurement.amount")
	p, a := c.report.Cells[projects], c.report.Cells[amount]
	if p == "" || a == "" || isZero(p) == isZero(a) {
		return
	}
	c.find(Finding{Section: model.Disclosure, Cells: []model.Address{projects, amount}, Left: p, Right: a}, "", p, a)
}

// procurementUnit: 采购总金额 has its unit (B06).
func procurementUnit(c *checker) {
	const amount = model.Address("disclosure.procurement.amount")
	if v := c.report.Cells[amount]; v != "" && !isZero(v) && !strings.HasSuffix(v, "元") {
		c.find(Finding{Section: model.Disclosure, Cells: []model.Address{amount}, Left: v}, "", v, v, v)
	}
}

// isZero reports whether a number, with or without a unit, is 0.
func isZero(value string) bool { return !strings.ContainsAny(value, "123456789") }
