package qrcode

import (
	"errors"
	"strings"
	"testing"
)

// TestModules: digits and addresses make codes of the sizes that the standard has for
// level M (table 7), with a finder in three corners (6.3.3).
func TestModules(t *testing.T) {
	for text, side := range map[string]int{
		strings.Repeat("7", 34): 21, strings.Repeat("7", 35): 25, strings.Repeat("7", 63): 25, strings.Repeat("7", 64): 29,
		strings.Repeat("7", 1600): 97, "https://a.example/": 25, strings.Repeat("a", 14): 21, strings.Repeat("a", 15): 25,
		strings.Repeat("a", 666): 97,
	} {
		rows, err := Modules(text)
		if err != nil || len(rows) != side || len(rows[0]) != side {
			t.Errorf("%d of %.1s: %d modules, %v; want %d", len(text), text, len(rows), err, side)
			continue
		}
		for _, corner := range [][2]int{{0, 0}, {side - 7, 0}, {0, side - 7}} {
			for i := range 7 {
				for j := range 7 {
					ring := max(i-3, 3-i, j-3, 3-j)
					if rows[corner[1]+i][corner[0]+j] != (ring != 2) {
						t.Fatalf("%d modules: no finder at %v", side, corner)
					}
				}
			}
		}
	}
	for _, text := range []string{strings.Repeat("7", 1601), strings.Repeat("a", 667)} {
		if _, err := Modules(text); !errors.Is(err, ErrLong) {
			t.Errorf("%d of %.1s: %v", len(text), text, err)
		}
	}
}

func BenchmarkModules(b *testing.B) {
	text := strings.Repeat("4817209355", 35)
	for b.Loop() {
		if _, err := Modules(text); err != nil {
			b.Fatal(err)
		}
	}
}
