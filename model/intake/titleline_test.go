package intake

import "testing"

// TestPartNumber: parts are numbered as far as an edition may have them.
func TestPartNumber(t *testing.T) {
	for _, tt := range []struct {
		text, number, rest string
		style              style
	}{
		{"第一部分 总体情况", "一", "总体情况", stylePart},
		{"第七部分：下一年打算", "七", "下一年打算", stylePart},
		{"第十章 附则", "十", "附则", stylePart},
		{"七、下一年打算", "七", "下一年打算", styleComma},
		{"第零部分", "", "第零部分", styleNone},
	} {
		if s, number, rest := partNumber(tt.text); s != tt.style || number != tt.number || rest != tt.rest {
			t.Errorf("%s: %v, %q, %q", tt.text, s, number, rest)
		}
	}
}
