package reportfile

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"nianbao/model"
)

// Error says why a file was refused.
type Error struct {
	Line    int    // from 1; 0 when the file as a whole is meant
	Member  string // the way to it: "cells › applications.received.person"
	Problem string // Chinese sentence
	Err     error  // the cause, if another package found it

	pointer jsontext.Pointer
}

func (e *Error) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("report file refused at line %d, member %q: %v", e.Line, e.Member, e.Err)
	}
	return fmt.Sprintf("report file refused at line %d, member %q", e.Line, e.Member)
}

// Message says in words where, what is wrong, what to do.
func (e *Error) Message() string {
	var where []string
	if e.Line > 0 {
		where = append(where, fmt.Sprintf(placeLine, e.Line))
	}
	if e.Member != "" {
		where = append(where, e.Member)
	}
	if len(where) == 0 {
		return e.Problem
	}
	return strings.Join(where, "，") + "：" + e.Problem
}

func (e *Error) Unwrap() error { return e.Err }

// jsonError turns the decoder's error into one of ours.
func jsonError(data []byte, err error) error {
	var syntax *jsontext.SyntacticError
	var meaning *json.SemanticError
	e := &Error{Problem: problemSyntax, Err: err}
	switch {
	case errors.As(err, &syntax):
		e.Line = lineAt(data, syntax.ByteOffset)
		if errors.Is(err, jsontext.ErrDuplicateName) {
			e.Problem, e.Member = problemTwice, memberOf(syntax.JSONPointer)
		}
	case errors.As(err, &meaning):
		e.Problem, e.Member = problemType(meaning), memberOf(meaning.JSONPointer)
		e.Line = lineAt(data, meaning.ByteOffset)
		if at := lineOf(data, meaning.JSONPointer); at > 0 {
			e.Line = at
		}
	}
	return e
}

// memberOf is the way to a member as messages show it. Names come from the
// file: they are cut and kept to one line.
func memberOf(p jsontext.Pointer) string {
	const longest = 64 // characters; the longest address has 33
	var names []string
	for name := range p.Tokens() {
		name = oneLine(name)
		if r := []rune(name); len(r) > longest {
			name = string(r[:longest]) + "…"
		}
		names = append(names, name)
	}
	return strings.Join(names, " › ")
}

func lineAt(data []byte, offset int64) int {
	offset = max(0, min(offset, int64(len(data))))
	return 1 + bytes.Count(data[:offset], []byte("\n"))
}

// lineOf finds the line of a member; 0 when it is not there. It skips what is
// not on the way, so that a hostile file costs one reading at most.
func lineOf(data []byte, p jsontext.Pointer) int {
	d := jsontext.NewDecoder(bytes.NewBuffer(data))
	for name := range p.Tokens() {
		if !enter(d, name) {
			return 0
		}
	}
	at := d.InputOffset()
	rest := data[at:]
	return lineAt(data, at+int64(len(rest)-len(bytes.TrimLeft(rest, ", \t\r\n"))))
}

// enter moves from before a value to before its member, or its element, of
// that name.
func enter(d *jsontext.Decoder, name string) bool {
	open, err := d.ReadToken()
	if err != nil {
		return false
	}
	if open.Kind() == '[' {
		n, err := strconv.Atoi(name)
		for i := 0; err == nil && i < n; i++ {
			err = d.SkipValue()
		}
		return err == nil
	}
	for d.PeekKind() == '"' {
		if t, err := d.ReadToken(); err != nil || t.String() == name {
			return err == nil
		}
		if d.SkipValue() != nil {
			return false
		}
	}
	return false
}

// cellProblem is the reason alone: the place is said by the error around it.
func cellProblem(err error) string {
	var value *model.ValueError
	var address *model.AddressError
	switch {
	case errors.As(err, &value):
		return value.Name + "，" + value.Message() + "。"
	case errors.As(err, &address):
		return fmt.Sprintf(problemAddress, address.Edition)
	}
	var known interface{ Message() string }
	if errors.As(err, &known) {
		return known.Message() + "。"
	}
	return problemOther
}

func itoa(i int) string { return strconv.Itoa(i) }
