package facts

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/model/han"
	"nianbao/model/internal/pattern"
)

// Year is a year of four figures: 2020年, 二〇二〇年, also as part of a date.
type Year struct {
	Span
	Value int
	// Before and After are the words around it in its clause.
	Before, After string
	Sentence      int
	Quoted        bool // in the title of a document 《》, or in a quotation
	Noted         bool // in brackets, with nothing before it there: 年报（2024年度）
	from, to      int
}

// Date is a day. Year is 0 where the prose leaves it out.
type Date struct {
	Span
	Year, Month, Day int
	Text             string
	Sentence         int
	from, to         int
}

// Valid reports whether the calendar has the day: neither 2月30日 nor 202020年 is
// one. Without a year, 2月29日 is.
func (d Date) Valid() bool {
	if d.Year > 9999 {
		return false
	}
	if d.Month == 0 {
		return true
	}
	year := d.Year
	if year == 0 {
		year = 2000 // a leap year
	}
	day := max(d.Day, 1)
	as := time.Date(year, time.Month(d.Month), day, 0, 0, 0, 0, time.UTC)
	return int(as.Month()) == d.Month && as.Day() == day && d.Month >= 1
}

// Period is from one day to another: 2020年1月1日至12月31日.
type Period struct {
	Span
	From, To Date
	// Before are the words before it in its clause, with those that a colon or
	// bracket parts from it.
	Before string
}

// date reads a date or year whose first number stands at i, and returns its
// end, or 0.
func (t *Text) date(i int, n numeral) int {
	if end := t.numericDate(i); end > 0 {
		return end
	}
	switch year, yearLike := t.year(i, n); {
	case t.rune(n.end) == '年' && yearLike:
		d := Date{Year: year}
		end := t.monthAndDay(n.end+1, &d)
		if d.Month > 0 || year > 9999 {
			t.addDate(d, i, end)
		}
		if year <= 9999 {
			t.addYear(year, i, n.end+1)
		}
		return end
	case t.rune(n.end) == '月' && n.exact:
		d := Date{}
		if end := t.monthAndDay(i, &d); d.Day > 0 {
			t.addDate(d, i, end)
			return end
		}
	}
	return 0
}

// year is the year that the figures are before 年: four digits, or far too many
// (202020年). 20年 and 100年 are stretches of time.
func (t *Text) year(i int, n numeral) (value int, ok bool) {
	if isDigit(t.rune(i)) {
		ok = n.decimals == 0 && (n.figures == 4 && n.value >= 1900 && n.value < 2100 || n.figures > 4 && n.figures < 9)
		return int(n.value), ok && !strings.ContainsRune(t.words(i, n.end), ',')
	}
	if n.end-i != 4 {
		return 0, false
	}
	for _, r := range t.runes[i:n.end] {
		if !strings.ContainsRune(han.Figures+han.Zeros, r) {
			return 0, false
		}
		value = value*10 + int(chineseDigit(r))
	}
	return value, value >= 1900 && value < 2100
}

// monthAndDay reads 1月20日 at i into the date and returns the end of what it
// read.
func (t *Text) monthAndDay(i int, d *Date) int {
	month, ok := t.numeral(i)
	if !ok || !month.exact || month.decimals > 0 || t.rune(month.end) != '月' {
		return i
	}
	d.Month = int(month.value)
	day, ok := t.numeral(month.end + 1)
	if !ok || !day.exact || day.decimals > 0 {
		return month.end + 1
	}
	switch {
	case t.rune(day.end) == '日' || t.rune(day.end) == '号':
		d.Day = int(day.value)
		return day.end + 1
	case t.untilDay(day.end):
		d.Day = int(day.value)
		return day.end
	}
	return month.end + 1
}

// untilDay reports whether 至10月8日 stands at i: then what precedes it is a day
// as well, without 日.
func (t *Text) untilDay(i int) bool {
	if t.rune(i) == 0 || !strings.ContainsRune("至到—–-~～", t.rune(i)) {
		return false
	}
	month, ok := t.numeral(i + 1)
	if !ok || t.rune(month.end) != '月' {
		return false
	}
	day, ok := t.numeral(month.end + 1)
	return ok && t.rune(day.end) == '日'
}

