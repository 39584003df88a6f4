package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib"
)

// ref is the number of an indirect object (ISO 32000-1, 7.3.10). It prints as a
// reference: 3 0 R.
type ref int

// Format writes the reference, whatever the verb.
func (r ref) Format(s fmt.State, _ rune) {
	var b [16]byte
	_, _ = s.Write(r.append(b[:0])) // fmt keeps the error
}

func (r ref) append(to []byte) []byte { return append(strconv.AppendInt(to, int64(r), 10), " 0 R"...) }

// file is a PDF file being written: streams at once, all other objects packed
// into object streams (7.5.7), which the thousand small objects of a tagged document
// need to stay small.
type file struct {
	out     []byte
	places  []place
	packed  []byte // objects waiting for their object stream
	index   []byte // their numbers and offsets, which the object stream begins with
	waiting []ref

	zlib     *zlib.Writer
	deflated bytes.Buffer // of one stream after the other
}

// place is the cross-reference entry of an object: in the file, or in an object
// stream (7.5.8.3, types 1 and 2).
type place struct {
	stream ref // 0: in the file
	at     int // offset in the file, or index in the stream
}

// maxPacked is the number of objects in an object stream; readers unpack a
// whole stream to reach one of them.
const maxPacked = 200

// compression trades time against size: on subsets of faces, level 3 takes
// a little over half the time of level 6 and gives 2 % more.
const compression = 3

// newFile begins a file of so many pages.
func newFile(pages int) *file {
	const faces, aPage = 1 << 18, 1 << 11     // bytes, about
	f := &file{places: make([]place, 1, 512)} // object 0 does not exist
	f.out = append(make([]byte, 0, faces+pages*aPage), "%PDF-1.7\n%\xE5\xB9\xB4\xE6\x8A\xA5\n"...)
	f.zlib = deflaters.Get().(*zlib.Writer)
	return f
}

// close returns the compressor to its pool.
func (f *file) close() { deflaters.Put(f.zlib) }

// reserve allots the number of an object that is written later.
func (f *file) reserve() ref {
	f.places = append(f.places, place{})
	return ref(len(f.places) - 1)
}

// put begins an object that is no stream; more adds to it.
func (f *file) put(r ref, format string, values ...any) {
	if len(f.waiting) >= maxPacked {
		f.writeObjectStream()
	}
	f.packed = append(f.packed, '\n')
	f.index = append(strconv.AppendInt(f.index, int64(r), 10), ' ')
	f.index = append(strconv.AppendInt(f.index, int64(len(f.packed)), 10), ' ')
	f.waiting = append(f.waiting, r)
	f.packed = fmt.Appendf(f.packed, format, values...)
}

// more adds to the object that put has begun.
func (f *file) more(format string, values ...any) {
	f.packed = fmt.Appendf(f.packed, format, values...)
}

// refer adds a reference, and number a number, to the object that put has begun.
func (f *file) refer(r ref)  { f.packed = append(r.append(f.packed), ' ') }
func (f *file) number(n int) { f.packed = append(strconv.AppendInt(f.packed, int64(n), 10), ' ') }

// writeObjectStream writes the waiting objects as an object stream (7.5.7).
func (f *file) writeObjectStream() {
	if len(f.waiting) == 0 {
		return
	}
	container := f.reserve()
	for i, r := range f.waiting {
		f.places[r] = place{stream: container, at: i}
	}
	head := fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(f.waiting), len(f.index))
	f.stream(container, head, append(f.index, f.packed...))
	f.waiting, f.index, f.packed = f.waiting[:0], nil, f.packed[:0]
}

// stream writes a stream object, deflated. dictionary is what else stands in
// its dictionary.
func (f *file) stream(r ref, dictionary string, data []byte) {
	f.raw(r, dictionary+"/Filter/FlateDecode", f.deflate(data))
}

// raw writes a stream object (7.3.8) whose data are encoded already.
func (f *file) raw(r ref, dictionary string, data []byte) {
	f.places[r] = place{at: len(f.out)}
	f.out = fmt.Appendf(f.out, "%d 0 obj\n<<%s/Length %d>>\nstream\n", int(r), dictionary, len(data))
	f.out = append(f.out, data...)
	f.out = append(f.out, "\nendstream\nendobj\n"...)
}

// finish writes the cross-reference stream (7.5.8) and returns the file. The file
// identifier (14.4) is a hash of the content: the same content, the same file.
func (f *file) finish(catalog, info ref) []byte {
	f.writeObjectStream()
	sum := sha256.Sum256(f.out)
	id := sum[:16]
	table := f.reserve()
	at := len(f.out)
	f.places[table] = place{at: at}
	var rows []byte
	rows = append(rows, 0, 0, 0, 0, 0, 0xFF, 0xFF)
	for _, p := range f.places[1:] {
		kind, a, b := byte(1), p.at, 0
		if p.stream != 0 {
			kind, a, b = 2, int(p.stream), p.at
		}
		rows = append(rows, kind, byte(a>>24), byte(a>>16), byte(a>>8), byte(a), byte(b>>8), byte(b))
	}
	f.stream(table, fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %v/Info %v/ID[<%X><%X>]",
		len(f.places), catalog, info, id, id), rows)
	return fmt.Appendf(f.out, "startxref\n%d\n%%%%EOF\n", at)
}

// textString is a text string (7.9.2.2) in UTF-16.
type textString string

// Format writes the string in hexadecimal, whatever the verb.
func (t textString) Format(s fmt.State, _ rune) {
	b := []byte("<FEFF")
	for _, u := range utf16.Encode([]rune(string(t))) {
		b = fmt.Appendf(b, "%04X", u)
	}
	_, _ = s.Write(append(b, '>')) // fmt keeps the error
}
