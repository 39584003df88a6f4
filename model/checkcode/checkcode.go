// Package checkcode is 报送校验码: twelve digits on a finished paper that show whether
// a file is the one it was printed from, and the longer row of digits in the paper's
// QR that shows in which cells it is not.
//
// [Of] is the code of a report; [Payload] writes the digits of its QR and [Ask] says
// what digits that somebody typed or scanned say of a report. It is no signature:
// whoever changes a report can work out the new code, too.
package checkcode

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"nianbao/model"
	"nianbao/model/han"
)

// Code is a 报送校验码: 11 digits of the report's hash and a check digit.
type Code struct{ hash uint64 }

// Lengths of a code and of what it is made of.
const (
	hashBits = 36
	digits   = 12 // with the check digit
	group    = 4  // digits that are printed together
)

// Of is the code of a report.
func Of(r *model.Report) Code { return codeOf(canonical(r)) }

func codeOf(text string) Code {
	sum := sha256.Sum256([]byte(text))
	return Code{binary.BigEndian.Uint64(sum[:8]) >> (64 - hashBits)}
}

// Digits are the digits of a code in a row.
func (c Code) Digits() string {
	all := fmt.Sprintf("%0*d", digits-1, c.hash)
	return all + string('0'+rune(checkDigit(all)))
}

// String is the code as it is printed: 4817 2093 5562.
func (c Code) String() string {
	all := c.Digits()
	return all[:group] + " " + all[group:2*group] + " " + all[2*group:]
}

// checkDigit is the last digit after ISO 7064 MOD 11,10: with it, every row that
// has one digit wrong is found, and 98 in 100 of those that have two neighbours
// exchanged.
func checkDigit(row string) int {
	const modulus = 10
	p := modulus
	for _, d := range row {
		s := (p + int(d-'0')) % modulus
		if s == 0 {
			s = modulus
		}
		p = s * 2 % (modulus + 1)
	}
	return (modulus + 1 - p) % modulus
}

// Parse reads a code as it is typed: with blanks, hyphens, full-width or Chinese
// figures, and with the words that stand before it on paper. The error is a
// *MistypedError.
func Parse(typed string) (Code, error) {
	all, err := figures(typed)
	if err != nil {
		return Code{}, err
	}
	return parse(all)
}

func parse(row string) (Code, error) {
	if len(row) != digits {
		return Code{}, &MistypedError{Digits: len(row)}
	}
	c := Code{number(row[:digits-1])}
	if c.hash >= 1<<hashBits || c.Digits() != row {
		return Code{}, &MistypedError{Digits: len(row)}
	}
	return c, nil
}

// figures are the digits in what somebody typed.
func figures(typed string) (string, error) {
	const most = 4 * maxDigits // characters looked at
	if len(typed) > most {
		return "", &MistypedError{Digits: most}
	}
	if i := strings.LastIndexAny(typed, ":："); i >= 0 { // 报送校验码：
		typed = strings.TrimLeft(typed[i:], ":：")
	}
	var b strings.Builder
	for _, r := range typed {
		switch n := han.Figure(r); {
		case n >= 0:
			b.WriteByte(byte('0' + n))
		case han.IsBlank(r) || unicode.Is(unicode.Pd, r) || strings.ContainsRune("-−·.,，。、_", han.FoldRune(r)):
		default:
			return "", &MistypedError{Char: r}
		}
	}
	return b.String(), nil
}

// number reads at most 18 digits.
func number(row string) uint64 {
	var n uint64
	for _, d := range row {
		n = 10*n + uint64(d-'0')
	}
	return n
}

// version is the way in which a report is put into the text that is hashed, and into
// the QR. Whoever changes either gives it another number: papers outlive programs.
const version = 1

// canonical is all that a paper says, and nothing that it does not: year and form,
// the agency, every cell that is filled in, the words as they are printed, who
// signed. How the file is written, which hints were answered and what the file
// carries beside does not matter, nor do blanks, which whoever copies a paper has
// otherwise.
func canonical(r *model.Report) string {
	var b strings.Builder
	line := func(name, text string) {
		b.WriteString(name)
		b.WriteByte(' ')
		b.WriteString(inked(text))
		b.WriteByte('\n')
	}
	edition := r.Edition()
	fmt.Fprintf(&b, "nianbao-check-code %d\nyear %d\nedition %s\n", version, r.Year, edition.ID)
	line("agency", r.Agency.Name)
	line("title", strings.Join(r.TitleLines(), ""))
	for _, s := range edition.Sections {
		if s.Table == nil {
			line("section", string(s.ID))
			prose(r, s.ID, line)
		}
	}
	for _, c := range edition.Cells() {
		switch v := r.Value(c.Address); {
		case c.Total():
		case v == "":
			line("blank", string(c.Address))
		default:
			line("cell "+string(c.Address), v)
		}
	}
	agency, date := r.Signed()
	line("signed", agency)
	line("date", date)
	return b.String()
}

// prose writes the headings and paragraphs of a section as they are printed.
func prose(r *model.Report, id model.SectionID, line func(name, text string)) {
	headings := r.Headings(id)
	for i, b := range r.Narrative[id] {
		if headings[i] != "" {
			line("heading", r.Expand(headings[i]))
		}
		for _, p := range b.Paragraphs() {
			line("paragraph", r.Expand(p))
		}
	}
}

// inked is what of a text takes ink, each character in the one form that Unicode has
// for all that look the same (NFC).
func inked(text string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if han.IsBlank(r) {
			return -1
		}
		return r
	}, text))
}
