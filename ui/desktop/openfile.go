package desktop

import (
	"errors"
	"fmt"
	"io"
	"os"

	"nianbao/model"
	"nianbao/model/reportfile"
)

// askFile lets the user choose a report file and takes it in as a draft.
func (p *program) askFile() {
	p.withFolder(func(dir string) { p.choose(textOpenFile, textOpen, dir, []string{reportfile.Ending}, p.takeIn) })
}

// takeIn reads a report file and keeps it as a new draft.
func (p *program) takeIn(path string) {
	p.background(func() func() {
		r, body, err := readReport(path)
		if err != nil {
			return func() { p.fail(err) }
		}
		return func() { p.createDraft(r, body) }
	})
}

// tooBigError: a file is larger than any report.
type tooBigError struct{}

func (tooBigError) Error() string { return textFileTooBig(reportfile.MaxSize) }

// readReport reads a report file.
func readReport(path string) (r *model.Report, body []byte, err error) {
	body, err = readBounded(path, reportfile.MaxSize)
	switch {
	case err != nil:
		return nil, nil, err
	case len(body) > reportfile.MaxSize:
		return nil, nil, tooBigError{}
	}
	r, err = reportfile.Read(body)
	return r, body, err
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
