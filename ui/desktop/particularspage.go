package desktop

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
)

// particularsPage edits 基本信息: the agency, the title and the end of the
// report.
type particularsPage struct {
	host
	scroll           *scroller
	name, short      *textEntry
	title            *textEntry
	signAgency, date *textEntry
	kind, numbering  *choice
	dateProblem      *paragraph
	standard         *paragraph // the title that prints while none is set
	findings         *fyne.Container
}

func newParticularsPage(h host) *particularsPage {
	p := &particularsPage{host: h}
	r := h.desk().Report()
	p.name = p.entry(r.Agency.Name, "", func(string) { p.setAgency() })
	p.short = p.entry(r.Agency.Short, textShortHint, func(string) { p.setAgency() })
	p.standard = newParagraph("", sizeNote, colorSecond)
	p.title = p.entry(r.Title, textTitleHint, h.desk().SetTitle)
	p.signAgency = p.entry(r.Signature.Agency, textSignHint, func(string) { p.setSignature() })
	p.date = p.entry(r.Signature.Date, textDateHint(r.Year), func(string) { p.setSignature() })
	p.dateProblem = newParagraph("", sizeNote, theme.ColorNameError)

	p.kind = newChoice(kindNames(), func(string) { p.setAgency() })
	p.kind.show(r.Agency.Kind.Name())
	p.numbering = newChoice(numberingNames(), func(style string) { h.desk().SetNumbering(model.Numbering(style)) })
	p.numbering.show(string(r.Numbering))

	year := label(strconv.Itoa(r.Year)+"　"+textEdition(r.Edition()), sizeBody, theme.ColorNameForeground)
	p.findings = container.New(&stack{gap: 4})
	p.scroll = newScroller(pageStack(), pageHead(textParticulars, textAdviceBasics),
		p.findings,
		card(container.New(&stack{gap: 10},
			field(textAgencyName, p.name), field(textAgencyShort, p.short), field(textAgencyKind, framed(p.kind)),
			field(textReportYear, year))),
		card(container.New(&stack{gap: 10}, field(textTitle, p.title), p.standard, field(textNumbering, framed(p.numbering)))),
		card(container.New(&stack{gap: 10}, field(textSignAgency, p.signAgency), field(textSignDate, p.date), p.dateProblem)),
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

func (p *particularsPage) entry(value, hint string, changed func(string)) *textEntry {
	e := newTextEntry(p.post)
	e.SetPlaceHolder(hint)
	e.load(value)
	e.OnChanged = changed
	e.history = p
	e.onFocus = func(on bool) {
		if on {
			reveal(e)
		} else {
			p.desk().Hurry()
		}
	}
	return e
}

// field is a line of a form: what it is, and where to fill it in.
func field(name string, input fyne.CanvasObject) fyne.CanvasObject {
	title := container.New(&fixedWidth{110}, container.New(&row{wide: -1}, label(name, sizeBody, colorSecond)))
	return container.New(&row{gap: 12, wide: 1}, title, input)
}

// framed draws the frame of an entry around a choice, which has none.
func framed(choice fyne.CanvasObject) fyne.CanvasObject {
	frame := ground(theme.ColorNameInputBackground)
	frame.StrokeColor, frame.StrokeWidth = ink(theme.ColorNameInputBorder), size(theme.SizeNameInputBorder)
	frame.CornerRadius = size(theme.SizeNameInputRadius)
	return container.New(insetAll(1.5), frame, choice)
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
		entry *textEntry
		text  string
	}{
		{p.name, r.Agency.Name},
		{p.short, r.Agency.Short},
		{p.title, r.Title},
		{p.signAgency, r.Signature.Agency},
		{p.date, r.Signature.Date},
	} {
		if f.entry.replace(f.text) {
			p.focus(f.entry)
		}
	}
	p.kind.show(r.Agency.Kind.Name())
	p.numbering.show(string(r.Numbering))
}

func (p *particularsPage) setAgency() {
	p.desk().SetAgency(p.name.Text, p.short.Text, kindNamed(p.kind.Selected))
}

func (p *particularsPage) setSignature() {
	problem := ""
	if err := p.desk().SetSignature(p.signAgency.Text, p.date.Text); err != nil {
		problem = err.Error()
	}
	p.dateProblem.show(problem, theme.ColorNameError)
	p.scroll.relayout()
}

// showStandards shows what prints while a field is empty.
func (p *particularsPage) showStandards() {
	r := p.desk().Report()
	lines := r.StandardTitle()
	p.standard.show(textStandardTitle(lines[0]+lines[1]), colorSecond)
}

func (p *particularsPage) content() fyne.CanvasObject { return p.scroll.outer }

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
	p.scroll.relayout()
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
