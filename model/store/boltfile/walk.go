package boltfile

import (
	"bytes"
	"errors"
	"slices"
)

// Walk visits every key with its value that can be reached from a meta page and
// read: path are the names of the buckets it is in, outermost first. What cannot
// be read is skipped and counted. Nothing handed to visit is overwritten later.
// The error is the visitor's, or of the reader.
func (f *File) Walk(meta int, visit func(path [][]byte, key, value []byte) error) (skipped int, err error) {
	if meta < 0 || meta >= len(f.metas) || !f.metas[meta].Valid {
		return 0, nil
	}
	m := f.metas[meta]
	w := walker{File: f, highWater: max(m.HighWater, 3), seen: map[uint64]bool{}, left: 16 * f.size, visit: visit}
	defer func(before int) { f.pages = before }(f.pages)
	f.pages = m.PageSize
	err = w.tree(m.Root, nil, 0)
	return w.skipped, err
}

type walker struct {
	*File
	highWater uint64
	seen      map[uint64]bool
	left      int64 // bytes that may still be handed on: damaged pages and elements can overlap
	skipped   int
	visit     func(path [][]byte, key, value []byte) error
}

// skip counts what is damaged; other errors end the walk.
func (w *walker) skip(err error) error {
	if errors.Is(err, ErrDamaged) {
		w.skipped++
		return nil
	}
	return err
}

func (w *walker) tree(id uint64, path [][]byte, depth int) error {
	if w.seen[id] || depth > maxDepth {
		w.skipped++
		return nil
	}
	w.seen[id] = true
	p, err := w.read(id, w.highWater, whole)
	if err != nil {
		return w.skip(err)
	}
	return w.page(p, path, depth)
}

func (w *walker) page(p page, path [][]byte, depth int) error {
	if w.left -= int64(len(p.data)); w.left < 0 {
		w.skipped++
		return nil
	}
	items, skipped, _ := p.items()
	w.skipped += skipped
	var err error
	for _, it := range items {
		w.left -= int64(len(it.key) + len(it.value))
		switch {
		case w.left < 0:
			w.skipped++
		case p.flags == branchPage:
			err = w.tree(it.child, path, depth+1)
		case it.bucket:
			err = w.bucket(p, it, path, depth)
		default:
			err = w.visit(path, bytes.Clone(it.key), it.value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) bucket(p page, it item, path [][]byte, depth int) error {
	root, inline, err := p.bucket(it.value)
	if err != nil {
		return w.skip(err)
	}
	inner := append(slices.Clip(path), bytes.Clone(it.key))
	if root != 0 {
		return w.tree(root, inner, depth+1)
	}
	if depth > maxDepth {
		w.skipped++
		return nil
	}
	return w.page(inline, inner, depth+1)
}
