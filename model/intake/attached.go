package intake

import (
	"cmp"
	"fmt"
	"path"
	"strconv"
	"strings"
	"unicode"

	"nianbao/model"
	"nianbao/model/intake/source"
	"nianbao/model/reportfile"
)

// A document of this program may carry the report file that it was made from, which
// holds what pages cannot: links of the prose to the numbers, reasons, what else a
// clerk keeps. Whoever looks at the document sees its pages, though, and a file in
// it can be exchanged: so it is taken only where the pages say the same, in every
// number and every character. Otherwise the pages win, and it is said what differs.

// takeAttached takes the report file that the document carries along, if it agrees
// with what was read from the pages.
func (x *recogniser) takeAttached() {
	var all []source.Attachment
	for _, a := range x.doc.Attached {
		if strings.EqualFold(path.Ext(a.Name), reportfile.Ending) {
			all = append(all, a)
		}
	}
	if len(all) == 0 {
		return
	}
	if len(all) > 1 {
		x.note("", "", remarkAttachedSeveral)
		return
	}
	kept, err := attachedReport(all[0])
	if err != nil {
		x.note("", "", remarkAttachedUnread, reasonOf(err))
		return
	}
	if differ := x.differences(kept); len(differ) > 0 {
		const most = 5
		told := strings.Join(differ[:min(most, len(differ))], "；")
		if len(differ) > most {
			told += fmt.Sprintf(moreDifferences, len(differ))
		}
		x.note("", "", remarkAttachedDiffers, told)
		return
	}
	x.report = kept
	x.result.Placed, x.result.Stated = len(kept.Cells), max(x.result.Stated, len(kept.Stated))
	x.result.Notes = nil // of how the pages were read
	x.note("", "", remarkAttachedTaken)
}

// attachedReport reads a report file within a document, bounded like one of its own.
func attachedReport(a source.Attachment) (*model.Report, error) {
	data, err := a.Open()
	if err != nil {
		return nil, refused(err)
	}
	r, err := reportfile.Read(data)
	if err != nil {
		return nil, fmt.Errorf("report file %s: %w", a.Name, err)
	}
	return r, nil
}

// differences lists, in words, where a report and what was read from the pages are
// not the same to their reader: what prints, without blanks and line ends, which
// pages have elsewhere.
func (x *recogniser) differences(kept *model.Report) []string {
	const before = 6 // characters that are told before the first difference
	seen := x.report
	var all []string
	differ := func(name, onPage, inFile string) {
		page, file := []rune(bareText(onPage)), []rune(bareText(inFile))
		same := 0
		for same < min(len(page), len(file)) && shows(page[same], file[same]) {
			same++
		}
		if same < max(len(page), len(file)) {
			from := max(0, same-before)
			onPage, inFile = string(page[min(from, len(page)):]), string(file[min(from, len(file)):])
			all = append(all, fmt.Sprintf(difference, name, shorten(cmp.Or(onPage, nothingThere)), shorten(cmp.Or(inFile, nothingThere))))
		}
	}
	differ(nameYear, strconv.Itoa(seen.Year), strconv.Itoa(kept.Year))
	if seen.Year != kept.Year {
		return all // of another edition, nothing can be compared
	}
	differ(nameTitle, strings.Join(seen.TitleLines(), ""), strings.Join(kept.TitleLines(), ""))
	for _, c := range kept.Edition().Cells() {
		value := seen.Value(c.Address)
		if stated, ok := seen.Stated[c.Address]; ok {
			value = stated // the page's, be it the sum or not
		}
		differ(c.Name(), value, kept.Value(c.Address))
	}
	for _, s := range kept.Edition().Sections {
		if s.Table == nil {
			differ(fmt.Sprintf(nameProse, s.Name()), proseOf(seen, s.ID), proseOf(kept, s.ID))
		}
	}
	differ(nameSignature, signatureOf(seen), signatureOf(kept))
	for _, u := range x.result.Unplaced {
		if differ(nameUnplaced, u.Text, ""); len(all) > 0 {
			break
		}
	}
	return all
}

// proseOf is the prose of a section as it prints.
func proseOf(r *model.Report, id model.SectionID) string {
	var b strings.Builder
	headings := r.Headings(id)
	for i, block := range r.Narrative[id] {
		b.WriteString(r.Expand(headings[i]))
		for _, p := range block.Paragraphs() {
			b.WriteString(r.Expand(p))
		}
	}
	return b.String()
}

// signatureOf is the signature as it prints, where a date alone is signed by the
// agency.
func signatureOf(r *model.Report) string {
	s := r.Signature
	if s.Date != "" {
		return cmp.Or(strings.TrimSpace(s.Agency), r.Agency.Name) + model.DateInWords(s.Date)
	}
	return s.Agency
}

// bareText is a text without blanks, which paper has none of at line ends, and
// with each character that is written in two ways written in one.
func bareText(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, source.Tidy(text))
}

// geta (〓) is printed for a character that no face has, to be filled in by hand.
const geta = '〓'

// shows reports whether a page with a character says what a file says. Where it
// shows 〓, it does not say which character is meant; a figure never is.
func shows(onPage, inFile rune) bool {
	return onPage == inFile || onPage == geta && !unicode.IsNumber(inFile)
}
