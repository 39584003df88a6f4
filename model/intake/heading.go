package intake

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/model"
)

// Bounds of a sub-heading, in characters.
const (
	maxHeading = 34  // on a line of its own
	maxRunIn   = 22  // at the head of its paragraph: （一）主动公开。我镇……
	maxMarked  = 100 // marked as a heading in the source
)

// subheading is a paragraph read as a sub-heading.
type subheading struct {
	at    int // index of the paragraph
	style style
	text  string // without its number
	rest  string // of the paragraph it runs into
}

// subheadings finds the sub-headings of a section: phrases numbered from one
// without a gap, at least one with text below it. Anything else with a number
// is a paragraph and keeps it.
func subheadings(all []paragraph) []subheading {
	if found := markedHeadings(all); hasText(found, len(all)) {
		return found
	}
	for _, s := range []style{styleRound, styleDigit, styleComma} {
		var found []subheading
		for i := range all {
			h, number, ok := readHeading(all[i].text)
			if ok && h.style == s && number == len(found)+1 {
				h.at = i
				found = append(found, h)
			} else if ok && h.style == s {
				found = nil
				break
			}
		}
		if hasText(found, len(all)) && (s != styleDigit || allHaveText(found, len(all))) {
			return found
		}
	}
	// Word numbers headings by itself: then only their style tells them.
	var marked []subheading
	for i, p := range all {
		if p.heading > 0 && utf8.RuneCountInString(p.text) <= maxHeading && !begins(p.text) && !ended(p.text) {
			marked = append(marked, subheading{at: i, text: p.text, style: styleRound})
		}
	}
	if hasText(marked, len(all)) {
		return marked
	}
	return nil
}

// markedHeadings finds the sub-headings of a source that marks all of them and
// numbers them from one: nothing else is one then, whatever it looks like, and
// they are whatever their words are.
func markedHeadings(all []paragraph) []subheading {
	var found []subheading
	for i, p := range all {
		if p.heading == 0 {
			continue
		}
		s, n, rest := enumerator(p.text)
		next := s != styleNone && ordinal(n) == len(found)+1 && (len(found) == 0 || s == found[0].style)
		if !next || rest == "" || strings.HasSuffix(rest, "。") || utf8.RuneCountInString(rest) > maxMarked {
			return nil
		}
		found = append(found, subheading{at: i, style: s, text: rest})
	}
	return found
}

// readHeading reads a paragraph as a numbered phrase.
func readHeading(text string) (h subheading, number int, ok bool) {
	s, n, rest := enumerator(text)
	number = ordinal(n)
	phrase, body, runIn := strings.Cut(rest, "。")
	switch {
	case s == styleNone || number == 0:
		return h, 0, false
	case runIn && strings.TrimSpace(body) != "":
		if s == styleDigit || utf8.RuneCountInString(phrase) > maxRunIn || strings.ContainsAny(phrase, "，；：！？0123456789") {
			return h, 0, false
		}
		return subheading{style: s, text: phrase, rest: strings.TrimSpace(body)}, number, true
	}
	phrase = strings.TrimRight(strings.TrimSpace(phrase), "：:")
	if runIn && s == styleDigit || utf8.RuneCountInString(phrase) > maxHeading || phrase == "" || strings.ContainsAny(phrase, "，；：！？") {
		return h, 0, false
	}
	return subheading{style: s, text: phrase}, number, true
}

// ordinal reads the number of an enumerator, 1 to 99; 0 when it is none.
func ordinal(n string) int {
	if i, err := strconv.Atoi(n); err == nil {
		return i
	}
	if n == "" {
		return 0
	}
	for i := 1; i < 100; i++ {
		if model.Bracketed.Prefix(i) == "（"+n+"）" {
			return i
		}
	}
	return 0
}

func hasText(found []subheading, paragraphs int) bool {
	for i := range found {
		if found[i].rest != "" || below(found, i, paragraphs) > 0 {
			return true
		}
	}
	return false
}

func allHaveText(found []subheading, paragraphs int) bool {
	for i := range found {
		if found[i].rest == "" && below(found, i, paragraphs) == 0 {
			return false
		}
	}
	return len(found) > 0
}

// below is the number of paragraphs under a sub-heading.
func below(found []subheading, i, paragraphs int) int {
	end := paragraphs
	if i+1 < len(found) {
		end = found[i+1].at
	}
	return end - found[i].at - 1
}

// numbering chooses the report's style of sub-headings: that of most sections.
func (x *recogniser) numbering(sections map[model.SectionID][]paragraph) {
	votes := map[model.Numbering]int{}
	for _, s := range x.report.Edition().Titled() {
		if found := subheadings(sections[s.ID]); len(found) > 0 {
			votes[numberingOf(found[0].style)]++
		}
	}
	x.report.Numbering = model.Bracketed
	if votes[model.Arabic] > votes[model.Bracketed] {
		x.report.Numbering = model.Arabic
	}
	if votes[model.Arabic] > 0 && votes[model.Bracketed] > 0 {
		x.note("S25", "", remarkNumbering, string(x.report.Numbering))
	}
}

func numberingOf(s style) model.Numbering {
	if s == styleDigit {
		return model.Arabic
	}
	return model.Bracketed
}

// blocks writes the paragraphs of a section into the report.
func (x *recogniser) blocks(id model.SectionID, all []paragraph) {
	var blocks []model.Block
	found := subheadings(all)
	for i := range all {
		p := &all[i]
		x.settleParagraph(p, FateProse, id)
		x.result.Paragraphs++
		if at := slices.IndexFunc(found, func(h subheading) bool { return h.at == i }); at >= 0 {
			blocks = append(blocks, model.Block{Heading: literal(found[at].text), Text: literal(found[at].rest)})
			if found[at].rest != "" {
				x.note("S25", id, remarkRunIn)
			}
			continue
		}
		if len(blocks) == 0 {
			blocks = append(blocks, model.Block{})
		}
		last := &blocks[len(blocks)-1]
		if last.Text != "" {
			last.Text += "\n"
		}
		last.Text += literal(p.text)
	}
	if len(blocks) > 0 {
		x.report.Narrative[id] = blocks
	}
}

// literal keeps braces of the source from being taken for placeholders.
func literal(text string) string { return strings.ReplaceAll(text, "{", "{{") }
