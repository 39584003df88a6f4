package check

import "strings"

// sense is what a word adds to the meaning of a clause; filler adds nothing.
type sense rune

// The senses. A clause means something to the rules only when it consists of
// known words: whatever else is said (信访, 备案, 本级, 通过网站) makes it another
// number, and then the rules are silent.
const (
	filler     sense = ' '
	receive    sense = 'r' // 收到
	attend     sense = 'a' // 办理: received or finished
	finish     sense = 'f' // 办结, 答复
	request    sense = 'q' // 申请
	carryIn    sense = 'i' // 上年结转
	carryOut   sense = 'o' // 结转下年度
	citizens   sense = 'c' // 自然人
	bodies     sense = 'b' // 法人或其他组织
	grant      sense = 'g' // 予以公开
	partly     sense = 'p' // 部分公开
	withhold   sense = 'w' // 不予公开
	cannot     sense = 'n' // 无法提供
	decline    sense = 'd' // 不予处理
	otherwise  sense = 'e' // 其他处理
	document   sense = 'D' // 规范性文件
	issue      sense = 'I' // 制发
	repeal     sense = 'R' // 废止
	effective  sense = 'E' // 现行有效
	licence    sense = 'L' // 行政许可
	penalty    sense = 'P' // 行政处罚
	coercion   sense = 'C' // 行政强制
	charge     sense = 'F' // 行政事业性收费
	handlingFe sense = 'H' // 信息处理费
	review     sense = 'V' // 行政复议
	lawsuit    sense = 'S' // 行政诉讼
	onFile     sense = 'B' // 备案
	uphold     sense = 'U' // 维持
	all        sense = 'A' // 均, 全部
	none       sense = 'N' // 未收到, 未发生
)

// vocabulary is every word the rules know, by what it means.
var vocabulary = func() map[string]sense {
	words := map[string]sense{}
	for meaning, list := range map[sense]string{
		filler: "本年度 本年 全年 全年度 年内 年度 当年 今年 我镇 我乡 我县 我市 我区 我局 我办 我街道 我单位 我机关 本机关 本单位 本镇 本乡 本街道 " +
			"全镇 全乡 全县 全市 全区 全街道 截至年底 截至年末 截至目前 目前 共 共计 累计 总计 合计 一共 总共 已 已经 依法 按时 按期 及时 为 是 有 了 的 数 数量 数为 " +
			"其中 中 含 其中含 包括 其中包括 以及 和 及 与 或 或者 、 因 由 被 涉及 引起 引发 引起的 引发的 公民、法人和其他组织 公民、法人或者其他组织 公民、法人或其他组织 公民、法人及其他组织 提起 提起的 发生 产生 案件 事项 情况 工作 有关 相关 任何 关于 要求 类 " +
			"作出 做出 决定 处理决定 处理 件数 予 按规定 按照规定 按要求 在规定时限内 在规定期限内 在法定期限内 在法定时限内 规定时限内 法定期限内 法定时限内 完毕 并 进行 办件 提出 提出的 也 均为 本 现 现有 新 收入 金额",
		receive:    "收到 接到 接收 接收到 受理 新收 新收到 收办 收 收到的",
		attend:     "办理 办理了",
		finish:     "办结 答复 办理完毕 办结答复 回复 书面答复 予以答复 作出答复 答复申请人",
		request:    "政府信息公开申请 信息公开申请 政府信息依申请公开 依申请公开申请 依申请公开 依申请 申请公开 公开申请 申请 政府信息公开 政府信息 信息公开 申请件 依申请公开件 政府信息申请",
		carryIn:    "上年结转 上年度结转 上一年结转 上一年度结转 去年结转 上年度转入 上年转入 上年结转申请",
		carryOut:   "结转下年 结转下年度 转下年度 转下年 结转至下年 结转至下年度 结转到下年度 结转下一年度 结转至下一年度 结转下年继续办理 结转下年度继续办理 结转至下年度继续办理 结转下一年度继续办理 结转至下一年度继续办理",
		citizens:   "自然人 公民 公民个人",
		bodies:     "法人或其他组织 法人或者其他组织 法人和其他组织 法人及其他组织 法人其他组织 法人",
		grant:      "予以公开 同意公开 全部公开",
		partly:     "部分公开 予以部分公开",
		withhold:   "不予公开",
		cannot:     "无法提供",
		decline:    "不予处理",
		otherwise:  "其他处理 作其他处理 作出其他处理",
		document:   "规范性文件 行政规范性文件",
		issue:      "制发 制定 印发 出台 新制定 制定印发 制定出台 新制发",
		repeal:     "废止 宣布废止 失效废止",
		effective:  "现行有效 继续有效",
		licence:    "行政许可",
		penalty:    "行政处罚",
		coercion:   "行政强制",
		charge:     "行政事业性收费 收费 收取行政事业性收费",
		handlingFe: "信息处理费 政府信息公开信息处理费 政府信息处理费 收取信息处理费",
		review:     "行政复议 复议",
		lawsuit:    "行政诉讼 诉讼",
		onFile:     "备案",
		uphold:     "维持 结果维持 维持原行政行为 维持原决定 结果为维持 予以维持",
		all:        "均 全部 都 全都 均已 已全部 均予 均被",
		none: "未收到 没有收到 未接到 没有接到 未受理 没有受理 未接收到 未收到过 未新收 未发生 没有发生 未产生 没有产生 没有 无 未有 未引发 未涉及 " +
			"未收取 没有收取 未发出 未发出收费通知 未收费 不收费",
	} {
		for w := range strings.FieldsSeq(list) {
			words[w] = meaning
		}
	}
	return words
}()

// longestWord is the number of characters of the longest word.
var longestWord = func() int {
	n := 0
	for w := range vocabulary {
		n = max(n, len([]rune(w)))
	}
	return n
}()

// meaning is what a clause says: the senses of its words in order, each once,
// fillers left out, and the years that it names. ok is false when it has a word
// that is not known. names are the agency's own, said as 我镇 is.
func meaning(clause string, names ...string) (senses string, years []int, ok bool) {
	rest := []rune(clause)
	for len(rest) > 0 {
		if year, n := yearWord(rest); n > 0 {
			years = append(years, year)
			rest = rest[n:]
			continue
		}
		n, s := nextWord(rest, names)
		if n == 0 {
			return "", nil, false
		}
		if s != filler && !strings.ContainsRune(senses, rune(s)) {
			senses += string(s)
		}
		rest = rest[n:]
	}
	return senses, years, true
}

// nextWord is the longest word at the beginning.
func nextWord(text []rune, names []string) (length int, s sense) {
	for n := min(longestWord, len(text)); n > 0; n-- {
		if s, known := vocabulary[string(text[:n])]; known {
			length = n
			return length, s
		}
	}
	for _, name := range names {
		if name != "" && strings.HasPrefix(string(text), name) {
			return len([]rune(name)), filler
		}
	}
	return 0, filler
}

// yearWord reads 2020年, 2020年度 and 截至2020年底.
func yearWord(text []rune) (year, length int) {
	i := 0
	for _, w := range []string{"截至", "截止"} {
		if strings.HasPrefix(string(text[:min(2, len(text))]), w) {
			i = 2
		}
	}
	if len(text) < i+5 || text[i+4] != '年' {
		return 0, 0
	}
	for _, r := range text[i : i+4] {
		if r < '0' || r > '9' {
			return 0, 0
		}
		year = year*10 + int(r-'0')
	}
	i += 5
	if i < len(text) && strings.ContainsRune("度底末", text[i]) {
		i++
	}
	return year, i
}
