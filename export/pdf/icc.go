package pdf

import (
	"encoding/binary"
	"math"
)

// colourProfile is the colour space that the file is meant for: sRGB as an ICC
// profile of version 2.1 (ICC.1:2001-04, 6.1), made from the figures of IEC
// 61966-2-1: the primaries adapted to D50 and the curve in 33 points. Grey and
// black are printed as such under any profile.
func colourProfile() []byte {
	const name = "sRGB\x00"
	description := append([]byte("desc"), 0, 0, 0, 0)
	description = append(iccNumbers(description, uint32(len(name))), name...)
	description = append(description, make([]byte, 4+4+2+1+67)...) // no Unicode, no Macintosh name
	rights := append([]byte("text"), "\x00\x00\x00\x00No copyright\x00"...)
	white := iccXYZ(0xF6D6, 0x10000, 0xD32D)
	tags := iccTags([]iccTag{
		{"desc", description},
		{"cprt", rights},
		{"wtpt", white},
		{"rXYZ", iccXYZ(0x6FA2, 0x38F5, 0x0390)},
		{"gXYZ", iccXYZ(0x6299, 0xB785, 0x18DA)},
		{"bXYZ", iccXYZ(0x24A0, 0x0F84, 0xB6CF)},
		{"rTRC", iccCurve()},
		{"gTRC", nil},
		{"bTRC", nil},
	})
	out := make([]byte, iccHead)
	copy(out[8:], "\x02\x10\x00\x00mntrRGB XYZ \x07\xE5\x00\x01\x00\x01") // version 2.1, class, spaces, a fixed date
	copy(out[36:], "acsp")
	copy(out[68:], white[8:])
	out = append(out, tags...)
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	return out
}

// iccHead is the length of a profile's header, iccRow that of a row of the table of
// tags (6.1, 6.2).
const (
	iccHead = 128
	iccRow  = 12
)

// iccTag is tagged element data; nil for those of the tag before.
type iccTag struct {
	signature string
	data      []byte
}

// iccTags is the table of tags and their data (6.2).
func iccTags(tags []iccTag) []byte {
	table := iccNumbers(nil, uint32(len(tags)))
	var data []byte
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
			at, size = len(data), len(t.data)
			data = append(data, t.data...)
		}
		table = append(table, t.signature...)
		table = iccNumbers(table, uint32(iccHead+4+iccRow*len(tags)+at), uint32(size))
	}
	return append(table, data...)
}

// iccXYZ is an XYZType (6.5.26) of s15Fixed16 numbers.
func iccXYZ(x, y, z uint32) []byte {
	return iccNumbers(append([]byte("XYZ "), 0, 0, 0, 0), x, y, z)
}

// iccCurve is the curve of sRGB as a curveType (6.5.3).
func iccCurve() []byte {
	const points = 33
	curve := iccNumbers(append([]byte("curv"), 0, 0, 0, 0), points)
	for i := range points {
		v := float64(i) / (points - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = binary.BigEndian.AppendUint16(curve, uint16(math.Round(v*0xFFFF)))
	}
	return curve
}

func iccNumbers(to []byte, numbers ...uint32) []byte {
	for _, n := range numbers {
		to = binary.BigEndian.AppendUint32(to, n)
	}
	return to
}
