package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

// TestBackupTo: a backup anywhere, which replaces nothing and leaves nothing
// unfinished.
func TestBackupTo(t *testing.T) {
	stick := t.TempDir()
	s := open(t, t.TempDir())
	id := create(t, s, "甲", "内容")
	path := filepath.Join(stick, "备份.db")
	if err := s.BackupTo(path); err != nil {
		t.Fatal(err)
	}
	for _, taken := range []string{path, s.path(), stick} {
		if err := s.BackupTo(taken); !errors.Is(err, fs.ErrExist) {
			t.Errorf("over %s: %v", taken, err)
		}
	}
	if err := s.BackupTo(filepath.Join(stick, "none", "b.db")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("into no folder: %v", err)
	}
	if all, err := os.ReadDir(stick); err != nil || len(all) != 1 {
		t.Errorf("on the stick: %v, %v", all, err)
	}
	if len(s.Backups()) != 0 {
		t.Error("it is taken for a backup at home")
	}
	b, err := OpenBackup(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := load(t, b, id); got != "内容" {
		t.Errorf("content %q", got)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
}

// TestBackupOfDamaged: one damaged record would keep the others from ever being
// backed up: the store is put right first, and that is told.
func TestBackupOfDamaged(t *testing.T) {
	for name, backup := range map[string]func(*Store) error{
		"at home":  func(s *Store) error { _, err := s.Backup(); return err },
		"anywhere": func(s *Store) error { return s.BackupTo(filepath.Join(s.dir, "elsewhere.db")) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := openWith(t, dir, Options{})
			bad, good := create(t, s, "甲", "甲:内容"), create(t, s, "乙", "乙:内容")
			s = spoilt(t, dir, s, func(tx *bbolt.Tx) error { return spoilCurrent(tx, bad) })
			heard := make(chan []string, 1)
			s.OnNotice(func(words []string) { heard <- words })
			if err := backup(s); err != nil {
				t.Fatal(err)
			}
			if got := load(t, s, good); got != "乙:内容" || len(salvages(t, s)) != 1 {
				t.Fatalf("content %q, accounts %v", got, salvages(t, s))
			}
			if words := strings.Join(<-heard, ""); !strings.Contains(words, "草稿库文件已损坏") {
				t.Errorf("told %q", words)
			}
		})
	}
}

// TestUnprovedIsNoBackup: a copy with one bad record is refused, and neither takes
// a backup's name nor is left behind.
func TestUnprovedIsNoBackup(t *testing.T) {
	for name, write := range map[string]func(*Store) error{
		"at home":  func(s *Store) error { _, err := s.writeBackup(true); return err },
		"anywhere": func(s *Store) error { return s.writeTo(filepath.Join(s.dir, backupFolder, "elsewhere.db")) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.Mkdir(filepath.Join(dir, backupFolder), 0o700); err != nil {
				t.Fatal(err)
			}
			s := openWith(t, dir, Options{})
			bad := create(t, s, "甲", "甲:内容")
			s = spoilt(t, dir, s, func(tx *bbolt.Tx) error { return spoilCurrent(tx, bad) })
			if err := write(s); !errors.Is(err, ErrDamaged) {
				t.Errorf("%v, want %v", err, ErrDamaged)
			}
			if all, err := os.ReadDir(filepath.Join(dir, backupFolder)); err != nil || len(all) != 0 {
				t.Errorf("left behind: %v, %v", all, err)
			}
		})
	}
}

// TestMendForBackup: a sound store is left alone, whatever went wrong with its copy.
func TestMendForBackup(t *testing.T) {
	s := open(t, t.TempDir())
	create(t, s, "甲", "内容")
	wrong := errors.Join(ErrDamaged, errors.New("the stick"))
	if err := s.mendForBackup(wrong); !errors.Is(err, wrong) {
		t.Errorf("the copy's error became %v", err)
	}
	if s.Opening().Salvage != nil {
		t.Error("a sound store was salvaged")
	}
}

