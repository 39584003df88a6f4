package desktop

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/reportfile"
	"nianbao/model/store"
)

// askNew asks for unit, kind and year of a new report and shows which edition
// the year gives.
func (p *program) askNew() {
	agency := ""
	if p.start != nil {
		agency = p.start.latest
	}
	name := p.dialogEntry(agency)
	kind := newChoice(kindNames(), nil)
	kind.SetSelected(model.Township.Name())
	year := p.dialogEntry(strconv.Itoa(reportYear(p.now())))
	edition := newParagraph("", sizeNote, colorSecond)
	room := roomFor(edition, 2)
	last := p.newLastYear()
	m := p.dialog(textNew, textCreate, primary, textCancel,
		field(textAgencyName, name), field(textAgencyKind, framed(kind)), field(textReportYear, year), room, last.outer)

	try := func() (*model.Report, error) {
		y, err := model.Normalise(model.Count, year.Text)
		if err != nil {
			return nil, err
		}
		n, _ := strconv.Atoi(y) // a year beyond int is refused like 0
		return model.New(n, model.Agency{Name: strings.TrimSpace(name.Text), Kind: kindNamed(kind.Selected)})
	}
	show := func(string) {
		r, err := try()
		if err != nil {
			last.show("", 0)
			edition.show(err.Error(), theme.ColorNameError)
			return
		}
		last.show(r.Agency.Name, r.Year)
		edition.show(textEditionFor(r.Edition()), colorSecond)
	}
	year.OnChanged, name.OnChanged = show, show
	show("")
	last.find(func() { show("") })
	m.confirm = func() {
		name.gather()
		year.gather()
		r, err := try()
		if err == nil && r.Agency.Name == "" {
			edition.show(textNeedAgency, theme.ColorNameError)
			p.window.Canvas().Focus(name)
			return
		}
		if err != nil {
			show("")
			p.window.Canvas().Focus(year)
			return
		}
		body, err := reportfile.Write(r)
		m.close()
		if err != nil {
			p.fail(err)
			return
		}
		p.createDraft(r, body)
	}
	p.window.Canvas().Focus(name)
}

// reportYear is the year that a report begun today is about: the last one,
// and from November on the present one.
func reportYear(today time.Time) int {
	if today.Month() >= time.November {
		return today.Year()
	}
	return today.Year() - 1
}

// roomFor keeps room for some lines of a paragraph, so that a dialog does not
// move when its text changes.
func roomFor(text *paragraph, lines int) fyne.CanvasObject {
	return newFixed(text, float32(lines)*text.lineHeight())
}

// lastYear tells in the dialog of a new report that there is last year's to begin
// with.
type lastYear struct {
	p      *program
	outer  fyne.CanvasObject
	words  *paragraph
	button *button
	drafts []store.Summary
	found  *store.Summary
}

func (p *program) newLastYear() *lastYear {
	l := &lastYear{p: p, words: newParagraph("", sizeNote, theme.ColorNameForeground)}
	l.button = newButton("", plain, func() { p.carryDraft(*l.found) })
	l.outer = newFixed(container.New(&row{gap: 10, wide: 0}, l.words, l.button), l.button.MinSize().Height)
	l.show("", 0)
	return l
}

// find looks the drafts up, then calls found.
func (l *lastYear) find(found func()) {
	if l.p.drafts == nil {
		return
	}
	l.p.background(func() func() {
		drafts, _ := l.p.drafts.List() // at worst nothing is offered
		return func() {
			l.drafts = drafts
			found()
		}
	})
}

// show offers the unit's report of the year before, if there is one.
func (l *lastYear) show(agency string, year int) {
	l.found = draftOf(l.drafts, agency, year-1)
	l.button.Hidden = l.found == nil
	words := ""
	if l.found != nil {
		l.button.text = textCarryFrom(l.found.Year)
		words = textLastYear(*l.found)
	}
	l.words.show(words, theme.ColorNameForeground)
	l.button.Refresh()
	l.outer.Refresh()
}
