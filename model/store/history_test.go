package store

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

func keepVersion(t testing.TB, s *Store, id ID, content string, note Note) {
	t.Helper()
	if err := s.Keep(id, Summary{Agency: "甲"}, []byte(content), note); err != nil {
		t.Fatal(err)
	}
}

func versions(t testing.TB, s *Store, id ID) []Version {
	t.Helper()
	all, err := s.Versions(id)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestVersions(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	id := create(t, s, "甲", "一")
	if got := versions(t, s, id); len(got) != 0 {
		t.Errorf("a new draft has versions: %v", got)
	}
	keepVersion(t, s, id, "一", Note{Reason: ReasonSaved})
	if err := s.Save(id, Summary{}, []byte("二")); err != nil { // an autosave keeps none
		t.Fatal(err)
	}
	keepVersion(t, s, id, "三", Note{Reason: ReasonLarge, Cells: 3, Characters: 42})
	keepVersion(t, s, id, "三", Note{Reason: ReasonClosed}) // nothing new
	closeChecked(t, s)

	s = open(t, dir)
	all := versions(t, s, id)
	if len(all) != 2 || all[0].Note != (Note{Reason: ReasonLarge, Cells: 3, Characters: 42}) || all[1].Reason != ReasonSaved || all[0].Time.Before(all[1].Time) {
		t.Fatalf("versions %+v", all)
	}
	for i, want := range []string{"三", "一"} {
		if got, err := s.LoadVersion(id, all[i].Seq); err != nil || string(got) != want {
			t.Errorf("version %d: %q, %v", i, got, err)
		}
	}
	if got := load(t, s, id); got != "三" {
		t.Errorf("current %q", got)
	}
	if _, err := s.LoadVersion(id, 99); !errors.Is(err, ErrNotFound) {
		t.Errorf("no such version: %v", err)
	}
	if _, err := s.Versions(ID{9}); !errors.Is(err, ErrNotFound) {
		t.Errorf("no such draft: %v", err)
	}
}

func TestNameVersion(t *testing.T) {
	s := open(t, t.TempDir())
	id := create(t, s, "甲", "一")
	keepVersion(t, s, id, "一", Note{Reason: ReasonSaved})
	seq := versions(t, s, id)[0].Seq
	if err := s.NameVersion(id, seq, "报县里的稿"); err != nil {
		t.Fatal(err)
	}
	if got := versions(t, s, id)[0].Note; got != (Note{Reason: ReasonSaved, Name: "报县里的稿"}) {
		t.Errorf("note %+v", got)
	}
	keepVersion(t, s, id, "一", Note{Reason: ReasonSaved, Name: "定稿"}) // a name for what is kept already
	if all := versions(t, s, id); len(all) != 1 || all[0].Name != "定稿" {
		t.Errorf("versions %+v", all)
	}
	if err := s.NameVersion(id, 99, "x"); !errors.Is(err, ErrNotFound) {
		t.Errorf("no such version: %v", err)
	}
}

// TestSeqAfterDamage: a draft whose current record is destroyed goes on
// counting behind its versions.
func TestSeqAfterDamage(t *testing.T) {
	s := open(t, t.TempDir())
	id := create(t, s, "甲", "一")
	for _, content := range []string{"二", "三", "四"} {
		keepVersion(t, s, id, content, Note{})
	}
	if err := s.file.db.Update(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketDrafts).Bucket(id[:]).Put(keyCurrent, []byte("坏"))
	}); err != nil {
		t.Fatal(err)
	}
	keepVersion(t, s, id, "五", Note{})
	if all := versions(t, s, id); len(all) != 4 || all[0].Seq <= all[1].Seq {
		t.Errorf("versions %+v", all)
	}
}

// TestThin: all of the last day up to fifty, then the last of each hour, then
// of each day, then none; what has a name stays.
func TestThin(t *testing.T) {
	now := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	list := func(ages ...time.Duration) []Version {
		var all []Version
		for i, age := range ages {
			all = append(all, Version{Seq: uint64(i + 1), Time: now.Add(-age)})
		}
		return all
	}
	const minute, hour, day = time.Minute, time.Hour, 24 * time.Hour
	var hundred []time.Duration
	for i := range 100 {
		hundred = append(hundred, time.Duration(100-i)*minute) // over two hours: 10:20 to 11:59
	}
	named := list(200*day, 30*day+2*hour, 30*day+1*hour, minute)
	named[0].Name = "定稿"
	tests := []struct {
		name string
		all  []Version
		want []uint64
	}{
		{"nothing", nil, nil},
		{"all of a day", list(23*hour, 2*minute, minute), nil},
		{"one an hour", list(2*day+40*minute, 2*day+20*minute, 2*day, minute), []uint64{1}},
		{"one a day", list(30*day+3*hour, 30*day+2*hour, 30*day+1*hour, minute), []uint64{1, 2}},
		{"after three months none", list(100*day, 91*day, minute), []uint64{1, 2}},
		{"the newest stays", list(100*day, 99*day), []uint64{1}},
		{"a name stays", named, []uint64{2}},
		{"a clock that was wrong", list(-time.Hour, minute), nil},
	}
	for _, tt := range tests {
		got := thin(tt.all, now)
		slices.Sort(got)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: drop %v, want %v", tt.name, got, tt.want)
		}
	}
	// Fifty, and of the fifty before them the last of the one hour they begin
	// in and the last of the other.
	if kept := 100 - len(thin(list(hundred...), now)); kept != 52 {
		t.Errorf("of a hundred versions %d stay, want 52", kept)
	}
}

func TestThinningIsDone(t *testing.T) {
	s := open(t, t.TempDir())
	id := create(t, s, "甲", "0")
	for i := range 70 {
		keepVersion(t, s, id, fmt.Sprint(i), Note{Reason: ReasonInterval})
	}
	all := versions(t, s, id)
	if len(all) < allOfDay || len(all) > allOfDay+2 {
		t.Errorf("%d versions stay", len(all))
	}
	for _, v := range all {
		if v.Reason != ReasonInterval {
			t.Errorf("version %d has lost its note", v.Seq)
		}
		if _, err := s.LoadVersion(id, v.Seq); err != nil {
			t.Error(err)
		}
	}
}
