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
	if err := c.tree(m.Root, nil, nil, 0); err != nil {
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
	p, err := c.read(id, c.highWater, false)
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

// tree checks the pages below one: their keys are from first (inclusive, nil for
// any) to end (exclusive, nil for any).
func (c *checker) tree(id uint64, first, end []byte, depth int) error {
	p, err := c.read(id, c.highWater, true)
	if err != nil {
		return err
	}
	if depth > maxDepth {
		return p.damage("too deep")
	}
	if err := c.use(p); err != nil {
		return err
	}
	items, err := p.items()
	if err != nil {
		return err
	}
	if err := c.order(p, items, first, end); err != nil {
		return err
	}
	if p.flags == leafPage {
		return c.buckets(p, items, depth)
	}
	if len(items) == 0 {
		return p.damage("a branch without elements")
	}
	for i, it := range items {
		until := end
		if i+1 < len(items) {
			until = items[i+1].key
		}
		if err := c.tree(it.child, it.key, until, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// order checks that keys rise and stay between the bounds. A branch's first key
// may be lower than its subtree's: bbolt leaves it when that is deleted.
func (c *checker) order(p page, items []item, first, end []byte) error {
	for i, it := range items {
		switch {
		case i == 0 && first != nil && bytes.Compare(it.key, first) < 0,
			i > 0 && bytes.Compare(it.key, items[i-1].key) <= 0,
			end != nil && bytes.Compare(it.key, end) >= 0:
			return p.damage("key %d is out of order", i)
		}
	}
	return nil
}

// buckets checks the buckets in a leaf.
func (c *checker) buckets(p page, items []item, depth int) error {
	for _, it := range items {
		if !it.bucket {
			continue
		}
		root, inline, err := p.bucket(it.value)
		if err != nil {
			return err
		}
		if root != 0 {
			err = c.tree(root, nil, nil, depth+1)
		} else {
			err = c.inline(inline, depth+1)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) inline(p page, depth int) error {
	if depth > maxDepth {
		return p.damage("too deep")
	}
	items, err := p.items()
	if err != nil {
		return err
	}
	if err := c.order(p, items, nil, nil); err != nil {
		return err
	}
	return c.buckets(p, items, depth)
}
