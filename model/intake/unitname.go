package intake

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
	"nianbao/model/intake/source"
	"nianbao/model/internal/pattern"
)

// How units and places are called, blanks left out.
var (
	agencyName = pattern.Lazy(`^[\p{Han}\p{Co}〓（）()]{2,40}(?:政府|办事处|局|委员会|委|办公室|中心|管委会|厅|院|队|站|所)$`)
	kindOfUnit = pattern.Lazy(`^(?:镇|乡|街道)?(?:人民|管理)?(?:政府|办事处|委员会)$`)
	inPlace    = pattern.Lazy(`^\p{Han}{2,}?(?:[省市县区旗州盟镇乡]|街道)`)
	nameBegins = pattern.Lazy(`^\p{Han}{2,` + strconv.Itoa(nameLine) + `}$`)
	placeName  = pattern.Lazy(`^\p{Han}{2,}(?:[省市县区旗州盟镇乡]|街道)$`)
	shortNames = pattern.Lazy(`我(?:镇|乡|街道|办事处|办|局|县|区|市|委|省|单位|中心)|本(?:机关|镇|乡|街道|局|县|区|市)`)
)

// agencyOf is the unit's name: as given, else as the title says, the signature,
// or the particulars of the page.
func (x *recogniser) agencyOf(found named) string {
	if name := strings.TrimSpace(x.options.Agency); name != "" {
		return name
	}
	if found.agency != "" {
		return x.fullName(found.agency)
	}
	name := x.signedBy()
	if name == "" {
		name = x.publishedBy()
	}
	if name != "" {
		x.note("", model.Preamble, remarkAgencyElsewhere, name)
	}
	return name
}

// signedBy is the unit that signs.
func (x *recogniser) signedBy() string {
	if len(x.outline.heads) == 0 {
		return ""
	}
	last := x.outline.heads[len(x.outline.heads)-1]
	before := ""
	for _, l := range x.doc.Lines[last.line+last.lines : x.outline.end] {
		if agency, _, ok := dated(l.Text); ok {
			if agency == "" {
				agency = before
			}
			return agency
		}
		before = ""
		if text := unsealed(compact(l.Text)); agencyName().MatchString(text) {
			before = text
		}
	}
	return before
}

// publisher is how a page says whose document it shows.
var publisher = pattern.Lazy(`(?:发布|公开|发文|责任|编制|报告)(?:机构|机关|单位|部门|主体)\s*[】\]]?\s*[:：]?\s*([\p{Han}（）()]{4,40})`)

// publishedBy is the unit that the page names as the one that publishes.
func (x *recogniser) publishedBy() string {
	for _, l := range x.doc.Lines[:x.outline.first] {
		if m := publisher().FindStringSubmatch(l.Text); m != nil && agencyName().MatchString(m[1]) {
			return m[1]
		}
	}
	return ""
}

// unitBelow takes the unit of a title without one from the line below it.
func (x *recogniser) unitBelow(lines []string, found named) named {
	below := found.to + 1
	if found.to < 0 || found.agency != "" || below >= len(lines) {
		return found
	}
	if name := strings.Trim(lines[below], "（）()"); agencyName().MatchString(name) {
		found.agency, found.to, found.text = name, below, name+found.text
	}
	return found
}

// wholeName completes a unit's name that begins on the line above: a kind of unit (人民政府)
// is none without its place, and other pieces are known where the whole stands elsewhere.
func (x *recogniser) wholeName(lines []string, found named) named {
	above := found.from - 1
	if above < 0 || found.agency == "" || !strings.HasPrefix(lines[found.from], found.agency) || !nameBegins().MatchString(lines[above]) {
		return found
	}
	whole := lines[above] + found.agency
	stands := func(l source.Line) bool { return strings.Contains(compact(l.Text), whole) }
	piece := kindOfUnit().MatchString(found.agency) && inPlace().MatchString(whole)
	if agencyName().MatchString(whole) && (piece || slices.ContainsFunc(x.doc.Lines, stands)) {
		found.agency, found.from, found.text = whole, above, lines[above]+found.text
	}
	return found
}

// fullName completes 梧桐镇 to 梧桐镇人民政府 where the text itself does so.
func (x *recogniser) fullName(name string) string {
	if name == "" {
		return ""
	}
	for _, full := range []string{name + "人民政府", name + "办事处"} {
		for _, l := range x.doc.Lines {
			if strings.Contains(compact(l.Text), full) {
				return full
			}
		}
	}
	return name
}

// shortName is how the text calls the unit most often: 我镇. The form's own labels, as
// 本机关不掌握相关政府信息, are no words of the unit. It is empty where the text does not
// say: what is read is what the document says, and a report reads back as it was.
func (x *recogniser) shortName() string {
	var labels []string
	for _, e := range model.Editions() {
		for _, c := range e.Cells() {
			if n := len(c.RowLabels); n > 0 && shortNames().MatchString(c.RowLabels[n-1]) {
				labels = append(labels, strings.TrimLeft(c.RowLabels[n-1], "0123456789."), "")
			}
		}
	}
	words := strings.NewReplacer(labels...)
	votes := map[string]int{}
	best := ""
	for _, l := range x.doc.Lines {
		for _, s := range shortNames().FindAllString(words.Replace(l.Text), -1) {
			if votes[s]++; best == "" || votes[s] > votes[best] {
				best = s
			}
		}
	}
	return best
}
