package facts

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"nianbao/model/han"
)

// Amount is a number with its unit.
type Amount struct {
	Span
	Value    float64
	Decimals int    // digits after the point, as written
	Unit     string // 件, 万元, %; none for 申请数为零
	Vague    bool   // left open by the prose: 余, 约, 等, 左右, a range
	Denied   bool   // none at all: 无一起
	// Before and After are the words around it, to the next mark (、 too) or
	// amount.
	Before, After string
	Joined        bool // its unit is that of several things: 行政许可、行政处罚5件
	Sentence      int
	Clause        int // its clause's place in Clauses
	from, to      int
	depth         int  // how many brackets it stands in
	opens         bool // it is the first of a list
	compares      bool // it says how another number compares: 比上年增加3件, 占20%
}

// units are what is counted here, longer ones before those they begin with. A
// number with another unit, or with none, is no amount.
var units = slices.Concat(
	[]string{"个百分点", "个工作日", "个月", "人次", "件次", "条次", "场次", "批次", "亿元", "万元"},
	strings.Split(han.Counters+"名册块张部", ""),
	[]string{"元", "%"},
)

// vagueBefore are the words that make the number behind them vague.
var vagueBefore = []string{"约", "近", "超", "逾", "超过", "不足", "不到", "至少", "最多", "多达"}

// vagueNumerals do so before Chinese numerals only: 数十 and 几百 are vague, 件数12件
// is exact.
var vagueNumerals = []string{"数", "几"}

// vagueAfter are the words that make the number before them vague.
var vagueAfter = []string{"左右", "以上", "以下", "以内", "上下", "余", "多", "不等", "等", "至", "到", "-", "~", "～", "—"}

// notOne are the words that make 一 behind them none at all.
var notOne = []string{"无", "没有", "未有", "没", "未发生", "未出现", "未收到"}

// number reads what begins at i, if a number does, and returns where to go on.
func (t *Text) number(i int) int {
	n, ok := t.numeral(i)
	if !ok {
		return i + 1
	}
	if end := t.date(i, n); end > 0 {
		return end
	}
	if n.exact && t.rune(i-1) != '第' { // an ordinal counts nothing
		t.amount(i, n)
	}
	return n.end
}

// numeral is a run of figures.
type numeral struct {
	end      int
	value    float64
	decimals int
	figures  int  // digits, for telling 2020年 from 202020年
	exact    bool // read for certain
}

func (t *Text) numeral(i int) (numeral, bool) {
	if isDigit(t.rune(i)) {
		return t.arabic(i), true
	}
	if isFigure(t.rune(i)) {
		return t.chinese(i), true
	}
	return numeral{}, false
}

// arabic reads 12, 1,234 and 12.5. The figures of a longer number joined in
// any other way are not read for certain.
func (t *Text) arabic(i int) numeral {
	n := numeral{end: i, exact: true}
	var digits []rune
	for isDigit(t.rune(n.end)) || t.thousands(i, n.end) {
		if t.rune(n.end) != ',' {
			digits = append(digits, t.rune(n.end))
		}
		n.end++
	}
	n.figures = len(digits)
	if t.rune(n.end) == '.' && isDigit(t.rune(n.end+1)) {
		digits = append(digits, '.')
		for n.end++; isDigit(t.rune(n.end)); n.end++ {
			digits = append(digits, t.rune(n.end))
			n.decimals++
		}
	}
	if strings.ContainsRune(" ,，.:：", t.rune(i-1)) && isDigit(t.rune(i-2)) {
		n.exact = false // 1，234件: one number or two?
	}
	value, err := strconv.ParseFloat(string(digits), 64)
	n.value, n.exact = value, n.exact && err == nil && n.figures <= 12
	return n
}

// thousands reports whether a comma at i groups the digits since from by threes.
func (t *Text) thousands(from, i int) bool {
	if t.rune(i) != ',' || i == from {
		return false
	}
	for k := i - 1; k >= from && t.rune(k) != ','; k-- {
		if i-k > 3 {
			return false
		}
	}
	return isDigit(t.rune(i+1)) && isDigit(t.rune(i+2)) && isDigit(t.rune(i+3)) && !isDigit(t.rune(i+4))
}

