package check

import (
	"fmt"
	"slices"
	"unicode"

	"nianbao/model"
	"nianbao/model/facts"
)

// SetPrints tells the checker which characters can be printed, for the rule about those
// that cannot (S28); without it the rule is silent. The function must always say the
// same.
func (k *Checker) SetPrints(prints func(rune) bool) {
	k.prints, k.readings = prints, nil // what was seen before was seen without it
}

// unprintable: every character can be printed, and is one of writing (S28). Another
// prints as 〓; a radical, as copied out of a PDF, in a weight of its own.
func unprintable(c *checker) {
	if c.prints == nil {
		return
	}
	for _, p := range c.paragraphs {
		for _, s := range p.seen(c.rule.id, func(r *reading) []slip { return c.strange(r.text) }) {
			f := p.at(s.Span)
			f.Left = s.words
			c.find(f, s.variant, c.partName(p.section), s.words, s.right)
		}
	}
	for _, other := range []struct {
		section model.SectionID
		name    string
		text    string
	}{
		{"", nameAgency, c.report.Agency.Name},
		{Title, nameTitle, c.report.Title},
		{Signature, nameSignature, c.report.Signature.Agency},
	} {
		for _, s := range c.strange(other.text) {
			c.find(Finding{Section: other.section, Left: s.words}, s.variant, other.name, s.words, s.right)
		}
	}
}

// strange lists the characters of a text that cannot be printed as they should, each
// where it stands first.
func (c *checker) strange(text string) []slip {
	var all []slip
	i := -1
	for _, r := range text {
		i++
		variant := ""
		switch {
		case isRadical(r):
			variant = " radical"
		case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r), c.prints(r):
			continue // what has no look needs no glyph
		}
		s := slip{Span: facts.Span{Start: i, End: i + 1}, variant: variant, words: string(r), right: fmt.Sprintf("%U", r)}
		if !slices.ContainsFunc(all, func(o slip) bool { return o.words == s.words }) {
			all = append(all, s)
		}
	}
	return all
}

// isRadical reports whether a character is none of writing but a radical, of CJK
// Radicals Supplement or Kangxi Radicals.
func isRadical(r rune) bool { return r >= 0x2E80 && r <= 0x2FDF }
