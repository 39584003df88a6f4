package desktop

import (
	"nianbao/export"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/failure"
)

// copyForPortal puts the report on the clipboard for the editor of a portal. Where
// the clipboard takes no pages, it gets the markup as text.
func (e *exporter) copyForPortal(f workpiece) {
	f.gather()
	r := f.Desk().Snapshot()
	e.Background(func() func() {
		page, err := export.Web().Bytes(r, preview.Stamped(r, export.Options{Fragment: true}))
		var text export.Result
		if err == nil {
			text, err = export.Text().Bytes(r, export.Options{})
		}
		return func() {
			if err != nil {
				e.Tell(textExportFailed, failure.Words(err))
				return
			}
			refused := e.CopyPage(string(page.Data), string(text.Data))
			if refused != nil { // there are none here, or another program holds the clipboard
				e.app.Clipboard().SetContent(string(page.Data))
			}
			e.Tell(textPortalCopied, textPortalCopiedBody(refused != nil, page.Notes))
		}
	})
}
