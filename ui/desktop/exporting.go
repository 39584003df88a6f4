package desktop

import (
	"os"
	"path/filepath"
	"strings"

	"nianbao/export"
	"nianbao/model"
	"nianbao/ui/desktop/dialog"
)

// exporting is what the export dialog asks for.
type exporting struct {
	print        export.Print // what of the report
	format       export.Format
	name, folder string
	sheets       export.Sheets
	posted       string // 公示日期, of the notice-board papers
	phone        string // 联系电话, the same
	online       string // 电子版网址, of the report's
	attach       bool   // the report file goes along in a PDF
}

// heeds reports whether an option makes a difference.
func (c exporting) heeds(o export.Option) bool { return c.format.Heeds(o) && c.print.Heeds(o) }

// options are what makes a difference of the choice.
func (c exporting) options() export.Options {
	o := export.Options{Print: c.print}
	o.Attach = c.attach && c.heeds(export.OptionAttach)
	if c.heeds(export.OptionPaper) {
		o.Sheets = c.sheets
	}
	if c.onBoard() {
		if c.heeds(export.OptionPosted) {
			o.Posted = c.posted
			if date, ok := model.ReadDate(c.posted); ok {
				o.Posted = date
			}
		}
		if c.heeds(export.OptionPhone) {
			o.Phone = c.phone
		}
	}
	return o
}

// takesOnline reports whether the paper bears where the electronic report stands.
func (c exporting) takesOnline() bool { return c.onBoard() && c.heeds(export.OptionPosted) }

// onBoard reports whether it is for people to look at: only that says since when, and
// whom to ask.
func (c exporting) onBoard() bool { return c.print != export.PrintReport || c.sheets != export.A4 }

// path puts folder and name together, with the format's ending where the name
// has none; wrong says what is missing.
func (c exporting) path() (path, wrong string) {
	name := strings.TrimRight(fileName(strings.TrimSpace(c.name)), ". ")
	switch ending := filepath.Ext(name); {
	case name == ending:
		return "", textNoFileName
	case strings.EqualFold(ending, c.format.Ending):
	case isEnding(ending):
		return "", (&export.EndingError{Path: name}).Message()
	default:
		name += c.format.Ending
	}
	folder := strings.TrimSpace(c.folder)
	if info, err := os.Stat(folder); folder == "" || err != nil || !info.IsDir() {
		return "", dialog.TextNoFolder
	}
	return filepath.Join(folder, name), ""
}
