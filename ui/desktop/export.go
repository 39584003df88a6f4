package desktop

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
)

// folderKey is where the preferences remember the folder of the last export.
const folderKey = "exportFolder"

// askExport asks where the PDF goes and writes it. Fyne's save dialog is not
// used: it empties the file that exists before it asks, and asks in English.
func (p *program) askExport(f *form) {
	f.settle()
	name := p.dialogEntry(fileName(textProposedName(f.d.Report())))
	folder := p.dialogEntry(p.exportFolder())
	problem := newParagraph("", sizeNote, theme.ColorNameError)
	m := p.dialog(textExport, textExportGo, primary, textCancel,
		field(textExportName, name), field(textExportFolder, folder), roomFor(problem, 2))
	m.confirm = func() {
		name.gather()
		folder.gather()
		path, wrong := exportPath(folder.Text, name.Text)
		if wrong != "" {
			problem.show(wrong, theme.ColorNameError)
			return
		}
		m.close()
		p.app.Preferences().SetString(folderKey, filepath.Dir(path))
		p.checkAndExport(f.d.Snapshot(), path)
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

// exportFolder is the folder to propose: the last one, or the user's
// documents, or the desktop, or the home folder.
func (p *program) exportFolder() string {
	candidates := []string{p.app.Preferences().String(folderKey)}
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
