package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"go.etcd.io/bbolt"
)

// Mended is a draft whose summary could not be read when the store was opened.
type Mended struct {
	Summary // made anew
	// From is the state it was made from: the last one, an older version, or
	// none that can be read, and then the draft stays Damaged in the list.
	From Fate
}

// agree looks whether drafts, summaries and tombstones belong to each other,
// which a file's structure does not tell: a key with a bit changed is a key.
// The error is an ErrDamaged when a draft is not where its key says; what only
// the summaries lack is left to mend.
func (s *Store) agree() error {
	return s.file.view(func(tx *bbolt.Tx) error {
		drafts := tx.Bucket(bucketDrafts)
		if err := drafts.ForEach(func(key, _ []byte) error {
			draft := drafts.Bucket(key)
			if draft == nil || len(key) != len(ID{}) || draft.Get(keyCurrent) == nil {
				return fmt.Errorf("%w: %x is no draft", ErrDamaged, key)
			}
			if f, _, _, err := decodeHeader(draft.Get(keyCurrent)); err == nil && f.id != ID(key) {
				return fmt.Errorf("%w: draft %s under the key %x", ErrDamaged, f.id, key)
			}
			return nil
		}); err != nil {
			return err
		}
		if err := tx.Bucket(bucketSummary).ForEach(func(key, _ []byte) error {
			if drafts.Bucket(key) == nil {
				return fmt.Errorf("%w: summary %x without a draft", ErrDamaged, key)
			}
			return nil
		}); err != nil {
			return err
		}
		return tx.Bucket(bucketTrash).ForEach(func(key, value []byte) error {
			if f, _, _, err := decodeHeader(value); err == nil && string(f.id[:]) != string(key) {
				return fmt.Errorf("%w: tombstone of %s under the key %x", ErrDamaged, f.id, key)
			}
			return nil
		})
	})
}

// mend makes the summaries anew that cannot be read, each from its draft.
func (s *Store) mend() error {
	ids, err := s.unlisted()
	if err != nil {
		return err
	}
	for _, id := range ids {
		m, err := s.mendSummary(id)
		if err != nil {
			return fmt.Errorf("summary of %s: %w", id, err)
		}
		s.opening.Mended = append(s.opening.Mended, m)
	}
	return nil
}

// unlisted are the drafts, but for those in the trash, without a summary that
// can be read.
func (s *Store) unlisted() (ids []ID, err error) {
	err = s.file.view(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketDrafts).ForEach(func(key, _ []byte) error {
			if _, err := readSummary(ID(key), tx.Bucket(bucketSummary).Get(key)); err != nil && tx.Bucket(bucketTrash).Get(key) == nil {
				ids = append(ids, ID(key))
			}
			return nil
		})
	})
	return ids, err
}

// readSummary reads the record of a draft's summary. The error is an ErrDamaged,
// also where there is none.
func readSummary(id ID, record []byte) (Summary, error) {
	f, err := decodeAs(kindSummary, id, record)
	if err != nil {
		return Summary{}, err
	}
	var sum Summary
	if err := json.Unmarshal(f.content, &sum); err != nil {
		return Summary{}, fmt.Errorf("%w: summary: %w", ErrDamaged, err)
	}
	sum.ID = id
	return sum, nil
}

// mendSummary makes one summary anew: from the draft as it was last saved, or
// from its newest version that can be read.
func (s *Store) mendSummary(id ID) (Mended, error) {
	lost := Mended{Summary: Summary{ID: id, Damaged: true}, From: FateLost}
	content, older, err := s.LoadBest(id)
	if errors.Is(err, ErrDamaged) {
		return lost, nil
	}
	if err != nil {
		return lost, err
	}
	f := frame{kind: kindSummary, id: id, time: s.now()}
	m := Mended{From: FateWhole}
	var saved time.Time
	if older != nil {
		m.From, saved = FateOlder, older.Time
	} else {
		current, err := s.currentHeader(id)
		if err != nil {
			return lost, err
		}
		f.seq, saved = current.seq, current.time
	}
	if m.Summary, err = s.sumUp(id, content, saved); err != nil {
		return lost, nil //nolint:nilerr // no report file: told as unreadable
	}
	err = s.update(func(tx *bbolt.Tx) error {
		packed, err := packJSON(m.Summary)
		if err != nil {
			return err
		}
		return putRecord(tx, tx.Bucket(bucketSummary), id[:], f, packed)
	})
	return m, err
}
