package excerpt

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/facts"
	"nianbao/model/internal/pattern"
)

// most is how many lines are proposed of a part: what one takes in at a glance.
const most = 4

// Proposed are the lines of a part that are taken from the report's prose; none where
// that has nothing to be shown. Words that nobody has checked yet, and places left
// open (××), are passed over.
func Proposed(r *model.Report, p Part) []string {
	var lines []string
	switch p {
	case Published:
		lines = published(r)
	case Problems:
		lines, _ = problems(r)
	case Steps:
		_, lines = problems(r)
	case Ask:
		return slices.Clone(rights)
	case Contact:
		lines = contact(r)
	}
	return lines[:min(len(lines), most)]
}

// blank finds what is still to be written in a sentence.
var blank = pattern.Lazy(`【|××|XX|＿＿|__`)

// fit reports whether a sentence can be shown as it is.
func fit(sentence string) bool {
	return sentence != "" && !blank().MatchString(sentence) && utf8.RuneCountInString(sentence) <= MaxChars
}

// sentences are those of a paragraph with the marks at their ends. What stands in
// quotation marks or brackets ends none.
func sentences(paragraph string) []string {
	var all []string
	depth, from := 0, 0
	for i, r := range paragraph {
		switch {
		case strings.ContainsRune("“（《【(", r):
			depth++
		case strings.ContainsRune("”）》】)", r):
			depth = max(0, depth-1)
		case depth == 0 && strings.ContainsRune("。！？；;!?", r):
			end := i + utf8.RuneLen(r)
			all = append(all, strings.TrimSpace(paragraph[from:end]))
			from = end
		}
	}
	if rest := strings.TrimSpace(paragraph[from:]); rest != "" {
		all = append(all, rest)
	}
	return all
}

// whole ends a line as a sentence ends.
func whole(line string) string {
	line = strings.TrimRight(strings.TrimSpace(line), "；;，,、：:")
	if last, _ := utf8.DecodeLastRuneInString(line); line == "" || strings.ContainsRune("。！？!?", last) {
		return line
	}
	return line + "。"
}

// ownAccord is what the stretch of the report is called that tells of publishing.
const ownAccord = "主动公开"

// published are the first sentences of what the report says of 主动公开: those under
// that heading, else the first sentence that says how many were published.
func published(r *model.Report) []string {
	const shown = 2
	var lines []string
	for _, b := range r.Narrative[model.Overview] {
		headed := strings.Contains(b.Heading, ownAccord)
		for _, p := range b.Paragraphs() {
			for _, s := range sentences(r.Expand(p)) {
				if s = counted(whole(bare(s))); fit(s) && (headed || counts(s)) {
					lines = append(lines, s)
				}
			}
		}
		if headed && len(lines) > 0 {
			return lines[:min(len(lines), shown)]
		}
		if !headed && len(lines) > 0 {
			lines = lines[:1]
		}
	}
	return lines
}

// bare is a sentence without the mark of an item.
func bare(sentence string) string {
	if m := item().FindStringSubmatch(sentence); m != nil {
		return sentence[len(m[1]):]
	}
	return sentence
}

// counted is a sentence that takes a number apart up to the last of the parts: what
// comes after that is commentary.
func counted(sentence string) string {
	all := facts.Read(sentence).Breakdowns
	if len(all) == 0 {
		return sentence
	}
	parts := all[0].Parts
	runes := []rune(sentence)
	for i := parts[len(parts)-1].End; i < len(runes); i++ {
		if strings.ContainsRune("，,；;。", runes[i]) {
			return whole(string(runes[:i]))
		}
	}
	return sentence
}

// counts reports whether a sentence says how much was published.
func counts(sentence string) bool {
	if !strings.Contains(sentence, ownAccord) {
		return false
	}
	for _, a := range facts.Read(sentence).Amounts {
		if !a.Denied && strings.Contains(a.Before, "公开") {
			return true
		}
	}
	return false
}

// askable finds the sentence that says whom to ask.
var askable = pattern.Lazy(`电话(?:号码)?(?:为|是)?\s*[:：]?\s*[（(]?\d{3}|地址(?:为|是)?\s*[:：]\s*[^\s，,。]`)

// contact is the sentence of the report that says whom to ask.
func contact(r *model.Report) []string {
	for _, id := range []model.SectionID{model.Preamble, model.Other, model.Overview} {
		for _, b := range r.Narrative[id] {
			for _, p := range b.Paragraphs() {
				for _, s := range sentences(r.Expand(p)) {
					if s = whole(s); fit(s) && askable().MatchString(s) {
						return []string{s}
					}
				}
			}
		}
	}
	return nil
}
