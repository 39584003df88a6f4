package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

func TestOpenTwice(t *testing.T) {
	dir := t.TempDir()
	open(t, dir)
	begin := time.Now()
	_, err := Open(dir, Options{})
	var used *InUseError
	if !errors.As(err, &used) || used.PID != os.Getpid() {
		t.Fatalf("second Open: %v", err)
	}
	if wait := time.Since(begin); wait > 2*time.Second {
		t.Errorf("it took %v to say so", wait)
	}
}

// TestNewer: a newer program's store is read, and never written.
func TestNewer(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	id := create(t, s, "甲", "内容")
	if err := s.file.db.Update(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketMeta).Put(keySchema, []byte{0, 0, 0, schema + 1})
	}); err != nil {
		t.Fatal(err)
	}
	closeChecked(t, s)
	before := readFile(t, dir)
	s = open(t, dir)
	if !s.Opening().ReadOnly || load(t, s, id) != "内容" {
		t.Errorf("opening %+v", s.Opening())
	}
	if err := s.Save(id, Summary{}, []byte("x")); !errors.Is(err, ErrNewer) {
		t.Errorf("Save: %v", err)
	}
	if _, err := s.Create(Summary{}, []byte("x")); !errors.Is(err, ErrNewer) {
		t.Errorf("Create: %v", err)
	}
	closeChecked(t, s)
	if !bytes.Equal(before, readFile(t, dir)) {
		t.Error("the file was changed")
	}
}

// TestNoStore: a file that is no store of ours is set aside, not written.
func TestNoStore(t *testing.T) {
	foreign := func(t *testing.T, dir string) []byte {
		s := open(t, dir)
		create(t, s, "甲", "内容")
		if err := s.file.db.Update(func(tx *bbolt.Tx) error { return tx.DeleteBucket(bucketMeta) }); err != nil {
			t.Fatal(err)
		}
		closeChecked(t, s)
		return readFile(t, dir)
	}
	content := func(data []byte) func(*testing.T, string) []byte {
		return func(t *testing.T, dir string) []byte {
			if err := os.WriteFile(filepath.Join(dir, fileName), data, 0o600); err != nil {
				t.Fatal(err)
			}
			return data
		}
	}
	for name, tt := range map[string]struct {
		prepare func(*testing.T, string) []byte
		drafts  int // had back
	}{
		"zeros":                   {content(make([]byte, 64<<10)), 0},
		"text":                    {content(bytes.Repeat([]byte("文字"), 9999)), 0},
		"sound, without its head": {foreign, 1},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			before := tt.prepare(t, dir)
			s := open(t, dir)
			salvage := s.Opening().Salvage
			if salvage == nil || len(salvage.Drafts) != tt.drafts {
				t.Fatalf("salvaged %+v", salvage)
			}
			if kept, err := os.ReadFile(salvage.Kept); err != nil || !bytes.Equal(kept, before) {
				t.Errorf("what was there is not kept as it was: %v", err)
			}
			create(t, s, "乙", "新内容")
		})
	}
}

// TestVanished: a store file that has vanished or was emptied is never silently
// made anew.
func TestVanished(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"deleted": os.Remove,
		"emptied": func(path string) error { return os.Truncate(path, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := open(t, dir)
			id := create(t, s, "甲", "内容")
			b, err := s.Backup()
			if err != nil {
				t.Fatal(err)
			}
			closeChecked(t, s)
			if err := spoil(filepath.Join(dir, fileName)); err != nil {
				t.Fatal(err)
			}
			for range 2 { // a refusal frees the lock
				_, err = Open(dir, Options{})
				var missing *MissingError
				if !errors.As(err, &missing) || len(missing.Backups) != 1 || missing.Backups[0].Path != b.Path {
					t.Fatalf("Open: %v", err)
				}
			}
			if err := Restore(dir, b.Path, Options{}); err != nil {
				t.Fatal(err)
			}
			if got := load(t, open(t, dir), id); got != "内容" {
				t.Errorf("restored %q", got)
			}
		})
	}
}

// TestForget: an empty store in the place of a vanished one, on the user's word.
func TestForget(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	create(t, s, "甲", "内容")
	closeChecked(t, s)
	if err := os.Truncate(filepath.Join(dir, fileName), 0); err != nil {
		t.Fatal(err)
	}
	if err := Forget(dir); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	if list, err := s.List(); err != nil || len(list) != 0 {
		t.Errorf("list %v, %v", list, err)
	}
}
