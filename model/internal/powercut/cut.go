package powercut

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Cut is a state of the disk after a power cut.
type Cut struct {
	step, steps  int
	policy       string
	Acknowledged int // what the program had told by then
	files        map[string][]byte
}

// String says where the power failed and what became of the rest.
func (c Cut) String() string {
	return fmt.Sprintf("power cut after step %d of %d, unflushed %s", c.step, c.steps, c.policy)
}

// Restore makes the state again in a folder.
func (c Cut) Restore(t testing.TB, dir string) {
	t.Helper()
	for name, data := range c.files {
		path := filepath.Join(dir, name)
		err := os.MkdirAll(filepath.Dir(path), 0o700)
		if err == nil {
			err = os.WriteFile(path, data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// key is the same for the same state.
func (c Cut) key() (sum [sha256.Size]byte) {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(c.files)) {
		fmt.Fprintf(h, "%s\n%d\n", name, len(c.files[name]))
		h.Write(c.files[name])
	}
	h.Sum(sum[:0])
	return sum
}

// The policies: what becomes of names that were not flushed, and of data.
var (
	namePolicies = []string{"lost", "kept", "kept in part"}
	dataPolicies = []string{"lost", "kept", "kept in some writes", "kept in some sectors", "torn at the end"}
)

// disk is what has been asked of it so far.
type disk struct {
	data    map[*inode][]byte // what is surely there
	writes  []event           // in order, not yet flushed
	names   map[string]*inode
	renames []map[string]*inode // the same
}

// Cuts makes every state that a power cut may leave, one for each kind of it. With
// a limit, about so many steps of the recording are looked at, beside those that
// name a file or tell something; 0 is for all. It returns what was acknowledged in
// the end.
func (r *Recording) Cuts(random *rand.Rand, limit int, visit func(Cut)) (acknowledged, cuts int) {
	d := &disk{data: map[*inode][]byte{}, names: maps.Clone(r.names)}
	for _, f := range r.names {
		d.data[f] = f.before
	}
	for i, e := range r.events {
		if e.told > 0 {
			acknowledged = e.told
		}
		d.take(e)
		if limit > 0 && e.told == 0 && e.names == nil && random.IntN(len(r.events)) >= limit {
			continue
		}
		seen := map[[sha256.Size]byte]bool{}
		for _, names := range namePolicies {
			for _, data := range dataPolicies {
				if len(d.renames) == 0 && names != "kept" || len(d.writes) == 0 && data != "kept" {
					continue
				}
				c := Cut{
					step: i + 1, steps: len(r.events), policy: "names " + names + ", data " + data,
					Acknowledged: acknowledged, files: r.files(d.left(random, names, data)),
				}
				if key := c.key(); !seen[key] {
					seen[key] = true
					cuts++
					visit(c)
				}
			}
		}
	}
	return acknowledged, cuts
}

// take takes over what was asked.
func (d *disk) take(e event) {
	switch {
	case e.names != nil:
		d.renames = append(d.renames, e.names)
	case e.sync && e.file != nil:
		var rest []event
		for _, w := range d.writes {
			if w.file == e.file {
				d.data[w.file] = w.apply(append([]byte(nil), d.data[w.file]...))
			} else {
				rest = append(rest, w)
			}
		}
		d.writes = rest
	case e.sync:
		var rest []map[string]*inode
		for _, names := range d.renames {
			if !within(names, e.dir) {
				rest = append(rest, names)
				continue
			}
			give(d.names, names)
		}
		d.renames = rest
	case e.file != nil:
		d.writes = append(d.writes, e)
	}
}

func within(names map[string]*inode, dir string) bool {
	for path := range names {
		if filepath.Dir(path) == dir {
			return true
		}
	}
	return false
}

func give(all, names map[string]*inode) {
	for path, f := range names {
		if f == nil {
			delete(all, path)
		} else {
			all[path] = f
		}
	}
}

// left is what is left of names and data that were not flushed.
func (d *disk) left(random *rand.Rand, namePolicy, dataPolicy string) (names map[string]*inode, data map[*inode][]byte) {
	names, data = maps.Clone(d.names), maps.Clone(d.data)
	renames := d.renames
	switch namePolicy {
	case "lost":
		renames = nil
	case "kept in part":
		renames = renames[:random.IntN(len(renames))]
	}
	for _, r := range renames {
		give(names, r)
	}
	for i, e := range d.writes {
		w := e.write
		switch dataPolicy {
		case "lost":
			continue
		case "kept in some writes":
			if random.IntN(2) == 0 {
				continue
			}
		case "kept in some sectors":
			w = w.sectors(random, data[e.file])
		case "torn at the end":
			if i == len(d.writes)-1 && !w.cut && len(w.data) > 0 {
				w.data = w.data[:random.IntN(len(w.data))&^511]
			}
		}
		data[e.file] = w.apply(append([]byte(nil), data[e.file]...))
	}
	return names, data
}

// files are the named files by their names within the folder.
func (r *Recording) files(names map[string]*inode, data map[*inode][]byte) map[string][]byte {
	all := map[string][]byte{}
	for path, f := range names {
		all[strings.TrimPrefix(path, r.dir+"/")] = data[f]
	}
	return all
}

// apply does to a file's content what was asked.
func (w write) apply(data []byte) []byte {
	end := int(w.at) + len(w.data)
	switch {
	case w.cut && end < len(data):
		return data[:end]
	case end > len(data):
		data = append(data, make([]byte, end-len(data))...)
	}
	copy(data[w.at:], w.data)
	return data
}

// sectors keeps a random part of a write, in the disk's units.
func (w write) sectors(random *rand.Rand, data []byte) write {
	if w.cut {
		return w
	}
	const unit = 512
	torn := append([]byte(nil), w.data...)
	for at := 0; at < len(torn); at += unit {
		if random.IntN(2) == 0 {
			continue
		}
		part := torn[at:min(at+unit, len(torn))]
		clear(part)
		if from := int(w.at) + at; from < len(data) {
			copy(part, data[from:])
		}
	}
	w.data = torn
	return w
}
