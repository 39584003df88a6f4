//go:build cgo && linux

package desktop

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/export/pdf/poppler"
	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/store"
)

// TestWindowWholeJob fills in a report for 2021 in the real window, from the first start to
// the PDF, by keyboard alone and in Chinese.
func TestWindowWholeJob(t *testing.T) {
	c := &composing{home: t.TempDir()}
	s := newScreen(t)
	c.running = &running{screen: s}
	c.startMethod()
	folder := filepath.Join(c.home, "年报")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	c.running = s.run(build(t), c.home, methodEnvironment()...)

	c.beginReport()
	c.fillParticulars()
	c.fillProse()
	c.fillTables()
	c.answerHints()
	c.finalise()
	c.exportTo(folder)
	c.backToTheList()
	c.close()

	c.wantReport()
	c.wantPaper(filepath.Join(folder, "2021.pdf"))
}

// beginReport answers the first start's question and makes a report of a 街道.
func (c *composing) beginReport() {
	c.t.Helper()
	c.step("the report")
	c.composed()
	c.phrase("wutongjiedaobanshichu")
	c.press("Return")
	c.dialog(true)
	c.press("Tab", "Right", "Tab") // from 乡镇 to 街道, and on to the year
	c.write("2021")
	c.press("Return")
	c.title("2021")
}

func (c *composing) fillParticulars() {
	c.t.Helper()
	c.step("基本信息")
	c.press("F4") // the first thing to do is 成文日期: 落款机关 follows from the name
	c.write("2022.1.20")
}

// fillProse writes 前言, 一, 五 and 六: some of it typed, some from the usual
// sentences.
func (c *composing) fillProse() {
	c.t.Helper()
	c.step("the prose")
	c.press("ctrl+Next", "ctrl+j", "Return", "ctrl+j", "Down", "Return")
	c.phrase("benniandu")

	c.press("ctrl+Next")
	c.phrase("zongtiqingkuang")
	c.block("zhudonggongkai", "gongkaiqingkuang")
	c.press("ctrl+z")
	c.phrase("zhengfuxinxi")
	c.press("ctrl+z", "ctrl+y")
	c.block("jianduguanli", "jiaqiangjiandu")
	c.press("ctrl+shift+Up")

	c.press("ctrl+k", "ctrl+Prior", "ctrl+Prior")
	c.block("cunzaidewenti", "")
	c.press("ctrl+j", "Return")
	c.block("gaijincuoshi", "")
	c.press("ctrl+j", "Down", "Return")
	c.press("ctrl+Next", "ctrl+j", "Down", "Down", "Return")
	c.stored("the prose", func(r *model.Report) bool {
		return len(r.Narrative[model.Problems]) == 3 && len(r.Narrative[model.Other]) == 1
	})
}

// block adds a block and types its heading and its text.
func (c *composing) block(heading, text string) {
	c.t.Helper()
	c.press("ctrl+Return")
	c.phrase(heading)
	c.press("Return")
	if text != "" {
		c.phrase(text)
	}
}

// fillTables fills in 二, 三 and 四.
func (c *composing) fillTables() {
	c.t.Helper()
	c.step("the tables")
	c.press("ctrl+Prior", "ctrl+Prior", "ctrl+Prior", "ctrl+Prior")
	c.press("0", "Tab", "0", "Tab", "0", "Return", "ctrl+Home", "2", "Right", "1", "Right", "1", "ctrl+b")

	c.press("ctrl+Next", "ctrl+m", "ctrl+z") // 本年没有申请, and yet there were some
	c.press("ctrl+Up", "ctrl+Home", "3", "Return", "1", "Return", "2", "Down", "1", "ctrl+Down", "1", "ctrl+b")

	c.press("ctrl+Next", "1", "Tab", "0", "Right", "ctrl+b")
	c.stored("the numbers", func(r *model.Report) bool {
		return r.Cells["disputes.afterReview.pending"] == "0" && r.Cells["applications.carriedOut.person"] == "1"
	})
}

// answerHints hides the preview on the way to 检查 and answers the first hint there.
func (c *composing) answerHints() {
	c.t.Helper()
	c.step("检查")
	c.turns("F9")
	c.press("ctrl+k", "Tab", "Return") // behind 定稿并导出
	c.dialog(true)
	c.phrase("meiyouwenti")
	c.press("Return")
	c.dialog(false)
	answered := func(n int) func(*model.Report) bool {
		return func(r *model.Report) bool { return len(r.Acknowledged) == n }
	}
	c.stored("the answer", answered(1))
	c.press("ctrl+z")
	c.stored("the answer taken back", answered(0))
	c.press("ctrl+y")
	c.stored("the answer again", answered(1))
}

