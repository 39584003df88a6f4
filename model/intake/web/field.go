package web

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// entered is what a field of a form shows: its value, its text, or the choice made.
// It is false for what is no field, shows no text, or is hidden.
func entered(n *html.Node) (says string, ok bool) {
	switch n.DataAtom {
	case atom.Input:
		switch strings.ToLower(attribute(n, "type")) {
		case "", "text", "number", "tel", "email", "url", "date", "month", "search":
			return strings.TrimSpace(attribute(n, "value")), true
		}
	case atom.Textarea:
		return strings.TrimSpace(strings.ReplaceAll(text(n), "\r", "")), true
	case atom.Select:
		if n = chosen(n); n != nil {
			return strings.Join(strings.Fields(text(n)), " "), true
		}
	}
	return "", false
}

// chosen is the option that a list shows: the one marked, else the first. A list that
// shows several has none when none is marked.
func chosen(list *html.Node) *html.Node {
	var first *html.Node
	for n := range list.Descendants() {
		if n.DataAtom != atom.Option {
			continue
		}
		if has(n, "selected") {
			return n
		}
		if first == nil {
			first = n
		}
	}
	if has(list, "multiple") {
		return nil
	}
	return first
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}
