package intake

import (
	"strconv"
	"strings"
	"unicode"

	"nianbao/model"
	"nianbao/model/han"
)

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
