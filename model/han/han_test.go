package han

import "testing"

func TestYear(t *testing.T) {
	for text, want := range map[string]int{
		"2025": 2025, "1900": 1900, "2099": 2099, "２０２５": 2025, "二〇二五": 2025, "二○二五": 2025, "二零二五": 2025, "二OＯ五": 2005, "贰零贰伍": 2025,
		"": 0, "202": 0, "20255": 0, "1899": 0, "2100": 0, "二十二五": 0, "2O2x": 0,
	} {
		if got := Year(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestNumeral(t *testing.T) {
	for n, want := range map[int]string{-1: "-1", 0: "〇", 1: "一", 9: "九", 10: "十", 11: "十一", 19: "十九", 20: "二十", 21: "二十一", 99: "九十九", 100: "100"} {
		if got := Numeral(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	if got, want := Fold("！（ＡＢ　１２．５％～）件。"), "!(AB 12.5%~)件。"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestWiden: what has a full-width form comes back from it, and nothing else does.
func TestWiden(t *testing.T) {
	for r := ' '; r <= '\u00ff'; r++ {
		wide := Widen(r)
		if FoldRune(wide) != r || (wide == r) != (r > '~') {
			t.Errorf("%q: %q", r, wide)
		}
	}
}

func TestIsBlank(t *testing.T) {
	for _, r := range " \t\n\u00a0\u3000\u200b\u200d\u2060\ufeff" {
		if !IsBlank(r) {
			t.Errorf("%U takes ink", r)
		}
	}
	for _, r := range "a0一—\u00ad。" {
		if IsBlank(r) {
			t.Errorf("%U takes no ink", r)
		}
	}
}

func TestIsNothing(t *testing.T) {
	for _, text := range []string{"/", "／", `\`, "-", "－", "−", "--", "—", "——", "–", "无", "空"} {
		if !IsNothing(text) {
			t.Errorf("%q is taken for something", text)
		}
	}
	for _, text := range []string{"", "0", "-1", "无件", "/ /", "空白"} {
		if IsNothing(text) {
			t.Errorf("%q is taken for nothing", text)
		}
	}
}
