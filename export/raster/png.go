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
	deflated := zlib.NewWriter(&packed)
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

// pack puts two pixels into a byte, the left one into its upper half.
func pack(row, pixels []byte) {
	const half, step = 8, white / 15
	for i := range row {
		left, right := pixels[2*i], byte(white)
		if 2*i+1 < len(pixels) {
			right = pixels[2*i+1]
		}
		row[i] = byte((int(left)+half)/step<<bits | (int(right)+half)/step)
	}
}

// chunk appends a chunk: its length, its name, the data, a sum over the last two.
func chunk(file []byte, name string, data []byte) []byte {
	file = binary.BigEndian.AppendUint32(file, uint32(len(data)))
	from := len(file)
	file = append(append(file, name...), data...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[from:]))
}
