package desktop

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/export"
	"nianbao/model"
	"nianbao/ui/desktop/widgets"
)

// folderKey is the setting that remembers the folder used last. Fyne's own
// preferences are not used: they are written in place, and a crash leaves them
// cut short.
const folderKey = "folder"

// Settings that remember what was exported last.
const (
	formatKey = "format" // the ending of its files
	sheetsKey = "sheets"
	phoneKey  = "phone"
)

// exporting is what the export dialog asks for.
type exporting struct {
	format       export.Format
	name, folder string
	sheets       export.Sheets
	posted       string // 公示日期, of the notice-board papers
	phone        string // 联系电话, the same
}

// askExport asks what to write the report as, and where, and does so. Fyne's
// save dialog is not used: it empties the file that exists before it asks, and
// asks in English.
func (p *program) askExport(f *form) { p.askExportAs(f, "") }

// askExportAs proposes the format of an ending; of none, the format used last.
func (p *program) askExportAs(f *form, ending string) {
	f.gather()
	name, today := fileName(textProposedName(f.d.Report())), p.now().Format(time.DateOnly)
	p.background(func() func() {
		// Settings that cannot be read are proposed anew.
		folder, _ := p.drafts.Setting(folderKey)
		sheets, _ := p.drafts.Setting(sheetsKey)
		phone, _ := p.drafts.Setting(phoneKey)
		if ending == "" {
			ending, _ = p.drafts.Setting(formatKey)
		}
		format, err := export.FormatFor(ending)
		if err != nil {
			format = export.PDF()
		}
		choice := exporting{
			format: format, name: name + format.Ending, folder: proposedFolder(folder),
			sheets: sheetsNamed(sheets), posted: today, phone: phone,
		}
		return func() { p.exportDialog(f, choice) }
	})
}

// withFolder finds the folder to propose, then goes on with it.
func (p *program) withFolder(then func(dir string)) {
	p.background(func() func() {
		last, _ := p.drafts.Setting(folderKey) // without it the usual folder is proposed
		dir := proposedFolder(last)
		return func() { then(dir) }
	})
}

func (p *program) exportDialog(f *form, choice exporting) {
	d := newExportDialog(p, choice)
	browse := widgets.NewButton(textBrowse, widgets.Plain, func() {
		now := d.read()
		p.choose(textChooseFolder, textChooseThis, now.folder, nil, func(dir string) { now.folder = dir })
		back, closed := p.modal, p.modal.closed
		back.closed = func() { closed(); p.post(func() { p.exportDialog(f, now) }) }
	})
	where := container.New(&widgets.Row{Gap: 8, Wide: 0}, d.folder, browse)
	d.modal = p.dialog(textExport, textExportGo, widgets.Primary, textCancel,
		widgets.Field(textFormat, widgets.Framed(d.formats)), widgets.Field(textSheets, widgets.Framed(d.sheets)), d.board,
		widgets.Field(textExportName, d.name), widgets.Field(textExportFolder, where), widgets.RoomFor(d.problem, 2))
	d.fit()
	d.modal.confirm = func() {
		choice := d.read()
		p.background(func() func() {
			path, wrong := choice.path()
			if wrong == "" {
				wrong = choice.wrong()
			}
			if wrong == "" { // forgotten at worst
				_ = p.drafts.SetSetting(folderKey, filepath.Dir(path))
				_ = p.drafts.SetSetting(formatKey, choice.format.Ending)
				_ = p.drafts.SetSetting(sheetsKey, textSheetsNames[choice.sheets])
				_ = p.drafts.SetSetting(phoneKey, choice.phone)
			}
			return func() {
				if wrong != "" {
					d.problem.Set(wrong, theme.ColorNameError)
					return
				}
				d.modal.close()
				p.checkAndExport(f.d.Snapshot(), path, choice.format, choice.options())
			}
		})
	}
	p.window.Canvas().Focus(d.name)
}

