package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/facts"
	"nianbao/model/internal/pattern"
)

// What is wrong with a paragraph whatever it says: S16–S18, S24, S26, S27.

// leftoverWords are those of a letter or a template.
var leftoverWords = []string{"贵办", "特此报告", "妥否", "该部分以表格形式报告", "表格如下"}

// leftovers: words of a letter or a template, not of a report (S16).
func leftovers(r *reading) []slip {
	var all []slip
	for _, words := range leftoverWords {
		for _, at := range places(r.text, words) {
			all = append(all, slip{Span: at, words: words, values: []any{words}})
		}
	}
	slices.SortStableFunc(all, byPlace)
	return all
}

func byPlace(a, b slip) int { return a.Start - b.Start }

// counted are the nouns that 件, 条 and 次 count. Between one of them and the unit
// a number belongs.
var counted = []string{"申请", "信息", "文件", "案件", "复议", "诉讼", "许可", "处罚", "强制", "建议", "提案", "简报", "动态", "公告", "培训", "会议", "检查", "活动", "稿件"}

// missingNumbers: 共收到申请件, 开展培训  次 and 现行有效的规范性文件。 lack a number
// (S17).
func missingNumbers(r *reading) []slip {
	if !strings.ContainsAny(r.text, gapUnits) {
		return nil
	}
	var all []slip
	t := r.read()
	for _, c := range t.Clauses {
		for words := range strings.SplitSeq(c.Text, "、") {
			if gap(words) || withoutNumber(words) {
				all = append(all, slip{Span: c.Span, words: words, values: []any{words}})
				break
			}
		}
	}
	return all
}

// gapUnits are the units that lack a number where one of counted stands before them.
const gapUnits = "件条次篇份个"

// gap reports whether a clause ends in a unit without a number, where it says
// that it counts.
func gap(words string) bool {
	last, size := utf8.DecodeLastRuneInString(words)
	if !strings.ContainsRune(gapUnits, last) || strings.ContainsAny(strings.TrimPrefix(words, yearOf(words)), "0123456789") {
		return false
	}
	before := words[:len(words)-size]
	if !slices.ContainsFunc(counted, func(w string) bool { return strings.HasSuffix(before, w) }) || strings.HasSuffix(before, "依申请") {
		return false
	}
	// 申请件 is a word: there something must tell that it counts.
	word := last == '件' && !strings.HasSuffix(before, "件")
	return !word || mentions(words, "共", "累计", "合计", "总计", "全年", "收到")
}

// yearOf is the year that a clause begins with, empty for none.
func yearOf(words string) string {
	if _, n := yearWord([]rune(words)); n > 0 {
		return string([]rune(words)[:n])
	}
	return ""
}

// withoutNumber reports whether a clause says nothing but that there are
// documents in force. Whoever publishes or revises them says so with a verb that
// the vocabulary does not have.
func withoutNumber(words string) bool {
	if !strings.HasSuffix(words, "规范性文件") || strings.Contains(words, "清理") {
		return false
	}
	s := readWords(words, nil)
	return !s.strange && s.senses == string(effective)+string(document)
}

// repetitions: a word typed twice (S18). Of single characters only those are
// looked at that nobody doubles on purpose.
func repetitions(r *reading) []slip {
	var all []slip
	runes := []rune(r.text)
	for i := 1; i < len(runes); i++ {
		length := 0
		switch {
		case runes[i] == runes[i-1] && doubled(runes, i):
			length = 1
		default:
			length = repeated(runes, i)
		}
		if length > 0 {
			words := string(runes[i-length : i+length])
			all = append(all, slip{Span: facts.Span{Start: i - length, End: i + length}, words: words, values: []any{words}})
			i += length
		}
	}
	return all
}

// doubled reports whether the character at i and the same one before it are a
// slip.
func doubled(text []rune, i int) bool {
	next := ' '
	if i+1 < len(text) {
		next = text[i+1]
	}
	switch text[i] {
	case '的':
		return next != '确'
	case '了':
		return next != '解' && next != '结' && next != '断'
	case '与', '及', '和', '从', '由', '并', '都', '也', '已':
		return text[i] != '和' || next != '美' && next != '气'
	case '镇', '乡':
		return !strings.ContainsRune("长区域属直级村里志", next)
	case '，', '。', '、', '；', '：':
		return true
	}
	return false
}

