package store

import (
	"errors"
	"fmt"
	"strings"
	"syscall"
	"time"

	bolterrors "go.etcd.io/bbolt/errors"
)

// Errors of the store.
var (
	// ErrNotFound: no such draft, or it is in the trash.
	ErrNotFound = errors.New("no such draft")
	// ErrDamaged: the file, or the record asked for, is not what was written.
	ErrDamaged = errors.New("store is damaged")
	// ErrNewer: a newer program has written the file.
	ErrNewer = errors.New("store is of a newer version")
	// ErrNoPlace: the user has no data folder, and none was named.
	ErrNoPlace = errors.New("no data folder")
	// ErrPlace: the folder is on another computer's disk, or on one that can be
	// taken out.
	ErrPlace = errors.New("no place for a store")
	// ErrPortable: the portable folder beside the program cannot be written to.
	ErrPortable = errors.New("portable folder is not writable")
	// ErrBackup: the file is no backup, or not a whole one.
	ErrBackup = errors.New("no sound backup")
	// ErrNoBackup: there is no backup to restore.
	ErrNoBackup = errors.New("no backup")
	// ErrTooLarge: more content than any report has.
	ErrTooLarge = errors.New("draft is too large")
	// ErrFull: the store holds as much as it can.
	ErrFull = bolterrors.ErrMaxSizeReached
)

// InUseError says that another program has the store open.
type InUseError struct {
	PID   int       // of that program; 0 when it did not say
	Since time.Time // when it opened the store
}

func (e *InUseError) Error() string { return fmt.Sprintf("store is in use by process %d", e.PID) }

// SystemError is the system's error within an error of this package; false when
// there is none.
//
// bbolt wraps the errors of growing and syncing its file as mere text, so that the
// text of the system's error is all there is to know them by.
func SystemError(err error) (number syscall.Errno, ok bool) {
	if errors.As(err, &number) {
		return number, true
	}
	if errors.Is(err, bolterrors.ErrInvalidMapping) {
		return ioError, true
	}
	for _, n := range asText {
		if strings.HasSuffix(err.Error(), n.Error()) {
			return n, true
		}
	}
	return 0, false
}
