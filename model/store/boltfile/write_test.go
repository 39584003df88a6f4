package boltfile

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"

	"go.etcd.io/bbolt"
)

// plain fills a bucket with n values, and one that stays inline with four.
func plain(n int) func(*bbolt.Tx) error {
	return func(tx *bbolt.Tx) error {
		for _, b := range []struct {
			name string
			n    int
		}{{"wide", n}, {"inline", 4}} {
			bucket, err := tx.CreateBucketIfNotExists([]byte(b.name))
			if err != nil {
				return err
			}
			for i := range b.n {
				if err := bucket.Put(fmt.Appendf(nil, "%08d", 16*i), bytes.Repeat([]byte("v"), 100*b.n/n)); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

// writeByBolt lets bbolt change and delete all that a file holds, bucket by
// bucket, and returns the file after that; a fault is an error.
func writeByBolt(t testing.TB, data []byte) (after []byte, err error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "w.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("bbolt panics: %v", cause)
		}
	}()
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{NoSync: true, FreelistType: bbolt.FreelistMapType})
	if err != nil {
		return nil, err
	}
	for round := range 3 {
		if err := db.Update(func(tx *bbolt.Tx) error {
			return tx.ForEach(func(_ []byte, b *bbolt.Bucket) error { return rewrite(b, round) })
		}); err != nil {
			return nil, err
		}
	}
	if err := db.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// rewrite deletes a third of a bucket's keys and gives the others longer values.
func rewrite(b *bbolt.Bucket, round int) error {
	var keys, buckets [][]byte
	err := b.ForEach(func(key, value []byte) error {
		if value == nil {
			buckets = append(buckets, bytes.Clone(key))
		} else {
			keys = append(keys, bytes.Clone(key))
		}
		return nil
	})
	for i, key := range keys {
		if err != nil {
			return err
		}
		if i%3 == round {
			err = b.Delete(key)
		} else {
			err = b.Put(key, make([]byte, 900*(round+1)))
		}
	}
	for _, name := range buckets {
		if err != nil {
			return err
		}
		err = rewrite(b.Bucket(name), round)
	}
	return err
}

// TestSmallDamages: each is a bit or a number that bbolt would believe, lose
// records by without a word, or free a wrong page by when it writes.
func TestSmallDamages(t *testing.T) {
	sound := made(t, bbolt.Options{PageSize: 4096}, plain(400))
	f, err := openBytes(sound)
	if err != nil {
		t.Fatal(err)
	}
	m := f.metas[f.Newest()]
	read := func(id uint64) (int, []item) {
		p, err := f.read(id, m.HighWater, whole)
		if err != nil {
			t.Fatal(err)
		}
		items, _, err := p.items()
		if err != nil {
			t.Fatal(err)
		}
		return int(id) * f.pages, items
	}
	root, top := read(m.Root) // inline, wide
	inline := root + top[0].at + len(top[0].key) + bucketHead
	branch, below := read(binary.LittleEndian.Uint64(top[1].value))
	leaf := int(below[3].child) * f.pages
	newest := f.Newest() * f.pages
	tests := map[string]struct {
		at int
		by byte
	}{
		"leaf: fewer elements":              {leaf + 10, 1},
		"leaf: a value's length":            {leaf + pageHeader + 12, 4},
		"leaf: a key's place":               {leaf + pageHeader + 4, 1},
		"leaf: overflow":                    {leaf + 12, 1},
		"branch: first key":                 {branch + below[0].at, 0x10},
		"branch: a key lower":               {branch + below[3].at + 7, 8},
		"branch: a child":                   {branch + pageHeader + 8, 1},
		"root: a bucket made a value":       {root + pageHeader, 1},
		"inline bucket: its page number":    {inline, 8},
		"inline bucket: fewer elements":     {inline + 10, 1},
		"inline bucket: an empty key":       {inline + pageHeader + 8, 8},
		"inline bucket: a bucket in it":     {inline + pageHeader, 1},
		"bucket: its root":                  {root + top[1].at + len(top[1].key), 1},
		"newest meta: its head, and a page": {newest + 8, 2},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			data := damaged(sound, tt.at, tt.by)
			if tt.at == newest+8 { // bbolt overlooks the head
				clear(data[root:][:f.pages])
			}
			g, err := openBytes(data)
			if err != nil {
				t.Fatal(err)
			}
			if g.Check() == nil {
				t.Error("let pass")
			}
		})
	}
}