// chinese reads 十二, 两 and 一百二十三. A row of digits (二〇二〇) is only read as
// a year.
func (t *Text) chinese(i int) numeral {
	n := numeral{end: i}
	var sum, digit float64
	scale, last := math.Inf(1), ' '
	n.exact = true
	for ; isFigure(t.rune(n.end)); n.end++ {
		r := t.rune(n.end)
		unit := chineseUnit(r)
		switch {
		case unit > 0 && unit < scale:
			if digit == 0 && (unit > 10 || sum > 0) {
				n.exact = false // 百 alone, 一百十
			}
			sum, digit, scale = sum+max(digit, 1)*unit, 0, unit
		case unit > 0:
			n.exact = false
		default:
			if digit > 0 || last == '零' && chineseDigit(r) == 0 {
				n.exact = false // 三五件 is three to five
			}
			digit = chineseDigit(r)
			n.figures++
		}
		last = r
	}
	n.value = sum + digit
	if scale < math.Inf(1) && digit > 0 && scale > 10 && t.rune(n.end-2) != '零' && t.rune(n.end-2) != '〇' {
		n.exact = false // 一百二 is 120
	}
	return n
}

// chineseUnit is what 十, 百 and 千 multiply by, 0 for a digit.
func chineseUnit(r rune) float64 {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	}
	return 0
}

func chineseDigit(r rune) float64 {
	if r == '两' {
		return 2
	}
	return float64(han.Figure(r))
}

func (t *Text) amount(i int, n numeral) {
	a := Amount{Value: n.value, Decimals: n.decimals, from: i}
	if t.rune(i) == '一' && n.end == i+1 && endsWith(t.words(0, i), notOne) {
		a.Value, a.Denied = 0, true
	}
	end := n.end
	if strings.ContainsRune("余多来几", t.rune(end)) && t.rune(end) != 0 {
		a.Vague = true
		end++
	}
	length := t.anyOf(end, units)
	if t.has(end, "部门") {
		length = 0
	}
	if length == 0 && t.rune(end) == '万' { // 1.2万件 is rounded
		a.Vague, a.Value, a.Decimals = true, rounded(a.Value*1e4, max(0, n.decimals-4)), 0
		end++
		length = t.anyOf(end, units)
	}
	if length == 0 && !t.nought(i, n) {
		return
	}
	a.Unit = t.words(end, end+length)
	a.to = end + length
	a.Vague = a.Vague || t.vague(i, a.to)
	c, clause := t.clauseAt(i)
	before := c.from
	if k := len(t.Amounts); k > 0 {
		before = max(before, t.Amounts[k-1].to)
		if last := &t.Amounts[k-1]; last.Sentence == c.Sentence && c.from < last.to {
			last.After = untilStop(t.words(last.to, i))
		}
	}
	a.Span, a.Sentence, a.Clause, a.depth = t.span(i, a.to), c.Sentence, clause, c.Depth
	words := strings.TrimPrefix(t.words(before, i), "、")
	a.Before = afterStop(words)
	a.Joined = strings.Contains(words, "、")
	a.After = untilStop(t.words(a.to, c.to))
	t.Amounts = append(t.Amounts, a)
}

// nought reports whether a number without a unit is the 零 of 申请数为零.
func (t *Text) nought(i int, n numeral) bool {
	if n.value != 0 || n.decimals > 0 || t.rune(i-1) != '为' && t.rune(i-1) != '是' {
		return false
	}
	return n.end == len(t.runes) || t.mark(n.end) || t.rune(n.end) == '、'
}

// vague reports whether the prose leaves the number from i to end open.
func (t *Text) vague(i, end int) bool {
	if t.anyOf(end, vagueAfter) > 0 {
		return true
	}
	before := t.words(0, i)
	if endsWith(before, vagueBefore) || !isDigit(t.rune(i)) && endsWith(before, vagueNumerals) {
		return true
	}
	if !strings.ContainsRune("-~～—–至到、/", t.rune(i-1)) {
		return false
	}
	if n := len(t.Amounts); n > 0 && t.Amounts[n-1].to == i-1 && t.rune(i-1) != '、' {
		return true // 10条至12条
	}
	return isDigit(t.rune(i-2)) || isFigure(t.rune(i-2))
}

func endsWith(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(text, w) })
}

// afterStop is what follows the last 、 of the words, untilStop what precedes
// the first.
func afterStop(words string) string {
	if i := strings.LastIndex(words, "、"); i >= 0 {
		return words[i+len("、"):]
	}
	return words
}

func untilStop(words string) string {
	before, _, _ := strings.Cut(words, "、")
	return before
}
