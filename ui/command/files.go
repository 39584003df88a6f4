package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"nianbao/model/reportfile"
	"nianbao/ui/failure"
)

// existsError: the file is there already and would be lost.
type existsError struct{ path string }

func (e *existsError) Error() string { return e.path + " exists" }

// Message says so in words.
func (e *existsError) Message() string { return fmt.Sprintf(errorExists, e.path) }

// load reads a file, or standard input for "-", and of a larger one than most
// bytes only so much that its reader can refuse it.
func (c *call) load(path string, most int64) (data []byte, err error) {
	in := c.Stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, failure.Opening(path).Wrap(err)
		}
		defer func() { _ = f.Close() }() // it was only read
		in = f
	}
	if data, err = io.ReadAll(io.LimitReader(in, most+1)); err != nil {
		return nil, failure.Opening(path).Wrap(err)
	}
	return data, nil
}

// mustBeNew refuses to make a report file where one is already, whose content
// would be lost, or under a name that is no report file's.
func (c *call) mustBeNew(path string) error {
	if !strings.EqualFold(filepath.Ext(path), reportfile.Ending) {
		return c.wrong(problemEnding, path)
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return &existsError{path}
	}
	return nil
}
