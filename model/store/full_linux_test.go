package store

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"go.etcd.io/bbolt"

	"nianbao/model/internal/fulldisk"
)

// tooLarge tells the error of a file that may not grow any more.
func tooLarge(err error) bool {
	if err == nil {
		return false
	}
	number, _ := SystemError(err)
	return number == syscall.EFBIG
}

// TestNewStoreOnFullDisk: a store that could not be made is made once there is
// room, instead of being taken for a damaged one.
func TestNewStoreOnFullDisk(t *testing.T) {
	if !fulldisk.InOwnProcess(t) {
		return
	}
	for _, limit := range []uint64{100, 1 << 10, 17 << 10, 20 << 10} {
		dir := t.TempDir()
		fulldisk.Limit(t, limit, func() {
			if _, err := Open(dir, Options{}); !tooLarge(err) {
				t.Errorf("limit %d: %v", limit, err)
			}
		})
		entries, err := os.ReadDir(dir)
		if err != nil || len(entries) != 1 || entries[0].Name() != lockName {
			t.Errorf("limit %d: the folder holds %v, %v", limit, entries, err)
		}
		open(t, dir)
	}
}

// TestNewStoreKilledHalfway: what a killed program left of a new store is no
// obstacle.
func TestNewStoreKilledHalfway(t *testing.T) {
	for _, left := range [][]byte{nil, make([]byte, 9000), []byte("x")} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, fileName+".new"), left, 0o600); err != nil {
			t.Fatal(err)
		}
		s := open(t, dir)
		create(t, s, "甲", "内容")
		entries, err := os.ReadDir(dir)
		if err != nil || len(entries) != 3 {
			t.Errorf("the folder holds %v, %v; want the store, its lock and what is known of it", entries, err)
		}
	}
}

// TestSaveOnFullDisk: the old content stays, the message names the cause, and
// the next save succeeds once there is room.
func TestSaveOnFullDisk(t *testing.T) {
	if !fulldisk.InOwnProcess(t) {
		return
	}
	s := open(t, t.TempDir())
	id := create(t, s, "甲", "旧")
	noise := make([]byte, 200<<10)
	_, _ = rand.NewChaCha8([32]byte{1}).Read(noise) // never fails
	fulldisk.Limit(t, 40<<10, func() {
		if err := s.Save(id, Summary{}, noise); !tooLarge(err) {
			t.Errorf("%v", err)
		}
		if got := load(t, s, id); got != "旧" {
			t.Errorf("content %q", got)
		}
	})
	if err := s.Save(id, Summary{}, noise); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal([]byte(load(t, s, id)), noise) {
		t.Error("other content than was saved")
	}
}

// TestSalvageOnFullDisk: a file that is sound and no store stays where it is while
// there is no room to build one of it.
func TestSalvageOnFullDisk(t *testing.T) {
	if !fulldisk.InOwnProcess(t) {
		return
	}
	for _, limit := range []uint64{100, 1 << 10, 17 << 10} {
		dir := t.TempDir()
		s := open(t, dir)
		id := create(t, s, "甲", "内容")
		if err := s.file.db.Update(func(tx *bbolt.Tx) error { return tx.DeleteBucket(bucketMeta) }); err != nil {
			t.Fatal(err)
		}
		closeChecked(t, s)
		before := readFile(t, dir)
		fulldisk.Limit(t, limit, func() {
			if _, err := Open(dir, Options{}); !tooLarge(err) {
				t.Errorf("limit %d: %v", limit, err)
			}
		})
		if !bytes.Equal(before, readFile(t, dir)) {
			t.Errorf("limit %d: the file was changed", limit)
		}
		if s = open(t, dir); s.Opening().Salvage == nil || load(t, s, id) != "内容" {
			t.Errorf("limit %d: salvaged %+v", limit, s.Opening().Salvage)
		}
	}
}
