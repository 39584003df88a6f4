package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"go.etcd.io/bbolt"

	"nianbao/model/atomicfile"
	"nianbao/model/store/boltfile"
)

// Fate is what became of a draft of a damaged store.
type Fate int

// The fates. They are written into stores: their values never change.
const (
	FateWhole   Fate = iota // as it was last saved
	FateOlder               // an older state of it
	FatePartial             // the beginning of its text, in a file
	FateLost                // nothing
)

// Salvaged is a draft of a damaged store.
type Salvaged struct {
	Summary
	Fate     Fate      `json:"fate"`
	Time     time.Time `json:"time,omitzero"`     // of the state that was recovered; zero when none was
	File     string    `json:"file,omitempty"`    // where the beginning of the text is, for FatePartial
	Versions int       `json:"versions,omitzero"` // how many of its versions were not recovered
}

// Salvage tells what was recovered of a damaged store.
type Salvage struct {
	Kept   string    // where the damaged file lies
	Time   time.Time // when it was done
	Drafts []Salvaged
}

// Lost reports whether any draft, or version of one, could not be recovered
// as it was.
func (s *Salvage) Lost() bool {
	return slices.ContainsFunc(s.Drafts, func(d Salvaged) bool { return d.Fate != FateWhole || d.Versions > 0 })
}

// Repair proves the store sound to its last record, and salvages one that is
// not. It returns nil for a sound one.
func (s *Store) Repair() (*Salvage, error) {
	s.use.Lock()
	defer s.use.Unlock()
	if s.readOnly || s.closed {
		return nil, nil
	}
	err := verify(s.path())
	if !errors.Is(err, ErrDamaged) && !errors.Is(err, boltfile.ErrDamaged) && !errors.Is(err, boltfile.ErrFormat) {
		return nil, err
	}
	if err := s.exchange(s.salvage); err != nil {
		return nil, fmt.Errorf("repair: %w", err)
	}
	return s.opening.Salvage, nil
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
	result := &Salvage{Kept: kept, Time: s.now()}
	err := build(s.path(), func(f *file) error {
		err := f.update(func(tx *bbolt.Tx) error {
			return errors.Join(s.initialise(tx, found.storeID(s.now()), found.maxTx), found.settingsInto(tx))
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
		if err != nil {
			return err
		}
		return f.update(func(tx *bbolt.Tx) error { return putAccount(tx, append(found.accounts(s.dir), result), result.Time) })
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
// save that the file leads to: with one meta page damaged, bbolt opens
// the state of the save before and gives no error, but the records of the last save
// are still there.
func (s *Store) takeNewer() error {
	found := newWreckage()
	defer found.close()
	if err := found.search(s.path()); err != nil {
		return fmt.Errorf("look for newer states: %w", err)
	}
	for _, id := range found.ids() {
		last, stone := newest(found.drafts[id], kindCurrent), newest(found.drafts[id], kindTombstone)
		current, err := s.currentHeader(id)
		gone := errors.Is(err, ErrNotFound)
		if err != nil && !gone {
			return err
		}
		if last == nil || last.txNo <= max(current.txNo, txOf(stone)) {
			continue
		}
		if err := s.takeUp(found, id, last, gone); err != nil {
			return fmt.Errorf("take up a newer state of %s: %w", id, err)
		}
	}
	return nil
}

// takeUp takes up a state of a draft that the file does not lead to; gone says
// that it does not lead to the draft either, or into the trash with it.
func (s *Store) takeUp(found *wreckage, id ID, last *record, gone bool) error {
	content, err := found.content(last)
	if err != nil {
		return err
	}
	sum := s.summaryOf(found, id, newest(found.drafts[id], kindSummary), last)
	if gone && s.Untrash(id) != nil {
		return s.put(id, sum, content)
	}
	return s.Replace(id, sum, content, ReasonSalvaged)
}

// currentHeader is a draft's current record without its content; empty where
// that cannot be read.
func (s *Store) currentHeader(id ID) (f frame, err error) {
	err = s.view(func(tx *bbolt.Tx) error {
		draft, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		if header, _, _, err := decodeHeader(draft.Get(keyCurrent)); err == nil {
			f = header
		}
		return nil
	})
	return f, err
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
	if d.Versions, err = found.versionsInto(draft, id); err != nil {
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
	if current != nil {
		if content, err := found.content(current); err == nil {
			if made, err := s.sumUp(id, content, current.time); err == nil {
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

// errNoSummary says that nothing sums up a draft's content.
var errNoSummary = errors.New("nothing to sum up with")

// sumUp makes a draft's summary from its content.
func (s *Store) sumUp(id ID, content []byte, saved time.Time) (Summary, error) {
	if s.options.Summarise == nil {
		return Summary{}, errNoSummary
	}
	sum, err := s.options.Summarise(content)
	if err != nil {
		return Summary{}, fmt.Errorf("sum up %s: %w", id, err)
	}
	sum.ID, sum.Updated = id, saved
	if sum.State == "" {
		sum.State = StateDraft
	}
	return sum, nil
}
