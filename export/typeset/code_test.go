package typeset

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/export/outline"
	"nianbao/export/specimen"
	"nianbao/model/golden"
)

// TestCodePlaces: where a code stands with its words, by its size and by how much room the
// last page has: on lines of its own, below the text on either side, or without its squares.
func TestCodePlaces(t *testing.T) {
	square := func(n int) [][]bool {
		rows := make([][]bool, n)
		for i := range rows {
			rows[i] = make([]bool, n)
		}
		if n > 0 {
			rows[0][0], rows[0][1], rows[0][2], rows[0][4], rows[n-1][n-1] = true, true, true, true, true
		}
		return rows
	}
	var all strings.Builder
	for _, paper := range []Paper{A4(), A3()} {
		for _, above := range []int{1, paper.Lines - 8, paper.Lines - 2, 2*paper.Lines - 2} {
			for _, n := range []int{0, 29, 45, 200} {
				d := Layout(&outline.Document{Title: []string{"报告"}, Blocks: []outline.Block{{Kind: outline.Ruled, Lines: above}}}, specimen.Faces(t),
					Options{Paper: paper, Code: &Code{Words: "校验码", Alt: "数", Modules: square(n)}})
				page := d.Pages[len(d.Pages)-1]
				fmt.Fprintf(&all, "%.0f points wide, %d lines above, %d squares: page %d\n", paper.Width, above, n, page.Number)
				for _, f := range page.Fills {
					fmt.Fprintf(&all, "fill %.2f,%.2f %.2f×%.2f %s\n", f.X, f.Y, f.Width, f.Height, d.Elements[f.Element].Alt)
				}
				for _, text := range page.Texts {
					if text.Size == paper.CodeSize && text.String == "校验码" {
						fmt.Fprintf(&all, "%s %.2f,%.2f\n", text.String, text.X, text.Y)
					}
				}
			}
		}
	}
	golden.Compare(t, "codes.golden", all.String())
}
