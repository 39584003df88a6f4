package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// mutant is one break.
type mutant struct {
	id        int
	file      string
	line      int
	what      string // was done
	text      string // to this
	unreached bool   // by any test
}

// edit is a change of a file's text: what is at the offset, this many bytes of
// it, becomes the text.
type edit struct {
	at, length int
	text       string
	order      int // among those at one place: what opens later stands inside
}

// mutator collects the breaks of a package.
type mutator struct {
	*source
	file    *ast.File
	data    []byte
	edits   []edit
	breaks  []mutant
	without map[string]bool // lines that did not compile
}

// mutate builds all breaks of a package into copies of its files, each behind a
// switch.
func (t *tree) mutate(p *listed) ([]mutant, error) {
	s, err := t.parse(p)
	if err != nil {
		return nil, err
	}
	without := map[string]bool{}
	const attempts = 6
	for range attempts {
		m := &mutator{source: s, without: without}
		overlay := map[string]string{}
		for i, f := range s.files {
			path := filepath.Join(p.Dir, p.GoFiles[i])
			if m.data, err = os.ReadFile(path); err != nil {
				return nil, err
			}
			m.file, m.edits = f, nil
			m.walk()
			copied := filepath.Join(t.work, p.GoFiles[i])
			if err := os.WriteFile(copied, m.apply(), 0o600); err != nil {
				return nil, err
			}
			overlay[path] = copied
		}
		if len(m.breaks) == 0 {
			return nil, nil
		}
		if err := t.writeSwitch(p, s.pkg.Name(), len(m.breaks), overlay); err != nil {
			return nil, err
		}
		wrong, err := t.compile(p)
		if err == nil {
			return m.breaks, nil
		}
		if len(wrong) == 0 {
			return nil, err
		}
		for _, line := range wrong { // of a copy, which has the lines of its original
			without[line] = true
		}
	}
	return nil, fmt.Errorf("no way found to compile the breaks")
}

// add notes a break, or refuses it where none compiles.
func (m *mutator) add(n ast.Node, what string) (id int, ok bool) {
	at := m.fset.Position(n.Pos())
	if m.without[fmt.Sprintf("%s:%d", filepath.Base(at.Filename), at.Line)] {
		return 0, false
	}
	id = len(m.breaks) + 1
	text, _, cut := strings.Cut(m.textOf(n), "\n")
	if cut {
		text += " …"
	}
	m.breaks = append(m.breaks, mutant{id: id, file: at.Filename, line: at.Line, what: what, text: text})
	return id, true
}

func (m *mutator) offset(p token.Pos) int { return m.fset.Position(p).Offset }

func (m *mutator) textOf(n ast.Node) string {
	return string(m.data[m.offset(n.Pos()):m.offset(n.End())])
}

// around puts text before and behind a node.
func (m *mutator) around(n ast.Node, before, behind string) {
	m.edits = append(m.edits, edit{m.offset(n.Pos()), 0, before, len(m.edits)}, edit{m.offset(n.End()), 0, behind, -len(m.edits)})
}

// apply makes the edits; the lines stay where they are.
func (m *mutator) apply() []byte {
	slices.SortStableFunc(m.edits, func(a, b edit) int {
		if a.at != b.at {
			return a.at - b.at
		}
		return a.order - b.order
	})
	var out bytes.Buffer
	at := 0
	for _, e := range m.edits {
		out.Write(m.data[at:e.at])
		out.WriteString(e.text)
		at = e.at + e.length
	}
	out.Write(m.data[at:])
	return out.Bytes()
}

// walk finds what can be broken in a file's functions.
func (m *mutator) walk() {
	for _, d := range m.file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Body == nil || f.Name.Name == "String" || f.Name.Name == "Error" {
			continue
		}
		ast.Inspect(f.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BlockStmt:
				m.statements(n.List)
			case *ast.CaseClause:
				m.statements(n.Body)
				m.caseConditions(n)
			case *ast.CommClause:
				m.statements(n.Body)
			case *ast.IfStmt:
				m.condition(n.Cond)
			case *ast.ForStmt:
				m.condition(n.Cond)
			case *ast.ReturnStmt:
				m.results(n)
			case *ast.BinaryExpr:
				m.binary(n)
			case *ast.CallExpr:
				for _, a := range n.Args {
					m.number(a)
				}
			case *ast.IndexExpr:
				m.number(n.Index)
			case *ast.SliceExpr:
				m.number(n.Low)
				m.number(n.High)
			case *ast.ArrayType:
				return false
			}
			e, ok := n.(ast.Expr)
			return !ok || m.info.Types[e].Value == nil // within a constant no switch can stand
		})
	}
}

