package desktop

import (
	"errors"
	"fmt"
	"io"
	"os"

	"nianbao/model/reportfile"
)

// askFile lets the user choose a report file and takes it in as a draft.
func (p *program) askFile() {
	p.withFolder(func(dir string) { p.choose(textOpenFile, textOpen, dir, []string{reportfile.Ending}, p.takeIn) })
}

// takeIn reads a report file and keeps it as a new draft.
func (p *program) takeIn(path string) {
	p.background(func() func() {
		body, err := readBounded(path, reportfile.MaxSize)
		switch {
		case err != nil:
			return func() { p.fail(err) }
		case len(body) > reportfile.MaxSize:
			return func() { p.tell(textFailed, textFileTooBig(reportfile.MaxSize)) }
		}
		r, err := reportfile.Read(body)
		if err != nil {
			return func() { p.fail(err) }
		}
		return func() { p.createDraft(r, body) }
	})
}

// readBounded reads a file, but no more than one byte over the limit.
func readBounded(path string, limit int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open report file: %w", err)
	}
	body, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, fmt.Errorf("read report file: %w", err)
	}
	return body, nil
}
