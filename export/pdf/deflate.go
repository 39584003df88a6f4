package pdf

import (
	"sync"

	"github.com/klauspost/compress/zlib"
)

// deflaters are kept because each takes half a megabyte to set up.
var deflaters = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, compression)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

// deflate compresses data; the result holds until the next. klauspost's compressor
// takes a fifth of the standard library's time on faces; and it is pinned in
// go.mod, so that a new release of Go does not change the bytes of a PDF.
func (f *file) deflate(data []byte) []byte {
	f.deflated.Reset()
	f.zlib.Reset(&f.deflated)
	_, _ = f.zlib.Write(data) // a bytes.Buffer takes everything
	_ = f.zlib.Close()
	return f.deflated.Bytes()
}
