package intake

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/intake/source"
)

// paragraph is one paragraph of prose, put together again.
type paragraph struct {
	text    string
	lines   []int
	heading int  // marked as one in the source
	wrapped bool // its last line is as wide as the page
}

// prose reads what no table took: the preamble, the sections of prose, and what
// follows the last of them.
func (x *recogniser) prose() {
	for _, h := range x.outline.heads {
		for i := h.line; i < h.line+h.lines; i++ {
			x.settle(i, FateHeading, h.section.ID)
		}
		if letters(h.text) != letters(h.section.Title) {
			x.note("S03", h.section.ID, remarkHeading, h.section.Title, h.text)
		}
	}
	x.noteLackingSections()
	sections := map[model.SectionID][]paragraph{model.Preamble: x.paragraphs(x.preambleLines())}
	for _, h := range x.outline.heads {
		if h.section.Table == nil {
			lines, _ := x.outline.sectionLines(h.section.ID, len(x.doc.Lines))
			sections[h.section.ID] = x.paragraphs(lines)
		}
	}
	if x.joined > 0 {
		x.note("", "", remarkJoined, x.joined)
	}
	x.signature(sections)
	x.numbering(sections)
	if len(x.outline.heads) == 0 { // a table alone, or no report: nothing says where prose belongs
		for _, p := range sections[model.Preamble] {
			x.unplaced(p.lines[0], p.text, problemNoSection)
		}
		return
	}
	for _, s := range x.report.Edition().Prose() {
		x.blocks(s.ID, sections[s.ID])
	}
}

// preambleLines are those between the title and the first section. What stands
// before the title belongs to the site, unless it is a sentence.
func (x *recogniser) preambleLines() []int {
	after := 0
	for i := range x.outline.first {
		if x.result.Lines[i].Fate == FateTitle {
			after = i + 1
		}
	}
	for i := range after {
		l := &x.doc.Lines[i]
		if x.result.Lines[i].Fate == FateDropped && !l.Site && utf8.RuneCountInString(l.Text) > 30 && strings.Contains(l.Text, "。") {
			x.unplaced(i, l.Text, problemNoSection)
		}
	}
	return between(after, x.outline.first)
}

// paragraphs puts lines together: those cut by the width of a page, and those
// cut by its end.
func (x *recogniser) paragraphs(lines []int) []paragraph {
	var all []paragraph
	for _, i := range lines {
		l := &x.doc.Lines[i]
		goesOn := len(all) > 0 && all[len(all)-1].wrapped && l.Indent < source.Indented
		if x.result.Lines[i].Fate != FateDropped || l.Site || isPageNumber(l.Text) || !goesOn && isFurniture(l.Text) {
			continue
		}
		text := strings.ReplaceAll(l.Text, "\t", " ")
		if n := len(all); n > 0 {
			last := &all[n-1]
			starts := begins(text) || l.Heading > 0 || last.heading > 0
			switch {
			case goesOn && (!starts || x.doc.Indented || !ended(last.text)):
				last.join(text, i, l.Wrapped)
				continue
			case !last.wrapped && !starts && cut(last.text):
				x.joined++
				last.join(text, i, l.Wrapped)
				continue
			}
		}
		all = append(all, paragraph{text: text, lines: []int{i}, heading: l.Heading, wrapped: l.Wrapped})
	}
	return all
}

func (p *paragraph) join(text string, line int, wrapped bool) {
	// Chinese needs no blank where a line ended; Latin words do.
	if isASCIIWord(p.text[len(p.text)-1]) && isASCIIWord(text[0]) {
		p.text += " "
	}
	p.text += text
	p.lines = append(p.lines, line)
	p.wrapped = wrapped
}

