package boltfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"go.etcd.io/bbolt"
)

var long = flag.Bool("long", false, "run the long tests: minutes each")

// made is a file that bbolt has made.
func made(t testing.TB, o bbolt.Options, fill ...func(tx *bbolt.Tx) error) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	o.NoSync = true
	db, err := bbolt.Open(path, 0o600, &o)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fill {
		if err := db.Update(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// drafts fills a file as a store of drafts does: buckets in buckets, large and
// small values; from and to are the numbers of the drafts.
func drafts(from, to, size int) func(*bbolt.Tx) error {
	return func(tx *bbolt.Tx) error {
		root, err := tx.CreateBucketIfNotExists([]byte("drafts"))
		if err != nil {
			return err
		}
		for i := from; i < to; i++ {
			b, err := root.CreateBucketIfNotExists(fmt.Appendf(nil, "%08d", i))
			if err != nil {
				return err
			}
			if err := b.Put([]byte("current"), bytes.Repeat([]byte{byte(i)}, size)); err != nil {
				return err
			}
			v, err := b.CreateBucketIfNotExists([]byte("versions"))
			if err != nil {
				return err
			}
			for j := range i % 7 {
				if err := v.Put(fmt.Appendf(nil, "%d", j), bytes.Repeat([]byte("x"), size/2)); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

func drop(from, to int) func(*bbolt.Tx) error {
	return func(tx *bbolt.Tx) error {
		for i := from; i < to; i++ {
			if err := tx.Bucket([]byte("drafts")).DeleteBucket(fmt.Appendf(nil, "%08d", i)); err != nil {
				return err
			}
		}
		return nil
	}
}

func nothing(*bbolt.Tx) error { return nil }

// read is all that Walk finds below the newest meta page, one line a value.
func read(t testing.TB, f *File) (string, int) {
	t.Helper()
	var b strings.Builder
	skipped, err := f.Walk(f.Newest(), func(path [][]byte, key, value []byte) error {
		fmt.Fprintf(&b, "%s/%s=%d %x\n", bytes.Join(path, []byte("/")), key, len(value), crc32.ChecksumIEEE(value))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), skipped
}

// readByBolt is the same by bbolt; a fault over a damaged file is an error.
func readByBolt(t testing.TB, data []byte) (text string, err error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "y.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("bbolt panics: %v", cause)
		}
	}()
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true})
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	var b strings.Builder
	var walk func(path []string, bucket *bbolt.Bucket) error
	walk = func(path []string, bucket *bbolt.Bucket) error {
		return bucket.ForEach(func(key, value []byte) error {
			if value == nil {
				return walk(append(path, string(key)), bucket.Bucket(key))
			}
			fmt.Fprintf(&b, "%s/%s=%d %x\n", strings.Join(path, "/"), key, len(value), crc32.ChecksumIEEE(value))
			return nil
		})
	}
	err = db.View(func(tx *bbolt.Tx) error {
		return tx.ForEach(func(name []byte, bucket *bbolt.Bucket) error { return walk([]string{string(name)}, bucket) })
	})
	return b.String(), err
}

func openBytes(data []byte) (*File, error) { return Open(bytes.NewReader(data), int64(len(data))) }

// TestSound: files of all shapes that bbolt makes pass, and hold what bbolt says.
func TestSound(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty":            made(t, bbolt.Options{}, nothing),
		"small":            made(t, bbolt.Options{}, drafts(0, 3, 20)),
		"inline buckets":   made(t, bbolt.Options{}, drafts(0, 9, 5)),
		"many":             made(t, bbolt.Options{}, drafts(0, 300, 200), drafts(100, 200, 900)),
		"large values":     made(t, bbolt.Options{}, drafts(0, 20, 90000)),
		"with free pages":  made(t, bbolt.Options{}, drafts(0, 200, 3000), drop(20, 150), drafts(300, 310, 100)),
		"much deleted":     made(t, bbolt.Options{}, drafts(0, 200, 9000), drop(0, 199)),
		"pages of 16 KB":   made(t, bbolt.Options{PageSize: 16 << 10}, drafts(0, 50, 3000), drop(3, 9)),
		"pages of 1 KB":    made(t, bbolt.Options{PageSize: 1 << 10}, drafts(0, 50, 3000), drop(3, 9)),
		"many free pages":  made(t, bbolt.Options{PageSize: 1 << 10}, drafts(0, 30, 2<<20), drop(0, 29)),
		"junk at its end":  append(made(t, bbolt.Options{}, drafts(0, 30, 300)), "junk"...),
		"one save damaged": damaged(made(t, bbolt.Options{}, drafts(0, 30, 300), drafts(30, 60, 300)), 16+60, 1),
	} {
		t.Run(name, func(t *testing.T) {
			f, err := openBytes(data)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.Check(); err != nil {
				t.Fatal(err)
			}
			want, err := readByBolt(t, data)
			if err != nil {
				t.Fatal(err)
			}
			if got, skipped := read(t, f); got != want || skipped != 0 {
				t.Errorf("%d bytes read, %d skipped; bbolt reads %d", len(got), skipped, len(want))
			}
		})
	}
}

// damaged changes one byte.
func damaged(data []byte, at int, by byte) []byte {
	data = bytes.Clone(data)
	data[at] ^= by
	return data
}

// TestDamages: each kind is found, and what is not touched can still be walked.
func TestDamages(t *testing.T) {
	sound := made(t, bbolt.Options{}, drafts(0, 300, 300), drop(50, 90))
	f, err := openBytes(sound)
	if err != nil {
		t.Fatal(err)
	}
	const size = 4096
	newest := f.metas[f.Newest()]
	root := int(newest.Root) * size
	list := int(newest.Freelist) * size
	bothMetas := func(change func(meta []byte)) []byte {
		data := bytes.Clone(sound)
		for i := range 2 {
			m := data[i*size+pageHeader:]
			change(m)
			sum := fnv.New64a()
			_, _ = sum.Write(m[:56])
			binary.LittleEndian.PutUint64(m[56:], sum.Sum64())
		}
		return data
	}
	tests := map[string]struct {
		data []byte
		want error
	}{
		"nothing":               {nil, ErrFormat},
		"zeros":                 {make([]byte, 5*size), ErrFormat},
		"text":                  {bytes.Repeat([]byte("text"), 9999), ErrFormat},
		"both metas":            {damaged(damaged(sound, 30, 1), size+30, 1), ErrFormat},
		"its head lost":         {sound[size+100:], ErrFormat},
		"line ends converted":   {bytes.ReplaceAll(sound, []byte("\n"), []byte("\r\n")), ErrDamaged},
		"cut off":               {sound[:len(sound)/2], ErrDamaged},
		"root: its number":      {damaged(sound, root, 1), ErrDamaged},
		"root: its flags":       {damaged(sound, root+8, 3), ErrDamaged},
		"root: its count":       {damaged(sound, root+11, 0xFF), ErrDamaged},
		"root: its overflow":    {damaged(sound, root+13, 0xFF), ErrDamaged},
		"root: an element":      {damaged(sound, root+pageHeader+5, 0xFF), ErrDamaged},
		"root zeroed":           {append(append(bytes.Clone(sound[:root]), make([]byte, size)...), sound[root+size:]...), ErrDamaged},
		"free list: its flags":  {damaged(sound, list+8, 1), ErrDamaged},
		"free list: its count":  {damaged(sound, list+11, 0x70), ErrDamaged},
		"free list: an entry":   {damaged(sound, list+pageHeader, 1), ErrDamaged},
		"root outside the file": {bothMetas(func(m []byte) { binary.LittleEndian.PutUint64(m[16:], 1<<40) }), ErrDamaged},
		"more pages than file":  {bothMetas(func(m []byte) { binary.LittleEndian.PutUint64(m[40:], 1<<40) }), ErrDamaged},
		"no free list":          {bothMetas(func(m []byte) { binary.LittleEndian.PutUint64(m[32:], noFreelist) }), ErrDamaged},
		"page size of 3":        {bothMetas(func(m []byte) { binary.LittleEndian.PutUint32(m[8:], 3) }), ErrFormat},
		"root is the free list": {bothMetas(func(m []byte) { copy(m[16:24], m[32:40]) }), ErrDamaged},
		"free list is the root": {bothMetas(func(m []byte) { copy(m[32:40], m[16:24]) }), ErrDamaged},
		"root is a meta page":   {bothMetas(func(m []byte) { m[16], m[17] = 1, 0 }), ErrDamaged},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f, err := openBytes(tt.data)
			if err == nil {
				err = f.Check()
				read(t, f)
			}
			if !errors.Is(err, tt.want) {
				t.Errorf("%v, want %v", err, tt.want)
			}
		})
	}
}

