package desktop

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/ui/desktop/widgets"
)

// particularsPage edits 基本信息: the agency, the title and the end of the
// report.
type particularsPage struct {
	host
	scroll           *widgets.Scroller
	name, short      *widgets.TextEntry
	title            *widgets.TextEntry
	signAgency, date *widgets.TextEntry
	kind, numbering  *widgets.Choice
	dateProblem      *widgets.Paragraph
	standard         *widgets.Paragraph // the title that prints while none is set
	findings         *fyne.Container
}

func newParticularsPage(h host) *particularsPage {
	p := &particularsPage{host: h}
	r := h.desk().Report()
	p.name = p.entry(r.Agency.Name, "", func(string) { p.setAgency() })
	p.short = p.entry(r.Agency.Short, textShortHint, func(string) { p.setAgency() })
	p.standard = widgets.NewParagraph("", widgets.SizeNote, widgets.ColorSecond)
	p.title = p.entry(r.Title, textTitleHint, h.desk().SetTitle)
	p.signAgency = p.entry(r.Signature.Agency, textSignHint, func(string) { p.setSignature() })
	p.date = p.entry(r.Signature.Date, textDateHint(r.Year), func(string) { p.setSignature() })
	p.dateProblem = widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)

	p.kind = widgets.NewChoice(kindNames(), func(string) { p.setAgency() })
	p.kind.Load(r.Agency.Kind.Name())
	p.numbering = widgets.NewChoice(numberingNames(), func(style string) { h.desk().SetNumbering(model.Numbering(style)) })
	p.numbering.Load(string(r.Numbering))

	year := widgets.Label(strconv.Itoa(r.Year)+"　"+textEdition(r.Edition()), widgets.SizeBody, theme.ColorNameForeground)
	p.findings = container.New(&widgets.Stack{Gap: 4})
	p.scroll = widgets.NewScroller(widgets.NewPageStack(), widgets.PageHead(textParticulars, textAdviceBasics),
		p.findings,
		widgets.Card(container.New(&widgets.Stack{Gap: 10},
			widgets.Field(textAgencyName, p.name), widgets.Field(textAgencyShort, p.short), widgets.Field(textAgencyKind, widgets.Framed(p.kind)),
			widgets.Field(textReportYear, year))),
		widgets.Card(container.New(&widgets.Stack{Gap: 10}, widgets.Field(textTitle, p.title), p.standard, widgets.Field(textNumbering, widgets.Framed(p.numbering)))),
		widgets.Card(container.New(&widgets.Stack{Gap: 10}, widgets.Field(textSignAgency, p.signAgency), widgets.Field(textSignDate, p.date), p.dateProblem)),
	)
	if p.final() {
		for _, e := range []fyne.Disableable{p.name, p.short, p.title, p.signAgency, p.date, p.kind, p.numbering} {
			e.Disable()
		}
	}
	p.showStandards()
	p.showFindings()
	return p
}

func (p *particularsPage) entry(value, hint string, changed func(string)) *widgets.TextEntry {
	e := widgets.NewTextEntry(p.post)
	e.SetPlaceHolder(hint)
	e.Load(value)
	e.OnChanged = changed
	e.History = p
	e.OnFocus = func(on bool) {
		if on {
			widgets.Reveal(e)
		} else {
			p.desk().Hurry()
		}
	}
	return e
}

func kindNames() []string {
	var names []string
	for _, k := range model.AgencyKinds() {
		names = append(names, k.Name())
	}
	return names
}

func kindNamed(name string) model.AgencyKind {
	for _, k := range model.AgencyKinds() {
		if k.Name() == name {
			return k
		}
	}
	return model.Township
}

func numberingNames() []string {
	var names []string
	for _, n := range model.Numberings() {
		names = append(names, string(n))
	}
	return names
}

// load shows the report's particulars in the fields.
func (p *particularsPage) load() {
	r := p.desk().Report()
	for _, f := range []struct {
		entry *widgets.TextEntry
		text  string
	}{
		{p.name, r.Agency.Name},
		{p.short, r.Agency.Short},
		{p.title, r.Title},
		{p.signAgency, r.Signature.Agency},
		{p.date, r.Signature.Date},
	} {
		if f.entry.Replace(f.text) {
			p.focus(f.entry)
		}
	}
	p.kind.Load(r.Agency.Kind.Name())
	p.numbering.Load(string(r.Numbering))
}

func (p *particularsPage) setAgency() {
	p.desk().SetAgency(p.name.Text, p.short.Text, kindNamed(p.kind.Selected))
}

func (p *particularsPage) setSignature() {
	problem := ""
	if err := p.desk().SetSignature(p.signAgency.Text, p.date.Text); err != nil {
		problem = err.Error()
	}
	p.dateProblem.Set(problem, theme.ColorNameError)
	p.scroll.Relayout()
}

// showStandards shows what prints while a field is empty.
func (p *particularsPage) showStandards() {
	r := p.desk().Report()
	lines := r.StandardTitle()
	p.standard.Set(textStandardTitle(lines[0]+lines[1]), widgets.ColorSecond)
}

func (p *particularsPage) content() fyne.CanvasObject { return p.scroll.Outer }

func (p *particularsPage) begin() fyne.Focusable { return p.name }

func (p *particularsPage) changed(c desk.Change) {
	if c.Reload {
		p.load()
	}
	if c.Particulars {
		p.showStandards()
	}
	p.showFindings()
}

func (p *particularsPage) showFindings() {
	var lines []fyne.CanvasObject
	for _, id := range wholeReport() {
		for _, f := range findingsOf(p.desk(), id) {
			lines = append(lines, findingLine(f))
		}
	}
	if len(lines) == 0 && len(p.findings.Objects) == 0 {
		return
	}
	p.findings.Objects = lines
	p.findings.Refresh()
	p.scroll.Relayout()
}

func (p *particularsPage) reveal(f check.Finding) {
	switch {
	case f.Section == check.Title:
		p.focus(p.title)
	case f.Section == check.Signature && p.desk().Report().Signature.Agency != "":
		p.focus(p.date)
	case f.Section == check.Signature:
		p.focus(p.signAgency)
	default:
		p.focus(p.name)
	}
}
