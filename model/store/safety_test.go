package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nianbao/model/atomicfile"
)

// summarise stands for the program's: content is "agency: text".
func summarise(content []byte) (Summary, error) {
	agency, _, ok := strings.Cut(string(content), ":")
	if !ok {
		return Summary{}, errors.New("no agency")
	}
	return Summary{Agency: agency, Year: 2026, Edition: "2021"}, nil
}

func openWith(t testing.TB, dir string, o Options) *Store {
	t.Helper()
	o.Summarise = summarise
	s, err := Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeChecked(t, s) })
	return s
}

// TestMigrate opens a store that the program wrote before it kept versions: the
// drafts are there, versions can be kept, the old file lies beside it.
func TestMigrate(t *testing.T) {
	dir := t.TempDir()
	old, err := os.ReadFile("testdata/schema1.db")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, fileName), old, 0o600); err != nil {
		t.Fatal(err)
	}
	s := open(t, dir)
	list, err := s.List()
	if err != nil || len(list) != 2 || list[0].Agency != "梧桐镇人民政府" {
		t.Fatalf("list %+v, %v", list, err)
	}
	content := load(t, s, list[0].ID)
	if !json.Valid([]byte(content)) {
		t.Error("other content")
	}
	keepVersion(t, s, list[0].ID, content, Note{Reason: ReasonSaved})
	kept := s.Opening().Migrated
	if data, err := os.ReadFile(kept); err != nil || !bytes.Equal(data, old) {
		t.Errorf("the old file is not kept as it was: %v", err)
	}
	closeChecked(t, s)
	if s = open(t, dir); s.Opening().Migrated != "" || len(versions(t, s, list[0].ID)) != 1 {
		t.Errorf("opening %+v", s.Opening())
	}
}

