package pages

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/carry"
	"nianbao/model/check"
	"nianbao/ui/desktop/widgets"
)

// Unfold shows the account in whole.
func (p *Check) Unfold() {
	p.unfolded = true
	p.show()
}

// account is the card that tells what the report was begun with; nil for one
// that was begun empty.
func (p *Check) account() fyne.CanvasObject {
	c := p.Desk().Report().Carried
	p.fold = nil
	if c == nil {
		return nil
	}
	words := textFold
	if !p.unfolded {
		words = TextUnfold
	}
	p.fold = widgets.NewButton(words, widgets.Plain, func() {
		p.unfolded = !p.unfolded
		p.show()
		p.Focus(p.fold)
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
func (p *Check) accountLine(kind carry.Kind, i model.CarriedItem) fyne.CanvasObject {
	sign := map[carry.Kind]fyne.Resource{carry.Came: widgets.DoneSign(), carry.Rethink: widgets.HintSign(), carry.Left: widgets.RemarkSign()}[kind]
	place, waits := p.PlaceOf(i)
	if kind == carry.Rethink && !waits {
		sign = widgets.DoneSign()
	}
	text := widgets.NoticeLine(sign, carry.Message(i), theme.ColorNameForeground)
	if i.Section == "" && kind == carry.Left { // it is nowhere
		return text
	}
	return container.New(widgets.WithTools{}, text, widgets.NewButton(TextGoTo, widgets.Plain, func() { p.GoTo(place) }))
}

// PlaceOf is where a line of the account leads to, and whether something is left
// to be done there: cells of a row to be filled in, a date, a mark 待核 in the
// prose.
func (p *Check) PlaceOf(i model.CarriedItem) (place check.Finding, waits bool) {
	r := p.Desk().Report()
	place = check.Finding{Section: i.Section, Cells: i.Cells}
	switch {
	case len(i.Cells) > 0:
		return place, slices.ContainsFunc(r.Unfilled(), func(a model.Address) bool {
			return a.Table() == i.Cells[0].Table() && a.Row() == i.Cells[0].Row()
		})
	case i.Section == check.Signature:
		return place, r.Signature.Date == ""
	}
	for _, f := range p.Desk().Findings() {
		if f.Section == i.Section && strings.HasPrefix(f.Left, model.PendingOpen) {
			return f, true
		}
	}
	return place, i.Section == ""
}
