package intake

import (
	"strings"
	"testing"

	"nianbao/model/checkcode"
)

// TestPaperCode: the line with the code that the program prints is none of the report,
// one that another has written is: with a wrong check digit, in a sentence, in between.
func TestPaperCode(t *testing.T) {
	code, err := checkcode.Parse("129330467041")
	if err != nil {
		t.Fatal(err)
	}
	own := checkcode.Printed(code)
	for text, want := range map[string]bool{
		own:                                     true,
		strings.ReplaceAll(own, " ", ""):        true,
		checkcode.WordsOnline:                   true,
		strings.Replace(own, "7041", "7042", 1): false,
		checkcode.Words + "：1293 3046 7041":     false,
		"本报告的" + own:                            false,
		own + "。":                               false,
		checkcode.Words + "由县里统一编。":             false,
		"扫码查看电子版，也可以到镇政府查阅。":                     false,
		checkcode.Words + "：" + "（核对纸和文件用，不是签名）": false,
	} {
		if got := isPaperCode(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	const report = "梧桐镇人民政府2020年政府信息公开工作年度报告\n一、总体情况\n公开信息12条。\n"
	told := keepAccounts(t)
	for where, text := range map[string]string{
		"at the foot": report + "六、其他需要报告的事项\n无\n" + own + "\n",
		"signed":      report + "六、其他需要报告的事项\n没有。\n梧桐镇人民政府\n2021年1月20日\n" + own + "\n",
	} {
		got, err := Read("a.txt", []byte(text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		told.add(t, where, got, nil)
		if len(got.Unplaced) > 0 {
			t.Errorf("%s: %v", where, got.Unplaced)
		}
		for id, blocks := range got.Report.Narrative {
			for _, b := range blocks {
				if strings.Contains(b.Text+b.Heading, "校验码") {
					t.Errorf("%s: in %s: %s", where, id, b.Text)
				}
			}
		}
	}
}
