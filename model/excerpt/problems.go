package excerpt

import (
	"strings"

	"nianbao/model"
	"nianbao/model/internal/pattern"
)

// How the fifth part is read: what is wrong, then what is done about it, each in
// items (1、, 一是) or in sentences.
var (
	// item begins an item of a list; its first group is the item's mark.
	item = pattern.Lazy(`^([一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，,、]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、.．]|[①-⑳]|(?:首先|其次|再次|最后)[，,])(?:\D|$)`)
	// inline begins one in the middle of a sentence: 主要有：一是…，二是….
	inline = pattern.Lazy(`[：:，,]([一二三四五六七八九十]是)`)
	// turn begins a sentence that speaks of what is to be done.
	turn = pattern.Lazy(`^(?:下一步|下步|下一年|今后|接下来|为此|对此|针对|(?:改进|整改)(?:情况|措施|方向|打算|方面)|20\d\d年[，,]?我.{0,4}将|我.{0,4}将)`)
	// deeds and lacks are what headings call the two sides.
	deeds = pattern.Lazy(`改进|措施|下一步|下步|整改|打算|今后`)
	lacks = pattern.Lazy(`问题|不足|差距|短板|困难`)
	// title is a paragraph that only heads others.
	title = pattern.Lazy(`^(?:当前|目前)?(?:存在|主要|改进|整改|下一步|下步|今后)[^。；！？，,;：]{0,10}(?:问题|不足|情况|措施|打算|方向|思路|工作|安排|计划|重点)[：:]?$`)
)

// side is one of the two things the fifth part tells.
type side struct{ items, plain []string }

func (s *side) add(line string, isItem bool) {
	if line = whole(line); !fit(line) {
		return
	}
	if isItem {
		s.items = append(s.items, line)
	} else {
		s.plain = append(s.plain, line)
	}
}

// lines are the items, or the sentences where there are no items.
func (s *side) lines() []string {
	if len(s.items) > 0 {
		return s.items
	}
	return s.plain
}

// reader follows the fifth part.
type reader struct {
	sides [2]side // what is wrong, what is done about it
	at    int
}

// problems are the first sentences of what the fifth part calls wrong and of what it
// promises.
func problems(r *model.Report) (wrong, promised []string) {
	var in reader
	for _, b := range r.Narrative[model.Problems] {
		in.heading(b.Heading)
		for _, p := range b.Paragraphs() {
			in.paragraph(r.Expand(p))
		}
	}
	return in.sides[0].lines(), in.sides[1].lines()
}

// heading turns to the side that a heading names, if it names one of them.
func (in *reader) heading(text string) {
	lack, deed := lacks().MatchString(text), deeds().MatchString(text)
	switch {
	case deed && !lack:
		in.at = 1
	case lack && !deed:
		in.at = 0
	}
}

// paragraph reads a paragraph. Of an item, and of a paragraph without items, the first
// sentence tells.
func (in *reader) paragraph(text string) {
	if title().MatchString(bare(text)) {
		in.heading(text)
		return
	}
	told := false
	for _, s := range sentences(text) {
		for _, piece := range pieces(s) {
			mark := ""
			if m := item().FindStringSubmatch(piece); m != nil {
				mark = m[1]
			}
			if mark == "" && in.at == 0 && turn().MatchString(piece) {
				in.at, told = 1, false
			}
			leads := strings.HasSuffix(piece, "：") || strings.HasSuffix(piece, ":")
			if mark != "" || !told && !leads {
				in.sides[in.at].add(piece[len(mark):], mark != "")
				told = true
			}
		}
	}
}

// pieces parts a sentence before the items in it. What leads to the first keeps its
// colon.
func pieces(sentence string) []string {
	var all []string
	from := 0
	for _, m := range inline().FindAllStringSubmatchIndex(sentence, -1) {
		all = append(all, sentence[from:m[2]])
		from = m[2]
	}
	return append(all, sentence[from:])
}
