package model

import (
	"slices"
	"testing"
)

// TestParts: only the label of a group breaks behind its number.
func TestParts(t *testing.T) {
	for _, c := range []struct {
		cell GridCell
		want []string
	}{
		{GridCell{Role: RoleLabel, RowSpan: 8, Text: "（三）不予公开"}, []string{"（三）", "不予公开"}},
		{GridCell{Role: RoleLabel, RowSpan: 1, Text: "（一）予以公开"}, []string{"（一）予以公开"}},
		{GridCell{Role: RoleHead, RowSpan: 2, Text: "（三）不予公开"}, []string{"（三）不予公开"}},
		{GridCell{Role: RoleLabel, RowSpan: 2, Text: "（三）"}, []string{"（三）"}},
		{GridCell{Role: RoleValue, RowSpan: 1}, []string{""}},
	} {
		if got := c.cell.Parts(); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q", c.cell.Text, got)
		}
	}
}
