package check

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
	"nianbao/model/facts"
	"nianbao/model/han"
	"nianbao/model/internal/pattern"
)

// S09: years left standing from an older report.

// otherYears: years that are neither the reported one nor the one after it are
// probably left from an older report (S09). Nor does a passage on what comes next
// speak of the reported year alone.
func otherYears(c *checker) {
	for _, p := range c.paragraphs {
		t := p.read()
		for _, y := range t.Years[:min(len(t.Years), maxSlips)] {
			if y.Value == c.report.Year || y.Value == c.report.Year+1 || y.Quoted || c.explains(p, y) {
				continue
			}
			f := p.at(y.Span)
			f.Left, f.Right, f.Passages = strconv.Itoa(y.Value), strconv.Itoa(c.report.Year), c.beside(p)
			c.find(f, "", c.partName(p.section), y.Value, c.report.Year)
		}
		if y, ok := c.stalePlan(p, t); ok {
			f := p.at(y.Span)
			f.Left, f.Right, f.Passages = strconv.Itoa(y.Value), strconv.Itoa(c.report.Year+1), c.beside(p)
			c.find(f, " next", c.partName(p.section), y.Value, c.report.Year+1)
		}
	}
}

// Words around an earlier year that make it right. A year that opens its clause
// says of when the clause is (2024年，我镇公开60条); one that stands anywhere else
// belongs to a thing (公开2024年度决算) or a moment (于2019年建成).
var (
	// opening is what may stand before a year that opens its clause.
	opening = pattern.Lazy(`^(?:我[镇乡县市区局办街]|本[镇乡县市区局办街]|全[镇乡县市区局街]|街道|单位|机关|道|政府|办事处|党委|[` + han.Numerals + `]+是|[` + han.Numerals + `\d]+[、.．]|其中|同时|此外|另外|截[至止]|在|全年|、|的)*$`)
	// moment is what follows a year that something began, ended or happened in.
	moment = pattern.Lazy(`^度?(?:[底末初]|\d{1,2}月份?(?:\d{1,2}[日号])?)?(?:以来|起|前|以前|之前|后|以后|之后|同期|修订|修正|施行|实施|公布|版|` +
		`(?:正式|全面|率先|就|已|便)*(?:建成|建立|成立|设立|组建|启用|开通|投入使用|投用|上线|运行|挂牌|印发|出台|制定|发布实施|荣?获|被?评为|被?授予|开始|创办|完成|改造|扩建|升级|迁入|更名|合并))`)
	founding = pattern.Lazy(`建成|建立|成立|设立|组建|启用|开通|投入使用|投用|上线|挂牌|印发|出台|制定|修订|荣?获|评为|授予|改造|扩建|升级|迁入|更名|合并`)
	// thing is what a year names of the year before, where nobody acts in between.
	thing = pattern.Lazy(`^度?(?:的)?(?:县|市|省|镇|乡|区|级|本|部门|单位|财政|政府|政务|信息|公开|工作|第三方|绩效|目标|年终|年度|“三公”|惠农|惠民|资金|经费|项目|民生|专项|转移支付|各类|在|全|、|和|及)*` +
		`(?:决算|预算|年报|年度报告|报告|总结|考核|评估|测评|评价|审计|自评|补助|补贴|结果|结余|遗留|指标|反馈)`)
	// planned and announced stand before the year that somebody plans for, and that of the
	// report itself.
	planned   = pattern.Lazy(`(?:将|拟|计划|力争|争取)[在于]?$`)
	comparing = pattern.Lazy(`[较比]$|[较比与].*\d{4}年`) // 较2024年的66条、2023年的58条
	announced = pattern.Lazy(`^现(?:[将就对]|公布|发布|向社会)`)
	carried   = pattern.Lazy(`结转|转结|转入|转至|遗留|结余`)
	yearsOut  = pattern.Lazy(`\d{4}年?度?[-—–－~～至到]+$`)
	rangeOn   = pattern.Lazy(`^度?[-—–－~～至到]+\d{4}`)
)

// explains reports whether the words around another year account for it.
func (c *checker) explains(p paragraph, y facts.Year) bool {
	t := p.read()
	if y.Value > c.report.Year {
		return yearsOut().MatchString(y.Before) || mentions(t.Sentence(y.Sentence), "规划", "计划", "到", "力争", "目标", "期间")
	}
	if planned().MatchString(y.Before) {
		return false
	}
	if y.Noted || moment().MatchString(y.After) || yearsOut().MatchString(y.Before) || rangeOn().MatchString(y.After) ||
		mentions(y.After, "存在", "问题", "不足", "整改", "相比", "对比", "比较") {
		return true
	}
	before := y.Before
	for _, name := range c.names() {
		before = strings.ReplaceAll(before, name, "")
	}
	last := y.Value == c.report.Year-1
	switch {
	case announced().MatchString(before):
		return mentions(y.After, "决算", "预算")
	case last && p.section == model.Preamble && !dated(y.After): // the preamble is of this year's report
		return false
	}
	if !opening().MatchString(before) {
		return last || comparing().MatchString(before) || c.history(t, y) || founding().MatchString(y.After) || endsWith([]rune(before), []string{"于", "自", "从", "在", "早在", "至"})
	}
	if !last {
		return false
	}
	// The year before and this one side by side: 2024年9件，2025年4件.
	beside := slices.ContainsFunc(t.Years, func(other facts.Year) bool { return other.Sentence == y.Sentence && other.Value == c.report.Year })
	return beside || thing().MatchString(y.After) || carried().MatchString(y.After) && !strings.Contains(y.After, "上年")
}

// dated reports whether a month follows a year.
func dated(after string) bool {
	return strings.HasPrefix(strings.TrimLeft(after, "0123456789"), "月") && !strings.HasPrefix(after, "月")
}

// history reports whether the sentence tells of another earlier year when something began
// or ended: 2021年并入，2022年起不再单独运行.
func (c *checker) history(t *facts.Text, y facts.Year) bool {
	return slices.ContainsFunc(t.Years, func(other facts.Year) bool {
		return other.Sentence == y.Sentence && other.Value != y.Value && other.Value < c.report.Year && moment().MatchString(other.After)
	})
}

// nextStep tells that what follows is about the year to come.
var nextStep = pattern.Lazy(`下一?步|改进(?:措施|方向|打算|计划)|整改(?:措施|方向|打算|计划)|今后|新的一年|工作打算`)

// stalePlan finds the reported year in what a paragraph plans, where the year to
// come is not named.
func (c *checker) stalePlan(p paragraph, t *facts.Text) (facts.Year, bool) {
	if len(t.Years) == 0 || !mentions(p.text, "步", "改进", "整改", "今后", "新的一年", "打算") {
		return facts.Year{}, false
	}
	for _, y := range t.Years {
		if y.Value == c.report.Year+1 {
			return facts.Year{}, false
		}
	}
	next := len(p.text)
	if at := nextStep().FindStringIndex(t.String()); at != nil {
		next = t.Place(at[0])
	}
	for _, y := range t.Years {
		planned := next < y.Start || nextStep().MatchString(y.After)
		if y.Value == c.report.Year && planned && !y.Quoted && !mentions(y.After, "存在", "问题", "不足", "度报告", "基础上") && !mentions(y.Before, "针对", "总结") {
			return y, true
		}
	}
	return facts.Year{}, false
}
