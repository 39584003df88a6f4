package boltfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"strings"
	"testing"
)

// forgedSize is the size of a forged file's pages.
const forgedSize = 1 << 10

// forged is a file made by hand, page by page, behind two good meta pages: root is
// page 3, the free list page 2.
type forged struct {
	pages [][]byte // from page 2 on; nil for one of zeros
	high  int      // the high water mark, when it is not their number
}

// bytes makes the file.
func (f forged) bytes() []byte {
	high := len(f.pages) + 2
	if f.high != 0 {
		high = f.high
	}
	le := binary.LittleEndian
	var out []byte
	for i := range 2 {
		page := make([]byte, forgedSize)
		m := page[pageHeader:]
		le.PutUint32(m, metaMagic)
		le.PutUint32(m[4:], metaVersion)
		le.PutUint32(m[8:], forgedSize)
		le.PutUint64(m[16:], 3)
		le.PutUint64(m[32:], 2)
		le.PutUint64(m[40:], uint64(high))
		le.PutUint64(m[48:], uint64(i))
		sum := fnv.New64a()
		_, _ = sum.Write(m[:56])
		le.PutUint64(m[56:], sum.Sum64())
		out = append(out, page...)
	}
	for _, p := range f.pages {
		out = append(out, append(p, make([]byte, (forgedSize-len(p)%forgedSize)%forgedSize)...)...)
		if len(p) == 0 {
			out = append(out, make([]byte, forgedSize)...)
		}
	}
	return out
}

// entry is an element of a page.
type entry struct {
	key, value string
	child      uint64
	bucket     bool
}

// forge makes a page without the rest of its room.
func forge(id uint64, flags uint16, overflow uint32, entries ...entry) []byte {
	le := binary.LittleEndian
	p := make([]byte, pageHeader+element*len(entries))
	le.PutUint64(p, id)
	le.PutUint16(p[8:], flags)
	le.PutUint16(p[10:], uint16(len(entries)))
	le.PutUint32(p[12:], overflow)
	for i, e := range entries {
		at := pageHeader + element*i
		position := uint32(len(p) - at)
		if flags == branchPage {
			le.PutUint32(p[at:], position)
			le.PutUint32(p[at+4:], uint32(len(e.key)))
			le.PutUint64(p[at+8:], e.child)
		} else {
			if e.bucket {
				le.PutUint32(p[at:], bucketElement)
			}
			le.PutUint32(p[at+4:], position)
			le.PutUint32(p[at+8:], uint32(len(e.key)))
			le.PutUint32(p[at+12:], uint32(len(e.value)))
		}
		p = append(p, e.key+e.value...)
	}
	return p
}

func freePages(ids ...uint64) []byte {
	p := forge(2, freelistPage, 0)
	binary.LittleEndian.PutUint16(p[10:], uint16(len(ids)))
	for _, id := range ids {
		p = binary.LittleEndian.AppendUint64(p, id)
	}
	return p
}

// at is a bucket's head that leads to a page; within is one with its page inline.
func at(root uint64) string {
	return string(binary.LittleEndian.AppendUint64(nil, root)) + "\x00\x00\x00\x00\x00\x00\x00\x00"
}

func within(page []byte) string { return at(0) + string(page) }

// with changes a byte of a page.
func with(p []byte, at int, value byte) []byte {
	p[at] = value
	return p
}

// forgery is a forged file and what Check says of it; nothing of a sound one.
type forgery struct {
	file forged
	want string
}

