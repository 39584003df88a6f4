package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"go.etcd.io/bbolt"
)

// keyAccount is where, among the settings, the accounts of salvages stay until
// somebody acknowledges them. They are written with the store that a salvage
// builds, so that none is ever without the other.
var keyAccount = []byte("salvages")

// account is one salvage as it is written: files by their names alone, as the
// folder may be taken elsewhere.
type account struct {
	Kept   string      `json:"kept"`
	Time   time.Time   `json:"time"`
	Drafts []accounted `json:"drafts"`
}

type accounted struct {
	ID ID `json:"id"`
	Salvaged
}

// putAccount writes what has not been acknowledged. Nothing is written as such:
// a salvage that finds an older account in the file must know it for older.
func putAccount(tx *bbolt.Tx, salvages []*Salvage, now time.Time) error {
	packed, err := packAccount(salvages)
	for errors.Is(err, ErrTooLarge) && len(salvages) > 1 {
		salvages = salvages[1:] // the oldest damaged files lie in the folder all the same
		packed, err = packAccount(salvages)
	}
	if err != nil {
		return fmt.Errorf("account of salvages: %w", err)
	}
	return putRecord(tx, tx.Bucket(bucketSettings), keyAccount, frame{kind: kindAccount, time: now}, packed)
}

func packAccount(salvages []*Salvage) (body, error) {
	all := []account{}
	for _, s := range salvages {
		a := account{Kept: filepath.Base(s.Kept), Time: s.Time}
		for _, d := range s.Drafts {
			if d.File != "" {
				d.File = filepath.Base(d.File)
			}
			a.Drafts = append(a.Drafts, accounted{d.ID, d})
		}
		all = append(all, a)
	}
	return packJSON(all)
}

func readAccount(content []byte, dir string) ([]*Salvage, error) {
	var all []account
	if err := json.Unmarshal(content, &all); err != nil {
		return nil, fmt.Errorf("%w: account of salvages: %w", ErrDamaged, err)
	}
	var salvages []*Salvage
	for _, a := range all {
		s := &Salvage{Kept: filepath.Join(dir, a.Kept), Time: a.Time}
		for _, d := range a.Drafts {
			d.Salvaged.ID = d.ID
			if d.File != "" {
				d.File = filepath.Join(dir, d.File)
			}
			s.Drafts = append(s.Drafts, d.Salvaged)
		}
		salvages = append(salvages, s)
	}
	return salvages, nil
}

// accounts are those that a damaged file of the folder held.
func (a *wreckage) accounts(dir string) []*Salvage {
	if a.account == nil {
		return nil
	}
	content, err := a.content(a.account)
	if err != nil {
		return nil // found whole a moment ago; the new account is what matters
	}
	salvages, _ := readAccount(content, dir)
	return salvages
}

// Salvages are the accounts of salvages that nobody has acknowledged, the oldest
// first; the one of this opening is among them.
func (s *Store) Salvages() ([]*Salvage, error) {
	var all []*Salvage
	err := s.view(func(tx *bbolt.Tx) (err error) {
		all, err = s.salvagesIn(tx)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("salvages: %w", err)
	}
	return all, nil
}

// salvagesIn reads the accounts; one that is damaged counts as none, and Repair
// takes it out.
func (s *Store) salvagesIn(tx *bbolt.Tx) ([]*Salvage, error) {
	settings := tx.Bucket(bucketSettings)
	if settings == nil || settings.Get(keyAccount) == nil {
		return nil, nil
	}
	f, err := decodeAs(kindAccount, ID{}, settings.Get(keyAccount))
	var all []*Salvage
	if err == nil {
		all, err = readAccount(f.content, s.dir)
	}
	if errors.Is(err, ErrDamaged) {
		return nil, nil
	}
	return all, err
}

// Acknowledge ends the telling of salvages: of those that somebody was shown,
// not of one that has come since.
func (s *Store) Acknowledge(shown []*Salvage) error {
	err := s.update(func(tx *bbolt.Tx) error {
		all, err := s.salvagesIn(tx)
		if err != nil {
			return err
		}
		left := slices.DeleteFunc(slices.Clone(all), func(a *Salvage) bool {
			return slices.ContainsFunc(shown, func(b *Salvage) bool { return a.Kept == b.Kept && a.Time.Equal(b.Time) })
		})
		if len(left) == len(all) {
			return nil
		}
		return putAccount(tx, left, s.now())
	})
	if err != nil {
		return fmt.Errorf("acknowledge salvages: %w", err)
	}
	return nil
}
