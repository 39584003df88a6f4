package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"nianbao/model/store/boltfile"
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
	if err != nil {
		return Backup{}, fmt.Errorf("backup: %w", err)
	}
	return b, nil
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

// verify reads a whole copy: its structure and every record.
func verify(path string) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("verify: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("verify: %w", err)
	}
	b, err := boltfile.Open(f, info.Size())
	if err == nil {
		err = b.Check()
	}
	if err != nil {
		return fmt.Errorf("verify: %w", err)
	}
	_, err = b.Walk(b.Newest(), func(path [][]byte, _, value []byte) error {
		if len(path) > 0 && string(path[0]) == string(bucketMeta) {
			return nil
		}
		_, err := decode(value)
		return err
	})
	if err != nil {
		return fmt.Errorf("verify: %w", err)
	}
	return nil
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

// MissingError says that the store file has vanished, or is empty, though there
// was one. Nothing has been made in its place.
type MissingError struct {
	Dir     string
	Backups []Backup // the last first
}

func (e *MissingError) Error() string { return "store file in " + e.Dir + " is missing or empty" }

func (s *Store) missing() error {
	return &MissingError{Dir: s.dir, Backups: s.Backups()}
}

// Restore puts a backup in the store's place, in a folder where no store is
// open. What is there now is kept beside it.
func Restore(dir, backup string, o Options) error {
	lock, err := takeLock(filepath.Join(dir, lockName), time.Now())
	if err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	s := &Store{dir: dir, options: o, lock: lock}
	if err := errors.Join(s.restore(backup), lock.Close()); err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	return nil
}

// RestoreAll puts a backup in the place of the open store, which is backed up
// first.
func (s *Store) RestoreAll(backup string) error {
	if _, err := s.Backup(); err != nil {
		return err
	}
	s.use.Lock()
	defer s.use.Unlock()
	if err := s.exchange(func() error { return s.restore(backup) }); err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	return nil
}

func (s *Store) restore(backup string) error {
	if err := verify(backup); err != nil {
		return fmt.Errorf("%w: %w", ErrBackup, err)
	}
	if err := copyFile(backup, s.path()+newSuffix); err != nil {
		return errors.Join(err, removeIfThere(s.path()+newSuffix))
	}
	if info, err := os.Stat(s.path()); err == nil && info.Size() > 0 {
		if err := setAside(s.path(), s.aside("before-restore")); err != nil {
			return err
		}
	}
	if err := removeIfThere(filepath.Join(s.dir, knownName)); err != nil { // it speaks of another file
		return err
	}
	return name(s.path())
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("copy: %w", err)
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("copy: %w", err)
	}
	_, err = io.Copy(out, in)
	if err == nil {
		err = out.Sync()
	}
	if err = errors.Join(err, out.Close()); err != nil {
		return fmt.Errorf("copy: %w", err)
	}
	return nil
}

// Forget lets Open begin an empty store in a folder whose store has vanished:
// only on the user's word.
func Forget(dir string) error {
	path := filepath.Join(dir, fileName)
	if info, err := os.Stat(path); err == nil && info.Size() == 0 {
		if err := removeIfThere(path); err != nil {
			return err
		}
	}
	return removeIfThere(filepath.Join(dir, knownName))
}

// OpenBackup opens a backup for reading.
func OpenBackup(path string) (*Store, error) {
	if err := verify(path); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBackup, err)
	}
	f, err := openFile(path, bbolt.Options{ReadOnly: true})
	if err != nil {
		return nil, fmt.Errorf("open backup: %w", err)
	}
	return &Store{dir: filepath.Dir(path), file: f, readOnly: true}, nil
}
