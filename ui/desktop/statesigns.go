package desktop

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/ui/desktop/widgets"
)

func signOf(m desk.Mark) fyne.Resource {
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

// levelSign is the sign of a finding's level.
func levelSign(l check.Level) fyne.Resource {
	switch l {
	case check.Error:
		return widgets.ErrorSign()
	case check.Warning:
		return widgets.HintSign()
	default:
		return widgets.RemarkSign()
	}
}

// stateBadge counts a section's errors, or else its hints; nil for neither.
func stateBadge(s desk.SectionState) fyne.CanvasObject {
	switch {
	case s.Errors > 0:
		return widgets.Badge(textErrors(s.Errors), theme.ColorNameError, widgets.ColorErrorBack)
	case s.Warnings > 0:
		return widgets.Badge(textHints(s.Warnings), widgets.ColorHint, widgets.ColorHintBack)
	}
	return widgets.Gap(1, 1)
}

// totalBadges count what is wrong in the whole report.
func totalBadges(c check.Counts) fyne.CanvasObject {
	badges := container.New(&widgets.Row{Gap: 6, Wide: -1})
	if c.E > 0 {
		badges.Add(widgets.Badge(strconv.Itoa(c.E), theme.ColorNameError, widgets.ColorErrorBack))
	}
	if c.W > 0 {
		badges.Add(widgets.Badge(strconv.Itoa(c.W), widgets.ColorHint, widgets.ColorHintBack))
	}
	return badges
}
