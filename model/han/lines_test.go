package han

import "testing"

func TestBetween(t *testing.T) {
	for pair, want := range map[string]Joint{
		"甲乙": Free, "甲a": Free, "a甲": Free, "甲，": Never, "（甲": Never, "ab": Never, "12": Never,
		"9条": Unit, "0条": Unit, "a条": Free, "①甲": Unit, "①②": Free, "甲①": Free,
		"×5": Range, "×甲": Free, "≥6": Never, "—9": Word, "—甲": Free, " a": Free, "a ": Free,
	} {
		r := []rune(pair)
		if got := Between(r[0], r[1]); got != want {
			t.Errorf("%s: %d, want %d", pair, got, want)
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
	} {
		if got := LineEnd([]rune(tt.text), 0, tt.full); got != tt.want {
			t.Errorf("%s: after %d, want %d", tt.text, got, tt.want)
		}
	}
}