// TestWritten: whatever bbolt writes, in whatever order, passes.
func TestWritten(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	for round := range 30 {
		var changes []func(*bbolt.Tx) error
		for range 20 {
			changes = append(changes, func(tx *bbolt.Tx) error {
				b, err := tx.CreateBucketIfNotExists([]byte("b"))
				if err != nil {
					return err
				}
				b.FillPercent = 0.1 + 0.9*random.Float64()
				longest := []int{10, 200, 6000}[random.IntN(3)]
				for range random.IntN(300) {
					key := fmt.Appendf(nil, "%d", random.IntN(4000))
					if random.IntN(2) == 0 {
						err = b.Delete(key)
					} else {
						err = b.Put(key, make([]byte, random.IntN(longest)))
					}
					if err != nil {
						return err
					}
				}
				return nil
			})
		}
		data := made(t, bbolt.Options{PageSize: []int{1 << 10, 4 << 10}[round%2]}, changes...)
		f, err := openBytes(data)
		if err == nil {
			err = f.Check()
		}
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
	}
}

// TestNoTrapToWrite: what Check lets pass, bbolt reads as Walk does, and can
// write to: the file is sound after that.
func TestNoTrapToWrite(t *testing.T) {
	files := [][]byte{
		made(t, bbolt.Options{PageSize: 1 << 10}, plain(200), drafts(0, 20, 300), drop(5, 10)),
		made(t, bbolt.Options{PageSize: 4 << 10}, plain(60), drafts(0, 9, 5)),
	}
	rounds := 300
	if *long {
		rounds = 5000
	}
	random := rand.New(rand.NewPCG(3, 4))
	le := binary.LittleEndian
	passed := 0
	for round := range rounds {
		sound := files[round%len(files)]
		f, err := openBytes(sound)
		if err != nil {
			t.Fatal(err)
		}
		page := func() int { // the place of one that is, or was, in use
			for {
				id := 2 + random.IntN(int(f.metas[f.Newest()].HighWater)-2)
				if le.Uint64(sound[id*f.pages:]) == uint64(id) {
					return id * f.pages
				}
			}
		}
		data, at := bytes.Clone(sound), page()
		count := int(le.Uint16(data[at+10:]))
		switch round / len(files) % 5 {
		case 0: // the page's header
			data[at+random.IntN(pageHeader)] ^= 1 << random.IntN(8)
		case 1: // its elements
			data[at+pageHeader+random.IntN(1+min(element*count, f.pages-pageHeader-1))] ^= 1 << random.IntN(8)
		case 2: // anywhere in it
			data[at+random.IntN(f.pages)] ^= 1 << random.IntN(8)
		case 3:
			le.PutUint16(data[at+10:], uint16(random.IntN(count+2)))
		case 4: // another page with this one's number
			copy(data[at+8:at+f.pages], sound[page()+8:])
		}
		g, err := openBytes(data)
		if err != nil {
			t.Fatal(err)
		}
		if g.Check() != nil {
			read(t, g)
			continue
		}
		passed++
		want, err := readByBolt(t, data)
		if got, skipped := read(t, g); err != nil || got != want || skipped > 0 {
			t.Fatalf("round %d: let pass, but bbolt reads otherwise: %v", round, err)
		}
		after, err := writeByBolt(t, data)
		if err == nil {
			g, err = openBytes(after)
		}
		if err == nil {
			err = g.Check()
		}
		if err != nil {
			t.Fatalf("round %d: let pass, but after bbolt has written: %v", round, err)
		}
	}
	if passed == 0 || passed == rounds {
		t.Errorf("%d of %d passed: nothing was tested", passed, rounds)
	}
}

// TestNested: buckets that stand inline in one another and share their bytes are
// read in bounded time; each level would be visited three times as often.
func TestNested(t *testing.T) {
	const size, elements = 4 << 10, 3
	le := binary.LittleEndian
	leaf := func(shared []byte) []byte { // keys "abc", "bc", "c" end where the value of all begins
		p := make([]byte, pageHeader+element*elements)
		le.PutUint16(p[8:], leafPage)
		le.PutUint16(p[10:], elements)
		for i := range elements {
			e := p[pageHeader+element*i:]
			le.PutUint32(e, bucketElement)
			le.PutUint32(e[4:], uint32(element*(elements-i)+i))
			le.PutUint32(e[8:], uint32(elements-i))
			le.PutUint32(e[12:], uint32(len(shared)))
		}
		return append(append(p, "abc"...), shared...)
	}
	shared := make([]byte, bucketHead+pageHeader)
	for range 40 {
		shared = append(make([]byte, bucketHead), leaf(shared)...)
	}
	sound := made(t, bbolt.Options{PageSize: size}, nothing)
	f, err := openBytes(sound)
	if err != nil {
		t.Fatal(err)
	}
	root := int(f.metas[f.Newest()].Root) * size
	data := append(sound[:root+8:root+8], leaf(shared)[8:]...)
	data = append(data, make([]byte, max(0, len(sound)-len(data)))...)
	if f, err = openBytes(data); err != nil {
		t.Fatal(err)
	}
	if f.Check() == nil {
		t.Error("let pass")
	}
	if _, skipped := read(t, f); skipped == 0 {
		t.Error("nothing skipped")
	}
}
