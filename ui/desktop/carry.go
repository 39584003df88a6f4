package desktop

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/carry"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/model/reportfile"
	"nianbao/model/store"
	"nianbao/ui/desktop/widgets"
)

// draftOf finds a unit's draft about a year, a final one before others, then the
// one saved last; nil without any.
func draftOf(drafts []store.Summary, agency string, year int) *store.Summary {
	var found *store.Summary
	for i, d := range drafts {
		if d.Damaged || d.Agency != agency || d.Year != year || agency == "" {
			continue
		}
		if found == nil || found.State != store.StateFinal && d.State == store.StateFinal {
			found = &drafts[i]
		}
	}
	return found
}

// askCarry lists the drafts that the next year's report can begin with
// (从上年新建), and offers files.
func (p *program) askCarry() {
	p.background(func() func() {
		drafts, err := p.drafts.List()
		return func() {
			if err != nil {
				p.fail(err)
				return
			}
			p.carryDialog(drafts)
		}
	})
}

func (p *program) carryDialog(drafts []store.Summary) {
	var lines []fyne.CanvasObject
	for _, d := range drafts {
		if !d.Damaged {
			lines = append(lines, line(textMoment(d.Updated, p.now()), textYearOf(d)+"　"+textAboutDraft(d), func() { p.carryDraft(d) }))
		}
	}
	m := p.dialog(textCarry, textCarryFile, widgets.Plain, textCancel, widgets.NewParagraph(textCarryAdvice, widgets.SizeNote, widgets.ColorSecond), p.list(lines))
	m.confirm = func() {
		m.close()
		p.withFolder(func(dir string) {
			p.choose(textCarry, textOpen, dir, []string{reportfile.Ending}, func(path string) {
				p.remember(folderKey, filepath.Dir(path))
				p.carry(func() (*model.Report, error) {
					r, _, err := readReport(path)
					return r, err
				})
			})
		})
	}
	if len(lines) > 0 {
		p.window.Canvas().Focus(lines[0].(*widgets.ListRow))
	}
}

// carryDraft begins the report of the year after a draft's with it. Where there
// is one of that year already, the clerk may mean that one.
func (p *program) carryDraft(d store.Summary) {
	begin := func() {
		p.carry(func() (*model.Report, error) {
			body, _, err := p.drafts.LoadBest(d.ID)
			if err != nil {
				return nil, err
			}
			return reportfile.Read(body)
		})
	}
	p.background(func() func() {
		drafts, err := p.drafts.List()
		return func() {
			there := draftOf(drafts, d.Agency, d.Year+1)
			switch {
			case err != nil:
				p.fail(err)
			case there != nil:
				p.ask(question{title: textCarry, body: textBegun(*there), yes: textBeginAnother, do: begin})
			default:
				if p.modal != nil {
					p.modal.close()
				}
				begin()
			}
		}
	})
}

// carry begins the next year's report with the one that load reads, and shows
// what came along. What is open is saved and left before.
func (p *program) carry(load func() (*model.Report, error)) {
	p.leaveForm(func() {
		p.background(func() func() {
			id, r, err := p.keepCarried(load)
			return func() {
				if err != nil {
					p.showStart()
					p.fail(err)
					return
				}
				p.showForm(desk.New(id, r, p.drafts), spot{})
				p.form.showAccount()
			}
		})
	})
}

// keepCarried makes the new draft. Its first version tells how it came to be.
func (p *program) keepCarried(load func() (*model.Report, error)) (store.ID, *model.Report, error) {
	last, err := load()
	if err != nil {
		return store.ID{}, nil, err
	}
	r, err := carry.From(last, last.Year+1, model.Agency{})
	if err != nil {
		return store.ID{}, nil, err
	}
	body, err := reportfile.Write(r)
	if err != nil {
		return store.ID{}, nil, err
	}
	sum := desk.Summarise(r, p.now())
	id, err := p.drafts.Create(sum, body)
	if err == nil {
		err = p.drafts.Keep(id, sum, body, store.Note{Reason: store.ReasonCarried})
	}
	return id, r, err
}

// showAccount opens the check page with the account of what the report was begun
// with.
func (f *form) showAccount() {
	f.show(f.checkAt)
	page := f.entries[f.checkAt].page.(*checkPage)
	page.unfolded = true
	page.show()
	if first := page.begin(); first != nil {
		f.focus(first)
	}
}

// account is the card that tells what the report was begun with; nil for one
// that was begun empty.
func (p *checkPage) account() fyne.CanvasObject {
	c := p.desk().Report().Carried
	p.fold = nil
	if c == nil {
		return nil
	}
	words := textFold
	if !p.unfolded {
		words = textUnfold
	}
	p.fold = widgets.NewButton(words, widgets.Plain, func() {
		p.unfolded = !p.unfolded
		p.show()
		p.focus(p.fold)
	})
	head := widgets.NewParagraph(textAccount(c), widgets.SizeBody, theme.ColorNameForeground)
	head.Bold = true
	lines := []fyne.CanvasObject{container.New(widgets.WithTools{}, head, p.fold)}
	for _, kind := range carry.Kinds() {
		if !p.unfolded {
			break
		}
		items := slices.DeleteFunc(slices.Clone(c.Items), func(i model.CarriedItem) bool {
			return carry.KindOf(i) != kind || carry.Message(i) == ""
		})
		if len(items) > 0 {
			lines = append(lines, widgets.Hairline(), widgets.Label(kind.Name(), widgets.SizeSmall, widgets.ColorSecond))
		}
		for _, i := range items {
			lines = append(lines, p.accountLine(kind, i))
		}
	}
	return widgets.Card(container.New(&widgets.Stack{Gap: 8}, lines...))
}

// accountLine is a line of the account with the way to its place. What has been
// done since is ticked off.
func (p *checkPage) accountLine(kind carry.Kind, i model.CarriedItem) fyne.CanvasObject {
	sign := map[carry.Kind]fyne.Resource{carry.Came: widgets.DoneSign(), carry.Rethink: widgets.HintSign(), carry.Left: widgets.RemarkSign()}[kind]
	place, waits := p.placeOf(i)
	if kind == carry.Rethink && !waits {
		sign = widgets.DoneSign()
	}
	text := widgets.NoticeLine(sign, carry.Message(i), theme.ColorNameForeground)
	if i.Section == "" && kind == carry.Left { // it is nowhere
		return text
	}
	return container.New(widgets.WithTools{}, text, widgets.NewButton(textGoTo, widgets.Plain, func() { p.goTo(place) }))
}

// placeOf is where a line of the account leads to, and whether something is left
// to be done there: cells of a row to be filled in, a date, a mark 待核 in the
// prose.
func (p *checkPage) placeOf(i model.CarriedItem) (place check.Finding, waits bool) {
	r := p.desk().Report()
	place = check.Finding{Section: i.Section, Cells: i.Cells}
	switch {
	case len(i.Cells) > 0:
		return place, slices.ContainsFunc(r.Unfilled(), func(a model.Address) bool {
			return a.Table() == i.Cells[0].Table() && a.Row() == i.Cells[0].Row()
		})
	case i.Section == check.Signature:
		return place, r.Signature.Date == ""
	}
	for _, f := range p.desk().Findings() {
		if f.Section == i.Section && strings.HasPrefix(f.Left, model.PendingOpen) {
			return f, true
		}
	}
	return place, i.Section == ""
}