// finalise pages through the paper and makes the report final.
func (c *composing) finalise() {
	c.t.Helper()
	c.step("定稿")
	c.turns("F9")
	c.turns("Next")
	c.press("ctrl+d")
	c.dialog(true)
	c.press("Return")
	c.dialog(false)
	c.stored("the final report", func(r *model.Report) bool { return r.Final != nil })
}

// exportTo exports into a folder of the home folder, found by going through it.
func (c *composing) exportTo(folder string) {
	c.t.Helper()
	c.step("the PDF")
	c.press("ctrl+e")
	c.dialog(true)
	c.write("2021")
	c.turns("space", "Tab", "Tab")            // 选择…
	c.turns("Return", "Down", "Down", "Down") // below 上级文件夹 and the program's own
	c.turns("Return", "Tab", "Tab")           // 就用这个文件夹, and back in the dialog before
	c.press("Return")
	c.until("the PDF", func() bool {
		_, err := os.Stat(filepath.Join(folder, "2021.pdf"))
		return err == nil
	})
}

// backToTheList closes the dialog about the export, which comes after the file, and
// leaves the form.
func (c *composing) backToTheList() {
	c.t.Helper()
	c.step("the list of drafts")
	c.until("the list of drafts", func() bool {
		c.press("Escape", "ctrl+l")
		c.settle()
		return strings.TrimSpace(c.xdotool("getactivewindow", "getwindowname")) == textProgram
	})
}

// stored saves, and waits until the draft is as it should be.
func (c *composing) stored(what string, is func(*model.Report) bool) {
	c.t.Helper()
	c.press("ctrl+s")
	c.until(what, func() bool {
		r, err := heldDraft(c.t, c.home)
		return err == nil && is(r)
	})
}

// dialog waits until a dialog dims the window, or until none does.
func (c *composing) dialog(open bool) {
	c.t.Helper()
	const barX, barY, bright = 900, 66, 0xe0 // in the menu bar, where there is no menu
	what := map[bool]string{true: "a dialog", false: "the end of a dialog"}[open]
	c.until(what, func() bool { return (c.shoot().at(barX, barY)[0] < bright) == open })
}

// wantReport holds the report in the store against what was typed.
func (c *composing) wantReport() {
	c.t.Helper()
	r, sum := draft(c.t, c.home)
	if sum.State != store.StateFinal || sum.Year != 2021 || sum.Agency != "梧桐街道办事处" {
		c.t.Errorf("the list of drafts shows %+v", sum)
	}
	if r.Agency.Kind != model.Subdistrict || r.Signature.Agency != sum.Agency || r.Signature.Date != "2022-01-20" {
		c.t.Errorf("a %s, signed %+v", r.Agency.Kind, r.Signature)
	}
	if got := r.Narrative[model.Preamble][0].Text; !strings.HasSuffix(got, "2021年12月31日。本年度") {
		c.t.Errorf("前言: %q", got)
	}
	for i, want := range []model.Block{
		{Text: "总体情况"}, {Heading: "监督管理", Text: "加强监督"}, {Heading: "主动公开", Text: "政府信息"},
	} {
		if got := r.Narrative[model.Overview][i]; got.Heading != want.Heading || got.Text != want.Text {
			c.t.Errorf("一, block %d: %q", i, got)
		}
	}
	for a, want := range map[model.Address]string{
		"disclosure.regulations.issued": "0", "disclosure.documents.issued": "2", "disclosure.fees.amount": "0",
		"applications.received.total": "3", "applications.carriedIn.person": "1", "applications.granted.person": "2",
		"applications.partial.person": "1", "applications.carriedOut.total": "1", "disputes.review.total": "1",
	} {
		if got := r.Value(a); got != want {
			c.t.Errorf("%s: %q, want %q", a, got, want)
		}
	}
	for _, f := range check.Run(r, nil) {
		if f.Level == check.Error {
			c.t.Errorf("%s %s", f.Rule, f.Message())
		}
	}
	if a := r.Acknowledged; len(a) != 1 || a[0].Reason != "没有问题" {
		c.t.Errorf("answered %+v", a)
	}
}

// wantPaper finds what was typed in the PDF, and no 草稿.
func (c *composing) wantPaper(path string) {
	c.t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		c.t.Fatal(err)
	}
	text := poppler.Text(c.t, data)
	for _, want := range []string{"梧桐街道办事处", "2021年政府信息公开工作年度报告", "（二）主动公开", "加强监督", "改进措施"} {
		if !strings.Contains(text, want) {
			c.t.Errorf("the PDF does not say %q", want)
		}
	}
	if strings.Contains(text, "草稿") {
		c.t.Error("the PDF says 草稿")
	}
}
