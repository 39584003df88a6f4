package check

import (
	"fmt"
	"strings"

	"nianbao/model"
)

// terms is a wording with places for what an edition calls its parts: {disclosure} is
// its table (表二), {overview} its part of prose (一、总体情况), {applications.received} a
// row of it (本年新收).
type terms string

// in puts the words of an edition into the places.
func (t terms) in(e *model.Edition) string {
	return t.with(func(name string) string { return termOf(e, name) })
}

// with puts terms into the places; one that there is none for stays open.
func (t terms) with(term func(name string) string) string {
	var b strings.Builder
	for rest := string(t); ; {
		before, after, found := strings.Cut(rest, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, behind, closed := strings.Cut(after, "}")
		if words := term(name); closed && words != "" {
			b.WriteString(words)
			rest = behind
			continue
		}
		b.WriteString("{")
		rest = after
	}
}

// termOf is what an edition calls a part or a row, or another edition where this one does
// not have it; empty where none has.
func termOf(e *model.Edition, name string) string {
	for _, e := range append([]*model.Edition{e}, model.Editions()...) {
		if term := ownTerm(e, name); term != "" {
			return term
		}
	}
	return ""
}

func ownTerm(e *model.Edition, name string) string {
	if !strings.Contains(name, ".") {
		s, _ := e.Section(model.SectionID(name))
		if s.Table != nil {
			return s.Table.Name
		}
		return s.Short
	}
	for _, cell := range e.Cells() {
		if strings.HasPrefix(string(cell.Address), name+".") {
			return cell.RowName()
		}
	}
	return ""
}

// worded is a finding's message, in the words of an edition.
func worded(e *model.Edition, key string, values []any) string {
	all := make([]any, len(values))
	for i, v := range values {
		if t, ok := v.(terms); ok {
			v = t.in(e)
		}
		all[i] = v
	}
	format := terms(messages[key]).with(func(name string) string { return strings.ReplaceAll(termOf(e, name), "%", "%%") })
	return fmt.Sprintf(format, all...)
}
