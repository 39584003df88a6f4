package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/intake/source"
	"nianbao/model/internal/pattern"
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
	for _, h := range slices.Concat(x.outline.heads, x.outline.again) {
		for i := h.line; i < h.line+h.lines; i++ {
			x.settle(i, FateHeading, h.section.ID)
		}
	}
	for _, h := range x.outline.again {
		if h.section.Table == nil {
			x.note("", h.section.ID, remarkTitleAgain, h.section.Title, x.result.Lines[h.line].Number)
		}
	}
	for _, i := range x.outline.contents {
		x.leaveOut(i, reasonContents)
	}
	x.headingSlips()
	sections := map[model.SectionID][]paragraph{model.Preamble: x.paragraphs(x.preambleLines())}
	for k, h := range x.outline.heads {
		if h.section.Table != nil {
			if h.rest != "" && !isCaption(h.rest) {
				x.unplaced(h.line, h.rest, problemBehindTitle, h.section.Title)
			}
			continue
		}
		lines, _ := x.outline.sectionLines(h.section.ID)
		if k == len(x.outline.heads)-1 {
			x.leaveFoot(lines)
		}
		all := x.paragraphs(lines)
		if h.rest != "" {
			all = slices.Insert(all, 0, paragraph{text: h.rest, lines: []int{h.line}})
			x.note("", h.section.ID, remarkBehindTitle, h.section.Title, shorten(h.rest))
		}
		sections[h.section.ID] = all
	}
	if x.closed > 0 {
		x.note("", "", remarkSpaced, x.closed)
	}
	if x.joined > 0 {
		x.note("", "", remarkJoined, x.joined)
	}
	x.signature(sections)
	x.numbering(sections)
	if len(x.outline.heads) == 0 { // a table alone, or no report: nothing says where prose belongs
		for _, p := range sections[model.Preamble] {
			x.unplaced(p.lines[0], p.text, problemNoSection)
			for _, i := range p.lines[1:] {
				x.unplacedWith(i, p.lines[0])
			}
		}
		return
	}
	for _, s := range x.report.Edition().Prose() {
		x.noteRows(s, sections[s.ID])
		x.noteTitles(s, sections[s.ID])
		x.blocks(s.ID, sections[s.ID])
	}
}

// preambleLines are those between the title and the first section. What stands
// before the title belongs to the site, unless it is a sentence; so do, behind
// it, the particulars that a portal gives.
func (x *recogniser) preambleLines() []int {
	for i := range min(x.body, x.outline.first) {
		l := &x.doc.Lines[i]
		if x.isOpen(i) && !l.Site && utf8.RuneCountInString(l.Text) > 30 && strings.Contains(l.Text, "。") {
			x.unplaced(i, l.Text, problemNoSection)
		}
	}
	wrapped := false
	for i := x.body; i < x.outline.first; i++ {
		l := &x.doc.Lines[i]
		goesOn := wrapped && l.Indent < source.Indented
		switch {
		case !x.isOpen(i):
		case isPageNumber(l.Text):
			x.leaveOut(i, reasonPage)
		case goesOn:
		case isParticulars(l.Text), isDateline(l.Text), len(x.outline.heads) > 0 && l.Table > 0 && !x.doc.Loose && !isPassage(l):
			x.leaveOut(i, reasonParticulars)
		case l.Site, isFurniture(l.Text):
			x.leaveOut(i, reasonSite)
		}
		wrapped = l.Wrapped && x.isOpen(i)
	}
	return between(x.body, x.outline.first)
}

// isPassage tells prose that stands in a table: a row of one cell with a sentence in it.
func isPassage(l *source.Line) bool {
	return l.Filled() == 1 && strings.Contains(l.Text, "。")
}

// leaveFoot leaves out the site's text below a report: what looks like it
// behind the last sentence, and what the program itself puts there: for the
// notice board, and the code of a paper.
func (x *recogniser) leaveFoot(lines []int) {
	end := len(lines)
	for end > 0 && !endsSentence(x.doc.Lines[lines[end-1]].Text) {
		end--
	}
	board := false
	for _, i := range lines[end:] {
		l := &x.doc.Lines[i]
		board = board || posted().MatchString(l.Text)
		switch {
		case !x.isOpen(i):
		case board && posted().MatchString(l.Text):
			x.leaveOut(i, reasonPosted)
		case isPaperCode(l.Text):
			x.leaveOut(i, reasonCode)
		case isPageNumber(l.Text):
			x.leaveOut(i, reasonPage)
		case l.Site || isFurniture(l.Text):
			x.leaveOut(i, reasonSite)
		}
	}
}

