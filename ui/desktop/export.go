package desktop

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

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

// Settings that remember what was printed last.
const (
	sheetsKey = "sheets"
	phoneKey  = "phone"
)

// printing is what the export dialog asks for.
type printing struct {
	name, folder string
	sheets       export.Sheets
	posted       string // 公示日期, of the notice-board papers
	phone        string // 联系电话, the same
}

// askExport asks where the PDF goes and writes it. Fyne's save dialog is not
// used: it empties the file that exists before it asks, and asks in English.
func (p *program) askExport(f *form) {
	f.gather()
	name, today := fileName(textProposedName(f.d.Report())), p.now().Format(time.DateOnly)
	p.background(func() func() {
		// Settings that cannot be read are proposed anew.
		folder, _ := p.drafts.Setting(folderKey)
		sheets, _ := p.drafts.Setting(sheetsKey)
		phone, _ := p.drafts.Setting(phoneKey)
		choice := printing{
			name: name, folder: proposedFolder(folder), sheets: sheetsNamed(sheets), posted: today, phone: phone,
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

func (p *program) exportDialog(f *form, choice printing) {
	name, folder := p.dialogEntry(choice.name), p.dialogEntry(choice.folder)
	posted, phone := p.dialogEntry(choice.posted), p.dialogEntry(choice.phone)
	posted.SetPlaceHolder(textPostedHint)
	phone.SetPlaceHolder(textPhoneHint)
	problem := widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	board := container.New(&widgets.Stack{Gap: 14}, widgets.Field(textPosted, posted), widgets.Field(textPhone, phone))
	sheets := widgets.NewChoice(sheetsNames(), nil)
	read := func() printing {
		for _, e := range []*widgets.TextEntry{name, folder, posted, phone} {
			e.Gather()
		}
		return printing{name.Text, folder.Text, sheetsNamed(sheets.Selected), strings.TrimSpace(posted.Text), strings.TrimSpace(phone.Text)}
	}
	browse := widgets.NewButton(textBrowse, widgets.Plain, func() {
		now := read()
		p.choose(textChooseFolder, textChooseThis, now.folder, nil, func(dir string) { now.folder = dir })
		back, closed := p.modal, p.modal.closed
		back.closed = func() { closed(); p.post(func() { p.exportDialog(f, now) }) }
	})
	where := container.New(&widgets.Row{Gap: 8, Wide: 0}, folder, browse)
	m := p.dialog(textExport, textExportGo, widgets.Primary, textCancel,
		widgets.Field(textSheets, widgets.Framed(sheets)), board,
		widgets.Field(textExportName, name), widgets.Field(textExportFolder, where), widgets.RoomFor(problem, 2))
	sheets.OnChanged = func(string) {
		board.Hidden = sheetsNamed(sheets.Selected) == export.A4
		m.relayout()
	}
	sheets.SetSelected(textSheetsNames[choice.sheets])
	m.confirm = func() {
		choice := read()
		p.background(func() func() {
			path, wrong := exportPath(choice.folder, choice.name)
			if wrong == "" {
				wrong = choice.wrong()
			}
			if wrong == "" { // forgotten at worst
				_ = p.drafts.SetSetting(folderKey, filepath.Dir(path))
				_ = p.drafts.SetSetting(sheetsKey, textSheetsNames[choice.sheets])
				_ = p.drafts.SetSetting(phoneKey, choice.phone)
			}
			return func() {
				if wrong != "" {
					problem.Set(wrong, theme.ColorNameError)
					return
				}
				m.close()
				p.checkAndExport(f.d.Snapshot(), path, choice.options())
			}
		})
	}
	p.window.Canvas().Focus(name)
}

// wrong says what is wrong with a choice; empty when it can be printed.
func (c printing) wrong() string {
	if _, err := time.Parse(time.DateOnly, c.posted); c.sheets != export.A4 && c.posted != "" && err != nil {
		return textWrongDate
	}
	return ""
}

func (c printing) options() export.Options {
	o := export.Options{Sheets: c.sheets}
	if c.sheets != export.A4 { // only the notice board says since when, and whom to ask
		o.Posted, o.Phone = c.posted, c.phone
	}
	return o
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
func (p *program) checkAndExport(r *model.Report, path string, o export.Options) {
	p.background(func() func() {
		_, err := os.Lstat(path)
		return func() {
			if err != nil { // there is none, or the export will say what is wrong
				p.export(r, path, o)
				return
			}
			p.ask(question{
				title: textOverwriteTitle, body: textOverwriteBody(path), yes: textOverwrite, rank: widgets.Danger,
				do: func() { p.export(r, path, o) },
			})
		}
	})
}

// export writes the PDF. Characters that no face has are shown first, with the
// choice to print 〓 for them.
func (p *program) export(r *model.Report, path string, o export.Options) {
	p.busy(textExport, textExporting, func(ctx context.Context) func() {
		faces, refused := p.faces()
		o.Faces = faces
		notes, err := p.Export(ctx, r, path, stamped(r, o))
		if errors.Is(err, context.Canceled) {
			return nil
		}
		return func() {
			var missing *export.MissingError
			switch {
			case errors.As(err, &missing):
				p.ask(question{title: textMissingTitle, body: missing.Error(), yes: textMissingGo, do: func() {
					o.Replace = true
					p.export(r, path, o)
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

// exportPath puts folder and name together; wrong says what is missing.
func exportPath(folder, name string) (path, wrong string) {
	name = fileName(strings.TrimSpace(name))
	if name == "" {
		return "", textNoFileName
	}
	if !strings.EqualFold(filepath.Ext(name), ".pdf") {
		name += ".pdf"
	}
	folder = strings.TrimSpace(folder)
	if info, err := os.Stat(folder); folder == "" || err != nil || !info.IsDir() {
		return "", textNoFolder
	}
	return filepath.Join(folder, name), ""
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
