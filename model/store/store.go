// Package store keeps drafts in a bbolt file so that an acknowledged save is
// never lost and a damaged record is never taken for a good one. It is the
// only package that knows bbolt, and it knows nothing of reports: a draft is
// the bytes of a report file and a summary for the list. Begin with [Open].
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
// A store of an older schema is copied into the present one when it is opened,
// and kept; one of a newer schema is opened for reading alone.
//
// Beside the file lie its lock, what is known of it (so that a store that
// vanishes is missed), backups, rescue files, and what was set aside.
package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

const (
	fileName = "drafts.db"
	schema   = 2
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
	Label    string    `json:"label,omitzero"` // what its users call it
	Damaged  bool      `json:"-"`              // the summary cannot be read; the draft may be whole
}

// Store is an open store. It may be used from several goroutines; saves take
// their turn.
type Store struct {
	dir     string
	options Options
	lock    *os.File

	use      sync.RWMutex // held for writing while the file is exchanged
	file     *file
	closed   bool
	readOnly bool // a newer program's store
	opening  Opening
	notice   func(words []string) // told when the file was repaired while open

	backups sync.Mutex // one backup at a time
	rescued sync.Map   // ID → path of the rescue file written for it
}

// Options are what a store is told by the program around it.
type Options struct {
	Maker string // the program and its version, kept in a new store
	// Summarise sums up content whose summary was lost; nil leaves it
	// unreadable until the next save.
	Summarise func(content []byte) (Summary, error)
	Now       func() time.Time // nil: time.Now
}

func (s *Store) path() string { return filepath.Join(s.dir, fileName) }

func (s *Store) now() time.Time { return s.options.now() }

func (o Options) now() time.Time {
	if o.Now != nil {
		return o.Now()
	}
	return time.Now()
}

// Close closes the store and frees its lock. Closing twice is no error.
func (s *Store) Close() error {
	s.use.Lock()
	defer s.use.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	if s.lock != nil && s.file != nil && !s.readOnly && !s.file.isBroken() {
		_ = s.writeKnown() // at worst less is known than could be
	}
	err := s.file.close()
	if s.lock != nil { // a backup has none
		err = errors.Join(err, s.lock.Close())
	}
	return err
}

// broken reports whether bbolt has panicked or faulted over the file.
func (s *Store) broken() bool {
	s.use.RLock()
	defer s.use.RUnlock()
	return s.file.isBroken()
}

// view reads. A file over which bbolt has panicked or faulted is reopened first.
func (s *Store) view(f func(*bbolt.Tx) error) error {
	if s.broken() {
		if err := s.heal(); err != nil {
			return err
		}
	}
	s.use.RLock()
	defer s.use.RUnlock()
	if s.closed {
		return bolterrors.ErrDatabaseNotOpen
	}
	return s.file.view(f)
}

// update writes. A file that was deleted, replaced or damaged while it is open is
// repaired first; see heal.
func (s *Store) update(f func(*bbolt.Tx) error) error {
	if err := s.heal(); err != nil {
		return err
	}
	s.use.RLock()
	defer s.use.RUnlock()
	switch {
	case s.closed:
		return bolterrors.ErrDatabaseNotOpen
	case s.readOnly:
		return ErrNewer
	}
	return s.file.update(f)
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

// putRecord counts a save and writes a record; f says of whom, what kind and when.
func putRecord(tx *bbolt.Tx, b *bbolt.Bucket, key []byte, f frame, packed body) error {
	n, err := nextTx(tx)
	if err != nil {
		return err
	}
	f.txNo = n
	if err := b.Put(key, encode(f, packed)); err != nil {
		return fmt.Errorf("put record: %w", err)
	}
	return nil
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
		return tx.Bucket(bucketSummary).ForEach(func(key, record []byte) error {
			if len(key) != len(ID{}) {
				return nil
			}
			sum, err := readSummary(ID(key), record)
			if err != nil {
				sum = Summary{ID: ID(key), Damaged: true}
			}
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
