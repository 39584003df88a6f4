package check

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"nianbao/model"
	"nianbao/model/facts"
	"nianbao/model/han"
	"nianbao/model/internal/pattern"
)

// What frames the report: title, preamble, signature. S01, S02,
// S10, S13, S21, S22.

// yearInTitle matches a year in figures or in Chinese numerals: 2020年, 二〇二〇年.
var yearInTitle = pattern.Lazy(`([0-9]{4}|[` + han.Figures + han.Zeros + `]{4})\s*年`)

// plainTitle is the title that somebody set, without blanks and full-width
// figures, its year in digits; empty while it is the standard one.
func (c *checker) plainTitle() string {
	title := strings.Join(strings.Fields(han.Fold(c.report.Title)), "")
	return yearInTitle().ReplaceAllStringFunc(title, inFigures)
}

// inFigures writes Chinese figures as Arabic ones and leaves the rest.
func inFigures(text string) string {
	return strings.Map(func(r rune) rune {
		if n := han.Figure(r); n >= 0 {
			return '0' + rune(n)
		}
		return r
	}, text)
}

// titleWording: the title is 机关全称 + year + 年政府信息公开工作年度报告 (S01). The
// year itself is S02's, and a fuller name than the agency's is fine. Without 机关全称 no
// title is complete.
func titleWording(c *checker) {
	if c.report.Unnamed() {
		c.find(Finding{Section: Title, Stage: Blank}, " unnamed")
		return
	}
	title := c.plainTitle()
	if title == "" {
		return
	}
	lines := c.report.StandardTitle()
	_, ending, _ := strings.Cut(lines[1], "年")
	agency, said, dated := cutYear(title)
	f := Finding{Section: Title, Left: strings.TrimSpace(c.report.Title), Right: strings.Join(lines, "")}
	about := strings.TrimPrefix(agency, "关于")
	switch {
	case dated && said == ending && strings.HasSuffix(agency, c.report.Agency.Name) && about == agency:
	case about != agency || strings.Contains(said, "情况的报告"):
		c.find(f, " about", f.Left, f.Right)
	case dated && strings.HasSuffix(agency, c.report.Agency.Name) && strings.Replace(ending, "工作", "", 1) == said:
		c.find(f, " work", f.Left, f.Right)
	default:
		c.find(f, "", f.Left, f.Right)
	}
}

// cutYear cuts a title at its first year.
func cutYear(title string) (before, after string, found bool) {
	at := yearInTitle().FindStringIndex(title)
	if at == nil {
		return title, "", false
	}
	return title[:at[0]], title[at[1]:], true
}

// titleYear: the year in the title is the report's (S02). The standard title
// cannot be wrong.
func titleYear(c *checker) {
	for _, m := range yearInTitle().FindAllStringSubmatch(han.Fold(c.report.Title), -1) {
		if year := strconv.Itoa(c.report.Year); inFigures(m[1]) != year {
			c.find(Finding{Section: Title, Left: m[1], Right: year}, "", m[1], year)
			return
		}
	}
}

// signature: 落款机关 and 成文日期 are there, and the first is the agency (S10).
func signature(c *checker) {
	agency, date := strings.TrimSpace(c.report.Signature.Agency), c.report.Signature.Date
	f := Finding{Section: Signature, Left: agency, Right: c.report.Agency.Name, Stage: Blank}
	full := ""
	if !c.report.Unnamed() {
		full = fmt.Sprintf(quotedName, c.report.Agency.Name)
	}
	switch {
	case agency == "" && date == "":
		c.find(f, " both", full)
	case agency == "":
		c.find(f, " agency", full)
	case date == "":
		f.Left, f.Right = "", ""
		c.find(f, " date")
	}
	if agency != "" && !c.report.Unnamed() && agency != c.report.Agency.Name {
		f.Left, f.Stage = agency, Settled
		c.find(f, "", agency, c.report.Agency.Name)
	}
}

// partsNamed is 由六个部分组成 with what is listed before the number.
var partsNamed = pattern.Lazy(`(?:由|包括|包含|分为)([^。；;]*?)(?:等|共|共计)?([一二两三四五六七八九十]|[0-9]{1,2})个?部分`)

// partsInPreamble: the parts that the preamble speaks of are the form's, and as
// many as it lists (S13).
func partsInPreamble(c *checker) {
	for _, p := range c.part(model.Preamble) {
		named := p.seen(c.rule.id, partsIn)
		if len(named) == 0 {
			continue
		}
		said := facts.Read(named[0].right + "个").Amounts
		if len(said) != 1 {
			continue
		}
		n, want := int(said[0].Value), len(c.edition.Titled())
		f := p.at(p.whole())
		list := c.withoutOwnMarks(named[0].words)
		listed := strings.Count(list, "、") + 1
		if i := strings.LastIndex(list, "、"); i >= 0 && mentions(list[i:], "和", "以及", "及其他") {
			listed++
		}
		f.Left = strconv.Itoa(n)
		switch {
		case n != want:
			f.Right = strconv.Itoa(want)
			c.find(f, "", n, want)
		case listed > 1 && listed != n:
			f.Right = strconv.Itoa(listed)
			c.find(f, " listed", n, listed)
		}
	}
}

