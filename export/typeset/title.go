package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/fonts"
)

const (
	maxTitleLines = 3 // more than that no longer reads as a title
	// costInWord: a cut within a word is to be avoided in a title; only a cut that no
	// rule allows at all is worse.
	costInWord = 1e5
)

// titleSizes are tried in turn until the title has at most three lines, as
// shares of the paper's title size: 22, 20, 18, 16 pt on A4.
var titleSizes = []float64{1, 20.0 / 22, 18.0 / 22, 16.0 / 22}

// title sets the lines of the title so that each reads as a whole (词意完整,
// GB/T 9704—2012 7.3.1): the agency on lines of its own, no word cut.
func (s *setter) title(titleLines []string) []item {
	s.where = func() string { return placeTitle }
	element := s.element(Element{Kind: ElementTitle})
	missing := len(s.missing)
	var all []item
	for _, share := range titleSizes {
		all, s.missing = all[:0], s.missing[:missing]
		style := textStyle{fonts.Title, share * s.paper.TitleSize}
		lines := 0
		for _, text := range titleLines {
			it := item{style: style, placed: centredLines, element: element}
			it.atoms = s.atoms(text, style.role, style.size, 0)
			keepWords(it.atoms)
			it.lines = breakLines(it.atoms, measure{width: s.paper.TextWidth() / style.size, ragged: true, even: true})
			lines += len(it.lines)
			all = append(all, it)
		}
		if lines <= maxTitleLines {
			break
		}
	}
	return all
}

// titleWords are words of agencies' names and of the title that must not be cut.
var titleWords = strings.Fields(`
	政府信息公开工作年度报告 政府信息公开工作 政府信息公开 年度报告 工作报告 人民政府 街道办事处 办事处
	自治区 自治州 自治县 自治旗 管理委员会 委员会 办公室 领导小组 服务中心 指挥中心 管理局
	市场监督管理 市场监管 城市管理 综合行政执法 行政执法 应急管理 自然资源和规划 自然资源 人力资源和社会保障
	住房和城乡建设 住房城乡建设 农业农村 乡村振兴 卫生健康 退役军人事务 生态环境 文化和旅游 文化旅游 广播电视
	发展和改革 发展改革 教育体育 民族宗教事务 民族宗教 行政审批服务 行政审批 政务服务 便民服务 社会保障
	公共资源交易 经济技术开发区 高新技术产业开发区 产业开发区 经济开发区 开发区 工业园区 旅游度假区 风景名胜区
	医疗保障 交通运输 财政 审计 统计 水利 司法 公安 民政 教育 商务 林业 信访`)

// titleTails are words, and characters, that belong to what stands before them:
// no line begins with them.
var titleTails = strings.Fields("自治区 自治州 自治县 自治旗 管理委员会 委员会 管理局 办事处 局 厅 委 办 处 所 站 队 院 会 部 科")

// placeEndings end a place in an agency's name: 安徽省｜马鞍山市｜博望区｜.
const placeEndings = "省市县区旗镇乡州盟"

// keepWords makes a line of the title end between words.
func keepWords(atoms []atom) {
	var runes []rune
	for _, a := range atoms {
		for _, g := range a.glyphs {
			runes = append(runes, g.char)
		}
	}
	ends := wordEnds(runes)
	at := 0
	for i := range atoms {
		at += len(atoms[i].glyphs)
		if at < len(runes) && !ends[at-1] && !atoms[i].blank {
			atoms[i].breakCost = max(atoms[i].breakCost, costInWord)
		}
	}
}

// wordEnds says after which characters a word ends: the known words, places by
// their endings, years. Of the rest nothing is known, so it is not cut.
func wordEnds(runes []rune) []bool {
	ends := make([]bool, len(runes))
	for i := 0; i < len(runes); {
		rest := string(runes[i:])
		word, tail := longestOf(titleWords, rest), longestOf(titleTails, rest)
		switch {
		case i == 0:
		case word > tail:
			ends[i-1] = true
		case tail > 0:
			ends[i-1] = false
		}
		if n := max(word, tail); n > 0 {
			i += n
			ends[i-1] = true
			continue
		}
		year := runes[i] == '年' && i > 0 && unicode.IsDigit(runes[i-1])
		ends[i] = year || i > 0 && strings.ContainsRune(placeEndings, runes[i])
		i++
	}
	return ends
}

// longestOf is how many characters the longest word has that a text begins with; 0 for
// none.
func longestOf(words []string, text string) int {
	longest := 0
	for _, w := range words {
		if strings.HasPrefix(text, w) {
			longest = max(longest, utf8.RuneCountInString(w))
		}
	}
	return longest
}
