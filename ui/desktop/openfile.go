package desktop

import (
	"nianbao/model"
	"nianbao/model/reportfile"
	"nianbao/ui/failure"
)

// opener takes report files in.
type opener struct {
	*office
	create func(r *model.Report, body []byte) // makes a draft of it and shows it
}

// askFile lets the user choose a report file and takes it in as a draft.
func (o *opener) askFile() {
	o.withFolder(func(dir string) { o.Choose(textOpenFile, textOpen, dir, []string{reportfile.Ending}, o.takeIn) })
}

// takeIn reads a report file and keeps it as a new draft.
func (o *opener) takeIn(path string) {
	o.Background(func() func() {
		r, body, err := readReport(path)
		if err != nil {
			return func() { o.fail(failure.Opening(path), err) }
		}
		return func() { o.create(r, body) }
	})
}

// readReport reads a report file.
func readReport(path string) (r *model.Report, body []byte, err error) {
	body, err = readBounded(path, reportfile.MaxSize)
	if err != nil {
		return nil, nil, err
	}
	r, err = reportfile.Read(body)
	return r, body, err
}
