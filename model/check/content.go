package check

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"nianbao/model"
	"nianbao/model/facts"
	"nianbao/model/internal/pattern"
)

// What the prose has to say: S07, S08, S12, S14, S15.

// periodWords tell that a sentence states what the numbers cover (统计期限).
var periodWords = []string{"统计期", "统计时间", "统计时段", "统计时限", "统计周期", "统计区间", "数据期限", "数据的统计", "所列数据", "所列各项数据", "中所列", "报告期"}

// statedPeriod is 统计期限 with what may stand around it where it is the report's
// own: 本报告中所列数据的统计期限自. Whose 网站访问量统计时间 it is otherwise is not the
// report's matter.
var statedPeriod = pattern.Lazy(`^(?:本|此|该|年度|年报|报告|中|里|内|所列|所有|数据|的|各项|相关|有关|以上|上述|以下|其中|信息|公开|工作|政府|政务|除|特别|说明|外|涉及|列出|使用|引用|内容|情况|主动|依申请|指标|全部|文|表|我[镇乡县市区局办]|本?[镇乡县市区局]|街道|单位|机关|\d{4}年)*` +
	`(?:统计|数据|报告)的?(?:期限|时限|时间|时段|周期|区间|期间|范围|期)(?:自|从|为|是|即|系|：|:|（|\(|本年度|全年|\d{4}年度?|，)*$`)

// period: the report says that it covers its year, all of it (S07).
func period(c *checker) {
	type stated struct {
		p     paragraph
		x     facts.Period
		plain bool // in so many words
	}
	year := strconv.Itoa(c.report.Year)
	said, right := false, false
	var wrong []stated
	for _, p := range c.paragraphs {
		t := p.read()
		for _, x := range t.Periods {
			plain := statedPeriod().MatchString(x.Before)
			x.From.Year, x.To.Year = c.yearsOf(t, x, plain)
			whole := x.From.Year == x.To.Year && x.From.Month == 1 && x.From.Day == 1 && x.To.Month == 12 && x.To.Day == 31
			switch {
			case whole && x.From.Year == c.report.Year:
				said, right = true, right || plain || p.section == model.Preamble
			case plain || whole && p.section == model.Preamble:
				said = true
				wrong = append(wrong, stated{p, x, plain})
			}
		}
		said = said || len(p.seen(c.rule.id, statesPeriod)) > 0 ||
			strings.Contains(t.String(), year+"年1") && mentions(t.String(), "1月至12月", "1-12月", "1月-12月", "1—12月", "1月—12月", "至12月底")
	}
	for _, w := range wrong {
		// Where the right one is told, another is that of something else, unless the
		// preamble says in so many words that it is the report's.
		if right && (!w.plain || w.p.section != model.Preamble) {
			continue
		}
		f := w.p.at(w.x.Span)
		f.Level, f.Left, f.Right = Error, days(w.x.From)+"至"+days(w.x.To), year+"-01-01至"+year+"-12-31"
		c.find(f, "", c.partName(w.p.section), w.p.words(w.x.Span), c.report.Year, c.report.Year)
	}
	if !said {
		c.find(Finding{Section: model.Preamble, Level: Warning, Stage: Open}, " missing", c.report.Year, c.report.Year)
	}
}

// yearsOf are the years that a period begins and ends in. Where its days have none, it is the
// one that the words before name (2025年度（1月1日—12月31日）), or that of the report.
func (c *checker) yearsOf(t *facts.Text, x facts.Period, plain bool) (from, to int) {
	if x.From.Year != 0 {
		return x.From.Year, x.To.Year
	}
	year := c.report.Year
	for _, y := range t.Years {
		if y.Sentence != x.From.Sentence || y.Start >= x.Start {
			continue
		}
		beside := strings.HasPrefix(x.Before, strconv.Itoa(y.Value)) || y.End+1 >= x.Start
		if beside || mentions(y.Before, periodWords...) || plain && strings.Contains(x.Before, strconv.Itoa(y.Value)) {
			year = y.Value
		}
	}
	if x.To.Year != 0 {
		year = x.To.Year // 1月1日至2025年12月31日
	}
	return year, year
}

// statesPeriod: a paragraph states a period, whether it can be read or not.
func statesPeriod(r *reading) []slip {
	if mentions(r.read().String(), periodWords...) {
		return []slip{{}}
	}
	return nil
}

func days(d facts.Date) string { return fmt.Sprintf("%d-%02d-%02d", d.Year, d.Month, d.Day) }

// citedFormat: no notice is cited that laid down another edition, nor its form by
// name (S08). Notices have a number (号); the form is a 格式.
func citedFormat(c *checker) {
	for _, p := range c.paragraphs {
		if !mentions(p.text, "号", "格式") {
			continue
		}
		text := p.read().String()
		for _, e := range model.Editions() {
			if e == c.edition {
				continue
			}
			if cited := e.Cites(text, c.edition); cited != "" {
				f := p.at(p.whole())
				f.Left, f.Right = cited, c.edition.Source
				c.find(f, "", c.partName(p.section), cited, c.report.Year, c.edition.Source)
			}
		}
	}
}

// handlingFee: section six tells of 信息处理费, also where none was taken (S12).
func handlingFee(c *checker) {
	if !strings.Contains(c.partText(model.Other), "费") {
		c.find(Finding{Section: model.Other, Stage: Open}, "", c.partName(model.Other))
	}
}

// tellsOf are the words that tell of an aspect of the overview, where its name is not
// what tells of it.
var tellsOf = map[string][]string{
	"依申请公开":      {"依申请", "申请公开", "公开申请"},
	"政府信息管理":     {"信息管理", "信息资源管理", "信息的管理"},
	"政府信息公开平台建设": {"平台"},
	"监督保障":       {"监督", "考核"},
}

// overviewAspects: the overview covers what the form asks for (S14).
func overviewAspects(c *checker) {
	overview, _ := c.edition.Section(model.Overview)
	text := c.partText(model.Overview)
	var missing []string
	for _, aspect := range overview.Aspects {
		if !mentions(text, aspect) && !mentions(text, tellsOf[aspect]...) {
			missing = append(missing, aspect)
		}
	}
	if len(missing) > 0 {
		c.find(Finding{Section: model.Overview, Stage: Open}, "", strings.Join(missing, "、"))
	}
}

// longestOverview is how many characters the overview should have at most.
const longestOverview = 1000

// overviewLength: the overview is not too long (S15).
func overviewLength(c *checker) {
	n := 0
	for _, p := range c.part(model.Overview) {
		for _, r := range p.text {
			if !unicode.IsSpace(r) {
				n++
			}
		}
	}
	if n > longestOverview {
		c.find(Finding{Section: model.Overview, Left: strconv.Itoa(n), Right: strconv.Itoa(longestOverview)}, "", n, longestOverview)
	}
}
