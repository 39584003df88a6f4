package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"go.etcd.io/bbolt"
)

// Reason says why a version was kept; Note has it in the store.
type Reason string

// The reasons. They are written into stores: their values never change.
const (
	ReasonOpened   Reason = "opened"   // as it was before the first change since it was opened
	ReasonSaved    Reason = "saved"    // the user saved
	ReasonInterval Reason = "interval" // some minutes of work
	ReasonLarge    Reason = "large"    // a large change
	ReasonClosed   Reason = "closed"   // the draft was closed
	ReasonBefore   Reason = "before"   // before an import, a restoration, a carry-over
	ReasonRestored Reason = "restored" // an older version, taken up again
	ReasonImported Reason = "imported" // from a file
	ReasonCarried  Reason = "carried"  // begun with last year's report
	ReasonRescued  Reason = "rescued"  // from a rescue file
	ReasonSalvaged Reason = "salvaged" // found in a damaged store
	ReasonFinal    Reason = "final"    // finalised
	ReasonReopened Reason = "reopened" // a final report, taken up again
)

// Note is what is said about a version beside its content.
type Note struct {
	Reason     Reason `json:"reason"`
	Name       string `json:"name,omitempty"`       // given by the user: the version then stays for ever
	Cells      int    `json:"cells,omitempty"`      // changed since the version before
	Characters int    `json:"characters,omitempty"` // the same
}

// Version is one kept state of a draft.
type Version struct {
	Seq  uint64 // its name within the draft
	Time time.Time
	Note
	Damaged bool // its header cannot be read
}

// Keep saves like Save and keeps the state as a version. A state that is the
// newest version already is not kept twice; a name is given to it.
func (s *Store) Keep(id ID, sum Summary, content []byte, note Note) error {
	if err := s.write(id, sum, content, &note); err != nil {
		return fmt.Errorf("keep version of %s: %w", id, err)
	}
	return nil
}

// Replace gives a draft other content: of a file, a backup, an older version.
// The state before is kept as a version, and so is the new one.
func (s *Store) Replace(id ID, sum Summary, content []byte, reason Reason) error {
	before, err := s.Load(id)
	if err == nil {
		err = s.Keep(id, sum, before, Note{Reason: ReasonBefore})
	}
	if err != nil && !errors.Is(err, ErrDamaged) { // a damaged state cannot be kept
		return err
	}
	return s.Keep(id, sum, content, Note{Reason: reason})
}

// RestoreFrom takes a draft out of a backup: as a new state of the draft, or,
// where that is gone, as the draft itself.
func (s *Store) RestoreFrom(backup *Store, id ID) error {
	content, err := backup.Load(id)
	if err != nil {
		return err
	}
	list, err := backup.List()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(list, func(sum Summary) bool { return sum.ID == id })
	if i < 0 {
		return fmt.Errorf("restore draft %s: %w", id, ErrNotFound)
	}
	sum := list[i]
	sum.Updated = s.now()
	_, err = s.Load(id)
	if errors.Is(err, ErrNotFound) {
		if s.Untrash(id) != nil {
			return s.put(id, sum, content)
		}
	}
	return s.Replace(id, sum, content, ReasonRestored)
}

// keep puts the draft's current state among its versions and thins them.
func keep(tx *bbolt.Tx, draft *bbolt.Bucket, f frame, packed body, note Note) error {
	versions, err := draft.CreateBucketIfNotExists(keyVersions)
	if err != nil {
		return fmt.Errorf("make versions: %w", err)
	}
	key := binary.BigEndian.AppendUint64(nil, f.seq)
	if last, newest := versions.Cursor().Last(); last != nil {
		if g, _, _, err := decodeHeader(newest); err == nil && g.hash == packed.hash {
			if note.Name == "" {
				return nil
			}
			return putNote(tx, draft, g.seq, f.id, note, f.time)
		}
	}
	f.kind = kindVersion
	if err := versions.Put(key, encode(f, packed)); err != nil {
		return fmt.Errorf("put version: %w", err)
	}
	if err := putNote(tx, draft, f.seq, f.id, note, f.time); err != nil {
		return err
	}
	return thinDraft(draft, f.id, f.time)
}

func putNote(tx *bbolt.Tx, draft *bbolt.Bucket, seq uint64, id ID, note Note, now time.Time) error {
	notes, err := draft.CreateBucketIfNotExists(keyNotes)
	if err != nil {
		return fmt.Errorf("make notes: %w", err)
	}
	packed, err := packJSON(note)
	if err != nil {
		return err
	}
	return putRecord(tx, notes, binary.BigEndian.AppendUint64(nil, seq), frame{kind: kindNote, id: id, seq: seq, time: now}, packed)
}

