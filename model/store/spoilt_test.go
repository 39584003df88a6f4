package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"
)

// TestDamagedRecord flips bits of one draft's record: it is refused, the
// others are read, the list goes on.
func TestDamagedRecord(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	good := create(t, s, "好", strings.Repeat("好内容", 100))
	bad := create(t, s, "坏", strings.Repeat("坏内容", 100))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, fileName)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; ; {
		i := bytes.Index(data[at:], frameMagic[:])
		if i < 0 {
			break
		}
		at += i
		if ID(data[at+40:at+56]) == bad {
			data[at+90] ^= 0x10 // in the body
		}
		at += len(frameMagic)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	if _, err := s.Load(bad); !errors.Is(err, ErrDamaged) {
		t.Errorf("damaged draft: %v", err)
	}
	if got := load(t, s, good); got != strings.Repeat("好内容", 100) {
		t.Error("the good draft was read wrongly")
	}
	list, err := s.List()
	if err != nil || len(list) != 2 {
		t.Fatalf("list %v, %v", list, err)
	}
	for _, sum := range list {
		if sum.Damaged != (sum.ID == bad) {
			t.Errorf("%s: damaged %v", sum.ID, sum.Damaged)
		}
	}
}

// TestRecordInWrongPlace: a whole record of another draft is not taken for this
// one's, and the next save puts the right one in its place.
func TestRecordInWrongPlace(t *testing.T) {
	s := open(t, t.TempDir())
	id, other := create(t, s, "甲", "甲的内容"), create(t, s, "乙", "乙的内容")
	if err := s.file.db.Update(func(tx *bbolt.Tx) error {
		drafts, summaries := tx.Bucket(bucketDrafts), tx.Bucket(bucketSummary)
		return errors.Join(
			drafts.Bucket(id[:]).Put(keyCurrent, bytes.Clone(drafts.Bucket(other[:]).Get(keyCurrent))),
			summaries.Put(id[:], bytes.Clone(summaries.Get(other[:]))),
		)
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Load(id); !errors.Is(err, ErrDamaged) {
		t.Errorf("Load: %v", err)
	}
	list, err := s.List()
	if err != nil || len(list) != 2 {
		t.Fatalf("list %v, %v", list, err)
	}
	for _, sum := range list {
		if sum.Damaged != (sum.ID == id) || sum.Damaged && sum.Agency != "" {
			t.Errorf("listed %+v", sum)
		}
	}
	if err := s.Save(id, Summary{Agency: "甲"}, []byte("乙的内容")); err != nil {
		t.Fatal(err)
	}
	if got := load(t, s, id); got != "乙的内容" {
		t.Errorf("loaded %q", got)
	}
}

// TestSpoiltWhileOpen: whatever another program does to the file while it is
// open, nothing faults, what was saved is there or had back from the backup, and
// saving goes on.
func TestSpoiltWhileOpen(t *testing.T) {
	long := strings.Repeat("内容", 9000)
	for name, spoil := range map[string]func(path string) error{
		"deleted":   os.Remove,
		"truncated": func(path string) error { return os.Truncate(path, 0) },
		"cut off":   func(path string) error { return os.Truncate(path, 9000) },
		"replaced": func(path string) error {
			return errors.Join(os.WriteFile(path+"2", []byte("别的文件"), 0o600), os.Rename(path+"2", path))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := open(t, dir)
			id, other := create(t, s, "甲", long), create(t, s, "乙", "乙的内容")
			if _, err := s.Backup(); err != nil {
				t.Fatal(err)
			}
			if err := spoil(filepath.Join(dir, fileName)); err != nil {
				t.Fatal(err)
			}
			_, _ = s.Load(id) // it may fail, but not fault
			err := s.Save(id, Summary{Agency: "甲"}, []byte(long+"新"))
			if err != nil {
				err = s.Save(id, Summary{Agency: "甲"}, []byte(long+"新"))
			}
			if err != nil {
				t.Fatalf("saving does not go on: %v", err)
			}
			if got := load(t, s, other); got != "乙的内容" {
				t.Errorf("the other draft: %q", got)
			}
			closeChecked(t, s)
			s = open(t, dir)
			if got := load(t, s, id); got != long+"新" {
				t.Error("other content after reopening")
			}
			if name == "replaced" {
				kept, err := filepath.Glob(filepath.Join(dir, fileName+".replaced-*"))
				if err != nil || len(kept) != 1 {
					t.Errorf("the file put in its place: %v, %v", kept, err)
				}
			}
		})
	}
}

// TestSystemError: the system's error is found though bbolt made it a mere text.
func TestSystemError(t *testing.T) {
	for _, want := range asText {
		for _, err := range []error{
			fmt.Errorf("file resize error: %s", want), //nolint:errorlint // as bbolt does
			fmt.Errorf("save draft: %w", &os.PathError{Op: "write", Path: "drafts.db", Err: want}),
		} {
			if got, ok := SystemError(err); !ok || got != want {
				t.Errorf("%v: %v, %v", err, got, ok)
			}
		}
	}
	if got, ok := SystemError(errors.New("strange")); ok {
		t.Errorf("%v in an error that has none", got)
	}
}
