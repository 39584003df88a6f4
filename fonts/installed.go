package fonts

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// em is the advance of a full-width character in thousandths of an em.
const em = 1000

// With is the set with another face for a role, or with the embedded one again
// when f is nil. The set itself stays as it is. The face should have passed
// Check; whatever it holds, the embedded faces remain behind it, character by
// character: see Lookup.
func (s *Set) With(role Role, f *Face) *Set {
	base := s.base
	if base == nil {
		base = s
	}
	if f == nil {
		f = base.faces[role]
	}
	next := &Set{faces: s.faces, base: base}
	next.faces[role] = f
	if next.faces == base.faces {
		return base
	}
	return next
}

// lookupChosen is Lookup in a set with chosen faces. The order is: the role's
// chosen face, its embedded face (the same style, 仿宋 for 仿宋), the chosen
// 宋体 (so that rare characters look like the tables), the embedded 宋体. A
// chosen face is passed over where the character does not fit there; only when
// no other face has it, it is taken all the same: a misfit can be read, 〓
// cannot.
func (s *Set) lookupChosen(role Role, r rune) (Glyph, bool) {
	own, has := s.base.Lookup(role, r)
	wide := has && own.Advance == em
	first, hasFirst := s.chosen(role, r)
	if hasFirst && first.fits(r, wide) {
		return first, true
	}
	if has && own.Face == s.base.faces[role] {
		return own, true
	}
	song, hasSong := s.chosen(Song, r)
	switch {
	case hasSong && song.fits(r, wide):
		return song, true
	case has:
		return own, true
	case hasFirst:
		return first, true
	}
	return song, hasSong
}

// chosen finds a character in the role's face if that is not the embedded one.
func (s *Set) chosen(role Role, r rune) (Glyph, bool) {
	f := s.faces[role]
	if f == s.base.faces[role] {
		return Glyph{}, false
	}
	id, ok := f.Glyph(r)
	return Glyph{Face: f, ID: id, Advance: f.Advance(id)}, ok
}

// fits reports whether a glyph can stand for a character on the grid: it has
// ink unless the character is a blank, and what takes a cell is exactly one em
// wide. A cell take the Chinese characters and whatever the embedded faces draw
// one em wide (wide): “ ” — … · are proportional in faces made with Latin in
// mind, and —— would not join.
func (g Glyph) fits(r rune, wide bool) bool {
	if !unicode.IsSpace(r) && len(g.Face.glyphData(int(g.ID))) == 0 {
		return false
	}
	return g.Advance == em || !wide && !unicode.Is(unicode.Han, r)
}

// Bits of fsType in the table OS/2 (OpenType 1.9.1, OS/2, fsType): which uses
// of an embedded face its maker allows.
const (
	fsRestricted = 0x0002
	fsPreview    = 0x0004 // preview and print
	fsEditable   = 0x0008
	fsWhole      = 0x0100 // no subsetting
	fsBitmap     = 0x0200 // bitmap embedding only

	fsTypeAt = 8 // offset in the table, bytes
)

// Bounds of what is taken for a face.
const (
	// MaxFaceSize is the size of the largest face file that Load reads, in
	// bytes. The largest known, with Ext B, has 52 MB.
	MaxFaceSize = 64 << 20

	headSize    = 54 // of the table head, bytes; subsets rewrite it
	maxNameSize = 63 // of a PostScript name (OpenType, name, ID 6)
	// Figures are scaled to half a cell; a face whose figures are outside these
	// widths, in thousandths of an em, would be scaled beyond recognition.
	minFigure, maxFigure = 300, em
)

// officialMarks are the marks of official text (GB/T 15834—2011) that GB 2312
// has too, so that every Chinese face can be expected to draw them.
const officialMarks = "。？！，、；：“”‘’（）〔〕【】—…·《》〈〉"

// Check reports whether a face can serve in a role: its maker allows subsets to
// be embedded, it has the characters of GB 2312 and the marks of official
// documents with ink, and its Chinese characters are one em wide. The error is
// a *FaceError.
func Check(f *Face, role Role) error {
	refused := func(reason Reason, lacking []rune) error {
		return &FaceError{Face: f.Name(), Use: role.String(), Reason: reason, Lacking: lacking}
	}
	if len(f.tables["head"]) < headSize || len(f.Name()) > maxNameSize {
		return refused(ReasonDamaged, nil)
	}
	if reason := f.permission(); reason != allowed {
		return refused(reason, nil)
	}
	lacking, narrow := f.judge(standardHanzi(), em, em)
	if len(lacking) > 0 {
		return refused(ReasonHanzi, lacking)
	}
	if lacking, _ := f.judge(officialSigns(), 0, 0xFFFF); len(lacking) > 0 {
		return refused(ReasonMarks, lacking)
	}
	_, odd := f.judge([]rune("0123456789"), minFigure, maxFigure)
	if narrow = append(narrow, odd...); len(narrow) > 0 {
		return refused(ReasonWidths, narrow)
	}
	return nil
}

// permission reads fsType. Old faces may have set several of the usage bits, of
// which the least restrictive counts. A face that says nothing gives no
// permission.
func (f *Face) permission() Reason {
	os2 := f.tables["OS/2"]
	if len(os2) < fsTypeAt+2 {
		return ReasonSilent
	}
	switch fsType := be16(os2, fsTypeAt); {
	case fsType&fsRestricted != 0 && fsType&(fsPreview|fsEditable) == 0:
		return ReasonRestricted
	case fsType&fsWhole != 0:
		return ReasonWhole
	case fsType&fsBitmap != 0:
		return ReasonBitmap
	}
	return allowed
}

