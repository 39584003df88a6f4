package reportfile

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"nianbao/model"
)

// Write gives the report as a file. The same report gives the same bytes, and
// Read takes every file that Write gives: a report that no file can hold (too
// long, prose for a part that the form lacks, a number in a cell that it lacks) is
// refused with an *Error, so that nothing is dropped unseen and no draft locks
// itself up.
func Write(r *model.Report) ([]byte, error) {
	f, err := wireReport(r)
	if err != nil {
		return nil, fmt.Errorf("write report file: %w", err)
	}
	data, err := json.Marshal(f, jsontext.WithIndent(" "), json.Deterministic(true))
	if err == nil && len(data) >= MaxSize { // with the line end more than is read
		// Indentation can make deep "x-" members several times as long.
		data, err = json.Marshal(f, json.Deterministic(true))
	}
	if err != nil {
		return nil, fmt.Errorf("write report file: %w", err)
	}
	data = append(data, '\n')
	if _, err := Read(data); err != nil {
		var at *Error
		if errors.As(err, &at) {
			at.Line = 0 // of a file that nobody will see
		}
		return nil, fmt.Errorf("write report file: %w", err)
	}
	return data, nil
}

func wireReport(r *model.Report) (*file, error) {
	f := &file{
		Format: formatName, Version: version,
		Year: &r.Year, Edition: r.Edition().ID,
		Agency:    agency{r.Agency.Name, r.Agency.Short, string(r.Agency.Kind), rawExtra(r.Agency.Extra)},
		Title:     r.Title,
		Numbering: string(r.Numbering),
		Narrative: narrative{extra: rawExtra(r.NarrativeExtra)},
		Cells:     cells{extra: rawExtra(r.CellsExtra)},
		Signature: signature{r.Signature.Agency, r.Signature.Date, rawExtra(r.Signature.Extra)},
		// An empty list is written as such, not as null.
		Acknowledged: []acknowledgement{},
		Extra:        rawExtra(r.Extra),
	}
	if err := f.Narrative.fill(r); err != nil {
		return nil, err
	}
	if err := f.Cells.fill(r); err != nil {
		return nil, err
	}
	for _, a := range r.Acknowledged {
		f.Acknowledged = append(f.Acknowledged, acknowledgement{
			a.Rule, append([]model.Address{}, a.Cells...), a.Reason, rawExtra(a.Extra),
		})
	}
	var err error
	f.Extra, err = addMarks(r, f.Extra)
	return f, err
}

// fill takes over what the cells hold: of those of the edition in its order, then
// of the others.
func (c *cells) fill(r *model.Report) error {
	c.values = map[model.Address]string{}
	add := func(a model.Address, value string) {
		if value != "" {
			c.values[a], c.order = value, append(c.order, a)
		}
	}
	for _, cell := range r.Edition().Cells() {
		a := cell.Address
		unread, ok := r.Unread[a]
		switch {
		case ok:
			add(a, unread)
		case cell.Total():
			add(a, r.Stated[a])
		default:
			add(a, r.Cells[a])
		}
	}
	for _, a := range slices.Sorted(maps.Keys(r.Unread)) {
		if _, own := r.Edition().Cell(a); !own {
			add(a, r.Unread[a])
		}
	}
	for _, held := range []map[model.Address]string{r.Cells, r.Stated} {
		for _, a := range slices.Sorted(maps.Keys(held)) {
			if c.values[a] != held[a] {
				return c.misplaced(r, a)
			}
		}
	}
	return nil
}

// misplaced is why what a report holds for a cell has no place in its file.
func (c *cells) misplaced(r *model.Report, a model.Address) error {
	cell, ok := r.Edition().Cell(a)
	var err error
	switch {
	case c.values[a] != "":
		return refuse(problemCellTwice, nil, "cells", string(a))
	case ok && cell.Total():
		err = &model.TotalError{Address: a, Name: cell.Name()}
	default:
		err = &model.AddressError{Address: a, Edition: r.Edition().ID}
	}
	return refuse(cellProblem(err), err, "cells", string(a))
}

// fill takes over the prose: every part of the edition, and nothing else.
func (n *narrative) fill(r *model.Report) error {
	n.parts = map[model.SectionID][]block{}
	for _, s := range r.Edition().Prose() {
		n.order = append(n.order, s.ID)
		n.parts[s.ID] = []block{}
		for _, b := range r.Narrative[s.ID] {
			n.parts[s.ID] = append(n.parts[s.ID], block{b.Heading, b.Text, rawExtra(b.Extra)})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.Narrative)) {
		if _, ok := n.parts[id]; !ok && len(r.Narrative[id]) > 0 {
			return refuse(problemPart(r.Edition(), id), nil, "narrative", string(id))
		}
	}
	return nil
}

// MarshalJSONTo writes the parts in the order of the form, then the extra members.
func (n narrative) MarshalJSONTo(e *jsontext.Encoder) error {
	if err := e.WriteToken(jsontext.BeginObject); err != nil {
		return err
	}
	for _, id := range n.order {
		if err := e.WriteToken(jsontext.String(string(id))); err != nil {
			return err
		}
		if err := json.MarshalEncode(e, n.parts[id]); err != nil {
			return err
		}
	}
	return endWith(e, n.extra)
}

// endWith writes the extra members of an object and its end.
func endWith(e *jsontext.Encoder, more extra) error {
	for _, name := range slices.Sorted(maps.Keys(more)) {
		if err := e.WriteToken(jsontext.String(name)); err != nil {
			return err
		}
		if err := e.WriteValue(more[name]); err != nil {
			return err
		}
	}
	return e.WriteToken(jsontext.EndObject)
}

// MarshalJSONTo writes the cells in the order of the form, then the extra members.
func (c cells) MarshalJSONTo(e *jsontext.Encoder) error {
	if err := e.WriteToken(jsontext.BeginObject); err != nil {
		return err
	}
	for _, a := range c.order {
		if err := e.WriteToken(jsontext.String(string(a))); err != nil {
			return err
		}
		if err := e.WriteToken(jsontext.String(c.values[a])); err != nil {
			return err
		}
	}
	return endWith(e, c.extra)
}

func rawExtra(e model.Extra) extra {
	if len(e) == 0 {
		return nil
	}
	raw := extra{}
	for name, value := range e {
		raw[name] = jsontext.Value(value)
	}
	return raw
}