// paragraphs puts lines together: those cut by the width of a page, and those
// cut by its end.
func (x *recogniser) paragraphs(lines []int) []paragraph {
	var all []paragraph
	for _, i := range lines {
		l := &x.doc.Lines[i]
		goesOn := len(all) > 0 && all[len(all)-1].wrapped && l.Indent < source.Indented
		if !x.isOpen(i) || x.isBeside(i, goesOn) {
			continue
		}
		text := x.unspaced(strings.ReplaceAll(l.Text, "\t", " "))
		if n := len(all); n > 0 {
			last := &all[n-1]
			starts := begins(text) || l.Heading > 0 || last.heading > 0
			switch {
			case goesOn && (!starts || x.doc.Indented || !ended(last.text)):
				last.join(text, i, l.Wrapped)
				continue
			case !last.wrapped && !starts && x.isCut(last.text):
				x.joined++
				last.join(text, i, l.Wrapped)
				continue
			}
		}
		all = append(all, paragraph{text: text, lines: []int{i}, heading: l.Heading, wrapped: l.Wrapped})
	}
	return all
}

// isBeside leaves out a line between the report's own: the number of a page, its
// head, and what both its place on the page and its words say is the site's.
func (x *recogniser) isBeside(line int, goesOn bool) bool {
	table, band := x.bandOf(x.doc.Lines[line].Text)
	switch l := &x.doc.Lines[line]; {
	case isPageNumber(l.Text):
		x.leaveOut(line, reasonPage)
	case isRule(l.Text):
		x.leaveOut(line, reasonRule)
	case goesOn:
		return false
	case x.isTitle(l.Text):
		x.repeated(line)
	case band:
		x.settle(line, FateLabel, table)
	case l.Site && isFurniture(l.Text):
		x.leaveOut(line, reasonSite)
	default:
		return false
	}
	return true
}

// isTitle tells the report's title standing once more as the head of a page.
func (x *recogniser) isTitle(text string) bool {
	if !strings.Contains(text, "公开") {
		return false
	}
	text = compact(text)
	return text == strings.Join(x.report.StandardTitle(), "") || text == x.report.Title
}

// bandOf is the section of a label that stands across a table; such labels are left where
// the table was found without its title.
func (x *recogniser) bandOf(text string) (id model.SectionID, ok bool) {
	if len(text) > 4*maxHeading {
		return "", false
	}
	whole := letters(text)
	for _, f := range x.forms {
		is := func(p model.Part) bool { return p.Band != "" && letters(p.Band) == whole }
		if x.found(f.id()) && slices.ContainsFunc(f.section.Table.Parts, is) {
			return f.id(), true
		}
	}
	return "", false
}

// isCut tells a paragraph broken off. Where the source has paragraphs only the
// mark in the middle of a sentence says so.
func (x *recogniser) isCut(text string) bool {
	if x.doc.Certain && !strings.HasSuffix(text, "，") && !strings.HasSuffix(text, "、") {
		return false
	}
	return cut(text)
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
	_, _, phrase := enumerator(text)
	sentence := strings.ContainsAny(text, "，。；：") || utf8.RuneCountInString(phrase) > maxHeading
	return sentence && !strings.HasSuffix(text, "）") && !strings.HasSuffix(text, ")")
}

// signedSection is the section that the signature ends: the last one, or where parts stand
// in another order, the last one with a date.
func (x *recogniser) signedSection(sections map[model.SectionID][]paragraph) model.SectionID {
	heads := x.outline.heads
	for i := len(heads) - 1; i >= 0 && slices.ContainsFunc(heads, func(h sectionHead) bool { return h.moved }); i-- {
		if dateIn(sections[heads[i].section.ID]) >= 0 {
			return heads[i].section.ID
		}
	}
	return heads[len(heads)-1].section.ID
}

// dateIn is the first paragraph that is a date; -1 for none.
func dateIn(all []paragraph) int {
	return slices.IndexFunc(all, func(p paragraph) bool { _, _, ok := dated(p.text); return ok })
}

