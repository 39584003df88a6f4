package ofd

import (
	"fmt"
	"math"
	"time"

	"nianbao/export/typeset"
)

// documentRoot is the part that says what the document is made of (7.5). It is
// written last: it tells the highest identifier.
func (w *writer) documentRoot() {
	b := fmt.Appendf(nil, "%s<ofd:Document %s><ofd:CommonData><ofd:MaxUnitID>%d</ofd:MaxUnitID>"+
		"<ofd:PageArea><ofd:PhysicalBox>%s</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>%s</ofd:PublicRes></ofd:CommonData><ofd:Pages>",
		prolog, namespace, w.lastID, w.sheet(), partResources)
	for i, id := range w.pages {
		b = fmt.Appendf(b, `<ofd:Page ID="%d" BaseLoc="%s"/>`, id, pagePart(i)[len(folder):])
	}
	b = append(b, "</ofd:Pages>"...)
	b = w.outlines(b)
	b = append(b, "<ofd:VPreferences><ofd:PageMode>UseOutlines</ofd:PageMode><ofd:TabDisplay>DocTitle</ofd:TabDisplay></ofd:VPreferences>"...)
	if w.tagged() {
		b = fmt.Appendf(b, "<ofd:CustomTags>%s</ofd:CustomTags>", partTags)
	}
	if w.options.Attach != nil {
		b = fmt.Appendf(b, "<ofd:Attachments>%s</ofd:Attachments>", partAttachments)
	}
	w.add(folder+partDocument, append(b, "</ofd:Document>"...))
}

// outlines writes the headings, the second level below the first (7.8).
func (w *writer) outlines(b []byte) []byte {
	all := w.document.Headings
	if len(all) == 0 {
		return b
	}
	b = append(b, "<ofd:Outlines>"...)
	for i := 0; i < len(all); {
		below := i + 1
		for below < len(all) && all[below].Level > all[i].Level {
			below++
		}
		b = w.outline(b, all[i], below-i-1)
		for _, h := range all[i+1 : below] {
			b = append(w.outline(b, h, 0), "</ofd:OutlineElem>"...)
		}
		b = append(b, "</ofd:OutlineElem>"...)
		i = below
	}
	return append(b, "</ofd:Outlines>"...)
}

// outline begins an entry that leads to the place of a heading.
func (w *writer) outline(b []byte, h typeset.Heading, below int) []byte {
	return fmt.Appendf(b, `<ofd:OutlineElem Title="%s" Count="%d"><ofd:Actions><ofd:Action Event="CLICK"><ofd:Goto>`+
		`<ofd:Dest Type="XYZ" PageID="%d" Left="0" Top="%s" Zoom="0"/></ofd:Goto></ofd:Action></ofd:Actions>`,
		escape(h.Text), below, w.pages[h.Page-1], lengths(millimetres(h.Y)))
}

// attachment writes the file that is carried along, and the list of such files
// (20.2). Its size is told in thousands of bytes.
func (w *writer) attachment() {
	a := w.options.Attach
	if a == nil {
		return
	}
	date := w.options.Date.Format(time.RFC3339)
	kilobytes := math.Ceil(float64(len(a.Data)) / 1024)
	w.add(folder+partAttachments, fmt.Appendf(nil, `%s<ofd:Attachments %s><ofd:Attachment ID="A1" Name="%s" Format="%s"`+
		` CreationDate="%s" ModDate="%[5]s" Size="%g" Visible="true"><ofd:FileLoc>%[3]s</ofd:FileLoc></ofd:Attachment></ofd:Attachments>`,
		prolog, namespace, escape(a.Name), escape(a.Format), date, kilobytes))
	w.add(folder+"Attachs/"+a.Name, a.Data)
}
