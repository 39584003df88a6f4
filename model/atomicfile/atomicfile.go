// Package atomicfile writes a file so that it is there whole or not at all: the
// one way every export and every report file takes to the disk. Begin with [Write];
// [Rename] and [SyncFolder] are its last two steps, for who writes a file otherwise.
package atomicfile

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNotRegular says that the target is a folder or a device, which writing
// must not replace.
var ErrNotRegular = errors.New("not a regular file")

// Write replaces the file at path by data, keeping its mode, or creates it as the
// umask allows. The data go to a temporary file in the same folder, are flushed to the disk, and only
// then take the name; whatever fails before leaves the old file as it was and
// no other behind. A symbolic link is followed.
func Write(path string, data []byte) error {
	return WriteWith(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err //nolint:wrapcheck // writeTemporary does
	}, nil)
}

// WriteWith is [Write] for data that fill hands over bit by bit. Prove, where it is
// not nil, looks at the file on the disk before that takes the name, and may
// refuse it.
func WriteWith(path string, fill func(io.Writer) error, prove func(temp string) error) (err error) {
	target, old, err := resolve(path)
	if err != nil {
		return err
	}
	dir := filepath.Dir(target)
	const created = 0o666 // less the umask
	temp, err := os.OpenFile(filepath.Join(dir, ".nianbao-"+rand.Text()+".tmp"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, created)
	if err != nil {
		return fmt.Errorf("temporary file: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreMissing(os.Remove(temp.Name())))
		}
	}()
	if err = writeTemporary(temp, fill, old); err != nil {
		return err
	}
	if prove != nil {
		if err = prove(temp.Name()); err != nil {
			return fmt.Errorf("temporary file: %w", err)
		}
	}
	if err = Rename(temp.Name(), target); err != nil {
		return fmt.Errorf("rename: %w", err)
	}
	return SyncFolder(dir)
}

// resolve finds what path really names, and what is there now, if anything.
func resolve(path string) (target string, old fs.FileInfo, err error) {
	target, err = filepath.EvalSymlinks(path)
	if errors.Is(err, fs.ErrNotExist) {
		if to, ok := linkTarget(path); ok {
			return resolve(to) // ends: EvalSymlinks refuses links in a circle
		}
		return path, nil, nil
	}
	if err != nil {
		return "", nil, fmt.Errorf("target: %w", err)
	}
	old, err = os.Stat(target)
	if err != nil {
		return "", nil, fmt.Errorf("target: %w", err)
	}
	if !old.Mode().IsRegular() {
		return "", nil, fmt.Errorf("%s: %w", path, ErrNotRegular)
	}
	return target, old, nil
}

// linkTarget is where a symbolic link leads; path need not be one.
func linkTarget(path string) (to string, ok bool) {
	to, err := os.Readlink(path)
	if err != nil {
		return "", false
	}
	if !filepath.IsAbs(to) {
		to = filepath.Join(filepath.Dir(path), to)
	}
	return to, true
}

// writeTemporary fills the file, gives it the mode of the old one if there is one,
// flushes it to the disk and closes it.
func writeTemporary(f *os.File, fill func(io.Writer) error, old fs.FileInfo) error {
	err := fill(f)
	if err == nil && old != nil {
		err = f.Chmod(old.Mode().Perm())
	}
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("temporary file: %w", err)
	}
	return nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
