package desk

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"nianbao/model"
	"nianbao/model/reportfile"
)

// enter types a text into a block, each of its pieces arriving at once: a letter
// by a key, a phrase from an input method.
func enter(t *testing.T, d *Desk, id model.SectionID, i int, pieces ...string) {
	t.Helper()
	for _, p := range pieces {
		if err := d.SetText(id, i, d.blockAt(id, i).Text+p); err != nil {
			t.Fatal(err)
		}
	}
}

// states undoes everything and lists what the text was on the way.
func states(d *Desk) []string {
	var all []string
	for d.CanUndo() {
		d.Undo()
		all = append(all, d.blockAt(model.Preamble, 0).Text)
	}
	return all
}

func TestUndoSteps(t *testing.T) {
	tests := []struct {
		name   string
		pieces []string
		want   []string
	}{
		{"letters are one step", []string{"a", "b", "c"}, []string{""}},
		{"a phrase each", []string{"梧桐镇", "人民政府"}, []string{"梧桐镇", ""}},
		{"a character of Chinese each", []string{"我", "镇"}, []string{"我", ""}},
		{"Chinese punctuation ends a step", []string{"a", "b", "，", "c"}, []string{"ab，", "ab", ""}},
		{"a blank ends a step", []string{"a", " ", "b"}, []string{"a ", "a", ""}},
		{"digits of a number", []string{"共", "1", "2", "件"}, []string{"共12", "共", ""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
				enter(t, d, model.Preamble, 0, tt.pieces...)
				if got := states(d); !slices.Equal(got, tt.want) {
					t.Errorf("%q, want %q", got, tt.want)
				}
				for d.CanRedo() {
					d.Redo()
				}
				if got, want := d.blockAt(model.Preamble, 0).Text, strings.Join(tt.pieces, ""); got != want {
					t.Errorf("after redoing all %q, want %q", got, want)
				}
			})
		})
	}
}

func TestUndoAfterPause(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		enter(t, d, model.Preamble, 0, "a", "b")
		time.Sleep(3 * time.Second)
		enter(t, d, model.Preamble, 0, "c")
		if got, want := states(d), []string{"ab", ""}; !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	})
}

func TestUndoDeleting(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		enter(t, d, model.Preamble, 0, "梧桐镇人民政府")
		for _, text := range []string{"梧桐镇人民政", "梧桐镇人民"} {
			if err := d.SetText(model.Preamble, 0, text); err != nil {
				t.Fatal(err)
			}
		}
		if got, want := states(d), []string{"梧桐镇人民政府", ""}; !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	})
}

// TestUndoOverTheForm takes back edits of every kind, in any section, through
// one history, and makes them again.
func TestUndoOverTheForm(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		const cell = model.Address("applications.received.person")
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		edits := []func(){
			func() { must(d.Set(cell, "3")) },
			func() { d.Rename("甲镇人民政府") },
			func() { d.SetShort("甲镇") },
			func() { d.SetKind(model.Subdistrict) },
			func() { enter(t, d, model.Overview, 0, "正文一") },
			func() { must(d.AddBlock(model.Overview, 1)) },
			func() { _ = d.SetHeading(model.Overview, 1, "标题") },
			func() { enter(t, d, model.Overview, 1, "正文二") },
			func() { d.MoveBlock(model.Overview, 1, 0) },
			func() { must(d.MergeBlock(model.Overview, 1)) },
			func() { d.RemoveBlock(model.Overview, 0) },
			func() { d.FillBlanks(model.Applications) },
			func() { d.NoApplications() },
			func() { d.SetSigner("甲镇") },
			func() { must(d.SetDate("2027-01-20")) },
			func() { d.SetTitle("标题") },
			func() { d.SetNumbering(model.Arabic) },
		}
		var want []*model.Report
		for _, edit := range edits {
			want = append(want, d.Snapshot())
			edit()
		}
		last := d.Snapshot()
		for i := len(want) - 1; i >= 0; i-- {
			d.Undo()
			if !equal(d.Report(), want[i]) {
				t.Fatalf("undoing edit %d left %+v, want %+v", i, d.Report(), want[i])
			}
		}
		if d.CanUndo() {
			t.Error("more steps than edits")
		}
		for d.CanRedo() {
			d.Redo()
		}
		if !equal(d.Report(), last) {
			t.Errorf("redoing all gave %+v, want %+v", d.Report(), last)
		}
		d.Undo()
		d.SetNumbering(model.Bracketed)
		d.SetTitle("另一个")
		if d.CanRedo() {
			t.Error("a new edit leaves nothing to redo")
		}
	})
}

// equal compares two reports as files.
func equal(a, b *model.Report) bool {
	left, err := reportfile.Write(a)
	if err != nil {
		return false
	}
	right, err := reportfile.Write(b)
	return err == nil && bytes.Equal(left, right)
}

func TestUndoTellsOfItsChange(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		if err := d.Set("applications.received.person", "3"); err != nil {
			t.Fatal(err)
		}
		var got Change
		d.OnChange(func(c Change) { got = c })
		d.Undo()
		if !got.Reload || !slices.Contains(got.Cells, "applications.received.total") {
			t.Errorf("%+v", got)
		}
		if d.Report().Value("applications.received.total") != "" {
			t.Error("the total still stands")
		}
	})
}

