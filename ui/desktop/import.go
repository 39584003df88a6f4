package desktop

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/intake/source"
	"nianbao/ui/failure"
)

// importerHost is what shows a report that was read.
type importerHost interface {
	leaveForm(then func())
	showPage(title string, content fyne.CanvasObject, leave func())
	wayBack() func() // to what the window shows; nil on the page of an import
	createDraft(r *model.Report, body []byte)
}

// importer reads reports as they were published (导入旧报告).
type importer struct {
	*office
	host  importerHost
	faces *faces
	back  func() // to where the import was begun
}

// askImport lets the user choose a published report.
func (m *importer) askImport() {
	m.withFolder(func(dir string) {
		m.Choose(textImport, textOpen, dir, intake.Endings(), func(path string) {
			m.remember(folderKey, filepath.Dir(path))
			m.Busy(textImport, textImporting, func(ctx context.Context) func() {
				data, err := readBounded(path, source.MaxSize)
				if err != nil {
					return func() { m.fail(failure.Opening(path), err) }
				}
				return m.readPublished(ctx, filepath.Base(path), data, intake.Options{})
			})
		})
	})
}

// importClipboard reads a report that was copied from a web page or from Word.
func (m *importer) importClipboard() {
	text := m.app.Clipboard().Content()
	m.Busy(textImport, textImporting, func(ctx context.Context) func() {
		return m.readPublished(ctx, textClipboardName, []byte(text), intake.Options{})
	})
}

// readPublished reads a published report, off the main goroutine. There is
// nothing to do then when ctx has ended.
func (m *importer) readPublished(ctx context.Context, name string, data []byte, o intake.Options) (then func()) {
	file := name
	if name == textClipboardName {
		file = "clipboard.txt"
	}
	result, err := intake.Read(file, data, o)
	switch {
	case ctx.Err() != nil:
		return nil
	case err != nil:
		return func() { m.Tell(textImport, failure.Opening(name).Words(err)) }
	}
	return func() {
		if back := m.host.wayBack(); back != nil {
			m.back = back
		}
		m.host.leaveForm(func() {
			page := m.page(name, data, result)
			m.host.showPage(textImport+" — "+textProgram, page.outer, m.back)
			m.Window.Canvas().Focus(page.create)
		})
	}
}

// page shows what was read before it becomes a draft.
func (m *importer) page(name string, data []byte, result *intake.Result) *importPage {
	again := func(o intake.Options) {
		m.Busy(textImport, textImporting, func(ctx context.Context) func() { return m.readPublished(ctx, name, data, o) })
	}
	return newImportPage(m.office, m.faces, name, result, importSteps{again: again, create: m.host.createDraft, leave: m.back})
}
