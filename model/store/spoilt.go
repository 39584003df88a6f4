package store

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"go.etcd.io/bbolt"
)

// Spoilt is a draft whose last content cannot be read, though the list shows it.
type Spoilt struct {
	Summary
	Older time.Time // of the newest version that can be read; zero when none can
}

// lookForSpoilt proves the last content of each draft by its checksum: the list shows
// summaries alone, and whoever trusts it would learn of the damage when opening the draft.
func (s *Store) lookForSpoilt() error {
	var all []Summary
	err := s.file.view(func(tx *bbolt.Tx) error {
		drafts := tx.Bucket(bucketDrafts)
		return tx.Bucket(bucketSummary).ForEach(func(key, value []byte) error {
			f, _, _, err := prove(drafts.Bucket(key).Get(keyCurrent))
			if err == nil && f.kind != kindCurrent {
				err = ErrDamaged
			}
			told := slices.ContainsFunc(s.opening.Mended, func(m Mended) bool { return m.ID == ID(key) })
			if errors.Is(err, ErrDamaged) && !told {
				sum, err := readSummary(ID(key), value)
				if err != nil {
					return err
				}
				all = append(all, sum)
			}
			return nil
		})
	})
	if err != nil {
		return fmt.Errorf("look for spoilt drafts: %w", err)
	}
	for _, sum := range all {
		d := Spoilt{Summary: sum}
		if _, older, err := s.LoadBest(sum.ID); err == nil && older != nil {
			d.Older = older.Time
		}
		s.opening.Spoilt = append(s.opening.Spoilt, d)
	}
	return nil
}
