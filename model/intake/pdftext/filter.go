package pdftext

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"errors"
	"io"

	"golang.org/x/image/tiff/lzw"

	"nianbao/model/intake/source"
)

// errPicture says that the data is that of a picture or in a form that text never has.
var errPicture = errors.New("no text in this stream")

const (
	maxFilters = 8
	maxStream  = 24 << 20 // bytes unpacked, of one stream
)

// decode decrypts the data of a stream and runs it through its filters (7.4).
func (f *file) decode(s *stream) ([]byte, error) {
	if !f.budget.spend(&f.budget.bytes, len(s.raw), source.Bomb) { // streams may overlap
		return nil, f.budget.refusal
	}
	data, err := f.key.stream(s)
	if err != nil {
		return nil, err
	}
	filters, parms := f.arrayOf(s.dict["Filter"]), f.arrayOf(s.dict["DecodeParms"])
	if len(filters) > maxFilters {
		return nil, errPicture
	}
	for i, filter := range filters {
		var with dict
		if i < len(parms) {
			with = f.dict(parms[i])
		}
		if data, err = f.applyFilter(f.name(filter), with, data); err != nil {
			return nil, err
		}
	}
	return data, nil
}

// arrayOf is an array, or a single value as one of length 1.
func (f *file) arrayOf(v any) array {
	switch v := f.resolve(v).(type) {
	case nil:
		return nil
	case array:
		return v
	default:
		return array{v}
	}
}

// applyFilter runs data through one filter (7.4, Table 6). Those of pictures are not
// known.
func (f *file) applyFilter(filter name, with dict, data []byte) ([]byte, error) {
	var in io.Reader
	switch filter {
	case "FlateDecode", "Fl":
		if len(data) < 2 {
			return nil, io.ErrUnexpectedEOF
		}
		in = flate.NewReader(bytes.NewReader(data[2:])) // behind the header of zlib; its checksum may be wrong
	case "LZWDecode", "LZW":
		if f.number(with["EarlyChange"], 1) != 1 {
			return nil, errPicture
		}
		in = lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8)
	case "ASCII85Decode", "A85":
		data, _, _ = bytes.Cut(data, []byte("~"))
		in = ascii85.NewDecoder(bytes.NewReader(data))
	case "ASCIIHexDecode", "AHx":
		l := &lexer{data: data, budget: f.budget}
		return []byte(l.hex()), nil
	case "RunLengthDecode", "RL":
		in = &runLength{data: data}
	case "Crypt":
		return data, nil
	default:
		return nil, errPicture
	}
	out, err := f.readAll(in)
	if err != nil {
		return nil, err
	}
	if filter != "FlateDecode" && filter != "Fl" && filter != "LZWDecode" && filter != "LZW" {
		return out, nil
	}
	return f.undoPredictor(out, with)
}

// readAll unpacks within the budget.
func (f *file) readAll(in io.Reader) ([]byte, error) {
	most := min(maxStream, f.budget.bytes)
	out, err := io.ReadAll(io.LimitReader(in, int64(most)+1))
	if !f.budget.spend(&f.budget.bytes, len(out), source.Bomb) || len(out) > most {
		f.budget.refuse(source.Bomb)
		return nil, f.budget.refusal
	}
	return out, err
}

// runLength reads RunLengthDecode (7.4.5): runs of equal bytes, or bytes as they
// are. Length 128 ends the data.
type runLength struct {
	data    []byte
	pending []byte
}

func (r *runLength) Read(p []byte) (int, error) {
	for len(r.pending) == 0 {
		if len(r.data) < 2 || r.data[0] == 128 {
			return 0, io.EOF
		}
		n := int(r.data[0])
		if n > 128 {
			r.pending, r.data = bytes.Repeat(r.data[1:2], 257-n), r.data[2:]
			continue
		}
		n = min(n+1, len(r.data)-1)
		r.pending, r.data = r.data[1:n+1], r.data[n+1:]
	}
	n := copy(p, r.pending)
	r.pending = r.pending[n:]
	return n, nil
}

// undoPredictor takes back the predictor (7.4.4.4), which writes rows as the
// difference from their neighbours so that they compress better.
func (f *file) undoPredictor(data []byte, with dict) ([]byte, error) {
	predictor := f.number(with["Predictor"], 1)
	if predictor < 10 {
		if predictor != 1 {
			return nil, errPicture
		}
		return data, nil
	}
	bits := f.number(with["Colors"], 1) * f.number(with["BitsPerComponent"], 8)
	row := bits * f.number(with["Columns"], 1)
	if bits < 1 || bits > 256 || row < 1 || row > 8*maxStream {
		return nil, errPicture
	}
	return undoPNG(data, min(int(row+7)/8, len(data)), max(1, int(bits)/8)), nil
}

// undoPNG takes back the predictors of PNG: each row begins with which of them it
// was written with.
func undoPNG(data []byte, row, pixel int) []byte {
	const ( // the filter types of PNG (9.2); 0 is none
		sub = iota + 1
		up
		average
		paethType
	)
	out := make([]byte, 0, len(data))
	above := make([]byte, row)
	for len(data) > 1 {
		kind, line := data[0], data[1:min(len(data), row+1)]
		data = data[1+len(line):]
		from := len(out)
		out = append(out, line...)
		now := out[from:]
		for i := range now {
			var left, upperLeft byte
			if i >= pixel {
				left, upperLeft = now[i-pixel], above[i-pixel]
			}
			switch kind {
			case sub:
				now[i] += left
			case up:
				now[i] += above[i]
			case average:
				now[i] += byte((int(left) + int(above[i])) / 2)
			case paethType:
				now[i] += paeth(left, above[i], upperLeft)
			}
		}
		copy(above, now)
	}
	return out
}

// paeth is the Paeth predictor of PNG: whichever neighbour is nearest to left +
// above − upper left.
func paeth(left, above, upperLeft byte) byte {
	distance := func(x byte) int { return abs(int(left) + int(above) - int(upperLeft) - int(x)) }
	switch a, b, c := distance(left), distance(above), distance(upperLeft); {
	case a <= b && a <= c:
		return left
	case b <= c:
		return above
	}
	return upperLeft
}

func abs(n int) int { return max(n, -n) }
