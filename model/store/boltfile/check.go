package boltfile

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// Check proves the structure that the newest meta page leads to: every page is
// in the file and of the kind it must be, every element in its page, all keys in
// order and where their branches say, no page reached twice, the free list
// right, every page either reached or free. The error is the first problem, an
// ErrDamaged, or of the reader. What stands in values is not looked at.
func (f *File) Check() error {
	m := f.metas[f.Newest()]
	// bbolt maps all pages below the high water mark.
	if m.HighWater < 3 || m.HighWater > uint64(f.size)/uint64(f.pages) {
		return fmt.Errorf("%w: %d pages in a file of %d bytes", ErrDamaged, m.HighWater, f.size)
	}
	c := checker{File: f, highWater: m.HighWater, state: make([]pageState, m.HighWater)}
	if err := c.freelist(m.Freelist); err != nil {
		return err
	}
	if err := c.tree(m.Root, span{root: true}, 0); err != nil {
		return err
	}
	for id, s := range c.state {
		if s == unknown && id >= 2 {
			return fmt.Errorf("%w: page %d is neither used nor free", ErrDamaged, id)
		}
	}
	return nil
}

// pageState is what is known of a page.
type pageState byte

const (
	unknown pageState = iota
	free
	used
)

type checker struct {
	*File
	highWater uint64
	state     []pageState
}

// use marks a page and its overflow as used.
func (c *checker) use(p page) error {
	for id := p.id; id <= p.id+p.overflow; id++ {
		if c.state[id] != unknown {
			return p.damage("used twice, or used and free")
		}
		c.state[id] = used
	}
	return nil
}

// freelist reads the free list. One with 65,535 entries or more has their
// number in its first entry.
func (c *checker) freelist(id uint64) error {
	if id == noFreelist {
		return fmt.Errorf("%w: no free list", ErrDamaged) // this program always keeps one
	}
	p, err := c.read(id, c.highWater, reused)
	if err != nil {
		return err
	}
	if p.flags != freelistPage {
		return p.damage("flags %#x instead of the free list's", p.flags)
	}
	if err := c.use(p); err != nil {
		return err
	}
	entries, count := p.data[pageHeader:], uint64(p.count)
	const many = 0xFFFF
	if count == many {
		count, entries = binary.LittleEndian.Uint64(entries), entries[8:]
	}
	if count > uint64(len(entries))/8 {
		return p.damage("a free list of %d entries", count)
	}
	last := uint64(1)
	for i := range count {
		id := binary.LittleEndian.Uint64(entries[8*i:])
		if id <= last || id >= c.highWater || c.state[id] != unknown {
			return p.damage("free page %d", id)
		}
		c.state[id], last = free, id
	}
	return nil
}

// span is what keys a page may hold: first is its first key, end is above all;
// nil for any.
type span struct {
	first, end []byte
	root       bool // of the root bucket, which holds buckets only
}

// tree checks the pages below one.
func (c *checker) tree(id uint64, within span, depth int) error {
	p, err := c.read(id, c.highWater, keys)
	if err != nil {
		return err
	}
	if depth > maxDepth {
		return p.damage("too deep")
	}
	if err := c.use(p); err != nil {
		return err
	}
	items, err := c.items(p, within)
	if err != nil {
		return err
	}
	if p.flags == leafPage {
		return c.buckets(p, items, within, depth)
	}
	if len(items) == 0 {
		return p.damage("a branch without elements")
	}
	for i, it := range items {
		below := span{it.key, within.end, within.root}
		if i+1 < len(items) {
			below.end = items[i+1].key
		}
		if err := c.tree(it.child, below, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// items reads a page's elements as bbolt leaves them: keys rising, and keys and
// values one behind the other without a gap behind the elements (inode.go,
// WriteInodeToPage), so that a wrong count or length shows. A branch's key is the
// first key of its child: by it bbolt finds the child again when it writes (node.go,
// childIndex and spill), and frees a wrong page when it does not.
func (c *checker) items(p page, within span) ([]item, error) {
	items, _, err := p.items()
	if err != nil {
		return nil, err
	}
	if within.first != nil && (len(items) == 0 || !bytes.Equal(items[0].key, within.first)) {
		return nil, p.damage("not the first key that its branch says")
	}
	at, last := pageHeader+element*p.count, []byte(nil)
	for i, it := range items {
		switch {
		case bytes.Compare(it.key, last) <= 0, // an empty key too
			within.end != nil && bytes.Compare(it.key, within.end) >= 0:
			return nil, p.damage("key %d is out of order", i)
		case it.at != at:
			return nil, p.damage("element %d does not follow the one before", i)
		}
		at, last = at+len(it.key)+len(it.value), it.key
	}
	if p.inline && at != len(p.data) || !p.inline && len(p.data)-at >= c.pages {
		return nil, p.damage("%d bytes for %d bytes of elements", len(p.data), at)
	}
	return items, nil
}

// buckets checks the buckets in a leaf.
func (c *checker) buckets(p page, items []item, within span, depth int) error {
	for i, it := range items {
		if !it.bucket {
			if within.root { // bbolt's ForEach hands out a nil bucket for it
				return p.damage("key %d of the root bucket is no bucket", i)
			}
			continue
		}
		root, inline, err := p.bucket(it.value)
		switch {
		case err != nil:
		case root == 0:
			err = c.inline(inline)
		case len(it.value) != bucketHead:
			err = p.damage("a bucket of %d bytes", len(it.value))
		default:
			err = c.tree(root, span{}, depth+1)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// inline checks an inline bucket. It has the page number 0, as bbolt frees the
// page of any other, and no buckets in it (bucket.go, inlineable).
func (c *checker) inline(p page) error {
	if id := binary.LittleEndian.Uint64(p.data); id != 0 {
		return p.damage("an inline bucket that says it is page %d", id)
	}
	items, err := c.items(p, span{})
	if err != nil {
		return err
	}
	for _, it := range items {
		if it.bucket {
			return p.damage("a bucket in an inline bucket")
		}
	}
	return nil
}
