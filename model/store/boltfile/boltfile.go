// Package boltfile reads a bbolt file without mapping it, and checks every number
// before it is used. bbolt itself maps the file and uses every number in it as it is: over a damaged
// one it kills the process, or skips what it cannot reach without a word. Check
// tells whether bbolt may have the file; Walk reads what can be read of one that
// it may not.
//
// The format is that of bbolt 1.4 and 1.5 (internal/common: page.go, meta.go,
// inode.go, bucket.go; internal/freelist: shared.go): pages of one size, linked
// by their numbers; numbers are little-endian, as on every machine this program
// runs on.
package boltfile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math/bits"
)

var (
	// ErrFormat says that this is no bbolt file, or that neither of its two
	// meta pages is whole.
	ErrFormat = errors.New("no bbolt file")
	// ErrDamaged says that the structure contradicts itself.
	ErrDamaged = errors.New("damaged bbolt file")
)

// Sizes and offsets of the format, in bytes.
const (
	pageHeader = 16
	element    = 16
	metaSize   = 64
	bucketHead = 16

	metaMagic   = 0xED0CDAED
	metaVersion = 2

	minPageSize = 1 << 10
	maxPageSize = 1 << 24 // the largest that bbolt looks for (db.go, getPageSizeFromSecondMeta)
	// maxRun bounds how much is read together: one page with its overflow.
	maxRun   = 64 << 20
	maxDepth = 64 // of trees and buckets
)

// Flags of pages and of leaf elements.
const (
	branchPage   = 0x01
	leafPage     = 0x02
	freelistPage = 0x10

	bucketElement = 0x01
)

// noFreelist stands for the free list's page in a file that keeps none.
const noFreelist = ^uint64(0)

// Meta is one of the two meta pages. The one with the higher TxID is the last
// save.
type Meta struct {
	Valid     bool
	TxID      uint64
	PageSize  int
	Root      uint64 // page of the root bucket
	Freelist  uint64 // page of the free list
	HighWater uint64 // number of pages
}

// File is a bbolt file being read. It is for one goroutine.
type File struct {
	r     io.ReaderAt
	size  int64
	metas [2]Meta
	pages int // page size
	buf   []byte
}

// Open reads the meta pages. The error is an ErrFormat, or of the reader.
func Open(r io.ReaderAt, size int64) (*File, error) {
	f := &File{r: r, size: size}
	first, err := f.readMeta(0)
	if err != nil {
		return nil, err
	}
	f.metas[0] = first
	// The second page begins where the first says that pages end; when that is
	// not whole, every size is tried, as bbolt does.
	sizes := []int{first.PageSize}
	if !first.Valid {
		sizes = sizes[:0]
		for s := minPageSize; s <= maxPageSize; s *= 2 {
			sizes = append(sizes, s)
		}
	}
	for _, s := range sizes {
		second, err := f.readMeta(int64(s))
		if err != nil {
			return nil, err
		}
		if second.Valid {
			f.metas[1] = second
			break
		}
	}
	// bbolt would follow such a page, so it must not be passed over for the other.
	for i, m := range f.metas {
		sane := m.PageSize >= minPageSize && m.PageSize <= maxPageSize && bits.OnesCount(uint(m.PageSize)) == 1
		if m.Valid && (!sane || f.metas[0].Valid && m.PageSize != f.metas[0].PageSize) {
			return nil, fmt.Errorf("%w: meta page %d tells of pages of %d bytes", ErrFormat, i, m.PageSize)
		}
	}
	if f.Newest() < 0 {
		return nil, fmt.Errorf("%w: neither meta page is whole", ErrFormat)
	}
	f.pages = f.metas[f.Newest()].PageSize
	return f, nil
}

func (f *File) readMeta(at int64) (Meta, error) {
	data := make([]byte, pageHeader+metaSize)
	if n, err := f.r.ReadAt(data, at); n < len(data) {
		if errors.Is(err, io.EOF) {
			return Meta{}, nil
		}
		return Meta{}, fmt.Errorf("read meta page: %w", err)
	}
	le, m := binary.LittleEndian, data[pageHeader:]
	sum := fnv.New64a()
	_, _ = sum.Write(m[:56]) // never fails
	// Just what bbolt looks at (meta.go, Validate): it overlooks the page's own
	// header, and must never use a page that is held for broken here.
	if le.Uint32(m) != metaMagic || le.Uint32(m[4:]) != metaVersion || le.Uint64(m[56:]) != sum.Sum64() {
		return Meta{}, nil
	}
	return Meta{
		Valid: true, PageSize: int(le.Uint32(m[8:])), Root: le.Uint64(m[16:]),
		Freelist: le.Uint64(m[32:]), HighWater: le.Uint64(m[40:]), TxID: le.Uint64(m[48:]),
	}, nil
}

// Metas are the two meta pages.
func (f *File) Metas() [2]Meta { return f.metas }

// Newest is the index of the meta page that bbolt would use; -1 for none.
func (f *File) Newest() int {
	newest := -1
	for i, m := range f.metas {
		if m.Valid && (newest < 0 || m.TxID > f.metas[newest].TxID) {
			newest = i
		}
	}
	return newest
}

// page is a page that has been read, with its overflow.
type page struct {
	id       uint64
	flags    uint16
	count    int
	overflow uint64
	data     []byte // with the header
	inline   bool   // within another page: it has no number of its own
}

// damage wraps an error with the page where it was found.
func (p page) damage(format string, values ...any) error {
	return fmt.Errorf("%w: page %d: %s", ErrDamaged, p.id, fmt.Sprintf(format, values...))
}

// reading is how much of a page is read, and where to.
type reading int

