package typeset

import (
	"encoding/binary"
	"math"
	"testing"

	"nianbao/export/specimen"
	"nianbao/fonts"
)

// withKern adds a table kern to a face: 80 units less between two characters.
func withKern(t *testing.T, f *fonts.Face, left, right rune) *fonts.Face {
	t.Helper()
	be := binary.BigEndian
	l, _ := f.Glyph(left)
	r, _ := f.Glyph(right)
	closer := -80
	var kern []byte
	for _, v := range []int{0, 1, 0, 20, 1, 1, 6, 0, 0, int(l), int(r), closer} {
		kern = be.AppendUint16(kern, uint16(v))
	}
	const header, entry = 12, 16
	data := f.Data()
	n := int(be.Uint16(data[4:]))
	out := append([]byte(nil), data[:header+entry*n]...)
	be.PutUint16(out[4:], uint16(n+1))
	for i := range n {
		at := header + entry*i + 8
		be.PutUint32(out[at:], be.Uint32(out[at:])+entry)
	}
	out = append(out, "kern\x00\x00\x00\x00"...)
	out = be.AppendUint32(out, uint32(len(data)+entry))
	out = be.AppendUint32(out, uint32(len(kern)))
	out = append(append(out, data[header+entry*n:]...), kern...)
	face, err := fonts.Parse(out)
	if err != nil {
		t.Fatal(err)
	}
	return face
}

// TestKerning: letters of a face that has kerning are brought together, figures
// keep their half cells.
func TestKerning(t *testing.T) {
	paper := A4()
	width := func(set *fonts.Set, text string) float64 {
		s := newSetter(set, paper, nil)
		return s.atoms(text, fonts.Fang, paper.BodySize, paper.Cell)[0].cells
	}
	plain := specimen.Faces(t)
	song := plain.Face(fonts.Song)
	kerned := plain.With(fonts.Song, withKern(t, song, 'A', 'V'))
	if less := (width(plain, "AV") - width(kerned, "AV")) * paper.Cell / paper.BodySize; math.Abs(less-0.08*0.9) > 0.005 {
		t.Errorf("AV is %.3f ems narrower", less)
	}
	kerned = plain.With(fonts.Song, withKern(t, song, '7', '4'))
	if got := width(kerned, "74"); math.Abs(got-1) > tiny {
		t.Errorf("74 takes %.3f cells", got)
	}
}