// exportDialog is the dialog's fields. The format and the ending of the name
// follow each other.
type exportDialog struct {
	formats, sheets             *widgets.Choice
	name, folder, posted, phone *widgets.TextEntry
	board                       *fyne.Container // what only the notice board has
	problem                     *widgets.Paragraph
	modal                       *modal
}

func newExportDialog(p *program, choice exporting) *exportDialog {
	d := &exportDialog{
		formats: widgets.NewChoice(formatNames(), nil), sheets: widgets.NewChoice(sheetsNames(), nil),
		name: p.dialogEntry(choice.name), folder: p.dialogEntry(choice.folder),
		posted: p.dialogEntry(choice.posted), phone: p.dialogEntry(choice.phone),
		problem: widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError),
	}
	d.posted.SetPlaceHolder(textPostedHint)
	d.phone.SetPlaceHolder(textPhoneHint)
	d.board = container.New(&widgets.Stack{Gap: 14}, widgets.Field(textPosted, d.posted), widgets.Field(textPhone, d.phone))
	d.formats.SetSelected(choice.format.Name)
	d.sheets.SetSelected(textSheetsNames[choice.sheets])
	d.formats.OnChanged = func(name string) {
		d.name.Gather()
		d.name.Load(withEnding(d.name.Text, formatNamed(name)))
		d.fit()
	}
	d.sheets.OnChanged = func(string) { d.fit() }
	d.name.OnChanged = func(name string) {
		if typed, err := export.FormatFor(name); err == nil && typed.Name != d.formats.Selected {
			d.formats.Load(typed.Name)
			d.fit()
		}
	}
	return d
}

// fit greys what the format has no use for, and leaves out what the paper has
// no place for.
func (d *exportDialog) fit() {
	format := formatNamed(d.formats.Selected)
	for _, field := range []struct {
		fyne.Disableable
		option export.Option
	}{{d.sheets, export.OptionPaper}, {d.posted, export.OptionPosted}, {d.phone, export.OptionPhone}} {
		if format.Heeds(field.option) {
			field.Enable()
		} else {
			field.Disable()
		}
	}
	d.board.Hidden = sheetsNamed(d.sheets.Selected) == export.A4
	d.modal.relayout()
}

func (d *exportDialog) read() exporting {
	for _, e := range []*widgets.TextEntry{d.name, d.folder, d.posted, d.phone} {
		e.Gather()
	}
	format := formatNamed(d.formats.Selected)
	if typed, err := export.FormatFor(d.name.Text); err == nil {
		format = typed
	}
	return exporting{
		format: format, name: d.name.Text, folder: d.folder.Text, sheets: sheetsNamed(d.sheets.Selected),
		posted: strings.TrimSpace(d.posted.Text), phone: strings.TrimSpace(d.phone.Text),
	}
}

// wrong says what is wrong with a choice; empty when it can be written.
func (c exporting) wrong() string {
	if _, err := time.Parse(time.DateOnly, c.posted); c.options().Posted != "" && err != nil {
		return textWrongDate
	}
	return ""
}

// options are what the format heeds of the choice.
func (c exporting) options() export.Options {
	var o export.Options
	if c.format.Heeds(export.OptionPaper) {
		o.Sheets = c.sheets
	}
	if o.Sheets != export.A4 { // only the notice board says since when, and whom to ask
		o.Posted, o.Phone = c.posted, c.phone
	}
	return o
}

// formatNames are the formats to choose from, in their order.
func formatNames() []string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// formatNamed finds a format by its name; PDF for any other.
func formatNamed(name string) export.Format {
	for _, f := range export.Formats() {
		if f.Name == name {
			return f
		}
	}
	return export.PDF()
}

// sheetsNames are the papers to choose from, in their order.
func sheetsNames() []string {
	return []string{textSheetsNames[export.A4], textSheetsNames[export.A3], textSheetsNames[export.Poster]}
}

// sheetsNamed finds a paper by its name; A4 for any other.
func sheetsNamed(name string) export.Sheets {
	for sheets, n := range textSheetsNames {
		if n == name {
			return sheets
		}
	}
	return export.A4
}