const (
	reused reading = iota // all, into a buffer that the next such reading overwrites
	whole                 // all
	keys                  // what Check looks at: not the values, which are most of a file
)

// read reads a page with its overflow.
func (f *File) read(id, highWater uint64, how reading) (page, error) {
	p := page{id: id}
	if id < 2 || id >= highWater || id > uint64(f.size)/uint64(f.pages) {
		return p, p.damage("outside the file")
	}
	head := make([]byte, pageHeader)
	at := int64(id) * int64(f.pages)
	if _, err := f.r.ReadAt(head, at); err != nil {
		return p, f.unread(p, err)
	}
	le := binary.LittleEndian
	p.flags, p.count, p.overflow = le.Uint16(head[8:]), int(le.Uint16(head[10:])), uint64(le.Uint32(head[12:]))
	if le.Uint64(head) != id {
		return p, p.damage("says it is page %d", le.Uint64(head))
	}
	length := (p.overflow + 1) * uint64(f.pages)
	if id+p.overflow >= highWater || length > maxRun {
		return p, p.damage("%d overflow pages", p.overflow)
	}
	if int64(length) > f.size-at {
		return p, p.damage("cut off")
	}
	data := f.buf
	if how != reused || uint64(cap(data)) < length {
		data = make([]byte, length)
		if how == reused {
			f.buf = data
		}
	}
	p.data = data[:length]
	have := len(p.data)
	if how == keys {
		have = min(have, f.pages)
	}
	_, err := f.r.ReadAt(p.data[:have], at)
	if err == nil && have < len(p.data) {
		err = f.readKeys(p, at, have)
	}
	if err != nil {
		return p, f.unread(p, err)
	}
	return p, nil
}

// readKeys reads, behind what is there of a page, its elements, their keys and
// the buckets among their values. What lies outside the page is left to items.
func (f *File) readKeys(p page, at int64, have int) error {
	need := func(from, to int64) error {
		if from = max(from, int64(have)); from >= to || to > int64(len(p.data)) {
			return nil
		}
		_, err := f.r.ReadAt(p.data[from:to], at+from)
		return err
	}
	end := pageHeader + element*p.count
	if end > len(p.data) {
		return nil
	}
	if err := need(0, int64(end)); err != nil {
		return err
	}
	le := binary.LittleEndian
	for i := pageHeader; i < end; i += element {
		e := p.data[i:]
		position, size := le.Uint32(e), int64(le.Uint32(e[4:])) // of a branch element
		if p.flags == leafPage {
			position, size = le.Uint32(e[4:]), int64(le.Uint32(e[8:]))
			if le.Uint32(e) == bucketElement {
				size += int64(le.Uint32(e[12:]))
			}
		}
		from := int64(i) + int64(position)
		if err := need(from, from+size); err != nil {
			return err
		}
	}
	return nil
}

// unread tells a file that is too short from a disk that does not read.
func (f *File) unread(p page, err error) error {
	if errors.Is(err, io.EOF) {
		return p.damage("cut off")
	}
	return fmt.Errorf("read page %d: %w", p.id, err)
}

// item is an element of a branch or leaf page.
type item struct {
	at         int    // where the key begins in the page; the value follows it
	key, value []byte // in the page's memory; a branch element has no value
	child      uint64 // of a branch element
	bucket     bool   // the value is a bucket's head
}

// items reads the elements of a branch or leaf page: those that lie in it, and an
// error for the first that does not.
func (p page) items() (all []item, skipped int, err error) {
	le := binary.LittleEndian
	if p.flags != branchPage && p.flags != leafPage {
		return nil, 1, p.damage("flags %#x instead of a branch's or leaf's", p.flags)
	}
	end := pageHeader + element*p.count
	if end > len(p.data) {
		return nil, 1, p.damage("%d elements", p.count)
	}
	all = make([]item, 0, p.count)
	for at := pageHeader; at < end; at += element {
		var it item
		var position, keySize, valueSize, flags uint32
		e := p.data[at:]
		if p.flags == branchPage {
			position, keySize, it.child = le.Uint32(e), le.Uint32(e[4:]), le.Uint64(e[8:])
		} else {
			flags, position, keySize, valueSize = le.Uint32(e), le.Uint32(e[4:]), le.Uint32(e[8:]), le.Uint32(e[12:])
		}
		from := int64(at) + int64(position)
		if flags > bucketElement || from < int64(end) || from+int64(keySize)+int64(valueSize) > int64(len(p.data)) {
			skipped++
			if err == nil {
				err = p.damage("element %d is outside the page or of no kind", (at-pageHeader)/element)
			}
			continue
		}
		to := from + int64(keySize)
		it.at, it.bucket = int(from), flags == bucketElement
		it.key, it.value = p.data[from:to:to], p.data[to:to+int64(valueSize):to+int64(valueSize)]
		all = append(all, it)
	}
	return all, skipped, err
}

// bucket reads a bucket's head: its root page, or the page that stands inline
// behind the head.
func (p page) bucket(value []byte) (root uint64, inline page, err error) {
	if len(value) < bucketHead {
		return 0, page{}, p.damage("a bucket of %d bytes", len(value))
	}
	if root = binary.LittleEndian.Uint64(value); root != 0 {
		return root, page{}, nil
	}
	data := value[bucketHead:]
	if len(data) < pageHeader {
		return 0, page{}, p.damage("an inline bucket of %d bytes", len(data))
	}
	le := binary.LittleEndian
	inline = page{id: p.id, flags: le.Uint16(data[8:]), count: int(le.Uint16(data[10:])), data: data, inline: true}
	if inline.flags != leafPage || le.Uint32(data[12:]) != 0 {
		return 0, page{}, p.damage("an inline bucket that is no leaf")
	}
	return 0, inline, nil
}
