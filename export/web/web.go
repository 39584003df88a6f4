// Package web writes a report as HTML: a page of its own to be looked at and
// printed, and a fragment to be pasted into the editor of a portal.
//
// The two differ because editors keep only some of HTML. What each of them loses
// stands beside the code that goes without it.
//
// Begin with [Page] and [Fragment].
package web

import (
	"html"
	"strconv"
	"strings"

	"nianbao/export/outline"
)

// writer collects markup.
type writer struct{ strings.Builder }

// open begins an element; attributes are names and values in turn. One without a
// value is left out.
func (w *writer) open(name string, attributes ...string) {
	w.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			w.WriteString(" " + attributes[i] + `="` + html.EscapeString(attributes[i+1]) + `"`)
		}
	}
	w.WriteByte('>')
}

func (w *writer) close(name string) { w.WriteString("</" + name + ">\n") }

// element writes one with nothing but text in it.
func (w *writer) element(name, text string, attributes ...string) {
	w.open(name, attributes...)
	w.text(text)
	w.close(name)
}

// text writes characters. A second blank in a row is one that no line breaks at,
// which alone a browser does not run together with the first.
func (w *writer) text(s string) {
	w.WriteString(html.EscapeString(strings.ReplaceAll(s, "  ", " \u00a0")))
}

// scope is what HTML calls a scope; empty for none.
func scope(s outline.Scope) string {
	switch s {
	case outline.Column:
		return "col"
	case outline.ColumnGroup:
		return "colgroup"
	case outline.RowScope:
		return "row"
	case outline.RowGroup:
		return "rowgroup"
	case outline.NoScope:
	}
	return ""
}

// span is an attribute's value for a cell over so many rows or columns; empty for
// one.
func span(n int) string {
	if n == 1 {
		return ""
	}
	return strconv.Itoa(n)
}

// wording writes what a cell says. A label's pieces begin on lines of their own.
func (w *writer) wording(c outline.Cell) {
	for i, part := range c.Parts {
		if i > 0 {
			w.WriteString("<br>")
		}
		w.text(part)
	}
}
