package desktop

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"nianbao/export"
	"nianbao/model"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/failure"
)

// AskHandIn ends the work on a report (定稿并导出): it is finalised, unless it is final
// already, and written in every format that it is handed in as, into one folder on the
// desktop.
func (f *form) AskHandIn() {
	f.gather()
	if f.Final() {
		f.export.handIn(f.d.Snapshot(), false)
		return
	}
	f.Ask(dialog.Question{Title: pages.TextHandIn, Body: textHandInBody(f.d.Report()), Yes: pages.TextHandIn, Do: func() {
		f.finalise("")
		f.export.handIn(f.d.Snapshot(), false)
	}})
}

// handIn writes a report into a new folder on the desktop. Characters that no face has
// are shown first, with the choice to print 〓 for them.
func (e *exporter) handIn(r *model.Report, replace bool) {
	e.Busy(pages.TextHandIn, textExporting, func(ctx context.Context) func() {
		dir, err := e.newFolder(fileName(textProposedName(r)))
		if err != nil {
			return func() { e.Ask(dialog.Question{Title: textExportFailed, Body: failure.Exporting(dir).Words(err)}) }
		}
		paths, notes, err := e.writeAll(ctx, r, dir, replace)
		if err != nil {
			_ = os.Remove(dir) // stays when something was written
		}
		var missing *export.MissingError
		switch {
		case errors.Is(err, context.Canceled):
			return nil
		case errors.As(err, &missing):
			return func() {
				e.Ask(dialog.Question{Title: textMissingTitle, Body: missing.Message(), Yes: textMissingGo, Do: func() { e.handIn(r, true) }})
			}
		case err != nil:
			return func() {
				e.Ask(dialog.Question{Title: textExportFailed, Body: failure.Exporting(paths[len(paths)-1]).Words(err)})
			}
		}
		return func() { e.tellOf(textExported, textHandedIn(dir, paths, notes), paths...) }
	})
}

// writeAll writes a report in every format that it is handed in as. Paths are those of
// the files, up to the one that failed.
func (e *exporter) writeAll(ctx context.Context, r *model.Report, dir string, replace bool) (paths, notes []string, err error) {
	for _, format := range export.HandIn() {
		path := filepath.Join(dir, fileName(textProposedName(r))+format.Ending)
		paths = append(paths, path)
		o, refused := e.printedAs(r, format, export.Options{Replace: replace})
		said, err := e.Export(ctx, r, path, o)
		if err != nil {
			return paths, nil, err
		}
		for _, note := range append(said, refused...) {
			if !slices.Contains(notes, note) {
				notes = append(notes, note)
			}
		}
	}
	return paths, notes, nil
}

// mostFolders bounds the search for a name that is not taken.
const mostFolders = 100

// newFolder makes a folder on the desktop, or where files are proposed to go where there
// is none. What is there of that name stays: the new one is numbered.
func (e *exporter) newFolder(name string) (dir string, err error) {
	on := e.Desktop()
	if on == "" {
		on = proposedFolder("")
	}
	for n := 1; n <= mostFolders; n++ {
		dir = filepath.Join(on, name)
		if n > 1 {
			dir += textNumbered(n)
		}
		if err = os.Mkdir(dir, 0o750); !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	if err != nil {
		return dir, fmt.Errorf("make a folder: %w", err)
	}
	return dir, nil
}
