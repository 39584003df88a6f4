// Package atomicfile writes a file so that it is there whole or not at all: the
// one way every export and every report file takes to the disk.
package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNotRegular says that the target is a folder or a device, which writing
// must not replace.
var ErrNotRegular = errors.New("not a regular file")

// Write replaces the file at path by data, or creates it (mode 0644). The data
// go to a temporary file in the same folder, are flushed to the disk, and only
// then take the name; whatever fails before leaves the old file as it was and
// no other behind. A symbolic link is followed.
func Write(path string, data []byte) (err error) {
	target, mode, err := resolve(path)
	if err != nil {
		return err
	}
	dir := filepath.Dir(target)
	temp, err := os.CreateTemp(dir, ".nianbao-*.tmp")
	if err != nil {
		return fmt.Errorf("temporary file: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreMissing(os.Remove(temp.Name())))
		}
	}()
	if err = fill(temp, data, mode); err != nil {
		return err
	}
	if err = os.Rename(temp.Name(), target); err != nil {
		return fmt.Errorf("rename: %w", err)
	}
	return syncFolder(dir)
}

// resolve finds what path really names, and the mode its successor gets.
func resolve(path string) (target string, mode fs.FileMode, err error) {
	const created = 0o644
	target, err = filepath.EvalSymlinks(path)
	if errors.Is(err, fs.ErrNotExist) {
		return path, created, nil
	}
	if err != nil {
		return "", 0, fmt.Errorf("target: %w", err)
	}
	info, err := os.Stat(target)
	if err != nil {
		return "", 0, fmt.Errorf("target: %w", err)
	}
	if !info.Mode().IsRegular() {
		return "", 0, fmt.Errorf("%s: %w", path, ErrNotRegular)
	}
	return target, info.Mode().Perm(), nil
}

// fill writes the data down to the disk and closes the file.
func fill(f *os.File, data []byte, mode fs.FileMode) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Chmod(mode)
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
