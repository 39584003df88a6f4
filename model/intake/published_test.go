package intake

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/model"
)

var (
	keep  = flag.String("keep", "", "folder for published documents that did not come in")
	seeds = flag.Uint64("seeds", 8, "made-up documents of each shape")
)

// accounted are the made-up documents of each shape whose whole account is kept.
const accounted = 4

func keepFile(t *testing.T, folder, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
		t.Error(err)
	}
}

// score counts how a document came in.
type score struct{ documents, cells, right, wrong, unsaid int }

// TestPublished: reports in all shapes, of both editions, with all kinds of
// slips, come in with at least 99.5 % of their cells right and none wrong
// without notice.
func TestPublished(t *testing.T) {
	var total score
	told := keepAccounts(t)
	for _, shape := range shapes() {
		t.Run(shape.name, func(t *testing.T) {
			var all score
			for seed := range *seeds {
				s := slips{
					wording: seed%2 == 1, width: seed%3 == 1, noTotals: seed%4 == 2, renumber: seed%3 == 0,
					slashes: seed >= 4 && shape.tight || seed == 5, blanks: seed >= 4 && !shape.tight, noHeading: int(seed) % 6,
				}
				year := []int{2019, 2021, 2020, 2024}[seed%4]
				rng := rand.New(rand.NewPCG(seed, 7))
				r := invent(t, rng, year, s)
				data := shape.print(publish(rng, r, s))
				name := fmt.Sprintf("%d-%s", seed, shape.name)
				got, err := Read(name, data, Options{})
				if err != nil {
					t.Errorf("%s: %v", name, err)
					continue
				}
				everyLineAccounted(t, got)
				if seed < accounted {
					told.addSaid(t, name, got)
				}
				c := compareCells(t, name, r, got)
				if c.right < c.cells || !sameProse(t, name, r, got) {
					write(t, name, data)
				}
				all.add(c)
			}
			total.add(all)
			t.Logf("%+v", all)
		})
	}
	t.Logf("in all: %+v", total)
	if total.documents < 40 || total.right*1000 < total.cells*995 || total.wrong > 0 || total.unsaid > 0 {
		t.Errorf("not good enough: %+v", total)
	}
}

func (s *score) add(o score) {
	s.documents += o.documents
	s.cells += o.cells
	s.right += o.right
	s.wrong += o.wrong
	s.unsaid += o.unsaid
}

// compareCells counts cells that came in right, wrong, and neither without a
// word about it.
func compareCells(t *testing.T, name string, want *model.Report, got *Result) score {
	t.Helper()
	s := score{documents: 1}
	if got.Report.Year != want.Year || got.Report.Agency.Name != want.Agency.Name {
		t.Errorf("%s: %d %s", name, got.Report.Year, got.Report.Agency.Name)
	}
	missing := 0
	for _, c := range want.Edition().Cells() {
		if c.Total() {
			if stated := got.Report.Stated[c.Address]; stated != "" && stated != want.Value(c.Address) {
				t.Errorf("%s: %s stated %q, want %q", name, c.Address, stated, want.Value(c.Address))
				s.wrong++
			}
			continue
		}
		s.cells++
		switch w, g := want.Cells[c.Address], got.Report.Cells[c.Address]; g {
		case w:
			s.right++
		case "":
			missing++
			t.Logf("%s: %s missing", name, c.Address)
		default:
			t.Errorf("%s: %s is %q, want %q", name, c.Address, g, w)
			s.wrong++
		}
	}
	if missing > 0 && len(got.Unplaced) == 0 && len(got.Notes) == 0 && got.Report.Source.Empty() {
		s.unsaid += missing
	}
	if missing > 0 {
		t.Logf("%s: %v %v", name, got.Unplaced, got.Notes)
	}
	return s
}

// sameProse compares the prose, blanks left out.
func sameProse(t *testing.T, name string, want *model.Report, got *Result) bool {
	t.Helper()
	same := true
	for _, id := range []model.SectionID{model.Preamble, model.Overview, model.Problems, model.Other} {
		w, g := flat(want.Narrative[id]), flat(got.Report.Narrative[id])
		if w != g {
			same = false
			t.Errorf("%s, %s:\n%s\nwant\n%s", name, id, g, w)
		}
	}
	if got.Report.Signature.Date != want.Signature.Date || got.Report.Signature.Agency != want.Signature.Agency {
		same = false
		t.Errorf("%s: %+v, want %+v", name, got.Report.Signature, want.Signature)
	}
	return same
}

func flat(blocks []model.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		fmt.Fprintf(&b, "[%s]\n", block.Heading)
		for _, p := range block.Paragraphs() {
			b.WriteString(strings.ReplaceAll(p, " ", "") + "\n")
		}
	}
	return b.String()
}

// TestTooManyRows: a stretch with more rows of numbers than any table has is not
// compared with the form, but every line of it is listed.
func TestTooManyRows(t *testing.T) {
	var b strings.Builder
	b.WriteString("梧桐镇2024年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n")
	for i := range maxRuns + 1 {
		fmt.Fprintf(&b, "（一）予以公开第%d次 1 2 3 4 5 6 21\n", i)
	}
	got, err := Read("年报.txt", []byte(b.String()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got.Tables != 0 || got.Placed != 0 || len(got.Unplaced) <= maxRuns {
		t.Errorf("%d tables, %d cells, %d lines without a place", got.Tables, got.Placed, len(got.Unplaced))
	}
}