func forgeries() map[string]forgery {
	root := func(value string) []byte { return forge(3, leafPage, 0, entry{key: "b", value: value, bucket: true}) }
	under := func(pages ...[]byte) forged { // of one bucket, from page 4 on
		return forged{pages: append([][]byte{freePages(), root(at(4))}, pages...)}
	}
	inline := func(entries ...entry) []byte { return forge(0, leafPage, 0, entries...) }
	leaf := func(id uint64, keys ...string) []byte {
		var all []entry
		for _, k := range keys {
			all = append(all, entry{key: k, value: "v"})
		}
		return forge(id, leafPage, 0, all...)
	}
	branch := func(id uint64, entries ...entry) []byte { return forge(id, branchPage, 0, entries...) }
	// deep is a row of branches of one child each, the last a leaf.
	deep := func(branches int) forged {
		var pages [][]byte
		for i := range branches {
			pages = append(pages, branch(uint64(4+i), entry{key: "a", child: uint64(5 + i)}))
		}
		return under(append(pages, leaf(uint64(4+branches), "a"))...)
	}
	return map[string]forgery{
		"one value":                   {under(leaf(4, "a")), ""},
		"two leaves":                  {under(branch(4, entry{key: "a", child: 5}, entry{key: "c", child: 6}), leaf(5, "a", "b"), leaf(6, "c")), ""},
		"an empty bucket":             {under(leaf(4)), ""},
		"an inline bucket":            {forged{pages: [][]byte{freePages(), root(within(inline(entry{key: "a", value: "v"})))}}, ""},
		"a free page":                 {forged{pages: [][]byte{freePages(5), root(at(4)), leaf(4, "a"), nil}}, ""},
		"an overflowing value":        {under(forge(4, leafPage, 1, entry{key: "a", value: strings.Repeat("v", forgedSize)}), nil), ""},
		"64 deep":                     {deep(maxDepth - 1), ""},
		"65 deep":                     {deep(maxDepth + 1), "too deep"},
		"no pages":                    {forged{high: 2}, "2 pages in a file"},
		"more pages than the file":    {forged{pages: [][]byte{freePages(), root(at(4)), leaf(4, "a")}, high: 6}, "6 pages in a file"},
		"a page that nobody has":      {under(leaf(4, "a"), nil), "page 5 is neither used nor free"},
		"a page beyond the mark":      {under(branch(4, entry{key: "a", child: 9})), "page 9: outside the file"},
		"a meta page":                 {under(branch(4, entry{key: "a", child: 1})), "page 1: outside the file"},
		"another page's number":       {under(leaf(5, "a")), "page 4: says it is page 5"},
		"a page used twice":           {under(branch(4, entry{key: "a", child: 5}, entry{key: "b", child: 5}), leaf(5, "a")), "page 5: used twice"},
		"a branch of itself":          {under(branch(4, entry{key: "a", child: 4})), "page 4: used twice"},
		"overflow beyond the mark":    {under(forge(4, leafPage, 1, entry{key: "a"})), "page 4: 1 overflow pages"},
		"overflow of another's page":  {under(branch(4, entry{key: "a", child: 5}, entry{key: "b", child: 6}), forge(5, leafPage, 1, entry{key: "a", value: strings.Repeat("v", forgedSize)})[:forgedSize], leaf(6, "b")), "used twice"},
		"room that nothing fills":     {forged{pages: [][]byte{freePages(), root(at(4)), append(forge(4, leafPage, 1, entry{key: "a"}), make([]byte, forgedSize)...)}, high: 6}, "bytes for"},
		"a branch of nothing":         {under(branch(4)), "page 4: a branch without elements"},
		"neither branch nor leaf":     {under(forge(4, 4, 0)), "page 4: flags 0x4"},
		"an element of no kind":       {under(with(leaf(4, "a"), pageHeader, 2)), "outside the page or of no kind"},
		"an element in the head":      {under(with(leaf(4, "a"), pageHeader+4, element-1)), "outside the page or of no kind"},
		"an element behind the page":  {under(with(leaf(4, "a"), pageHeader+13, 4)), "outside the page or of no kind"},
		"more elements than room":     {under(with(leaf(4, "a"), 11, 1)), "elements"},
		"a gap":                       {under(with(leaf(4, "a"), pageHeader+4, element+1)), "does not follow"},
		"keys the wrong way round":    {under(leaf(4, "b", "a")), "key 1 is out of order"},
		"a key twice":                 {under(leaf(4, "a", "a")), "key 1 is out of order"},
		"no key":                      {under(leaf(4, "")), "key 0 is out of order"},
		"a key beyond its branch":     {under(branch(4, entry{key: "a", child: 5}, entry{key: "c", child: 6}), leaf(5, "a", "c"), leaf(6, "c")), "page 5: key 1 is out of order"},
		"another first key":           {under(branch(4, entry{key: "a", child: 5}), leaf(5, "b")), "not the first key that its branch says"},
		"no first key":                {under(branch(4, entry{key: "a", child: 5}), leaf(5)), "not the first key that its branch says"},
		"a value among the buckets":   {forged{pages: [][]byte{freePages(), leaf(3, "b")}}, "key 0 of the root bucket is no bucket"},
		"a short bucket":              {forged{pages: [][]byte{freePages(), root(at(0)[:15])}}, "a bucket of 15 bytes"},
		"a long bucket":               {forged{pages: [][]byte{freePages(), root(at(4) + "x"), leaf(4, "a")}}, "a bucket of 17 bytes"},
		"a short inline bucket":       {forged{pages: [][]byte{freePages(), root(at(0) + "0123456789ABCDE")}}, "an inline bucket of 15 bytes"},
		"an inline branch":            {forged{pages: [][]byte{freePages(), root(within(forge(0, branchPage, 0)))}}, "an inline bucket that is no leaf"},
		"an inline overflow":          {forged{pages: [][]byte{freePages(), root(within(forge(0, leafPage, 1)))}}, "an inline bucket that is no leaf"},
		"a numbered inline bucket":    {forged{pages: [][]byte{freePages(), root(within(forge(7, leafPage, 0)))}}, "an inline bucket that says it is page 7"},
		"a bucket in an inline one":   {forged{pages: [][]byte{freePages(), root(within(inline(entry{key: "c", value: at(0) + string(inline()), bucket: true})))}}, "a bucket in an inline bucket"},
		"an inline bucket with more":  {forged{pages: [][]byte{freePages(), root(within(append(inline(entry{key: "a"}), 'x')))}}, "bytes for"},
		"a free list of another kind": {forged{pages: [][]byte{leaf(2), root(at(4)), leaf(4, "a")}}, "page 2: flags 0x2 instead of the free list's"},
		"a free page in use":          {forged{pages: [][]byte{freePages(4), root(at(4)), leaf(4, "a")}}, "page 4: used twice, or used and free"},
		"a free page twice":           {forged{pages: [][]byte{freePages(5, 5), root(at(4)), leaf(4, "a"), nil}}, "page 2: free page 5"},
		"free pages out of order":     {forged{pages: [][]byte{freePages(6, 5), root(at(4)), leaf(4, "a"), nil, nil}}, "page 2: free page 5"},
		"a free meta page":            {forged{pages: [][]byte{freePages(1), root(at(4)), leaf(4, "a")}}, "page 2: free page 1"},
		"the free list free":          {forged{pages: [][]byte{freePages(2), root(at(4)), leaf(4, "a")}}, "page 2: free page 2"},
		"a free page beyond the mark": {forged{pages: [][]byte{freePages(5), root(at(4)), leaf(4, "a")}}, "page 2: free page 5"},
		"more free pages than room":   {forged{pages: [][]byte{with(freePages(), 11, 1), root(at(4)), leaf(4, "a")}}, "a free list of 256 entries"},
	}
}