// repeated is the length of the word of two to six Chinese characters that ends
// before i and begins again at i, or 0.
func repeated(text []rune, i int) int {
	for length := 6; length >= 2; length-- {
		if i-length < 0 || i+length > len(text) || !slices.Equal(text[i-length:i], text[i:i+length]) {
			continue
		}
		word := text[i : i+length]
		chinese := !slices.ContainsFunc(word, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
		if chinese && !meant(string(word), text[i+length:]) {
			return length
		}
	}
	return 0
}

// meant reports whether a word stands twice for a reason: 人民政府政府信息公开,
// 一项一项, 研究研究.
func meant(word string, after []rune) bool {
	switch {
	case strings.ContainsAny(word[:len("一")], "一逐几每"), word == "研究", word == "商量", word == "讨论", word == "学习":
		return true
	case word == "政府":
		return beginsWith(after, []string{"信息", "网", "门户", "采购", "购买", "工作报告", "规章", "规范性", "常务", "办", "部门", "公报"})
	case word == "公开":
		return beginsWith(after, []string{"栏", "平台", "目录", "指南"})
	case word == "申请":
		return beginsWith(after, []string{"人"})
	}
	return strings.Count(word, word[:len("一")])*len("一") == len(word) // 哈哈哈哈
}

// placeholders: what a template leaves to be filled in (S24).
func placeholders(r *reading) []slip {
	if !strings.ContainsAny(r.text, "×XxＸｘ（(〔【_＿？?") {
		return nil
	}
	var all []slip
	runes := []rune(r.text)
	quoted := 0
	for i := 0; i < len(runes); i++ {
		switch runes[i] {
		case '《', '“':
			quoted++
		case '》', '”':
			quoted = max(0, quoted-1)
		}
		n, variant := pending(runes[i:]), " pending"
		if n == 0 {
			if end := address(runes, i); end > i {
				i = end - 1
				continue
			}
			n, variant = placeholder(runes[i:], runes[:i], quoted > 0), ""
		}
		if n > 0 {
			words := string(runes[i : i+n])
			all = append(all, slip{Span: facts.Span{Start: i, End: i + n}, variant: variant, words: words, values: []any{words}})
			i += n - 1
		}
	}
	return all
}

// longestPending is how many characters the mark 待核 encloses at most.
const longestPending = 200

// pending is the length of the mark 待核 that a text begins with, with the words
// that it encloses, or 0.
func pending(text []rune) int {
	open := []rune(strings.TrimSuffix(model.PendingOpen, "："))
	if len(text) < len(open) || !slices.Equal(text[:len(open)], open) {
		return 0
	}
	for i, r := range text[:min(len(text), longestPending)] {
		if string(r) == model.PendingClose {
			return i + 1
		}
	}
	return len(open)
}

// longestBlank is how many characters of one kind are taken for one placeholder.
const longestBlank = 50

// longestAddress is how many characters an address has at most.
const longestAddress = 500

// address is the end of the address of a page or of mail that begins at i, or i:
// what looks like a placeholder in it is none.
func address(text []rune, i int) int {
	ascii := func(k int) bool { return k >= 0 && k < len(text) && text[k] > ' ' && text[k] < unicode.MaxASCII }
	if !ascii(i) || ascii(i-1) {
		return i
	}
	end := i
	for ascii(end) && end-i < longestAddress {
		end++
	}
	words := string(text[i:end])
	letters := strings.ContainsFunc(words, func(r rune) bool { return unicode.IsLetter(r) && r != 'x' && r != 'X' })
	if letters && mentions(words, "://", "www.", "@", ".com", ".cn", ".htm", ".org", ".net") {
		return end
	}
	return i
}

// asks are the words that make a sentence a question.
var asks = pattern.Lazy(`什么|怎|如何|哪|谁|吗|呢|为何|何[时处人]|是否|能否|可否|会否|多[少久长]|几|是不是|能不能|有没有|可不可以|要不要|问`)

// unitAhead is what a number stands before: a unit, or a part of a date.
var unitAhead = pattern.Lazy(`^(?:余|多|万|亿)?(?:件|条|次|个|项|篇|份|起|宗|期|场|户|家|人次?|元|万元|年|月|日|号|%|％)`)

// standsForNumber reports whether a question mark stands where a number should:
// 收到？件. Real questions ask, and end before what follows.
func standsForNumber(after, before []rune) bool {
	const look = 40
	clause := before[max(0, len(before)-look):]
	for i := len(clause) - 1; i >= 0; i-- {
		if strings.ContainsRune("。；;！!？?，,：:\n", clause[i]) {
			clause = clause[i+1:]
			break
		}
	}
	next := string(after[:min(len(after), look)])
	unit := unitAhead().FindString(next)
	if unit == "" || asks().MatchString(string(clause)) {
		return false
	}
	rest, _ := utf8.DecodeRuneInString(next[len(unit):])
	last := rune(0)
	if len(clause) > 0 {
		last = clause[len(clause)-1]
	}
	return rest == utf8.RuneError || strings.ContainsRune("，。；、：）！,;)度底初末", rest) || last >= '0' && last <= '9' ||
		strings.ContainsRune("到共计为有达约于年月", last)
}

// placeholder is the length of the placeholder that a text begins with, or 0. A
// question mark in a title or a quotation is none.
func placeholder(text, before []rune, quoted bool) int {
	run := 1
	for run < min(len(text), longestBlank) && text[run] == text[0] {
		run++
	}
	switch text[0] {
	case '×', '＿', '_':
		masked := run > 2 && len(before) > 0 && unicode.IsDigit(before[len(before)-1]) // 1401××××
		if run >= 2 && !masked {
			return run
		}
	case 'X', 'Ｘ', 'x', 'ｘ':
		latin := len(before) > 0 && before[len(before)-1] < unicode.MaxASCII && unicode.IsLetter(before[len(before)-1]) ||
			run < len(text) && text[run] < unicode.MaxASCII && unicode.IsLetter(text[run])
		if run >= 2 && !latin {
			return run
		}
	case '？', '?':
		if !quoted && standsForNumber(text[run:], before) {
			return run
		}
	case '（', '(', '〔', '【':
		closing := map[rune]rune{'（': '）', '(': ')', '〔': '〕', '【': '】'}[text[0]]
		for i := 1; i < len(text); i++ {
			if text[i] == closing {
				return i + 1
			}
			if !unicode.IsSpace(text[i]) {
				return 0
			}
		}
	}
	return 0
}

// widerTerms speak of 政务公开 where 政府信息公开 is meant, unless a name goes on behind
// them.
var (
	widerTerms = []string{"政务公开工作", "政务公开情况", "政务公开年度报告", "政务公开信息"}
	widerNames = []string{"领导小组", "要点", "办公室", "专班", "标准化", "考核"}
)

// openness: the report is on 政府信息公开, 政务公开 is wider (S26). Names of places
// and groups (政务公开栏) are left alone.
func openness(r *reading) []slip {
	var all []slip
	for _, words := range widerTerms {
		for _, at := range places(r.text, words) {
			rest := []rune(r.text)[at.End:]
			if !beginsWith(rest, widerNames) {
				all = append(all, slip{Span: at, words: words, values: []any{words}})
			}
		}
	}
	slices.SortStableFunc(all, byPlace)
	return all
}

// mixedTerms: 政务公开 in the title, then in the prose (S26).
func mixedTerms(c *checker) {
	if strings.Contains(c.report.Title, "政务公开") {
		c.find(Finding{Section: Title, Left: "政务公开", Right: "政府信息公开"}, " title")
	}
	wordingOnce(openness)(c)
}

// widths: full-width figures, half-width marks and half-width brackets among
// Chinese characters (S27).
func widths(r *reading) []slip {
	var all []slip
	runes := []rune(r.text)
	han := func(i int) bool { return i >= 0 && i < len(runes) && unicode.Is(unicode.Han, runes[i]) }
	for i := 0; i < len(runes); i++ {
		variant := ""
		switch x := runes[i]; {
		case x >= 0x4E00 && x < 0xFF00:
			continue
		case x >= '０' && x <= '９' || x >= 'Ａ' && x <= 'Ｚ' || x >= 'ａ' && x <= 'ｚ':
			variant = " digits"
		case strings.ContainsRune(",;:!", x) && (han(i-1) || han(i+1)):
			variant = " marks"
		case x == '(' && han(i+1) || x == ')' && han(i-1):
			variant = " brackets"
		}
		if variant != "" {
			end := i + 1
			for variant == " digits" && end < len(runes) && runes[end] >= '０' && runes[end] <= 'ｚ' {
				end++
			}
			words := string(runes[i:end])
			all = append(all, slip{Span: facts.Span{Start: i, End: end}, variant: variant, words: words, values: []any{words}})
			i = end - 1
		}
	}
	return all
}
