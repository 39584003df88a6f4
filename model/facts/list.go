package facts

import (
	"math"
	"strconv"
	"strings"

	"nianbao/model/internal/pattern"
)

// What the prose takes apart: a whole, a word that opens a list of its parts, the
// parts. 共12件，其中甲5件、乙7件.

// Breakdown is a whole and the parts that are listed of it.
type Breakdown struct {
	Whole Amount
	Parts []Amount // at least one; those that belong to the list for certain
	Fits  bool     // the parts add up, in some way in which the prose can be read
	Wrong bool     // they do not add up, in whatever way it is read
}

// Sum is the sum of the parts.
func (b Breakdown) Sum() float64 { return sumOf(b.Parts) }

// sumOf adds amounts, to the digits that they are written with: as floating point numbers
// 1.2 and 2.4 are 3.5999999999999996.
func sumOf(amounts []Amount) float64 {
	sum, decimals := 0.0, 0
	for _, a := range amounts {
		sum += a.Value
		decimals = max(decimals, a.Decimals)
	}
	return rounded(sum, decimals)
}

// rounded is the number that is written with so many decimals.
func rounded(v float64, decimals int) float64 {
	if v == math.Trunc(v) {
		return v
	}
	written, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', decimals, 64), 64) // never fails
	return written
}

// opener finds the word that opens a list, with the mark before it.
var opener = pattern.Lazy(`([。；;]?)(其中(?:包括|包含)?|[，,（(]内[有含]|包括|包含|分别是|分别为|具体是|具体为|分为)[，,：:]?(主要)?(?:包括|有|是|为)?`)

// openWords tell, behind the last part, that there are more.
var openWords = []string{"其余", "余下", "剩余", "其他", "其它", "还有", "另有", "等"}

// overlapWords tell, behind the last part, that some are counted in two.
var overlapWords = []string{"重复", "重叠", "交叉"}

// comparison begins the label of a number that says how another one compares.
var comparison = pattern.Lazy(`^[，,；;、（(]*(?:分别|约|均)?(?:(?:较|比|与)(?:上|去|前|往|同期|20)|同比|环比|增长|增幅|下降|降低|上升|占(?:比|全|总|年|$)|(?:增加|减少|[多少]|达到?)$)`)

// deed begins the label of a number that is another matter: somebody does
// something else. Labels of parts are names; where those before are deeds
// themselves (其中通过网站公开…) it tells nothing.
var deed = pattern.Lazy(`^(?:(?:还|另|并|已|全年|本年|同时|累计|另外|此外|另行)*(?:办结|答复|回复|办理|受理|收到|接到|接待|结转|完成|开展|组织|举办|召开|参加|发布|公开|公示|推送|推出|更新|编发|编制|编印|印发|制作|制定|上报|报送|采用|采纳|整改|审核|覆盖|涉及|惠及|解答|回应|点击|浏览|访问|阅读|关注|建成|设立|建立|配备|投入|发放|新增|增加|减少|注销|关停|维护|研究|形成|吸引|获得)|(?:共|共计|合计|累计|总计|平均|每.|.均)$)`)

// venue begins the label of a place to publish, or of a column of it, which has a deed
// in its name.
var venue = pattern.Lazy(`^(?:公示|公开|发布|更新)(?:栏|屏|会|墙|板|专区|专栏|平台|窗口|公告)|^组织机构`)

// chosen begins labels of what became of some of the whole, which may be the same: 上报6期、被采用2期.
var chosen = pattern.Lazy(`^(?:被|获|上报|报送|采用|采纳|入选|转载)`)

// isDeed reports whether a label is another matter, see deed.
func isDeed(label string) bool { return deed().MatchString(label) && !venue().MatchString(label) }

// list is a list while it is read.
type list struct {
	wholes []Amount // what it may be of, the likeliest first
	sure   bool     // it is the first of them
	core   []Amount // parts for certain
	others []Amount // what may be parts as well, or not
	broken bool     // it breaks off: the parts named may not be all
	shared bool     // the parts may overlap: 通过网站…，通过微信…
}

// lists finds the lists of the paragraph.
func (t *Text) lists() {
	t.look()
	for i := 1; i < len(t.Amounts); i++ {
		if !t.Amounts[i].opens {
			t.implied(i)
			continue
		}
		lead := t.words(t.Amounts[i-1].to, t.Amounts[i].from)
		at := opener().FindAllStringSubmatchIndex(lead, 2)
		m := at[len(at)-1]
		label, before := lead[m[1]:], lead[:m[4]]
		if byKind().MatchString(before) {
			before = "" // ，按栏目划分为：
		}
		if strings.ContainsAny(strings.TrimLeft(label, "，,：:"), "，,；;。") {
			continue
		}
		word := lead[m[4]:m[5]]
		l, first := list{}, i
		if i+1 < len(t.Amounts) && t.inLabel(i, t.Amounts[i+1].Unit) && t.Amounts[i-1].Unit == t.Amounts[i+1].Unit {
			first++
		}
		if !t.wholeOf(&l, first, word, before) {
			continue
		}
		l.broken = m[6] >= 0 && strings.HasPrefix(lead[m[6]:m[1]], "主要") && m[1] > m[7] // 其中主要是
		l.broken = l.broken || strings.HasSuffix(before, "主要")
		l.shared = strings.HasPrefix(label, "通过") || strings.HasPrefix(label, "经") || chosen().MatchString(label)
		t.partsOf(&l, first)
		t.Breakdowns = append(t.Breakdowns, l.breakdown())
	}
}

