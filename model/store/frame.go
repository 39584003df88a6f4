package store

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"sync"
	"time"
)

// A frame is one record of the store: a header that says whose content it is
// and proves that it is whole, and the content, deflated. A frame can be told
// from other bytes wherever it lies, so that a damaged file can be searched
// for it. Numbers are big-endian.
//
//	offset  bytes
//	     0      8  magic
//	     8      1  version, 1
//	     9      1  kind
//	    10      1  codec, 1: deflate
//	    11      1  flags, 0
//	    12      4  length of the header, 88
//	    16      4  length of the body
//	    20      4  length of the content
//	    24      8  seq: the draft's own count of saves
//	    32      8  time of the save, Unix milliseconds
//	    40     16  draft ID
//	    56      8  txNo: the store's count of saves
//	    64      4  CRC-32C of the body
//	    68     16  SHA-256 of the content, first half
//	    84      4  CRC-32C of the header up to here
//	    88         body
const (
	frameVersion = 1
	codecDeflate = 1
	headerLength = 88

	// maxContent bounds what a frame may claim to inflate to: the largest
	// report file.
	maxContent = 4 << 20
	maxBody    = maxContent + maxContent>>8 // deflate adds five bytes to 64 KB that it cannot press
)

// frameMagic holds bytes that a copy as text changes: one over 127, both kinds of
// line end, the end-of-file mark of DOS.
var frameMagic = [8]byte{0x93, 'T', 'Y', 'D', '\r', '\n', 0x1A, '\n'}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// kind is what a frame holds.
type kind byte

const (
	kindCurrent   kind = 1 // a draft as it stands
	kindVersion   kind = 2 // a draft as it stood once
	kindSummary   kind = 3 // what the list shows of it
	kindTombstone kind = 4 // a draft was put in the trash
	kindSetting   kind = 5 // a setting; it has no draft
	kindNote      kind = 6 // what is said about a version
	kindAccount   kind = 7 // of salvages nobody has acknowledged; it has no draft
)

type hash [16]byte

func hashOf(content []byte) hash {
	sum := sha256.Sum256(content)
	return hash(sum[:16])
}

// frame is a decoded record.
type frame struct {
	kind    kind
	id      ID
	seq     uint64
	txNo    uint64
	time    time.Time
	hash    hash // of the content
	content []byte
}

// body is content made ready for a frame, outside of any transaction.
type body struct {
	raw      int
	hash     hash
	deflated []byte
}

// A deflater is 800 kB, an inflater 40 kB: made anew for every record they
// would be most of what a list or a save allocates.
var (
	deflaters = sync.Pool{New: func() any {
		w, err := flate.NewWriter(io.Discard, deflateLevel)
		if err != nil {
			panic("store: " + err.Error()) // the level is a constant
		}
		return w
	}}
	inflaters = sync.Pool{New: func() any { return flate.NewReader(bytes.NewReader(nil)) }}
)

// deflateLevel packs a report's 13 KB to 3.9 KB: 2.5 % more than the default level
// leaves, in half the time, which is most of a save where the disk is quick.
const deflateLevel = 3

func pack(content []byte) (body, error) {
	if len(content) > maxContent {
		return body{}, fmt.Errorf("draft of %d bytes: %w", len(content), ErrTooLarge)
	}
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	var b bytes.Buffer
	w.Reset(&b)
	if _, err := w.Write(content); err != nil {
		return body{}, fmt.Errorf("deflate: %w", err)
	}
	if err := w.Close(); err != nil {
		return body{}, fmt.Errorf("deflate: %w", err)
	}
	return body{raw: len(content), hash: hashOf(content), deflated: b.Bytes()}, nil
}

// inflate returns at most limit bytes of what was deflated.
func inflate(deflated []byte, limit int) ([]byte, error) {
	r := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(deflated), nil); err != nil {
		return nil, fmt.Errorf("inflate: %w", err)
	}
	content, err := io.ReadAll(io.LimitReader(r, int64(limit)))
	if err != nil {
		return nil, fmt.Errorf("inflate: %w", err)
	}
	return content, nil
}

// inflatePart returns what can be read of a deflated body whose end is damaged.
func inflatePart(deflated []byte) []byte {
	part, _ := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(deflated)), maxContent))
	return part
}

