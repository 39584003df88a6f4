// Package web reads a published report as a portal's page was saved: tables
// with spans, tables that only place things, and the site around the document.
package web

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/model/intake/plain"
	"nianbao/model/intake/source"
)

// Read reads a page. The error is a *source.Refusal.
func Read(data []byte) (*source.Document, error) {
	if len(data) > source.MaxSize {
		return nil, &source.Refusal{Reason: source.TooLarge}
	}
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		reason := source.Damaged
		if !errors.Is(err, html.ErrBufferExceeded) { // what else Parse refuses is depth
			reason = source.TooDeep
		}
		return nil, &source.Refusal{Reason: reason, Err: err}
	}
	p := &page{sizes: map[*html.Node]int{}, tables: map[*html.Node]bool{}}
	if !p.measure(root, 0) {
		return nil, &source.Refusal{Reason: source.TooDeep}
	}
	p.walk(root, source.Line{})
	p.flush()
	return p.b.Document(p.title, false)
}

// utf8Declared finds what a page says of its own encoding. GB 2312, GBK and
// GB 18030 need no looking for: what is no UTF-8 is read as the last of them.
var utf8Declared = regexp.MustCompile(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?utf-?8`)

func decode(data []byte) (string, error) {
	start := data[:min(len(data), 4096)]
	if utf8Declared.Match(start) && !bytes.Contains(data, []byte{0}) {
		return strings.ToValidUTF8(string(bytes.TrimPrefix(data, []byte("\ufeff"))), "\ufffd"), nil
	}
	return plain.Decode(data)
}

// page is one walk over a page.
type page struct {
	b       source.Builder
	title   string
	sizes   map[*html.Node]int  // bytes of text in a node
	tables  map[*html.Node]bool // nodes that hold a table
	pending strings.Builder     // the paragraph being read
	line    source.Line         // its marks
}

// measure notes the text in every node, once for all; false when the page is
// nested deeper than any.
func (p *page) measure(n *html.Node, depth int) bool {
	if depth > 2*source.MaxDepth {
		return false
	}
	if n.Type == html.TextNode {
		p.sizes[n] = len(strings.TrimSpace(n.Data))
		return true
	}
	size := 0
	for c := range n.ChildNodes() {
		if silent(c) {
			continue
		}
		if !p.measure(c, depth+1) {
			return false
		}
		size += p.sizes[c]
		if c.DataAtom == atom.Table || p.tables[c] {
			p.tables[n] = true
		}
	}
	p.sizes[n] = size
	return true
}

// silent tells what a reader of the page does not see.
func silent(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Select, atom.Button, atom.Iframe,
		atom.Textarea, atom.Input, atom.Object, atom.Embed, atom.Audio, atom.Video, atom.Canvas, atom.Math:
		return true
	}
	return n.Type == html.CommentNode || n.Type == html.DoctypeNode
}

// walk reads a node. The line carries the marks of what is around it.
func (p *page) walk(n *html.Node, around source.Line) {
	if p.b.Full() || silent(n) {
		return
	}
	switch n.Type {
	case html.TextNode:
		p.line = around
		p.pending.WriteString(lineEnds.Replace(n.Data))
		return
	case html.ElementNode:
		switch {
		case n.DataAtom == atom.Title:
			p.title = text(n)
			return
		case n.DataAtom == atom.Br:
			p.pending.WriteByte('\n')
			return
		case n.DataAtom == atom.Table && p.isData(n):
			p.flush()
			p.table(n, around)
			return
		}
		around.Site = around.Site || p.isSite(n)
		around.Heading = max(around.Heading, headingLevel(n))
	}
	block := isBlock(n)
	if block {
		p.flush()
	}
	for c := range n.ChildNodes() {
		p.walk(c, around)
	}
	if block {
		p.flush()
	}
}

// flush ends the paragraph being read.
func (p *page) flush() {
	if p.pending.Len() > 0 {
		l := p.line
		l.Text = joinLines(p.pending.String())
		p.b.Paragraph(l)
		p.pending.Reset()
	}
}

// A line end in the source of a page is a blank, not the end of a line. It is
// kept apart until its neighbours are known.
var lineEnds = strings.NewReplacer("\r\n", "\v", "\n", "\v", "\r", "\v")

// joinLines drops the line ends of the source between Chinese characters, where
// no blank is meant, and leaves a blank elsewhere.
func joinLines(s string) string {
	if !strings.Contains(s, "\v") {
		return s
	}
	var b strings.Builder
	parts := strings.Split(s, "\v")
	for i, part := range parts {
		if i > 0 {
			part = strings.TrimLeft(part, " \t")
			last, _ := utf8.DecodeLastRuneInString(b.String())
			next, _ := utf8.DecodeRuneInString(part)
			if last < chinese || next < chinese {
				b.WriteByte(' ')
			}
		}
		b.WriteString(part)
	}
	return b.String()
}

// chinese is where the scripts and marks written without blanks begin.
const chinese = '\u2e80'

func headingLevel(n *html.Node) int {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return int(n.Data[1] - '0')
	}
	return 0
}

// isBlock tells elements that begin and end lines.
func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Span, atom.A, atom.B, atom.I, atom.U, atom.S, atom.Em, atom.Strong, atom.Font, atom.Sub, atom.Sup,
		atom.Small, atom.Big, atom.Label, atom.Img, atom.Code, atom.Ins, atom.Mark, atom.Q, atom.Tt, atom.Strike,
		atom.Abbr, atom.Cite, atom.Time, atom.Wbr, atom.Ruby, atom.Bdo, atom.Bdi:
		return false
	}
	// Word's pages are full of elements of its own (o:p, st1:date).
	return n.Type != html.ElementNode || n.DataAtom != 0 || !strings.Contains(n.Data, ":")
}

// siteWords are names that portals give to what stands around a document.
var siteWords = []string{
	"nav", "navbar", "menu", "footer", "foot", "breadcrumb", "crumb", "crumbs", "sidebar", "share", "copyright",
	"toolbar", "pagination", "pager", "related", "position", "dqwz", "banner",
}

// maxSite is the most text, in bytes, that a part of the site has; what is
// longer may be the document under an unlucky name.
const maxSite = 1500

// isSite tells navigation, header and footer from the document, by element and
// by name. What holds a table of numbers is none, nor is what nobody sees.
func (p *page) isSite(n *html.Node) bool {
	if p.sizes[n] > maxSite || p.tables[n] || n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return false
	}
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id":
			words := strings.FieldsFunc(strings.ToLower(a.Val), func(r rune) bool { return r == ' ' || r == '-' || r == '_' })
			if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(siteWords, w) }) {
				return true
			}
		case "style":
			if strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none") {
				return true
			}
		}
	}
	return false
}

// text is the text of a node without its marks; line ends become blanks.
func text(n *html.Node) string {
	var b strings.Builder
	collect(&b, n)
	return b.String()
}

func collect(b *strings.Builder, n *html.Node) {
	switch {
	case silent(n):
		return
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
	case isBlock(n):
		b.WriteByte(' ')
	}
	for c := range n.ChildNodes() {
		collect(b, c)
	}
	if n.Type == html.ElementNode && isBlock(n) {
		b.WriteByte(' ')
	}
}
