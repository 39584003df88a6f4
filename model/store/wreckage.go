package store

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"go.etcd.io/bbolt"

	"nianbao/model/store/boltfile"
)

// record is a whole record found in a file.
type record struct {
	frame // without content
	file  *os.File
	at    int64
	size  int
}

// wreckage is what the searched files hold.
type wreckage struct {
	files    []*os.File
	primary  bool // the damaged file itself is being searched
	drafts   map[ID][]*record
	settings map[string][]byte // records by name
	account  *record           // of earlier salvages
	store    []byte
	maxTx    uint64
	// damagedTx is the save count of the newest record of a draft whose body is
	// destroyed; unreadable, that its current record is; bodies, where such a
	// body may be read from its beginning.
	damagedTx  map[ID]uint64
	unreadable map[ID]bool
	bodies     map[ID][]byte
	versions   map[ID][]uint64 // those that the newest save leads to and that cannot be read
}

func newWreckage() *wreckage {
	return &wreckage{
		primary: true,
		drafts:  map[ID][]*record{}, settings: map[string][]byte{},
		damagedTx: map[ID]uint64{}, unreadable: map[ID]bool{}, bodies: map[ID][]byte{},
		versions: map[ID][]uint64{},
	}
}

func (a *wreckage) close() {
	for _, f := range a.files {
		_ = f.Close() // only read
	}
}

// search takes over what a file holds: by its structure as far as that leads,
// and by looking for records everywhere.
func (a *wreckage) search(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("damaged store: %w", err)
	}
	a.files = append(a.files, f)
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("damaged store: %w", err)
	}
	if text, err := converted(f, path+".lines"); err != nil {
		return err
	} else if text != nil {
		a.files = append(a.files, text)
		if info, err = text.Stat(); err != nil {
			return fmt.Errorf("damaged store: %w", err)
		}
		f = text
	}
	a.walk(f, info.Size())
	return a.scan(f, info.Size())
}

// converted undoes a conversion of the file as text, which made \r\n of every \n. It
// returns a file without a name, or nil when the file was not converted: the magic
// bytes of records show it.
func converted(f *os.File, path string) (*os.File, error) {
	mark := bytes.ReplaceAll(frameMagic[:], []byte("\n"), []byte("\r\n"))
	if plain, changed := contains(f, frameMagic[:], mark); plain || !changed {
		return nil, nil
	}
	out, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, fmt.Errorf("damaged store: %w", err)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, errors.Join(fmt.Errorf("damaged store: %w", err), out.Close(), removeIfThere(path))
	}
	in, w := bufio.NewReader(f), bufio.NewWriter(out)
	for {
		c, err := in.ReadByte()
		if err != nil {
			break
		}
		if next, _ := in.Peek(1); c == '\r' && len(next) == 1 && next[0] == '\n' {
			continue
		}
		_ = w.WriteByte(c) // Flush tells
	}
	// It needs no name any more. Where an open file cannot be removed, the next
	// salvage replaces it.
	err = w.Flush()
	_ = os.Remove(path)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("damaged store: %w", err), out.Close())
	}
	return out, nil
}

// contains looks for two marks in a file.
func contains(f *os.File, a, b []byte) (hasA, hasB bool) {
	window := make([]byte, scanWindow)
	for at := int64(0); ; at += scanWindow - int64(max(len(a), len(b))) {
		n, err := f.ReadAt(window, at)
		hasA, hasB = hasA || bytes.Contains(window[:n], a), hasB || bytes.Contains(window[:n], b)
		if err != nil {
			return hasA, hasB
		}
	}
}

// walk reads what only the structure tells: which drafts there are, and the
// names of settings.
func (a *wreckage) walk(f *os.File, size int64) {
	b, err := boltfile.Open(f, size)
	if err != nil {
		return
	}
	for meta, m := range b.Metas() {
		if !m.Valid {
			continue
		}
		_, _ = b.Walk(meta, func(path [][]byte, key, value []byte) error { // what is skipped is found by scan
			a.visit(path, key, value, a.primary && meta == b.Newest())
			return nil
		})
	}
}

