package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// listed is a package as `go list` tells of it.
type listed struct {
	ImportPath, Dir, Export            string
	GoFiles, TestGoFiles, XTestGoFiles []string
	Imports, TestImports, XTestImports []string
	Standard, ForTest                  any
	DepOnly                            bool
	Module                             *struct{ Main bool }
}

func (p *listed) hasTests() bool { return len(p.TestGoFiles)+len(p.XTestGoFiles) > 0 }

// tree is the module with what its packages need to be type-checked.
type tree struct {
	root    string
	work    string // a folder of our own
	targets []*listed
	exports map[string]string // files of export data by import path
	testers map[string][]*listed
}

// load lists the packages to break, and for each the packages whose tests may
// notice: itself first, then those that import it.
func load(root string, patterns []string) (*tree, error) {
	work, err := os.MkdirTemp("", "mutants-")
	if err != nil {
		return nil, err
	}
	t := &tree{root: root, exports: map[string]string{}, testers: map[string][]*listed{}, work: work}
	all, err := t.list(append([]string{"-deps", "-export"}, patterns...)...)
	if err != nil {
		return nil, err
	}
	for _, p := range all {
		t.exports[p.ImportPath] = p.Export
		if !p.DepOnly {
			t.targets = append(t.targets, p)
		}
	}
	own, err := t.list("./model/...", "./export/...", "./fonts/...", "./ui/command")
	if err != nil {
		return nil, err
	}
	if err := t.mirror(); err != nil {
		return nil, err
	}
	for _, target := range t.targets {
		if target.hasTests() {
			t.testers[target.ImportPath] = append(t.testers[target.ImportPath], target)
		}
		for _, p := range own {
			imports := slices.Concat(p.Imports, p.TestImports, p.XTestImports)
			if p.ImportPath != target.ImportPath && p.hasTests() && slices.Contains(imports, target.ImportPath) {
				t.testers[target.ImportPath] = append(t.testers[target.ImportPath], p)
			}
		}
	}
	return t, nil
}

// mirror makes the folders of the module again, with links to its files: a broken
// program may write anywhere, and its tests begin in their package's folder.
func (t *tree) mirror() error {
	root, err := filepath.Abs(t.root)
	if err != nil {
		return err
	}
	t.root = root
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		switch {
		case d.IsDir() && (d.Name() == ".git" || d.Name() == "build"):
			return filepath.SkipDir
		case d.IsDir():
			return os.MkdirAll(t.mirrored(path), 0o755)
		case rel == ".git":
			return nil
		}
		return os.Symlink(path, t.mirrored(path))
	})
}

// mirrored is where a file or folder of the module is in the mirror.
func (t *tree) mirrored(path string) string {
	return filepath.Join(t.work, "tree", strings.TrimPrefix(path, t.root))
}

func (t *tree) list(args ...string) ([]*listed, error) {
	cmd := exec.Command("go", append([]string{"list", "-json"}, args...)...)
	cmd.Dir, cmd.Stderr = t.root, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	var all []*listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		p := &listed{}
		if err := d.Decode(p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
}

// source is a package that has been read and type-checked.
type source struct {
	fset  *token.FileSet
	files []*ast.File
	info  *types.Info
	pkg   *types.Package
}

func (t *tree) parse(p *listed) (*source, error) {
	s := &source{fset: token.NewFileSet(), info: &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}}
	for _, name := range p.GoFiles {
		f, err := parser.ParseFile(s.fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		s.files = append(s.files, f)
	}
	lookup := func(path string) (io.ReadCloser, error) { return os.Open(t.exports[path]) }
	config := types.Config{Importer: importer.ForCompiler(s.fset, "gc", lookup)}
	var err error
	s.pkg, err = config.Check(p.ImportPath, s.fset, s.files, s.info)
	return s, err
}
