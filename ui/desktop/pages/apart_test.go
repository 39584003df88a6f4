package pages

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestPagesApart: no page knows another. A page is a type that a constructor makes, NewTable
// of Table, and that has content; what it knows is what its fields and methods name, and what
// those name in turn.
func TestPagesApart(t *testing.T) {
	known := namesUsed(t)
	var all []string
	for name := range known {
		if _, shown := known[name][name+".Content"]; shown && known["New"+name] != nil {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	if want := []string{"Check", "Collect", "Particulars", "Print", "Prose", "Table"}; !slices.Equal(all, want) {
		t.Fatalf("the pages are %v, want %v", all, want)
	}
	for _, page := range all {
		way := map[string]string{page: page, "New" + page: "New" + page}
		for next := slices.Sorted(maps.Keys(way)); len(next) > 0; next = next[1:] {
			for name := range known[next[0]] {
				if way[name] == "" {
					way[name] = way[next[0]] + " → " + name
					next = append(next, name)
				}
			}
		}
		for _, other := range append([]string{"Page"}, all...) { // Page is whatever the host may give out
			if other != page && way[other] != "" {
				t.Errorf("%s knows %s: %s", page, other, way[other])
			}
		}
	}
}

// namesUsed are, for every name that the package declares, those of the package that stand in
// its declaration; for a type its methods too, named as Table.Content, and for a method its
// type. What is imported is not looked at.
func namesUsed(t *testing.T) map[string]map[string]bool {
	t.Helper()
	set := token.NewFileSet()
	files := sources(t, set)
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Error: func(error) {}} // what is imported is missing
	pkg, _ := config.Check("pages", set, files, info)
	used := map[string]map[string]bool{}
	add := func(name string, others ...string) {
		if used[name] == nil {
			used[name] = map[string]bool{}
		}
		for _, other := range others {
			used[name][other] = true
		}
	}
	declare := func(name string, declaration ast.Node) {
		add(name)
		ast.Inspect(declaration, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && info.Uses[id] != nil && info.Uses[id].Parent() == pkg.Scope() {
				add(name, id.Name)
			}
			return true
		})
	}
	for _, f := range files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				name := d.Name.Name
				if d.Recv != nil {
					owner := strings.TrimPrefix(types.ExprString(d.Recv.List[0].Type), "*")
					name = owner + "." + name
					add(owner, name)
				}
				declare(name, d)
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					switch s := spec.(type) {
					case *ast.TypeSpec:
						declare(s.Name.Name, s)
					case *ast.ValueSpec:
						for _, n := range s.Names {
							declare(n.Name, s)
						}
					}
				}
			}
		}
	}
	return used
}

// sources are the files of the package, without its tests.
func sources(t *testing.T, set *token.FileSet) []*ast.File {
	t.Helper()
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}
