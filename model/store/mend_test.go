package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"
)

// spoilt damages the open store's file behind the program's back, closes it and
// opens it again.
func spoilt(t *testing.T, dir string, s *Store, damage func(*bbolt.Tx) error) *Store {
	t.Helper()
	if err := s.file.db.Update(damage); err != nil {
		t.Fatal(err)
	}
	closeChecked(t, s)
	return openWith(t, dir, Options{})
}

// flipped is a record with a bit of its body changed.
func flipped(record []byte) []byte {
	record = bytes.Clone(record)
	record[headerLength] ^= 4
	return record
}

// spoilCurrent damages the last content of a draft.
func spoilCurrent(tx *bbolt.Tx, id ID) error {
	draft := tx.Bucket(bucketDrafts).Bucket(id[:])
	return draft.Put(keyCurrent, flipped(draft.Get(keyCurrent)))
}

// spoilSummary damages what the list shows of a draft.
func spoilSummary(tx *bbolt.Tx, id ID) error {
	summaries := tx.Bucket(bucketSummary)
	return summaries.Put(id[:], flipped(summaries.Get(id[:])))
}

// TestMend: a summary that cannot be read is told of and made anew from what
// can be read of the draft, once.
func TestMend(t *testing.T) {
	tests := []struct {
		name   string
		spoil  func(tx *bbolt.Tx, id ID) error
		from   Fate
		words  string
		agency string
	}{
		{"damaged", spoilSummary, FateWhole, "《甲镇 2026 年度》在列表里的摘要已损坏，已按草稿内容重新写好，草稿本身完好。", "甲镇"},
		{"gone", func(tx *bbolt.Tx, id ID) error { return tx.Bucket(bucketSummary).Delete(id[:]) }, FateWhole, "已按草稿内容重新写好", "甲镇"},
		{"no summary", func(tx *bbolt.Tx, id ID) error {
			packed, err := pack([]byte("[]"))
			if err != nil {
				return err
			}
			return tx.Bucket(bucketSummary).Put(id[:], encode(frame{kind: kindSummary, id: id}, packed))
		}, FateWhole, "已按草稿内容重新写好", "甲镇"},
		{"under another key", func(tx *bbolt.Tx, id ID) error {
			summaries := tx.Bucket(bucketSummary)
			return summaries.Put(id[:], encode(frame{kind: kindSummary, id: ID{1}}, body{}))
		}, FateWhole, "已按草稿内容重新写好", "甲镇"},
		{"with the last content", func(tx *bbolt.Tx, id ID) error {
			return errors.Join(spoilSummary(tx, id), spoilCurrent(tx, id))
		}, FateOlder, "《乙镇 2026 年度》的摘要和最后的内容都已损坏，列表里显示的是", "乙镇"},
		{"with all content", func(tx *bbolt.Tx, id ID) error {
			versions := tx.Bucket(bucketDrafts).Bucket(id[:]).Bucket(keyVersions)
			key, record := versions.Cursor().First()
			return errors.Join(spoilSummary(tx, id), spoilCurrent(tx, id), versions.Put(bytes.Clone(key), flipped(record)))
		}, FateLost, "读不出来，摘要、内容和历史版本都已损坏", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			s := openWith(t, dir, Options{})
			id, other := create(t, s, "乙镇", "乙镇:较早"), create(t, s, "丙镇", "丙镇:别的")
			if err := s.Keep(id, Summary{Agency: "乙镇"}, []byte("乙镇:较早"), Note{Reason: ReasonSaved}); err != nil {
				t.Fatal(err)
			}
			if err := s.Save(id, Summary{Agency: "甲镇"}, []byte("甲镇:最后")); err != nil {
				t.Fatal(err)
			}
			s = spoilt(t, dir, s, func(tx *bbolt.Tx) error { return tt.spoil(tx, id) })
			mended := s.Opening().Mended
			if len(mended) != 1 || mended[0].ID != id || mended[0].From != tt.from || s.Opening().Salvage != nil {
				t.Fatalf("mended %+v, opening %+v", mended, s.Opening())
			}
			if words := strings.Join(s.Opening().Words(), ""); !strings.Contains(words, tt.words) {
				t.Errorf("words %q, want %q", words, tt.words)
			}
			list, err := s.List()
			if err != nil || len(list) != 2 {
				t.Fatalf("list %+v, %v", list, err)
			}
			for _, sum := range list {
				switch {
				case sum.ID == other && (sum.Agency != "丙镇" || sum.Damaged):
					t.Errorf("the other draft: %+v", sum)
				case sum.ID != id:
				case sum.Agency != tt.agency || sum.Damaged != (tt.from == FateLost):
					t.Errorf("listed %+v", sum)
				case !sum.Damaged && (sum.Updated.IsZero() || sum.State != StateDraft || sum.Year != 2026):
					t.Errorf("listed %+v", sum)
				}
			}
			closeChecked(t, s)
			s = openWith(t, dir, Options{})
			if again := len(s.Opening().Mended); (again > 0) != (tt.from == FateLost) {
				t.Errorf("the next opening mends %d", again)
			}
		})
	}
}

