package web

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/andybalholm/cascadia"
	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/model/intake/source"
)

// property is one that decides whether text is seen, and how it counts.
type property int

const (
	display property = iota
	visibility
	opacity
	decoration
	align
	position
	left
	top
	indent
	clip
	overflow
	height
	maxHeight
	width
	fontSize
	color
	whiteSpace
	properties // how many there are
)

var propertyNames = map[string]property{
	"display": display, "visibility": visibility, "opacity": opacity, "text-decoration": decoration,
	"text-decoration-line": decoration, "vertical-align": align, "position": position, "left": left, "top": top,
	"text-indent": indent, "clip": clip, "overflow": overflow, "height": height, "max-height": maxHeight, "width": width,
	"font-size": fontSize, "color": color, "white-space": whiteSpace,
}

type declaration struct {
	property  property
	value     string // in lower case, blanks left out
	important bool
}

// rule is one of the page's own style sheets, with what of it matters here.
type rule struct {
	selector cascadia.Sel
	combined bool // its selector looks at the elements around
	declared []declaration
}

// Bounds of what style sheets may cost.
const (
	maxRules   = 1000
	maxMatches = 10_000_000 // comparisons of a rule with an element
)

// styles are the page's own rules, in the order of the cascade.
type styles struct {
	rules []rule
	spent int
}

// findStyles reads the style sheets in a page. What is for print alone, or for
// screens of a certain size, is left out.
func findStyles(root *html.Node) *styles {
	s := &styles{}
	for n := range root.Descendants() {
		if n.DataAtom == atom.Style && n.FirstChild != nil && onScreen(attribute(n, "media")) {
			s.read(n.FirstChild.Data)
		}
	}
	slices.SortStableFunc(s.rules, func(a, b rule) int {
		if a.selector.Specificity().Less(b.selector.Specificity()) {
			return -1
		}
		if b.selector.Specificity().Less(a.selector.Specificity()) {
			return 1
		}
		return 0
	})
	return s
}

func onScreen(media string) bool {
	media = strings.ToLower(strings.TrimSpace(media))
	return media == "" || media == "all" || media == "screen" || media == "only screen"
}

// read adds the rules of a style sheet.
func (s *styles) read(sheet string) {
	p := css.NewParser(parse.NewInputString(sheet), false)
	var selectors []string
	var declared []declaration
	outside := 0 // at-rules around that do not hold
	var kept []bool
	for len(s.rules) < maxRules {
		kind, _, data := p.Next()
		switch kind {
		case css.ErrorGrammar:
			if !p.HasParseError() || len(data) == 0 {
				return // the end
			}
		case css.BeginAtRuleGrammar:
			holds := string(bytes.ToLower(data)) == "@media" && onScreen(said(p.Values()))
			kept = append(kept, holds)
			if !holds {
				outside++
			}
		case css.EndAtRuleGrammar:
			if n := len(kept); n > 0 {
				if !kept[n-1] {
					outside--
				}
				kept = kept[:n-1]
			}
		case css.BeginRulesetGrammar:
			selectors = selectorsOf(p.Values())
		case css.DeclarationGrammar:
			declared = declare(declared, data, p.Values())
		case css.EndRulesetGrammar:
			if outside == 0 && len(declared) > 0 {
				s.add(selectors, declared)
			}
			selectors, declared = nil, nil
		}
	}
}

// selectorsOf parts a list of selectors at its commas: one that is not understood
// takes no other along.
func selectorsOf(tokens []css.Token) []string {
	var all []string
	begin, depth := 0, 0 // depth of brackets
	for i, t := range tokens {
		switch t.TokenType {
		case css.FunctionToken, css.LeftParenthesisToken, css.LeftBracketToken:
			depth++
		case css.RightParenthesisToken, css.RightBracketToken:
			depth--
		case css.CommaToken:
			if depth == 0 {
				all = append(all, said(tokens[begin:i]))
				begin = i + 1
			}
		}
	}
	return append(all, said(tokens[begin:]))
}

// said is the text of some tokens.
func said(tokens []css.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.Write(t.Data)
	}
	return strings.TrimSpace(b.String())
}

func (s *styles) add(selectors []string, declared []declaration) {
	for _, text := range selectors {
		// A page as it lies there has nothing that is hovered over; what counts
		// siblings costs more than it tells.
		if strings.Contains(text, ":") || strings.Contains(strings.ReplaceAll(text, "~=", ""), "~") || strings.Contains(text, "#=") {
			continue
		}
		if selector, err := cascadia.Parse(text); err == nil && len(s.rules) < maxRules {
			s.rules = append(s.rules, rule{selector, strings.ContainsAny(text, " >+"), declared})
		}
	}
}

// declare adds a declaration if it matters.
func declare(all []declaration, name []byte, values []css.Token) []declaration {
	p, ok := propertyNames[strings.ToLower(string(name))]
	if !ok {
		return all
	}
	value := strings.ToLower(strings.ReplaceAll(said(values), " ", ""))
	value, important := strings.CutSuffix(value, "!important")
	return append(all, declaration{p, value, important})
}