// visit takes over what a key tells; last says that the last save leads to it.
func (a *wreckage) visit(path [][]byte, key, value []byte, last bool) {
	is := func(name []byte) bool { return len(path) > 0 && bytes.Equal(path[0], name) }
	switch {
	case is(bucketMeta) && bytes.Equal(key, keyStoreID) && len(value) == len(ID{}):
		a.store = value
	case is(bucketSettings):
		if f, err := decode(value); err == nil && f.kind == kindSetting && a.settings[string(key)] == nil {
			a.settings[string(key)] = value
		}
	case is(bucketSummary) && len(key) == len(ID{}):
		a.know(owner(ID(key), value))
	case is(bucketDrafts) && len(path) == 2 && len(path[1]) == len(ID{}) && bytes.Equal(key, keyCurrent):
		id := ID(path[1])
		a.know(owner(id, value))
		if _, err := decodeAs(kindCurrent, id, value); err != nil && a.primary {
			a.unreadable[id] = true
		}
	case is(bucketDrafts) && len(path) == 3 && len(path[1]) == len(ID{}) && bytes.Equal(path[2], keyVersions) && len(key) == 8:
		id := ID(path[1])
		if _, err := decodeAs(kindVersion, id, value); err != nil && last {
			a.versions[id] = append(a.versions[id], binary.BigEndian.Uint64(key))
		}
	}
}

// owner is the draft that a record says it is of; the one that its key names when it says
// nothing. A key with a bit changed is a key, but of no draft that anybody had.
func owner(key ID, record []byte) ID {
	if f, _, _, err := decodeHeader(record); err == nil {
		return f.id
	}
	return key
}

// know makes sure that a draft is told of, also when nothing of it is found. A place that
// was changed makes a key of other bytes, which no draft was ever named by.
func (a *wreckage) know(id ID) {
	if _, ok := a.drafts[id]; !ok && a.primary && id.made() {
		a.drafts[id] = nil
	}
}

// scanWindow is how much of a file is looked at together, in bytes; records are
// read by themselves.
const scanWindow = 1 << 20

// scan looks for records everywhere in the file, in pages in use and free ones.
func (a *wreckage) scan(f *os.File, size int64) error {
	window := make([]byte, scanWindow)
	for at := int64(0); at < size; {
		n, err := f.ReadAt(window, at)
		if err != nil && !errors.Is(err, io.EOF) {
			at += scanWindow // a bad spot of the disk: go on behind it
			continue
		}
		next := at + int64(n) - int64(len(frameMagic)) + 1
		if at+int64(n) >= size {
			next = size
		}
		for from := 0; ; {
			i := bytes.Index(window[from:n], frameMagic[:])
			if i < 0 {
				break
			}
			length := a.take(f, at+int64(from+i))
			if end := at + int64(from+i+length); end > at+int64(n) {
				next = max(next, end)
				break
			}
			from += i + length
		}
		at = max(next, at+1)
	}
	return nil
}

// take takes over the record at a place and returns how far to go on.
func (a *wreckage) take(f *os.File, at int64) (length int) {
	head := make([]byte, headerLength)
	if _, err := f.ReadAt(head, at); err != nil {
		return len(frameMagic)
	}
	header, _, body, err := parseHeader(head)
	if err != nil {
		return len(frameMagic)
	}
	data := make([]byte, headerLength+body)
	n, _ := f.ReadAt(data, at) // cut short: decode tells
	whole, err := decode(data[:n])
	if err != nil {
		if a.primary && (header.kind == kindCurrent || header.kind == kindVersion) && header.txNo > a.damagedTx[header.id] {
			a.damagedTx[header.id] = header.txNo
			a.bodies[header.id] = data[headerLength:n]
			a.know(header.id)
		}
		return len(frameMagic)
	}
	whole.content = nil
	a.maxTx = max(a.maxTx, whole.txNo)
	found := &record{frame: whole, file: f, at: at, size: len(data)}
	switch whole.kind {
	case kindSetting: // its name is in the structure
	case kindAccount:
		if a.primary && whole.txNo > txOf(a.account) {
			a.account = found
		}
	default:
		known := slices.ContainsFunc(a.drafts[whole.id], func(o *record) bool {
			return o.kind == whole.kind && o.txNo == whole.txNo && o.seq == whole.seq
		})
		if !known {
			a.drafts[whole.id] = append(a.drafts[whole.id], found)
		}
	}
	return len(data)
}