// TestForged names every contradiction in a structure by what is wrong with it, and
// lets pass what is none.
func TestForged(t *testing.T) {
	for name, tt := range forgeries() {
		t.Run(name, func(t *testing.T) {
			f, err := openBytes(tt.file.bytes())
			if err != nil {
				t.Fatal(err)
			}
			err = f.Check()
			switch {
			case tt.want == "" && err != nil:
				t.Error(err)
			case tt.want != "" && (!errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), tt.want)):
				t.Errorf("%v, want %q", err, tt.want)
			}
			_, skipped := read(t, f) // and ends
			if tt.want == "" && skipped > 0 {
				t.Errorf("%d skipped", skipped)
			}
		})
	}
}

// TestWalkCounts: Walk goes round what it cannot read once, and counts it.
func TestWalkCounts(t *testing.T) {
	root := forge(3, leafPage, 0, entry{key: "b", value: at(4), bucket: true})
	value := entry{key: "a", value: "v"}
	for name, tt := range map[string]struct {
		pages         [][]byte
		read, skipped int
	}{
		"nothing wrong":       {[][]byte{forge(4, leafPage, 0, value)}, 1, 0},
		"a page twice":        {[][]byte{forge(4, branchPage, 0, entry{key: "a", child: 5}, entry{key: "b", child: 5}), forge(5, leafPage, 0, value)}, 1, 1},
		"a circle":            {[][]byte{forge(4, branchPage, 0, entry{key: "a", child: 4}, entry{key: "b", child: 5}), forge(5, leafPage, 0, value)}, 1, 1},
		"one of two pages":    {[][]byte{forge(4, branchPage, 0, entry{key: "a", child: 9}, entry{key: "b", child: 5}), forge(5, leafPage, 0, value)}, 1, 1},
		"one of two elements": {[][]byte{with(forge(4, leafPage, 0, value, value), pageHeader, 9)}, 1, 1},
		"a short bucket":      {[][]byte{forge(4, leafPage, 0, value, entry{key: "c", value: "short", bucket: true})}, 1, 1},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := openBytes(forged{pages: append([][]byte{freePages(), root}, tt.pages...)}.bytes())
			if err != nil {
				t.Fatal(err)
			}
			text, skipped := read(t, f)
			if n := strings.Count(text, "\n"); n != tt.read || skipped != tt.skipped {
				t.Errorf("%d read, %d skipped; want %d, %d", n, skipped, tt.read, tt.skipped)
			}
		})
	}
}