// Versions lists the versions of a draft, the newest first. It reads no
// content.
func (s *Store) Versions(id ID) ([]Version, error) {
	var all []Version
	err := s.view(func(tx *bbolt.Tx) error {
		draft, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		all = versionsIn(draft, id)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("versions of %s: %w", id, err)
	}
	slices.Reverse(all)
	return all, nil
}

// versionsIn lists the versions of a draft, the oldest first.
func versionsIn(draft *bbolt.Bucket, id ID) []Version {
	versions, notes := draft.Bucket(keyVersions), draft.Bucket(keyNotes)
	if versions == nil {
		return nil
	}
	var all []Version
	c := versions.Cursor()
	for key, value := c.First(); key != nil; key, value = c.Next() {
		if len(key) != 8 {
			continue
		}
		v := Version{Seq: binary.BigEndian.Uint64(key)}
		f, _, _, err := decodeHeader(value)
		v.Time, v.Damaged = f.time, err != nil || f.id != id
		if notes != nil {
			if f, err := decodeAs(kindNote, id, notes.Get(key)); err == nil {
				_ = json.Unmarshal(f.content, &v.Note) // a version without its note is still one
			}
		}
		all = append(all, v)
	}
	return all
}

// LoadVersion returns a version's content, proved by its checksums. The error
// is ErrNotFound or ErrDamaged.
func (s *Store) LoadVersion(id ID, seq uint64) ([]byte, error) {
	var content []byte
	err := s.view(func(tx *bbolt.Tx) error {
		draft, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		versions := draft.Bucket(keyVersions)
		if versions == nil {
			return ErrNotFound
		}
		record := versions.Get(binary.BigEndian.AppendUint64(nil, seq))
		if record == nil {
			return ErrNotFound
		}
		f, err := decodeAs(kindVersion, id, record)
		content = f.content
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("version %d of %s: %w", seq, id, err)
	}
	return content, nil
}

// NameVersion gives a version a name, with which it stays for ever; an empty
// name takes it back.
func (s *Store) NameVersion(id ID, seq uint64, name string) error {
	err := s.update(func(tx *bbolt.Tx) error {
		draft, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		all := versionsIn(draft, id)
		i := slices.IndexFunc(all, func(v Version) bool { return v.Seq == seq })
		if i < 0 {
			return ErrNotFound
		}
		note := all[i].Note
		note.Name = name
		return putNote(tx, draft, seq, id, note, s.now())
	})
	if err != nil {
		return fmt.Errorf("name version %d of %s: %w", seq, id, err)
	}
	return nil
}

// How long versions stay: all of a day, but not more than allOfDay; then one an
// hour for a week, one a day for three months. The newest and those with a name
// stay.
const (
	allOfDay  = 50
	dayAge    = 24 * time.Hour
	hourlyAge = 7 * dayAge
	dailyAge  = 90 * dayAge
)

// thin chooses the versions to drop from a list with the oldest first. Of an
// hour, or a day, the last one stays.
func thin(all []Version, now time.Time) []uint64 {
	var drop []uint64
	recent := 0
	stays := map[string]bool{}
	for i, v := range slices.Backward(all) {
		age := now.Sub(v.Time)
		if age < dayAge && recent < allOfDay {
			recent++
			continue
		}
		slot := ""
		switch {
		case age < hourlyAge:
			slot = v.Time.UTC().Format("2006-01-02 15")
		case age < dailyAge:
			slot = v.Time.UTC().Format(time.DateOnly)
		}
		if v.Name != "" || i == len(all)-1 || slot != "" && !stays[slot] {
			stays[slot] = true
			continue
		}
		drop = append(drop, v.Seq)
	}
	return drop
}

// maxDropped bounds what one save deletes.
const maxDropped = 500

func thinDraft(draft *bbolt.Bucket, id ID, now time.Time) error {
	drop := thin(versionsIn(draft, id), now)
	for _, seq := range drop[:min(len(drop), maxDropped)] {
		key := binary.BigEndian.AppendUint64(nil, seq)
		for _, name := range [][]byte{keyVersions, keyNotes} {
			if b := draft.Bucket(name); b != nil {
				if err := b.Delete(key); err != nil {
					return fmt.Errorf("drop version %d: %w", seq, err)
				}
			}
		}
	}
	return nil
}

// LoadBest is Load; of a draft whose current record is damaged it returns the
// newest version that is whole, and says which.
func (s *Store) LoadBest(id ID) (content []byte, older *Version, err error) {
	content, err = s.Load(id)
	if !errors.Is(err, ErrDamaged) || s.broken() {
		return content, nil, err
	}
	all, listed := s.Versions(id)
	if listed != nil {
		return nil, nil, err
	}
	for _, v := range all {
		if content, wrong := s.LoadVersion(id, v.Seq); wrong == nil {
			return content, &v, nil
		}
	}
	return nil, nil, err
}
