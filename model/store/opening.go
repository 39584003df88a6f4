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
	"slices"
	"time"

	"go.etcd.io/bbolt"

	"nianbao/model/atomicfile"
	"nianbao/model/store/boltfile"
)

// Opening is what there was to know when the store was opened. Words has it for
// the user.
type Opening struct {
	Salvage  *Salvage // the file was damaged; what was recovered of it
	OneMeta  bool     // the end of the last save was damaged: the one before was found
	Behind   bool     // the file is older than what is known of it: an old copy
	Migrated string   // where the file of an older program was kept
	ReadOnly bool     // a newer program's store: to be read and exported only
	Mended   []Mended // drafts whose summary in the list was damaged
	Spoilt   []Spoilt // drafts whose last content is damaged, though the list shows them
	Place    Place    // where it lies, if that is not on this computer's own disk
}

// Open opens the store in a folder, making both when they are not there. A
// damaged file is set aside, and what can be recovered of it is put into a new
// one: Opening tells. Errors: *InUseError, *MissingError, ErrPlace, and those of
// the system.
func Open(dir string, o Options) (*Store, error) {
	place, err := makeFolder(dir)
	if err != nil {
		return nil, err
	}
	lock, err := takeLock(filepath.Join(dir, lockName), o.now())
	if err != nil {
		return nil, fmt.Errorf("open store: %w", portableError(dir, err))
	}
	s := &Store{dir: dir, options: o, lock: lock}
	s.opening.Place = place
	if err := s.open(); err != nil {
		return nil, errors.Join(fmt.Errorf("open store: %w", err), s.Close())
	}
	return s, nil
}

// Exists reports whether there is, or was, a store in a folder: whether Open would not
// begin one. What cannot be told is left for Open to tell.
func Exists(dir string) bool {
	return slices.ContainsFunc([]string{fileName, knownName}, func(name string) bool {
		_, err := os.Stat(filepath.Join(dir, name))
		return !errors.Is(err, fs.ErrNotExist)
	})
}

// makeFolder makes the folder for a store where a store may be.
func makeFolder(dir string) (Place, error) {
	place, err := checkPlace(dir)
	if err == nil {
		err = os.MkdirAll(dir, 0o700)
	}
	if err != nil {
		return place, fmt.Errorf("store folder: %w", err)
	}
	return place, nil
}

// Opening tells what there was to know when the store was opened, or its file
// repaired since.
func (s *Store) Opening() Opening {
	s.use.RLock()
	defer s.use.RUnlock()
	return s.opening
}

// open finds or makes the file, proves it sound, and opens it.
func (s *Store) open() error {
	known, err := s.readKnown()
	if err != nil {
		return err
	}
	info, err := os.Stat(s.path())
	switch {
	case errors.Is(err, fs.ErrNotExist) && known == (witness{}):
		if err := s.makeNew(); err != nil {
			return fmt.Errorf("new store: %w", err)
		}
	case errors.Is(err, fs.ErrNotExist), err == nil && info.Size() == 0:
		return s.missing() // bbolt would make a new store without a word
	case err != nil:
		return fmt.Errorf("store file: %w", err)
	}
	if err := s.preflight(); err != nil {
		return err
	}
	if s.file, err = openFile(s.path(), bbolt.Options{}); err != nil {
		return err
	}
	version, err := s.schema()
	if err == nil && version <= schema {
		err = s.agree()
	}
	if errors.Is(err, ErrDamaged) { // sound, but no store
		if err = s.exchange(s.salvage); err == nil {
			version, err = s.schema()
		}
	}
	switch {
	case err != nil:
		return err
	case version > schema:
		return s.reopenReadOnly()
	case version < schema:
		if err := s.migrate(version); err != nil {
			return fmt.Errorf("migrate: %w", err)
		}
	}
	n, err := s.txNo()
	if err != nil {
		return err
	}
	if s.opening.OneMeta {
		if err := s.takeNewer(); err != nil {
			return err
		}
	}
	if !s.readOnly {
		if err := errors.Join(s.mend(), s.lookForSpoilt()); err != nil {
			return err
		}
	}
	s.opening.Behind = n < known.TxNo
	_ = s.writeKnown() // at worst less is known than could be
	return nil
}

