package desktop

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/reportfile"
	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// creatorHost is what shows a report that was made.
type creatorHost interface {
	latestAgency() string // whose reports are written here; empty when unknown
	createDraft(r *model.Report, body []byte)
}

// creator makes a report that is empty.
type creator struct {
	*office
	host    creatorHost
	carrier *carrier
}

// askNew asks for unit, kind and year of a new report and shows which edition
// the year gives.
func (c *creator) askNew() {
	agency := c.host.latestAgency()
	name := c.Entry(agency)
	kind := widgets.NewChoice(pages.KindNames(), nil)
	kind.SetSelected(model.Township.Name())
	year := c.Entry(strconv.Itoa(reportYear(c.now())))
	edition := widgets.NewParagraph("", widgets.SizeNote, widgets.ColorSecond)
	room := widgets.RoomFor(edition, 2)
	last := c.newLastYear()
	m := c.Show(textNew, textCreate, widgets.Primary, dialog.TextCancel,
		widgets.Field(pages.TextAgencyName, name), widgets.Field(pages.TextAgencyKind, widgets.Framed(kind)), widgets.Field(pages.TextReportYear, year), room, last.outer)

	try := func() (*model.Report, error) {
		y, err := model.Normalise(model.Count, year.Text)
		if err != nil {
			return nil, err
		}
		n, _ := strconv.Atoi(y) // a year beyond int is refused like 0
		r, err := model.New(n, model.Agency{Name: strings.TrimSpace(name.Text), Kind: pages.KindNamed(kind.Selected)})
		if err == nil {
			r.Propose()
		}
		return r, err
	}
	show := func(string) {
		r, err := try()
		if err != nil {
			last.show("", 0)
			edition.Set(failure.Words(err), theme.ColorNameError)
			return
		}
		last.show(r.Agency.Name, r.Year)
		edition.Set(textEditionFor(r.Edition()), widgets.ColorSecond)
	}
	year.OnChanged, name.OnChanged = show, show
	show("")
	last.find(func() { show("") })
	m.Confirm = func() {
		name.Gather()
		year.Gather()
		r, err := try()
		if err == nil && r.Unnamed() {
			edition.Set(textNeedAgency, theme.ColorNameError)
			c.Window.Canvas().Focus(name)
			return
		}
		if err != nil {
			show("")
			c.Window.Canvas().Focus(year)
			return
		}
		body, err := reportfile.Write(r)
		m.Close()
		if err != nil {
			c.fail(failure.ChangingDrafts(), err)
			return
		}
		c.host.createDraft(r, body)
	}
	c.Window.Canvas().Focus(name)
}

// lastYear tells in the dialog of a new report that there is last year's to begin
// with.
type lastYear struct {
	c      *creator
	outer  fyne.CanvasObject
	words  *widgets.Paragraph
	button *widgets.Button
	drafts []store.Summary
	found  *store.Summary
}

func (c *creator) newLastYear() *lastYear {
	l := &lastYear{c: c, words: widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameForeground)}
	l.button = widgets.NewButton("", widgets.Plain, func() { c.carrier.carryDraft(*l.found) })
	l.outer = widgets.WithHeight(container.New(&widgets.Row{Gap: 10, Wide: 0}, l.words, l.button), l.button.MinSize().Height)
	l.show("", 0)
	return l
}

// find looks the drafts up, then calls found.
func (l *lastYear) find(found func()) {
	if l.c.drafts == nil {
		return
	}
	l.c.Background(func() func() {
		drafts, _ := l.c.drafts.List() // at worst nothing is offered
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
