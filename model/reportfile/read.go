// Package reportfile reads and writes the report file, *.nianbao: one report
// as UTF-8 JSON, what travels on a USB stick and what every command reads and
// writes. It is a contract: version 1 files stay readable for ever, and a
// member that begins with "x-" survives a round trip.
//
// Reading distrusts the file: its size and the length of its prose are bounded and
// whatever is unknown or contradictory is refused with the line and the member. A
// report that is read is complete or not there at all. But reading does not judge:
// what a cell or the date holds is kept as it is written where it is no value (see
// [model.Report.Take]), for the rules to speak of.
package reportfile

import (
	"bytes"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"nianbao/model"
)

// Ending is how the names of report files end.
const Ending = ".nianbao"

// Bounds of a file. The last three are far above any real report: they keep a
// hostile file from costing more than its size.
const (
	MaxSize         = 4 << 20 // bytes
	MaxNarrative    = 200_000 // characters of prose, headings included
	MaxBlocks       = 1000    // stretches of prose in one section
	MaxAcknowledged = 1000    // answered hints
	MaxDepth        = 32      // objects and lists within each other; a report needs 4
)

const (
	formatName  = "nianbao-report"
	version     = 1
	extraPrefix = "x-" // of the members that are kept unread
)

// Read reads a report file. The error is an *Error.
func Read(data []byte) (*model.Report, error) {
	if err := precheck(data); err != nil {
		return nil, err
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // left by Windows' own editor
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, jsonError(data, err)
	}
	r, err := f.report()
	if err != nil {
		var at *Error
		if errors.As(err, &at) {
			at.Line = lineOf(data, at.pointer)
		}
		return nil, err
	}
	return r, nil
}

// precheck refuses what is no report file at all, in words that say what it
// rather is.
func precheck(data []byte) error {
	start := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	switch {
	case len(data) > MaxSize:
		return &Error{Problem: problemTooLarge}
	case len(start) == 0:
		return &Error{Problem: problemEmpty}
	case len(bytes.Trim(data, "\x00")) == 0:
		return &Error{Problem: problemZeros}
	case isUTF16(data):
		return &Error{Problem: problemEncoding}
	case start[0] != '{':
		return &Error{Problem: problemNotReport}
	}
	if at := invalidUTF8(data); at >= 0 {
		return &Error{Line: lineAt(data, at), Problem: problemEncoding}
	}
	if at := tooDeep(data); at >= 0 {
		return &Error{Line: lineAt(data, at), Problem: problemDeep}
	}
	return nil
}

// isUTF16 tells the two bytes a character of what Windows calls “Unicode” by their mark
// or by the first bracket.
func isUTF16(data []byte) bool {
	return slices.ContainsFunc([]string{"\xff\xfe", "\xfe\xff", "{\x00", "\x00{"}, func(start string) bool {
		return bytes.HasPrefix(data, []byte(start))
	})
}

// invalidUTF8 is the offset of the first byte that is no UTF-8, or -1. A last
// character cut short is left to the decoder: it tells of a file cut short.
func invalidUTF8(data []byte) int64 {
	for i := 0; i < len(data) && utf8.FullRune(data[i:]); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return int64(i)
		}
		i += size
	}
	return -1
}