// checkAndExport asks before an existing file is written over.
func (p *program) checkAndExport(r *model.Report, path string, format export.Format, o export.Options) {
	p.background(func() func() {
		_, err := os.Lstat(path)
		return func() {
			if err != nil { // there is none, or the export will say what is wrong
				p.export(r, path, format, o)
				return
			}
			p.ask(question{
				title: textOverwriteTitle, body: textOverwriteBody(path), yes: textOverwrite, rank: widgets.Danger,
				do: func() { p.export(r, path, format, o) },
			})
		}
	})
}

// export writes the file. Characters that no face has are shown first, with the
// choice to print 〓 for them.
func (p *program) export(r *model.Report, path string, format export.Format, o export.Options) {
	p.busy(textExport, textExporting, func(ctx context.Context) func() {
		var refused []string
		if format.Heeds(export.OptionFont) {
			o.Faces, refused = p.faces()
		}
		if format.Heeds(export.OptionDraft) {
			o = stamped(r, o)
		}
		notes, err := p.Export(ctx, r, path, o)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		return func() {
			var missing *export.MissingError
			switch {
			case errors.As(err, &missing):
				p.ask(question{title: textMissingTitle, body: missing.Error(), yes: textMissingGo, do: func() {
					o.Replace = true
					p.export(r, path, format, o)
				}})
			case err != nil:
				p.ask(question{title: textExportFailed, body: explain(err)})
			default:
				p.ask(question{
					title: textExported, body: textExportedBody(path, append(notes, refused...)),
					yes: textOpenFolder, no: textClose, do: func() { p.openFolder(filepath.Dir(path)) },
				})
			}
		}
	})
}

// openFolder shows a folder in the system's own window.
func (p *program) openFolder(dir string) {
	if err := p.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(dir)}); err != nil {
		p.tell(textFailed, textNoFolderWindow(dir))
	}
}

// path puts folder and name together, with the format's ending where the name
// has none; wrong says what is missing.
func (c exporting) path() (path, wrong string) {
	name := strings.TrimRight(fileName(strings.TrimSpace(c.name)), ". ")
	switch ending := filepath.Ext(name); {
	case name == ending:
		return "", textNoFileName
	case strings.EqualFold(ending, c.format.Ending):
	case isEnding(ending):
		return "", (&export.EndingError{Path: name}).Error()
	default:
		name += c.format.Ending
	}
	folder := strings.TrimSpace(c.folder)
	if info, err := os.Stat(folder); folder == "" || err != nil || !info.IsDir() {
		return "", textNoFolder
	}
	return filepath.Join(folder, name), ""
}

// withEnding gives a name the ending of a format, in place of the one it has.
func withEnding(name string, format export.Format) string {
	if ending := filepath.Ext(name); isEnding(ending) {
		name = strings.TrimSuffix(name, ending)
	}
	return name + format.Ending
}

// isEnding tells an ending that somebody meant to be one, .docx, from what else
// may follow a dot in a name: 年报v1.2, 2020.1.20, 第2稿.改过的.
func isEnding(ending string) bool {
	const longest = 9 // of the dot and what follows it
	rest, _ := strings.CutPrefix(ending, ".")
	isLetter := func(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
	return rest != "" && len(ending) <= longest && isLetter(rest[0]) && !strings.ContainsFunc(rest, func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// fileName drops what no file system or not every one takes in a name.
func fileName(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, s)
}

// proposedFolder is the last one used, or the user's documents, or the
// desktop, or the home folder.
func proposedFolder(last string) string {
	candidates := []string{last}
	if home, err := os.UserHomeDir(); err == nil {
		for _, name := range []string{"文档", "Documents", "桌面", "Desktop", ""} {
			candidates = append(candidates, filepath.Join(home, name))
		}
	}
	for _, c := range candidates {
		if info, err := os.Stat(c); c != "" && err == nil && info.IsDir() {
			return c
		}
	}
	return ""
}