// judge lists the characters that a face does not draw, and those whose advance
// is not between least and most. Some faces map characters they lack to blanks.
func (f *Face) judge(runes []rune, least, most int) (lacking, odd []rune) {
	for _, r := range runes {
		id, ok := f.Glyph(r)
		switch advance := f.Advance(id); {
		case !ok || len(f.glyphData(int(id))) == 0:
			lacking = append(lacking, r)
		case advance < least || advance > most:
			odd = append(odd, r)
		}
	}
	return lacking, odd
}

// standardHanzi are the 6,763 characters of GB 2312—80, rows 16 to 87, in its
// order. They are taken from the codec: a table of our own would be 13 kB.
var standardHanzi = sync.OnceValue(func() []rune {
	var codes []byte
	for row := byte(16 + 0xA0); row <= 87+0xA0; row++ {
		for cell := byte(1 + 0xA0); cell <= 94+0xA0; cell++ {
			codes = append(codes, row, cell)
		}
	}
	text, _ := simplifiedchinese.GBK.NewDecoder().Bytes(codes) // never fails: what is no code becomes U+FFFD
	var all []rune
	for _, r := range string(text) {
		if unicode.Is(unicode.Han, r) { // row 55 ends in five blanks
			all = append(all, r)
		}
	}
	return all
})

// officialSigns are the marks, and the letters, figures and signs of ASCII: a
// word half in one face and half in another would look like an error.
func officialSigns() []rune {
	all := []rune(officialMarks)
	for r := '!'; r <= '~'; r++ {
		all = append(all, r)
	}
	return all
}

// Choose is the set with faces from files in some roles; a face of a collection
// is named by loadFor's rule. A file that cannot be used leaves the role as it is and
// is among the refused.
func (s *Set) Choose(files map[Role]string) (set *Set, refused []*FaceError) {
	set = s
	for _, role := range Roles() {
		path := files[role]
		if path == "" {
			continue
		}
		f, err := loadFor(path, role)
		if err == nil {
			set = set.With(role, f)
			continue
		}
		wrong := &FaceError{File: path, Use: role.String(), Reason: ReasonUnreadable, Err: err}
		errors.As(err, &wrong)
		refused = append(refused, wrong)
	}
	return set, refused
}

// loadFor reads a face from a file and checks it for a role. A collection may
// be followed by # and the family of the face meant, simsun.ttc#新宋体; without,
// it is the first one made for the role. The error is a *FaceError.
func loadFor(face string, role Role) (*Face, error) {
	path, family := splitName(face)
	data, err := load(path)
	var f *Face
	if err == nil {
		f, err = pick(data, family, role)
	}
	if err == nil {
		err = Check(f, role)
	}
	var refused *FaceError
	if errors.As(err, &refused) {
		refused.File, refused.Use = face, role.String()
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

// pick parses the face that is meant of a file.
func pick(data []byte, family string, role Role) (*Face, error) {
	start, ok, there := find(bytes.NewReader(data), family, role)
	switch {
	case !ok && family != "" && len(there) > 0:
		return nil, &FaceError{Reason: ReasonFamily, Family: family, There: there}
	case !ok:
		return nil, &FaceError{Reason: ReasonDamaged}
	case string(slice(data, int(start), 4)) == tagOutlines:
		return nil, &FaceError{Reason: ReasonOutlines}
	}
	f, err := parseAt(data, int(start))
	if err != nil {
		return nil, &FaceError{Reason: ReasonDamaged, Err: err}
	}
	return f, nil
}

// load reads a face file of at most MaxFaceSize bytes into memory. It need not
// be trusted. Only regular files are opened: a pipe would never end. The error
// is a *FaceError; it wraps the cause.
func load(path string) ([]byte, error) {
	refused := func(reason Reason, err error) error {
		return &FaceError{File: path, Reason: reason, Err: err}
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, refused(ReasonMissing, err)
	case err != nil:
		return nil, refused(ReasonUnreadable, err)
	case !info.Mode().IsRegular():
		return nil, refused(ReasonIrregular, nil)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, refused(ReasonUnreadable, err)
	}
	data, reason, err := readFace(file)
	if closing := file.Close(); err == nil && closing != nil {
		reason, err = ReasonUnreadable, closing
	}
	if reason != allowed {
		return nil, refused(reason, err)
	}
	return data, nil
}

// readFace reads a whole file, unless its first bytes or its size already say
// that it is none that can be used.
func readFace(file *os.File) ([]byte, Reason, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, ReasonUnreadable, fmt.Errorf("size of face: %w", err)
	}
	var tag [4]byte
	if _, err := file.ReadAt(tag[:], 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, ReasonUnreadable, fmt.Errorf("head of face: %w", err)
	}
	if string(tag[:]) == tagOutlines {
		return nil, ReasonOutlines, nil
	}
	if info.Size() > MaxFaceSize {
		return nil, ReasonTooLarge, nil
	}
	data := make([]byte, info.Size())
	if _, err := io.ReadFull(file, data); err != nil {
		return nil, ReasonUnreadable, fmt.Errorf("read face: %w", err)
	}
	return data, allowed, nil
}
