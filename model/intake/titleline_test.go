package intake

import (
	"fmt"
	"testing"
)

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
		{"1. 2024年解读少", "1", "2024年解读少", styleDigit},
		{"1.5万元", "", "1.5万元", styleNone},
	} {
		if s, number, rest := partNumber(tt.text); s != tt.style || number != tt.number || rest != tt.rest {
			t.Errorf("%s: %v, %q, %q", tt.text, s, number, rest)
		}
	}
}

// TestShortName: how the unit calls itself is told by its words, not by the form's
// labels, and by nothing else.
func TestShortName(t *testing.T) {
	const frame = "梧桐镇人民政府2025年政府信息公开工作年度报告\n一、总体情况\n%s\n三、收到和处理政府信息公开申请情况\n1.本机关不掌握相关政府信息\t0\t0\t0\t0\t0\t0\t0\n"
	for words, want := range map[string]string{
		"全年公开信息12条。": "", "我镇公开信息12条。": "我镇", "本镇公开信息12条，本镇没有收到申请。": "本镇", "本机关公开信息12条。": "本机关",
	} {
		got, err := Read("年报.txt", fmt.Appendf(nil, frame, words), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if short := got.Report.Agency.Short; short != want {
			t.Errorf("%s: %q, want %q", words, short, want)
		}
	}
}