// TestWalkIsBounded: buckets within buckets without end are not followed.
func TestWalkIsBounded(t *testing.T) {
	pages := [][]byte{freePages()}
	const depth = maxDepth + 9
	for i := range depth {
		pages = append(pages, forge(uint64(3+i), leafPage, 0, entry{key: "b", value: at(uint64(4 + i)), bucket: true}))
	}
	pages = append(pages, forge(3+depth, leafPage, 0, entry{key: "a", value: "v"}))
	f, err := openBytes(forged{pages: pages}.bytes())
	if err != nil {
		t.Fatal(err)
	}
	if text, skipped := read(t, f); text != "" || skipped != 1 {
		t.Errorf("read %q, %d skipped", text, skipped)
	}
}

// badDisk is a file on a disk that does not read behind a place.
type badDisk struct {
	*bytes.Reader
	good int64
}

var errDisk = errors.New("bad sector")

func (d badDisk) ReadAt(p []byte, at int64) (int, error) {
	if at+int64(len(p)) > d.good {
		return 0, errDisk
	}
	return d.Reader.ReadAt(p, at)
}

// TestBadDisk: a disk that does not read is no damaged file, and nothing is said
// about what was not read.
func TestBadDisk(t *testing.T) {
	large := forge(4, leafPage, 2, entry{key: "a", value: strings.Repeat("v", 2*forgedSize)}, entry{key: "b", value: strings.Repeat("v", forgedSize/2)})
	data := forged{pages: [][]byte{freePages(), forge(3, leafPage, 0, entry{key: "b", value: at(4), bucket: true}), large}, high: 7}.bytes()
	stopped := map[string]int{}
	for good := int64(0); good < int64(len(data)); good += 16 {
		f, err := Open(badDisk{bytes.NewReader(data), good}, int64(len(data)))
		where := "open"
		if err == nil {
			where = "check"
			if err = f.Check(); err == nil || errors.Is(err, ErrDamaged) && !errors.Is(err, errDisk) {
				where = "walk"
				_, err = f.Walk(f.Newest(), func([][]byte, []byte, []byte) error { return nil })
			}
		}
		if err != nil && !errors.Is(err, errDisk) && !errors.Is(err, io.EOF) {
			t.Errorf("good for %d bytes, %s: %v", good, where, err)
		}
		if err != nil {
			stopped[where]++
		}
	}
	for good := int64(2 * forgedSize); good < int64(len(data)); good += 16 {
		f, err := Open(badDisk{bytes.NewReader(data), good}, int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Walk(f.Newest(), func([][]byte, []byte, []byte) error { return nil }); !errors.Is(err, errDisk) {
			t.Errorf("good for %d bytes, walked: %v", good, err)
		}
	}
	if stopped["open"] == 0 || stopped["check"] == 0 {
		t.Errorf("stopped at %v", stopped)
	}
	f, err := openBytes(data)
	if err != nil {
		t.Fatal(err)
	}
	wrong := errors.New("visitor")
	if _, err := f.Walk(f.Newest(), func([][]byte, []byte, []byte) error { return wrong }); !errors.Is(err, wrong) {
		t.Errorf("the visitor's error became %v", err)
	}
	for _, meta := range []int{-1, 2} {
		if n, err := f.Walk(meta, func([][]byte, []byte, []byte) error { return fmt.Errorf("visited") }); n != 0 || err != nil {
			t.Errorf("from meta page %d: %d, %v", meta, n, err)
		}
	}
}
