package desk

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/reportfile"
)

func TestBlocks(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		add := func(i int) {
			if err := d.AddBlock(model.Overview, i); err != nil {
				t.Error(err)
			}
		}
		write(t, d, 0, "引言") // the first block comes by writing into it
		add(1)
		_ = d.SetHeading(model.Overview, 1, "主动公开")
		add(2)
		_ = d.SetHeading(model.Overview, 2, "依申请公开")
		d.MoveBlock(model.Overview, 2, 1)
		d.RemoveBlock(model.Overview, 0)
		// Places that do not exist are left alone.
		write(t, d, 9, "x")
		d.RemoveBlock(model.Overview, -1)
		d.RemoveBlock(model.Overview, 2)
		d.MoveBlock(model.Overview, 1, 2)
		d.MoveBlock(model.Overview, 2, 0)
		add(3)
		want := []string{"（一）依申请公开", "（二）主动公开"}
		if got := d.Report().Headings(model.Overview); !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	})
}

// write sets the text of a block of 一、总体情况.
func write(t testing.TB, d *Desk, i int, text string) {
	t.Helper()
	if err := d.SetText(model.Overview, i, text); err != nil {
		t.Error(err)
	}
}

func TestTooLongText(t *testing.T) {
	m := &memory{}
	d := New(draft, newReport(t, 2026), m)
	defer d.Discard()
	if err := d.SetText(model.Other, 0, strings.Repeat("字", reportfile.MaxNarrative)); err != nil {
		t.Fatal(err)
	}
	var long *LongError
	if err := d.SetText(model.Problems, 0, "一字之差"); !errors.As(err, &long) || long.Over != 4 {
		t.Errorf("refused with %v", err)
	}
	long = nil
	if err := d.SetHeading(model.Problems, 0, "一字之差"); !errors.As(err, &long) || long.Over != 4 || len(d.Report().Narrative[model.Problems]) > 0 {
		t.Errorf("heading refused with %v", err)
	}
	long = nil
	replaced, err := d.ReplaceAll("字", "字字")
	if !errors.As(err, &long) || long.Over != reportfile.MaxNarrative || replaced != 0 {
		t.Errorf("%d replaced, %v", replaced, err)
	}
	if err := d.Replace(d.Find("字")[0], "字", "字字"); !errors.As(err, &long) || long.Over != 1 {
		t.Errorf("replacing refused with %v", err)
	}
	if err := d.Scaffold(model.Overview, []model.Block{{Heading: "标题"}, {Text: "正文"}}); !errors.As(err, &long) || long.Over != 4 {
		t.Errorf("blocks refused with %v", err)
	}
	if err := d.AddBlock(model.Other, 1); err != nil {
		t.Error(err)
	}
	if got := d.Report().Narrative[model.Other][0].Text; got != strings.Repeat("字", reportfile.MaxNarrative) || d.Begun(model.Overview) {
		t.Error("the text is another")
	}
	if err := d.SetText(model.Other, 0, "短"); err != nil {
		t.Error(err)
	}
	if err := d.SetText(model.Problems, 0, "一字之差"); err != nil {
		t.Error(err)
	}
}

// TestMergeTooLong: the end of a paragraph counts, which comes between the texts.
func TestMergeTooLong(t *testing.T) {
	d := New(draft, newReport(t, 2026), &memory{})
	defer d.Discard()
	write(t, d, 0, strings.Repeat("字", reportfile.MaxNarrative-1))
	write(t, d, 1, "字")
	var long *LongError
	if err := d.MergeBlock(model.Overview, 1); !errors.As(err, &long) || long.Over != 1 || len(d.Report().Narrative[model.Overview]) != 2 {
		t.Errorf("refused with %v", err)
	}
	write(t, d, 0, "字")
	if err := d.MergeBlock(model.Overview, 1); err != nil || d.Report().Narrative[model.Overview][0].Text != "字\n字" {
		t.Errorf("%v", err)
	}
}

// TestTooManyBlocks: by whatever they come.
func TestTooManyBlocks(t *testing.T) {
	r := newReport(t, 2026)
	r.Narrative[model.Overview] = make([]model.Block, reportfile.MaxBlocks)
	d := New(draft, r, &memory{})
	defer d.Discard()
	var many *BlocksError
	if err := d.AddBlock(model.Overview, 0); !errors.As(err, &many) {
		t.Errorf("refused with %v", err)
	}
	if err := d.SetText(model.Overview, reportfile.MaxBlocks, "字"); !errors.As(err, &many) || d.CanUndo() {
		t.Errorf("refused with %v", err)
	}
	if err := d.SetText(model.Overview, reportfile.MaxBlocks-1, "字"); err != nil || d.Flush() != nil {
		t.Errorf("as many are refused with %v", err)
	}
}
