package intake

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model"
)

// titles are the ways a report names itself, blanks left out: unit before the
// year, or behind it. 〇 is often typed as ○, О or 零.
var titles = regexp.MustCompile(`^(?:关于)?([\p{Han}（）()]*?)(?:关于)?([0-9]{4}|[〇○Оo零一二三四五六七八九]{4})年度?([\p{Han}（）()]*?)(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:年度)?报告$`)

var (
	statedPeriod = regexp.MustCompile(`(20\d{2})年1月1日(?:起)?[至到—–-]`)
	yearLine     = regexp.MustCompile(`(?:[0-9]{4}|[〇○Оo零一二三四五六七八九]{4})年`)
	anyYear      = regexp.MustCompile(`(20\d{2})年`)
	agencyName   = regexp.MustCompile(`^[\p{Han}（）()]{2,40}(?:政府|办事处|局|委员会|委|办公室|中心|管委会|厅|院|队|站|所)$`)
	shortNames   = regexp.MustCompile(`我(?:镇|乡|街道|办事处|办|局|县|区|市|委|省|单位|中心)|本(?:机关|镇|乡|街道|局|县|区|市)`)
)

// figures are the Chinese numerals of a year.
var figures = strings.NewReplacer(
	"〇", "0", "○", "0", "О", "0", "o", "0", "零", "0", "一", "1", "二", "2", "三", "3", "四", "4",
	"五", "5", "六", "6", "七", "7", "八", "8", "九", "9",
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
	name := strings.TrimSpace(x.options.Agency)
	if name == "" {
		name = x.fullName(found.agency)
	}
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
	if standard := strings.Join(r.StandardTitle(), ""); found.text != "" && found.text != standard {
		r.Title = found.text
		x.note("S01", model.Preamble, remarkTitle, found.text, standard)
	}
	if x.options.Year != 0 && found.year != "" && found.year != strconv.Itoa(year) {
		x.note("S02", model.Preamble, remarkOtherYear, found.year, year)
	}
	return nil
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
	for i, begins := range lines {
		for n := 1; n <= 3 && i+n <= len(lines); n++ {
			t, ok := readTitle(strings.Join(lines[i:i+n], ""))
			// A line of the site before it is no part of it.
			if torn := n > 1; ok && torn && !agencyName.MatchString(begins) && !yearLine.MatchString(begins) && t.text != own {
				ok = false
			}
			if ok && (found.to < 0 || found.agency == "" && t.agency != "") {
				t.from, t.to = i, i+n-1
				found = t
			}
		}
	}
	if found.to < 0 {
		for _, part := range strings.FieldsFunc(x.doc.Title, func(r rune) bool { return strings.ContainsRune("-_|—–>/", r) }) {
			if t, ok := readTitle(compact(part)); ok {
				t.from, t.to = -1, -2
				return t
			}
		}
	}
	// The unit may stand on a line of its own, with the site's lines between.
	for i := found.from - 1; found.agency == "" && i >= max(0, found.from-3); i-- {
		if agencyName.MatchString(lines[i]) {
			found.agency, found.from = lines[i], i
			found.text = lines[i] + found.text
		}
	}
	return found
}

func readTitle(text string) (named, bool) {
	if !strings.HasSuffix(text, "报告") || utf8.RuneCountInString(text) > 80 {
		return named{}, false // quicker to tell than by the expression
	}
	m := titles.FindStringSubmatch(text)
	if m == nil {
		return named{}, false
	}
	agency := m[1] + m[3]
	if strings.Contains(agency, "首页") || strings.Contains(agency, "位置") || strings.HasPrefix(agency, "年") {
		return named{}, false
	}
	return named{year: figures.Replace(m[2]), agency: agency, text: text}, true
}

// findYear takes the title's year, else that of the stated period, else the one
// that the text names most.
func (x *recogniser) findYear(found named) int {
	if y, err := strconv.Atoi(found.year); err == nil {
		return y
	}
	votes := map[string]int{}
	best := ""
	for _, l := range x.doc.Lines {
		text := compact(l.Text)
		if m := statedPeriod.FindStringSubmatch(text); m != nil {
			best = m[1]
			break
		}
		for _, m := range anyYear.FindAllStringSubmatch(text, -1) {
			if votes[m[1]]++; best == "" || votes[m[1]] > votes[best] {
				best = m[1]
			}
		}
	}
	year, err := strconv.Atoi(best)
	if err != nil {
		return 0
	}
	x.note("S02", model.Preamble, remarkGuessedYear, year)
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

// shortName is how the text calls the unit most often: 我镇.
func (x *recogniser) shortName() string {
	votes := map[string]int{}
	best := ""
	for _, l := range x.doc.Lines {
		for _, s := range shortNames.FindAllString(l.Text, -1) {
			if votes[s]++; best == "" || votes[s] > votes[best] {
				best = s
			}
		}
	}
	return best
}

// compact drops all blanks and makes digits and brackets of one width.
func compact(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, text)
}
