package desktop

import (
	"errors"
	"fmt"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"nianbao/model/reportfile"
)

// reportEnding is how report files end.
const reportEnding = ".nianbao"

// askFile lets the user choose a report file and takes it in as a draft.
func (p *program) askFile() {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			p.fail(err)
		case file != nil:
			p.takeIn(file)
		}
	}, p.window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{reportEnding}))
	d.SetTitleText(textOpenFile)
	d.Resize(fyne.NewSize(820, 560))
	d.Show()
}

// takeIn reads a report file and keeps it as a new draft.
func (p *program) takeIn(file io.ReadCloser) {
	p.background(func() func() {
		body, err := io.ReadAll(io.LimitReader(file, reportfile.MaxSize+1))
		err = errors.Join(err, file.Close())
		if err != nil {
			return func() { p.fail(fmt.Errorf("read report file: %w", err)) }
		}
		if len(body) > reportfile.MaxSize {
			return func() { p.tell(textFailed, textFileTooBig(reportfile.MaxSize)) }
		}
		r, err := reportfile.Read(body)
		if err != nil {
			return func() { p.fail(err) }
		}
		return func() { p.createDraft(r, body) }
	})
}
