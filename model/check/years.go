package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
	"nianbao/model/compare"
)

// Rules across years: A05, A10, B04, B07, C06, D04, D05, S20. They are silent
// without last year's report, and where its edition has no such cell.

// lastCounts are cells of last year's report.
func (c *checker) lastCounts(cells ...model.Address) (n []int64, ok bool) {
	if c.last == nil {
		return nil, false
	}
	return countsOf(c.last, cells...)
}

// effectiveAcross: 现行有效 is last year's, plus 制发, minus 废止 (A05). Documents
// that expired by themselves explain a difference.
func effectiveAcross(c *checker) {
	for _, row := range c.disclosureRows("issued", "repealed", "effective") {
		issued, repealed, effective := row[0].Address, row[1].Address, row[2].Address
		now, ok := c.counts(issued, repealed, effective)
		before, known := c.lastCounts(effective)
		if !ok || !known {
			continue
		}
		want := before[0] + now[0] - now[1]
		if now[2] == want {
			continue
		}
		f := Finding{Section: model.Disclosure, Cells: []model.Address{issued, repealed, effective}, Left: decimal(now[2]), Right: decimal(want)}
		if slices.ContainsFunc(c.paragraphs, func(p paragraph) bool { return strings.Contains(p.text, expiry) }) {
			f.Level = Warning
		}
		c.find(f, "", append(labelsOf(row), before[0], now[0], now[1], want, now[2])...)
	}
}

// swing is how many times larger or smaller a number has to be to be worth a
// look.
const swing = 10

// swings: cells of table two that changed more than tenfold, or fell to 0 (A10).
func swings(c *checker) {
	for _, cell := range c.cells(model.Disclosure) {
		if c.last == nil || cell.Kind != model.Count && cell.Kind != model.Money {
			continue
		}
		before, now := c.last.Cells[cell.Address], c.report.Cells[cell.Address]
		b, n, ok := numbers(before, now)
		if !ok || b <= 0 {
			continue
		}
		f := Finding{Section: model.Disclosure, Cells: []model.Address{cell.Address}, Left: now, Right: before}
		switch {
		case n == 0:
			c.find(f, " none", cell.Name(), before)
		case n > swing*b || b > swing*n:
			c.find(f, "", cell.Name(), before, now)
		}
	}
}

// numbers reads two values, decimals too.
func numbers(a, b string) (x, y float64, ok bool) {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return x, y, errX == nil && errY == nil
}

// itemsAcross: 上一年项目数量 with its change is not below 0, and in 2020 is what
// 2019 ended with (B04).
func itemsAcross(c *checker) {
	for _, row := range c.disclosureRows("previous", "change") {
		previous, change, label := row[0].Address, row[1].Address, rowLabel(row[0])
		if n, ok := c.counts(previous, change); ok && n[0]+n[1] < 0 {
			c.find(Finding{Section: model.Disclosure, Cells: []model.Address{previous, change}, Left: decimal(n[0]), Right: decimal(n[1])},
				"", label, n[0], n[1])
		}
		now, ok := c.counts(previous)
		before, known := c.lastCounts(previous, change)
		if ok && known && now[0] != before[0]+before[1] {
			want := before[0] + before[1]
			c.find(Finding{Section: model.Disclosure, Cells: []model.Address{previous}, Left: decimal(now[0]), Right: decimal(want)},
				" previous", label, now[0], before[0], before[1], want)
		}
	}
}

// publishedAcross: 对外公开总数量 does not shrink (B07).
func publishedAcross(c *checker) {
	for _, row := range c.disclosureRows("total", "published") {
		whole := row[0].Address
		now, ok := c.counts(whole)
		before, known := c.lastCounts(whole)
		if ok && known && now[0] < before[0] {
			c.find(Finding{Section: model.Disclosure, Cells: []model.Address{whole}, Left: decimal(now[0]), Right: decimal(before[0])},
				"", c.name(whole), now[0], before[0])
		}
	}
}

