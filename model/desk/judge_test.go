package desk

import (
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/check"
)

// objections are the rules that object to a section at the present stage of the work,
// in the order of the list; errors alone where only they are asked for.
func objections(d *Desk, id model.SectionID) string {
	var all []string
	for _, f := range d.Findings() {
		if f.Section == id && f.Level != check.Info && !d.ToDo(f) {
			all = append(all, f.Rule)
		}
	}
	return strings.Join(all, " ")
}

// TestEmptyReportHasNoErrors: what nobody has begun is to be done and not wrong. The
// list of drafts says the same; the rules say everything.
func TestEmptyReportHasNoErrors(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		all := check.Count(d.Findings())
		counts, todo := d.Count()
		if counts != (check.Counts{}) || todo != all.E+all.W+all.I || all.E < 4 {
			t.Errorf("%+v and %d to be done of %+v", counts, todo, all)
		}
		if s := Summarise(d.Report(), d.kept.at); s.Errors+s.Warnings != 0 {
			t.Errorf("summary %+v", s)
		}
		d.Attend(model.Overview)
		write(t, d, 0, "全年公开 3 条。")
		if got := objections(d, model.Overview); got != "" {
			t.Errorf("an overview that is being written: %q", got)
		}
		d.Attend(model.Problems)
		d.Attend(model.Overview)
		if got := objections(d, model.Overview); got != "S14" {
			t.Errorf("an overview that was left as it was begun: %q", got)
		}
		if counts, after := d.Count(); counts.W != 1 || after != todo-1 {
			t.Errorf("%+v and %d to be done", counts, after)
		}
	})
}

// TestJudgedWhenCompleteOrLeft: a column of table three is no error while it is being
// filled in. It is one when its last row is reached, or the table is left; a column
// that merely begins with last year's number is to be filled in.
func TestJudgedWhenCompleteOrLeft(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		expect := func(what, want string) {
			t.Helper()
			if got := objections(d, model.Applications); got != want {
				t.Errorf("%s: objections %q, want %q", what, got, want)
			}
		}
		set(t, d, "applications.carriedIn.person", "31")
		expect("31 carried over", "")
		if s := d.SectionState(model.Applications); s.Mark != Partly || s.Errors != 0 {
			t.Errorf("31 carried over: %+v", s)
		}
		d.Attend(model.Applications)
		set(t, d, "applications.received.person", "3")
		set(t, d, "applications.granted.person", "2")
		expect("in work", "")
		set(t, d, "applications.carriedOut.person", "0")
		expect("at the column's end", "C01 C01") // the total too
		set(t, d, "applications.carriedOut.person", "32")
		expect("even", "")

		set(t, d, "applications.received.legal", "1")
		d.Attend("")
		expect("left", "C01 C01")
		d.Attend(model.Applications)
		expect("come back to", "C01") // but not the total
		set(t, d, "applications.received.other", "1")
		expect("and going on", "C01") // not of the new column
		set(t, d, "applications.carriedOut.legal", "1")
		expect("mended", "")
		set(t, d, "applications.granted.other", "2")
		set(t, d, "applications.carriedIn.other", "0")
		expect("more finished than came in", "C01 C01")
		if all := check.Run(d.Report(), nil); check.Count(all).E < 5 {
			t.Errorf("the rules find %+v", check.Count(all))
		}
	})
}

// TestJudgedAgainstWholeRows: a number of the prose is not held against a total that is
// still growing, until the table is left.
func TestJudgedAgainstWholeRows(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		write(t, d, 0, "做好主动公开、政府信息管理、平台建设、监督保障工作，收到政府信息公开申请 15 件。")
		d.Attend(model.Applications)
		set(t, d, "applications.received.person", "3")
		if got := objections(d, model.Overview); got != "" {
			t.Errorf("while the row is filled in: %q", got)
		}
		d.Attend(model.Disputes)
		if got := objections(d, model.Overview); got != "C07" {
			t.Errorf("after it was left: %q", got)
		}
	})
}

// TestNameIsToBeFilledIn: a report without 单位全称 is unfinished, and nothing is wrong
// with it.
func TestNameIsToBeFilledIn(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		d.Rename("")
		d.Attend(model.Overview)
		if got := objections(d, check.Title) + objections(d, check.Signature); got != "" {
			t.Errorf("a name that is not written: %q", got)
		}
	})
}

// TestDateIsJudgedWhenLeft: half of a date is no error while it is typed.
func TestDateIsJudgedWhenLeft(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		d.SetSigner(d.Report().Agency.Name)
		d.Attend(check.Signature)
		_ = d.TypeDate("2027.1")
		if got := objections(d, check.Signature); got != "" {
			t.Errorf("while it is typed: %q", got)
		}
		d.Attend("")
		if got := objections(d, check.Signature); got != "S22" {
			t.Errorf("after it was left: %q", got)
		}
		_ = d.TypeDate("2027.1.20")
		if got := objections(d, check.Signature); got != "" {
			t.Errorf("a date: %q", got)
		}
	})
}
