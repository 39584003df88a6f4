package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// lockName is the file whose lock says that the store is open. bbolt has a lock
// of its own, but it cannot tell who holds it.
const lockName = "nianbao.lock"

// holder is what the lock file says about the program that holds it.
type holder struct {
	PID   int       `json:"pid"`
	Since time.Time `json:"since"`
}

// errLocked is what tryLock returns when another process has the lock.
var errLocked = errors.New("locked")

// takeLock opens and locks the lock file. The system frees the lock when the
// process ends, however it ends. The error is an *InUseError when another
// process has it.
func takeLock(path string, now time.Time) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock file: %w", err)
	}
	if err := tryLock(f); err != nil {
		if errors.Is(err, errLocked) {
			err = inUse(f)
		}
		return nil, errors.Join(err, f.Close())
	}
	text, err := json.Marshal(holder{PID: os.Getpid(), Since: now})
	if err == nil {
		err = f.Truncate(0)
	}
	if err == nil {
		_, err = f.WriteAt(text, 0)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("lock file: %w", err), f.Close())
	}
	return f, nil
}

// inUse reads who has the lock; an unreadable file leaves that unsaid.
func inUse(f *os.File) error {
	e := &InUseError{}
	const enough = 1 << 10
	if text, err := io.ReadAll(io.LimitReader(f, enough)); err == nil {
		var h holder
		if json.Unmarshal(text, &h) == nil {
			e.PID, e.Since = h.PID, h.Since
		}
	}
	return e
}
