package pages

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
)

// phrase is a usual sentence (常用句式) to insert into a section.
type phrase struct {
	name, text string
	aspect     string                   // of the section (see [model.Section]) that it speaks of; empty for none
	fits       func(*model.Report) bool // whether it is the one to build the section from; nil for always
}

// phrasesFor are the sentences of a section in the words of a report, as a field
// shows them.
func phrasesFor(r *model.Report, id model.SectionID) []phrase {
	unit := r.Agency.Short
	if unit == "" {
		unit = r.Agency.Name
	}
	names := strings.NewReplacer(forYear, strconv.Itoa(r.Year), forNextYear, strconv.Itoa(r.Year+1), forUnit, unit, forParts, r.Edition().Contents())
	var all []phrase
	for _, p := range phrases[id] {
		p.text = names.Replace(r.Edition().Shown(p.text))
		all = append(all, p)
	}
	return all
}

// noRequests reports that table three is filled in and tells of no requests.
func noRequests(r *model.Report) bool {
	received, filled := r.Count("applications.received.total")
	carried, _ := r.Count("applications.carriedIn.total")
	return filled && received+carried == 0
}

// scaffold is the section with what it is to speak of as sub-headings, and below each a
// usual sentence (搭好小标题); none where the form does not say of what.
func scaffold(r *model.Report, id model.SectionID) []model.Block {
	section, _ := r.Edition().Section(id)
	usual := phrasesFor(r, id)
	var all []model.Block
	for _, aspect := range section.Aspects {
		b := model.Block{Heading: aspect}
		i := slices.IndexFunc(usual, func(p phrase) bool { return p.aspect == aspect && (p.fits == nil || p.fits(r)) })
		if i >= 0 {
			b.Text = r.Edition().Kept(usual[i].text)
		}
		all = append(all, b)
	}
	return all
}
