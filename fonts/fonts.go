// Package fonts holds the five embedded faces and answers, from one lookup,
// which face shows a character, how wide it is and what it looks like. The
// same lookup serves measuring, drawing and the check of coverage, so that
// what is measured is what is drawn.
//
// Begin with [Embedded] and [Set.Lookup]. LICENSES.md says where the faces come from;
// recipe/ makes them again.
package fonts

import (
	_ "embed" // the faces
	"fmt"
	"sync"
)

// The faces are embedded raw: mapped from the program file and read only where
// a glyph is needed, they cost no heap. Compressed they would cost 13 times the
// time.
var (
	//go:embed title.ttf
	titleData []byte
	//go:embed hei.ttf
	heiData []byte
	//go:embed kai.ttf
	kaiData []byte
	//go:embed fang.ttf
	fangData []byte
	//go:embed song.ttf
	songData []byte
)

// Role is what a face is for on official paper (GB/T 9704—2012, 5.2.2, 7.3).
type Role int

// The roles.
const (
	Title Role = iota // 小标宋: the title
	Hei               // 黑体: 一、
	Kai               // 楷体: （一）
	Fang              // 仿宋: text
	Song              // 宋体: page numbers, tables, and what the others lack
	roles
)

// Roles lists all roles.
func Roles() []Role { return []Role{Title, Hei, Kai, Fang, Song} }

// String is the official name of the role's face.
func (r Role) String() string {
	return [...]string{"小标宋", "黑体", "楷体", "仿宋", "宋体"}[r]
}

// Installed is what a government PC calls the role's face: as the official name
// says, but that its 小标宋 is 方正's.
func (r Role) Installed() string {
	if r == Title {
		return "方正小标宋简体"
	}
	return r.String()
}

// RoleNamed finds a role by its official name.
func RoleNamed(name string) (Role, bool) {
	for _, r := range Roles() {
		if r.String() == name {
			return r, true
		}
	}
	return 0, false
}

// Set is one face for each role.
type Set struct {
	faces [roles]*Face
	base  *Set // the embedded set behind chosen faces; nil when all are embedded
}

// Glyph is a character found: the face that has it and its place there.
type Glyph struct {
	Face    *Face
	ID      GlyphID
	Advance int // thousandths of an em
}

var embedded = sync.OnceValues(func() (*Set, error) {
	s := &Set{}
	for role, data := range map[Role][]byte{Title: titleData, Hei: heiData, Kai: kaiData, Fang: fangData, Song: songData} {
		f, err := Parse(data)
		if err != nil {
			return nil, fmt.Errorf("embedded face %s: %w", role, err)
		}
		s.faces[role] = f
	}
	return s, nil
})

// Embedded is the set of the five embedded faces. It is shared and never
// changes.
func Embedded() (*Set, error) { return embedded() }

// Face is the face of a role.
func (s *Set) Face(r Role) *Face { return s.faces[r] }

// Has reports whether the text can be printed with a character.
func (s *Set) Has(r rune) bool {
	_, ok := s.Lookup(Fang, r)
	return ok
}

// Lookup finds a character in the role's face, or else in 宋体, which has all
// of GB 18030—2022 levels 1 and 2; the embedded ones of these stand behind
// chosen ones. It is false when none of them has it.
func (s *Set) Lookup(role Role, r rune) (Glyph, bool) {
	if s.base != nil {
		return s.lookupChosen(role, r)
	}
	for _, f := range [...]*Face{s.faces[role], s.faces[Song]} {
		if id, ok := f.Glyph(r); ok {
			return Glyph{Face: f, ID: id, Advance: f.Advance(id)}, true
		}
	}
	return Glyph{}, false
}
