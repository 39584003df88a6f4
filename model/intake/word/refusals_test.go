package word

import (
	"strings"
	"testing"

	"nianbao/model/intake/handmade"
	"nianbao/model/intake/source"
)

// TestRefuses: what is no document, or costs more than it is worth, part by part.
func TestRefuses(t *testing.T) {
	deep := func(n int) string {
		return strings.Repeat("<w:ins>", n) + plainly("甲") + strings.Repeat("</w:ins>", n)
	}
	within := func(before, behind string) map[string]string {
		return document(plainly("甲") + before + "<!DOCTYPE x>" + behind)
	}
	const around = 6 // the part, document, body, and within: paragraph, run, text
	large := strings.Repeat(" ", 24<<20+1)
	for _, tt := range []struct {
		name  string
		parts map[string]string
		want  source.Reason
	}{
		{"nothing of it", map[string]string{"a": ""}, source.Archive},
		{"a workbook", map[string]string{"xl/workbook.xml": ""}, source.Sheet},
		{"a workbook by its main part", map[string]string{"_rels/.rels": `<R><r Type="officeDocument" Target="xl/workbook.xml"/></R>`, "xl/workbook.xml": ""}, source.Sheet},
		{"slides", map[string]string{"ppt/presentation.xml": ""}, source.Sheet},
		{"slides by their main part", map[string]string{"_rels/.rels": `<R><r Type="officeDocument" Target="ppt/presentation.xml"/></R>`, "ppt/presentation.xml": ""}, source.Sheet},
		{"OpenDocument", map[string]string{"META-INF/manifest.xml": ""}, source.OpenDocument},
		{"no main part", map[string]string{"word/other.xml": ""}, source.Damaged},
		{"types of content alone", map[string]string{"[Content_Types].xml": ""}, source.Damaged},
		{"no text", document(""), source.Empty},
		{"cut off", map[string]string{"word/document.xml": document(plainly("甲"))["word/document.xml"][:60]}, source.Damaged},
		{"a document type", map[string]string{"word/document.xml": `<!DOCTYPE a>` + document(plainly("甲"))["word/document.xml"]}, source.Damaged},
		{"a document type in a paragraph", within("<w:p>", "</w:p>"), source.Damaged},
		{"in its properties", within("<w:p><w:pPr>", "</w:pPr></w:p>"), source.Damaged},
		{"in those of its number", within("<w:p><w:pPr><w:numPr>", "</w:numPr></w:pPr></w:p>"), source.Damaged},
		{"in those of its end", within("<w:p><w:pPr><w:rPr>", "</w:rPr></w:pPr></w:p>"), source.Damaged},
		{"in a run", within("<w:p><w:r>", "</w:r></w:p>"), source.Damaged},
		{"in the properties of a run", within("<w:p><w:r><w:rPr>", "</w:rPr></w:r></w:p>"), source.Damaged},
		{"in a text", within("<w:p><w:r><w:t>", "</w:t></w:r></w:p>"), source.Damaged},
		{"in a link", within("<w:p><w:hyperlink>", "</w:hyperlink></w:p>"), source.Damaged},
		{"in a part of a formula", within("<w:p><w:oMath><w:f>", "</w:f></w:oMath></w:p>"), source.Damaged},
		{"in a shape", within("<w:p><w:r><w:pict><a>", "</a></w:pict></w:r></w:p>"), source.Damaged},
		{"in a version of a shape", within("<w:p><w:r><w:AlternateContent><w:Choice>", "</w:Choice></w:AlternateContent></w:r></w:p>"), source.Damaged},
		{"in a box", within("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"), source.Damaged},
		{"in a control", within("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), source.Damaged},
		{"in the properties of a control", within("<w:sdt><w:sdtPr>", "</w:sdtPr></w:sdt>"), source.Damaged},
		{"in a control of a line", within("<w:p><w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt></w:p>"), source.Damaged},
		{"in a table", within("<w:tbl>", "</w:tbl>"), source.Damaged},
		{"in rows that were added", within("<w:tbl><w:ins>", "</w:ins></w:tbl>"), source.Damaged},
		{"in a control of rows", within("<w:tbl><w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt></w:tbl>"), source.Damaged},
		{"in a control of cells", within("<w:tbl><w:tr><w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt></w:tr></w:tbl>"), source.Damaged},
		{"in a control of a cell", within("<w:tbl><w:tr><w:tc><w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>"), source.Damaged},
		{"in a row", within("<w:tbl><w:tr>", "</w:tr></w:tbl>"), source.Damaged},
		{"in the properties of a row", within("<w:tbl><w:tr><w:trPr>", "</w:trPr></w:tr></w:tbl>"), source.Damaged},
		{"in cells that were added", within("<w:tbl><w:tr><w:ins>", "</w:ins></w:tr></w:tbl>"), source.Damaged},
		{"in a cell", within("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), source.Damaged},
		{"in the properties of a cell", within("<w:tbl><w:tr><w:tc><w:tcPr>", "</w:tcPr></w:tc></w:tr></w:tbl>"), source.Damaged},
		{"in a table of a cell", within("<w:tbl><w:tr><w:tc><w:tbl>", "</w:tbl></w:tc></w:tr></w:tbl>"), source.Damaged},
		{"in what was added to a cell", within("<w:tbl><w:tr><w:tc><w:ins>", "</w:ins></w:tc></w:tr></w:tbl>"), source.Damaged},
		{"in a style", document(plainly("甲"), "word/styles.xml", "<w:styles><w:style><!DOCTYPE x></w:style></w:styles>"), source.Damaged},
		{"in the properties of a style", document(plainly("甲"), "word/styles.xml", "<w:styles><w:style><w:rPr><!DOCTYPE x></w:rPr></w:style></w:styles>"), source.Damaged},
		{"in those of its paragraphs", document(plainly("甲"), "word/styles.xml", "<w:styles><w:style><w:pPr><!DOCTYPE x></w:pPr></w:style></w:styles>"), source.Damaged},
		{"in a level", document(plainly("甲"), "word/numbering.xml", "<w:numbering><w:abstractNum><w:lvl><!DOCTYPE x></w:lvl></w:abstractNum></w:numbering>"), source.Damaged},
		{"in a list", document(plainly("甲"), "word/numbering.xml", "<w:numbering><w:num><w:lvlOverride><!DOCTYPE x></w:lvlOverride></w:num></w:numbering>"), source.Damaged},
		{"in a note", document(plainly("甲"), "word/footnotes.xml", "<w:footnotes><w:footnote><w:p><!DOCTYPE x></w:p></w:footnote></w:footnotes>"), source.Damaged},
		{"another file in it", document(plainly("甲") + `<w:altChunk r:id="r1"/>`), source.Inserted},
		{"another file in a cell", document(tbl(tr("", tc("", `<w:altChunk r:id="r1"/>`)))), source.Inserted},
		{"as deep", document(deep(source.MaxDepth - around)), handmade.Accepted},
		{"deeper", document(deep(source.MaxDepth - around + 1)), source.TooDeep},
		{"styles cut off", document(plainly("甲"), "word/styles.xml", "<w:styles>"), source.Damaged},
		{"styles too large", document(plainly("甲"), "word/styles.xml", large), source.Bomb},
		{"numbering cut off", document(plainly("甲"), "word/numbering.xml", "<w:numbering>"), source.Damaged},
		{"numbering too large", document(plainly("甲"), "word/numbering.xml", large), source.Bomb},
		{"notes cut off", document(plainly("甲"), "word/footnotes.xml", "<w:footnotes>"), source.Damaged},
		{"notes too large", document(plainly("甲"), "word/endnotes.xml", large), source.Bomb},
		{"relations too large", document(plainly("甲"), "_rels/.rels", large), source.Bomb},
		{"relations of the main part too large", document(plainly("甲"), "word/_rels/document.xml.rels", large), source.Bomb},
		{"the main part too large", map[string]string{"word/document.xml": large}, source.Bomb},
	} {
		_, err := Read(handmade.Parcel(tt.parts))
		if got := handmade.Reason(err); got != tt.want {
			t.Errorf("%s: %d (%v), want %d", tt.name, got, err, tt.want)
		}
	}
}
