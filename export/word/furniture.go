package word

import (
	"strings"

	"nianbao/fonts"
)

// What stands on every page beside the text.

// footer is the page number between its two dashes: on the right of odd pages and
// on the left of even ones, one character in (GB/T 9704—2012, 7.5).
func footer(name string) []byte {
	side, edge := "right", "w:right"
	if name == footerEven {
		side, edge = "left", "w:left"
	}
	p := newPart("w:ftr", "xmlns:w", wordSpace)
	p.Begin("w:p")
	p.Begin("w:pPr")
	p.value("w:pStyle", idFooter)
	p.Empty("w:ind", edge, twips(folioSize))
	p.value("w:jc", side)
	p.End(1)
	run := func(content func()) {
		p.Begin("w:r")
		content()
		p.End(1)
	}
	field := func(kind string) { run(func() { p.Empty("w:fldChar", "w:fldCharType", kind) }) }
	run(func() { p.Leaf("w:t", "— ", "xml:space", "preserve") })
	field("begin")
	run(func() { p.Leaf("w:instrText", " PAGE ", "xml:space", "preserve") })
	field("separate")
	run(func() { p.Leaf("w:t", "1") })
	field("end")
	run(func() { p.Leaf("w:t", " —", "xml:space", "preserve") })
	return p.Finish()
}

// header is the watermark of a draft, as Word makes one itself: a shape of text
// (WordArt) behind the page.
func header() []byte {
	const turned = "315" // degrees, clockwise: it rises
	p := newPart("w:hdr", "xmlns:w", wordSpace,
		"xmlns:v", "urn:schemas-microsoft-com:vml", "xmlns:o", "urn:schemas-microsoft-com:office:office")
	p.Begin("w:p")
	p.Begin("w:pPr")
	p.value("w:pStyle", idHeader)
	p.End(1)
	p.Begin("w:r")
	p.Begin("w:pict")
	p.Begin("v:shapetype", "id", "_x0000_t136", "coordsize", "21600,21600", "o:spt", "136", "adj", "10800",
		"path", "m@7,l@8,m@5,21600l@6,21600e")
	p.Begin("v:formulas")
	for _, equation := range []string{
		"sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0", "if @0 21600 @1",
		"if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5",
	} {
		p.Empty("v:f", "eqn", equation)
	}
	p.End(1)
	p.Empty("v:path", "textpathok", "t", "o:connecttype", "custom",
		"o:connectlocs", "@9,0;@10,10800;@11,21600;@12,10800", "o:connectangles", "270,180,90,0")
	p.Empty("v:textpath", "on", "t", "fitshape", "t")
	p.End(1)
	p.Begin("v:shape", "id", "PowerPlusWaterMarkObject1", "o:spid", "_x0000_s2049", "type", "#_x0000_t136",
		"style", strings.Join([]string{
			"position:absolute", "margin-left:0", "margin-top:0", "width:297pt", "height:148pt", "rotation:" + turned,
			"z-index:-251658752", "mso-position-horizontal:center", "mso-position-horizontal-relative:page",
			"mso-position-vertical:center", "mso-position-vertical-relative:page",
		}, ";"),
		"o:allowincell", "f", "fillcolor", watermarkColour, "stroked", "f")
	p.Empty("v:textpath", "style", `font-family:"`+fonts.Hei.Installed()+`";font-size:1pt`, "string", watermarkText)
	return p.Finish()
}

// watermarkColour is light enough to read through.
const watermarkColour = "#e0e0e0"