func isASCIIWord(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// begins tells a line that starts a paragraph by its enumerator.
func begins(text string) bool {
	s, _, _ := enumerator(text)
	return s != styleNone
}

// ended reports whether a paragraph is complete: it ends with a mark that ends
// sentences, or with what closes one.
func ended(text string) bool {
	text = strings.TrimRight(text, "”’）)】」』\"' ")
	return strings.HasSuffix(text, "。") || strings.HasSuffix(text, "！") || strings.HasSuffix(text, "？") ||
		strings.HasSuffix(text, "；") || strings.HasSuffix(text, "：") || strings.HasSuffix(text, "…") ||
		strings.HasSuffix(text, ".") || strings.HasSuffix(text, ";") || strings.HasSuffix(text, ":")
}

// shortest is the length of the shortest paragraph, in characters, that can
// have been cut by the end of a page; what is shorter is a heading or a line.
const shortest = 15

// cut tells a paragraph broken off: long, and in the middle of a sentence. A
// sub-heading is a single phrase.
func cut(text string) bool {
	if ended(text) || utf8.RuneCountInString(text) < shortest {
		return false
	}
	if strings.HasSuffix(text, "，") || strings.HasSuffix(text, "、") {
		return true
	}
	sentence := strings.ContainsAny(text, "，。；：") || utf8.RuneCountInString(text) > maxHeading
	return sentence && !strings.HasSuffix(text, "）") && !strings.HasSuffix(text, ")")
}

var (
	writtenDate   = regexp.MustCompile(`^(.*?)(\d{4})年(\d{1,2})月(\d{1,2})日$`)
	chineseNumber = strings.NewReplacer("三十一", "31", "三十", "30", "二十", "2", "十", "1")
)

// signature takes unit and date off the end of the last section.
func (x *recogniser) signature(sections map[model.SectionID][]paragraph) {
	if len(x.outline.heads) == 0 {
		return
	}
	id := x.outline.heads[len(x.outline.heads)-1].section.ID
	all := sections[id]
	at := slices.IndexFunc(all, func(p paragraph) bool { _, _, ok := dated(p.text); return ok })
	if at > 0 {
		agency, date, _ := dated(all[at].text)
		from := at
		if before := compact(all[at-1].text); agency == "" && at > 1 && isAgency(before, x.report.Agency.Name) {
			agency, from = before, at-1
			if name := x.report.Agency.Name; at > 2 && compact(all[at-2].text)+before == name { // a long one, on two lines
				agency, from = name, at-2
			}
		}
		x.report.Signature = model.Signature{Agency: agency, Date: date}
		for _, p := range all[from : at+1] {
			x.settleParagraph(&p, FateSignature, id)
		}
		for _, p := range all[at+1:] { // what the site says below
			x.unplaced(p.lines[0], p.text, problemAfterEnd)
		}
		sections[id] = all[:from]
		return
	}
	if n := len(all); n > 1 && compact(all[n-1].text) == x.report.Agency.Name && x.report.Agency.Name != "" {
		x.report.Signature.Agency = x.report.Agency.Name
		x.settleParagraph(&all[n-1], FateSignature, id)
		sections[id] = all[:n-1]
	}
}

func isAgency(text, name string) bool {
	return text == name && name != "" || agencyName.MatchString(text)
}

// dated reads a line that is a date, with or without a unit before it.
func dated(text string) (agency, date string, ok bool) {
	text = compact(text)
	if utf8.RuneCountInString(text) > 50 {
		return "", "", false
	}
	m := writtenDate.FindStringSubmatch(text)
	if m == nil {
		if m = writtenDate.FindStringSubmatch(inFigures(text)); m == nil {
			return "", "", false
		}
	}
	d, err := time.Parse("2006-1-2", m[2]+"-"+m[3]+"-"+m[4])
	if err != nil || m[1] != "" && !agencyName.MatchString(m[1]) {
		return "", "", false
	}
	return m[1], d.Format(time.DateOnly), true
}

// inFigures writes the numbers of 二〇二一年一月二十日 in figures.
func inFigures(text string) string {
	text = regexp.MustCompile(`十([月日])`).ReplaceAllString(text, "十〇$1")
	return figures.Replace(chineseNumber.Replace(text))
}

func (x *recogniser) settleParagraph(p *paragraph, f Fate, id model.SectionID) {
	for _, i := range p.lines {
		x.settle(i, f, id)
	}
}

// noteLackingSections remarks parts of the form that were not found.
func (x *recogniser) noteLackingSections() {
	for _, s := range x.report.Edition().Titled() {
		if !slices.ContainsFunc(x.outline.heads, func(h sectionHead) bool { return h.section.ID == s.ID }) {
			x.note("S03", s.ID, remarkNoSection, s.Title)
		}
	}
	for _, s := range x.report.Edition().Sections {
		if s.Table != nil && !x.found(s.ID) {
			x.note("S04", s.ID, remarkNoTable, s.Table.Name)
		}
	}
}
