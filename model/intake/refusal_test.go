package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/model/intake/handmade"
	"nianbao/model/intake/ofdtext"
	"nianbao/model/intake/plain"
	"nianbao/model/intake/source"
	"nianbao/model/intake/web"
	"nianbao/model/intake/word"
)

// TestRefusals: what no reader takes, and why, each with its neighbour that is
// taken: a bound that is too narrow refuses reports.
func TestRefusals(t *testing.T) {
	tests := []struct {
		name string
		read func([]byte) (*source.Document, error)
		data []byte
		want source.Reason
	}{
		{"text: none", plain.Read, nil, source.Empty},
		{"text: blanks", plain.Read, []byte(" \n　\n"), source.Empty},
		{"text: bytes at the bound", plain.Read, padded("年报", source.MaxSize), handmade.Accepted},
		{"text: bytes beyond the bound", plain.Read, padded("年报", source.MaxSize+1), source.TooLarge},
		{"text: characters at the bound", plain.Read, lines(1024, 1023), handmade.Accepted},
		{"text: characters beyond the bound", plain.Read, lines(1024, 1025), source.TooLong},
		{"text: lines at the bound", plain.Read, lines(source.MaxLines, 1), handmade.Accepted},
		{"text: lines beyond the bound", plain.Read, lines(source.MaxLines+1, 1), source.TooLong},
		{"text: cells at the bound", plain.Read, []byte(strings.Repeat("1\t", source.MaxCells-1) + "1"), handmade.Accepted},
		{"text: cells beyond the bound", plain.Read, []byte(strings.Repeat("1\t", source.MaxCells) + "1"), source.TooLong},
		{"text: zeros", plain.Read, []byte("年报" + strings.Repeat("\x00", 9)), source.Binary},
		{"text: odd bytes", plain.Read, []byte("年报" + strings.Repeat("\xff\xfe\x81", 99)), source.Binary},
		{"text: half of UTF-16", plain.Read, []byte("\xff\xfe" + strings.Repeat("\x00\xd8", 99)), source.Binary},

		{"page: bytes beyond the bound", web.Read, padded("<p>年报</p>", source.MaxSize+1), source.TooLarge},
		{"page: elements at the bound", web.Read, nested(2*source.MaxDepth - 3), handmade.Accepted},
		{"page: elements beyond the bound", web.Read, nested(2*source.MaxDepth - 2), source.TooDeep},
		{"page: elements that overflow any stack", web.Read, nested(100_000), source.TooDeep},
		{"page: a cell of a million columns", web.Read, table(`colspan="1000000"`, 3), handmade.Accepted},
		{"page: a cell of more columns than a number holds", web.Read, table(`colspan="99999999999999999999"`, 3), handmade.Accepted},
		{"page: a cell of no columns", web.Read, table(`colspan="-1" rowspan="0"`, 3), handmade.Accepted},
		{"page: a cell of a million rows", web.Read, table(`rowspan="1000000"`, 3), handmade.Accepted},
		{"page: cells beyond the bound", web.Read, table("", source.MaxCells), source.TooLong},

		{"Word: no package", word.Read, []byte("PK\x03\x04 and no more"), source.Damaged},
		{"Word: bytes beyond the bound", word.Read, padded("PK", source.MaxSize+1), source.TooLarge},
		{"Word: a report", word.Read, docx(paragraph), handmade.Accepted},
		{"Word: no text", word.Read, docx(""), source.Empty},
		{"Word: nothing of Word's in it", word.Read, handmade.Parcel(map[string]string{"a.txt": "年报"}), source.Archive},
		{"Word: a spreadsheet", word.Read, handmade.Parcel(map[string]string{"xl/workbook.xml": ""}), source.Sheet},
		{"Word: slides", word.Read, handmade.Parcel(map[string]string{"ppt/presentation.xml": ""}), source.Sheet},
		{"OFD: nothing in it", ofdtext.Read, handmade.Parcel(map[string]string{"OFD.xml": ""}), source.Damaged},
		{"Word: OpenDocument", word.Read, handmade.Parcel(map[string]string{"META-INF/manifest.xml": ""}), source.OpenDocument},
		{"Word: parts at the bound", word.Read, parts(4999), handmade.Accepted},
		{"Word: parts beyond the bound", word.Read, parts(5000), source.Bomb},
		{"Word: unpacks to the bound", word.Read, docx(paragraph + strings.Repeat(" ", 24<<20-wrapping-len(paragraph))), handmade.Accepted},
		{"Word: unpacks to more", word.Read, docx(paragraph + strings.Repeat(" ", 24<<20-wrapping-len(paragraph)+1)), source.Bomb},
		{"Word: styles that unpack to more", word.Read, handmade.Parcel(map[string]string{
			"word/document.xml": wrapped(paragraph), "word/styles.xml": strings.Repeat(" ", 24<<20+1),
		}), source.Bomb},
		{"Word: cut off", word.Read, handmade.Parcel(map[string]string{"word/document.xml": wrapped(paragraph)[:90]}), source.Damaged},
		{"Word: a document type", word.Read, handmade.Parcel(map[string]string{
			"word/document.xml": `<!DOCTYPE d [<!ENTITY a "年报">]>` + wrapped(paragraph),
		}), source.Damaged},
		{"Word: a document type within", word.Read, docx(`<!DOCTYPE d>` + paragraph), source.Damaged},
		{"Word: elements beyond the bound", word.Read, docx(strings.Repeat("<w:sdt><w:sdtContent>", 150) + paragraph + strings.Repeat("</w:sdtContent></w:sdt>", 150)), source.TooDeep},
		{"Word: elements within the bound", word.Read, docx(strings.Repeat("<w:sdt><w:sdtContent>", 40) + paragraph + strings.Repeat("</w:sdtContent></w:sdt>", 40)), handmade.Accepted},
		{"Word: a cell of a million columns", word.Read, docx(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>` + paragraph + `</w:tc></w:tr></w:tbl>`), handmade.Accepted},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := tt.read(tt.data)
			if got := handmade.Reason(err); got != tt.want {
				t.Errorf("reason %d (%v), want %d", got, err, tt.want)
			}
			if (d == nil) != (err != nil) {
				t.Errorf("document %v beside the error %v", d != nil, err)
			}
		})
	}
}

// TestSpansAreBounded: a cell that claims more columns or rows than a table has
// gets what the bounds allow, and those behind it still have a place.
func TestSpansAreBounded(t *testing.T) {
	for _, claim := range []string{`colspan="1000000"`, `rowspan="1000000"`, `colspan="64" rowspan="1000"`} {
		d, err := web.Read(table(claim, 3))
		if err != nil {
			t.Fatal(err)
		}
		cells := 0
		for _, l := range d.Lines {
			for _, c := range l.Cells {
				cells++
				if c.Column > source.MaxCells+2 || c.Span < 1 || c.Span > source.MaxCells || c.Rows < 1 || c.Rows > source.MaxSpan {
					t.Errorf("%s: cell %+v", claim, c)
				}
			}
		}
		if cells != 6 {
			t.Errorf("%s: %d cells, want 6", claim, cells)
		}
	}
}

// padded is a text of so many bytes, blanks behind it.
func padded(text string, size int) []byte { return []byte(text + strings.Repeat(" ", size-len(text))) }

// lines are so many, of so many bytes each with their ends.
func lines(n, size int) []byte {
	return []byte(strings.TrimSuffix(strings.Repeat(strings.Repeat("a", size)+"\n", n), "\n"))
}

func nested(depth int) []byte {
	return []byte(strings.Repeat("<div>", depth) + "年报" + strings.Repeat("</div>", depth))
}

// table is one of two rows, its first cell with attributes, and so many cells more.
func table(attributes string, more int) []byte {
	row := strings.Repeat("<td>1</td>", more)
	if more == 3 {
		row = strings.Repeat("<td>1</td>", 2)
	}
	return []byte("<table><tr><td " + attributes + ">年报</td>" + row + "</tr><tr><td>1</td>" + row + "</tr></table>")
}

const (
	paragraph = `<w:p><w:r><w:t>政府信息公开工作年度报告</w:t></w:r></w:p>`
	wrapping  = len(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body></w:body></w:document>`)
)

func wrapped(body string) string {
	return `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`
}

func docx(body string) []byte {
	return handmade.Parcel(map[string]string{"word/document.xml": wrapped(body)})
}

// parts is a document beside so many other parts.
func parts(n int) []byte {
	all := map[string]string{"word/document.xml": wrapped(paragraph)}
	for i := range n {
		all[fmt.Sprintf("media/%d", i)] = ""
	}
	return handmade.Parcel(all)
}