// colon opens a list without a word for it: 210条：甲150条、乙60条, 6次（甲2次、乙4次）,
// 88条。按渠道分，甲50条, 88条，内容构成为：甲50条, 88条信息中，甲50条.
var colon = pattern.Lazy(`^(?:[：:（(]|[，,。；;（(]按[^，,。；;：:（）()]{1,8}分(?:为|类|别|成)?[，,：:]?|[，,。；;][^，,。；;：:（）()]{1,8}[：:]|[^，,。；;：:（）()]{0,6}[中里][，,]|[，,。；;]一是|[，,。；;]具体(?:来看|而言|来说|看|地)?[，,：:])[^，,。；;：:（）()、]*$`)

// byKind are words before 分为 that say by what a whole is taken apart.
var byKind = pattern.Lazy(`^[，,。；;（(]按[^，,。；;：:（）()]{1,8}$`)

// implied reads the list that begins with the i-th amount, if it stands behind its
// whole and a colon, or in brackets. Such numbers may be parts or of anything else,
// so a list has two at least, and is wrong only where it nearly adds up.
func (t *Text) implied(i int) {
	whole, first := t.Amounts[i-1], t.Amounts[i]
	if whole.Unit != first.Unit || whole.compares || first.compares || first.Sentence > whole.Sentence+1 {
		return
	}
	if lead := t.words(whole.to, first.from); lead == "" || !colon().MatchString(lead) {
		return
	}
	l := list{wholes: []Amount{whole}, sure: true, shared: true}
	if t.partsOf(&l, i); len(l.core) > 1 {
		t.Breakdowns = append(t.Breakdowns, l.breakdown())
	}
}

// look tells, of each amount, what its words make of it in a list.
func (t *Text) look() {
	end := 0 // of the amount before
	for i := range t.Amounts {
		a := &t.Amounts[i]
		lead := t.words(end, a.from)
		a.opens = mayOpen(lead) && opener().MatchString(lead)
		a.compares = a.Unit == "%" || a.Unit == "个百分点" || comparison().MatchString(a.Before)
		if i > 0 && t.Amounts[i-1].compares && t.Amounts[i-1].Unit == a.Unit && strings.HasPrefix(a.Before, "达") {
			a.compares = false // 增加35条，达到210条
		}
		end = a.to
	}
}

// mayOpen is a quick look for the characters of opener.
func mayOpen(words string) bool {
	return says(words, []string{"其中", "内", "包", "分", "具体"})
}

// wholeOf finds what a list is of whose first part is the i-th amount: the
// nearest number of its unit before it, and what else it may be.
func (t *Text) wholeOf(l *list, i int, word, before string) bool {
	first := t.Amounts[i]
	adjacent := !strings.HasPrefix(word, "其中")
	sentence := first.Sentence
	if t.Amounts[i-1].Sentence != sentence {
		// The list begins its sentence: 。其中，甲5件.
		if strings.TrimLeft(before, "。；;，,") != "" && !strings.HasSuffix(before, "。") || t.Amounts[i-1].Sentence != sentence-1 || adjacent {
			return false
		}
		sentence--
	}
	for k := i - 1; k >= 0 && t.Amounts[k].Sentence == sentence && len(l.wholes) < mostWholes; k-- {
		a := t.Amounts[k]
		if len(l.wholes) > 0 && strings.ContainsAny(t.words(a.to, t.Amounts[k+1].from), "；;") {
			break // another matter
		}
		switch {
		case a.Unit != first.Unit || t.Amounts[k].compares:
		case a.depth > first.depth: // a note may add to it: 9件（含上年结转2件）
			if l.sure || len(l.wholes) == 0 {
				continue
			}
			fallthrough
		default:
			l.wholes = append(l.wholes, a)
		}
		if adjacent && len(l.wholes) == 0 {
			return false // 包括 speaks of what stands before it, and of nothing else
		}
		if first.depth > 0 && first.depth > a.depth && len(l.wholes) > 0 {
			l.sure = true // 网站60条（其中图片20条）
			break
		}
	}
	if len(l.wholes) == 0 || adjacent && strings.ContainsAny(strings.TrimRight(withoutNotes([]rune(before)), "，,（(：:"), "，,；;。") {
		return false
	}
	l.sure = l.sure || len(l.wholes) == 1 || strings.Contains(l.wholes[0].Before, "共")
	return true
}

// mostWholes is how many numbers before a list may be what it takes apart.
const mostWholes = 4

// longestList is how many amounts of a sentence are looked at as parts of one
// whole.
const longestList = 60

// manifold is how many times the whole a number must be to be no part of it, not
// even a mistaken one.
const manifold = 2

