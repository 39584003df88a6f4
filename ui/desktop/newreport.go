package desktop

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/model/reportfile"
)

// askNew asks for unit, kind and year of a new report and shows which edition
// the year gives.
func (p *program) askNew() {
	agency := ""
	if p.start != nil {
		agency = p.start.latest
	}
	name := p.dialogEntry(agency)
	kind := widget.NewSelect(kindNames(), nil)
	kind.SetSelected(model.Township.Name())
	year := p.dialogEntry(strconv.Itoa(reportYear(p.now())))
	edition := newParagraph("", sizeNote, colorSecond)
	room := roomFor(edition, 2)
	m := p.dialog(textNew, textCreate, primary, textCancel,
		field(textAgencyName, name), field(textAgencyKind, framed(kind)), field(textReportYear, year), room)

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
			edition.show(err.Error(), theme.ColorNameError)
			return
		}
		edition.show(textEditionFor(r.Edition()), colorSecond)
	}
	year.OnChanged, name.OnChanged = show, show
	show("")
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
