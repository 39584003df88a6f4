// Command mutants breaks the program in small ways, one at a time, and lists
// the breaks that no test notices: a condition negated, a boundary moved, a
// number off by one, a statement left out, an error swallowed.
//
//	go run ./.ci/mutants [-seed N] [-sample N] [-C FOLDER] PACKAGES…
//
// All breaks of a package are built into one test binary at once, each behind a
// switch, so that trying one costs a run of tests and no build. They are tried by the
// tests of the package and of the packages that import it that come by the broken
// place, one test after the other, the fastest first. The tree is not touched.
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// options are what the command line says.
type options struct {
	root    string
	seed    uint64
	sample  int           // breaks of each package; 0 for all
	slowest time.Duration // tests of other packages that take more processor time are left out
}

func main() {
	var o options
	flag.StringVar(&o.root, "C", ".", "the module's `folder`")
	flag.Uint64Var(&o.seed, "seed", 1, "chooses the sample")
	flag.IntVar(&o.sample, "sample", 40, "breaks tried in each package; 0 for all")
	flag.DurationVar(&o.slowest, "slowest", 2*time.Second, "leave out each test of other packages that takes more processor time; 0 for all of them")
	flag.Parse()
	if err := run(o, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(o options, patterns []string) error {
	tree, err := load(o.root, patterns)
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(tree.work) }()
	tried, noticed := 0, 0
	var failed error
	for _, p := range tree.targets {
		begin := time.Now()
		breaks, err := tree.mutate(p)
		if err != nil {
			return fmt.Errorf("%s: %w", p.ImportPath, err)
		}
		all := len(breaks)
		chosen := choose(breaks, o)
		if len(chosen) == 0 {
			continue
		}
		survivors, err := tree.try(p, breaks, chosen, o)
		if err != nil { // the others can be tried all the same
			failed = errors.Join(failed, fmt.Errorf("%s: %w", p.ImportPath, err))
			continue
		}
		n := len(chosen) - len(survivors)
		fmt.Printf("%-28s %4d of %4d breaks tried, %4d noticed, %3d %%  (%v)\n", p.ImportPath, len(chosen), all, n, 100*n/len(chosen), time.Since(begin).Round(time.Second))
		for _, b := range survivors {
			fmt.Printf("    %s\n", b.words(tree.root))
		}
		tried, noticed = tried+len(chosen), noticed+n
	}
	if tried > 0 {
		fmt.Printf("%-28s %4d breaks tried, %4d noticed, %3d %%\n", "all", tried, noticed, 100*noticed/tried)
	}
	return failed
}

// choose takes a sample, the same for the same seed and source, in the order of
// the source.
func choose(breaks []mutant, o options) []mutant {
	chosen := slices.Clone(breaks)
	random := rand.New(rand.NewPCG(o.seed, 0))
	random.Shuffle(len(chosen), func(i, j int) { chosen[i], chosen[j] = chosen[j], chosen[i] })
	if o.sample > 0 && len(chosen) > o.sample {
		chosen = chosen[:o.sample]
	}
	slices.SortFunc(chosen, func(a, b mutant) int { return cmp.Compare(a.id, b.id) })
	return chosen
}

// words say where the break is and what it does.
func (m mutant) words(root string) string {
	file, err := filepath.Rel(root, m.file)
	if err != nil {
		file = m.file
	}
	how := ""
	if m.unreached {
		how = "  (no test comes here)"
	}
	return fmt.Sprintf("%s:%d: %s: %s%s", file, m.line, m.what, m.text, how)
}
