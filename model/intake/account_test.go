package intake

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/golden"
)

// accounts are what became of the documents of a test: all of it, for a row of its
// table says only what the row is about. They are compared when the test ends, so that
// a change shows what it changes elsewhere.
type accounts map[string]string

// kept are the accounts of the tests that run, by name.
var kept = map[string]accounts{}

// keepAccounts are those of a test. Its golden file bears its name.
func keepAccounts(t *testing.T) accounts {
	t.Helper()
	name := t.Name()
	if all, ok := kept[name]; ok {
		return all
	}
	all := accounts{}
	kept[name] = all
	t.Cleanup(func() {
		delete(kept, name)
		if strings.Contains(flag.Lookup("test.run").Value.String(), "/") {
			return // not all of them were read
		}
		var b strings.Builder
		for _, k := range slices.Sorted(maps.Keys(all)) {
			fmt.Fprintf(&b, "== %s\n%s\n", k, all[k])
		}
		golden.Compare(t, "accounts/"+name+".txt", b.String())
	})
	return all
}

// add notes what became of a document.
func (a accounts) add(t *testing.T, name string, got *Result, err error) {
	t.Helper()
	if _, twice := a[name]; twice {
		t.Fatalf("two documents are called %q", name)
	}
	if err != nil {
		a[name] = err.Error() + "\n"
		return
	}
	a[name] = account(got)
}

// addSaid notes of a document whose report is compared with the one that was printed
// what became of its lines and what is said.
func (a accounts) addSaid(t *testing.T, name string, got *Result) {
	t.Helper()
	if _, twice := a[name]; twice {
		t.Fatalf("two documents are called %q", name)
	}
	a[name] = fatesOf(got) + said(got)
}

// fates stand for what became of a line.
var fates = map[Fate]rune{
	FateDropped: '.', FateTitle: 'T', FateHeading: 'H', FateLabel: 'L', FateCells: 'C', FateProse: 'P', FateSignature: 'S', FateUnplaced: '!',
}

// account is what became of a document: the fates of its lines, the report's parts
// that something came into, and what is said.
func account(got *Result) string {
	var b strings.Builder
	r := got.Report
	b.WriteString(fatesOf(got))
	fmt.Fprintf(&b, "%d %s %s, %d tables\n", r.Year, r.Agency.Name, r.Numbering, got.Tables)
	line := func(name, text string) {
		if text != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, strings.ReplaceAll(text, "\n", "¶"))
		}
	}
	var filled []string // lines with the number of cells they filled
	for _, l := range got.Lines {
		if len(l.Cells) > 0 {
			filled = append(filled, fmt.Sprintf("%d+%d", l.Number, len(l.Cells)))
		}
	}
	line("lines", strings.Join(filled, " "))
	line("title", r.Title)
	line("short", r.Agency.Short)
	line("signature", strings.TrimSpace(r.Signature.Agency+" "+r.Signature.Date))
	for _, id := range slices.Sorted(maps.Keys(r.Narrative)) {
		for _, block := range r.Narrative[id] {
			line(string(id), cmp.Or(strings.TrimPrefix("# "+block.Heading+" ", "#  "), "")+block.Text)
		}
	}
	for _, row := range rowsOf(r.Edition()) {
		for _, list := range []struct {
			name  string
			cells map[model.Address]string
		}{{"", r.Cells}, {" stated", r.Stated}, {" unread", r.Unread}} {
			var values []string
			for _, a := range row.cells {
				values = append(values, cmp.Or(list.cells[a], "_"))
			}
			if text := strings.Join(values, " "); strings.Trim(text, "_ ") != "" {
				line(row.name+list.name, text)
			}
		}
	}
	if !r.Source.Empty() {
		b.WriteString(peculiar(r.Source))
	}
	b.WriteString(said(got))
	return b.String()
}

func fatesOf(got *Result) string {
	var b strings.Builder
	for _, l := range got.Lines {
		b.WriteRune(fates[l.Fate])
	}
	return b.String() + "\n"
}

func said(got *Result) string {
	var b strings.Builder
	for line := range strings.Lines(messagesOf(got)) {
		b.WriteString("- " + line)
	}
	return b.String()
}

// rowOf is a row of a table: what the addresses of its cells begin with.
type rowOf struct {
	name  string
	cells []model.Address
}

func rowsOf(e *model.Edition) []rowOf {
	var all []rowOf
	for _, c := range e.Cells() {
		name := string(c.Address[:strings.LastIndexByte(string(c.Address), '.')])
		if n := len(all); n == 0 || all[n-1].name != name {
			all = append(all, rowOf{name: name})
		}
		last := &all[len(all)-1]
		last.cells = append(last.cells, c.Address)
	}
	return all
}

// peculiar is what a document has otherwise than the form, and what it has not.
func peculiar(s *model.Source) string {
	var b strings.Builder
	var headings, tables, labels []string
	for _, h := range s.Headings {
		if h.Found == "" && !h.Untitled && !h.Moved {
			headings = append(headings, string(h.Section))
			continue
		}
		fmt.Fprintf(&b, "~ heading of %s: %q, untitled %t, moved %t\n", h.Section, h.Found, h.Untitled, h.Moved)
	}
	for _, id := range s.NoTable {
		tables = append(tables, string(id))
	}
	for _, l := range s.Layouts {
		fmt.Fprintf(&b, "~ table of %s as in %s\n", l.Section, l.Edition)
	}
	for _, l := range s.Labels {
		what := fmt.Sprintf("%.1q… of %s", l.Official, l.Section)
		if n := len(l.Cells); n > 0 {
			what = fmt.Sprintf("%s+%d", l.Cells[0], n-1)
		}
		if l.Found == "" {
			labels = append(labels, what)
			continue
		}
		fmt.Fprintf(&b, "~ label of %s: %q\n", what, l.Found)
	}
	for _, without := range []struct {
		what string
		all  []string
	}{{"headings", headings}, {"tables", tables}, {"labels", labels}} {
		if len(without.all) > 0 {
			fmt.Fprintf(&b, "~ without %s: %s\n", without.what, strings.Join(without.all, " "))
		}
	}
	return b.String()
}
