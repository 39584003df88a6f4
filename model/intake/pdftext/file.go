package pdftext

import (
	"bytes"

	"nianbao/model/intake/source"
)

// file is a PDF taken apart into its objects. They are found by looking for
// them, not by the cross-reference table (7.5.4): that is right for damaged files too,
// and no table can lead in circles.
type file struct {
	data    []byte
	budget  *budget
	objects map[int]object
	packed  []*stream // object streams (7.5.7)
	trailer dict
	key     *key // nil when nothing is encrypted
	opened  map[*stream]unpacked
}

// object is one object. Of several with one number the last in the file is
// meant: a file is changed by adding to it.
type object struct {
	at         int // offset in the file, of itself or of its object stream
	generation int
	value      any
}

// stream is a dictionary with data behind it.
type stream struct {
	dict               dict
	raw                []byte
	at                 int // where its data begins in the file
	number, generation int
}

// unpacked is the decoded data of a stream, or why it cannot be decoded. It is
// decoded once.
type unpacked struct {
	data []byte
	err  error
}

// open finds the objects of a file.
func open(data []byte, b *budget) (*file, error) {
	f := &file{data: data, budget: b, objects: map[int]object{}, trailer: dict{}, opened: map[*stream]unpacked{}}
	if !f.hasEnd() {
		return nil, &source.Refusal{Reason: source.Damaged}
	}
	f.findObjects()
	f.findTrailers()
	f.setLengths()
	if err := f.unlock(); err != nil {
		return nil, err
	}
	for _, s := range f.packed {
		f.readObjectStream(s)
	}
	return f, nil
}

// hasEnd looks for the end-of-file marker (7.5.5), without which a part of the file
// is missing: what is left would be read as if it were all.
func (f *file) hasEnd() bool {
	const tail = 4096
	return bytes.Contains(f.data[max(0, len(f.data)-tail):], []byte("%%EOF"))
}

func (f *file) lexer(at int) *lexer {
	return &lexer{data: f.data, at: at, budget: f.budget, refs: true}
}

// findObjects goes through the file from object to object.
func (f *file) findObjects() {
	keyword := []byte("obj")
	for at := 0; f.budget.refusal == nil; {
		i := bytes.Index(f.data[at:], keyword)
		if i < 0 {
			return
		}
		i += at
		at = i + len(keyword)
		number, generation, ok := f.header(i)
		if !ok {
			continue
		}
		l := f.lexer(at)
		value := l.next()
		if d, isDict := value.(dict); isDict {
			if s := f.streamAt(l, d); s != nil {
				s.number, s.generation = number, generation
				f.keepStructure(s)
				value = s
			}
		}
		f.objects[number] = object{i, generation, value}
		at = l.at
	}
}

// header reads backwards the object number and the generation number before “obj”
// (7.3.10).
func (f *file) header(at int) (number, generation int, ok bool) {
	from := max(0, at-24)
	fields := bytes.Fields(f.data[from:at])
	if at == 0 || !isSpace(f.data[at-1]) || len(fields) < 2 {
		return 0, 0, false
	}
	number, ok = natural(trailingDigits(fields[len(fields)-2]))
	generation, isNumber := natural(fields[len(fields)-1])
	return number, generation, ok && isNumber
}

// trailingDigits: nothing need stand between an object and the one before.
func trailingDigits(b []byte) []byte {
	i := len(b)
	for i > 0 && isDigit(b[i-1]) {
		i--
	}
	return b[i:]
}

// streamAt reads the data behind a dictionary (7.3.8); nil when there is none.
func (f *file) streamAt(l *lexer, d dict) *stream {
	l.skip()
	if !l.starts("stream") {
		return nil
	}
	at := l.at + len("stream")
	switch {
	case bytes.HasPrefix(f.data[at:], []byte("\r\n")):
		at += 2
	case bytes.HasPrefix(f.data[at:], []byte("\n")), bytes.HasPrefix(f.data[at:], []byte("\r")):
		at++
	}
	s := &stream{dict: d, at: at}
	if n, ok := d["Length"].(float64); ok && s.setLength(f.data, n) {
		l.at = at + len(s.raw)
		return s
	}
	length := bytes.Index(f.data[at:], []byte("endstream"))
	if length < 0 {
		length = len(f.data) - at
	}
	s.raw = f.data[at : at+length]
	l.at = at + length
	return s
}

