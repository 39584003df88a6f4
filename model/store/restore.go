package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
)

// MissingError says that the store file is gone, or is empty, though there
// was one. Nothing has been made in its place.
type MissingError struct {
	Dir     string
	Backups []Backup // the last first
}

func (e *MissingError) Error() string { return "store file in " + e.Dir + " is missing or empty" }

func (s *Store) missing() error {
	return &MissingError{Dir: s.dir, Backups: s.Backups()}
}

// Restore puts a backup in the store's place, in a folder where no store is
// open; the folder is made where there is none, as on a new computer. What is
// there now is kept beside it. Errors: ErrBackup, and those of Open.
func Restore(dir, backup string, o Options) error {
	return withoutStore(dir, o, func(s *Store) error { return s.restore(backup) })
}

// RestoreLast is Restore with the newest backup in the folder that is sound.
func RestoreLast(dir string, o Options) (b Backup, err error) {
	err = withoutStore(dir, o, func(s *Store) error {
		all := s.Backups()
		if len(all) == 0 {
			return fmt.Errorf("%w: none in %s", ErrNoBackup, dir)
		}
		var wrong error
		for _, b = range all {
			err := s.restore(b.Path)
			if !errors.Is(err, ErrBackup) {
				return err
			}
			wrong = errors.Join(wrong, err)
		}
		return wrong
	})
	return b, err
}

// withoutStore does something in a store's folder while no store is open there.
func withoutStore(dir string, o Options, do func(*Store) error) error {
	if _, err := makeFolder(dir); err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	lock, err := takeLock(filepath.Join(dir, lockName), o.now())
	if err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	s := &Store{dir: dir, options: o, lock: lock}
	if err := errors.Join(do(s), lock.Close()); err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	return nil
}

// RestoreAll puts a backup in the place of the open store, which is backed up
// first.
func (s *Store) RestoreAll(backup string) error {
	if _, err := s.Backup(); err != nil {
		return err
	}
	s.use.Lock()
	defer s.use.Unlock()
	if err := s.exchange(func() error { return s.restore(backup) }); err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	return nil
}

// restore copies a backup into the store's place. The copy is proved too before
// it takes the name.
func (s *Store) restore(backup string) error {
	version, err := verifySchema(backup)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrBackup, err)
	}
	if version > schema {
		return fmt.Errorf("schema %d: %w", version, ErrNewer)
	}
	err = copyFile(backup, s.path()+newSuffix)
	if err == nil {
		err = verify(s.path() + newSuffix)
	}
	if err != nil {
		return errors.Join(err, removeIfThere(s.path()+newSuffix))
	}
	if info, err := os.Stat(s.path()); err == nil && info.Size() > 0 {
		if err := setAside(s.path(), s.aside("before-restore")); err != nil {
			return err
		}
	}
	if err := removeIfThere(filepath.Join(s.dir, knownName)); err != nil { // it describes another file
		return err
	}
	return name(s.path())
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("copy: %w", err)
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	return fillFile(to, func(out io.Writer) error {
		_, err := io.Copy(out, in)
		return err //nolint:wrapcheck // fillFile does
	})
}

// Forget lets Open begin an empty store in a folder whose store file is gone:
// only on the user's word.
func Forget(dir string) error {
	path := filepath.Join(dir, fileName)
	if info, err := os.Stat(path); err == nil && info.Size() == 0 {
		if err := removeIfThere(path); err != nil {
			return err
		}
	}
	return removeIfThere(filepath.Join(dir, knownName))
}

// OpenBackup opens a backup for reading.
func OpenBackup(path string) (*Store, error) {
	if err := verify(path); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBackup, err)
	}
	f, err := openFile(path, bbolt.Options{ReadOnly: true})
	if err != nil {
		return nil, fmt.Errorf("open backup: %w", err)
	}
	return &Store{dir: filepath.Dir(path), file: f, readOnly: true}, nil
}