// TestSpoiltContent: a draft whose last content cannot be read is told of when the store
// is opened, with the version that can be; its summary, which is whole, stays as it is.
func TestSpoiltContent(t *testing.T) {
	for name, tt := range map[string]struct {
		spoil func(tx *bbolt.Tx, id ID) error
		words string
	}{
		"body": {spoilCurrent, "《甲镇 2026 年度》最后的内容已损坏，还读得出 "},
		"header": {func(tx *bbolt.Tx, id ID) error {
			draft := tx.Bucket(bucketDrafts).Bucket(id[:])
			record := bytes.Clone(draft.Get(keyCurrent))
			record[70] ^= 1
			return draft.Put(keyCurrent, record)
		}, "《甲镇 2026 年度》最后的内容已损坏，还读得出 "},
		"cut short": {func(tx *bbolt.Tx, id ID) error {
			draft := tx.Bucket(bucketDrafts).Bucket(id[:])
			record := draft.Get(keyCurrent)
			return draft.Put(keyCurrent, bytes.Clone(record[:len(record)-1]))
		}, "《甲镇 2026 年度》最后的内容已损坏，还读得出 "},
		"its versions too": {func(tx *bbolt.Tx, id ID) error {
			versions := tx.Bucket(bucketDrafts).Bucket(id[:]).Bucket(keyVersions)
			key, record := versions.Cursor().First()
			return errors.Join(spoilCurrent(tx, id), versions.Put(bytes.Clone(key), flipped(record)))
		}, "《甲镇 2026 年度》的内容和历史版本都读不出来"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := openWith(t, dir, Options{})
			id, other, trashed := create(t, s, "甲镇", "甲镇:较早"), create(t, s, "乙镇", "乙镇:别的"), create(t, s, "丙镇", "丙镇:扔了的")
			if err := errors.Join(s.Keep(id, Summary{Agency: "甲镇", Year: 2026}, []byte("甲镇:较早"), Note{Reason: ReasonSaved}), s.Save(id, Summary{Agency: "甲镇", Year: 2026}, []byte("甲镇:最后")), s.Trash(trashed)); err != nil {
				t.Fatal(err)
			}
			s = spoilt(t, dir, s, func(tx *bbolt.Tx) error { return errors.Join(tt.spoil(tx, id), spoilCurrent(tx, trashed)) })
			words := s.Opening().Words()
			if len(words) != 1 || !strings.Contains(words[0], tt.words) {
				t.Errorf("words %q, want %q", words, tt.words)
			}
			if list, err := s.List(); err != nil || len(list) != 2 || list[0].Damaged || list[1].Damaged {
				t.Errorf("list %+v, %v", list, err)
			}
			if load(t, s, other) != "乙镇:别的" {
				t.Error("the other draft is read otherwise")
			}
			if err := s.Save(id, Summary{Agency: "甲镇", Year: 2026}, []byte("甲镇:新的")); err != nil {
				t.Fatal(err)
			}
			closeChecked(t, s)
			if s = openWith(t, dir, Options{}); len(s.Opening().Words()) > 0 {
				t.Errorf("told again though it was saved anew: %q", s.Opening().Words())
			}
		})
	}
}