// partsOf reads the parts from the i-th amount on.
func (t *Text) partsOf(l *list, i int) {
	first, whole := t.Amounts[i], l.wholes[0]
	deeds := isDeed(labelOf(first.Before))
	separator, last, ended := ' ', first.to, false
	for k := i; k < min(len(t.Amounts), i+longestList); k++ {
		a := t.Amounts[k]
		if a.Sentence != first.Sentence || a.depth < first.depth {
			break
		}
		if a.depth > first.depth {
			continue // a note
		}
		if k > i && t.Amounts[k].compares {
			last = a.to // 占60%
			continue
		}
		if t.inLabel(k, whole.Unit) {
			continue
		}
		if k+1 < len(t.Amounts) && k > i && t.opensAt(k+1, first.depth) {
			break // it is the whole of the next list
		}
		if k > i {
			mark, label, joined := t.listMark(last, a.from)
			done := !deeds && isDeed(label)
			if done && (a.Unit != whole.Unit || a.After != "") {
				l.broken = l.broken || !ended
				break
			}
			switch {
			case mark == 0 || !joined || done || a.Value > manifold*whole.Value:
				l.broken = l.broken || !ended
				ended = true
			case separator != ' ' && separator != '；' && mark == '；':
				ended = true
			}
			if separator == ' ' || mark == '；' {
				separator = mark
			}
		}
		last = a.to
		if k == i && t.nested(i) > k {
			// 其中甲20条，内有子14条、丑6条；乙30条
			l.core = append(l.core, a)
			k = t.nested(i)
			last = t.Amounts[k].to
			continue
		}
		if !ended && a.Unit == whole.Unit {
			l.core = append(l.core, a)
		} else {
			l.broken = l.broken || !ended
			l.others = append(l.others, a)
			ended = ended || a.Unit != whole.Unit && t.unitChange(k)
		}
	}
	l.closeAt(t, last, first)
}

// inLabel reports whether the k-th amount is in the label of the one behind it, which
// has the unit: 12个村600条.
func (t *Text) inLabel(k int, unit string) bool {
	if k+1 >= len(t.Amounts) || t.Amounts[k].Unit == unit || t.Amounts[k+1].Unit != unit {
		return false
	}
	between := t.words(t.Amounts[k].to, t.Amounts[k+1].from)
	return between != "" && !strings.ContainsAny(between, "，,、；;。：:（(）)")
}

// nested is the last amount of a list that takes the i-th one apart by 内有, up to the
// mark that ends it; i when there is none, or nothing follows.
func (t *Text) nested(i int) int {
	if i+1 >= len(t.Amounts) || !t.Amounts[i+1].opens || !strings.HasPrefix(strings.TrimLeft(t.words(t.Amounts[i].to, t.Amounts[i+1].from), "，,"), "内") {
		return i
	}
	for k := i + 1; k+1 < len(t.Amounts) && t.Amounts[k+1].Sentence == t.Amounts[i].Sentence; k++ {
		if strings.HasPrefix(t.words(t.Amounts[k].to, t.Amounts[k+1].from), "；") {
			return k
		}
	}
	return i
}

// unitChange reports whether the list does not come back to its unit after the
// k-th amount.
func (t *Text) unitChange(k int) bool {
	return k+1 >= len(t.Amounts) || t.Amounts[k+1].Sentence != t.Amounts[k].Sentence
}

// opensAt reports whether a list begins before the k-th amount, in no deeper
// bracket.
func (t *Text) opensAt(k, depth int) bool {
	a := t.Amounts[k]
	return a.opens && a.Sentence == t.Amounts[k-1].Sentence && a.depth <= depth
}

// closeAt looks at what follows the last part.
func (l *list) closeAt(t *Text, last int, first Amount) {
	if l.broken {
		return
	}
	rest := t.words(last, t.sentences[first.Sentence].End)
	if says(rest, overlapWords) {
		l.broken, l.shared = true, true
		return
	}
	if first.depth > 0 {
		rest, _, _ = strings.Cut(rest, "）")
	}
	l.broken = says(rest, openWords)
}

// listMark takes 、乙 and ，乙 apart: the mark, the label, and whether the label is
// one stretch. Notes in brackets are passed over.
func (t *Text) listMark(from, to int) (mark rune, label string, joined bool) {
	words := []rune(withoutNotes(t.runes[from:to]))
	if len(words) == 0 {
		return 0, "", false
	}
	switch words[0] {
	case '、', '和', '及', '与':
		mark = '、'
	case '，', ',':
		mark = '，'
	case '；', ';':
		mark = '；'
	case '以':
		mark = '、'
	default:
		return 0, "", false
	}
	label = string(words[1:])
	return mark, label, !strings.ContainsAny(label, "，,；;")
}

// withoutNotes is the text without what stands in its brackets.
func withoutNotes(text []rune) string {
	var b strings.Builder
	depth := 0
	for _, r := range text {
		switch {
		case r == '（' || r == '(':
			depth++
		case r == '）' || r == ')':
			depth--
		case depth <= 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// labelOf is a label without the word that opens the list.
func labelOf(words string) string {
	if at := opener().FindStringIndex(words); at != nil {
		return words[at[1]:]
	}
	return words
}

func says(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