// declaredIn reads the style attribute of an element.
func declaredIn(style string) []declaration {
	var all []declaration
	for p := css.NewParser(parse.NewInputString(style), true); ; {
		switch kind, _, data := p.Next(); {
		case kind == css.DeclarationGrammar:
			all = declare(all, data, p.Values())
		case kind == css.ErrorGrammar && (!p.HasParseError() || len(data) == 0):
			return all
		}
	}
}

// computed are the values that hold for an element; empty ones are not declared.
type computed [properties]string

// of finds the values of an element, and reports whether there are any.
func (s *styles) of(n *html.Node, depth int) (c computed, declared bool) {
	var important [properties]bool
	put := func(list []declaration) {
		for _, d := range list {
			if d.important || !important[d.property] {
				c[d.property], important[d.property], declared = d.value, d.important, true
			}
		}
	}
	for i := range s.rules {
		r := &s.rules[i]
		if s.spent++; r.combined {
			s.spent += depth
		}
		if s.spent > maxMatches {
			return c, declared
		}
		if r.selector.Match(n) {
			put(r.declared)
		}
	}
	if style := attribute(n, "style"); style != "" {
		put(declaredIn(style))
	}
	return c, declared
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// look is how the text in an element looks.
type look struct {
	gone      bool // not shown, nor anything in it
	invisible bool // not shown, unless something in it is
	tiny      bool // of no size, unless something in it is larger
	struck    bool
	raised    bool
	lines     bool // its line ends are shown
	typed     bool // all text in it is typed so, <pre>
	depth     int
}

func (l look) of() source.Look {
	switch {
	case l.gone || l.invisible || l.tiny:
		return source.Hidden
	case l.struck:
		return source.Struck
	case l.raised:
		return source.Raised
	}
	return source.Plain
}

// look is that of an element within another. What hides most of the page, or all
// of its tables, is not taken as hidden: a script would show it.
func (p *page) look(n *html.Node, around look) look {
	around.depth++
	c, declared := p.styles.of(n, around.depth)
	own := around
	if declared || n.DataAtom != 0 {
		own = c.look(n, around)
	}
	seen := around.of() != source.Hidden
	if seen && own.of() == source.Hidden && p.isMost(n) {
		own.gone, own.invisible, own.tiny = false, false, false
	}
	return own
}

// isMost tells an element that holds most of the page, or all of its tables.
func (p *page) isMost(n *html.Node) bool {
	return p.sizes[n]*2 > p.size || p.tables[n] > 0 && p.tables[n] == p.tableCount
}

func (c *computed) look(n *html.Node, l look) look {
	l.gone = l.gone || c.hides(n)
	switch c[visibility] {
	case "hidden", "collapse":
		l.invisible = true
	case "visible":
		l.invisible = false
	}
	switch ws := c[whiteSpace]; {
	case ws == "" && (n.DataAtom == atom.Pre || n.DataAtom == atom.Xmp || n.DataAtom == atom.Listing):
		l.lines, l.typed = true, true
	case strings.HasPrefix(ws, "pre"), ws == "break-spaces":
		l.lines = true
	case ws == "normal", ws == "nowrap":
		l.lines, l.typed = false, false
	}
	if c[color] == "transparent" {
		l.invisible = true
	}
	if size := c[fontSize]; size != "" {
		number, _, ok := measure(size)
		l.tiny = ok && number == 0
	}
	switch line := c[decoration]; {
	case strings.Contains(line, "line-through"):
		l.struck = true
	case line == "" && (n.DataAtom == atom.S || n.DataAtom == atom.Strike || n.DataAtom == atom.Del):
		l.struck = true
	}
	switch number, _, ok := measure(c[align]); {
	case c[align] == "super", ok && number > 0, n.DataAtom == atom.Sup && c[align] == "":
		l.raised = true
	case c[align] == "baseline", n.DataAtom == atom.Td, n.DataAtom == atom.Th:
		l.raised = false
	}
	return l
}

// hides reports whether an element is not shown, with all that is in it.
func (c *computed) hides(n *html.Node) bool {
	const beyond = -500 // pixels: to the left of every screen
	far := func(value string) bool {
		number, unit, ok := measure(value)
		if unit == "em" || unit == "rem" {
			number *= 16
		}
		return ok && number <= beyond
	}
	none := func(value string) bool {
		number, _, ok := measure(value)
		return ok && number == 0
	}
	apart := c[position] == "absolute" || c[position] == "fixed"
	switch {
	case c[display] == "none", c[display] == "" && hasAttribute(n, "hidden"):
		return true
	case c[opacity] != "" && none(c[opacity]):
		return true
	case apart && (far(c[left]) || far(c[top])), far(c[indent]):
		return true
	case apart && strings.HasPrefix(c[clip], "rect("):
		return true
	case c[overflow] == "hidden" && (none(c[height]) || none(c[maxHeight]) || none(c[width])):
		return true
	}
	return false
}

func hasAttribute(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// measure reads a number with its unit.
func measure(value string) (number float64, unit string, ok bool) {
	end := strings.LastIndexAny(value, "0123456789") + 1
	number, err := strconv.ParseFloat(value[:end], 64)
	return number, value[end:], err == nil
}