// numericDate reads 2021-01-20 and the like.
func (t *Text) numericDate(i int) int {
	const length = len("2021-12-31")
	if !isDigit(t.rune(i)) || isDigit(t.rune(i-1)) {
		return 0
	}
	to := i
	for to-i <= length && (isDigit(t.rune(to)) || strings.ContainsRune("-./", t.rune(to))) {
		to++
	}
	words := t.words(i, to)
	for _, form := range []string{"2006-1-2", "2006/1/2", "2006.1.2"} {
		if day, err := time.Parse(form, words); err == nil && day.Year() >= 1900 && day.Year() < 2100 {
			d := Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day()}
			t.addDate(d, i, to)
			return to
		}
	}
	if m := inFigures().FindStringSubmatch(words); m != nil && !numbered(t.rune(i-1)) && !numbered(t.rune(to)) {
		var d Date
		d.Year, _ = strconv.Atoi(m[1])
		d.Month, _ = strconv.Atoi(m[2])
		d.Day, _ = strconv.Atoi(m[3])
		if d.Month >= 1 && d.Month <= 12 && d.Day >= 29 && d.Day <= 31 { // what looks like nothing else
			t.addDate(d, i, to)
			return to
		}
	}
	return 0
}

// inFigures is a day of this or the last century in figures, whether there is one or not.
var inFigures = pattern.Lazy(`^((?:19|20)\d\d)[-./](\d\d?)[-./](\d\d?)$`)

// numbered reports whether what stands beside figures makes them the number of a thing.
func numbered(r rune) bool {
	return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r != 0 && strings.ContainsRune("-./〔[号第_", r)
}

func (t *Text) addDate(d Date, from, to int) {
	c, _ := t.clauseAt(from)
	d.from, d.to, d.Span, d.Sentence = from, to, t.span(from, to), c.Sentence
	d.Text = t.words(from, to)
	t.Dates = append(t.Dates, d)
}

func (t *Text) addYear(value, from, to int) {
	c, _ := t.clauseAt(from)
	t.Years = append(t.Years, Year{
		Span: t.span(from, to), Value: value, Sentence: c.Sentence, Quoted: t.quoted(from), from: from, to: to,
		Noted:  c.Depth > 0 && c.from == from && strings.ContainsRune("（(", c.Mark) && !thisYear().MatchString(t.words(max(0, c.from-1-len("本年度")/len("本")), c.from-1)),
		Before: t.words(c.from, from), After: t.words(to, c.to),
	})
}

// thisYear is what a year in brackets behind it is another name of: 今年（2024年）.
var thisYear = pattern.Lazy(`(?:今年|本年度?|当年|年内)$`)

// quoted reports whether i stands inside 《》 or “”.
func (t *Text) quoted(i int) bool {
	title, quotation := false, false // told by a mark already
	for _, r := range slices.Backward(t.runes[max(0, i-longest):i]) {
		switch r {
		case '《', '“':
			if r == '《' && !title || r == '“' && !quotation {
				return true
			}
		case '》':
			title = true
		case '”':
			quotation = true
		}
		if title && quotation {
			break
		}
	}
	return false
}

// periods joins two dates with 至 between them; the second may leave out the
// year.
func (t *Text) periods() {
	for i := range max(0, len(t.Dates)-1) {
		from, to := t.Dates[i], t.Dates[i+1]
		between := strings.TrimPrefix(t.words(from.to, to.from), "起")
		between = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(between, "当年"), "同年"), "本年")
		switch between {
		case "至", "到", "-", "—", "–", "~", "～", "—-", "——", "，至", "－":
		default:
			continue
		}
		if to.Year == 0 {
			to.Year = from.Year
		}
		t.Periods = append(t.Periods, Period{t.span(from.from, to.to), from, to, t.lead(from.from)})
	}
}

// lead are the words before i in its clause, and in the one before where only a
// colon or a bracket stands between.
func (t *Text) lead(i int) string {
	c, n := t.clauseAt(i)
	if n > 0 && c.Mark != 0 && strings.ContainsRune("：:（(“", c.Mark) && t.Clauses[n-1].Sentence == c.Sentence {
		c.from = t.Clauses[n-1].from
	}
	return t.words(c.from, i)
}
