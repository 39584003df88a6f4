package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

// errShape: gopdf's file is not written the way that is read here.
var errShape = errors.New("gopdf's file has another shape than expected")

// contents reads the pages' contents out of a file that gopdf has written
// without compression. All else of it is written anew by writer, which knows it
// better.
func contents(data []byte, pages int) ([][]byte, error) {
	g, err := parse(data)
	if err != nil {
		return nil, err
	}
	root, err := g.follow(g.trailer, "/Root")
	if err != nil {
		return nil, err
	}
	tree, err := g.follow(root, "/Pages")
	if err != nil {
		return nil, err
	}
	_, kids, ok := bytes.Cut(tree, []byte("/Kids ["))
	kids, _, closed := bytes.Cut(kids, []byte("]"))
	all := reference.FindAllSubmatch(kids, -1)
	if !ok || !closed || len(all) != pages {
		return nil, fmt.Errorf("%w: %d pages, want %d", errShape, len(all), pages)
	}
	streams := make([][]byte, 0, pages)
	for _, kid := range all {
		page, err := g.object(kid[1])
		if err != nil {
			return nil, err
		}
		content, err := g.follow(page, "/Contents")
		if err != nil {
			return nil, err
		}
		stream, err := streamOf(content)
		if err != nil {
			return nil, err
		}
		streams = append(streams, stream)
	}
	return streams, nil
}

var (
	reference = regexp.MustCompile(`(\d+) 0 R`)
	startXref = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF\s*$`)
	table     = regexp.MustCompile(`^xref\s+0 (\d+)\s*\n`)
	length    = regexp.MustCompile(`/Length (\d+)`)
)

// entry is the length of an object's line in the table, of which the first digits
// are where it stands (PDF 1.7, 7.5.4).
const (
	entry        = 20
	offsetDigits = 10
)

// gopdfFile is a PDF file with a plain table of objects.
type gopdfFile struct {
	data    []byte
	offsets []int // of the objects, by number
	trailer []byte
}

func parse(data []byte) (*gopdfFile, error) {
	g := &gopdfFile{data: data}
	const tail = 64 // startxref, a number, %%EOF
	m := startXref.FindSubmatch(data[max(0, len(data)-tail):])
	if m == nil {
		return nil, fmt.Errorf("%w: no startxref", errShape)
	}
	rest := g.from(m[1])
	head := table.FindSubmatch(rest)
	if head == nil {
		return nil, fmt.Errorf("%w: no table of objects", errShape)
	}
	rest = rest[len(head[0]):]
	for range number(head[1]) {
		if len(rest) < entry || rest[entry-1] != '\n' {
			return nil, fmt.Errorf("%w: table of objects cut short", errShape)
		}
		g.offsets = append(g.offsets, number(rest[:offsetDigits]))
		rest = rest[entry:]
	}
	g.trailer = rest
	return g, nil
}

// number reads digits; -1 for what is no number.
func number(digits []byte) int {
	n, err := strconv.Atoi(string(digits))
	if err != nil {
		return -1
	}
	return n
}

// from is the file from an offset on, empty beyond its end.
func (g *gopdfFile) from(offset []byte) []byte {
	at := number(offset)
	if at < 0 || at > len(g.data) {
		return nil
	}
	return g.data[at:]
}

// object is what stands between “obj” and “endobj”; of a stream, at least all
// of it.
func (g *gopdfFile) object(id []byte) ([]byte, error) {
	n := number(id)
	if n <= 0 || n >= len(g.offsets) {
		return nil, fmt.Errorf("%w: no object %s", errShape, id)
	}
	end := len(g.data)
	if n+1 < len(g.offsets) { // objects stand in the order of their numbers
		end = g.offsets[n+1]
	}
	if g.offsets[n] < 0 || g.offsets[n] > end || end > len(g.data) {
		return nil, fmt.Errorf("%w: object %d is elsewhere", errShape, n)
	}
	body, ok := bytes.CutPrefix(g.data[g.offsets[n]:end], []byte(strconv.Itoa(n)+" 0 obj\n"))
	if !ok {
		return nil, fmt.Errorf("%w: object %d is elsewhere", errShape, n)
	}
	return body, nil
}

// follow reads the object that a dictionary refers to by a key.
func (g *gopdfFile) follow(dictionary []byte, key string) ([]byte, error) {
	_, after, ok := bytes.Cut(dictionary, []byte(key+" "))
	after = bytes.TrimLeft(after, " ")
	m := reference.FindSubmatchIndex(after)
	if !ok || m == nil || m[0] != 0 {
		return nil, fmt.Errorf("%w: no %s", errShape, key)
	}
	return g.object(after[m[2]:m[3]])
}

// streamOf is the data of a stream object.
func streamOf(object []byte) ([]byte, error) {
	dictionary, data, ok := bytes.Cut(object, []byte("stream\n"))
	m := length.FindSubmatch(dictionary)
	if !ok || m == nil || bytes.Contains(dictionary, []byte("/Filter")) {
		return nil, fmt.Errorf("%w: no plain stream", errShape)
	}
	n := number(m[1])
	if n < 0 || n > len(data) {
		return nil, fmt.Errorf("%w: stream cut short", errShape)
	}
	return data[:n], nil
}
