// Package pdf writes a document placed by typeset as a PDF: tagged, with all
// that PDF/A-2u asks for, or PDF/A-3u where a file goes along; the same bytes for
// the same document and date.
//
// gopdf places the marks of the pages (draw.go); their contents are then read
// back (contents.go), given their glyphs and structure (tag.go) and put into a
// file written here (object.go), with our own subsets of the faces (face.go). It is the only
// code that knows gopdf. Begin with [Write]; numbers of paragraphs in comments are
// those of ISO 32000-1.
package pdf

import (
	"fmt"
	"time"

	"nianbao/export/typeset"
	"nianbao/fonts"
)

// Options are what the file says about itself.
type Options struct {
	Author  string    // the agency
	Creator string    // this program and its version
	Date    time.Time // of creation; the same date gives the same bytes
	Attach  *Attachment
}

// Write gives the bytes of the PDF. The faces are embedded as subsets.
func Write(d *typeset.Document, o Options) ([]byte, error) {
	faces := facesOf(d)
	contents, err := draw(d, faces)
	if err != nil {
		return nil, fmt.Errorf("set the pages: %w", err)
	}
	w := writer{file: newFile(len(d.Pages)), document: d, options: o}
	defer w.close()
	if err := w.write(faces, contents); err != nil {
		return nil, err
	}
	return w.bytes, nil
}

// writer puts a document's objects into a file.
type writer struct {
	*file
	document *typeset.Document
	options  Options

	catalog, info, pages ref
	page                 []ref // of each page
	element              []ref // of each element of the document
	marked               []marked
	bytes                []byte
}

func (w *writer) write(faces []face, contents [][]byte) error {
	w.catalog, w.info, w.pages = w.reserve(), w.reserve(), w.reserve()
	for range w.document.Pages {
		w.page = append(w.page, w.reserve())
	}
	if err := w.writePages(faces, contents); err != nil {
		return err
	}
	entries := w.writeStructure()
	entries = append(entries, w.writeOutlines()...)
	entries = append(entries, w.writeIdentity()...)
	entries = append(entries, w.writeAttachment()...)
	w.put(w.catalog, "<</Type/Catalog/Pages %v", w.pages)
	w.more("%s", entries)
	w.more(`/Lang(zh-CN)/PageLabels<</Nums[0<</S/D>>]>>/PageMode/UseOutlines`)
	duplex := "DuplexFlipLongEdge"
	if !w.document.Paper.Duplex {
		duplex = "Simplex"
	}
	w.more("/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/%s>>>>", duplex)
	w.bytes = w.finish(w.catalog, w.info)
	return nil
}

// writePages writes the page tree with its contents and faces.
func (w *writer) writePages(faces []face, contents [][]byte) error {
	refs := w.writeFaces(faces)
	known := map[*fonts.Face]face{}
	for _, f := range faces {
		known[f.face] = f
	}
	pictures := w.writePictures()
	next := 1
	var tagged []byte // of one page after the other
	for i, page := range w.document.Pages {
		var marks []int
		var err error
		tagged, marks, err = tag(tagged[:0], contents[i], page, w.document, known)
		if err != nil {
			return fmt.Errorf("page %d: %w", page.Number, err)
		}
		for _, element := range marks {
			w.marked = append(w.marked, marked{page: i, element: element})
		}
		tagged = append(tagged, w.drawPictures(page, next)...)
		next += len(page.Pictures)
		content := w.reserve()
		w.stream(content, "", tagged)
		w.put(w.page[i], "<</Type/Page/Parent %v/Contents %v/StructParents %d/Tabs/S>>", w.pages, content, i)
	}
	w.put(w.pages, "<</Type/Pages/Count %d/MediaBox[0 0 %.2f %.2f]/Resources<</Font<<", len(w.page),
		w.document.Paper.Width, w.document.Paper.Height)
	for i, f := range refs {
		w.more("/F%d %v", i+1, f)
	}
	w.more(">>%s>>/Kids[", pictures)
	for _, p := range w.page {
		w.more("%v ", p)
	}
	w.more("]>>")
	return nil
}
