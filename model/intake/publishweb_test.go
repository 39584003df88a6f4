package intake

import (
	"fmt"
	"html"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/model/intake/handmade"
)

// page is the report as a portal's page: navigation around it, font tags, spans.
func (p *publication) page() []byte {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>` + strings.Join(p.title, "") + `_某某市人民政府</title>
<style>td{border:1px solid}</style><script>if(1<2){document.write("<p>一、总体情况</p>")}</script></head><body>
<div class="nav-top"><a href="/">首页</a> | <a href="/zwgk">政务公开</a> | <a>信息公开年报</a></div>
<div class="breadcrumb">当前位置：首页 &gt; 政务公开 &gt; 信息公开年报</div><div class="article">`)
	for _, l := range p.title {
		fmt.Fprintf(&b, "<h1 style='text-align:center'><span>%s</span></h1>\n", html.EscapeString(l))
	}
	b.WriteString(`<div class="info"><span>发布时间：2024-01-20</span>&nbsp;<span>来源：党政办</span> <span>字体：[大 中 小]</span></div><div id="zoom">`)
	p.body(&b, p.pageTable)
	b.WriteString(`</div></div><div>上一篇：关于春节放假的通知</div><div class="footer">版权所有：某某市人民政府 晋ICP备00000000号</div></body></html>`)
	return []byte(b.String())
}

func (p *publication) body(b *strings.Builder, table func(*strings.Builder, *sheet)) {
	for _, part := range p.parts {
		if part.title != "" {
			fmt.Fprintf(b, "<p style=\"text-indent:2em\"><strong><font face=\"黑体\">%s</font></strong></p>\n", part.title)
		}
		for _, l := range part.prose {
			r := []rune(l)
			half := len(r) / 2
			fmt.Fprintf(b, "<p>&nbsp;&nbsp;&nbsp;&nbsp;<span lang=EN-US>%s</span><span>\n%s</span><o:p></o:p></p>\n",
				html.EscapeString(string(r[:half])), html.EscapeString(string(r[half:])))
		}
		if part.table != nil {
			table(b, part.table)
		}
	}
	for _, l := range p.end {
		fmt.Fprintf(b, "<p align=right>%s</p>\n", l)
	}
}

func (p *publication) pageTable(b *strings.Builder, s *sheet) {
	b.WriteString("<table border=1 class=MsoNormalTable><tbody>\n")
	for _, row := range s.rows {
		b.WriteString("<tr>")
		for _, c := range row {
			b.WriteString("<td")
			if c.columns > 1 {
				fmt.Fprintf(b, ` colspan="%d"`, c.columns)
			}
			if c.rows > 1 {
				fmt.Fprintf(b, " rowspan=%d", c.rows)
			}
			text := html.EscapeString(c.text)
			if r := []rune(c.text); !c.value && len(r) > 9 && p.rng.IntN(2) == 0 {
				text = html.EscapeString(string(r[:6])) + "<br>" + html.EscapeString(string(r[6:]))
			}
			if c.text == "" {
				text = "&nbsp;"
			}
			fmt.Fprintf(b, "><p class=\"x\"><font size=2>%s</font></p></td>", text)
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody></table>\n")
}

// gbk is page in the encoding of older portals.
func (p *publication) gbk() []byte {
	text := strings.Replace(string(p.page()), `charset="utf-8"`, `charset="gb2312"`, 1)
	out, err := simplifiedchinese.GBK.NewEncoder().String(text)
	if err != nil {
		panic(err) // the press prints nothing that GBK lacks
	}
	return []byte(out)
}

// nested is a page laid out with tables, its tables of figures wrapped in
// others, no end tags.
func (p *publication) nested() []byte {
	var b strings.Builder
	b.WriteString(`<html><body><table width=1000><tr><td colspan=2><img src=logo.gif></td></tr><tr><td width=200>栏目导航<br>领导之窗<br>政策文件</td><td><table><tr><td>`)
	for _, l := range p.title {
		b.WriteString("<center><b>" + l + "</b></center>\n")
	}
	p.body(&b, func(b *strings.Builder, s *sheet) {
		b.WriteString("<table><tr><td><div align=center>")
		text := &strings.Builder{}
		p.pageTable(text, s)
		b.WriteString(strings.NewReplacer("</td>", "", "</tr>", "", "</p>", "").Replace(text.String()))
		b.WriteString("</div></td></tr></table>")
	})
	b.WriteString(`</td></tr></table></td></tr><tr><td colspan=2>主办：某某市人民政府　承办：大数据局</td></tr></table></body></html>`)
	return []byte(b.String())
}

// word is the report as a document of Word: gridSpan and vMerge.
func (p *publication) word(wps bool) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>`)
	for _, l := range p.title {
		b.WriteString(paragraphXML("", l, wps))
	}
	for _, part := range p.parts {
		if part.title != "" {
			if _, _, rest := enumerator(part.title); wps {
				b.WriteString(paragraphXML(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>`, rest, wps))
			} else {
				b.WriteString(paragraphXML(`<w:pPr><w:pStyle w:val="1"/></w:pPr>`, part.title, wps))
			}
		}
		for _, l := range part.prose {
			b.WriteString(paragraphXML("", l, wps))
		}
		if part.table != nil {
			p.wordTable(&b, part.table, wps)
		}
	}
	for _, l := range p.end {
		b.WriteString(paragraphXML(`<w:pPr><w:jc w:val="right"/></w:pPr>`, l, wps))
	}
	b.WriteString(`<w:sectPr><w:pgSz w:w="11906"/></w:sectPr></w:body></w:document>`)
	return handmade.Parcel(map[string]string{
		"[Content_Types].xml": `<Types/>`,
		"word/document.xml":   b.String(),
		"word/styles.xml":     `<w:styles xmlns:w="x"><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>`,
		"word/numbering.xml": `<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
			`<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`,
	})
}

func paragraphXML(marks, text string, wps bool) string {
	runs := ""
	for _, piece := range wrap(text, 9) {
		run := `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">` + html.EscapeString(piece) + `</w:t></w:r>`
		if wps {
			run = `<w:sdt><w:sdtContent>` + run + `</w:sdtContent></w:sdt><w:del><w:r><w:delText>旧字</w:delText></w:r></w:del>`
		}
		runs += run
	}
	return `<w:p>` + marks + runs + `</w:p>`
}

func (p *publication) wordTable(b *strings.Builder, s *sheet, wps bool) {
	b.WriteString(`<w:tbl><w:tblPr/><w:tblGrid/>`)
	covered := map[int]box{} // by column: the cell above that goes on
	for i, row := range s.rows {
		b.WriteString(`<w:tr>`)
		next := map[int]box{}
		for _, c := range row {
			next[c.column] = c
		}
		for at := 0; at < s.columns; {
			c, here := next[at]
			merge := ""
			if !here {
				c = covered[at]
				merge = `<w:vMerge/>`
				if wps {
					merge = `<w:vMerge w:val="continue"/>`
				}
			} else if c.rows > 1 {
				merge = `<w:vMerge w:val="restart"/>`
				covered[at] = c
			}
			text := c.text
			if !here {
				text = ""
			}
			b.WriteString(`<w:tc><w:tcPr>`)
			if c.columns > 1 {
				fmt.Fprintf(b, `<w:gridSpan w:val="%d"/>`, c.columns)
			}
			b.WriteString(merge + `</w:tcPr>`)
			for _, line := range wrap(text, 11) {
				b.WriteString(paragraphXML("", line, wps && i%2 == 0))
			}
			b.WriteString(`</w:tc>`)
			at += max(1, c.columns)
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
}

// shape is one way of publishing.
type shape struct {
	name  string
	print func(*publication) []byte
	// tight shapes lose cells that are blank, so that nothing tells a row
	// without one number from another
	tight bool
}

func shapes() []shape {
	return []shape{
		{"tabbed.txt", (*publication).tabbed, false},
		{"squeezed.txt", (*publication).squeezed, false},
		{"piped.txt", (*publication).piped, false},
		{"stacked.txt", (*publication).stacked, true},
		{"spaced.txt", (*publication).spaced, true},
		{"laid.txt", (*publication).laid, true},
		{"page.html", (*publication).page, false},
		{"gbk.html", (*publication).gbk, false},
		{"nested.htm", (*publication).nested, false},
		{"word.docx", func(p *publication) []byte { return p.word(false) }, false},
		{"ruled.pdf", (*publication).ruled, false},
		{"cut.pdf", (*publication).cutRows, false},
		{"unruled.pdf", (*publication).unruled, true},
		{"wps.docx", func(p *publication) []byte { return p.word(true) }, false},
	}
}

// write keeps a document that did not come in for looking at.
func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if path := *keep; path != "" {
		keepFile(t, path, name, data)
	}
}
