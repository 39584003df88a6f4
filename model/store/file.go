package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"nianbao/model/atomicfile"
)

const (
	// maxSize stops a runaway file long before the disk is full.
	maxSize = 2 << 30
	// lockWait is how long bbolt may wait for its own lock, which is taken after
	// ours; without it a second process would wait without end.
	lockWait = time.Second
)

// file is an open bbolt file. bbolt panics or faults over a damaged file: every use
// goes through view and update, which turn that into errors.
type file struct {
	db     *bbolt.DB
	handle *os.File

	mu     sync.Mutex
	broken error // set after a panic or fault of bbolt: nothing more is read or written
	size   int64 // of the file, as last seen: bbolt never shortens it
}

// openFile opens a file, or makes it. Errors: *InUseError, ErrDamaged, and those
// of the system.
func openFile(path string, o bbolt.Options) (*file, error) {
	f := &file{}
	o.Timeout, o.FreelistType, o.MaxSize = lockWait, bbolt.FreelistMapType, maxSize
	o.OpenFile = func(name string, flag int, mode os.FileMode) (*os.File, error) {
		handle, err := os.OpenFile(name, flag, mode)
		f.handle = handle
		return handle, err //nolint:wrapcheck // bbolt looks at it
	}
	err := f.guard(func() (err error) {
		f.db, err = bbolt.Open(path, 0o600, &o)
		return err
	})
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, &InUseError{}
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum), errors.Is(err, bolterrors.ErrVersionMismatch):
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	case err != nil:
		return nil, err
	}
	return f, nil
}

// close closes the file. After a fault bbolt still holds its locks and would wait
// without end: then the file stays open until the process ends.
func (f *file) close() error {
	if f == nil || f.db == nil || f.isBroken() {
		return nil
	}
	if err := f.db.Close(); err != nil {
		return fmt.Errorf("close store file: %w", err)
	}
	return nil
}

func (f *file) isBroken() bool { return f.state() != nil }

// guard runs fn and turns a panic or a memory fault of bbolt over a damaged
// file into an ErrDamaged.
func (f *file) guard(fn func() error) (err error) {
	before := debug.SetPanicOnFault(true)
	defer func() {
		debug.SetPanicOnFault(before)
		if cause := recover(); cause != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, cause)
			f.mu.Lock()
			f.broken = err
			f.mu.Unlock()
		}
	}()
	return fn()
}

func (f *file) state() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.broken
}

func (f *file) view(fn func(*bbolt.Tx) error) error {
	if err := f.state(); err != nil {
		return err
	}
	return f.guard(func() error { return f.db.View(fn) })
}

func (f *file) update(fn func(*bbolt.Tx) error) error {
	if err := f.state(); err != nil {
		return err
	}
	return f.guard(func() error { return f.db.Update(fn) })
}

// isAt reports whether the open file is still the one that its path names, and
// no shorter than when it was last looked at.
func (f *file) isAt(path string) error {
	own, err := f.handle.Stat()
	if err != nil {
		return fmt.Errorf("store file: %w", err)
	}
	there, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errDeleted
	case err != nil:
		return fmt.Errorf("store file: %w", err)
	case !os.SameFile(own, there):
		return errReplaced
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if own.Size() < f.size && f.broken == nil {
		f.broken = fmt.Errorf("%w: shortened from %d to %d bytes", ErrDamaged, f.size, own.Size())
	}
	f.size = max(f.size, own.Size())
	return f.broken
}

// What others can do to the file while it is open.
var (
	errDeleted  = errors.New("store file was deleted")
	errReplaced = errors.New("store file was replaced")
)

// newSuffix is behind the name of a file that is being built.
const newSuffix = ".new"

// build makes a file under another name and puts it on the disk, whole: a
// program that is killed, or a disk that is full, in between leaves no file
// that the next start would take for a damaged store. Our lock keeps others
// away meanwhile. name gives it its own name.
func build(path string, fill func(*file) error) (err error) {
	if err := removeIfThere(path + newSuffix); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, removeIfThere(path+newSuffix))
		}
	}()
	f, err := openFile(path+newSuffix, bbolt.Options{NoSync: true})
	if err != nil {
		return err
	}
	err = fill(f)
	if err == nil {
		err = f.db.Sync()
	}
	return errors.Join(err, f.close())
}

// name gives a built file its name; a file that has the name is replaced.
func name(path string) error {
	if err := atomicfile.Rename(path+newSuffix, path); err != nil {
		return fmt.Errorf("name store: %w", err)
	}
	if err := atomicfile.SyncFolder(filepath.Dir(path)); err != nil {
		return fmt.Errorf("name store: %w", err)
	}
	return nil
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("unfinished store: %w", err)
	}
	return nil
}
