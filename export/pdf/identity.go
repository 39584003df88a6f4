package pdf

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"time"
)

// writeIdentity writes what the file says about itself, twice as PDF/A wants
// it: for old readers as Info, for archives as XMP. It returns the catalog's
// entries.
func (w *writer) writeIdentity() []byte {
	o := w.options
	date := pdfDate(o.Date)
	w.put(w.info, "<</Title%v/Author%v/Creator%v/Producer%v/CreationDate(%s)/ModDate(%s)>>",
		textString(w.document.Title), textString(o.Author), textString(o.Creator), textString(o.Creator), date, date)
	metadata, profile := w.reserve(), w.reserve()
	w.raw(metadata, "/Type/Metadata/Subtype/XML", w.xmp())
	w.stream(profile, "/N 3", colourProfile())
	return fmt.Appendf(nil, "/Metadata %v/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"+
		"/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile %v>>]", metadata, profile)
}

// pdfDate writes a date (7.9.4).
func pdfDate(date time.Time) string {
	if date.Location() == time.UTC {
		return date.Format("D:20060102150405Z")
	}
	return date.Format("D:20060102150405-07'00'")
}

// xmp declares PDF/A-2u (ISO 19005-2, 6.6): text that can be read, searched
// and printed alike in a hundred years; or, with a file in it, PDF/A-3u
// (ISO 19005-3), which asks for the same.
func (w *writer) xmp() []byte {
	o := w.options
	part := "2"
	if o.Attach != nil {
		part = "3"
	}
	date := o.Date.Format(time.RFC3339)
	return []byte(strings.NewReplacer(
		"TITLE", escapeXML.Replace(w.document.Title),
		"AUTHOR", escapeXML.Replace(o.Author),
		"CREATOR", escapeXML.Replace(o.Creator),
		"DATE", date,
		"PART", part,
	).Replace(`<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>PART</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">TITLE</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>AUTHOR</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>CREATOR</xmp:CreatorTool><xmp:CreateDate>DATE</xmp:CreateDate><xmp:ModifyDate>DATE</xmp:ModifyDate>
<pdf:Producer>CREATOR</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`))
}

// escapeXML also drops what XML 1.0 cannot hold.
var escapeXML = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\x00", "")

// colourProfile is the colour space that the file is meant for: sRGB as an ICC
// profile of version 2.1 (ICC.1:2001-04, 6.1), made from the figures of IEC
// 61966-2-1: the primaries adapted to D50 and the curve in 33 points. Grey and
// black are printed as such under any profile.
func colourProfile() []byte {
	be := binary.BigEndian
	xyz := func(x, y, z uint32) []byte { // s15Fixed16
		b := append([]byte("XYZ "), 0, 0, 0, 0)
		return be.AppendUint32(be.AppendUint32(be.AppendUint32(b, x), y), z)
	}
	const points = 33
	curve := append([]byte("curv"), 0, 0, 0, 0)
	curve = be.AppendUint32(curve, points)
	for i := range points {
		v := float64(i) / (points - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = be.AppendUint16(curve, uint16(math.Round(v*0xFFFF)))
	}
	const name = "sRGB\x00"
	description := append([]byte("desc"), 0, 0, 0, 0)
	description = append(be.AppendUint32(description, uint32(len(name))), name...)
	description = append(description, make([]byte, 4+4+2+1+67)...) // no Unicode, no Macintosh name
	rights := append([]byte("text"), "\x00\x00\x00\x00No copyright\x00"...)

	tags := []struct {
		name string
		data []byte
	}{
		{"desc", description},
		{"cprt", rights},
		{"wtpt", xyz(0xF6D6, 0x10000, 0xD32D)},
		{"rXYZ", xyz(0x6FA2, 0x38F5, 0x0390)},
		{"gXYZ", xyz(0x6299, 0xB785, 0x18DA)},
		{"bXYZ", xyz(0x24A0, 0x0F84, 0xB6CF)},
		{"rTRC", curve},
		{"gTRC", nil},
		{"bTRC", nil}, // the same curve
	}
	const head, row = 128, 12
	table := be.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	at := 0
	for _, t := range tags {
		if t.data != nil {
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
			at = len(data)
			data = append(data, t.data...)
		}
		size := len(t.data)
		if t.data == nil {
			size = len(curve)
		}
		table = append(table, t.name...)
		table = be.AppendUint32(table, uint32(head+4+row*len(tags)+at))
		table = be.AppendUint32(table, uint32(size))
	}
	out := make([]byte, head)
	copy(out[8:], "\x02\x10\x00\x00mntrRGB XYZ \x07\xE5\x00\x01\x00\x01") // version 2.1, class, spaces, a fixed date
	copy(out[36:], "acsp")
	copy(out[68:], xyz(0xF6D6, 0x10000, 0xD32D)[8:])
	out = append(append(out, table...), data...)
	be.PutUint32(out, uint32(len(out)))
	return out
}