func TestUndoIsBounded(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		for range maxSteps + 20 {
			enter(t, d, model.Preamble, 0, "年报")
		}
		if got := states(d); len(got) != maxSteps || got[maxSteps-1] != strings.Repeat("年报", 20) {
			t.Errorf("%d steps", len(got))
		}
	})
}

// TestUndoOfLongTexts: a text that is typed into at length is kept often, but not so often
// that memory runs short.
func TestUndoOfLongTexts(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		long := strings.Repeat("公", 150_000)
		enter(t, d, model.Preamble, 0, long)
		for range 300 {
			enter(t, d, model.Preamble, 0, "开")
		}
		kept := states(d)
		if n := len(kept) * len(long); n > 2*maxHeld || n < maxHeld/2 {
			t.Errorf("%d states of %d bytes are kept", len(kept), len(long))
		}
	})
}

func TestUndoIsSaved(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		enter(t, d, model.Preamble, 0, "一", "二")
		if err := d.Flush(); err != nil {
			t.Fatal(err)
		}
		d.Undo()
		time.Sleep(longest)
		if got := m.last().report.Narrative[model.Preamble][0].Text; got != "一" {
			t.Errorf("saved %q", got)
		}
	})
}

func TestFillBlanks(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		if err := d.SetAll([]Input{{"applications.received.person", "3"}, {"applications.carriedIn.person", "0"}})[0]; err != nil {
			t.Fatal(err)
		}
		blanks := 0
		for _, a := range d.Report().Unfilled() {
			if a.Table() == "applications" {
				blanks++
			}
		}
		if got := d.FillBlanks(model.Applications); got != blanks || got == 0 {
			t.Errorf("filled %d of %d", got, blanks)
		}
		r := d.Report()
		if len(r.ZeroFilled) != blanks || r.ZeroFilled["applications.carriedIn.person"] || !r.ZeroFilled["applications.granted.other"] {
			t.Errorf("remembers %d", len(r.ZeroFilled))
		}
		if got := r.Value("applications.received.total"); got != "3" {
			t.Errorf("total %q", got)
		}
		if err := d.Set("applications.granted.other", "0"); err != nil || r.ZeroFilled["applications.granted.other"] {
			t.Error("a 0 that was typed is still called filled", err)
		}
		if d.FillBlanks(model.Applications) != 0 {
			t.Error("filled twice")
		}
		var told Change
		d.OnChange(func(c Change) { told = c })
		d.NoApplications()
		for _, want := range []model.Address{"applications.received.person", "applications.received.total"} {
			if !slices.Contains(told.Cells, want) {
				t.Errorf("did not tell of %s", want)
			}
		}
		for _, c := range r.Edition().Cells() {
			if c.Address.Table() == "applications" && d.Report().Value(c.Address) != "0" {
				t.Errorf("%s is %q", c.Address, d.Report().Value(c.Address))
			}
		}
	})
}

func TestFindAndReplace(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		enter(t, d, model.Preamble, 0, "2019年，2019年")
		enter(t, d, model.Problems, 0, "收到{applications.received.total}件，{{2019")
		_ = d.AddBlock(model.Problems, 1)
		_ = d.SetHeading(model.Problems, 1, "2019年度")
		want := []Match{
			{model.Preamble, 0, false, 0, 4},
			{model.Preamble, 0, false, 6, 10},
			{model.Problems, 0, false, 14, 18},
			{model.Problems, 1, true, 0, 4},
		}
		all := d.Find("2019")
		if !slices.Equal(all, want) {
			t.Fatalf("%+v, want %+v", all, want)
		}
		for range 2 { // once: then it is gone
			if err := d.Replace(all[1], "2019", "2020"); err != nil {
				t.Error(err)
			}
		}
		if got := d.blockAt(model.Preamble, 0).Text; got != "2019年，2020年" {
			t.Errorf("%q", got)
		}
		if d.Undo(); len(d.Find("2019")) != 4 {
			t.Error("one that is replaced is no step")
		}
		d.Redo()
		var told Change
		d.OnChange(func(c Change) { told = c })
		if n, err := d.ReplaceAll("2019", "20202020"); n != 3 || err != nil {
			t.Errorf("%d replaced, %v", n, err)
		}
		if !slices.Equal(told.Sections, []model.SectionID{model.Preamble, model.Problems}) {
			t.Errorf("told of %v", told.Sections)
		}
		if got := d.blockAt(model.Problems, 0).Text; got != "收到{applications.received.total}件，{{20202020" {
			t.Errorf("%q", got)
		}
		if got := d.blockAt(model.Problems, 1).Heading; got != "20202020年度" {
			t.Errorf("%q", got)
		}
		d.Undo()
		if len(d.Find("2019")) != 3 {
			t.Error("replacing all is not one step")
		}
		if n, err := d.ReplaceAll("没有", "有"); d.Find(" ") != nil || n != 0 || err != nil {
			t.Error("found what is not there")
		}
		for d.CanUndo() {
			d.Undo()
		}
		if _, err := d.ReplaceAll("没有", "有"); d.CanUndo() || err != nil {
			t.Error("replacing nothing is a step")
		}
		if err := d.Scaffold(model.Other, nil); d.CanUndo() || err != nil {
			t.Error("no blocks are a step")
		}
	})
}