// TestMendNeedsSumming: without anything to sum up with, and with content that is
// no report, the draft is told of and stays in the list as damaged.
func TestMendNeedsSumming(t *testing.T) {
	for name, content := range map[string]string{"nothing sums up": "甲镇:x", "no report": "x"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := openWith(t, dir, Options{})
			id := create(t, s, "甲镇", content)
			s = spoilt(t, dir, s, func(tx *bbolt.Tx) error { return spoilSummary(tx, id) })
			if name == "nothing sums up" {
				closeChecked(t, s)
				s = openWith(t, dir, Options{})
				if err := s.file.db.Update(func(tx *bbolt.Tx) error { return spoilSummary(tx, id) }); err != nil {
					t.Fatal(err)
				}
				closeChecked(t, s)
				s = open(t, dir)
			}
			if mended := s.Opening().Mended; len(mended) != 1 || mended[0].From != FateLost {
				t.Errorf("mended %+v", mended)
			}
			if list, err := s.List(); err != nil || len(list) != 1 || !list[0].Damaged || list[0].ID != id {
				t.Errorf("list %+v, %v", list, err)
			}
			if load(t, s, id) != content {
				t.Error("other content")
			}
		})
	}
}

// TestDisagreement: a key that was changed leaves a sound structure in which a
// draft, or its record, is nowhere to be found. The drafts are had back.
func TestDisagreement(t *testing.T) {
	rename := func(b *bbolt.Bucket, from, to []byte) error {
		return errors.Join(b.Put(to, bytes.Clone(b.Get(from))), b.Delete(from))
	}
	meta := func(key []byte, value []byte) func(*bbolt.Tx, ID, ID) error {
		return func(tx *bbolt.Tx, _, _ ID) error { return tx.Bucket(bucketMeta).Put(key, value) }
	}
	tests := map[string]func(tx *bbolt.Tx, id, trashed ID) error{
		"draft's key": func(tx *bbolt.Tx, id, _ ID) error {
			drafts := tx.Bucket(bucketDrafts)
			moved, err := drafts.CreateBucket(append([]byte{id[0] ^ 1}, id[1:]...))
			if err != nil {
				return err
			}
			return errors.Join(moved.Put(keyCurrent, bytes.Clone(drafts.Bucket(id[:]).Get(keyCurrent))), drafts.DeleteBucket(id[:]))
		},
		"draft's key, shorter": func(tx *bbolt.Tx, id, _ ID) error {
			_, err := tx.Bucket(bucketDrafts).CreateBucket(id[:8])
			return err
		},
		"no bucket among the drafts": func(tx *bbolt.Tx, _, _ ID) error { return tx.Bucket(bucketDrafts).Put([]byte("x"), nil) },
		"content's key": func(tx *bbolt.Tx, id, _ ID) error {
			return rename(tx.Bucket(bucketDrafts).Bucket(id[:]), keyCurrent, []byte("currenu"))
		},
		"another draft's content": func(tx *bbolt.Tx, id, trashed ID) error {
			drafts := tx.Bucket(bucketDrafts)
			return drafts.Bucket(trashed[:]).Put(keyCurrent, bytes.Clone(drafts.Bucket(id[:]).Get(keyCurrent)))
		},
		"summary's key": func(tx *bbolt.Tx, id, _ ID) error {
			return rename(tx.Bucket(bucketSummary), id[:], append([]byte{id[0] ^ 1}, id[1:]...))
		},
		"tombstone's key": func(tx *bbolt.Tx, _, trashed ID) error {
			return rename(tx.Bucket(bucketTrash), trashed[:], append([]byte{trashed[0] ^ 1}, trashed[1:]...))
		},
		"save counter":  meta(keyTxNo, []byte{1}),
		"schema":        meta(keySchema, []byte{1}),
		"store's name":  meta(keyStoreID, []byte{1}),
		"a bucket gone": func(tx *bbolt.Tx, _, _ ID) error { return tx.DeleteBucket(bucketTrash) },
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := openWith(t, dir, Options{})
			id, trashed := create(t, s, "甲镇", "甲镇:内容"), create(t, s, "乙镇", "乙镇:回收站里的")
			if err := s.Trash(trashed); err != nil {
				t.Fatal(err)
			}
			s = spoilt(t, dir, s, func(tx *bbolt.Tx) error { return spoil(tx, id, trashed) })
			if salvage := s.Opening().Salvage; salvage == nil {
				t.Error("nothing was noticed")
			} else {
				// A key with a bit changed names no draft that anybody had.
				for _, d := range salvage.Drafts {
					if d.ID != id && d.ID != trashed {
						t.Errorf("told of a draft that was never there: %q", salvage.Words())
					}
				}
			}
			if list, err := s.List(); err != nil || len(list) != 1 || list[0].ID != id || list[0].Agency != "甲镇" {
				t.Errorf("list %+v, %v", list, err)
			}
			if got := load(t, s, id); got != "甲镇:内容" {
				t.Errorf("content %q", got)
			}
			if name != "another draft's content" { // that is lost
				if err := s.Untrash(trashed); err != nil || load(t, s, trashed) != "乙镇:回收站里的" {
					t.Errorf("the draft in the trash: %v", err)
				}
			}
			closeChecked(t, s)
			if s = openWith(t, dir, Options{}); s.Opening().Salvage != nil {
				t.Errorf("salvaged again: %q", s.Opening().Words())
			}
		})
	}
}

