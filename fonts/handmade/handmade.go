// Package handmade makes font files that the tests read. Only tests import it.
package handmade

import "encoding/binary"

// Collection joins face files to a collection (.ttc), each with its own tables,
// as OpenType 1.9.1 lays it out: a header, then the directories and what they
// point to. The files must be sound.
func Collection(files ...[]byte) []byte {
	be := binary.BigEndian
	out := be.AppendUint32([]byte("ttcf\x00\x01\x00\x00"), uint32(len(files)))
	out = append(out, make([]byte, 4*len(files))...)
	for i, data := range files {
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		start := len(out)
		be.PutUint32(out[12+4*i:], uint32(start))
		out = append(out, data...)
		for t := range int(be.Uint16(data[4:])) { // tables count from the beginning of the file
			at := out[start+12+16*t+8:]
			be.PutUint32(at, be.Uint32(at)+uint32(start))
		}
	}
	return out
}