// TestNoTrap: whatever is done to a file, if Check lets it pass then bbolt reads
// it without stumbling, and reads what Walk does.
func TestNoTrap(t *testing.T) {
	sound := made(t, bbolt.Options{}, drafts(0, 120, 700), drop(30, 60), drafts(200, 220, 9000))
	old := made(t, bbolt.Options{}, drafts(0, 120, 700))
	rounds := 300
	if *long {
		rounds = 5000
	}
	random := rand.New(rand.NewPCG(1, 2))
	passed := 0
	for round := range rounds {
		data := bytes.Clone(sound)
		at := func() int { return random.IntN(len(data)) }
		page := func() int { return 4096 * random.IntN(len(data)/4096) }
		switch round % 8 {
		case 0:
			data[at()] ^= 1 << random.IntN(8)
		case 1: // in a page's header or its first elements
			data[page()+random.IntN(64)] ^= byte(1 + random.IntN(255))
		case 2:
			data = data[:at()]
		case 3:
			clear(data[page():][:4096])
		case 4:
			copy(data[page():][:4096], sound[page():])
		case 5: // stale
			p := page() % (len(old) - 4096)
			copy(data[p:][:4096], old[p:])
		case 6:
			for i := at(); i < min(i+1+random.IntN(2000), len(data)); i++ {
				data[i] = byte(random.IntN(256))
			}
		case 7: // only the meta pages
			data[random.IntN(2)*4096+pageHeader+random.IntN(metaSize)] ^= byte(1 + random.IntN(255))
		}
		f, err := openBytes(data)
		if err == nil {
			err = f.Check()
			read(t, f)
		}
		if err != nil {
			continue
		}
		passed++
		want, err := readByBolt(t, data)
		if err != nil {
			t.Fatalf("round %d: let pass, but %v", round, err)
		}
		if got, skipped := read(t, f); got != want || skipped > 0 {
			t.Fatalf("round %d: other content than bbolt reads", round)
		}
	}
	if passed == 0 || passed == rounds {
		t.Errorf("%d of %d passed: nothing was tested", passed, rounds)
	}
}

func FuzzOpen(f *testing.F) {
	small := made(f, bbolt.Options{PageSize: 1 << 10}, drafts(0, 6, 30), drop(2, 3))
	f.Add(small)
	f.Add(small[:3000])
	f.Add([]byte("text"))
	f.Fuzz(func(t *testing.T, data []byte) {
		// The sums of the meta pages are put right, so that what they lead to
		// is reached.
		for _, at := range []int{pageHeader, 1<<10 + pageHeader} {
			if len(data) >= at+metaSize {
				sum := fnv.New64a()
				_, _ = sum.Write(data[at : at+56])
				binary.LittleEndian.PutUint64(data[at+56:], sum.Sum64())
			}
		}
		file, err := openBytes(data)
		if err != nil {
			return
		}
		_ = file.Check()
		for meta := range 2 {
			_, _ = file.Walk(meta, func([][]byte, []byte, []byte) error { return nil })
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	data := made(b, bbolt.Options{}, drafts(0, 400, 10000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		f, err := openBytes(data)
		if err == nil {
			err = f.Check()
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}
