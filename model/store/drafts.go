package store

import (
	"encoding/json"
	"fmt"
	"time"

	"go.etcd.io/bbolt"
)

// Create keeps a new draft and names it.
func (s *Store) Create(sum Summary, content []byte) (ID, error) {
	id := newID(time.Now())
	if err := s.write(id, sum, content, true); err != nil {
		return ID{}, fmt.Errorf("create draft: %w", err)
	}
	return id, nil
}

// Save replaces the draft's content and summary in one transaction; when it
// returns nil both are on the disk. Content that has not changed is not
// written again. Any other error than ErrNotFound and ErrTooLarge means that
// the content may or may not have been saved.
func (s *Store) Save(id ID, sum Summary, content []byte) error {
	if err := s.write(id, sum, content, false); err != nil {
		return fmt.Errorf("save draft %s: %w", id, err)
	}
	return nil
}

func (s *Store) write(id ID, sum Summary, content []byte, create bool) error {
	if sum.State == "" {
		sum.State = StateDraft
	}
	packed, err := pack(content)
	if err != nil {
		return err
	}
	summary, err := packJSON(sum)
	if err != nil {
		return err
	}
	if !create {
		if same, err := s.unchanged(id, packed.hash); same || err != nil {
			return err
		}
	}
	return s.update(func(tx *bbolt.Tx) error {
		draft, seq, err := bucketFor(tx, id, create)
		if err != nil {
			return err
		}
		n, err := nextTx(tx)
		if err != nil {
			return err
		}
		f := frame{kind: kindCurrent, id: id, seq: seq, txNo: n, time: time.Now()}
		if err := draft.Put(keyCurrent, encode(f, packed)); err != nil {
			return fmt.Errorf("put content: %w", err)
		}
		f.kind = kindSummary
		if err := tx.Bucket(bucketSummary).Put(id[:], encode(f, summary)); err != nil {
			return fmt.Errorf("put summary: %w", err)
		}
		return nil
	})
}

// unchanged reports whether the draft already holds content of this hash.
func (s *Store) unchanged(id ID, h hash) (same bool, err error) {
	err = s.view(func(tx *bbolt.Tx) error {
		draft, err := find(tx, id)
		if err != nil {
			return err
		}
		// A record that cannot be read is to be written anew.
		f, err := decodeAs(kindCurrent, id, draft.Get(keyCurrent))
		same = err == nil && f.hash == h
		return nil
	})
	return same, err
}

// bucketFor gives the bucket of a draft and the number of its next save.
func bucketFor(tx *bbolt.Tx, id ID, create bool) (*bbolt.Bucket, uint64, error) {
	if create {
		draft, err := tx.Bucket(bucketDrafts).CreateBucket(id[:])
		if err != nil {
			return nil, 0, fmt.Errorf("make draft: %w", err)
		}
		return draft, 1, nil
	}
	draft, err := find(tx, id)
	if err != nil {
		return nil, 0, err
	}
	seq := uint64(1)
	if f, _, _, err := decodeHeader(draft.Get(keyCurrent)); err == nil {
		seq = f.seq + 1
	}
	return draft, seq, nil
}

// find gives the bucket of a draft that is not in the trash.
func find(tx *bbolt.Tx, id ID) (*bbolt.Bucket, error) {
	draft := tx.Bucket(bucketDrafts).Bucket(id[:])
	if draft == nil || tx.Bucket(bucketTrash).Get(id[:]) != nil {
		return nil, ErrNotFound
	}
	return draft, nil
}

// Load returns a draft as it was last saved, proved by its checksums. The
// error is ErrNotFound, or ErrDamaged when the record is not what was written.
func (s *Store) Load(id ID) ([]byte, error) {
	var content []byte
	err := s.view(func(tx *bbolt.Tx) error {
		draft, err := find(tx, id)
		if err != nil {
			return err
		}
		f, err := decodeAs(kindCurrent, id, draft.Get(keyCurrent))
		content = f.content
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load draft %s: %w", id, err)
	}
	return content, nil
}

// tombstone is what the trash says about a draft.
type tombstone struct {
	DeletedAt  time.Time       `json:"deletedAt"`
	PurgeAfter time.Time       `json:"purgeAfter"`
	Summary    json.RawMessage `json:"summary,omitempty"` // as it was listed
}

// Trash takes a draft out of the list. Its content stays in the store.
func (s *Store) Trash(id ID) error {
	err := s.update(func(tx *bbolt.Tx) error {
		if _, err := find(tx, id); err != nil {
			return err
		}
		now := time.Now()
		stone := tombstone{DeletedAt: now, PurgeAfter: now.AddDate(0, 0, trashDays)}
		if f, err := decodeAs(kindSummary, id, tx.Bucket(bucketSummary).Get(id[:])); err == nil {
			stone.Summary = f.content
		}
		packed, err := packJSON(stone)
		if err != nil {
			return err
		}
		n, err := nextTx(tx)
		if err != nil {
			return err
		}
		f := frame{kind: kindTombstone, id: id, txNo: n, time: now}
		if err := tx.Bucket(bucketTrash).Put(id[:], encode(f, packed)); err != nil {
			return fmt.Errorf("put tombstone: %w", err)
		}
		if err := tx.Bucket(bucketSummary).Delete(id[:]); err != nil {
			return fmt.Errorf("delete summary: %w", err)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("trash draft %s: %w", id, err)
	}
	return nil
}