// encode writes a frame around packed content.
func encode(f frame, b body) []byte {
	out := make([]byte, headerLength, headerLength+len(b.deflated))
	copy(out, frameMagic[:])
	out[8], out[9], out[10] = frameVersion, byte(f.kind), codecDeflate
	be := binary.BigEndian
	be.PutUint32(out[12:], headerLength)
	be.PutUint32(out[16:], uint32(len(b.deflated)))
	be.PutUint32(out[20:], uint32(b.raw))
	be.PutUint64(out[24:], f.seq)
	be.PutUint64(out[32:], uint64(f.time.UnixMilli()))
	copy(out[40:], f.id[:])
	be.PutUint64(out[56:], f.txNo)
	be.PutUint32(out[64:], crc32.Checksum(b.deflated, castagnoli))
	copy(out[68:], b.hash[:])
	be.PutUint32(out[84:], crc32.Checksum(out[:84], castagnoli))
	return append(out, b.deflated...)
}

// decodeHeader reads the header of a frame that is all there. Errors are those
// of parseHeader.
func decodeHeader(data []byte) (f frame, raw int, deflated []byte, err error) {
	f, raw, body, err := parseHeader(data)
	if err != nil {
		return frame{}, 0, nil, err
	}
	if deflated = data[headerLength:]; len(deflated) != body {
		return frame{}, 0, nil, fmt.Errorf("%w: record with impossible lengths", ErrDamaged)
	}
	return f, raw, deflated, nil
}

// parseHeader reads the header that data begins with: the frame without its
// content, the length of the content and of the body. The error is an
// ErrDamaged, or an ErrNewer for a version or codec this program does not know.
func parseHeader(data []byte) (f frame, raw, body int, err error) {
	damaged := func(what string) (frame, int, int, error) {
		return frame{}, 0, 0, fmt.Errorf("%w: record with %s", ErrDamaged, what)
	}
	if len(data) < headerLength || !bytes.Equal(data[:8], frameMagic[:]) {
		return damaged("no header")
	}
	be := binary.BigEndian
	if be.Uint32(data[84:]) != crc32.Checksum(data[:84], castagnoli) {
		return damaged("a broken header")
	}
	if data[8] != frameVersion || data[10] != codecDeflate || data[11] != 0 {
		return frame{}, 0, 0, fmt.Errorf("%w: record of version %d, codec %d", ErrNewer, data[8], data[10])
	}
	if be.Uint32(data[12:]) != headerLength || be.Uint32(data[16:]) > maxBody || be.Uint32(data[20:]) > maxContent {
		return damaged("impossible lengths")
	}
	body, raw = int(be.Uint32(data[16:])), int(be.Uint32(data[20:]))
	f = frame{
		kind: kind(data[9]), id: ID(data[40:56]),
		seq: be.Uint64(data[24:]), txNo: be.Uint64(data[56:]),
		time: time.UnixMilli(int64(be.Uint64(data[32:]))),
		hash: hash(data[68:84]),
	}
	return f, raw, body, nil
}

// prove is decodeHeader, and proves the body by its checksum, without unpacking it.
func prove(data []byte) (f frame, raw int, deflated []byte, err error) {
	f, raw, deflated, err = decodeHeader(data)
	if err == nil && binary.BigEndian.Uint32(data[64:]) != crc32.Checksum(deflated, castagnoli) {
		err = fmt.Errorf("%w: record with a broken body", ErrDamaged)
	}
	return f, raw, deflated, err
}

// decode reads a whole frame and proves its content. It keeps nothing of data.
// Errors are those of decodeHeader.
func decode(data []byte) (frame, error) {
	f, raw, deflated, err := prove(data)
	if err != nil {
		return frame{}, err
	}
	f.content, err = inflate(deflated, raw+1)
	if err != nil || len(f.content) != raw || hashOf(f.content) != f.hash {
		return frame{}, fmt.Errorf("%w: record with other content than its header says", ErrDamaged)
	}
	return f, nil
}

// decodeAs is decode for a record that must be of this kind and this draft: a
// whole record in the wrong place is damage too.
func decodeAs(k kind, id ID, data []byte) (frame, error) {
	f, err := decode(data)
	if err != nil {
		return frame{}, err
	}
	if f.kind != k || f.id != id {
		return frame{}, fmt.Errorf("%w: record of another draft or kind", ErrDamaged)
	}
	return f, nil
}
