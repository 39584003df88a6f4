package raster

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"

	"github.com/klauspost/compress/zlib"
)

// Of a PNG file (ISO/IEC 15948).
const (
	signature = "\x89PNG\r\n\x1a\n"
	bits      = 4 // a pixel
	grayscale = 0 // the type of colour

	compression = 3 // a third less time than the usual level, for 2 % more bytes
)

// PNG is a picture as a file, in 16 grays: what is drawn is black, white and a few
// between, and the edges of type look no different in more. The same picture gives the
// same bytes. The standard library's writer has no such grays, takes three times as
// long, and may write others with every release.
func PNG(img *image.Gray) ([]byte, error) {
	var head []byte
	head = binary.BigEndian.AppendUint32(head, uint32(img.Rect.Dx()))
	head = binary.BigEndian.AppendUint32(head, uint32(img.Rect.Dy()))
	head = append(head, bits, grayscale, 0, 0, 0)
	var packed bytes.Buffer
	deflated, err := zlib.NewWriterLevel(&packed, compression)
	if err != nil {
		return nil, fmt.Errorf("compress the picture: %w", err)
	}
	row := make([]byte, 1+(img.Rect.Dx()+1)/2) // begins with how it is filtered: not
	for y := range img.Rect.Dy() {
		pack(row[1:], img.Pix[y*img.Stride:][:img.Rect.Dx()])
		if _, err := deflated.Write(row); err != nil {
			return nil, fmt.Errorf("compress the picture: %w", err)
		}
	}
	if err := deflated.Close(); err != nil {
		return nil, fmt.Errorf("compress the picture: %w", err)
	}
	file := append(make([]byte, 0, packed.Len()+128), signature...)
	file = chunk(file, "IHDR", head)
	file = chunk(file, "IDAT", packed.Bytes())
	return chunk(file, "IEND", nil), nil
}

// nearest are the grays that are the nearest to those of a pixel.
var nearest = func() (grays [white + 1]byte) {
	const most = 1<<bits - 1
	for v := range grays {
		grays[v] = byte((v*most + white/2) / white)
	}
	return grays
}()

// pack puts two pixels into a byte, the left one into its upper half.
func pack(row, pixels []byte) {
	for ; len(pixels) > 1; pixels = pixels[2:] {
		row[0] = nearest[pixels[0]]<<bits | nearest[pixels[1]]
		row = row[1:]
	}
	if len(pixels) > 0 {
		row[0] = nearest[pixels[0]] << bits
	}
}

// chunk appends a chunk: its length, its name, the data, a sum over the last two.
func chunk(file []byte, name string, data []byte) []byte {
	file = binary.BigEndian.AppendUint32(file, uint32(len(data)))
	from := len(file)
	file = append(append(file, name...), data...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[from:]))
}