// withoutOwnMarks takes the 、 that titles have of their own out of a list of them: each is
// known by two characters before and behind it.
func (c *checker) withoutOwnMarks(list string) string {
	const mark = "、"
	for _, s := range c.edition.Titled() {
		pieces := strings.Split(s.Title, mark)[1:] // behind its number
		for i := 1; i < len(pieces); i++ {
			before, behind := []rune(pieces[i-1]), []rune(pieces[i])
			left, right := string(before[max(0, len(before)-2):]), string(behind[:min(2, len(behind))])
			list = strings.ReplaceAll(list, left+mark+right, left+right)
		}
	}
	return list
}

// partsIn finds where a paragraph first names parts: what it lists, and how many it says
// they are.
func partsIn(r *reading) []slip {
	m := partsNamed().FindStringSubmatch(r.read().String())
	if m == nil {
		return nil
	}
	return []slip{{words: m[1], right: m[2]}}
}

// What a contact in the preamble consists of.
var (
	phoneNumber = pattern.Lazy(`电话(?:号码)?(?:为|是)?[:：]?([0-9()（）\-—－、/ ]*)`)
	postCode    = pattern.Lazy(`(?:邮政编码|邮编|邮政码)(?:为|是)?[:：]?([0-9]*)`)
	validPhone  = pattern.Lazy(`^(0[0-9]{2,3}[0-9]{7,8}|[2-9][0-9]{6,7}|1[3-9][0-9]{9}|400[0-9]{7}|12345)$`)
)

// Parts of a contact.
const (
	partPhone   = "电话"
	partCode    = "邮编"
	partAddress = "地址"
)

// contactIn lists the parts of a contact that a paragraph has, the first of each.
func contactIn(r *reading) []slip {
	var all []slip
	text := r.read().String()
	if m := phoneNumber().FindStringSubmatch(text); m != nil {
		all = append(all, slip{variant: partPhone, words: m[1]})
	}
	if m := postCode().FindStringSubmatch(text); m != nil {
		all = append(all, slip{variant: partCode, words: m[1]})
	}
	if mentions(text, "地址", "通信地址", "地点") {
		all = append(all, slip{variant: partAddress})
	}
	return all
}

// contact: where the preamble says whom to ask, it says how (S21).
func contact(c *checker) {
	said := map[string]*slip{} // the first of each
	for _, p := range c.part(model.Preamble) {
		for _, s := range p.seen(c.rule.id, contactIn) {
			if said[s.variant] == nil {
				said[s.variant] = &s
			}
		}
	}
	if len(said) == 0 {
		return
	}
	phone, code := said[partPhone], said[partCode]
	f := Finding{Section: model.Preamble}
	var missing []string
	for _, part := range []struct {
		there bool
		name  string
	}{{phone != nil, partPhone}, {code != nil, partCode}, {said[partAddress] != nil, partAddress}} {
		if !part.there {
			missing = append(missing, part.name)
		}
	}
	if len(missing) > 0 {
		f.Stage = Open
		c.find(f, "", strings.Join(missing, "、"))
		f.Stage = Settled
	}
	if code != nil && len(code.words) != len("032300") {
		f.Left = code.words
		c.find(f, " code", code.words)
	}
	if phone != nil {
		for number := range strings.FieldsFuncSeq(phone.words, func(r rune) bool { return strings.ContainsRune("、/ ", r) }) {
			digits := strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' {
					return r
				}
				return -1
			}, number)
			if !validPhone().MatchString(digits) {
				f.Left = number
				c.find(f, " phone", number)
			}
		}
	}
}

// signatureDate: 成文日期 is a date, after the year reported and not late (S22). The
// Regulations give departments until 31 January and governments until 31 March;
// counties set the former for their townships.
func signatureDate(c *checker) {
	if c.report.Signature.Date == "" {
		return
	}
	date, err := time.Parse(time.DateOnly, c.report.Signature.Date)
	if err != nil {
		c.find(Finding{Level: Error, Section: Signature, Left: c.report.Signature.Date, Stage: Open}, " unread", model.Shortened(c.report.Signature.Date), c.report.Year+1)
		return
	}
	first := time.Date(c.report.Year+1, time.January, 1, 0, 0, 0, 0, time.UTC)
	last := time.Date(c.report.Year+1, time.January, 31, 0, 0, 0, 0, time.UTC)
	switch c.report.Agency.Kind {
	case model.County, model.City, model.Province:
		last = time.Date(c.report.Year+1, time.March, 31, 0, 0, 0, 0, time.UTC)
	}
	said := model.DateInWords(c.report.Signature.Date)
	f := Finding{Section: Signature, Left: c.report.Signature.Date}
	switch {
	case date.Before(first):
		f.Level, f.Right = Error, first.Format(time.DateOnly)
		c.find(f, " early", said, c.report.Year)
	case date.After(last):
		f.Level, f.Right = Warning, last.Format(time.DateOnly)
		c.find(f, "", said, model.DateInWords(f.Right))
	}
}
