package pages

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// particularsHost is what the page needs as well.
type particularsHost interface {
	host
	DateToday()
}

// Particulars edits 基本信息: the agency, the title and the end of the
// report.
type Particulars struct {
	particularsHost
	scroll           *widgets.Scroller
	name, short      *widgets.TextEntry
	title            *widgets.TextEntry
	signAgency, Date *widgets.TextEntry
	kind, Numbering  *widgets.Choice
	today, inFull    *widgets.Button
	dateProblem      *widgets.Paragraph
	standard         *widgets.Paragraph // the title that prints while none is set
	findings         *fyne.Container
	last             *widgets.TextEntry // with the caret, or that had it last
}

// NewParticulars makes the page.
func NewParticulars(h particularsHost) *Particulars {
	p := &Particulars{particularsHost: h}
	r := h.Desk().Report()
	p.name = p.entry(r.Agency.Name, "", p.rename)
	p.short = p.entry(r.Agency.Short, textShortHint, h.Desk().SetShort)
	p.standard = widgets.NewParagraph("", widgets.SizeNote, widgets.ColorSecond)
	p.title = p.entry(r.Title, textTitleHint, h.Desk().SetTitle)
	p.signAgency = p.entry(r.Signature.Agency, textSignHint, h.Desk().SetSigner)
	p.Date = p.entry(dateShown(r.Signature.Date), textDateHint(r.Year), p.typeDate)
	p.Date.OnFocus = p.inDate
	p.today = widgets.NewButton(textToday, widgets.Plain, h.DateToday)
	p.inFull = widgets.NewButton(textSignInFull, widgets.Plain, p.signInFull)
	p.dateProblem = widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)

	p.kind = widgets.NewChoice(KindNames(), func(name string) { h.Desk().SetKind(KindNamed(name)) })
	p.kind.Load(r.Agency.Kind.Name())
	p.Numbering = widgets.NewChoice(numberingNames(), func(style string) { h.Desk().SetNumbering(model.Numbering(style)) })
	p.Numbering.Load(string(r.Numbering))

	year := widgets.Label(strconv.Itoa(r.Year)+"　"+TextEdition(r.Edition()), widgets.SizeBody, theme.ColorNameForeground)
	p.findings = container.New(&widgets.Stack{Gap: 4})
	p.scroll = widgets.NewScroller(widgets.NewPageStack(), widgets.PageHead(TextParticulars, textAdviceBasics),
		p.findings,
		widgets.Card(container.New(&widgets.Stack{Gap: 10},
			widgets.Field(TextAgencyName, p.name), widgets.Field(textAgencyShort, p.short), widgets.Field(TextAgencyKind, widgets.Framed(p.kind)),
			widgets.Field(TextReportYear, year))),
		widgets.Card(container.New(&widgets.Stack{Gap: 10}, widgets.Field(textTitle, p.title), p.standard, widgets.Field(textNumbering, widgets.Framed(p.Numbering)))),
		widgets.Card(container.New(&widgets.Stack{Gap: 10}, widgets.Field(textSignAgency, container.New(&widgets.Row{Gap: 8, Wide: 0}, p.signAgency, p.inFull)), widgets.Field(textSignDate, container.New(&widgets.Row{Gap: 8, Wide: 0}, p.Date, p.today)), widgets.RoomFor(p.dateProblem, 1))),
	)
	if p.Final() {
		p.today.Hide()
		p.inFull.Hide()
		for _, e := range []fyne.Disableable{p.name, p.short, p.title, p.signAgency, p.Date, p.kind, p.Numbering} {
			e.Disable()
		}
	}
	p.showStandards()
	p.showDate()
	p.showFindings()
	return p
}

func (p *Particulars) entry(value, hint string, changed func(string)) *widgets.TextEntry {
	e := widgets.NewTextEntry(p.Post)
	e.SetPlaceHolder(hint)
	e.Load(value)
	e.OnChanged = changed
	e.History = p
	e.OnFocus = func(on bool) {
		if on {
			p.last = e
			widgets.Reveal(e)
		} else {
			p.Desk().Hurry()
		}
	}
	return e
}

// KindNames are the kinds of agencies in words.
func KindNames() []string {
	var names []string
	for _, k := range model.AgencyKinds() {
		names = append(names, k.Name())
	}
	return names
}