// TestRestoreRefuses: what is no backup is refused, and what is there stays.
func TestRestoreRefuses(t *testing.T) {
	write := func(data []byte) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	bolt := func(fill func(*bbolt.Tx) error) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			s := openWith(t, t.TempDir(), Options{})
			create(t, s, "乙", "乙:内容")
			if err := s.file.db.Update(fill); err != nil {
				t.Fatal(err)
			}
			data := readFile(t, s.dir)
			closeChecked(t, s)
			write(data)(t, path)
		}
	}
	drop := func(key []byte) func(*bbolt.Tx) error {
		return func(tx *bbolt.Tx) error { return tx.Bucket(bucketMeta).Delete(key) }
	}
	summaryInto := func(to []byte) func(*bbolt.Tx) error {
		return func(tx *bbolt.Tx) error {
			id, record := tx.Bucket(bucketSummary).Cursor().First()
			return tx.Bucket(to).Put(bytes.Clone(id), bytes.Clone(record))
		}
	}
	for name, tt := range map[string]struct {
		make func(*testing.T, string)
		want error
	}{
		"missing":                  {func(*testing.T, string) {}, fs.ErrNotExist},
		"empty":                    {write(nil), ErrBackup},
		"text":                     {write([]byte("文字")), ErrBackup},
		"a report file":            {write([]byte(`{"format": "nianbao-report"}`)), ErrBackup},
		"without its meta bucket":  {bolt(func(tx *bbolt.Tx) error { return tx.DeleteBucket(bucketMeta) }), ErrBackup},
		"without a schema":         {bolt(drop(keySchema)), ErrBackup},
		"without a save counter":   {bolt(drop(keyTxNo)), ErrBackup},
		"without a name":           {bolt(drop(keyStoreID)), ErrBackup},
		"a summary in the trash":   {bolt(summaryInto(bucketTrash)), ErrBackup},
		"a summary among settings": {bolt(summaryInto(bucketSettings)), ErrBackup},
		"a record of nothing":      {bolt(func(tx *bbolt.Tx) error { return tx.Bucket(bucketSettings).Put([]byte("x"), []byte("y")) }), ErrBackup},
		"a newer program's":        {bolt(func(tx *bbolt.Tx) error { return tx.Bucket(bucketMeta).Put(keySchema, []byte{0, 0, 0, schema + 1}) }), ErrNewer},
		"cut off": {func(t *testing.T, path string) {
			bolt(func(*bbolt.Tx) error { return nil })(t, path)
			truncate(t, path)
		}, ErrBackup},
		"with a bit of a record changed": {bolt(func(tx *bbolt.Tx) error {
			id, _ := tx.Bucket(bucketSummary).Cursor().First()
			return spoilCurrent(tx, ID(id))
		}), ErrBackup},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "b.db")
			tt.make(t, path)
			dir := t.TempDir()
			s := openWith(t, dir, Options{})
			id := create(t, s, "甲", "甲:内容")
			if err := s.RestoreAll(path); !errors.Is(err, tt.want) {
				t.Errorf("RestoreAll: %v, want %v", err, tt.want)
			}
			if got := load(t, s, id); got != "甲:内容" {
				t.Errorf("content %q", got)
			}
			closeChecked(t, s)
			before := readFile(t, dir)
			if err := Restore(dir, path, Options{}); !errors.Is(err, tt.want) {
				t.Errorf("Restore: %v, want %v", err, tt.want)
			}
			if !bytes.Equal(before, readFile(t, dir)) {
				t.Error("the store was touched")
			}
			for _, left := range []string{"*" + newSuffix, "*.before-restore-*"} {
				if all, _ := filepath.Glob(filepath.Join(dir, left)); len(all) > 0 {
					t.Errorf("left behind: %v", all)
				}
			}
		})
	}
}

func truncate(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err == nil {
		err = os.Truncate(path, info.Size()/2)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestRestore: on a computer that has never seen the store, and where there is
// one: that is kept.
func TestRestore(t *testing.T) {
	stick := filepath.Join(t.TempDir(), "b.db")
	s := openWith(t, t.TempDir(), Options{})
	id := create(t, s, "甲", "甲:内容")
	if err := s.BackupTo(stick); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "new", "computer")
	if err := Restore(dir, stick, Options{}); err != nil {
		t.Fatal(err)
	}
	s = openWith(t, dir, Options{})
	if got := load(t, s, id); got != "甲:内容" {
		t.Errorf("content %q", got)
	}
	if err := Restore(dir, stick, Options{}); !errors.As(err, new(*InUseError)) {
		t.Errorf("into an open store: %v", err)
	}
	later := create(t, s, "乙", "乙:内容")
	closeChecked(t, s)
	for range 2 { // in one second
		if err := Restore(dir, stick, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := filepath.Glob(filepath.Join(dir, fileName+".before-restore-*"))
	if err != nil || len(kept) != 2 {
		t.Fatalf("kept %v, %v", kept, err)
	}
	before, err := OpenBackup(kept[0])
	if err != nil {
		t.Fatal(err)
	}
	if got := load(t, before, later); got != "乙:内容" {
		t.Errorf("kept %q", got)
	}
	if err := before.Close(); err != nil {
		t.Error(err)
	}
}

// TestRestoreLast passes over backups that are damaged.
func TestRestoreLast(t *testing.T) {
	dir := t.TempDir()
	now := time.Date(2026, 11, 24, 8, 0, 0, 0, time.Local)
	s := openWith(t, dir, Options{Now: func() time.Time { return now }})
	id := create(t, s, "甲", "甲:一")
	if _, err := RestoreLast(t.TempDir(), Options{}); !errors.Is(err, ErrNoBackup) {
		t.Errorf("without any: %v", err)
	}
	var all []Backup
	for _, content := range []string{"甲:一", "甲:二", "甲:三"} {
		now = now.Add(time.Hour)
		if err := s.Save(id, Summary{Agency: "甲"}, []byte(content)); err != nil {
			t.Fatal(err)
		}
		b, err := s.Backup()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, b)
	}
	closeChecked(t, s)
	truncate(t, all[2].Path)
	if b, err := RestoreLast(dir, Options{}); err != nil || b.Path != all[1].Path {
		t.Fatalf("restored %+v, %v", b, err)
	}
	s = openWith(t, dir, Options{})
	if got := load(t, s, id); got != "甲:二" {
		t.Errorf("content %q", got)
	}
	closeChecked(t, s)
	truncate(t, all[1].Path)
	truncate(t, all[0].Path)
	if _, err := RestoreLast(dir, Options{}); !errors.Is(err, ErrBackup) {
		t.Errorf("all damaged: %v", err)
	}
}

// TestDamagedSetting: a setting that cannot be read is forgotten, and keeps
// nobody from a backup.
func TestDamagedSetting(t *testing.T) {
	dir := t.TempDir()
	s := openWith(t, dir, Options{})
	create(t, s, "甲", "甲:内容")
	if _, err := s.Backup(); err != nil {
		t.Fatal(err)
	}
	s = spoilt(t, dir, s, func(tx *bbolt.Tx) error {
		settings := tx.Bucket(bucketSettings)
		return settings.Put([]byte(backedUpKey), flipped(settings.Get([]byte(backedUpKey))))
	})
	if got, err := s.Setting(backedUpKey); got != "" || err != nil {
		t.Errorf("read %q, %v", got, err)
	}
	if err := s.BackupIfChanged(); err != nil {
		t.Error(err)
	}
}
