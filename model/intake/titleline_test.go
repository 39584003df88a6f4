package intake

import (
	"fmt"
	"testing"

	"nianbao/model"
	"nianbao/model/intake/pdftext/handmade"
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

// TestTitleOverPages: a title that stands over each page and nowhere else is the title; over
// the text of a page it is in the text no second time.
func TestTitleOverPages(t *testing.T) {
	const over = 800
	show := func(y, size int, s string) string {
		return fmt.Sprintf("BT /F1 %d Tf 72 %d Td <%s> Tj ET\n", size, y, inGBK(s))
	}
	first := show(740, 14, "一、总体情况") + show(716, 14, "公开信息33条。")
	second := show(740, 14, "便民大厅公开5条。") + show(716, 14, "五、存在的主要问题及改进情况") + show(692, 14, "力量不足，将增加人手。") +
		show(668, 14, "六、其他需要报告的事项") + show(644, 14, "没有。") + show(620, 14, ownUnit) + show(596, 14, "2024年1月20日")
	file := func(pages ...string) string {
		return string(handmade.Pages([]string{handmade.Font("GBK-EUC-H")}, pages))
	}
	head := show(over, 10, ownTitle)
	want := outcome{agency: ownUnit, title: "standard", date: "2024-01-20", whole: true, silent: []string{"从正文看"}, prose: map[model.SectionID][]string{
		model.Preamble: nil, model.Overview: {"公开信息33条。", "便民大厅公开5条。"}, model.Problems: {"力量不足，将增加人手。"}, model.Other: {"没有。"},
	}}
	runReadings(t, []reading{
		{"over the pages of Word", "a.docx", wordFile(wp("一、总体情况")+wp("公开信息33条。")+wp("六、其他需要报告的事项")+wp("没有。")+wp(ownUnit)+wp("2024年1月20日"), map[string]string{
			"word/_rels/document.xml.rels": `<Relationships><Relationship Id="r1" Type="http://x/header" Target="header1.xml"/></Relationships>`,
			"word/header1.xml":             `<w:hdr xmlns:w="x">` + wp(ownTitle) + `</w:hdr>`,
		}), outcome{agency: ownUnit, title: "standard", date: "2024-01-20", whole: true, silent: []string{"从正文看"}}},
		{"over two pages", "a.pdf", file(head+first, head+second), want},
		{"over three", "a.pdf", file(head+first, head+second, head+show(740, 14, "附注。")), outcome{agency: ownUnit, title: "standard", silent: []string{"从正文看"}}},
		{"and over the text", "a.pdf", file(head+show(770, 18, ownTitle)+first, head+second), want},
		{"in two lines", "a.pdf", file(show(over, 10, ownUnit)+show(over-12, 10, "2023年政府信息公开工作年度报告")+first, show(over, 10, ownUnit)+show(over-12, 10, "2023年政府信息公开工作年度报告")+second), want},
		{"the head has no year", "a.pdf", file(show(over, 10, "政府信息公开工作年度报告")+show(770, 18, ownTitle)+first, show(over, 10, "政府信息公开工作年度报告")+second), want},
		{"the text has the bare title", "a.pdf", file(head+show(770, 18, "政府信息公开工作年度报告")+first, head+second), outcome{agency: ownUnit, silent: []string{"从正文看"}, prose: want.prose}},
		{"the head names the unit", "a.pdf", file(show(over, 10, ownUnit)+show(770, 18, ownTitle)+first, show(over, 10, ownUnit)+second), want},
	})
}