// TestLostSave: where the end of the last save is damaged, what it saved is taken
// up again, also a draft that was new with it, or came back from the trash.
func TestLostSave(t *testing.T) {
	const page = 4096
	for _, what := range []string{"saved", "made", "trashed", "taken from the trash and saved"} {
		t.Run(what, func(t *testing.T) {
			dir := t.TempDir()
			s := openWith(t, dir, Options{})
			id := create(t, s, "甲镇", "甲镇:早")
			var err error
			want := map[ID]string{id: "甲镇:晚"}
			switch what {
			case "saved":
				err = s.Save(id, Summary{Agency: "甲镇"}, []byte("甲镇:晚"))
			case "made":
				want = map[ID]string{id: "甲镇:早", create(t, s, "乙镇", "乙镇:新"): "乙镇:新"}
			case "trashed":
				err, want = s.Trash(id), nil
			case "taken from the trash and saved":
				// Both are one save here, as only the last one can be lost.
				err = errors.Join(s.Trash(id), s.file.update(func(tx *bbolt.Tx) error {
					if err := tx.Bucket(bucketTrash).Delete(id[:]); err != nil {
						return err
					}
					packed, summary, err := prepare(Summary{Agency: "甲镇"}, []byte("甲镇:晚"))
					if err == nil {
						_, err = s.putCurrent(tx, tx.Bucket(bucketDrafts).Bucket(id[:]), id, packed, summary)
					}
					return err
				}))
			}
			if err != nil {
				t.Fatal(err)
			}
			closeChecked(t, s)
			data := readFile(t, dir)
			last := 0
			if bytes.Compare(data[page+16+48:page+16+56], data[16+48:16+56]) > 0 { // little-endian, but small
				last = page
			}
			data[last+16+40] ^= 1
			dir = t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, fileName), data, 0o600); err != nil {
				t.Fatal(err)
			}
			s = openWith(t, dir, Options{})
			if !s.Opening().OneMeta || s.Opening().Salvage != nil {
				t.Fatalf("opening %+v", s.Opening())
			}
			if what == "trashed" { // back in the list: at worst it is thrown away once more
				want = map[ID]string{id: "甲镇:早"}
			}
			list, err := s.List()
			if err != nil || len(list) != len(want) {
				t.Fatalf("list %+v, %v; want %v", list, err, want)
			}
			for _, sum := range list {
				agency, _, _ := strings.Cut(want[sum.ID], ":")
				if got := load(t, s, sum.ID); got != want[sum.ID] || sum.Agency != agency {
					t.Errorf("%+v: %q, want %q", sum, got, want[sum.ID])
				}
			}
		})
	}
}
