package word

import (
	"nianbao/export/ooxml"
	"nianbao/export/typeset"
	"nianbao/fonts"
)

// Names that the text calls its styles by.
const (
	idNormal    = "Normal"
	idTitle     = "Title"
	idHeading1  = "Heading1"
	idHeading2  = "Heading2"
	idBody      = "BodyText"
	idSignature = "Signature"
	idFigures   = "TableFigures"
	idLabels    = "TableLabels"
	idHeader    = "Header"
	idFooter    = "Footer"
)

// Sizes of type, pt. 三号 is 16 pt in Word, where the grid of 28 characters has
// room for 15.75: charSpace takes the rest away.
const (
	bodySize  = 16.0
	charSpace = "-5" // twips
	folioSize = 14.0 // 四号
	folioLine = 20.0 // pt, the line of the page number
	tableSize = 10.0 // between 五号 and 小五
)

// style is one of the document's; what it leaves out is Normal's.
type style struct {
	id, name  string
	next      string
	face      string
	size      float64
	paragraph func(*part) // properties, in the schema's order
}

func styles(plan typeset.Plan) []style {
	pitch := linePitch(plan.Paper)
	indent := func(p *part) { // 每个自然段左空二字
		p.Empty("w:ind", "w:firstLine", twips(2*plan.Paper.Cell))
	}
	heading := func(level string) func(*part) {
		return func(p *part) {
			p.Empty("w:keepNext")
			p.Empty("w:keepLines")
			indent(p)
			p.value("w:outlineLvl", level)
		}
	}
	table := func(side string) func(*part) {
		return func(p *part) {
			p.value("w:snapToGrid", "0")
			p.Empty("w:spacing", "w:line", twips(leading*tableSize), "w:lineRule", "exact")
			if side == "left" {
				p.Empty("w:ind", "w:left", twips(padLabel), "w:right", twips(padLabel))
			}
			p.value("w:jc", side)
		}
	}
	return []style{
		{id: idNormal, name: idNormal, paragraph: func(p *part) {
			p.Empty("w:widowControl")
			p.value("w:adjustRightInd", "0")
			p.Empty("w:spacing", "w:before", "0", "w:after", "0", "w:line", pitch, "w:lineRule", "exact")
			p.value("w:jc", "both")
		}},
		{id: idTitle, name: "Title", next: idBody, face: fonts.Title.Installed(), size: plan.TitleSize, paragraph: func(p *part) {
			p.Empty("w:keepNext")
			p.Empty("w:keepLines")
			p.value("w:snapToGrid", "0") // it would take two lines of the grid
			p.value("w:jc", "center")
			p.value("w:outlineLvl", "9")
		}},
		{id: idHeading1, name: "heading 1", next: idBody, face: fonts.Hei.Installed(), paragraph: heading("0")},
		{id: idHeading2, name: "heading 2", next: idBody, face: kaiFace, paragraph: heading("1")},
		{id: idBody, name: styleBody, paragraph: indent},
		{id: idSignature, name: styleSignature, paragraph: func(p *part) {
			p.Empty("w:keepLines")
			p.value("w:jc", "left")
		}},
		{id: idFigures, name: styleFigures, face: fonts.Song.Installed(), size: tableSize, paragraph: table("center")},
		{id: idLabels, name: styleLabels, face: fonts.Song.Installed(), size: tableSize, paragraph: table("left")},
		{id: idHeader, name: "header", paragraph: func(p *part) { p.value("w:snapToGrid", "0") }},
		{id: idFooter, name: "footer", face: fonts.Song.Installed(), size: folioSize, paragraph: func(p *part) {
			p.value("w:snapToGrid", "0")
			p.Empty("w:spacing", "w:line", twips(folioLine), "w:lineRule", "exact")
		}},
	}
}

func stylesPart(plan typeset.Plan) []byte {
	p := newPart("w:styles", "xmlns:w", wordSpace)
	p.Begin("w:docDefaults")
	p.Begin("w:rPrDefault")
	p.Begin("w:rPr")
	p.Empty("w:rFonts", "w:ascii", latinFace, "w:hAnsi", latinFace, "w:eastAsia", fangFace, "w:cs", latinFace)
	p.value("w:spacing", charSpace)
	p.value("w:sz", halves(bodySize))
	p.value("w:szCs", halves(bodySize))
	p.Empty("w:lang", "w:val", "en-US", "w:eastAsia", ooxml.Language)
	p.End(2)
	p.Begin("w:pPrDefault")
	p.Begin("w:pPr")
	p.value("w:autoSpaceDE", "0") // else blanks between Chinese and figures break the grid
	p.value("w:autoSpaceDN", "0")
	p.End(3)
	for _, s := range styles(plan) {
		p.style(s)
	}
	return p.Finish()
}

// latinFace is for letters and figures in the text.
const latinFace = "Times New Roman"

func (p *part) style(s style) {
	if s.id == idNormal {
		p.Begin("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", s.id)
	} else {
		p.Begin("w:style", "w:type", "paragraph", "w:styleId", s.id)
	}
	p.value("w:name", s.name)
	if s.id != idNormal {
		p.value("w:basedOn", idNormal)
	}
	if s.next != "" {
		p.value("w:next", s.next)
	}
	p.Empty("w:qFormat")
	p.Begin("w:pPr")
	s.paragraph(p)
	p.End(1)
	if s.face != "" {
		p.Begin("w:rPr")
		p.Empty("w:rFonts", "w:ascii", s.latin(), "w:hAnsi", s.latin(), "w:eastAsia", s.face)
		if s.size > 0 {
			p.value("w:spacing", "0")
			p.value("w:sz", halves(s.size))
			p.value("w:szCs", halves(s.size))
		}
		p.End(1)
	}
	p.End(1)
}

// latin is the face of letters and figures: where the Chinese face has its own
// size, in tables, page numbers and the title, they are of it too.
func (s style) latin() string {
	if s.size > 0 {
		return s.face
	}
	return latinFace
}

// fontTable says what else the faces are called. There is no theme: WPS looks for
// a theme's faces and tells its user that they are missing.
func fontTable() []byte {
	p := newPart("w:fonts", "xmlns:w", wordSpace)
	const chinese, western = "86", "00"
	for _, f := range []struct{ name, other, family, charset string }{
		{fangFace, fonts.Fang.Installed(), "modern", chinese},
		{kaiFace, fonts.Kai.Installed(), "modern", chinese},
		{fonts.Hei.Installed(), heiOther, "modern", chinese},
		{fonts.Song.Installed(), songOther, "auto", chinese},
		{fonts.Title.Installed(), titleOther, "auto", chinese},
		{latinFace, "", "roman", western},
	} {
		p.Begin("w:font", "w:name", f.name)
		if f.other != "" {
			p.value("w:altName", f.other)
		}
		p.value("w:charset", f.charset)
		p.value("w:family", f.family)
		p.End(1)
	}
	return p.Finish()
}

// settings: page numbers on the outer side, marks pressed together, and the mode
// of Word 2013, else its window says 兼容模式.
func settings() []byte {
	p := newPart("w:settings", "xmlns:w", wordSpace)
	p.value("w:defaultTabStop", "420")
	p.Empty("w:evenAndOddHeaders")
	p.value("w:characterSpacingControl", "compressPunctuation")
	p.Begin("w:compat")
	p.Empty("w:compatSetting", "w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15")
	p.End(1)
	p.Empty("w:themeFontLang", "w:val", "en-US", "w:eastAsia", ooxml.Language)
	return p.Finish()
}
