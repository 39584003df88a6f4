package desk

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/model"
)

// TestPending: every mark, where it is and what the tables have for it.
func TestPending(t *testing.T) { inBubble(t, testPending) }

func testPending(t *testing.T, d *Desk, _ *memory) {
	texts := []string{
		"2026年收到申请【待核：35】件，公开【待核：60】条。",
		"〔本年新收·总计〕件中，【待核：3】件予以公开。【待核：没有收口",
	}
	for i, text := range texts {
		if err := d.SetText(model.Overview, i, d.Report().Edition().Kept(text)); err != nil {
			t.Fatal(err)
		}
	}
	_ = d.SetHeading(model.Overview, 1, "【待核：2019】年的申请")
	if err := d.Set("applications.received.person", "7"); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range d.Pending() {
		shown := []rune(d.Report().Narrative[m.Section][m.Block].Heading)
		if !m.Heading {
			shown = []rune(d.Report().Edition().Shown(d.Report().Narrative[m.Section][m.Block].Text))
		}
		cell, value := d.PendingCell(m)
		got = append(got, fmt.Sprintf("%d %t %s %s %s=%s", m.Block, m.Heading, string(shown[m.Start:m.End]), m.Words, cell, value))
	}
	want := []string{
		"0 false 【待核：35】 35 applications.received.total=7",
		"0 false 【待核：60】 60 =",
		"1 true 【待核：2019】 2019 =",
	}
	if len(got) != 4 || !strings.HasPrefix(strings.Join(got, "\n"), strings.Join(want, "\n")) || !strings.Contains(got[3], "1 false 【待核：3】 3 ") {
		t.Errorf("%q", got)
	}
}