// TestOneMeta damages the meta page of the last save: bbolt goes back to the one
// before, but what was saved last is found and taken up.
func TestOneMeta(t *testing.T) {
	dir := t.TempDir()
	s := openWith(t, dir, Options{})
	id := create(t, s, "甲", "甲:一")
	for _, text := range []string{"甲:二", "甲:三"} {
		if err := s.Save(id, Summary{Agency: "甲"}, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	closeChecked(t, s)
	data := readFile(t, dir)
	const page, txID = 4096, 16 + 48
	newest := 0
	if binary.LittleEndian.Uint64(data[page+txID:]) > binary.LittleEndian.Uint64(data[txID:]) {
		newest = page
	}
	data[newest+30] ^= 1
	if err := os.WriteFile(filepath.Join(dir, fileName), data, 0o600); err != nil {
		t.Fatal(err)
	}
	s = openWith(t, dir, Options{})
	if !s.Opening().OneMeta || len(s.Opening().Words()) == 0 {
		t.Errorf("opening %+v", s.Opening())
	}
	if got := load(t, s, id); got != "甲:三" {
		t.Errorf("content %q", got)
	}
	if all := versions(t, s, id); len(all) != 2 || all[0].Reason != ReasonSalvaged {
		t.Errorf("versions %+v", all)
	}
}

// TestPlaces: other computers' disks are refused, and sticks but for the portable
// folder.
func TestPlaces(t *testing.T) {
	for _, tt := range []struct {
		place Place
		dir   string
		ok    bool
	}{
		{PlaceHere, "/home/甲/nianbao", true},
		{PlaceRemovable, "/media/甲/nianbao", false},
		{PlaceRemovable, "/media/甲/" + portableName, true},
		{PlaceNetwork, "/mnt/" + portableName, false},
	} {
		if err := allowed(tt.place, tt.dir); (err == nil) != tt.ok || err != nil && !errors.Is(err, ErrPlace) {
			t.Errorf("%d, %s: %v", tt.place, tt.dir, err)
		}
	}
	if place, err := checkPlace(filepath.Join(t.TempDir(), "not", "there")); err != nil || place != PlaceHere {
		t.Errorf("a folder of this computer: %v, %v", place, err)
	}
	if words := (Opening{Place: PlaceRemovable}).Words(); len(words) != 1 {
		t.Errorf("words %q", words)
	}
}

func TestBackups(t *testing.T) {
	dir := t.TempDir()
	now := time.Date(2026, 11, 24, 8, 0, 0, 0, time.Local)
	s := openWith(t, dir, Options{Now: func() time.Time { return now }})
	if err := s.BackupIfDue(); err != nil || len(s.Backups()) != 0 {
		t.Errorf("an empty store is backed up: %v", err)
	}
	id := create(t, s, "甲", "一")
	count := func(want int) {
		t.Helper()
		if got := len(s.Backups()); got != want {
			t.Fatalf("%d backups, want %d", got, want)
		}
	}
	due := func() {
		t.Helper()
		if err := s.BackupIfDue(); err != nil {
			t.Fatal(err)
		}
	}
	due()
	count(1)
	if err := s.Save(id, Summary{}, []byte("二")); err != nil {
		t.Fatal(err)
	}
	due() // too soon
	count(1)
	now = now.Add(5 * time.Hour)
	due()
	count(2)
	now = now.Add(5 * time.Hour)
	due() // nothing has changed
	count(2)
	b := s.Backups()[1]
	if !b.Time.Equal(time.Date(2026, 11, 24, 8, 0, 0, 0, time.Local)) {
		t.Errorf("the first is of %v", b.Time)
	}

	// One draft out of it: the state now is kept.
	from, err := OpenBackup(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.RestoreFrom(from, id); err != nil {
		t.Fatal(err)
	}
	if got := load(t, s, id); got != "一" {
		t.Errorf("restored %q", got)
	}
	all := versions(t, s, id)
	if len(all) != 2 || all[0].Reason != ReasonRestored || all[1].Reason != ReasonBefore {
		t.Errorf("versions %+v", all)
	}
	// A draft that is gone comes back under its own number.
	if err := errors.Join(s.Trash(id), s.Purge(id), s.RestoreFrom(from, id), from.Close()); err != nil {
		t.Fatal(err)
	}
	if got := load(t, s, id); got != "一" {
		t.Errorf("restored %q", got)
	}

	// Everything: a backup of now is made before.
	other := create(t, s, "乙", "乙")
	now = now.Add(time.Hour)
	if err := s.RestoreAll(b.Path); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Load(other); !errors.Is(err, ErrNotFound) {
		t.Errorf("a draft made since: %v", err)
	}
	count(3)
	from, err = OpenBackup(s.Backups()[0].Path)
	if err != nil {
		t.Fatal(err)
	}
	if got := load(t, from, other); got != "乙" {
		t.Errorf("in the backup made before: %q", got)
	}
	if err := from.Close(); err != nil {
		t.Error(err)
	}
}

// TestDamagedBackup: a damaged backup is refused, and nothing is touched.
func TestDamagedBackup(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	id := create(t, s, "甲", strings.Repeat("一", 9000))
	b, err := s.Backup()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(b.Path)
	if err != nil {
		t.Fatal(err)
	}
	data[bytes.Index(data, frameMagic[:])+headerLength+5] ^= 1
	if err := os.WriteFile(b.Path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenBackup(b.Path); !errors.Is(err, ErrDamaged) {
		t.Errorf("OpenBackup: %v", err)
	}
	if err := s.RestoreAll(b.Path); !errors.Is(err, ErrDamaged) {
		t.Errorf("RestoreAll: %v", err)
	}
	load(t, s, id)
}

func TestSuperfluous(t *testing.T) {
	now := time.Date(2026, 11, 24, 12, 0, 0, 0, time.Local)
	var all []Backup
	for i := range 400 { // four a day for a hundred days
		all = append(all, Backup{Path: fmt.Sprint(i), Time: now.Add(-time.Duration(i) * 6 * time.Hour), Size: 1 << 20})
	}
	drop := superfluous(all)
	dropped := func(i int) bool {
		return slices.ContainsFunc(drop, func(b Backup) bool { return b.Path == fmt.Sprint(i) })
	}
	for i := range lastBackups {
		if dropped(i) {
			t.Errorf("backup %d of the last is dropped", i)
		}
	}
	if kept := len(all) - len(drop); kept < 20 || kept > lastBackups+dailyBackups+weeklyBackups {
		t.Errorf("%d stay", kept)
	}
	if last := all[len(all)-1]; !dropped(len(all) - 1) {
		t.Errorf("one of %v stays", last.Time)
	}
	for i := range all {
		all[i].Size = backupBytes
	}
	if kept := len(all) - len(superfluous(all)); kept != surelyKept {
		t.Errorf("%d huge ones stay, want %d", kept, surelyKept)
	}
}

// TestSession: a window that did not end tells at the next start what was open.
func TestSession(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	id := create(t, s, "梧桐镇人民政府", "内容")
	begin := func() *Crash {
		t.Helper()
		crash, err := s.Begin()
		if err != nil {
			t.Fatal(err)
		}
		return crash
	}
	if crash := begin(); crash != nil {
		t.Errorf("at the first start: %+v", crash)
	}
	if err := errors.Join(s.Working(id), s.Close()); err != nil { // no End
		t.Fatal(err)
	}
	s = open(t, dir)
	crash := begin()
	if crash == nil || crash.Draft.ID != id || crash.Saved.IsZero() {
		t.Fatalf("crash %+v", crash)
	}
	if words := strings.Join(crash.Words(), ""); !strings.Contains(words, "《梧桐镇人民政府 2026 年度》") || !strings.Contains(words, "草稿库完好") {
		t.Errorf("words %q", words)
	}
	if err := errors.Join(s.End(), s.Close()); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	if crash := begin(); crash != nil {
		t.Errorf("after a proper end: %+v", crash)
	}
}

// TestRescue: text that could not be saved is taken up at the next start; what
// has been saved since leaves no file.
func TestRescue(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	t.Setenv("TMPDIR", t.TempDir()) // what another test rescues is not this one's
	dir := t.TempDir()
	s := openWith(t, dir, Options{})
	id := create(t, s, "甲", "甲:一")
	path, err := s.Rescue(id, Summary{Agency: "甲/乙", Year: 2026}, []byte("甲:二"))
	if err != nil || !strings.Contains(path, "应急副本-甲乙2026-") {
		t.Fatalf("%s, %v", path, err)
	}
	closeChecked(t, s)
	s = openWith(t, dir, Options{})
	crash, err := s.Begin()
	if err != nil || crash == nil || len(crash.Rescued) != 1 {
		t.Fatalf("crash %+v, %v", crash, err)
	}
	if words := strings.Join(crash.Words(), ""); !strings.Contains(words, "已从应急副本") {
		t.Errorf("words %q", words)
	}
	if got := load(t, s, id); got != "甲:二" {
		t.Errorf("content %q", got)
	}
	if all := versions(t, s, id); len(all) != 2 || all[0].Reason != ReasonRescued || all[1].Reason != ReasonBefore {
		t.Errorf("versions %+v", all)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("the rescue file is still there")
	}

	path, err = s.Rescue(id, Summary{Agency: "甲"}, []byte("甲:三"))
	if err == nil {
		err = s.Save(id, Summary{Agency: "甲"}, []byte("甲:三"))
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("the rescue file outlives the save")
	}

	// A folder that cannot be written: elsewhere.
	if err := os.RemoveAll(filepath.Join(dir, rescueFolder)); err != nil {
		t.Fatal(err)
	}
	if err := atomicfile.Write(filepath.Join(dir, rescueFolder), []byte("no folder")); err != nil {
		t.Fatal(err)
	}
	path, err = s.Rescue(id, Summary{Agency: "甲"}, []byte("甲:四"))
	if err != nil || strings.HasPrefix(path, dir) {
		t.Errorf("%s, %v", path, err)
	}
}

// TestTrashLife: out of the trash and back, and destroyed.
func TestTrashLife(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	id := create(t, s, "甲", "绝无仅有的内容")
	keepVersion(t, s, id, "绝无仅有的内容", Note{Reason: ReasonSaved})
	if err := s.Trash(id); err != nil {
		t.Fatal(err)
	}
	trash, err := s.Trashed()
	if err != nil || len(trash) != 1 || trash[0].ID != id || trash[0].Agency != "甲" || trash[0].DeletedAt.IsZero() {
		t.Fatalf("trash %+v, %v", trash, err)
	}
	if err := s.Untrash(id); err != nil {
		t.Fatal(err)
	}
	if got := load(t, s, id); got != "绝无仅有的内容" || len(versions(t, s, id)) != 1 {
		t.Errorf("back: %q", got)
	}
	if err := s.Purge(id); !errors.Is(err, ErrNotFound) {
		t.Errorf("a draft that is not in the trash is destroyed: %v", err)
	}
	if err := errors.Join(s.Trash(id), s.Purge(id)); err != nil {
		t.Fatal(err)
	}
	if trash, err := s.Trashed(); err != nil || len(trash) != 0 {
		t.Errorf("trash %+v, %v", trash, err)
	}
	closeChecked(t, s)
	packed, err := pack([]byte("绝无仅有的内容"))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(readFile(t, dir), packed.deflated) {
		t.Error("the content is still in the file")
	}
}
