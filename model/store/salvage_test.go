package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// spoilRecords changes a byte of every record of a file that is chosen, so far
// behind where the record begins.
func spoilRecords(t *testing.T, path string, at int, chosen func(frame) bool) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for from := 0; ; from += len(frameMagic) {
		i := bytes.Index(data[from:], frameMagic[:])
		if i < 0 {
			break
		}
		from += i
		if f, _, _, err := parseHeader(data[from:]); err == nil && chosen(f) {
			data[from+at] ^= 0xFF
			n++
		}
	}
	if n == 0 {
		t.Fatal("no such record")
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// Where a record can be damaged, in bytes: in its header nothing of it is known
// any more, in its body only the content is lost.
const (
	inHeader = 20
	inBody   = headerLength
)

func isCurrent(id ID) func(frame) bool {
	return func(f frame) bool { return f.id == id && f.kind == kindCurrent }
}

// salvaged opens a closed store whose structure is spoilt as well.
func salvaged(t *testing.T, dir string) *Store {
	t.Helper()
	spoilPages(t, dir)
	s := openWith(t, dir, Options{})
	if s.Opening().Salvage == nil {
		t.Fatal("not salvaged")
	}
	return s
}

// TestSalvagedFates: what became of a draft is told by what of it could be read, in
// the damaged file itself.
func TestSalvagedFates(t *testing.T) {
	for name, tt := range map[string]struct {
		damage func(t *testing.T, dir, backup string, id ID)
		want   Fate
		has    string
		agency string // in the list; what was saved there, or else what the content says
	}{
		"nothing of it": {func(*testing.T, string, string, ID) {}, FateWhole, "甲镇:晚", "旧名"},
		"its summary": {func(t *testing.T, dir, _ string, id ID) {
			spoilRecords(t, filepath.Join(dir, fileName), inBody, func(f frame) bool { return f.id == id && f.kind == kindSummary })
		}, FateWhole, "甲镇:晚", "甲镇"},
		"its content, in the backup": {func(t *testing.T, _, backup string, id ID) {
			spoilRecords(t, backup, inBody, isCurrent(id))
		}, FateWhole, "甲镇:晚", "旧名"},
		"its content": {func(t *testing.T, dir, _ string, id ID) {
			spoilRecords(t, filepath.Join(dir, fileName), inBody, isCurrent(id))
		}, FateOlder, "甲镇:早", "旧名"},
		"all of its last record": {func(t *testing.T, dir, _ string, id ID) {
			spoilRecords(t, filepath.Join(dir, fileName), inHeader, isCurrent(id))
		}, FateOlder, "甲镇:早", "旧名"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := openWith(t, dir, Options{})
			id := create(t, s, "甲镇", "甲镇:早")
			if err := s.Keep(id, Summary{Agency: "旧名", Year: 2026}, []byte("甲镇:早"), Note{Reason: ReasonSaved}); err != nil {
				t.Fatal(err)
			}
			b, err := s.Backup()
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Save(id, Summary{Agency: "旧名", Year: 2026}, []byte("甲镇:晚")); err != nil {
				t.Fatal(err)
			}
			closeChecked(t, s)
			tt.damage(t, dir, b.Path, id)
			if strings.HasPrefix(name, "all of") { // Repair goes by the structure, which knows of the record
				s = openWith(t, dir, Options{})
				if _, err := s.Repair(); err != nil {
					t.Fatal(err)
				}
			} else {
				s = salvaged(t, dir)
			}
			all := s.Opening().Salvage.Drafts
			if len(all) != 1 || all[0].Fate != tt.want || all[0].Agency != tt.agency || all[0].Year != 2026 {
				t.Fatalf("told %+v, want %v, %s", all, tt.want, tt.agency)
			}
			if got := load(t, s, id); got != tt.has {
				t.Errorf("has %q, want %q", got, tt.has)
			}
		})
	}
}

// TestSalvageStopsWhereItCannotWrite: a beginning that cannot be kept stops the
// salvage, and the damaged file stays where it is.
func TestSalvageStopsWhereItCannotWrite(t *testing.T) {
	dir := t.TempDir()
	now := time.Date(2027, 1, 20, 8, 0, 0, 0, time.Local)
	options := Options{Now: func() time.Time { return now }}
	s := openWith(t, dir, options)
	id := create(t, s, "甲镇", "甲镇:"+strings.Repeat("为有效推进政府信息公开工作。", 500))
	closeChecked(t, s)
	spoilRecords(t, filepath.Join(dir, fileName), headerLength+100, isCurrent(id))
	before := readFile(t, dir)
	blocked := fmt.Sprintf("%s.damaged-20270120-080000-%s.txt", filepath.Join(dir, fileName), id)
	if err := os.Mkdir(blocked, 0o700); err != nil {
		t.Fatal(err)
	}
	s = openWith(t, dir, options)
	if _, err := s.Repair(); err == nil || !strings.Contains(err.Error(), "beginning of "+id.String()) {
		t.Fatalf("repaired: %v", err)
	}
	if !bytes.Equal(readFile(t, dir), before) {
		t.Error("the damaged file was changed")
	}
	if err := os.Remove(blocked); err != nil {
		t.Fatal(err)
	}
	if salvage, err := s.Repair(); err != nil || len(salvage.Drafts) != 1 || salvage.Drafts[0].Fate != FatePartial {
		t.Fatalf("repaired %+v, %v", salvage, err)
	}
	if text, err := os.ReadFile(blocked); err != nil || !strings.HasPrefix(string(text), "甲镇:为有效") {
		t.Errorf("kept %q, %v", text, err)
	}
}

// TestTooLarge: a draft that no record can hold is refused, and what was saved
// before stays.
func TestTooLarge(t *testing.T) {
	s := open(t, t.TempDir())
	huge := make([]byte, maxContent+1)
	if _, err := s.Create(Summary{}, huge); !errors.Is(err, ErrTooLarge) {
		t.Errorf("Create: %v", err)
	}
	id := create(t, s, "甲", "内容")
	if err := s.Save(id, Summary{}, huge); !errors.Is(err, ErrTooLarge) {
		t.Errorf("Save: %v", err)
	}
	if err := s.Keep(id, Summary{}, huge, Note{Reason: ReasonSaved}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("Keep: %v", err)
	}
	if got := load(t, s, id); got != "内容" {
		t.Errorf("it became %q", got)
	}
	if err := s.Save(id, Summary{Agency: "甲"}, huge[:maxContent]); err != nil {
		t.Errorf("as much as a record holds: %v", err)
	}
}

// TestHealingFails: while a file that was replaced cannot be written again, saving
// says so; when it can, nothing is lost.
func TestHealingFails(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	id := create(t, s, "甲", "早")
	if err := errors.Join(os.Rename(s.path(), s.path()+".moved"), os.WriteFile(s.path(), []byte("other"), 0o600)); err != nil {
		t.Fatal(err)
	}
	blocked := filepath.Join(s.path()+newSuffix, "x")
	if err := os.MkdirAll(blocked, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := s.Save(id, Summary{Agency: "甲"}, []byte("晚")); err == nil {
		t.Error("saved, and nothing could be written")
	}
	if err := os.RemoveAll(filepath.Dir(blocked)); err != nil {
		t.Fatal(err)
	}
	if err := s.Save(id, Summary{Agency: "甲"}, []byte("更晚")); err != nil {
		t.Fatal(err)
	}
	closeChecked(t, s)
	if got := load(t, open(t, dir), id); got != "更晚" {
		t.Errorf("has %q", got)
	}
}
