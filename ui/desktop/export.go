package desktop

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
)

// folderKey is the setting that remembers the folder used last. Fyne's own
// preferences are not used: they are written in place, and a crash leaves them
// cut short.
const folderKey = "folder"

// askExport asks where the PDF goes and writes it. Fyne's save dialog is not
// used: it empties the file that exists before it asks, and asks in English.
func (p *program) askExport(f *form) {
	f.settle()
	p.withFolder(func(dir string) { p.exportDialog(f, fileName(textProposedName(f.d.Report())), dir) })
}

// withFolder finds the folder to propose, then goes on with it.
func (p *program) withFolder(then func(dir string)) {
	p.background(func() func() {
		last, _ := p.drafts.Setting(folderKey) // without it the usual folder is proposed
		dir := proposedFolder(last)
		return func() { then(dir) }
	})
}

func (p *program) exportDialog(f *form, proposedName, proposedDir string) {
	name, folder := p.dialogEntry(proposedName), p.dialogEntry(proposedDir)
	problem := newParagraph("", sizeNote, theme.ColorNameError)
	browse := newButton(textBrowse, plain, func() {
		name.gather()
		p.choose(textChooseFolder, textChooseThis, folder.Text, "", func(dir string) {
			p.exportDialog(f, name.Text, dir)
		})
	})
	where := container.New(&row{gap: 8, wide: 0}, folder, browse)
	m := p.dialog(textExport, textExportGo, primary, textCancel,
		field(textExportName, name), field(textExportFolder, where), roomFor(problem, 2))
	m.confirm = func() {
		name.gather()
		folder.gather()
		dir, file := folder.Text, name.Text
		p.background(func() func() {
			path, wrong := exportPath(dir, file)
			if wrong == "" {
				_ = p.drafts.SetSetting(folderKey, filepath.Dir(path)) // forgotten at worst
			}
			return func() {
				if wrong != "" {
					problem.show(wrong, theme.ColorNameError)
					return
				}
				m.close()
				p.checkAndExport(f.d.Snapshot(), path)
			}
		})
	}
	p.window.Canvas().Focus(name)
}

// checkAndExport asks before an existing file is written over.
func (p *program) checkAndExport(r *model.Report, path string) {
	p.background(func() func() {
		_, err := os.Lstat(path)
		return func() {
			if err != nil { // there is none, or the export will say what is wrong
				p.export(r, path)
				return
			}
			p.ask(question{
				title: textOverwriteTitle, body: textOverwriteBody(path), yes: textOverwrite, rank: danger,
				do: func() { p.export(r, path) },
			})
		}
	})
}

func (p *program) export(r *model.Report, path string) {
	m := p.dialog(textExport, textClose, plain, "", container.New(&stack{}, label(textExporting, theme.SizeNameText, colorSecond)))
	m.confirm = m.close
	p.background(func() func() {
		notes, err := p.Export(r, path)
		return func() {
			if err != nil {
				p.ask(question{title: textExportFailed, body: explain(err)})
				return
			}
			p.tell(textExported, textExportedBody(path, notes))
		}
	})
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