// signature takes unit and date off the end of a section.
func (x *recogniser) signature(sections map[model.SectionID][]paragraph) {
	if len(x.outline.heads) == 0 {
		return
	}
	id := x.signedSection(sections)
	all := sections[id]
	at := dateIn(all)
	if at < 0 {
		sections[id] = x.signedOnly(id, all)
		return
	}
	agency, date, _ := dated(all[at].text)
	from, to := at, at+1
	if agency == "" && at > 0 {
		if before := unsealed(compact(all[at-1].text)); isAgency(before, x.report.Agency.Name) {
			agency, from = before, at-1
			if name := x.report.Agency.Name; at > 1 && compact(all[at-2].text)+before == name { // a long one, on two lines
				agency, from = name, at-2
			}
		}
	}
	if name := x.report.Agency.Name; agency == "" && name != "" && to < len(all) && unsealed(compact(all[to].text)) == name {
		agency, to = name, to+1 // below its date
	}
	x.report.Signature = model.Signature{Agency: agency, Date: date}
	for _, p := range all[from:to] {
		x.settleParagraph(&p, FateSignature, id)
	}
	if date == "" {
		x.unplaced(all[at].lines[0], all[at].text, problemDate)
	}
	for _, p := range all[to:] { // what the site says below
		x.leaveBelow(&p)
	}
	sections[id] = all[:from]
}

// leaveBelow says what became of a paragraph under the signature.
func (x *recogniser) leaveBelow(p *paragraph) {
	l := &x.doc.Lines[p.lines[0]]
	switch {
	case posted().MatchString(l.Text):
		x.leaveOut(p.lines[0], reasonPosted)
	case isPaperCode(p.text):
		x.leaveOut(p.lines[0], reasonCode)
	case l.Site || isFurniture(l.Text):
		x.leaveOut(p.lines[0], reasonSite)
	default:
		x.unplaced(p.lines[0], p.text, problemAfterEnd)
		for _, i := range p.lines[1:] {
			x.unplacedWith(i, p.lines[0])
		}
		return
	}
	for _, i := range p.lines[1:] {
		x.leaveOut(i, x.result.Lines[p.lines[0]].reason)
	}
}

// signedOnly takes a unit without a date off the end of a section.
func (x *recogniser) signedOnly(id model.SectionID, all []paragraph) []paragraph {
	n := len(all)
	if n == 0 || x.report.Agency.Name == "" || unsealed(compact(all[n-1].text)) != x.report.Agency.Name {
		return all
	}
	x.report.Signature.Agency = x.report.Agency.Name
	x.settleParagraph(&all[n-1], FateSignature, id)
	return all[:n-1]
}

func isAgency(text, name string) bool {
	return text == name && name != "" || agencyName().MatchString(text)
}

var (
	seal        = pattern.Lazy(`[（(](?:盖章|公章|印章|签章|章)[）)]`)
	signedLabel = pattern.Lazy(`^(?:[\p{Han}]{0,4}(?:单位|机关)|(?:成文|落款|报告|编制|填报|填表)?(?:日期|时间))[:：]`)
	issued      = pattern.Lazy(`(?:印发|发布)$`)
	monthOnly   = pattern.Lazy(`^(.*?)` + yearForm + `年.{1,2}月$`)
)

// unsealed is a unit as it signs, without what says so.
func unsealed(text string) string {
	return signedLabel().ReplaceAllString(seal().ReplaceAllString(text, ""), "")
}

// dated reads a line that is a date, with or without a unit before it. The date
// is empty when it lacks the day.
func dated(text string) (agency, date string, ok bool) {
	const most = 50 // characters
	text = issued().ReplaceAllString(unsealed(compact(text)), "")
	if utf8.RuneCountInString(text) > most || !strings.ContainsAny(text, "年-./．2") {
		return "", "", false
	}
	for i := range text {
		if date, ok := model.ReadDate(text[i:]); ok {
			agency = strings.TrimSuffix(signedLabel().ReplaceAllString(text[:i], ""), "日期：")
			return agency, date, agency == "" || agencyName().MatchString(agency)
		}
	}
	m := monthOnly().FindStringSubmatch(text)
	return "", "", m != nil && m[1] == ""
}

func (x *recogniser) settleParagraph(p *paragraph, f Fate, id model.SectionID) {
	for _, i := range p.lines {
		x.settle(i, f, id)
	}
}
