package intake

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/han"
	"nianbao/model/intake/source"
	"nianbao/model/internal/pattern"
)

// What a title is made of.
const (
	// A year in figures, or in Chinese numerals with whatever was typed for 〇.
	yearForm = `[0-9` + han.Figures + han.Zeros + `]{4}`
	unitForm = `([\p{Han}\p{Co}〓（）()·]*?)`
	subject  = `(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:年度)?(?:报告|年报)$`
)

var (
	// titles are the ways a report names itself, blanks left out: unit before the
	// year, or behind it; the year in brackets, or somewhere else.
	titles   = pattern.Lazy(`^(?:关于)?` + unitForm + `(?:关于)?(?:(` + yearForm + `)年?度?|[（(〔\[【](` + yearForm + `)年?度?[）)〕\]】]年?度?)` + unitForm + subject)
	inside   = pattern.Lazy(`^(?:关于)?` + unitForm + `政府信息公开(?:工作)?(` + yearForm + `)年?度?(?:工作)?(?:年度)?(?:报告|年报)$`)
	yearless = pattern.Lazy(`^(?:关于)?` + unitForm + `(?:关于)?` + subject)

	// What stands around a title that is announced, or lists the file.
	announced = pattern.Lazy(`^(.*?)关于(?:印发|公布|发布|公开)?(.*?)(?:的)?(?:公示|公告|通告|通知)$`)
	listed    = pattern.Lazy(`^(?:附件[\d` + han.Numerals + `]*[:：]?|附[:：]|(?:标题|名称|信息名称)[:：]|\d{1,3}[.．、])`)
	// What is put around a title: marks, and the name of the site or the kind of file.
	adorned = pattern.Lazy(`^(?:[★☆●◆■▲※·]+|[【\[]\p{Han}{1,12}[】\]])+`)
	trailed = pattern.Lazy(`(?:[★☆●◆■▲※·]+|[-—–_|｜][^-—–_|｜]*|\.(?:docx?|wps|pdf|html?|txt))$`)
	called  = pattern.Lazy(`^.*?公开.*?(?:报告|年报)`)
	dashes  = pattern.Lazy(`[-—–_|｜]+`)
	// What stands behind a title in brackets: the year, or which version it is.
	behind = pattern.Lazy(`[（(〔【\[](?:(` + yearForm + `)年?度?|[\p{Han}0-9]{0,8}(?:版|稿|全文|公开|原文|文字))[）)〕】\]]$`)
)

var (
	statedPeriod = pattern.Lazy(`(20\d{2})年1月1日(?:起)?[至到—–-]`)
	unitBehind   = pattern.Lazy(`[（(]([\p{Han}]{4,30})[）)]$`)
	yearLine     = pattern.Lazy(yearForm + `年`)
	anyYear      = pattern.Lazy(`(20\d{2})年`)
	agencyName   = pattern.Lazy(`^[\p{Han}\p{Co}〓（）()]{2,40}(?:政府|办事处|局|委员会|委|办公室|中心|管委会|厅|院|队|站|所)$`)
	kindOfUnit   = pattern.Lazy(`^(?:镇|乡|街道)?(?:人民|管理)?(?:政府|办事处|委员会)$`)
	inPlace      = pattern.Lazy(`^\p{Han}{2,}?(?:[省市县区旗州盟镇乡]|街道)`)
	nameBegins   = pattern.Lazy(`^\p{Han}{2,` + strconv.Itoa(nameLine) + `}$`)
	placeName    = pattern.Lazy(`^\p{Han}{2,}(?:[省市县区旗州盟镇乡]|街道)$`)
	shortNames   = pattern.Lazy(`我(?:镇|乡|街道|办事处|办|局|县|区|市|委|省|单位|中心)|本(?:机关|镇|乡|街道|局|县|区|市)`)
)

// named is a title as found.
type named struct {
	year, agency string
	text         string
	from, to     int // its lines, the last included; -1 when it is not among them
}

// title finds year, unit and title, and begins the report. The error is a
// *RefusalError when no year is to be found, a *model.YearError when it has no
// edition.
func (x *recogniser) title() error {
	found := x.findTitle()
	year := x.options.Year
	if year == 0 {
		year = x.findYear(found)
	}
	if year == 0 {
		return &RefusalError{problem: refusalYear}
	}
	name := x.agencyOf(found)
	agency := model.NewAgency(name)
	agency.Short = x.shortName()
	r, err := model.New(year, agency)
	if err != nil {
		return err
	}
	x.report = r
	if name == "" {
		x.note("", model.Preamble, remarkNoAgency)
	}
	for i := max(0, found.from); i <= found.to; i++ {
		x.settle(i, FateTitle, model.Preamble)
	}
	x.body = max(0, found.to+1)
	x.settleRepeated(found)
	if standard := strings.Join(r.StandardTitle(), ""); found.text != "" && found.text != standard {
		r.Title = found.text
		x.note("S01", model.Preamble, remarkTitle, found.text, standard)
	}
	if x.options.Year != 0 && found.year != "" && found.year != strconv.Itoa(year) {
		x.note("S02", model.Preamble, remarkOtherYear, found.year, year)
	}
	return nil
}

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

