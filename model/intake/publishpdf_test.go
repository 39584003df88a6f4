package intake

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/model/intake/pdftext/handmade"
)

// ruled is the report as a PDF with lines around its cells. What the font says
// of its codes differs from program to program.
func (p *publication) ruled() []byte { return p.printed(&printer{lined: true, size: 10}) }

// cutRows is ruled with rows that go on on the next page.
func (p *publication) cutRows() []byte { return p.printed(&printer{lined: true, cut: true, size: 10}) }

// unruled is the report as a PDF whose cells are told by the gaps alone.
func (p *publication) unruled() []byte { return p.printed(&printer{size: 7}) }

func (p *publication) printed(pr *printer) []byte {
	pr.begin()
	switch p.rng.IntN(3) {
	case 0:
		pr.encode = inGBK
		pr.report(p)
		return handmade.Pages([]string{handmade.Font("GBK-EUC-H")}, pr.contents())
	case 1:
		pr.encode = inUTF16
		pr.report(p)
		return handmade.Pages([]string{handmade.Font("UniGB-UCS2-H")}, pr.contents())
	}
	var order []rune // codes of the font's own, as programs embed them
	codes := map[rune]uint16{}
	pr.encode = func(s string) string {
		var b []byte
		for _, r := range s {
			if codes[r] == 0 {
				order = append(order, r)
				codes[r] = uint16(len(order))
			}
			b = binary.BigEndian.AppendUint16(b, codes[r])
		}
		return hex.EncodeToString(b)
	}
	pr.report(p)
	return handmade.Mapped(order, wide, pr.contents())
}

func inGBK(s string) string {
	out, err := simplifiedchinese.GBK.NewEncoder().String(s)
	if err != nil {
		panic(err) // the press prints nothing that GBK lacks
	}
	return hex.EncodeToString([]byte(out))
}

func inUTF16(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return hex.EncodeToString(b)
}

// printer sets a report on the pages of a PDF.
type printer struct {
	encode func(string) string
	pages  []*strings.Builder
	y      float64 // of the next line, from the bottom
	size   float64 // of the text in cells
	lined  bool    // cells have lines around them
	cut    bool    // page ends cut rows
}

// The page, in points.
const (
	printLeft, printRight = 72.0, 520.0
	printTop, printBottom = 780.0, 70.0
	printSize             = 16.0
	cellLine              = 13.0
	cellPad               = 3.0
)

func (pr *printer) begin() {
	pr.pages = append(pr.pages, &strings.Builder{})
	pr.y = printTop
}

func (pr *printer) contents() []string {
	var all []string
	for i, p := range pr.pages {
		pr.text(i, 280, 40, 12, fmt.Sprintf("— %d —", i+1))
		all = append(all, p.String())
	}
	return all
}

func (pr *printer) text(page int, x, y, size float64, s string) {
	if s != "" {
		fmt.Fprintf(pr.pages[page], "BT /F1 %g Tf %.2f %.2f Td <%s> Tj ET\n", size, x, y, pr.encode(s))
	}
}

// line prints a line of prose.
func (pr *printer) line(x, size float64, s string) {
	if pr.y < printBottom {
		pr.begin()
	}
	pr.text(len(pr.pages)-1, x, pr.y, size, s)
	pr.y -= 1.75 * size
}

func (pr *printer) report(p *publication) {
	for _, l := range p.title {
		pr.line((printLeft+printRight-float64(wide(l))*11)/2, 22, l)
	}
	for _, part := range p.parts {
		if part.title != "" {
			pr.line(printLeft+2*printSize, printSize, part.title)
		}
		for _, text := range part.prose {
			for _, l := range fill("　　"+text, 56) {
				bare := strings.TrimLeft(l, "　")
				pr.line(printLeft+float64(wide(l)-wide(bare))*printSize/2, printSize, bare)
			}
		}
		if part.table != nil {
			pr.table(part.table)
		}
	}
	for _, l := range p.end {
		pr.line(printRight-float64(wide(l)+4)*printSize/2, printSize, l)
	}
}

// band is a row on a page, or the part of it that the page end left.
type band struct {
	page, row   int
	top, bottom float64
	from, to    int // lines of its cells
}

func (pr *printer) table(s *sheet) {
	at := columnPlaces(s)
	broken := map[[2]int][]string{}
	var bands []band
	for i, row := range s.rows {
		deep := 1
		for _, c := range row {
			chars := int((at[c.column+c.columns] - at[c.column] - 2*cellPad) / pr.size)
			lines := fill(c.text, 2*max(1, chars))
			if c.value && !pr.lined { // a number in two lines is a guess without lines around it
				lines = []string{c.text}
			}
			broken[[2]int{i, c.column}] = lines
			if c.rows == 1 {
				deep = max(deep, len(lines))
			}
		}
		bands = append(bands, pr.bands(i, deep)...)
	}
	for i, row := range s.rows {
		for _, c := range row {
			pr.cell(c, at[c.column], at[c.column+c.columns], broken[[2]int{i, c.column}], bands)
		}
	}
	pr.y -= 30
}

// bands finds room for a row of some lines.
func (pr *printer) bands(row, deep int) []band {
	room := int((pr.y - printBottom - 2*cellPad) / cellLine)
	if room < deep && (!pr.cut || room < 1) {
		pr.begin()
		room = deep
	}
	var all []band
	for from := 0; from < deep; {
		to := min(deep, from+room)
		height := float64(to-from)*cellLine + 2*cellPad
		all = append(all, band{len(pr.pages) - 1, row, pr.y, pr.y - height, from, to})
		pr.y -= height
		if from = to; from < deep {
			pr.begin()
			room = deep
		}
	}
	return all
}

// columnPlaces makes columns wide where labels stand.
func columnPlaces(s *sheet) []float64 {
	weights := slices.Repeat([]float64{1}, s.columns)
	if s.columns > 6 && s.columns < 13 { // table three
		weights[0], weights[1], weights[2] = 0.9, 1.3, 2.6
	}
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	all := []float64{printLeft - 20}
	for _, w := range weights {
		all = append(all, all[len(all)-1]+w/sum*(printRight-printLeft+40))
	}
	return all
}

// cell prints a cell on each page that it reaches, its text where most of it
// is.
func (pr *printer) cell(c box, left, right float64, lines []string, bands []band) {
	var parts []band // one for each page
	for _, b := range bands {
		if b.row < c.row || b.row >= c.row+c.rows {
			continue
		}
		if n := len(parts); n > 0 && parts[n-1].page == b.page {
			parts[n-1].bottom = b.bottom
			continue
		}
		parts = append(parts, b)
	}
	largest := 0
	for i, p := range parts {
		if pr.lined {
			fmt.Fprintf(pr.pages[p.page], "0.5 w %.2f %.2f %.2f %.2f re S\n", left, p.bottom, right-left, p.top-p.bottom)
		}
		if p.top-p.bottom > parts[largest].top-parts[largest].bottom {
			largest = i
		}
	}
	if c.rows == 1 && len(lines) > 1 {
		for _, p := range parts {
			for k := p.from; k < min(p.to, len(lines)); k++ {
				pr.text(p.page, left+cellPad, p.top-cellPad-float64(k-p.from)*cellLine-10, pr.size, lines[k])
			}
		}
		return
	}
	p := parts[largest]
	top := (p.top+p.bottom)/2 + float64(len(lines))*cellLine/2
	for k, l := range lines {
		pr.text(p.page, left+cellPad, top-float64(k)*cellLine-10, pr.size, l)
	}
}
