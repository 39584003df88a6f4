package intake

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/model/han"
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
	behind     = pattern.Lazy(`[（(〔【\[](?:(` + yearForm + `)年?度?|[\p{Han}0-9]{0,8}(?:版|稿|全文|公开|原文|文字))[）)〕】\]]$`)
	unitBehind = pattern.Lazy(`[（(]([\p{Han}]{4,30})[）)]$`)
	yearLine   = pattern.Lazy(yearForm + `年`)
)

// named is a title as found.
type named struct {
	year, agency string
	text         string
	from, to     int // its lines, the last included; -1 when it is not among them
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
