// Package web reads a published report as a portal's page was saved: tables
// with spans, tables that only place things, and the site around the document.
// Begin with [Read]; style.go has what of a page is seen.
package web

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/model/intake/plain"
	"nianbao/model/intake/source"
	"nianbao/model/internal/pattern"
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
	p := &page{styles: findStyles(root), sizes: map[*html.Node]int{}, tables: map[*html.Node]int{}}
	if !p.measure(root, 0) {
		return nil, &source.Refusal{Reason: source.TooDeep}
	}
	p.size, p.tableCount = p.sizes[root], p.tables[root]
	p.walk(root, around{})
	p.flush()
	if p.styles.spent > maxMatches {
		return nil, &source.Refusal{Reason: source.Slow}
	}
	loose := 2*p.asText > p.size
	if !loose {
		p.b.Certain()
	}
	return p.b.Document(p.title, loose)
}

// utf8Declared finds what a page says of its own encoding. GB 2312, GBK and
// GB 18030 need no looking for: what is no UTF-8 is read as the last of them.
var utf8Declared = pattern.Lazy(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?utf-?8`)

func decode(data []byte) (string, error) {
	start := data[:min(len(data), 4096)]
	if utf8Declared().Match(start) && !bytes.Contains(data, []byte{0}) {
		const most = 4 // broken bytes for a character: one with more was saved in another encoding
		if good, bad := plain.UTF8(data); bad <= most*good {
			return strings.ToValidUTF8(string(bytes.TrimPrefix(data, []byte("\ufeff"))), "\ufffd"), nil
		}
	}
	return plain.Decode(data)
}

// page is one walk over a page.
type page struct {
	b          source.Builder
	title      string
	styles     *styles
	sizes      map[*html.Node]int // bytes of text in a node
	tables     map[*html.Node]int // tables in a node, itself included
	size       int                // of the page's text
	tableCount int                // of the page
	pending    source.Text        // the paragraph being read
	line       source.Line        // its marks
	typed      strings.Builder    // it as it is typed
	flowing    bool               // its line ends are not shown, somewhere in it
	most       int                // line ends that it may have all the same
	asText     int                // bytes read as lines of text
}

// around is what the elements around a node say of it.
type around struct {
	line source.Line
	look look
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
	if says, ok := entered(n); ok {
		p.sizes[n] = len(says)
		return true
	}
	size := 0
	for c := range n.ChildNodes() {
		if _, field := entered(c); silent(c) && !field {
			continue
		}
		if !p.measure(c, depth+1) {
			return false
		}
		size += p.sizes[c]
		if p.tables[c] > 0 {
			p.tables[n] += p.tables[c]
		}
	}
	if n.DataAtom == atom.Table {
		p.tables[n]++
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

// walk reads a node.
func (p *page) walk(n *html.Node, by around) {
	if p.b.Full() {
		return
	}
	if says, ok := entered(n); ok {
		p.line = by.line
		p.pending.Add(says, p.look(n, by.look).of())
		p.flowing = true
		return
	}
	if silent(n) {
		return
	}
	switch n.Type {
	case html.TextNode:
		p.line = by.line
		p.pending.Add(lineEnds.Replace(n.Data), by.look.of())
		p.typed.WriteString(n.Data)
		p.flowing = p.flowing || !by.look.lines && strings.TrimSpace(n.Data) != "" || by.look.of() != source.Plain
		p.most = mostBroken
		if by.look.typed {
			p.most = 0
		}
		return
	case html.ElementNode:
		by.look = p.look(n, by.look)
		switch {
		case n.DataAtom == atom.Title:
			p.title = text(n)
			return
		case n.DataAtom == atom.Br:
			p.pending.Add("\n", by.look.of())
			p.typed.WriteString("\n")
			return
		case n.DataAtom == atom.Img:
			p.b.Image()
			return
		case n.DataAtom == atom.Table && p.isData(n):
			p.flush()
			p.table(n, by)
			return
		}
		by.line.Site = by.line.Site || p.isSite(n)
		by.line.Heading = max(by.line.Heading, headingLevel(n))
	}
	block := isBlock(n)
	if block {
		p.flush()
	}
	for c := range n.ChildNodes() {
		p.walk(c, by)
	}
	if block {
		p.flush()
	}
}

// mostBroken is how many line ends the source of a paragraph may have by chance where a
// style shows them.
const mostBroken = 3

// flush ends the paragraph being read, or the lines of text, where line ends are shown
// (<pre>, white-space).
func (p *page) flush() {
	typed := p.typed.String()
	switch {
	case len(p.pending) == 0:
	case !p.flowing && strings.Count(strings.TrimSpace(typed), "\n") > p.most:
		p.b.BeginTable()
		plain.Lines(typed, &p.b, p.line)
		p.asText += len(typed)
	default:
		l := p.line
		l.Runs = joinLines(p.pending)
		p.b.Paragraph(l)
	}
	p.pending, p.flowing = nil, false
	p.typed.Reset()
}

// lineEnds marks the line ends in the source of a page. Each is a blank, not the
// end of a line, and is kept apart until its neighbours are known.
var lineEnds = strings.NewReplacer("\r\n", "\v", "\n", "\v", "\r", "\v")

// joinLines drops the line ends of the source between Chinese characters, where
// no blank is meant, and leaves a blank elsewhere.
func joinLines(text source.Text) source.Text {
	last := utf8.RuneError
	for i := range text {
		var b strings.Builder
		for j, part := range strings.Split(text[i].Text, "\v") {
			if j > 0 {
				part = strings.TrimLeft(part, " \t")
				next, _ := utf8.DecodeRuneInString(part)
				if last < chinese || next < chinese {
					b.WriteByte(' ')
				}
			}
			b.WriteString(part)
			if part != "" {
				last, _ = utf8.DecodeLastRuneInString(part)
			}
		}
		text[i].Text = b.String()
	}
	return text
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
		atom.Small, atom.Big, atom.Label, atom.Img, atom.Code, atom.Ins, atom.Del, atom.Mark, atom.Q, atom.Tt, atom.Strike,
		atom.Abbr, atom.Cite, atom.Time, atom.Wbr, atom.Ruby, atom.Bdo, atom.Bdi,
		atom.Acronym, atom.Data, atom.Dfn, atom.Kbd, atom.Nobr, atom.Output, atom.Samp, atom.Var:
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
// by name. What holds a table of numbers is none.
func (p *page) isSite(n *html.Node) bool {
	if p.sizes[n] > maxSite || p.tables[n] > 0 || n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return false
	}
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside:
		return true
	}
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" {
			continue
		}
		words := strings.FieldsFunc(strings.ToLower(a.Val), func(r rune) bool { return r == ' ' || r == '-' || r == '_' })
		if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(siteWords, w) }) {
			return true
		}
	}
	return false
}

// text is the text of a node without its marks; line ends become blanks.
func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// collect reads what a cell says: each of its paragraphs on a line.
func (p *page) collect(into *source.Text, n *html.Node, l look) {
	if says, ok := entered(n); ok {
		into.Add("\n"+says+"\n", l.of()) // two fields are two numbers
		return
	}
	if silent(n) {
		return
	}
	if n.Type == html.TextNode {
		into.Add(blanks.Replace(n.Data), l.of())
		return
	}
	for c := range n.ChildNodes() {
		inner := l
		if c.Type == html.ElementNode {
			inner = p.look(c, l)
		}
		block := c.Type == html.ElementNode && isBlock(c)
		if block {
			into.Add("\n", inner.of())
		}
		p.collect(into, c, inner)
		if block {
			into.Add("\n", inner.of())
		}
	}
}

// blanks makes blanks of line ends, which is what they are in the source of a cell.
var blanks = strings.NewReplacer("\n", " ", "\r", " ")
