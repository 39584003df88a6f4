package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"
)

// Create keeps a new draft and names it.
func (s *Store) Create(sum Summary, content []byte) (ID, error) {
	id := newID(s.now())
	if err := s.put(id, sum, content); err != nil {
		return ID{}, fmt.Errorf("create draft: %w", err)
	}
	return id, nil
}

// put makes a draft under an ID.
func (s *Store) put(id ID, sum Summary, content []byte) error {
	packed, summary, err := prepare(sum, content)
	if err != nil {
		return err
	}
	return s.update(func(tx *bbolt.Tx) error {
		draft, err := tx.Bucket(bucketDrafts).CreateBucket(id[:])
		if err != nil {
			return fmt.Errorf("make draft: %w", err)
		}
		if err := tx.Bucket(bucketTrash).Delete(id[:]); err != nil { // one that comes back
			return fmt.Errorf("delete tombstone: %w", err)
		}
		_, err = s.putCurrent(tx, draft, id, packed, summary)
		return err
	})
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
		same, err := s.unchanged(id, packed.hash, sum)
		if same {
			s.saved(id)
		}
		if same || err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
	}
	err = s.update(func(tx *bbolt.Tx) error {
		draft, err := bucketOf(tx, id)
		if errors.Is(err, ErrNotFound) && s.opening.Salvage != nil && tx.Bucket(bucketTrash).Get(id[:]) == nil {
			// Its record was lost while it was open: here is its text again.
			draft, err = tx.Bucket(bucketDrafts).CreateBucket(id[:])
		}
		if err != nil {
			return err
		}
		f, err := s.putCurrent(tx, draft, id, packed, summary)
		if err != nil || note == nil {
			return err
		}
		return keep(tx, draft, f, packed, *note)
	})
	if err == nil {
		s.saved(id)
	}
	return err
}

// putCurrent writes a draft's content, unless it holds the same already, and its
// summary. It returns the frame of the content.
func (s *Store) putCurrent(tx *bbolt.Tx, draft *bbolt.Bucket, id ID, packed, summary body) (frame, error) {
	n, err := nextTx(tx)
	if err != nil {
		return frame{}, err
	}
	f := frame{kind: kindCurrent, id: id, seq: nextSeq(draft), txNo: n, time: s.now()}
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
		draft, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		// A record that cannot be read is to be written anew.
		var old Summary
		current, wrong := decodeAs(kindCurrent, id, draft.Get(keyCurrent))
		listed, wrongToo := decodeAs(kindSummary, id, tx.Bucket(bucketSummary).Get(id[:]))
		readable := wrong == nil && wrongToo == nil && json.Unmarshal(listed.content, &old) == nil
		old.ID, old.Updated = sum.ID, sum.Updated
		if sum.State == "" {
			sum.State = StateDraft
		}
		same = readable && current.hash == h && old == sum
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

// bucketOf gives the bucket of a draft that is not in the trash.
func bucketOf(tx *bbolt.Tx, id ID) (*bbolt.Bucket, error) {
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
		draft, err := bucketOf(tx, id)
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
