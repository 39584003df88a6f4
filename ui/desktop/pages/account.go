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

// Account tells what the report was begun with.
type Account struct {
	host
	changed  func()          // told when there is more of it to see, or less
	unfolded bool            // it is shown in whole
	fold     *widgets.Button // does that, or shows less
}

// Unfold shows the account in whole.
func (a *Account) Unfold() {
	a.unfolded = true
	a.changed()
}

// card is the account as it stands; nil for a report that was begun empty.
func (a *Account) card() fyne.CanvasObject {
	c := a.Desk().Report().Carried
	a.fold = nil
	if c == nil {
		return nil
	}
	words := textFold
	if !a.unfolded {
		words = TextUnfold
	}
	a.fold = widgets.NewButton(words, widgets.Plain, func() {
		a.unfolded = !a.unfolded
		a.changed()
		a.Focus(a.fold)
	})
	head := widgets.NewParagraph(textAccount(c), widgets.SizeBody, theme.ColorNameForeground)
	head.Bold = true
	lines := []fyne.CanvasObject{container.New(widgets.WithTools{}, head, a.fold)}
	for _, kind := range carry.Kinds() {
		if !a.unfolded {
			break
		}
		items := slices.DeleteFunc(slices.Clone(c.Items), func(i model.CarriedItem) bool {
			return carry.KindOf(i) != kind || carry.Message(i) == ""
		})
		if len(items) > 0 {
			lines = append(lines, widgets.Hairline(), widgets.Label(kind.Name(), widgets.SizeSmall, widgets.ColorSecond))
		}
		for _, i := range items {
			lines = append(lines, a.line(kind, i))
		}
	}
	return widgets.Card(container.New(&widgets.Stack{Gap: 8}, lines...))
}

// line is a line of the account with the way to its place. What has been done since
// is ticked off.
func (a *Account) line(kind carry.Kind, i model.CarriedItem) fyne.CanvasObject {
	sign := map[carry.Kind]fyne.Resource{carry.Came: widgets.DoneSign(), carry.Rethink: widgets.HintSign(), carry.Left: widgets.RemarkSign()}[kind]
	place, waits := a.PlaceOf(i)
	if kind == carry.Rethink && !waits {
		sign = widgets.DoneSign()
	}
	text := widgets.NoticeLine(sign, carry.Message(i), theme.ColorNameForeground)
	if i.Section == "" && kind == carry.Left { // it is nowhere
		return text
	}
	return container.New(widgets.WithTools{}, text, widgets.NewButton(TextGoTo, widgets.Plain, func() { a.GoTo(place) }))
}

// PlaceOf is where a line of the account leads to, and whether something is left
// to be done there: cells of a row to be filled in, a date, a mark 待核 in the
// prose.
func (a *Account) PlaceOf(i model.CarriedItem) (place check.Finding, waits bool) {
	r := a.Desk().Report()
	place = check.Finding{Section: i.Section, Cells: i.Cells}
	switch {
	case len(i.Cells) > 0:
		return place, slices.ContainsFunc(r.Unfilled(), func(cell model.Address) bool {
			return cell.Table() == i.Cells[0].Table() && cell.Row() == i.Cells[0].Row()
		})
	case i.Section == check.Signature:
		return place, r.Signature.Date == ""
	}
	for _, f := range a.Desk().Findings() {
		if f.Section == i.Section && strings.HasPrefix(f.Left, model.PendingOpen) {
			return f, true
		}
	}
	return place, i.Section == ""
}
