package store

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"nianbao/model/atomicfile"
)

// Backups are whole copies of the store file in a folder beside it.
const (
	backupFolder = "backups"
	backupPrefix = "drafts-"
	backupTime   = "20060102-150405"
)

// Which backups stay: the last ones, the last of each day, the last of each
// week; and not more bytes than backupBytes, but the last ones always.
const (
	lastBackups   = 10
	dailyBackups  = 14
	weeklyBackups = 8
	backupBytes   = 1 << 30
	surelyKept    = 2
)

// backupAge is how old the last backup of a changed store may be at the start.
const backupAge = 4 * time.Hour

// Backup is a copy of the store.
type Backup struct {
	Path string
	Time time.Time
	Size int64
}

// Backups lists the backups, the last first.
func (s *Store) Backups() []Backup { return backupsIn(filepath.Join(s.dir, backupFolder)) }

func backupsIn(dir string) []Backup {
	entries, _ := os.ReadDir(dir) // no folder, no backups
	var all []Backup
	for _, e := range entries {
		stem, isDB := strings.CutSuffix(e.Name(), ".db")
		stamp, ours := strings.CutPrefix(stem, backupPrefix)
		at, err := time.ParseInLocation(backupTime, stamp, time.Local)
		info, infoErr := e.Info()
		if isDB && ours && err == nil && infoErr == nil && info.Mode().IsRegular() {
			all = append(all, Backup{Path: filepath.Join(dir, e.Name()), Time: at, Size: info.Size()})
		}
	}
	slices.SortFunc(all, func(a, b Backup) int { return b.Time.Compare(a.Time) })
	return all
}

// backedUpKey is the setting with the count of saves that the last backup holds.
const backedUpKey = "backed-up"

// BackupIfDue makes a backup when the store has changed since the last one and
// that is some hours old.
func (s *Store) BackupIfDue() error {
	if all := s.Backups(); len(all) > 0 && s.now().Sub(all[0].Time) < backupAge {
		return nil
	}
	return s.BackupIfChanged()
}

// BackupIfChanged makes a backup when the store has changed since the last one.
func (s *Store) BackupIfChanged() error {
	_, err := s.backup(false)
	return err
}

// Backup makes a backup now. It never keeps a save waiting.
func (s *Store) Backup() (Backup, error) { return s.backup(true) }

func (s *Store) backup(always bool) (Backup, error) {
	s.backups.Lock()
	defer s.backups.Unlock()
	b, err := s.writeBackup(always)
	if errors.Is(err, ErrDamaged) {
		if err = s.mendForBackup(err); err == nil {
			b, err = s.writeBackup(always)
		}
	}
	if err != nil {
		return Backup{}, fmt.Errorf("backup: %w", err)
	}
	return b, nil
}

// mendForBackup repairs a store whose copy could not be proved: with one
// record of it damaged there would be no backup of the others any more. When the
// store itself is sound the copy's error stays.
func (s *Store) mendForBackup(err error) error {
	salvage, wrong := s.Repair()
	if wrong != nil || salvage == nil {
		return errors.Join(err, wrong)
	}
	return s.healed(nil, salvage.Words()...)
}

func (s *Store) writeBackup(always bool) (Backup, error) {
	dir := filepath.Join(s.dir, backupFolder)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Backup{}, fmt.Errorf("folder: %w", err)
	}
	all := s.Backups()
	count, err := s.contentCount()
	if err != nil {
		return Backup{}, err
	}
	last, err := s.Setting(backedUpKey)
	if err != nil {
		return Backup{}, err
	}
	if !always && (count == "0" || len(all) > 0 && last == count) {
		return Backup{}, nil // nothing, or nothing new
	}
	at := s.now().Truncate(time.Second)
	path := filepath.Join(dir, backupPrefix+at.Format(backupTime)+".db")
	for _, taken := os.Stat(path); taken == nil; _, taken = os.Stat(path) { // two in one second
		at = at.Add(time.Second)
		path = filepath.Join(dir, backupPrefix+at.Format(backupTime)+".db")
	}
	err = s.view(func(tx *bbolt.Tx) error { return copyTo(tx, path+newSuffix) })
	if err == nil {
		err = verify(path + newSuffix)
	}
	if err != nil {
		return Backup{}, errors.Join(err, removeIfThere(path+newSuffix))
	}
	if err := name(path); err != nil {
		return Backup{}, err
	}
	if err := s.SetSetting(backedUpKey, count); err != nil {
		return Backup{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return Backup{}, fmt.Errorf("stat: %w", err)
	}
	return Backup{Path: path, Time: at, Size: info.Size()}, s.rotate()
}

// contentCount stands for all that drafts and trash hold: the highest count of
// saves among them.
func (s *Store) contentCount() (string, error) {
	var highest uint64
	err := s.view(func(tx *bbolt.Tx) error {
		for _, bucket := range [][]byte{bucketSummary, bucketTrash} {
			if err := tx.Bucket(bucket).ForEach(func(_, value []byte) error {
				if f, _, _, err := decodeHeader(value); err == nil {
					highest = max(highest, f.txNo)
				}
				return nil
			}); err != nil {
				return err
			}
		}
		return nil
	})
	return fmt.Sprint(highest), err
}

// BackupTo makes a backup in a file anywhere: on a stick it survives the disk
// that the store is on. It has been read again and proved when it takes the name.
// Nothing is replaced: the error is fs.ErrExist where there is a file already, as
// it may be the one good backup.
func (s *Store) BackupTo(path string) error {
	s.backups.Lock()
	defer s.backups.Unlock()
	err := s.writeTo(path)
	if errors.Is(err, ErrDamaged) {
		if err = s.mendForBackup(err); err == nil {
			err = s.writeTo(path)
		}
	}
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	return nil
}

func (s *Store) writeTo(path string) error {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return &fs.PathError{Op: "backup", Path: path, Err: cmp.Or(err, fs.ErrExist)}
	}
	return atomicfile.WriteWith(path, func(w io.Writer) error {
		return s.view(func(tx *bbolt.Tx) error {
			_, err := tx.WriteTo(w)
			return err //nolint:wrapcheck // atomicfile says where
		})
	}, verify)
}

// rotate deletes the backups that need not stay.
func (s *Store) rotate() error {
	for _, b := range superfluous(s.Backups()) {
		if err := os.Remove(b.Path); err != nil {
			return fmt.Errorf("rotate: %w", err)
		}
	}
	return nil
}

// superfluous chooses from the backups, the last first, those that go.
func superfluous(all []Backup) []Backup {
	var drop []Backup
	days, weeks := map[string]bool{}, map[string]bool{}
	bytes := int64(0)
	for i, b := range all {
		day := b.Time.Format(time.DateOnly)
		year, number := b.Time.ISOWeek()
		week := fmt.Sprint(year, number)
		stays := i < lastBackups
		if !days[day] && len(days) < dailyBackups {
			days[day], stays = true, true
		}
		if !weeks[week] && len(weeks) < weeklyBackups {
			weeks[week], stays = true, true
		}
		if bytes += b.Size; bytes > backupBytes && i >= surelyKept {
			stays = false
		}
		if !stays {
			bytes -= b.Size
			drop = append(drop, b)
		}
	}
	return drop
}