// preflight proves the file sound before bbolt maps it. One that is not is set
// aside and salvaged.
func (s *Store) preflight() error {
	one, err := sound(s.path())
	if err == nil {
		s.opening.OneMeta = one
		return nil
	}
	if !errors.Is(err, boltfile.ErrDamaged) && !errors.Is(err, boltfile.ErrFormat) {
		return err
	}
	return s.salvage()
}

// sound checks a file's structure; oneMeta says that the last save, or the one
// before it, cannot be read.
func sound(path string) (oneMeta bool, err error) {
	f, err := os.Open(path)
	if err != nil {
		return false, fmt.Errorf("store file: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return false, fmt.Errorf("store file: %w", err)
	}
	b, err := boltfile.Open(f, info.Size())
	if err != nil {
		return false, fmt.Errorf("preflight: %w", err)
	}
	if err := b.Check(); err != nil {
		return false, fmt.Errorf("preflight: %w", err)
	}
	metas := b.Metas()
	return !metas[0].Valid || !metas[1].Valid, nil
}

// makeNew makes an empty store.
func (s *Store) makeNew() error {
	var id [16]byte
	_, _ = rand.Read(id[:]) // never fails
	err := build(s.path(), func(f *file) error {
		return f.update(func(tx *bbolt.Tx) error { return s.initialise(tx, id[:], 0) })
	})
	if err != nil {
		return err
	}
	return name(s.path())
}

// initialise makes the buckets of a store.
func (s *Store) initialise(tx *bbolt.Tx, id []byte, txNo uint64) error {
	for _, name := range [][]byte{bucketSummary, bucketDrafts, bucketTrash, bucketSettings} {
		if _, err := tx.CreateBucket(name); err != nil {
			return fmt.Errorf("make bucket: %w", err)
		}
	}
	meta, err := tx.CreateBucket(bucketMeta)
	if err != nil {
		return fmt.Errorf("make bucket: %w", err)
	}
	return errors.Join(
		meta.Put(keySchema, binary.BigEndian.AppendUint32(nil, schema)),
		meta.Put(keyStoreID, id),
		meta.Put(keyTxNo, binary.BigEndian.AppendUint64(nil, txNo)),
		meta.Put(keyCreatedBy, []byte(s.options.Maker)),
	)
}

// schema reads the version of the store's layout. The error is an ErrDamaged
// where the file is no store.
func (s *Store) schema() (version uint32, err error) {
	err = s.file.view(func(tx *bbolt.Tx) error {
		for _, name := range [][]byte{bucketMeta, bucketSummary, bucketDrafts, bucketTrash} {
			if tx.Bucket(name) == nil {
				return fmt.Errorf("%w: no bucket %s", ErrDamaged, name)
			}
		}
		meta := tx.Bucket(bucketMeta)
		value := meta.Get(keySchema)
		if len(value) != 4 || len(meta.Get(keyTxNo)) != 8 || len(meta.Get(keyStoreID)) != len(ID{}) {
			return fmt.Errorf("%w: no schema, save counter or name", ErrDamaged)
		}
		version = binary.BigEndian.Uint32(value)
		return nil
	})
	return version, err
}

// txNo reads the store's count of saves.
func (s *Store) txNo() (n uint64, err error) {
	err = s.file.view(func(tx *bbolt.Tx) error {
		var value []byte
		if meta := tx.Bucket(bucketMeta); meta != nil {
			value = meta.Get(keyTxNo)
		}
		if len(value) != 8 {
			return fmt.Errorf("%w: no save counter", ErrDamaged)
		}
		n = binary.BigEndian.Uint64(value)
		return nil
	})
	return n, err
}

// reopenReadOnly opens a newer program's store for reading alone.
func (s *Store) reopenReadOnly() error {
	if err := s.file.close(); err != nil {
		return err
	}
	var err error
	if s.file, err = openFile(s.path(), bbolt.Options{ReadOnly: true}); err != nil {
		return err
	}
	s.readOnly, s.opening.ReadOnly = true, true
	return nil
}

// migrate copies an older program's store into the present layout; the old file
// is kept beside it. Schema 1 had no versions, which are made with the first
// one, and its settings bucket came with the first setting: there is nothing to
// transform.
func (s *Store) migrate(from uint32) error {
	kept := filepath.Join(s.dir, fmt.Sprintf("drafts.v%d.db", from))
	err := build(s.path(), func(f *file) error {
		if err := bbolt.Compact(f.db, s.file.db, compactTx); err != nil {
			return fmt.Errorf("copy: %w", err)
		}
		return f.update(func(tx *bbolt.Tx) error {
			if _, err := tx.CreateBucketIfNotExists(bucketSettings); err != nil {
				return fmt.Errorf("make bucket: %w", err)
			}
			return tx.Bucket(bucketMeta).Put(keySchema, binary.BigEndian.AppendUint32(nil, schema))
		})
	})
	if err != nil {
		return err
	}
	if _, err := sound(s.path() + newSuffix); err != nil {
		return err
	}
	if err := s.file.close(); err != nil {
		return err
	}
	if err := setAside(s.path(), kept); err != nil {
		return err
	}
	if err := name(s.path()); err != nil {
		return err
	}
	s.opening.Migrated = kept
	s.file, err = openFile(s.path(), bbolt.Options{})
	return err
}

// compactTx is the size of bbolt's transactions while it copies, in bytes: with
// one for everything, a large store takes a gigabyte of memory.
const compactTx = 1 << 20

// compact writes the file anew without what has been deleted.
func (s *Store) compact() error {
	s.use.Lock()
	defer s.use.Unlock()
	err := build(s.path(), func(f *file) error {
		if err := bbolt.Compact(f.db, s.file.db, compactTx); err != nil {
			return fmt.Errorf("copy: %w", err)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("compact: %w", err)
	}
	if _, err := sound(s.path() + newSuffix); err != nil {
		return fmt.Errorf("compact: %w", err)
	}
	return s.exchange(func() error { return name(s.path()) })
}

// exchange closes the file, has another take its name, and opens that. When the
// other did not take it, the old one is opened again.
func (s *Store) exchange(take func() error) error {
	if err := s.file.close(); err != nil {
		return err
	}
	taken := take()
	f, err := openFile(s.path(), bbolt.Options{})
	if err != nil {
		return errors.Join(taken, fmt.Errorf("reopen store: %w", err))
	}
	s.file = f
	return taken
}

// setAside gives a file another name without a moment in which its own names
// nothing, where the system can do that.
func setAside(path, aside string) error {
	if err := removeIfThere(aside); err != nil {
		return err
	}
	if os.Link(path, aside) == nil {
		return nil // its own name is taken from it when another file gets it
	}
	if err := atomicfile.Rename(path, aside); err != nil {
		return fmt.Errorf("set store file aside: %w", err)
	}
	return nil
}

// knownName is a file that says that a store is in this folder: without it, a
// store file that has vanished could not be told from a first start.
const knownName = "nianbao.known"

// witness is what that file says.
type witness struct {
	Store string    `json:"store"` // the store's ID
	TxNo  uint64    `json:"txNo"`  // saves counted when this was written
	Time  time.Time `json:"time"`
}

func (s *Store) readKnown() (witness, error) {
	var w witness
	text, err := os.ReadFile(filepath.Join(s.dir, knownName))
	if errors.Is(err, fs.ErrNotExist) {
		return w, nil
	}
	if err != nil {
		return w, fmt.Errorf("what is known of the store: %w", err)
	}
	if json.Unmarshal(text, &w) != nil || w.Store == "" {
		w = witness{Store: "?"} // damaged, but it was there
	}
	return w, nil
}

// writeKnown notes how far the store has come.
func (s *Store) writeKnown() error {
	w := witness{Time: s.now()}
	var err error
	if w.TxNo, err = s.txNo(); err != nil {
		return err
	}
	if err := s.file.view(func(tx *bbolt.Tx) error {
		w.Store = fmt.Sprintf("%x", tx.Bucket(bucketMeta).Get(keyStoreID))
		return nil
	}); err != nil {
		return err
	}
	text, err := json.Marshal(w)
	if err != nil {
		return fmt.Errorf("what is known of the store: %w", err)
	}
	if err := atomicfile.Write(filepath.Join(s.dir, knownName), append(text, '\n')); err != nil {
		return fmt.Errorf("what is known of the store: %w", err)
	}
	return nil
}