// carriedAcross: 上年结转 is what last year carried over, in each column (C06).
func carriedAcross(c *checker) {
	for _, cell := range c.cells(model.Applications) {
		if cell.Address.Row() != "carriedIn" {
			continue
		}
		in := cell.Address
		out := model.Address("applications.carriedOut." + in.Column())
		now, ok := c.counts(in)
		before, known := c.lastCounts(out)
		if ok && known && now[0] != before[0] {
			c.find(Finding{Section: model.Applications, Cells: []model.Address{in}, Left: decimal(now[0]), Right: decimal(before[0])},
				"", cell.ColumnLabels[len(cell.ColumnLabels)-1], now[0], before[0])
		}
	}
}

// pendingAcross: what was pending last year is among this year's cases (D04).
func pendingAcross(c *checker) {
	for _, cell := range c.cells(model.Disputes) {
		if cell.Address.Column() != "total" {
			continue
		}
		pending := model.Address("disputes." + cell.Address.Row() + ".pending")
		now, ok := c.counts(cell.Address)
		before, known := c.lastCounts(pending)
		if ok && known && now[0] < before[0] {
			c.find(Finding{Section: model.Disputes, Cells: []model.Address{cell.Address}, Left: decimal(now[0]), Right: decimal(before[0])},
				"", disputeName(cell), now[0], before[0])
		}
	}
}

// disputeName is the kind of dispute of a cell of table four: 复议后起诉.
func disputeName(cell model.Cell) string {
	if n := len(cell.ColumnLabels); n > 1 {
		return cell.ColumnLabels[n-2]
	}
	return cell.Name()
}

// suitsAfterReview: nobody sues after a review that there was not (D05).
func suitsAfterReview(c *checker) {
	const suits, reviews = model.Address("disputes.afterReview.total"), model.Address("disputes.review.total")
	now, ok := c.counts(suits, reviews)
	before, known := c.lastCounts(reviews)
	if ok && known && now[0] > 0 && now[1] == 0 && before[0] == 0 {
		c.find(Finding{Section: model.Disputes, Cells: []model.Address{reviews, suits}, Left: decimal(now[0]), Right: "0"}, "", now[0])
	}
}

const (
	sameText      = 0.9 // 雷同
	leastRunes    = 150 // of a report's prose, to be compared as a whole
	leastPassages = 20  // of a paragraph
)

// likeness is the paragraph of last year's report that a paragraph is most like.
type likeness struct {
	before     string
	similarity float64
}

// nearest finds it.
func (c *checker) nearest(p paragraph) likeness {
	if p.reading.like == nil {
		best := likeness{}
		mine := p.profiled()
		for _, b := range c.before {
			if b.heading || mine.AtMost(b.profiled()) <= best.similarity {
				continue
			}
			if s := mine.Similarity(b.profiled()); s > best.similarity {
				best = likeness{b.text, s}
			}
		}
		p.reading.like = &best
	}
	return *p.reading.like
}

// beside is the paragraph with the one of last year's that it came from; none
// when there is no like one.
func (c *checker) beside(p paragraph) []Passage {
	if c.last == nil || p.heading {
		return nil
	}
	near := c.nearest(p)
	if near.similarity < compare.Alike {
		return nil
	}
	return []Passage{{p.section, *p.place(p.whole()), p.text, near.before, near.similarity}}
}

// sameAsLastYear: the prose is last year's (S20). The similarity is that of each
// paragraph to its nearest of last year, by their lengths.
func sameAsLastYear(c *checker) {
	if c.last == nil {
		return
	}
	total, same := 0, 0.0
	var like []Passage
	for _, p := range c.paragraphs {
		n := len(p.profiled())
		if p.heading || n == 0 {
			continue
		}
		near := c.nearest(p)
		total += n
		same += near.similarity * float64(n)
		if near.similarity >= sameText && n >= leastPassages {
			like = append(like, c.beside(p)...)
		}
	}
	if total < leastRunes || same < sameText*float64(total) || len(like) == 0 {
		return
	}
	percent := fmt.Sprintf("%.1f%%", 100*same/float64(total))
	c.find(Finding{Section: like[0].Section, Place: &like[0].Place, Left: percent, Right: "90%", Passages: like}, "", percent, len(like))
}
