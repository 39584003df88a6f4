package check

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
)

// witnessMember is the member of an acknowledgement in the report file that
// holds the finding's witness: what both sides and the passage were when it was
// answered. An acknowledgement without one, from another program, holds for
// every finding of its rule and cells.
const witnessMember = "x-witness"

// expiry is what an answer to A05 must speak of: documents that expired by
// themselves (自动失效) are counted by nobody.
const expiry = "自动失效"

// Acknowledgement is the answer to a finding, to be kept with the report. ok is
// false when the finding cannot be answered: an error has to be put right, but for
// A05 where the reason says 自动失效, and for what cannot be put right in the report
// (see source.go).
func Acknowledgement(f Finding, reason string) (a model.Acknowledgement, ok bool) {
	reason = strings.TrimSpace(reason)
	if reason == "" || !answerable(f, reason) {
		return model.Acknowledgement{}, false
	}
	return model.Acknowledgement{
		Rule: f.Rule, Cells: slices.Clone(f.Cells), Reason: reason,
		Extra: model.Extra{witnessMember: strconv.Quote(f.witness)},
	}, true
}

// Answers reports whether the acknowledgement is an answer to the finding as it
// stands.
func Answers(a model.Acknowledgement, f Finding) bool {
	if a.Rule != f.Rule || !sameCells(a.Cells, f.Cells) || !answerable(f, a.Reason) {
		return false
	}
	witness, kept := a.Extra[witnessMember]
	return !kept || witness == strconv.Quote(f.witness)
}

// Lapsed reports whether an acknowledgement was an answer before an edit and is
// none after it: a number or the passage that it spoke of has changed.
func Lapsed(a model.Acknowledgement, before, after []Finding) bool {
	if _, kept := a.Extra[witnessMember]; !kept {
		return false
	}
	answered := func(f Finding) bool { return Answers(a, f) }
	return slices.ContainsFunc(before, answered) && !slices.ContainsFunc(after, answered)
}

func answerable(f Finding, reason string) bool {
	return f.Level != Error || f.Source || f.Rule == "S06" || f.Rule == "A05" && strings.Contains(reason, expiry)
}

func sameCells(a, b []model.Address) bool {
	if len(a) != len(b) {
		return false
	}
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// answer gives the findings their witnesses and marks those that somebody has
// answered.
func (c *checker) answer() {
	for i := range c.findings {
		f := &c.findings[i]
		if !answerable(*f, expiry) {
			continue
		}
		f.witness = c.witnessOf(*f)
		for _, a := range c.report.Acknowledged {
			if !Answers(a, *f) {
				continue
			}
			if f.Answer = strings.TrimSpace(a.Reason); f.Answer == "" {
				f.Answer = noReason
			}
			if f.Level == Error {
				f.Level = Warning
			}
			break
		}
	}
}

// witnessOf sums up what a finding speaks of: the values of its cells, both
// sides, and the passage.
func (c *checker) witnessOf(f Finding) string {
	h := fnv.New64a()
	for _, a := range f.Cells {
		fmt.Fprintf(h, "%s=%s\n", a, cmp.Or(c.report.Unread[a], c.report.Value(a)))
	}
	fmt.Fprintf(h, "%s\n%s\n%s", f.Left, f.Right, f.passage)
	return strconv.FormatUint(h.Sum64(), 16)
}
