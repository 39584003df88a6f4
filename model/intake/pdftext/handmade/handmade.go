// Package handmade writes small PDFs object by object, sound ones and hostile
// ones. Only tests import it.
package handmade

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"unicode/utf16"
)

// File puts objects together, numbered from 1; the first is the catalogue.
func File(objects ...string) []byte { return FileWith("", objects...) }

// FileWith adds entries to the trailer.
func FileWith(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, xref)
	return b.Bytes()
}

// Stream is an object with data behind it.
func Stream(dict, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// Packed is a stream whose data is compressed.
func Packed(dict, data string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, err := z.Write([]byte(data))
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		panic(err) // a buffer takes all
	}
	return Stream(dict+"/Filter/FlateDecode", b.String())
}

// Font is a composite font that stands in the file with nothing but its name;
// its codes are those of an encoding that is known by name.
func Font(encoding string) string {
	return "<</Type/Font/Subtype/Type0/BaseFont/FangSong/Encoding/" + encoding +
		"/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/FangSong/DW 1000/W[1[500 500]1 95 500 814 908 500]>>]>>"
}

// Pages is a file of pages on A4 paper; the fonts' names are F1, F2 ….
func Pages(fonts, contents []string) []byte {
	return pages(fonts, len(fonts), contents)
}

// Mapped is a file of pages with one font, F1. Its codes are the places of the
// characters in a list, from 1, and a table in the file says so; wide is the
// width of a text in half characters.
func Mapped(order []rune, wide func(string) int, contents []string) []byte {
	var table, widths strings.Builder
	table.WriteString("/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n")
	for i, r := range order {
		fmt.Fprintf(&table, "1 beginbfchar <%04x> <", i+1)
		for _, u := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&table, "%04x", u)
		}
		table.WriteString("> endbfchar\n")
		fmt.Fprintf(&widths, "%d[%d]", i+1, 500*wide(string(r)))
	}
	table.WriteString("endcmap end end")
	return pages([]string{
		"<</Type/Font/Subtype/Type0/BaseFont/A+FangSong/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 6 0 R>>",
		"<</Type/Font/Subtype/CIDFontType2/BaseFont/A+FangSong/DW 1000/W[" + widths.String() + "]>>",
		Packed("", table.String()),
	}, 1, contents)
}

// pages writes the pages behind the objects of the fonts, some of which are
// fonts and the rest their parts.
func pages(fonts []string, named int, contents []string) []byte {
	const before = 3 // catalogue, pages, resources
	objects := append(make([]string, before), fonts...)
	var names, kids strings.Builder
	for i := range named {
		fmt.Fprintf(&names, "/F%d %d 0 R", i+1, before+i+1)
	}
	for _, c := range contents {
		objects = append(objects, Packed("", c))
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R>>", len(objects)))
		fmt.Fprintf(&kids, "%d 0 R ", len(objects))
	}
	objects[0] = "<</Type/Catalog/Pages 2 0 R>>"
	objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/MediaBox[0 0 595 842]/Resources 3 0 R/Kids[%s]>>", len(contents), kids.String())
	objects[2] = "<</Font<<" + names.String() + ">>>>"
	return File(objects...)
}
