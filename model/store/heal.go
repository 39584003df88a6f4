package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
)

// heal looks whether the open file is still in its place and whole, before
// anything is written. A deleted file is written again from the open one; a file
// that was put in its place is set aside first; a damaged file is salvaged. Saving
// then goes on.
func (s *Store) heal() error {
	s.use.RLock()
	state := s.file.state()
	if state == nil && !s.closed && !s.readOnly {
		state = s.file.isAt(s.path())
	}
	s.use.RUnlock()
	if state == nil {
		return nil
	}
	s.use.Lock()
	defer s.use.Unlock()
	switch {
	case s.closed:
		return nil
	case errors.Is(state, errDeleted):
		return s.healed(s.writeAgain(), wordsDeleted)
	case errors.Is(state, errReplaced):
		aside := s.aside("replaced")
		err := setAside(s.path(), aside)
		if err == nil {
			err = s.writeAgain()
		}
		return s.healed(err, fmt.Sprintf(wordsReplaced, aside))
	case s.file.state() == nil: // another goroutine has repaired it
		return nil
	}
	err := s.reopen()
	var words []string
	if s.opening.Salvage != nil {
		words = s.opening.Salvage.Words()
	}
	return s.healed(err, words...)
}

// healed tells the listener that the file was repaired.
func (s *Store) healed(err error, words ...string) error {
	if err == nil && s.notice != nil && len(words) > 0 {
		go s.notice(words)
	}
	return err
}

// OnNotice sets the listener told, in sentences for the user, when the file had
// to be repaired while it was open.
func (s *Store) OnNotice(f func(words []string)) {
	s.use.Lock()
	defer s.use.Unlock()
	s.notice = f
}

// aside names a file that is set aside, as no other is named.
func (s *Store) aside(why string) string {
	path := filepath.Join(s.dir, fmt.Sprintf("%s.%s-%s", fileName, why, s.now().Format("20060102-150405")))
	free := path
	for n := 2; ; n++ {
		if _, err := os.Lstat(free); err != nil {
			return free
		}
		free = fmt.Sprintf("%s-%d", path, n)
	}
}

// writeAgain gives the open file a name again: the system keeps a deleted file
// as long as it is open.
func (s *Store) writeAgain() error {
	err := s.file.view(func(tx *bbolt.Tx) error { return copyTo(tx, s.path()+newSuffix) })
	if err == nil {
		_, err = sound(s.path() + newSuffix)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write store again: %w", err), removeIfThere(s.path()+newSuffix))
	}
	return s.exchange(func() error { return name(s.path()) })
}

// copyTo writes a copy of the store as it stands.
func copyTo(tx *bbolt.Tx, path string) error {
	return fillFile(path, func(w io.Writer) error {
		_, err := tx.WriteTo(w)
		return err //nolint:wrapcheck // fillFile does
	})
}

// fillFile writes a file down to the disk.
func fillFile(path string, fill func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("copy store: %w", err)
	}
	if err = fill(f); err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("copy store: %w", err)
	}
	return nil
}

// reopen takes a file out of use over which bbolt has panicked or faulted, and opens
// the store as at the start: with preflight and, if need be, salvage.
func (s *Store) reopen() error {
	if err := s.preflight(); err != nil {
		return err
	}
	_ = s.file.handle.Close() // its lock goes with it; bbolt itself can no longer let go
	f, err := openFile(s.path(), bbolt.Options{})
	if err != nil {
		return err
	}
	s.file = f
	return nil
}
