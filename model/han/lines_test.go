package han

import (
	"math/rand/v2"
	"testing"
)

func TestBetween(t *testing.T) {
	for pair, want := range map[string]Joint{
		"甲乙": Free, "甲a": Free, "a甲": Free, "甲，": Never, "（甲": Never, "ab": Never, "12": Never,
		"9条": Unit, "0条": Unit, "/条": Free, ":条": Free, "é甲": Free, "甲\u0301": Never,
		"÷5": Range, "1≥": Never, "甲≥": Free, "≥甲": Free, "²甲": Free, "a条": Free, "①甲": Unit, "①②": Free, "甲①": Free,
		"×5": Range, "×甲": Free, "≥6": Never, "—9": Word, "—甲": Free, " a": Free, "a ": Free,
	} {
		r := []rune(pair)
		if got := Between(r[0], r[1]); got != want {
			t.Errorf("%s: %d, want %d", pair, got, want)
		}
	}
}

// TestIsWide: what takes a cell of its own in Chinese type, at the ends of each block.
func TestIsWide(t *testing.T) {
	for _, r := range "一\u9fff\U00020000\U0002ffff，（①⑳×÷—…“”‰※○●■✓✔≥" {
		if !IsWide(r) {
			t.Errorf("%q is narrow", r)
		}
	}
	for _, r := range "a~\u007f²½°′″–€éαЖ\u0301¹" {
		if IsWide(r) {
			t.Errorf("%q is wide", r)
		}
	}
	for r, want := range map[rune]bool{0x4dff: false, 0x4e00: true, 0x9fff: true, 0xa000: false, 0x1ffff: false, 0x20000: true, 0x2ffff: true, 0x30000: false} {
		if IsIdeograph(r) != want {
			t.Errorf("%U: %v", r, !want)
		}
	}
}

func TestLineEnd(t *testing.T) {
	for _, tt := range []struct {
		text string
		full int
		want int
	}{
		{"一二三四五六", 4, 4},
		{"一二三四，六", 4, 3},
		{"一二三（五六", 4, 3},
		{"一2020年六", 4, 1}, // a number is not cut, however short the line
		{"一二三2020", 4, 3},
		{"一二三12条六", 5, 3},  // no number is torn from its counter while a line is left
		{"abcdefgh", 4, 4}, // nothing else fits
		{"一二三四 六七", 4, 3},  // a blank begins no line
		{"一二三12条，5", 6, 5}, // rather torn from its counter than a short line
		{"一2345—78", 6, 1}, // a line may be short, rather than a word torn
		{"—1—2—3", 4, 3},   // the last of two that are as good
	} {
		if got := LineEnd([]rune(tt.text), 0, tt.full); got != tt.want {
			t.Errorf("%s: after %d, want %d", tt.text, got, tt.want)
		}
	}
	// Of a line further on, what stands before it is no place to end.
	for full, want := range map[int]int{3: 3, 5: 3, 6: 3, 8: 8} {
		if got := LineEnd([]rune("甲甲一2020年六七"), 2, full); got != want {
			t.Errorf("a line of %d: after %d, want %d", full-2, got, want)
		}
	}
}

// TestLineEndByJoints: it is the end that going through the line once for each joint, the
// best first, finds.
func TestLineEndByJoints(t *testing.T) {
	slow := func(text []rune, start, full int) int {
		for most := Free; most < Never; most++ {
			least := start
			if most == Free {
				least = (start + full) / 2
			}
			for cut := full; cut > least; cut-- {
				if !IsBlank(text[cut]) && Between(text[cut-1], text[cut]) <= most {
					return cut
				}
			}
		}
		return full
	}
	random, characters := rand.New(rand.NewPCG(1, 2)), []rune("甲乙1234ab，（—×① 条")
	for range 20_000 {
		text := make([]rune, 12)
		for i := range text {
			text[i] = characters[random.IntN(len(characters))]
		}
		start := random.IntN(5)
		full := start + 1 + random.IntN(6)
		if got, want := LineEnd(text, start, full), slow(text, start, full); got != want {
			t.Fatalf("%q from %d to %d: %d, want %d", string(text), start, full, got, want)
		}
	}
}
