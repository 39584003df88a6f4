// Package store keeps drafts in a bbolt file so that an acknowledged save is
// never lost and a damaged record is never taken for a good one. It is the
// only package that knows bbolt, and it knows nothing of reports: a draft is
// the bytes of a report file and a summary for the list.
//
// Layout of the file; all keys are big-endian, every value but those of meta
// is a frame (see frame.go):
//
//	meta     schema (uint32), storeId (16 bytes), txNo (uint64), createdBy
//	summary  <id> → summary
//	drafts   <id> → bucket: current → the report file
//	                        versions <seq> → the report file as it was
//	                        notes    <seq> → why that was kept
//	trash    <id> → tombstone; the draft's bucket stays where it is
//	settings name → value; made with the first one
//
// A store of an older schema stays readable; one of a newer schema is refused.
package store

import (
	"crypto/rand"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"nianbao/model/atomicfile"
)

const (
	fileName = "drafts.db"
	schema   = 1
	// maxSize stops a runaway file long before the disk is full.
	maxSize = 2 << 30
	// lockWait is how long bbolt may wait for its own lock, the second line
	// behind ours; without it a second process would wait for ever.
	lockWait = time.Second
	// trashDays is how long a draft stays in the trash at least.
	trashDays = 30
)

var (
	bucketMeta     = []byte("meta")
	bucketSummary  = []byte("summary")
	bucketDrafts   = []byte("drafts")
	bucketTrash    = []byte("trash")
	bucketSettings = []byte("settings")
	keySchema      = []byte("schema")
	keyStoreID     = []byte("storeId")
	keyTxNo        = []byte("txNo")
	keyCreatedBy   = []byte("createdBy")
	keyCurrent     = []byte("current")
	keyVersions    = []byte("versions")
	keyNotes       = []byte("notes")
)

// The states of a draft.
const (
	StateDraft = "draft"
	StateFinal = "final"
)

// Summary is what a list shows of a draft without opening it.
type Summary struct {
	ID       ID        `json:"-"`
	Agency   string    `json:"agency"`
	Year     int       `json:"year"`
	Edition  string    `json:"edition"`
	Updated  time.Time `json:"updated"`
	Filled   float64   `json:"filled"` // share of the form, 0 to 1
	Errors   int       `json:"errors"`
	Warnings int       `json:"warnings"`
	State    string    `json:"state"`
	Damaged  bool      `json:"-"` // the summary cannot be read; the draft may be whole
}

// Store is an open store. It may be used from several goroutines; saves take
// their turn.
type Store struct {
	db   *bbolt.DB
	lock *os.File

	mu     sync.Mutex
	broken error // set once bbolt has stumbled over the file: nothing more is written
	closed bool
}

// Open opens the store in a folder, making both when they are not there.
// createdBy is the program and its version, kept in a new store. Errors:
// *InUseError, ErrEmptied, ErrNewer, ErrDamaged, and those of the system.
func Open(dir, createdBy string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("store folder: %w", err)
	}
	lock, err := takeLock(filepath.Join(dir, lockName), time.Now())
	if err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	s := &Store{lock: lock}
	if err := s.open(filepath.Join(dir, fileName), createdBy); err != nil {
		return nil, errors.Join(fmt.Errorf("open store: %w", err), s.Close())
	}
	return s, nil
}

func (s *Store) open(path, createdBy string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return fmt.Errorf("store file: %w", err)
	case info.Size() == 0:
		return ErrEmptied // bbolt would make a new store of it without a word
	}
	if err != nil {
		if err := s.makeNew(path, createdBy); err != nil {
			return fmt.Errorf("new store: %w", err)
		}
	}
	if err := s.openFile(path); err != nil {
		return err
	}
	return s.view(checkSchema)
}

