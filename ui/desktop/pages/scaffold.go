package pages

import (
	"strings"
	"unicode/utf8"

	"nianbao/model"
)

// scaffold is the section with the sub-headings that it usually has, and below each a
// usual sentence (搭好小标题); none where its usual sentences have no headings.
func scaffold(r *model.Report, id model.SectionID) []model.Block {
	var all []model.Block
	for _, p := range phrasesFor(r, id) {
		if p.heading == "" || p.fits != nil && !p.fits(r) {
			continue
		}
		all = append(all, model.Block{Heading: p.heading, Text: r.Edition().Kept(p.text)})
	}
	return all
}

// CanScaffold reports whether the section can be built from its usual sentences: it is
// empty, and there are some.
func (p *Prose) CanScaffold() bool {
	return !p.Final() && p.headings && !p.Desk().Begun(p.section) && len(scaffold(p.Desk().Report(), p.section)) > 0
}

// Scaffold builds the section and selects the first place that is to be filled in; F4
// leads on from one to the next.
func (p *Prose) Scaffold() {
	if !p.CanScaffold() {
		return
	}
	p.Desk().Scaffold(p.section, scaffold(p.Desk().Report(), p.section))
	for _, c := range p.Cards {
		if before, _, found := strings.Cut(c.Text.Text, toFillIn); found {
			at := utf8.RuneCountInString(before)
			p.Focus(c.Text)
			c.Text.Select(at, at+utf8.RuneCountInString(toFillIn))
			p.Scroll.Reveal(c.container)
			return
		}
	}
}