// findTitle looks for the title before the first section, in one line or torn
// over two, and in what the file calls itself.
func (x *recogniser) findTitle() named {
	found := named{from: -1, to: -2}
	var lines []string
	for _, l := range x.doc.Lines[:x.outline.first] {
		lines = append(lines, compact(l.Text))
	}
	own := compact(x.doc.Title)
	for i := range lines {
		for n := 1; n <= 3 && i+n <= len(lines); n++ {
			t, ok := titleAt(lines[i:i+n], own)
			better := found.agency == "" && t.agency != "" || found.year == "" && t.year != ""
			if ok && (found.to < 0 || better) {
				t.from, t.to = i, i+n-1
				found = t
			}
		}
	}
	if found.to < 0 {
		found = x.bareTitle(lines)
		if t, ok := x.titleBeside(); ok {
			t.from, t.to = found.from, found.to
			return t
		}
	}
	// The unit may stand on a line of its own, with the site's lines between.
	for i := found.from - 1; found.agency == "" && i >= max(0, found.from-3); i-- {
		if agencyName().MatchString(lines[i]) {
			found.agency, found.from = lines[i], i
			found.text = lines[i] + found.text
		}
	}
	return x.ownTitle(x.wholeName(lines, x.unitBelow(lines, found)), lines, own)
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

// bareTitle finds a title with neither unit nor year, the last of several.
func (x *recogniser) bareTitle(lines []string) named {
	for i := len(lines) - 1; i >= 0; i-- {
		if !strings.Contains(lines[i], "信息公开") || x.doc.Lines[i].Site {
			continue
		}
		if m := yearless().FindStringSubmatch(lines[i]); m != nil && m[1] == "" {
			return named{text: lines[i], from: i, to: i}
		}
	}
	return named{from: -1, to: -2}
}

// titleAt reads a title in one line or several.
func titleAt(lines []string, own string) (named, bool) {
	first, last := lines[0], lines[len(lines)-1]
	if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, "报") }) {
		return named{}, false
	}
	if len(lines) > 1 && (utf8.RuneCountInString(first) > maxTitle || utf8.RuneCountInString(last) > maxTitle) {
		return named{}, false
	}
	t, ok := readTitle(strings.Join(lines, ""))
	// A line of the site before it is no part of it.
	torn := len(lines) > 1
	if torn && !isLongName(lines) && !agencyName().MatchString(first) && !yearLine().MatchString(first) && t.text != own && !behind().MatchString(last) {
		return named{}, false
	}
	if alone, whole := readTitle(last); torn && whole && alone.agency != "" {
		return named{}, false
	}
	return t, ok
}

// nameLine is how many characters of a unit's name a line of a title holds: on A4,
// in the size of GB/T 9704—2012.
const nameLine = 20

// isLongName tells a unit whose name takes two lines over that with the year.
func isLongName(lines []string) bool {
	if len(lines) != 3 {
		return false
	}
	name := lines[0] + lines[1]
	return utf8.RuneCountInString(name) > nameLine && placeName().MatchString(lines[0]) && agencyName().MatchString(name)
}

// settleRepeated marks the title where it stands once more: over the document
// and on the page around it, or as the head of a page.
func (x *recogniser) settleRepeated(found named) {
	if found.text == "" {
		return
	}
	lines := x.doc.Lines[:x.outline.first]
	for i := 0; i < len(lines); i++ {
		if i >= found.from && i <= found.to || x.result.Lines[i].Fate != FateDropped {
			continue
		}
		for n := 1; n <= 2 && i+n <= len(lines); n++ {
			var texts []string
			for _, l := range lines[i : i+n] {
				texts = append(texts, compact(l.Text))
			}
			t, ok := titleAt(texts, "")
			if !ok || t.year != found.year || t.agency != "" && t.agency != found.agency && x.fullName(t.agency) != x.report.Agency.Name {
				continue
			}
			if i > 0 && i-1 > found.to && compact(lines[i-1].Text) == x.report.Agency.Name {
				x.repeated(i - 1)
			}
			for k := i; k < i+n; k++ {
				x.repeated(k)
			}
			if i > found.to && x.isSite(x.body, i) {
				x.body = i + n
			}
			i += n - 1
			break
		}
	}
}

// repeated marks a line as one of the title that stands elsewhere already.
func (x *recogniser) repeated(line int) {
	x.leaveOut(line, reasonRepeated)
	x.result.Lines[line].Fate = FateTitle
}

// isSite reports whether lines hold no text of a report: not one sentence.
func (x *recogniser) isSite(from, to int) bool {
	for _, l := range x.doc.Lines[from:max(from, to)] {
		if !l.Site && strings.Contains(l.Text, "。") {
			return false
		}
	}
	return true
}

