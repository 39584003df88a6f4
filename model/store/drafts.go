package store

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"

	"go.etcd.io/bbolt"
)

// Create keeps a new draft and names it.
func (s *Store) Create(sum Summary, content []byte) (ID, error) {
	id := newID(time.Now())
	packed, summary, err := prepare(sum, content)
	if err != nil {
		return ID{}, fmt.Errorf("create draft: %w", err)
	}
	err = s.update(func(tx *bbolt.Tx) error {
		draft, err := tx.Bucket(bucketDrafts).CreateBucket(id[:])
		if err != nil {
			return fmt.Errorf("make draft: %w", err)
		}
		_, err = put(tx, draft, id, packed, summary)
		return err
	})
	if err != nil {
		return ID{}, fmt.Errorf("create draft: %w", err)
	}
	return id, nil
}

// Save replaces the draft's content and summary in one transaction; when it
// returns nil both are on the disk. What has not changed is not written again.
// Any other error than ErrNotFound and ErrTooLarge means that the content may
// or may not have been saved.
func (s *Store) Save(id ID, sum Summary, content []byte) error {
	if err := s.write(id, sum, content, nil); err != nil {
		return fmt.Errorf("save draft %s: %w", id, err)
	}
	return nil
}

// prepare packs what is to be saved, outside of any transaction.
func prepare(sum Summary, content []byte) (packed, summary body, err error) {
	if sum.State == "" {
		sum.State = StateDraft
	}
	if packed, err = pack(content); err != nil {
		return body{}, body{}, err
	}
	summary, err = packJSON(sum)
	return packed, summary, err
}

// write saves a draft and, with a note, keeps the state as a version.
func (s *Store) write(id ID, sum Summary, content []byte, note *Note) error {
	packed, summary, err := prepare(sum, content)
	if err != nil {
		return err
	}
	if note == nil {
		if same, err := s.unchanged(id, packed.hash, sum); same || err != nil {
			return err
		}
	}
	return s.update(func(tx *bbolt.Tx) error {
		draft, err := find(tx, id)
		if err != nil {
			return err
		}
		f, err := put(tx, draft, id, packed, summary)
		if err != nil || note == nil {
			return err
		}
		return keep(tx, draft, f, packed, *note)
	})
}

// put writes a draft's content, unless it holds the same already, and its
// summary. It returns the frame of the content.
func put(tx *bbolt.Tx, draft *bbolt.Bucket, id ID, packed, summary body) (frame, error) {
	n, err := nextTx(tx)
	if err != nil {
		return frame{}, err
	}
	f := frame{kind: kindCurrent, id: id, seq: nextSeq(draft), txNo: n, time: time.Now()}
	if old, err := decodeAs(kindCurrent, id, draft.Get(keyCurrent)); err == nil && old.hash == packed.hash {
		f.seq, f.time = old.seq, old.time
	} else if err := draft.Put(keyCurrent, encode(f, packed)); err != nil {
		return frame{}, fmt.Errorf("put content: %w", err)
	}
	g := f
	g.kind = kindSummary
	if err := tx.Bucket(bucketSummary).Put(id[:], encode(g, summary)); err != nil {
		return frame{}, fmt.Errorf("put summary: %w", err)
	}
	return f, nil
}

// unchanged reports whether the draft already holds content of this hash, and
// a summary that differs in nothing but the time.
func (s *Store) unchanged(id ID, h hash, sum Summary) (same bool, err error) {
	err = s.view(func(tx *bbolt.Tx) error {
		draft, err := find(tx, id)
		if err != nil {
			return err
		}
		// A record that cannot be read is to be written anew.
		f, err := decodeAs(kindCurrent, id, draft.Get(keyCurrent))
		if err != nil || f.hash != h {
			return nil
		}
		var old Summary
		if f, err = decodeAs(kindSummary, id, tx.Bucket(bucketSummary).Get(id[:])); err == nil {
			err = json.Unmarshal(f.content, &old)
		}
		old.ID, old.Updated = sum.ID, sum.Updated
		if sum.State == "" {
			sum.State = StateDraft
		}
		same = err == nil && old == sum
		return nil
	})
	return same, err
}

// nextSeq is the number of a draft's next save: more than any it has, also
// where a damaged record does not tell its own.
func nextSeq(draft *bbolt.Bucket) uint64 {
	seq := uint64(0)
	if f, _, _, err := decodeHeader(draft.Get(keyCurrent)); err == nil {
		seq = f.seq
	}
	if versions := draft.Bucket(keyVersions); versions != nil {
		if last, _ := versions.Cursor().Last(); len(last) == 8 {
			seq = max(seq, binary.BigEndian.Uint64(last))
		}
	}
	return seq + 1
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
