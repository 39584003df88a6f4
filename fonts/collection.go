package fonts

import (
	"io"
	"os"
	"slices"
	"strings"
)

// A collection (.ttc) is one file of several faces, which may share tables
// (OpenType 1.9.1, Font Collections): 宋体 and 新宋体 of Windows are simsun.ttc.

// familyMark stands between a file and the family of a face in it, where a face
// is named: simsun.ttc#新宋体.
const familyMark = "#"

// maxFaces is the number of faces looked for in a collection. The largest known,
// of all weights of a family for all regions, have 60.
const maxFaces = 64

// tags a file or a face may begin with.
const (
	tagCollection = "ttcf"
	tagOutlines   = "OTTO" // cubic outlines
)

// starts lists where the faces of a file begin: at its beginning, unless it is a
// collection. The file need not be trusted; nil is for one that is damaged.
func starts(file io.ReaderAt) (all []int64, collection bool) {
	head := readAt(file, 0, 12)
	if string(slice(head, 0, 4)) != tagCollection {
		return []int64{0}, false
	}
	n := be32(head, 8)
	if n > maxFaces {
		return nil, true
	}
	offsets := readAt(file, 12, 4*int(n))
	for i := range len(offsets) / 4 {
		all = append(all, int64(be32(offsets, 4*i)))
	}
	return all, true
}

// splitName takes the name of a face apart. A file whose own name has the mark
// in it is that file.
func splitName(face string) (path, family string) {
	i := strings.LastIndex(face, familyMark)
	if _, err := os.Stat(face); err == nil || i < 0 {
		return face, ""
	}
	return face[:i], face[i+len(familyMark):]
}

// find picks a face of a file: the one of a family, or for "" the first whose
// names say that it is made for the role, or else the first. What it found
// instead are the families that are there.
func find(file io.ReaderAt, family string, role Role) (start int64, ok bool, there []string) {
	all, _ := starts(file)
	for _, at := range all {
		names, _ := readFamilies(file, at)
		there = append(there, names...)
		switch made, _, known := recognise(names, ""); {
		case family != "" && slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, family) }),
			family == "" && known && made == role:
			return at, true, nil
		}
	}
	if family == "" && len(all) > 0 {
		return all[0], true, nil
	}
	return 0, false, there
}