// makeNew makes an empty store under another name and gives it its own only once
// it is complete and on the disk: a program that is killed, or a disk that is
// full, in between leaves no file that the next start would take for a damaged
// store. Our lock keeps others away meanwhile.
func (s *Store) makeNew(path, createdBy string) error {
	unfinished := path + ".new"
	if err := removeIfThere(unfinished); err != nil {
		return err
	}
	err := s.openFile(unfinished)
	if err == nil {
		err = s.initialise(createdBy)
	}
	if s.db != nil && s.broken == nil {
		err = errors.Join(err, s.db.Close())
		s.db = nil
	}
	if err != nil {
		return errors.Join(err, removeIfThere(unfinished))
	}
	if err := os.Rename(unfinished, path); err != nil {
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

func (s *Store) openFile(path string) error {
	err := s.guard(func() (err error) {
		s.db, err = bbolt.Open(path, 0o600, &bbolt.Options{
			Timeout: lockWait, FreelistType: bbolt.FreelistMapType, MaxSize: maxSize,
		})
		return err
	})
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return &InUseError{}
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum), errors.Is(err, bolterrors.ErrVersionMismatch):
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return err
}

func (s *Store) initialise(createdBy string) error {
	return s.update(func(tx *bbolt.Tx) error {
		for _, name := range [][]byte{bucketSummary, bucketDrafts, bucketTrash} {
			if _, err := tx.CreateBucket(name); err != nil {
				return fmt.Errorf("make bucket: %w", err)
			}
		}
		meta, err := tx.CreateBucket(bucketMeta)
		if err != nil {
			return fmt.Errorf("make bucket: %w", err)
		}
		var id [16]byte
		_, _ = rand.Read(id[:]) // never fails
		return errors.Join(
			meta.Put(keySchema, binary.BigEndian.AppendUint32(nil, schema)),
			meta.Put(keyStoreID, id[:]),
			meta.Put(keyTxNo, binary.BigEndian.AppendUint64(nil, 0)),
			meta.Put(keyCreatedBy, []byte(createdBy)),
		)
	})
}

func checkSchema(tx *bbolt.Tx) error {
	for _, name := range [][]byte{bucketMeta, bucketSummary, bucketDrafts, bucketTrash} {
		if tx.Bucket(name) == nil {
			return fmt.Errorf("%w: no bucket %s", ErrDamaged, name)
		}
	}
	value := tx.Bucket(bucketMeta).Get(keySchema)
	if len(value) != 4 {
		return fmt.Errorf("%w: no schema", ErrDamaged)
	}
	if v := binary.BigEndian.Uint32(value); v > schema {
		return fmt.Errorf("%w: schema %d", ErrNewer, v)
	}
	return nil
}

// Close closes the store and frees its lock. Closing twice is no error.
func (s *Store) Close() error {
	s.mu.Lock()
	closed, broken := s.closed, s.broken
	s.closed = true
	s.mu.Unlock() // a save that faults while Close waits for it must be able to say so
	if closed {
		return nil
	}
	var err error
	// After a fault bbolt still holds its locks and Close would wait for ever;
	// the end of the process frees them.
	if s.db != nil && broken == nil {
		err = s.db.Close()
	}
	return errors.Join(err, s.lock.Close())
}

// guard runs f and turns a panic or a memory fault of bbolt over a damaged
// file into an ErrDamaged.
func (s *Store) guard(f func() error) (err error) {
	before := debug.SetPanicOnFault(true)
	defer func() {
		debug.SetPanicOnFault(before)
		if cause := recover(); cause != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, cause)
			s.mu.Lock()
			s.broken = err
			s.mu.Unlock()
		}
	}()
	return f()
}

func (s *Store) usable() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return bolterrors.ErrDatabaseNotOpen
	}
	return s.broken
}

func (s *Store) view(f func(*bbolt.Tx) error) error {
	if err := s.usable(); err != nil {
		return err
	}
	return s.guard(func() error { return s.db.View(f) })
}

func (s *Store) update(f func(*bbolt.Tx) error) error {
	if err := s.usable(); err != nil {
		return err
	}
	return s.guard(func() error { return s.db.Update(f) })
}

// nextTx counts a save of the store.
func nextTx(tx *bbolt.Tx) (uint64, error) {
	meta := tx.Bucket(bucketMeta)
	value := meta.Get(keyTxNo)
	if len(value) != 8 {
		return 0, fmt.Errorf("%w: no save counter", ErrDamaged)
	}
	n := binary.BigEndian.Uint64(value) + 1
	if err := meta.Put(keyTxNo, binary.BigEndian.AppendUint64(nil, n)); err != nil {
		return 0, fmt.Errorf("save counter: %w", err)
	}
	return n, nil
}

func packJSON(v any) (body, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return body{}, fmt.Errorf("encode: %w", err)
	}
	return pack(text)
}

// List lists the drafts that are not in the trash, the last saved first. A
// draft whose summary cannot be read is listed as Damaged.
func (s *Store) List() ([]Summary, error) {
	var all []Summary
	err := s.view(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketSummary).ForEach(func(key, value []byte) error {
			sum := Summary{Damaged: true}
			if len(key) != len(sum.ID) {
				return nil
			}
			f, err := decodeAs(kindSummary, ID(key), value)
			if err == nil && json.Unmarshal(f.content, &sum) == nil {
				sum.Damaged = false
			}
			sum.ID = ID(key)
			all = append(all, sum)
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list drafts: %w", err)
	}
	slices.SortStableFunc(all, func(a, b Summary) int { return b.Updated.Compare(a.Updated) })
	return all, nil
}