// KindNamed finds a kind by its name; a township for any other.
func KindNamed(name string) model.AgencyKind {
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
func (p *Particulars) load() {
	r := p.Desk().Report()
	for _, f := range []struct {
		entry *widgets.TextEntry
		text  string
	}{
		{p.name, r.Agency.Name},
		{p.short, r.Agency.Short},
		{p.title, r.Title},
		{p.signAgency, r.Signature.Agency},
		{p.Date, dateShown(r.Signature.Date)},
	} {
		if f.entry.Replace(f.text) {
			p.Focus(f.entry)
		}
	}
	p.kind.Load(r.Agency.Kind.Name())
	p.Numbering.Load(string(r.Numbering))
}

// rename takes what is typed for the name. What was proposed from it follows.
func (p *Particulars) rename(name string) {
	p.Desk().Rename(name)
	r := p.Desk().Report()
	p.short.Load(r.Agency.Short)
	p.signAgency.Load(r.Signature.Agency)
}

// signInFull signs with the name in full.
func (p *Particulars) signInFull() {
	p.signAgency.SetText(p.Desk().Report().Agency.Name)
	p.Focus(p.signAgency)
}

// typeDate takes what is typed for 成文日期. Whether it is a date is said when the
// field is left.
func (p *Particulars) typeDate(text string) {
	if p.Desk().TypeDate(text) == nil {
		p.dateProblem.Set("", theme.ColorNameError)
	}
}

// inDate follows the caret into the field and out of it.
func (p *Particulars) inDate(on bool) {
	if on {
		p.last = p.Date
		p.Attend(check.Signature)
		widgets.Reveal(p.Date)
		return
	}
	p.Attend("")
	p.showDate()
	p.showFindings()
	p.Desk().Hurry()
}

// showDate shows 成文日期 as it prints. What is none stays as it was written, with
// what is wrong.
func (p *Particulars) showDate() {
	p.Date.Load(dateShown(p.Desk().Report().Signature.Date))
	problem := ""
	if err := p.Desk().Report().DateRefusal(); err != nil {
		problem = failure.Words(err)
	}
	p.dateProblem.Set(problem, theme.ColorNameError)
}

// dateShown is a date as the field shows it: 2027年1月20日.
func dateShown(date string) string {
	if _, ok := model.ReadDate(date); ok {
		return model.DateInWords(date)
	}
	return date
}

// showStandards shows what prints while a field is empty.
func (p *Particulars) showStandards() {
	r := p.Desk().Report()
	lines := r.StandardTitle()
	p.standard.Set(textStandardTitle(lines[0]+lines[1]), widgets.ColorSecond)
}

// Content belongs to Page.
func (p *Particulars) Content() fyne.CanvasObject { return p.scroll.Outer }

// Chapters belongs to Page.
func (p *Particulars) Chapters() []string { return []string{TextParticulars} }

// Begin belongs to Page.
func (p *Particulars) Begin() fyne.Focusable { return p.name }

// Changed belongs to Page.
func (p *Particulars) Changed(c desk.Change) {
	if c.Reload {
		p.load()
		p.showDate()
	}
	if c.Particulars {
		p.showStandards()
	}
	p.showFindings()
}

func (p *Particulars) showFindings() {
	var lines []fyne.CanvasObject
	for _, id := range WholeReport() {
		for _, f := range findingsOf(p.Desk(), id) {
			lines = append(lines, FindingLine(f))
		}
	}
	if len(lines) == 0 && len(p.findings.Objects) == 0 {
		return
	}
	p.findings.Objects = lines
	p.findings.Refresh()
	p.scroll.Relayout()
}

// Reveal belongs to Page.
func (p *Particulars) Reveal(f check.Finding) bool {
	field := p.fieldOf(f)
	if field == nil {
		p.scroll.Reveal(p.findings)
		return false
	}
	p.Focus(field)
	return true
}

// fieldOf is the field that a finding is about; nil for one about the report as a
// whole.
func (p *Particulars) fieldOf(f check.Finding) *widgets.TextEntry {
	switch {
	case f.Section == check.Title && p.Desk().Report().Unnamed():
		return p.name
	case f.Section == check.Title:
		return p.title
	case f.Section == check.Signature && p.Desk().Report().Signature.Agency != "":
		return p.Date
	case f.Section == check.Signature:
		return p.signAgency
	}
	return nil
}

// Field is the field with the caret, or that had it last; nil for none.
func (p *Particulars) Field() fyne.Focusable {
	if p.last == nil {
		return nil
	}
	return p.last
}

// fields are the fields for text, as they are read.
func (p *Particulars) fields() []*widgets.TextEntry {
	return []*widgets.TextEntry{p.name, p.short, p.title, p.signAgency, p.Date}
}

// At belongs to Placed.
func (p *Particulars) At(f check.Finding) Position {
	for i, e := range p.fields() {
		if e == p.fieldOf(f) {
			return Position{Field: i}
		}
	}
	return Whole()
}

// Here belongs to Placed.
func (p *Particulars) Here() Position {
	for i, e := range p.fields() {
		if e.HasFocus() {
			return Position{Field: i}
		}
	}
	return Whole()
}
