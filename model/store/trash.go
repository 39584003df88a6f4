package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"go.etcd.io/bbolt"
)

// tombstone is what the trash says about a draft.
type tombstone struct {
	DeletedAt  time.Time       `json:"deletedAt"`
	PurgeAfter time.Time       `json:"purgeAfter"`
	Summary    json.RawMessage `json:"summary,omitempty"` // as it was listed
	Purged     bool            `json:"purged,omitempty"`  // nothing of the draft is to be recovered
}

// Trash takes a draft out of the list. Its content stays in the store.
func (s *Store) Trash(id ID) error {
	err := s.update(func(tx *bbolt.Tx) error {
		if _, err := bucketOf(tx, id); err != nil {
			return err
		}
		now := s.now()
		stone := tombstone{DeletedAt: now, PurgeAfter: now.AddDate(0, 0, trashDays)}
		if f, err := decodeAs(kindSummary, id, tx.Bucket(bucketSummary).Get(id[:])); err == nil {
			stone.Summary = f.content
		}
		if err := putTombstone(tx, id, stone); err != nil {
			return err
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

func putTombstone(tx *bbolt.Tx, id ID, stone tombstone) error {
	packed, err := packJSON(stone)
	if err != nil {
		return err
	}
	return putRecord(tx, tx.Bucket(bucketTrash), id[:], frame{kind: kindTombstone, id: id, time: stone.DeletedAt}, packed)
}

// Trashed is a draft in the trash.
type Trashed struct {
	Summary
	DeletedAt  time.Time
	PurgeAfter time.Time // it stays at least until then
}

// Trashed lists the trash, the last deleted first.
func (s *Store) Trashed() ([]Trashed, error) {
	var all []Trashed
	err := s.view(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketTrash).ForEach(func(key, value []byte) error {
			if len(key) != len(ID{}) {
				return nil
			}
			id := ID(key)
			t := Trashed{Summary: Summary{Damaged: true}}
			if stone, err := readTombstone(id, value); err == nil {
				if stone.Purged {
					return nil
				}
				t.DeletedAt, t.PurgeAfter = stone.DeletedAt, stone.PurgeAfter
				t.Damaged = json.Unmarshal(stone.Summary, &t.Summary) != nil
			}
			t.ID = id
			all = append(all, t)
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list trash: %w", err)
	}
	slices.SortStableFunc(all, func(a, b Trashed) int { return b.DeletedAt.Compare(a.DeletedAt) })
	return all, nil
}

func readTombstone(id ID, record []byte) (tombstone, error) {
	var stone tombstone
	f, err := decodeAs(kindTombstone, id, record)
	if err == nil {
		err = json.Unmarshal(f.content, &stone)
	}
	if err != nil {
		return tombstone{}, fmt.Errorf("tombstone: %w", err)
	}
	return stone, nil
}

// Untrash puts a draft back into the list.
func (s *Store) Untrash(id ID) error {
	err := s.update(func(tx *bbolt.Tx) error {
		trash := tx.Bucket(bucketTrash)
		draft := tx.Bucket(bucketDrafts).Bucket(id[:])
		record := trash.Get(id[:])
		if draft == nil || record == nil {
			return ErrNotFound
		}
		sum := []byte("{}") // unreadable: the next save writes it anew
		if stone, err := readTombstone(id, record); err == nil && len(stone.Summary) > 0 {
			sum = slices.Clone(stone.Summary)
		}
		packed, err := pack(sum)
		if err != nil {
			return err
		}
		if err := putRecord(tx, tx.Bucket(bucketSummary), id[:], frame{kind: kindSummary, id: id, time: s.now()}, packed); err != nil {
			return err
		}
		if err := trash.Delete(id[:]); err != nil {
			return fmt.Errorf("delete tombstone: %w", err)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("take draft %s out of the trash: %w", id, err)
	}
	return nil
}

// Purge destroys a draft that is in the trash, with all its versions (彻底删除).
// The tombstone stays, so that a salvage does not recover the draft; the file is then
// written anew without what has been deleted.
// Backups made before still hold the draft.
func (s *Store) Purge(id ID) error {
	err := s.update(func(tx *bbolt.Tx) error {
		if tx.Bucket(bucketTrash).Get(id[:]) == nil {
			return ErrNotFound
		}
		if tx.Bucket(bucketDrafts).Bucket(id[:]) != nil {
			if err := tx.Bucket(bucketDrafts).DeleteBucket(id[:]); err != nil {
				return fmt.Errorf("delete draft: %w", err)
			}
		}
		now := s.now()
		return putTombstone(tx, id, tombstone{DeletedAt: now, PurgeAfter: now, Purged: true})
	})
	if err == nil {
		err = s.compact()
	}
	if err != nil {
		return fmt.Errorf("purge draft %s: %w", id, err)
	}
	return nil
}
