package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"nianbao/export"
	"nianbao/fonts"
	"nianbao/model"
	"nianbao/model/atomicfile"
	"nianbao/model/carry"
	"nianbao/model/reportfile"
	"nianbao/model/store"
)

// fileError names the file that an error is about.
type fileError struct {
	path string
	err  error
}

func (e *fileError) Error() string { return e.path + ": " + e.err.Error() }
func (e *fileError) Unwrap() error { return e.err }

// existsError: the file is there already and would be lost.
type existsError struct{ path string }

func (e *existsError) Error() string { return fmt.Sprintf(errorExists, e.path) }

// tooLargeError: the file is larger than any report.
type tooLargeError struct{ path string }

func (e *tooLargeError) Error() string { return fmt.Sprintf(errorTooLarge, e.path) }

// load reads a file, or standard input for "-", and of a larger one than most
// bytes only so much that its reader can refuse it.
func (c *call) load(path string, most int64) (data []byte, err error) {
	in := c.Stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, &fileError{path, err}
		}
		defer func() { _ = f.Close() }() // it was only read
		in = f
	}
	if data, err = io.ReadAll(io.LimitReader(in, most+1)); err != nil {
		return nil, &fileError{path, err}
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

// explain turns an error into a Chinese sentence: where, what is wrong, what
// to do.
func explain(err error) string {
	var (
		usage    *usageError
		ending   *export.EndingError
		missing  *export.MissingError
		exists   *existsError
		large    *tooLargeError
		year     *model.YearError
		order    *carry.OrderError
		file     *fileError
		inFile   *reportfile.Error
		noDraft  *draftError
		inDrafts *storeError
		face     *fonts.FaceError
	)
	switch {
	case errors.As(err, &usage):
		return usage.Error()
	case errors.As(err, &ending):
		return ending.Error()
	case errors.As(err, &missing):
		return fmt.Sprintf(errorMissingChars, missing)
	case errors.As(err, &face):
		return face.Error()
	case errors.As(err, &exists):
		return exists.Error()
	case errors.As(err, &large):
		return large.Error()
	case errors.As(err, &year):
		return year.Error()
	case errors.As(err, &order):
		return order.Error()
	case errors.As(err, &noDraft):
		return noDraft.Error()
	case errors.As(err, &inDrafts):
		return store.Explain(inDrafts.err)
	case errors.As(err, &file) && errors.As(err, &inFile):
		return fmt.Sprintf(errorAt, file.path, inFile)
	case errors.As(err, &file):
		return explainFile(file)
	}
	return fmt.Sprintf(errorOther, err)
}

func explainFile(e *fileError) string {
	for _, known := range []struct {
		cause   error
		message string
	}{
		{atomicfile.ErrNotRegular, errorFolder},
		{syscall.EISDIR, errorFolder},
		{fs.ErrNotExist, errorMissing},
		{fs.ErrPermission, errorPermission},
		{syscall.ENOSPC, errorNoSpace},
		{syscall.EROFS, errorReadOnly},
		{syscall.ENOTDIR, errorMissing},
	} {
		if errors.Is(e.err, known.cause) {
			return fmt.Sprintf(known.message, e.path)
		}
	}
	return fmt.Sprintf(errorAt, e.path, e.err)
}
