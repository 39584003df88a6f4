package pages

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/ui/desktop/widgets"
)

// SignOf is the sign of a section's state.
func SignOf(m desk.Mark) fyne.Resource {
	switch m {
	case desk.Partly:
		return widgets.Drawing("partly", widgets.ColorPartlyMark, `<circle cx="10" cy="10" r="8" fill="none" stroke="$" stroke-width="1.6"/>`+
			`<path d="M10 2 A8 8 0 0 0 10 18 Z" fill="$"/>`)
	case desk.Done:
		return widgets.Drawing("done", theme.ColorNameSuccess, `<circle cx="10" cy="10" r="8.6" fill="$"/>`)
	case desk.Wrong:
		return widgets.ErrorSign()
	case desk.Hinted:
		return widgets.HintSign()
	case desk.Empty:
	}
	return widgets.Drawing("empty", widgets.ColorFaint, `<circle cx="10" cy="10" r="8" fill="none" stroke="$" stroke-width="1.6"/>`)
}

// StateBadge counts a section's errors, or else its hints; nil for neither.
func StateBadge(s desk.SectionState) fyne.CanvasObject {
	switch {
	case s.Errors > 0:
		return widgets.Badge(TextErrors(s.Errors), theme.ColorNameError, widgets.ColorErrorBack)
	case s.Warnings > 0:
		return widgets.Badge(TextHints(s.Warnings), widgets.ColorHint, widgets.ColorHintBack)
	}
	return widgets.Gap(1, 1)
}

// TotalBadges count what is wrong in the whole report.
func TotalBadges(c check.Counts) fyne.CanvasObject {
	badges := container.New(&widgets.Row{Gap: 6, Wide: -1})
	if c.E > 0 {
		badges.Add(widgets.Badge(strconv.Itoa(c.E), theme.ColorNameError, widgets.ColorErrorBack))
	}
	if c.W > 0 {
		badges.Add(widgets.Badge(strconv.Itoa(c.W), widgets.ColorHint, widgets.ColorHintBack))
	}
	return badges
}

// ParticularsState is the state of 基本信息: its name is what it needs.
func ParticularsState(d *desk.Desk) desk.SectionState {
	var of []check.Finding
	for _, id := range WholeReport() {
		of = append(of, findingsOf(d, id)...)
	}
	counts := check.Count(of)
	s := desk.SectionState{Mark: desk.Done, Errors: counts.E, Warnings: counts.W}
	open := func(f check.Finding) bool { return slices.Contains(WholeReport(), f.Section) && d.ToDo(f) }
	switch {
	case counts.E > 0:
		s.Mark = desk.Wrong
	case d.Report().Unnamed():
		s.Mark = desk.Empty
	case slices.ContainsFunc(d.Findings(), open):
		s.Mark = desk.Partly
	case counts.W > 0:
		s.Mark = desk.Hinted
	}
	return s
}
