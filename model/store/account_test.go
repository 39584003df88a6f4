package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

// withLoss makes a store in which one draft is had back as an older version, one
// lost and one whole, after a salvage that this opening has done.
func withLoss(t *testing.T, dir string) *Store {
	t.Helper()
	s := openWith(t, dir, Options{})
	older, lost := create(t, s, "甲镇", "甲镇:早"), create(t, s, "乙镇", "乙镇:内容")
	create(t, s, "丙镇", "丙镇:内容")
	if err := s.Keep(older, Summary{Agency: "甲镇", Year: 2026}, []byte("甲镇:早"), Note{Reason: ReasonSaved}); err != nil {
		t.Fatal(err)
	}
	if err := s.Save(older, Summary{Agency: "甲镇", Year: 2026}, []byte("甲镇:晚")); err != nil {
		t.Fatal(err)
	}
	closeChecked(t, s)
	destroyCurrent(t, dir, older)
	destroyCurrent(t, dir, lost)
	s = openWith(t, dir, Options{})
	if s.Opening().Salvage != nil {
		t.Fatal("salvaged for content alone")
	}
	if _, err := s.Repair(); err != nil {
		t.Fatal(err)
	}
	return s
}

// destroyCurrent damages every record of a draft's content in a closed store,
// but for its versions.
func destroyCurrent(t *testing.T, dir string, id ID) {
	t.Helper()
	data := readFile(t, dir)
	for at := 0; ; at += len(frameMagic) {
		i := bytes.Index(data[at:], frameMagic[:])
		if i < 0 {
			break
		}
		at += i
		if f, _, _, err := parseHeader(data[at:]); err == nil && f.id == id && f.kind == kindCurrent {
			data[at+headerLength] ^= 0xFF
		}
	}
	if err := os.WriteFile(filepath.Join(dir, fileName), data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func salvages(t *testing.T, s *Store) []*Salvage {
	t.Helper()
	all, err := s.Salvages()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// wordsOf is an account in words, but for where the folder is.
func wordsOf(s *Salvage) string {
	return strings.ReplaceAll(strings.Join(s.Words(), "\n"), filepath.Dir(s.Kept), "")
}

// TestAccount: what a salvage could not bring back is told until it is
// acknowledged, whoever opens the store, wherever its folder is taken.
func TestAccount(t *testing.T) {
	dir := t.TempDir()
	s := withLoss(t, dir)
	first := s.Opening().Salvage
	fates := map[string]Fate{}
	for _, d := range first.Drafts {
		fates[d.Agency] = d.Fate
	}
	if !first.Lost() || fates["甲镇"] != FateOlder || fates["丙镇"] != FateWhole || len(first.Drafts) != 3 {
		t.Fatalf("salvaged %+v", first.Drafts)
	}
	for _, how := range []string{"opened", "opened again", "moved"} {
		closeChecked(t, s)
		if how == "moved" {
			moved := filepath.Join(t.TempDir(), "moved")
			if err := os.Rename(dir, moved); err != nil {
				t.Fatal(err)
			}
			dir = moved
		}
		s = openWith(t, dir, Options{})
		if s.Opening().Salvage != nil {
			t.Errorf("%s: salvaged once more", how)
		}
		all := salvages(t, s)
		if len(all) != 1 || !all[0].Lost() || wordsOf(all[0]) != wordsOf(first) {
			t.Fatalf("%s: %q, want %q", how, wordsOf(all[0]), wordsOf(first))
		}
		if _, err := os.Stat(all[0].Kept); err != nil {
			t.Errorf("%s: the damaged file: %v", how, err)
		}
		if salvage, err := s.Repair(); salvage != nil || err != nil {
			t.Errorf("%s: repaired %+v, %v", how, salvage, err)
		}
	}
	words := strings.Join(salvages(t, s)[0].WordsAgain(), "\n")
	for _, want := range []string{"还没有人确认", "《甲镇 2026 年度》最后的内容已损坏", "共 3 份草稿：1 份完整找回"} {
		if !strings.Contains(words, want) {
			t.Errorf("words %q lack %q", words, want)
		}
	}
	if err := s.Acknowledge(salvages(t, s)); err != nil {
		t.Fatal(err)
	}
	closeChecked(t, s)
	if left := salvages(t, openWith(t, dir, Options{})); len(left) != 0 {
		t.Errorf("acknowledged, and still told: %+v", left)
	}
}

// TestAccounts: a second salvage does not wipe out the account of the first, and
// acknowledging that does not wipe out the second's.
func TestAccounts(t *testing.T) {
	dir := t.TempDir()
	s := withLoss(t, dir)
	shown := salvages(t, s)
	s = salvagedAgain(t, dir, s)
	all := salvages(t, s)
	if len(all) != 2 || all[0].Kept != shown[0].Kept || !all[0].Lost() || all[1].Lost() || all[1].Kept == all[0].Kept {
		t.Fatalf("accounts %+v", all)
	}
	if err := s.Acknowledge(shown); err != nil {
		t.Fatal(err)
	}
	if left := salvages(t, s); len(left) != 1 || left[0].Kept != all[1].Kept {
		t.Errorf("left %+v", left)
	}
	before := txNo(t, s)
	if err := s.Acknowledge(shown); err != nil || txNo(t, s) != before {
		t.Errorf("acknowledged twice: %v, %d saves", err, txNo(t, s)-before)
	}
	// An acknowledged account that still lies in the file's free pages stays
	// acknowledged when that is salvaged.
	if err := s.Acknowledge(salvages(t, s)); err != nil {
		t.Fatal(err)
	}
	s = salvagedAgain(t, dir, s)
	if all := salvages(t, s); len(all) != 1 {
		t.Errorf("acknowledged accounts came back: %+v", all)
	}
}

// salvagedAgain has a sound store lose its structure.
func salvagedAgain(t *testing.T, dir string, s *Store) *Store {
	t.Helper()
	closeChecked(t, s)
	spoilPages(t, dir)
	later := time.Now().Add(time.Hour)
	s = openWith(t, dir, Options{Now: func() time.Time { later = later.Add(time.Second); return later }})
	if s.Opening().Salvage == nil {
		t.Fatal("not salvaged")
	}
	return s
}

// spoilPages damages the structure of a closed store, but no record.
func spoilPages(t *testing.T, dir string) {
	t.Helper()
	data := readFile(t, dir)
	const page = 4096
	for at := 2 * page; at < len(data); at += page {
		data[at] ^= 1
	}
	if err := os.WriteFile(filepath.Join(dir, fileName), data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestAccountIsBounded: more accounts than a record can hold leave the newest.
func TestAccountIsBounded(t *testing.T) {
	s := open(t, t.TempDir())
	huge := func(name string) *Salvage {
		a := &Salvage{Kept: name, Time: time.Now()}
		for range 12000 {
			a.Drafts = append(a.Drafts, Salvaged{Summary: Summary{Agency: strings.Repeat("镇", 20)}})
		}
		return a
	}
	if err := s.file.update(func(tx *bbolt.Tx) error { return putAccount(tx, []*Salvage{huge("a"), huge("b")}, time.Now()) }); err != nil {
		t.Fatal(err)
	}
	if all := salvages(t, s); len(all) != 1 || filepath.Base(all[0].Kept) != "b" {
		t.Errorf("%d accounts", len(all))
	}
}

// TestDamagedAccount: an account that cannot be read keeps nobody from his
// drafts; Repair finds it.
func TestDamagedAccount(t *testing.T) {
	dir := t.TempDir()
	s := withLoss(t, dir)
	s = spoilt(t, dir, s, func(tx *bbolt.Tx) error {
		settings := tx.Bucket(bucketSettings)
		return settings.Put(keyAccount, flipped(settings.Get(keyAccount)))
	})
	if all := salvages(t, s); len(all) != 0 {
		t.Errorf("read %+v", all)
	}
	if salvage, err := s.Repair(); salvage == nil || err != nil {
		t.Errorf("repaired %+v, %v", salvage, err)
	}
}

// TestLostVersions: versions that a salvage cannot bring back are counted.
func TestLostVersions(t *testing.T) {
	dir := t.TempDir()
	s := openWith(t, dir, Options{})
	id := create(t, s, "甲镇", "甲镇:零")
	for _, text := range []string{"甲镇:一", "甲镇:二", "甲镇:三"} {
		if err := s.Keep(id, Summary{Agency: "甲镇", Year: 2026}, []byte(text), Note{Reason: ReasonSaved}); err != nil {
			t.Fatal(err)
		}
	}
	closeChecked(t, s)
	data := readFile(t, dir)
	for at := 0; ; at += len(frameMagic) {
		i := bytes.Index(data[at:], frameMagic[:])
		if i < 0 {
			break
		}
		at += i
		if f, _, _, err := parseHeader(data[at:]); err == nil && f.kind == kindVersion && f.seq == 2 {
			data[at+headerLength] ^= 0xFF
		}
	}
	if err := os.WriteFile(filepath.Join(dir, fileName), data, 0o600); err != nil {
		t.Fatal(err)
	}
	s = openWith(t, dir, Options{})
	salvage, err := s.Repair()
	if err != nil || salvage == nil || !salvage.Lost() || len(salvage.Drafts) != 1 || salvage.Drafts[0].Versions != 1 || salvage.Drafts[0].Fate != FateWhole {
		t.Fatalf("salvaged %+v, %v", salvage, err)
	}
	if words := strings.Join(salvage.Words(), ""); !strings.Contains(words, "《甲镇 2026 年度》有 1 个历史版本没有找回") {
		t.Errorf("words %q", words)
	}
	if all := versions(t, s, id); len(all) != 2 {
		t.Errorf("%d versions", len(all))
	}
}

// TestRepairLeavesAlone: a store that is closed, or a newer program's, is left alone.
func TestRepairLeavesAlone(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	if err := s.file.db.Update(func(tx *bbolt.Tx) error {
		return errors.Join(tx.Bucket(bucketMeta).Put(keySchema, []byte{0, 0, 0, schema + 1}), tx.Bucket(bucketSettings).Put([]byte("x"), []byte("no record")))
	}); err != nil {
		t.Fatal(err)
	}
	closeChecked(t, s)
	if salvage, err := s.Repair(); salvage != nil || err != nil {
		t.Errorf("closed: %+v, %v", salvage, err)
	}
	s = open(t, dir)
	if salvage, err := s.Repair(); salvage != nil || err != nil {
		t.Errorf("newer: %+v, %v", salvage, err)
	}
}

// TestLostWithoutTrace: a draft of which nothing at all can be read is told of by
// its number, as long as the structure knows of it.
func TestLostWithoutTrace(t *testing.T) {
	dir := t.TempDir()
	s := openWith(t, dir, Options{})
	id := create(t, s, "甲镇", "甲镇:内容")
	create(t, s, "乙镇", "乙镇:内容")
	closeChecked(t, s)
	data := readFile(t, dir)
	for at := 0; ; at += len(frameMagic) {
		i := bytes.Index(data[at:], frameMagic[:])
		if i < 0 {
			break
		}
		if at += i; ID(data[at+40:at+56]) == id {
			data[at+20] ^= 1 // in the header: nothing of the record is known any more
		}
	}
	if err := os.WriteFile(filepath.Join(dir, fileName), data, 0o600); err != nil {
		t.Fatal(err)
	}
	s = openWith(t, dir, Options{})
	salvage, err := s.Repair()
	if err != nil || salvage == nil || len(salvage.Drafts) != 2 {
		t.Fatalf("salvaged %+v, %v", salvage, err)
	}
	if words := strings.Join(salvage.Words(), ""); !strings.Contains(words, "编号 "+id.String()+" 的草稿没有找回") {
		t.Errorf("words %q", words)
	}
}

func TestNoteWords(t *testing.T) {
	for want, n := range map[string]Note{
		"手动保存":             {Reason: ReasonSaved},
		"手动保存，改 2 格":       {Reason: ReasonSaved, Cells: 2},
		"手动保存，改 3 字":       {Reason: ReasonSaved, Characters: 3},
		"手动保存，改 2 格、3 字":   {Reason: ReasonSaved, Cells: 2, Characters: 3},
		"“送审稿”　手动保存，改 2 格": {Reason: ReasonSaved, Cells: 2, Name: "送审稿"},
	} {
		if got := n.Words(); got != want {
			t.Errorf("%+v: %q, want %q", n, got, want)
		}
	}
}