// statements leaves each of them out.
func (m *mutator) statements(list []ast.Stmt) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.ExprStmt, *ast.IncDecStmt, *ast.DeferStmt, *ast.GoStmt:
		case *ast.AssignStmt:
			if s.Tok == token.DEFINE || isBlank(s.Lhs) {
				continue
			}
		case *ast.BranchStmt:
			if s.Tok != token.CONTINUE && s.Tok != token.BREAK {
				continue
			}
		default:
			continue
		}
		if id, ok := m.add(s, "left out"); ok {
			m.around(s, fmt.Sprintf("if !mutantOn(%d) { ", id), " }")
		}
	}
}

func isBlank(all []ast.Expr) bool {
	return !slices.ContainsFunc(all, func(e ast.Expr) bool {
		name, ok := e.(*ast.Ident)
		return !ok || name.Name != "_"
	})
}

// condition negates what a condition is made of.
func (m *mutator) condition(e ast.Expr) {
	switch e := e.(type) {
	case nil:
		return
	case *ast.ParenExpr:
		m.condition(e.X)
		return
	case *ast.BinaryExpr:
		if e.Op == token.LAND || e.Op == token.LOR {
			m.condition(e.X)
			m.condition(e.Y)
			return
		}
	}
	m.negate(e, "negated")
}

func (m *mutator) negate(e ast.Expr, what string) {
	if t := m.info.Types[e]; t.Value != nil || t.Type == nil || !types.Identical(t.Type.Underlying(), types.Typ[types.Bool]) && t.Type != types.Typ[types.UntypedBool] {
		return
	}
	if id, ok := m.add(e, what); ok {
		m.around(e, "((", fmt.Sprintf(") != mutantOn(%d))", id))
	}
}

// caseConditions negates the conditions of a switch without a tag.
func (m *mutator) caseConditions(c *ast.CaseClause) {
	for _, e := range c.List {
		m.condition(e)
	}
}

// results swallows an error and negates an answer.
func (m *mutator) results(r *ast.ReturnStmt) {
	if len(r.Results) == 0 {
		return
	}
	last := r.Results[len(r.Results)-1]
	t := m.info.Types[last]
	if t.Type == nil || t.IsNil() {
		return
	}
	if types.Identical(t.Type, types.Universe.Lookup("error").Type()) {
		if id, ok := m.add(last, "error swallowed"); ok {
			m.around(last, fmt.Sprintf("mutantError(%d, ", id), ")")
		}
		return
	}
	m.negate(last, "answer negated")
}

// binary moves boundaries and exchanges plus and minus.
func (m *mutator) binary(e *ast.BinaryExpr) {
	m.number(e.X)
	m.number(e.Y)
	if m.info.Types[e].Value != nil {
		return
	}
	var call, what string
	switch e.Op {
	case token.LSS:
		call, what = "mutantLess", "< became <="
	case token.LEQ:
		call, what = "mutantLessEqual", "<= became <"
	case token.GTR:
		call, what = "mutantGreater", "> became >="
	case token.GEQ:
		call, what = "mutantGreaterEqual", ">= became >"
	case token.ADD, token.SUB:
		if b, ok := m.info.Types[e].Type.Underlying().(*types.Basic); !ok || b.Info()&types.IsNumeric == 0 {
			return
		}
		call, what = "mutantPlus", "+ became -"
		if e.Op == token.SUB {
			call, what = "mutantMinus", "- became +"
		}
	default:
		return
	}
	if id, ok := m.add(e, what); ok {
		m.around(e, fmt.Sprintf("%s(%d, ", call, id), ")")
		m.edits = append(m.edits, edit{m.offset(e.OpPos), len(e.Op.String()), ",", 0})
	}
}

// number makes a constant whole number one larger, or one smaller. Flags and
// durations, whose neighbours mean nothing or the same, stay as they are.
func (m *mutator) number(e ast.Expr) {
	t, ok := m.info.Types[e]
	if e == nil || !ok || t.Value == nil {
		return
	}
	b, basic := t.Type.Underlying().(*types.Basic)
	if !basic || b.Info()&types.IsInteger == 0 || b.Info()&types.IsUntyped != 0 || b.Kind() == types.Int32 { // a character
		return
	}
	name := types.TypeString(t.Type, func(p *types.Package) string {
		if p == m.pkg {
			return ""
		}
		return p.Name()
	})
	if or, ok := ast.Unparen(e).(*ast.BinaryExpr); ok && or.Op == token.OR || strings.Contains(name, ".") {
		return
	}
	by := "1"
	if len(m.breaks)%2 == 1 && b.Info()&types.IsUnsigned == 0 {
		by = "-1"
	}
	if id, ok := m.add(e, "changed by "+by); ok {
		m.around(e, "(", fmt.Sprintf(" + %s(mutantBy(%d, %s)))", name, id, by))
	}
}
