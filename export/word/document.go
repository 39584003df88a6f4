package word

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"nianbao/export/ooxml"
	"nianbao/export/outline"
	"nianbao/export/typeset"
)

// twips makes twentieths of a point, the format's unit of length.
func twips(points float64) string { return strconv.Itoa(int(math.Round(points * 20))) }

// halves makes half points, the format's unit of type sizes, never larger than asked.
func halves(points float64) string { return strconv.Itoa(int(math.Floor(points*2 + 1e-9))) }

// document is the text: title, blocks, signature, and the page that they stand on.
func document(report *outline.Document, plan typeset.Plan, draft bool) []byte {
	p := newPart("w:document", "xmlns:w", wordSpace, "xmlns:r", ooxml.OfficeSpace)
	p.Begin("w:body")
	p.paragraph(paragraph{style: idTitle, lines: plan.Title})
	p.paragraph(paragraph{style: idBody}) // 标题与正文之间空一行
	tables := plan.Tables
	for _, b := range report.Blocks {
		switch {
		case b.Kind == outline.Grid:
			p.table(b.Table, tables[0])
			tables = tables[1:]
		case b.Kind == outline.Heading && b.Level == 1:
			p.paragraph(paragraph{style: idHeading1, lines: []string{b.Text}})
		case b.Kind == outline.Heading:
			p.paragraph(paragraph{style: idHeading2, lines: []string{b.Text}})
		case b.Kind == outline.Paragraph:
			p.paragraph(paragraph{style: idBody, lines: []string{b.Text}, ragged: isUnbroken(b.Text)})
		}
	}
	if n := len(report.Blocks); n > 0 && report.Blocks[n-1].Kind == outline.Grid {
		p.paragraph(paragraph{style: idBody}) // no document ends with a table
	}
	for i, line := range plan.Signature {
		p.paragraph(paragraph{
			style: idSignature, lines: []string{line.Text}, left: line.Left, keepNext: i+1 < len(plan.Signature),
		})
	}
	p.section(plan.Paper, draft)
	return p.Finish()
}

// paragraph is one of the text.
type paragraph struct {
	style    string
	lines    []string // where the lines are to end
	left     float64  // indentation beyond the style's, pt
	keepNext bool     // on one page with the next
	narrow   float64  // indentation from both sides, pt
	size     string   // half points; empty: the style's
	ragged   bool     // lines keep their natural width
}

// isUnbroken reports whether a text holds a word that may leave a line half empty:
// a long address. Justified, what stands before it would be pulled apart.
func isUnbroken(text string) bool {
	const most = 24 // characters of half width
	length := 0
	for _, r := range text {
		if length++; r == ' ' || r > unicode.MaxLatin1 {
			length = 0
		}
		if length > most {
			return true
		}
	}
	return false
}

func (p *part) paragraph(g paragraph) {
	p.Begin("w:p")
	p.Begin("w:pPr")
	p.value("w:pStyle", g.style)
	if g.keepNext {
		p.Empty("w:keepNext")
	}
	switch {
	case g.narrow > 0:
		p.Empty("w:ind", "w:left", twips(g.narrow), "w:right", twips(g.narrow))
	case g.left > 0:
		p.Empty("w:ind", "w:left", twips(g.left))
	}
	if g.ragged {
		p.value("w:jc", "left")
	}
	p.End(1)
	if strings.Join(g.lines, "") != "" {
		p.Begin("w:r")
		if g.size != "" {
			p.Begin("w:rPr")
			p.value("w:sz", g.size)
			p.value("w:szCs", g.size)
			p.End(1)
		}
		for i, line := range g.lines {
			if i > 0 {
				p.Empty("w:br")
			}
			p.Leaf("w:t", line, "xml:space", "preserve")
		}
		p.End(1)
	}
	p.End(1)
}

// section is the page: its edges, head and foot, and the grid of lines. Of the
// grid only the lines are given: LibreOffice 7.4 sets 18 or 27 characters a line on
// a grid of characters, so that the 28 come of the type (see charSpace).
func (p *part) section(paper typeset.Paper, draft bool) {
	p.Begin("w:sectPr")
	if draft {
		p.Empty("w:headerReference", "w:type", "even", "r:id", headerDraft)
		p.Empty("w:headerReference", "w:type", "default", "r:id", headerDraft)
	}
	p.Empty("w:footerReference", "w:type", "even", "r:id", footerEven)
	p.Empty("w:footerReference", "w:type", "default", "r:id", footerOdd)
	p.Empty("w:pgSz", "w:w", twips(paper.Width), "w:h", twips(paper.Height))
	below := paper.Height - paper.Bottom()
	p.Empty("w:pgMar",
		"w:top", twips(paper.Top), "w:right", twips(paper.Width-paper.Right()),
		"w:bottom", twips(below), "w:left", twips(paper.Left),
		"w:header", twips(paper.Top/2), "w:footer", twips(below-paper.FolioDrop-folioLine/2), "w:gutter", "0")
	p.Empty("w:docGrid", "w:type", "lines", "w:linePitch", linePitch(paper))
	p.End(1)
}

// linePitch is the grid's, in whole twips and so that the page holds its lines.
func linePitch(paper typeset.Paper) string { return strconv.Itoa(int(paper.Line * 20)) }
