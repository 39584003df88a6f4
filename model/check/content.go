package check

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/facts"
)

// What the prose has to say, and of which years: S07–S09, S11, S12, S14, S15.

// periodWords tell that a sentence states what the numbers cover (统计期限).
func periodWords() []string {
	return []string{"统计期限", "统计时间", "统计时段", "统计周期", "统计区间", "数据期限", "数据统计", "数据的统计", "所列数据", "所列各项数据", "中所列", "报告期"}
}

// period: the report says that it covers its year, all of it (S07).
func period(c *checker) {
	year := strconv.Itoa(c.Year)
	said := false
	for _, p := range c.paragraphs {
		t := p.read()
		for _, x := range t.Periods {
			stated := mentions(t.Sentence(x.Sentence), periodWords()...)
			whole := x.From.Month == 1 && x.From.Day == 1 && x.To.Month == 12 && x.To.Day == 31
			if !stated && (!whole || p.section != model.Preamble) {
				continue
			}
			said = true
			if !whole || x.From.Year != c.Year || x.To.Year != c.Year {
				f := p.at(x.Span)
				f.Level, f.Left, f.Right = Error, days(x.From)+"至"+days(x.To), year+"-01-01至"+year+"-12-31"
				c.find(f, "", c.partName(p.section), p.words(x.Span), c.Year, c.Year)
			}
		}
		said = said || len(p.seen(c.rule.id, statesPeriod)) > 0 ||
			strings.Contains(t.String(), year+"年1") && mentions(t.String(), "1月至12月", "1-12月", "1月-12月", "1—12月", "1月—12月", "至12月底")
	}
	if !said {
		c.find(Finding{Section: model.Preamble, Level: Warning}, " missing", c.Year, c.Year)
	}
}

// statesPeriod: a paragraph states a period, whether it can be read or not.
func statesPeriod(r *reading) []slip {
	if mentions(r.read().String(), periodWords()...) {
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
				c.find(f, "", c.partName(p.section), cited, c.Year, c.edition.Source)
			}
		}
	}
}

// otherYears: years that are neither the reported one nor the one after it are
// probably left from an older report (S09). Nor does a passage on what comes next
// speak of the reported year alone.
func otherYears(c *checker) {
	for _, p := range c.paragraphs {
		t := p.read()
		for _, y := range t.Years[:min(len(t.Years), maxSlips)] {
			if y.Value == c.Year || y.Value == c.Year+1 || y.Quoted || c.explains(t, y) {
				continue
			}
			f := p.at(y.Span)
			f.Left, f.Right, f.Passages = strconv.Itoa(y.Value), strconv.Itoa(c.Year), c.beside(p)
			c.find(f, "", c.partName(p.section), y.Value, c.Year)
		}
		if y, ok := c.stalePlan(p, t); ok {
			f := p.at(y.Span)
			f.Left, f.Right, f.Passages = strconv.Itoa(y.Value), strconv.Itoa(c.Year+1), c.beside(p)
			c.find(f, " next", c.partName(p.section), y.Value, c.Year+1)
		}
	}
}

// explains reports whether the words around another year account for it: the date
// of a law, a comparison, an old shortcoming that was put right, a plan's end.
func (c *checker) explains(t *facts.Text, y facts.Year) bool {
	if mentions(y.After, "修订", "修正", "施行", "实施", "公布", "以来", "起", "同期", "年度报告", "版", "存在", "问题", "不足", "成立", "设立", "规划", "末") && y.Value < c.Year {
		return true
	}
	if y.Value == c.Year-1 && (mentions(y.Before, "比", "较", "与", "同", "上年") || mentions(t.Sentence(y.Sentence), "同比", "相比", "上年结转", "环比", "整改")) {
		return true
	}
	return y.Value > c.Year+1 && mentions(t.Sentence(y.Sentence), "规划", "计划", "到", "力争", "目标", "期间")
}

// nextStep tells that what follows is about the year to come.
var nextStep = regexp.MustCompile(`下一?步|改进(?:措施|方向|打算|计划)|整改(?:措施|方向|打算|计划)|今后|新的一年|工作打算`)

// stalePlan finds the reported year in what a paragraph plans, where the year to
// come is not named.
func (c *checker) stalePlan(p paragraph, t *facts.Text) (facts.Year, bool) {
	if len(t.Years) == 0 || !mentions(p.text, "步", "改进", "整改", "今后", "新的一年", "打算") {
		return facts.Year{}, false
	}
	for _, y := range t.Years {
		if y.Value == c.Year+1 {
			return facts.Year{}, false
		}
	}
	next := len(p.text)
	if at := nextStep.FindStringIndex(t.String()); at != nil {
		next = t.Place(at[0])
	}
	for _, y := range t.Years {
		planned := next < y.Start || nextStep.MatchString(y.After)
		if y.Value == c.Year && planned && !y.Quoted && !mentions(y.After, "存在", "问题", "不足", "度报告", "基础上") && !mentions(y.Before, "针对", "总结") {
			return y, true
		}
	}
	return facts.Year{}, false
}

// What tells that a text speaks of problems, and of what is done about them.
// Broad on purpose: a false alarm costs more trust than a missed one. Any 不
// counts (不及时, 不规范 …) but those of words that praise or promise.
var (
	problemWords     = regexp.MustCompile(`问题|差距|有待|短板|滞后|仍[有需]|[还尚][有需未]|未能|没有|[缺弱难欠差少低慢]|不(?:[^断仅但忘懈折]|$)`)
	improvementWords = regexp.MustCompile(`改进|改善|改正|整改|下一?步|今后|力争|确保|加强|加大|加快|完善|提[高升]|强化|进一步|推进|措施|优化|健全|将`)
)

// minProblems is the least number of characters of section five.
const minProblems = 10

// problems: section five is there and tells both the problems and what is done
// about them (S11).
func problems(c *checker) {
	text := strings.ReplaceAll(c.partText(model.Problems), "\n", "")
	f := Finding{Section: model.Problems}
	switch {
	case text == "":
		c.find(f, " empty")
	case utf8.RuneCountInString(text) < minProblems:
		c.find(f, " short", text)
	case !problemWords.MatchString(text):
		c.find(f, " problems")
	case !improvementWords.MatchString(text):
		c.find(f, " improvements")
	}
}

// handlingFee: section six tells of 信息处理费, also where none was taken (S12).
func handlingFee(c *checker) {
	if !strings.Contains(c.partText(model.Other), "费") {
		c.find(Finding{Section: model.Other}, "")
	}
}

// fiveAspects: the overview covers what the form asks for (S14).
func fiveAspects(c *checker) {
	text := c.partText(model.Overview)
	var missing []string
	for _, aspect := range []struct {
		name  string
		words []string
	}{
		{"主动公开", []string{"主动公开"}},
		{"依申请公开", []string{"依申请", "申请公开", "公开申请"}},
		{"政府信息管理", []string{"信息管理", "信息资源管理", "信息的管理"}},
		{"政府信息公开平台建设", []string{"平台"}},
		{"监督保障", []string{"监督", "考核"}},
	} {
		if !mentions(text, aspect.words...) {
			missing = append(missing, aspect.name)
		}
	}
	if len(missing) > 0 {
		c.find(Finding{Section: model.Overview}, "", strings.Join(missing, "、"))
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
