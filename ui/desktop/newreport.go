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
	"nianbao/ui/desktop/widgets"
)

// askNew asks for unit, kind and year of a new report and shows which edition
// the year gives.
func (p *program) askNew() {
	agency := ""
	if p.start != nil {
		agency = p.start.latest
	}
	name := p.dialogEntry(agency)
	kind := widgets.NewChoice(kindNames(), nil)
	kind.SetSelected(model.Township.Name())
	year := p.dialogEntry(strconv.Itoa(reportYear(p.now())))
	edition := widgets.NewParagraph("", widgets.SizeNote, widgets.ColorSecond)
	room := widgets.RoomFor(edition, 2)
	last := p.newLastYear()
	m := p.dialog(textNew, textCreate, widgets.Primary, textCancel,
		widgets.Field(textAgencyName, name), widgets.Field(textAgencyKind, widgets.Framed(kind)), widgets.Field(textReportYear, year), room, last.outer)

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
			edition.Set(err.Error(), theme.ColorNameError)
			return
		}
		last.show(r.Agency.Name, r.Year)
		edition.Set(textEditionFor(r.Edition()), widgets.ColorSecond)
	}
	year.OnChanged, name.OnChanged = show, show
	show("")
	last.find(func() { show("") })
	m.confirm = func() {
		name.Gather()
		year.Gather()
		r, err := try()
		if err == nil && r.Agency.Name == "" {
			edition.Set(textNeedAgency, theme.ColorNameError)
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

// lastYear tells in the dialog of a new report that there is last year's to begin
// with.
type lastYear struct {
	p      *program
	outer  fyne.CanvasObject
	words  *widgets.Paragraph
	button *widgets.Button
	drafts []store.Summary
	found  *store.Summary
}

func (p *program) newLastYear() *lastYear {
	l := &lastYear{p: p, words: widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameForeground)}
	l.button = widgets.NewButton("", widgets.Plain, func() { p.carryDraft(*l.found) })
	l.outer = widgets.WithHeight(container.New(&widgets.Row{Gap: 10, Wide: 0}, l.words, l.button), l.button.MinSize().Height)
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
		l.button.Text = textCarryFrom(l.found.Year)
		words = textLastYear(*l.found)
	}
	l.words.Set(words, theme.ColorNameForeground)
	l.button.Refresh()
	l.outer.Refresh()
}
