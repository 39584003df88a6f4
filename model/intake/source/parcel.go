package source

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"
)

// Bounds of a document that is an archive of parts.
const (
	maxParts = 5000
	maxPart  = 24 << 20 // bytes unpacked, of a part that is read
)

// Parcel is a document of parts in a ZIP archive: .docx, .xlsx, .ofd.
type Parcel struct {
	files map[string]*zip.File // by name, in lower case
	left  int64                // bytes that may still be unpacked
}

// OpenParcel lists the parts. The error is a *Refusal.
func OpenParcel(data []byte) (*Parcel, error) {
	if len(data) > MaxSize {
		return nil, &Refusal{Reason: TooLarge}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &Refusal{Reason: Damaged, Err: err}
	}
	if len(z.File) > maxParts {
		return nil, &Refusal{Reason: Bomb}
	}
	const most = 4 * maxPart // of all parts that are read
	a := &Parcel{files: make(map[string]*zip.File, len(z.File)), left: most}
	for _, f := range z.File {
		a.files[PartName(f.Name)] = f
	}
	return a, nil
}

// PartName is the name of a part as [Parcel] knows it, however it is written.
func PartName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, `\`, "/")), "/"))
}

// Has reports whether there is a part.
func (a *Parcel) Has(name string) bool { return a.files[PartName(name)] != nil }

// HasFolder reports whether there are parts in a folder.
func (a *Parcel) HasFolder(name string) bool {
	for part := range a.files {
		if strings.HasPrefix(part, PartName(name)+"/") {
			return true
		}
	}
	return false
}

// Part unpacks a part; nil when there is none. No size that the archive states is
// trusted. The error is a *Refusal.
func (a *Parcel) Part(name string) ([]byte, error) {
	f := a.files[PartName(name)]
	if f == nil {
		return nil, nil
	}
	in, err := f.Open()
	if err != nil {
		return nil, &Refusal{Reason: Damaged, Err: err}
	}
	defer func() { _ = in.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(in, min(maxPart, a.left)+1))
	a.left -= int64(len(data))
	switch {
	case err != nil:
		return nil, &Refusal{Reason: Damaged, Err: err}
	case len(data) > maxPart || a.left < 0:
		return nil, &Refusal{Reason: Bomb}
	}
	return data, nil
}