// tooDeep is the offset where the nesting exceeds MaxDepth, or -1. It counts
// brackets outside strings; whether they match is the decoder's business.
func tooDeep(data []byte) int64 {
	depth, quoted := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case c == '"':
			quoted = !quoted
		case quoted && c == '\\':
			i++
		case quoted:
		case c == '{' || c == '[':
			if depth++; depth > MaxDepth {
				return int64(i)
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return -1
}

// refuse makes an error about a member; path are its JSON names.
func refuse(problem string, cause error, path ...string) error {
	var p jsontext.Pointer
	for _, name := range path {
		p = p.AppendToken(name)
	}
	return &Error{Member: memberOf(p), Problem: problem, Err: cause, pointer: p}
}

func (f *file) report() (*model.Report, error) {
	if f.Format != formatName {
		return nil, refuse(problemFormat, nil, "format")
	}
	switch {
	case f.Version > version:
		return nil, refuse(problemNewer, nil, "version")
	case f.Version < 1:
		return nil, refuse(problemVersion, nil, "version")
	}
	others, err := keepExtra(f.Extra) // first: what is missing may stand under another name
	if err != nil {
		return nil, err
	}
	if f.Year == nil {
		return nil, refuse(problemNoYear, nil, "year")
	}
	r, err := model.New(*f.Year, model.Agency{})
	if err != nil {
		return nil, refuse(cellProblem(err), err, "year")
	}
	if e := r.Edition().ID; f.Edition != "" && f.Edition != e {
		return nil, refuse(problemEdition(r.Year, e), nil, "edition")
	}
	r.Extra = others
	for _, step := range []func(*model.Report) error{
		f.readAgency, f.readNarrative, f.readCells, f.readEnd,
	} {
		if err := step(r); err != nil {
			return nil, err
		}
	}
	takeMarks(r)
	return r, nil
}

func (f *file) readAgency(r *model.Report) (err error) {
	r.Agency = model.Agency{Name: oneLine(f.Agency.Name), Short: oneLine(f.Agency.Short), Kind: model.AgencyKind(f.Agency.Kind)}
	if r.Agency.Kind == "" {
		r.Agency.Kind = model.Township
	}
	if r.Agency.Kind.Name() == "" {
		return refuse(problemKind, nil, "agency", "kind")
	}
	if r.Agency.Extra, err = keepExtra(f.Agency.Extra, "agency"); err != nil {
		return err
	}
	r.Title = oneLine(f.Title)
	if r.Numbering = model.Numbering(f.Numbering); r.Numbering == "" {
		r.Numbering = model.Bracketed
	}
	for _, n := range model.Numberings() {
		if r.Numbering == n {
			return nil
		}
	}
	return refuse(problemNumbering, nil, "numbering")
}

func (f *file) readNarrative(r *model.Report) (err error) {
	length := 0
	for _, id := range f.Narrative.order {
		blocks := f.Narrative.parts[id]
		switch s, ok := r.Edition().Section(id); {
		case !ok || s.Table != nil:
			return refuse(problemPart(r.Edition(), id), nil, "narrative", string(id))
		case len(blocks) > MaxBlocks:
			return refuse(problemBlocks, nil, "narrative", string(id))
		}
		for i, b := range blocks {
			way := []string{"narrative", string(id), itoa(i)}
			e, err := keepExtra(b.Extra, way...)
			if err != nil {
				return err
			}
			kept := model.Block{Heading: oneLine(b.Heading), Text: cleanText(b.Text), Extra: e}
			if length += utf8.RuneCountInString(kept.Heading) + utf8.RuneCountInString(kept.Text); length > MaxNarrative {
				return refuse(problemLong, nil, way...)
			}
			r.Narrative[id] = append(r.Narrative[id], kept)
		}
	}
	r.NarrativeExtra, err = keepExtra(f.Narrative.extra, "narrative")
	return err
}

// readCells reads the cells, then the totals: a cell forgets the totals that were
// stated over it. What is no value is kept for the rules to speak of.
func (f *file) readCells(r *model.Report) (err error) {
	total := func(a model.Address) bool {
		c, ok := r.Edition().Cell(a)
		return ok && c.Total()
	}
	for _, totals := range []bool{false, true} {
		for _, a := range f.Cells.order {
			if total(a) != totals {
				continue
			}
			if err := r.Take(a, f.Cells.values[a]); err != nil {
				return refuse(cellProblem(err), err, "cells", string(a))
			}
		}
	}
	r.CellsExtra, err = keepExtra(f.Cells.extra, "cells")
	return err
}

func (f *file) readEnd(r *model.Report) (err error) {
	r.Signature.Agency = oneLine(f.Signature.Agency)
	_ = r.SetDate(oneLine(f.Signature.Date)) // what is no date is kept for the rules to speak of
	if r.Signature.Extra, err = keepExtra(f.Signature.Extra, "signature"); err != nil {
		return err
	}
	if len(f.Acknowledged) > MaxAcknowledged {
		return refuse(problemAcknowledged, nil, "acknowledged")
	}
	for i, a := range f.Acknowledged {
		e, err := keepExtra(a.Extra, "acknowledged", itoa(i))
		if err != nil {
			return err
		}
		r.Acknowledged = append(r.Acknowledged, model.Acknowledgement{
			Rule: a.Rule, Cells: append([]model.Address(nil), a.Cells...), Reason: cleanText(a.Reason), Extra: e,
		})
	}
	return nil
}

// keepExtra lets members through that begin with "x-" and refuses all others.
// Only blanks and the writing of strings are evened out: numbers keep every
// digit, members their order.
func keepExtra(e extra, path ...string) (model.Extra, error) {
	if len(e) == 0 {
		return nil, nil
	}
	kept := model.Extra{}
	for _, name := range slices.Sorted(maps.Keys(e)) { // the same file, the same refusal
		value := e[name]
		if !strings.HasPrefix(name, extraPrefix) {
			return nil, refuse(problemUnknown, nil, append(path[:len(path):len(path)], name)...)
		}
		raw := value.Clone()
		if err := raw.Format(); err != nil {
			return nil, refuse(problemSyntax, err, append(path[:len(path):len(path)], name)...)
		}
		kept[name] = string(raw)
	}
	return kept, nil
}

// UnmarshalJSONFrom takes every part that some edition has for prose; which of
// them this report's has is asked when its year is known.
func (n *narrative) UnmarshalJSONFrom(d *jsontext.Decoder) error {
	return members(d, func(name string) error {
		id := model.SectionID(name)
		if sectionNamed(id) == nil {
			return readExtra(d, &n.extra, name)
		}
		if n.parts == nil {
			n.parts = map[model.SectionID][]block{}
		}
		var blocks []block
		err := json.UnmarshalDecode(d, &blocks)
		n.parts[id], n.order = blocks, append(n.order, id)
		return err
	})
}

// readExtra adds the value that comes next to the members of another name.
func readExtra(d *jsontext.Decoder, to *extra, name string) error {
	value, err := d.ReadValue()
	if *to == nil {
		*to = extra{}
	}
	(*to)[name] = value.Clone()
	return err
}

// members reads an object, or null for an empty one: take is called with the name
// of each member and reads its value.
func members(d *jsontext.Decoder, take func(name string) error) error {
	if kind := d.PeekKind(); kind != '{' {
		value, err := d.ReadValue()
		if err == nil && kind != 'n' {
			err = &json.SemanticError{JSONKind: value.Kind(), GoType: reflect.TypeFor[struct{}]()}
		}
		return err
	}
	_, err := d.ReadToken()
	for err == nil && d.PeekKind() == '"' {
		var name jsontext.Token
		if name, err = d.ReadToken(); err == nil {
			err = take(name.String())
		}
	}
	if err == nil {
		_, err = d.ReadToken()
	}
	return err
}

// sectionNamed finds a section by its name in the newest edition that has one of
// that name.
func sectionNamed(id model.SectionID) *model.Section {
	for _, e := range slices.Backward(model.Editions()) {
		if s, ok := e.Section(id); ok {
			return &s
		}
	}
	return nil
}

// UnmarshalJSONFrom keeps the order of the file, so that the first wrong cell
// is the one that is reported.
func (c *cells) UnmarshalJSONFrom(d *jsontext.Decoder) error {
	c.values = map[model.Address]string{}
	return members(d, func(name string) error {
		if strings.HasPrefix(name, extraPrefix) {
			return readExtra(d, &c.extra, name)
		}
		var value string
		err := json.UnmarshalDecode(d, &value)
		a := model.Address(name)
		c.values[a], c.order = value, append(c.order, a)
		return err
	})
}

// cleanText keeps line ends as "\n" and makes other control characters go: no
// key types them and no paper shows them. A tab becomes a blank.
func cleanText(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\n' || r == '\u2028' || r == '\u2029':
			return '\n'
		case r == '\t':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
}

// oneLine is cleanText for what has to stand on one line.
func oneLine(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(cleanText(s), "\n", " "))
}