// setLength takes a stated length if “endstream” follows there, and reports
// whether it does.
func (s *stream) setLength(data []byte, length float64) bool {
	if length < 0 || length > float64(len(data)-s.at) {
		return false
	}
	stop := s.at + int(length)
	rest := bytes.TrimLeft(data[stop:min(len(data), stop+16)], " \r\n\t\x00")
	if !bytes.HasPrefix(rest, []byte("endstream")) {
		return false
	}
	s.raw = data[s.at:stop]
	return true
}

// keepStructure keeps object streams (7.5.7), and what the dictionary of a
// cross-reference stream (7.5.8) has of a trailer.
func (f *file) keepStructure(s *stream) {
	switch s.dict["Type"] {
	case name("ObjStm"):
		f.packed = append(f.packed, s)
	case name("XRef"):
		f.addTrailer(s.dict)
	}
}

// findTrailers reads the file trailers (7.5.5).
func (f *file) findTrailers() {
	keyword := []byte("trailer")
	for at := 0; f.budget.refusal == nil; {
		i := bytes.Index(f.data[at:], keyword)
		if i < 0 {
			return
		}
		at += i + len(keyword)
		l := f.lexer(at)
		if d, ok := l.next().(dict); ok {
			f.addTrailer(d)
			at = l.at
		}
	}
}

func (f *file) addTrailer(d dict) {
	for _, k := range []name{"Root", "Info", "Encrypt", "ID"} {
		if v, ok := d[k]; ok {
			f.trailer[k] = v
		}
	}
}

// setLengths corrects the streams whose length is an indirect object.
func (f *file) setLengths() {
	for _, o := range f.objects {
		if s, ok := o.value.(*stream); ok {
			if n, isRef := s.dict["Length"].(ref); isRef {
				s.setLength(f.data, f.number(n, -1))
			}
		}
	}
}

// readObjectStream takes the objects out of an object stream (7.5.7).
func (f *file) readObjectStream(s *stream) {
	data, err := f.content(s)
	count, first := f.number(s.dict["N"], 0), int(f.number(s.dict["First"], 0))
	if err != nil || first < 0 || first > len(data) {
		return // what refers to them finds nothing
	}
	heads := &lexer{data: data[:first], budget: f.budget}
	for i := 0.0; i < count; i++ {
		number, ok1 := heads.next().(float64)
		offset, ok2 := heads.next().(float64)
		if !ok1 || !ok2 || offset < 0 || int(offset) > len(data)-first {
			return
		}
		l := &lexer{data: data, at: first + int(offset), budget: f.budget, refs: true}
		if before, known := f.objects[int(number)]; !known || before.at < s.at {
			f.objects[int(number)] = object{s.at, 0, l.next()}
		}
	}
}

// resolve follows indirect references.
func (f *file) resolve(v any) any {
	for range maxNesting {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.objects[int(r)].value
	}
	return nil
}

func (f *file) number(v any, otherwise float64) float64 {
	if n, ok := f.resolve(v).(float64); ok {
		return n
	}
	return otherwise
}

func (f *file) name(v any) name {
	n, _ := f.resolve(v).(name)
	return n
}

func (f *file) array(v any) array {
	a, _ := f.resolve(v).(array)
	return a
}

func (f *file) string(v any) string {
	s, _ := f.resolve(v).(chars)
	return string(s)
}

func (f *file) stream(v any) *stream {
	s, _ := f.resolve(v).(*stream)
	return s
}

// dict is a dictionary, or that of a stream.
func (f *file) dict(v any) dict {
	switch v := f.resolve(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

// content is the decoded data of a stream.
func (f *file) content(s *stream) ([]byte, error) {
	u, known := f.opened[s]
	if !known {
		u.data, u.err = f.decode(s)
		f.opened[s] = u
	}
	return u.data, u.err
}