func (a *wreckage) ids() []ID {
	var all []ID
	for id := range a.drafts {
		all = append(all, id)
	}
	slices.SortFunc(all, func(x, y ID) int { return bytes.Compare(x[:], y[:]) })
	return all
}

func (a *wreckage) storeID(now time.Time) []byte {
	if a.store != nil {
		return a.store
	}
	id := newID(now)
	return id[:]
}

// content reads a record again.
func (a *wreckage) content(f *record) ([]byte, error) {
	data, err := a.data(f)
	if err != nil {
		return nil, err
	}
	whole, err := decode(data)
	return whole.content, err
}

func (a *wreckage) data(f *record) ([]byte, error) {
	data := make([]byte, f.size)
	if _, err := f.file.ReadAt(data, f.at); err != nil {
		return nil, fmt.Errorf("read record again: %w", err)
	}
	return data, nil
}

// copyInto puts a record into a bucket, under the kind that the record says.
func (a *wreckage) copyInto(b *bbolt.Bucket, key []byte, f *record) error {
	data, err := a.data(f)
	if err != nil {
		return err
	}
	if kind(data[9]) != f.kind {
		whole, err := decode(data)
		if err != nil {
			return err
		}
		packed, err := pack(whole.content)
		if err != nil {
			return err
		}
		data = encode(f.frame, packed)
	}
	if err := b.Put(key, data); err != nil {
		return fmt.Errorf("put record: %w", err)
	}
	return nil
}

// versionsInto copies a draft's versions with their notes, and counts those that
// cannot be recovered.
func (a *wreckage) versionsInto(draft *bbolt.Bucket, id ID) (lost int, err error) {
	for _, part := range []struct {
		name []byte
		kind kind
	}{{keyVersions, kindVersion}, {keyNotes, kindNote}} {
		latest := map[uint64]*record{}
		for _, f := range a.drafts[id] {
			if f.kind == part.kind && (latest[f.seq] == nil || f.txNo > latest[f.seq].txNo) {
				latest[f.seq] = f
			}
		}
		if part.kind == kindVersion {
			for _, seq := range a.versions[id] {
				if latest[seq] == nil {
					lost++
				}
			}
		}
		if len(latest) == 0 {
			continue
		}
		b, err := draft.CreateBucket(part.name)
		if err != nil {
			return lost, fmt.Errorf("make %s: %w", part.name, err)
		}
		for seq, f := range latest {
			if err := a.copyInto(b, binary.BigEndian.AppendUint64(nil, seq), f); err != nil {
				return lost, err
			}
		}
	}
	return lost, nil
}

func (a *wreckage) settingsInto(tx *bbolt.Tx) error {
	for key, record := range a.settings {
		if err := tx.Bucket(bucketSettings).Put([]byte(key), record); err != nil {
			return fmt.Errorf("put setting: %w", err)
		}
	}
	return nil
}

// beginning is what can be read of a destroyed body (残缺文本).
func (a *wreckage) beginning(id ID) string {
	text := inflatePart(a.bodies[id])
	return string(bytes.ToValidUTF8(text, nil))
}

// newest is the record of these kinds that was saved last; nil for none.
func newest(all []*record, kinds ...kind) *record {
	var last *record
	for _, f := range all {
		if slices.Contains(kinds, f.kind) && (last == nil || f.txNo > last.txNo) {
			last = f
		}
	}
	return last
}

func txOf(f *record) uint64 {
	if f == nil {
		return 0
	}
	return f.txNo
}
