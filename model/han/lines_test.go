package han

import "testing"

// TestLineEnd: where a line ends that is full before the stroke.
func TestLineEnd(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"公开工作有序推进|中", "公开工作有序推进"},
		{"公开工作有序推进|，中", "公开工作有序推"},
		{"公开工作有序推进（|见", "公开工作有序推进"},
		{"公开工作有序推进“|见", "公开工作有序推进"},
		{"公开工作在年底20|26年", "公开工作在年底"},
		{"公开工作共计60|条", "公开工作共计"},
		{"公开工作有序推进…|…中", "公开工作有序推"},
		{"公开工作 WeCh|at", "公开工作 "},
		{"20260120-|1", "20260120-"}, // nothing else fits
		{"公开工作有序推进| 中", "公开工作有序推"},
		{"公20212021202|1", "公"}, // rather than a number torn
	} {
		var text []rune
		full := 0
		for i, r := range []rune(c.text) {
			if r == '|' {
				full = i
				continue
			}
			text = append(text, r)
		}
		if got := string(text[:LineEnd(text, 0, full)]); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}
