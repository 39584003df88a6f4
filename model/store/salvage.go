package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"go.etcd.io/bbolt"

	"nianbao/model/atomicfile"
)

// Fate is what became of a draft of a damaged store.
type Fate int

// The fates.
const (
	FateWhole   Fate = iota // as it was last saved
	FateOlder               // an older state of it
	FatePartial             // the beginning of its text, in a file
	FateLost                // nothing
)

// Salvaged is a draft of a damaged store.
type Salvaged struct {
	Summary
	Fate Fate
	Time time.Time // of the state that was had back; zero when none was
	File string    // where the beginning of the text is, for FatePartial
}

// Salvage tells what was had back of a damaged store.
type Salvage struct {
	Kept   string // where the damaged file lies
	Drafts []Salvaged
}

// Lost reports whether any draft could not be had back as it was.
func (s *Salvage) Lost() bool {
	return slices.ContainsFunc(s.Drafts, func(d Salvaged) bool { return d.Fate != FateWhole })
}

// Repair proves a store sound to its last record, in a folder where none is
// open, and salvages one that is not. It returns nil for a sound one. Errors are
// those of Open.
func Repair(dir string, o Options) (*Salvage, error) {
	s, err := Open(dir, o)
	if err != nil {
		return nil, err
	}
	if s.opening.Salvage != nil || s.readOnly || verify(s.path()) == nil {
		return s.opening.Salvage, s.Close()
	}
	s.use.Lock()
	err = s.file.close()
	if err == nil {
		err = s.salvage()
	}
	s.use.Unlock()
	return s.opening.Salvage, errors.Join(err, s.lock.Close())
}

// salvage builds a new store from what can be read of the damaged file, and of
// the newest backup for what cannot. The damaged file is set aside, never
// written.
func (s *Store) salvage() error {
	found := newWreckage()
	defer found.close()
	if err := found.search(s.path()); err != nil {
		return fmt.Errorf("salvage: %w", err)
	}
	found.primary = false
	if all := s.Backups(); len(all) > 0 {
		if err := found.search(all[0].Path); err != nil {
			return fmt.Errorf("salvage: %w", err)
		}
	}
	kept := s.aside("damaged")
	result := &Salvage{Kept: kept}
	err := build(s.path(), func(f *file) error {
		err := f.update(func(tx *bbolt.Tx) error {
			return errors.Join(s.initialise(tx, found.storeID(), found.maxTx), found.settingsInto(tx))
		})
		for _, id := range found.ids() {
			if err != nil {
				break
			}
			err = f.update(func(tx *bbolt.Tx) error {
				d, told, err := s.salvageDraft(tx, found, id, kept)
				if told {
					result.Drafts = append(result.Drafts, d)
				}
				return err
			})
		}
		return err
	})
	if err == nil {
		err = setAside(s.path(), kept)
	}
	if err == nil {
		err = name(s.path())
	}
	if err != nil {
		return fmt.Errorf("salvage: %w", err)
	}
	s.opening.Salvage = result
	return nil
}

// takeNewer looks in the file for states of drafts that were saved after the
// save that the file leads to: with one meta page damaged, bbolt goes back to
// the save before without a word, but the records of the last one are still
// there.
func (s *Store) takeNewer() error {
	found := newWreckage()
	defer found.close()
	if err := found.search(s.path()); err != nil {
		return fmt.Errorf("look for newer states: %w", err)
	}
	list, err := s.List()
	if err != nil {
		return err
	}
	for _, sum := range list {
		last := newest(found.drafts[sum.ID], kindCurrent)
		n, err := s.savedAs(sum.ID)
		if err != nil {
			return err
		}
		if txOf(last) <= n {
			continue
		}
		content, err := found.content(last)
		if err != nil {
			return err
		}
		if err := s.Replace(sum.ID, s.summaryOf(found, sum.ID, newest(found.drafts[sum.ID], kindSummary), last), content, ReasonSalvaged); err != nil {
			return fmt.Errorf("take up a newer state: %w", err)
		}
	}
	return nil
}

// savedAs is the store's count of saves at a draft's last save; 0 where that
// cannot be read.
func (s *Store) savedAs(id ID) (n uint64, err error) {
	err = s.view(func(tx *bbolt.Tx) error {
		draft, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		if f, _, _, err := decodeHeader(draft.Get(keyCurrent)); err == nil {
			n = f.txNo
		}
		return nil
	})
	return n, err
}

// salvageDraft puts one draft with its versions into the new store; told is
// false for one that its user would not look for, as it was purged.
func (s *Store) salvageDraft(tx *bbolt.Tx, found *wreckage, id ID, kept string) (d Salvaged, told bool, err error) {
	all := found.drafts[id]
	stone := newest(all, kindTombstone)
	summary := newest(all, kindSummary)
	current := newest(all, kindCurrent, kindVersion)
	trashed := stone != nil && stone.txNo > max(txOf(current), txOf(summary))
	var tomb tombstone
	if trashed {
		content, err := found.content(stone)
		if err == nil && json.Unmarshal(content, &tomb) == nil && tomb.Purged {
			return d, false, found.copyInto(tx.Bucket(bucketTrash), id[:], stone)
		}
	}
	d.ID = id
	d.Summary = s.summaryOf(found, id, summary, current)
	if current == nil {
		d.Fate = FateLost
		if text := found.beginning(id); text != "" {
			d.Fate, d.File = FatePartial, fmt.Sprintf("%s-%s.txt", kept, id)
			if err := atomicfile.Write(d.File, []byte(text)); err != nil {
				return d, true, fmt.Errorf("beginning of %s: %w", id, err)
			}
		}
		return d, !trashed, nil
	}
	d.Time = current.time
	if found.damagedTx[id] > current.txNo || found.unreadable[id] {
		d.Fate = FateOlder
	}
	draft, err := tx.Bucket(bucketDrafts).CreateBucket(id[:])
	if err != nil {
		return d, true, fmt.Errorf("make draft: %w", err)
	}
	if err := found.versionsInto(draft, all); err != nil {
		return d, true, err
	}
	as := *current
	as.kind = kindCurrent
	if err := found.copyInto(draft, keyCurrent, &as); err != nil {
		return d, true, err
	}
	if trashed {
		return d, true, found.copyInto(tx.Bucket(bucketTrash), id[:], stone)
	}
	packed, err := packJSON(d.Summary)
	if err != nil {
		return d, true, err
	}
	f := frame{kind: kindSummary, id: id, seq: current.seq, txNo: current.txNo, time: current.time}
	return d, true, tx.Bucket(bucketSummary).Put(id[:], encode(f, packed))
}

// summaryOf is the draft's summary as it was saved with its current state, or
// made anew.
func (s *Store) summaryOf(found *wreckage, id ID, summary, current *record) Summary {
	var sum Summary
	if summary != nil && (current == nil || summary.txNo >= current.txNo) {
		if content, err := found.content(summary); err == nil && json.Unmarshal(content, &sum) == nil {
			sum.ID = id
			return sum
		}
	}
	if current != nil && s.options.Summarise != nil {
		if content, err := found.content(current); err == nil {
			if made, err := s.options.Summarise(content); err == nil {
				made.ID, made.Updated, made.State = id, current.time, StateDraft
				return made
			}
		}
	}
	if summary != nil {
		if content, err := found.content(summary); err == nil {
			_ = json.Unmarshal(content, &sum) // at worst the list shows it as unreadable
		}
	}
	sum.ID = id
	return sum
}
