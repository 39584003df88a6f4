package pdf

import (
	"fmt"
	"strings"
	"time"
)

// writeIdentity writes what the file says about itself, twice as PDF/A wants
// it: for old readers as Info, for archives as XMP. It returns the catalog's
// entries.
func (w *writer) writeIdentity() []byte {
	o := w.options
	title, author, date := inXML(w.document.Title), inXML(o.Author), pdfDate(o.Date)
	w.put(w.info, "<</Title%v/Author%v/Creator%v/Producer%v/CreationDate(%s)/ModDate(%s)>>",
		textString(title), textString(author), textString(o.Creator), textString(o.Creator), date, date)
	metadata, profile := w.reserve(), w.reserve()
	w.raw(metadata, "/Type/Metadata/Subtype/XML", w.xmp(title, author))
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
func (w *writer) xmp(title, author string) []byte {
	o := w.options
	part := "2"
	if o.Attach != nil {
		part = "3"
	}
	date := o.Date.Format(time.RFC3339)
	return []byte(strings.NewReplacer(
		"TITLE", escapeXML.Replace(title),
		"AUTHOR", escapeXML.Replace(author),
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

var escapeXML = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// inXML is a text without what XML 1.0 cannot hold (2.2): control characters, as somebody
// may have pasted them, and what is no character.
func inXML(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == '\ufffe' || r == '\uffff' {
			return -1
		}
		return r
	}, text)
}
