package pages

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/slips"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
)

// giverDialog asks who supplies numbers, which ones, and until when.
type giverDialog struct {
	name, due *widgets.TextEntry
	ticks     []*rowTick
	chosen    bool // rows were chosen by hand: the name no longer proposes them
	problem   *widgets.Paragraph
}

// rowTick chooses a row of the form.
type rowTick struct {
	*widgets.Tick
	row string
	was bool // chosen when the dialog opened
}

// askGiver changes a giver of the list; -1 adds one, or several of the same kind whose
// names stand beside each other. The list with what was chosen is to be kept.
func askGiver(h host, list slips.List, at int, keep func(slips.List)) {
	g, title := slips.Giver{}, textAddGiver
	if at >= 0 {
		g = list.Givers[at]
		title = textEditGiverOf(g.Name)
	} else if n := len(list.Givers); n > 0 {
		g.Due = list.Givers[n-1].Due
	}
	d := &giverDialog{name: h.Dialogs().Entry(g.Name), due: h.Dialogs().Entry(dateShown(g.Due)), chosen: at >= 0}
	d.name.SetPlaceHolder(textGiverHint)
	d.due.SetPlaceHolder(textDueHint)
	d.problem = widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	rows := d.rows(h.Desk().Report().Edition(), g)
	d.name.OnChanged = func(name string) { d.propose(h.Desk().Report().Edition(), name) }
	m := h.Dialogs().Show(title, textKeepGiver, widgets.Primary, dialog.TextCancel,
		widgets.Field(textGiverName, d.name), widgets.Field(textDue, d.due),
		widgets.NewParagraph(textRowsAdvice, widgets.SizeNote, widgets.ColorSecond), scrolledIn(h.Dialogs(), rows), widgets.RoomFor(d.problem, 1))
	m.Confirm = func() {
		names, wrong := d.names(list, at)
		due, ok := d.dueDate()
		if wrong == "" && !ok {
			wrong = textNoDate
		}
		if wrong != "" {
			d.problem.Set(wrong, theme.ColorNameError)
			return
		}
		m.Close()
		keep(d.into(list, at, names, due))
	}
	h.Focus(d.name)
}

// scrolledIn is a list in a dialog, as high as the window has room for.
func scrolledIn(d *dialog.Dialogs, rows []fyne.CanvasObject) fyne.CanvasObject {
	const around, least = 170, 90 // what else is in the dialog; a few rows
	high := max(min(d.Room()-around, dialog.ListHeight), least)
	scroll := widgets.NewScroller(&widgets.Stack{Margin: 6}, container.New(&widgets.Stack{}, rows...))
	return scroll.Boxed(high)
}

// rows are the rows of the form to choose from, by section.
func (d *giverDialog) rows(e *model.Edition, g slips.Giver) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	section := model.SectionID("")
	for _, part := range slips.Ask(e, slips.Rows(e)) {
		if part.Section.ID != section {
			section = part.Section.ID
			all = append(all, widgets.Label(part.Section.Short, widgets.SizeSmall, widgets.ColorSecond))
		}
		for _, l := range part.Lines {
			if slices.ContainsFunc(d.ticks, func(t *rowTick) bool { return t.row == l.Row }) {
				continue
			}
			t := &rowTick{row: l.Row, was: slices.ContainsFunc(l.Cells, func(q slips.Question) bool {
				of, ok := e.Cell(q.Address)
				return ok && g.Supplies(of)
			})}
			t.Tick = widgets.NewTick(l.Labels[len(l.Labels)-1], nil)
			t.SetChecked(t.was)
			t.OnChanged = func(bool) { d.chosen = true }
			d.ticks = append(d.ticks, t)
			all = append(all, t.Tick)
		}
	}
	return all
}

// propose ticks the rows that a giver of that name usually keeps, until somebody has
// chosen.
func (d *giverDialog) propose(e *model.Edition, name string) {
	if d.chosen {
		return
	}
	usual := slips.Suggest(e, name)
	for _, t := range d.ticks {
		t.SetChecked(slices.Contains(usual, t.row))
	}
	d.chosen = false // not by hand
}

// names are the names typed: more than one only for givers that are added.
func (d *giverDialog) names(list slips.List, at int) (names []string, wrong string) {
	d.name.Gather()
	typed := []string{d.name.Text}
	if at < 0 {
		typed = strings.FieldsFunc(d.name.Text, func(r rune) bool { return strings.ContainsRune("、，,；;", r) })
	}
	for _, name := range typed {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		taken := slices.Contains(names, name)
		for i, g := range list.Givers {
			taken = taken || i != at && g.Name == name
		}
		if taken {
			return nil, textGiverTaken(name)
		}
		if len([]rune(name)) > slips.MaxName {
			return nil, textGiverLong
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return nil, textNeedGiver
	}
	return names, ""
}

// dueDate is the day typed; empty for none.
func (d *giverDialog) dueDate() (due string, ok bool) {
	d.due.Gather()
	due, ok = model.ReadDate(d.due.Text)
	return due, ok || strings.TrimSpace(d.due.Text) == ""
}

// into is the list with what was chosen.
func (d *giverDialog) into(list slips.List, at int, names []string, due string) slips.List {
	list = list.Clone()
	if at >= 0 {
		g := &list.Givers[at]
		g.Name, g.Due, g.Rows = names[0], due, d.chosenRows(g.Rows)
		return list
	}
	for _, name := range names {
		list.Givers = append(list.Givers, slips.Giver{Name: name, Due: due, Rows: d.chosenRows(nil)})
	}
	return list
}

// chosenRows are the rows asked for. What was asked for in another way, as a single cell
// or what this edition does not have, stays while its tick does.
func (d *giverDialog) chosenRows(before []string) []string {
	var rows []string
	for _, row := range before {
		within, whole := d.within(row)
		switch {
		case whole: // of a table: by its rows, as some of them may have gone
			for _, t := range within {
				if t.Checked {
					rows = append(rows, t.row)
				}
			}
		case len(within) == 0 || within[0].Checked:
			rows = append(rows, row)
		}
	}
	for _, t := range d.ticks {
		if t.Checked && !t.was {
			rows = append(rows, t.row)
		}
	}
	return rows
}

// within are the ticks that a row asked for belongs to, or whole, those that belong
// to it.
func (d *giverDialog) within(row string) (ticks []*rowTick, whole bool) {
	for _, t := range d.ticks {
		switch {
		case strings.HasPrefix(t.row, row+"."):
			ticks, whole = append(ticks, t), true
		case row == t.row || strings.HasPrefix(row, t.row+"."):
			ticks = append(ticks, t)
		}
	}
	return ticks, whole
}

// askDue sets one day for all of the list to answer, which is to be kept then.
func askDue(h host, list slips.List, keep func(slips.List)) {
	due := ""
	for _, g := range list.Givers {
		due = g.Due
	}
	entry := h.Dialogs().Entry(dateShown(due))
	entry.SetPlaceHolder(textDueHint)
	problem := widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	m := h.Dialogs().Show(textAllDue, textKeepGiver, widgets.Primary, dialog.TextCancel,
		widgets.NewParagraph(textAllDueAdvice, widgets.SizeBody, theme.ColorNameForeground), widgets.Field(textDue, entry), widgets.RoomFor(problem, 1))
	m.Confirm = func() {
		d := &giverDialog{due: entry}
		due, ok := d.dueDate()
		if !ok {
			problem.Set(textNoDate, theme.ColorNameError)
			return
		}
		m.Close()
		list = list.Clone()
		for i := range list.Givers {
			list.Givers[i].Due = due
		}
		keep(list)
	}
	h.Focus(entry)
}
