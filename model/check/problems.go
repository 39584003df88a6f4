package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/han"
	"nianbao/model/internal/pattern"
)

// S11: the fifth part, 存在的主要问题及改进情况.

// What tells that a text speaks of problems, and of what is done about them.
// Broad on purpose: a false alarm costs more trust than a missed one. Any 不
// counts (不及时, 不规范 …) but those of words that praise or promise.
var (
	problemWords = pattern.Lazy(`问题|差距|短板|滞后|单一|薄弱|兼职|有限|原因|[偏拖]|针对|[为对]此|仍有|[还尚][有未]|未能|没有|[无需待]|[缺弱难欠差少低慢]|不(?:[^断仅但忘懈折]|$)`)
	// wanting is an improvement that was not made: 制度不健全.
	wanting = pattern.Lazy(`(?:不[够太甚]?|未|没有|缺乏|有待)(?:能|及时|进一步)?(?:改进|加强|完善|提[高升]|强化|推进|措施|优化|健全|解决)`)
)

// Words of what is done about problems, and those of them that may also say that it is not
// done (制度不健全).
var (
	promises     = strings.Fields("下一步 下步 今后 明年 来年 力争 争取 确保 整改 改正 对策 补齐 针对 为此 对此 将 已 拟 计划")
	improvements = strings.Fields("改进 改善 加强 加大 加快 完善 提高 提升 强化 进一步 推进 措施 优化 健全 解决")
)

// minProblems is the least number of characters of section five.
const minProblems = 10

// problems: section five is there and tells both the problems and what is done
// about them (S11). That there are none tells neither.
func problems(c *checker) {
	text := strings.ReplaceAll(c.partText(model.Problems), "\n", "")
	var said aspects
	for _, p := range c.part(model.Problems) {
		if said = said.or(p.fifth().words); said.problems && said.improvements {
			break
		}
	}
	if mentions(text, "无", "没有", "不存在", "未") {
		said = c.aspectsSaid(said)
	}
	f := Finding{Section: model.Problems, Stage: Open}
	switch {
	case text == "":
		c.find(f, " empty", c.partName(f.Section))
	case utf8.RuneCountInString(text) < minProblems:
		c.find(f, " short", c.partName(f.Section), text)
	case !said.problems:
		c.lacking(f, " problems", " problems W", aspects{improvements: true})
	case !said.improvements:
		c.lacking(f, " improvements", " remedies W", aspects{problems: true})
	}
}

// lacking says that one of the two is missing. That is an error only where each clause
// is about the other one, praises, or denies that there is any: a clause in other words
// may tell what is missed, and then it is a hint.
func (c *checker) lacking(f Finding, certain, hint string, there aspects) {
	var label aspects
	for _, p := range c.part(model.Problems) {
		for _, clause := range p.fifthClauses() {
			if clause.label {
				label = clause.about
				continue
			}
			about := clause.about.or(label)
			if clause.empty || there.problems && about.problems || there.improvements && about.improvements {
				continue
			}
			f.Level = Warning
			c.find(f, hint, c.partName(f.Section))
			return
		}
	}
	c.find(f, certain, c.partName(f.Section))
}

// aspects are the two things that section five is about.
type aspects struct{ problems, improvements bool }

// aspectsIn is what the words of a text speak of.
func aspectsIn(text string) aspects {
	a := aspects{problems: problemWords().MatchString(text), improvements: mentions(text, promises...)}
	if !a.improvements && mentions(text, improvements...) {
		a.improvements = !a.problems || mentions(wanting().ReplaceAllString(text, ""), improvements...)
	}
	return a
}

func (a aspects) or(b aspects) aspects {
	return aspects{a.problems || b.problems, a.improvements || b.improvements}
}

// What a clause of section five is that says nothing by itself: the number of a
// list's item, a label (存在的主要问题), or that there is nothing (目前无突出问题).
var (
	itemNumber   = pattern.Lazy(`^(?:[` + han.Numerals + `\d]+[、.．]?)?`)
	aspectLabel  = pattern.Lazy(`^(?:年度?|全年|本年度?|政府|信息|公开|工作|方面|我.|当前|目前|存在|主要|的|问题|不足|困难|短板|及|和|与|、|下一?步|改进|整改|提升|措施|情况|打算|方向|计划|是|有|为|如下)+$`)
	nothingToSay = pattern.Lazy(`^(?:政府|信息|公开|工作|方面|中|我.|本[年镇乡街局机]|关|年?度|全年|当前|目前|存在|主要|的|问题|不足|困难|及|和|与|改进|整改|措施|情况|在|也|均|都|总体|\d{4}年)*` +
		`(?:暂|尚|并|基本|还)?(?:无|没有|未有|不存在|未发现|没发现|没有发现|不涉及)(?:其[他它]|任何|明显|突出|重大|较大|严重|主要|存在|的|相关|有关|需要|需|须|说明|报告|反映|改进|整改|和|及|与|问题|不足|困难|短板|情况|事项|措施|内容|之处)*$`)
)

// inFifth is what a paragraph of section five says. Its clauses are read when they are
// asked for: only where something is denied.
type inFifth struct {
	words   aspects
	parted  bool
	clauses []inClause
}

// praise tells neither of the two.
var praise = pattern.Lazy(`顺利|良好|成效|成绩|好评|满意|正常|平稳|有序|圆满`)

// inClause is what a clause of it is: one that says there is nothing, a label, or one
// that tells something.
type inClause struct {
	denies, label bool
	empty         bool // it denies, or only praises
	about         aspects
}

func (r *reading) fifth() *inFifth {
	if r.problems == nil {
		r.problems = &inFifth{words: aspectsIn(r.text)}
	}
	return r.problems
}

// fifthClauses is fifth with its clauses.
func (r *reading) fifthClauses() []inClause {
	said := r.fifth()
	if !said.parted {
		said.parted = true
		for _, clause := range r.read().Clauses {
			text := clause.Text[len(itemNumber().FindString(clause.Text)):]
			switch {
			case text == "":
				continue
			case nothingToSay().MatchString(text):
				said.clauses = append(said.clauses, inClause{denies: true, empty: true})
			case aspectLabel().MatchString(text):
				said.clauses = append(said.clauses, inClause{label: true, about: aspects{
					mentions(text, "问题", "不足", "困难", "短板"), mentions(text, "改", "措施", "步", "打算", "方向", "计划"),
				}})
			default:
				said.clauses = append(said.clauses, inClause{about: aspectsIn(text), empty: praise().MatchString(text)})
			}
		}
	}
	return said.clauses
}

// aspectsSaid is what the section says of the two, without the clauses that deny
// them. Where it denies nothing, that is what its words said.
func (c *checker) aspectsSaid(words aspects) aspects {
	var about, said aspects
	denied := false
	for _, p := range c.part(model.Problems) {
		for _, clause := range p.fifthClauses() {
			switch {
			case clause.denies:
				denied = true
			case clause.label:
				about = clause.about
			default:
				said = said.or(clause.about)
				if about.problems != about.improvements {
					said = said.or(about)
				}
			}
		}
	}
	if !denied {
		return words
	}
	return said
}