// maxTitle is the length of the longest title, in characters.
const maxTitle = 80

func readTitle(text string) (named, bool) {
	known := strings.Contains(text, "信息公开") && (strings.Contains(text, "报告") || strings.Contains(text, "年报"))
	if !known || utf8.RuneCountInString(text) > maxTitle { // quicker to tell than by the expressions
		return named{}, false
	}
	text = strings.Trim(listed().ReplaceAllString(unadorned(text), ""), "《》「」“”")
	if m := announced().FindStringSubmatch(text); m != nil {
		text = m[1] + strings.Trim(m[2], "《》“”")
	}
	bare, year := text, ""
	if m := behind().FindStringSubmatch(text); m != nil {
		bare, year = strings.TrimSuffix(text, m[0]), m[1]
	}
	bare = strings.Trim(bare, "《》")
	agency, unit := "", ""
	if m := unitBehind().FindStringSubmatch(bare); m != nil && agencyName().MatchString(m[1]) {
		bare, unit = strings.TrimSuffix(bare, m[0]), m[1]
	}
	if m := titles().FindStringSubmatch(bare); m != nil {
		agency, year = m[1]+m[4], m[2]+m[3]
	} else if m := inside().FindStringSubmatch(bare); m != nil {
		agency, year = m[1], m[2]
	} else if m := yearless().FindStringSubmatch(bare); m != nil {
		agency = m[1]
	} else {
		return named{}, false
	}
	if agency == "" && unit != "" {
		agency, text = unit, unit+bare
	}
	switch {
	case strings.Contains(agency, "首页"), strings.Contains(agency, "位置"), strings.HasPrefix(agency, "年"):
		return named{}, false
	case year == "": // without a year, only a unit's name makes it more than a link
		return named{agency: agency, text: text}, agencyName().MatchString(agency)
	}
	y := han.Year(year)
	return named{year: strconv.Itoa(y), agency: agency, text: text}, y > 0
}

// unadorned takes off what is put around a title: ★, 【年报】, the site's name, .docx. The
// dashes in it go too (梧桐镇人民政府——2023年…).
func unadorned(text string) string {
	text = adorned().ReplaceAllString(text, "")
	head := called().FindString(text)
	rest := strings.TrimPrefix(text, head)
	for cut := trailed().ReplaceAllString(rest, ""); cut != rest; cut = trailed().ReplaceAllString(rest, "") {
		rest = cut
	}
	return dashes().ReplaceAllString(head, "") + rest
}

// findYear takes the title's year, else that of the stated period, else the one
// that the text names most.
func (x *recogniser) findYear(found named) int {
	if y, err := strconv.Atoi(found.year); err == nil {
		return y
	}
	year, err := strconv.Atoi(x.statedYear())
	if err != nil {
		year = x.mostNamedYear()
	}
	if year == 0 {
		return 0
	}
	x.note("S02", model.Preamble, remarkGuessedYear, year)
	return year
}

// statedYear is the year of the period that the document states; empty where it states none.
func (x *recogniser) statedYear() string {
	for _, l := range x.doc.Lines {
		if !strings.Contains(l.Text, "20") { // quicker to tell
			continue
		}
		if m := statedPeriod().FindStringSubmatch(compact(l.Text)); m != nil {
			return m[1]
		}
	}
	return ""
}

// mostNamedYear is the year that the document names most, before the one in which it was
// signed: a report is of a year that is over (条例第五十条).
func (x *recogniser) mostNamedYear() int {
	signed := x.signedYear()
	votes := map[int]int{}
	best := max(0, signed-1)
	for _, l := range x.doc.Lines {
		if !strings.Contains(l.Text, "20") { // quicker to tell
			continue
		}
		for _, m := range anyYear().FindAllStringSubmatch(compact(l.Text), -1) {
			y, _ := strconv.Atoi(m[1]) // the expression lets nothing else through
			if signed > 0 && y >= signed {
				continue
			}
			if votes[y]++; votes[y] > votes[best] || votes[y] == votes[best] && y == signed-1 {
				best = y
			}
		}
	}
	return best
}

// signedYear is that of the last date below the last part; 0 where there is none.
func (x *recogniser) signedYear() (year int) {
	if len(x.outline.heads) == 0 {
		return 0
	}
	last := x.outline.heads[len(x.outline.heads)-1]
	for _, l := range x.doc.Lines[last.line+last.lines : x.outline.end] {
		if _, date, ok := dated(l.Text); ok && date != "" {
			year, _ = strconv.Atoi(date[:len("2024")]) // it is a date
		}
	}
	return year
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

// compact drops all blanks and makes digits half-width.
func compact(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		if digit := han.FoldRune(r); digit >= '0' && digit <= '9' {
			return digit
		}
		return r
	}, text)
}
