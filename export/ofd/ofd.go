// Package ofd writes a document placed by typeset as OFD (GB/T 33190—2016), the
// page format that the state's archives keep: the same pages as the PDF, the same
// bytes for the same document and date.
//
// Begin with [Write]. The parts of the file are in document.go (what it is made
// of, outlines), page.go (what is drawn), face.go (the faces) and tags.go (what
// the marks belong to); numbers of paragraphs in comments are those of the
// standard. Readers differ in what they bear; where the simplest way of writing
// something was not understood by one of them, a comment says so.
//
// OFD has no structure for screen readers and no page labels: the accessible
// file is the PDF. Pictures are left out; no report has one.
package ofd

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"time"

	"github.com/klauspost/compress/flate"

	"nianbao/export/typeset"
	"nianbao/fonts"
)

// Options are what the file says about itself and carries along.
type Options struct {
	Author  string     // the agency
	Creator string     // this program
	Version string     // of this program
	Date    time.Time  // of creation; the same date gives the same bytes
	Faces   *fonts.Set // that the document is set in: they are named by their roles
	Attach  *Attachment
}

// Attachment is a file that the document carries along (20.3).
type Attachment struct {
	Name   string // in ASCII, with its ending
	Format string
	Data   []byte
}

// Write gives the bytes of the file.
func Write(d *typeset.Document, o Options) ([]byte, error) {
	w := &writer{document: d, options: o}
	w.faces()
	for i := range d.Pages {
		w.page(i)
	}
	w.tags()
	w.attachment()
	w.documentRoot()
	w.entrance()
	return w.pack()
}

// writer collects the parts of a file.
type writer struct {
	document *typeset.Document
	options  Options
	parts    []part

	lastID  int
	face    map[*fonts.Face]int // IDs of the fonts
	pages   []int               // IDs of the pages
	objects [][]object          // of each element of the document
}

// part is one file of the package.
type part struct {
	name string
	data []byte
}

// object is a text or path object and the page that it stands on, both by ID.
type object struct{ page, id int }

// add adds a part.
func (w *writer) add(name string, data []byte) {
	w.parts = append(w.parts, part{name, data})
}

// id is a new identifier. There is one sequence of them for all of a document
// (7.5), and some readers draw objects in its order.
func (w *writer) id() int {
	w.lastID++
	return w.lastID
}

// Names of the parts (6.2).
const (
	partEntrance    = "OFD.xml"
	folder          = "Doc_0/"
	partDocument    = "Document.xml"
	partResources   = "PublicRes.xml"
	folderResources = "Res"
	partTags        = "Tags/CustomTags.xml"
	partAttachments = "Attachs/Attachments.xml"
)

// namespace of all elements. All of them bear the prefix: one reader finds no page
// in a file where it is the default.
const (
	namespace = `xmlns:ofd="http://www.ofdspec.org/2016"`
	prolog    = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
)

// entrance is the part that readers begin with (7.4). Its document has an
// identity of its content, so that the same report has the same.
func (w *writer) entrance() {
	sum := sha256.New()
	for _, p := range w.parts {
		_, _ = sum.Write(p.data) // a hash takes everything
	}
	identity := hex.EncodeToString(sum.Sum(nil)[:16])
	o := w.options
	b := []byte(prolog + `<ofd:OFD ` + namespace + ` Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>`)
	date := o.Date.Format(time.DateOnly)
	for _, field := range [][2]string{
		{"DocID", identity},
		{"Title", w.document.Title},
		{"Author", o.Author},
		{"CreationDate", date},
		{"ModDate", date},
		{"Creator", o.Creator},
		{"CreatorVersion", o.Version},
	} {
		if field[1] != "" {
			b = fmt.Appendf(b, "<ofd:%s>%s</ofd:%[1]s>", field[0], escape(field[1]))
		}
	}
	b = append(b, `</ofd:DocInfo><ofd:DocRoot>`+folder+partDocument+`</ofd:DocRoot></ofd:DocBody></ofd:OFD>`...)
	w.parts = append([]part{{partEntrance, b}}, w.parts...)
}

// pack puts the parts into a file, which is a ZIP archive (6.1).
func (w *writer) pack() ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	// On faces, level 3 takes half the time of level 6 and gives 2 % more.
	const level = 3
	deflater, err := flate.NewWriter(nil, level)
	if err != nil {
		return nil, fmt.Errorf("compressor: %w", err)
	}
	// The compressor is pinned in go.mod: a new release of Go does not change the
	// bytes. It is large, and serves the parts one after the other.
	z.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		deflater.Reset(out)
		return deflater, nil
	})
	for _, p := range w.parts {
		out, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: w.options.Date})
		if err == nil {
			_, err = out.Write(p.data)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("end of the archive: %w", err)
	}
	return b.Bytes(), nil
}

// escape makes text of an element or attribute; what XML cannot hold becomes
// U+FFFD.
func escape(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a bytes.Buffer takes everything
	return b.String()
}

// Lengths in OFD are in millimetres, from the upper left corner, y downwards
// (7.3.1).

// inch is one inch in millimetres, and point what a point is of it.
const (
	inch  = 25.4
	point = inch / 72
)

// millimetres rounds a length in points to thousandths, which no printer can
// show. They are counted in whole numbers, so that what is added up stays exact.
func millimetres(points float64) int { return int(math.Round(points * point * 1000)) }

// appendLength writes thousandths of a millimetre.
func appendLength(b []byte, thousandths int) []byte {
	return strconv.AppendFloat(b, float64(thousandths)/1000, 'f', -1, 64)
}

// lengths writes several, with blanks between.
func lengths(thousandths ...int) string {
	var b []byte
	for i, n := range thousandths {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendLength(b, n)
	}
	return string(b)
}
