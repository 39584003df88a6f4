package desktop

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/carry"
	"nianbao/model/compare"
	"nianbao/ui/desktop/widgets"
)

// mostActions is how many keys and clicks the whole way may take.
const mostActions = 40

// quietTownship is last year's report of a township to which nothing happened: zeros in
// all tables, and prose with the numbers of the year.
func quietTownship(t *testing.T, year int) *model.Report {
	t.Helper()
	r, err := model.New(year, model.NewAgency("梧桐镇人民政府"))
	if err != nil {
		t.Fatal(err)
	}
	r.Propose()
	for _, a := range r.Unfilled() {
		if err := r.Set(a, "0"); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.SetDate(fmt.Sprintf("%d年1月12日", year+1)); err != nil {
		t.Fatal(err)
	}
	for id, blocks := range map[model.SectionID][]model.Block{
		model.Preamble: {{Text: fmt.Sprintf("根据《中华人民共和国政府信息公开条例》编制本报告。所列数据的统计期限自%d年1月1日起至%[1]d年12月31日止。如有疑问，请与梧桐镇党政办公室联系，地址：梧桐镇梧桐大街，邮编：032300，电话：0358-0000000。", year)}},
		model.Overview: {
			{Heading: "主动公开", Text: "全年主动公开信息86条，其中政务动态52条，财政预决算12条，惠民补贴22条。"},
			{Heading: "依申请公开", Text: "没有收到政府信息公开申请，也没有上年结转的申请。"},
			{Heading: "政府信息管理", Text: "坚持先审查、后公开，清理过期信息9条。"},
			{Heading: "政府信息公开平台建设", Text: "通过县政府网站专栏和15个村的公开栏发布信息，更新公开栏48次。"},
			{Heading: "监督保障", Text: "组织业务培训2次，参训35人次，把政府信息公开纳入年度考核。"},
		},
		model.Problems: {{Text: "存在的问题：部分信息更新不够及时。改进措施：下一步将加强培训，按时更新。"}},
		model.Other:    {{Text: "没有收取信息处理费。"}},
	} {
		r.Narrative[id] = blocks
	}
	return r
}

// counted counts what somebody does: a key, a letter typed, a click.
type counted struct {
	*rig
	n int
}

func (c *counted) key(names ...fyne.KeyName) {
	c.t.Helper()
	for _, name := range names {
		c.n++
		c.rig.keys(name)
		c.drain()
	}
}

func (c *counted) typed(text string) {
	c.t.Helper()
	c.n += len([]rune(text))
	c.rig.write(text)
}

// command is a key of the menu bar.
func (c *counted) command(item string) {
	c.t.Helper()
	c.n++
	c.menuItem(item)
}

func (c *counted) click(button string) {
	c.t.Helper()
	c.n++
	find(c.t.(*testing.T), c.rig, func(b *widgets.Button) bool { return b.Text == button }).Pressed()
	c.drain()
}

// TestQuietTownship is the whole job of a township to which nothing happened, from last
// year's Word file to the signed pages, counted: nothing but what was meant has changed.
func TestQuietTownship(t *testing.T) {
	last := quietTownship(t, 2025)
	documents := t.TempDir()
	word, err := export.Bytes(last, "2025.docx", export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(documents, "2025年报.docx"), word.Data, 0o600); err != nil {
		t.Fatal(err)
	}
	r := newRig(t)
	r.desktop = t.TempDir()
	r.setting(folderKey, documents)
	r.begin()
	c := &counted{rig: r}

	c.command(textMenuImport)
	c.key(fyne.KeyReturn) // the file
	c.key(fyne.KeyReturn) // 建成草稿
	c.command(textMenuBack)
	c.click(textCarryFrom(2025))
	c.command(textMenuToday)
	c.command(textMenuFillAll)
	c.command(textPendingWalk)
	var marks []string
	for _, mark := range r.form.d.Pending() {
		marks = append(marks, mark.Words)
	}
	meant := map[string]string{"86": "91", "52": "57"} // the others are as they were
	for _, was := range marks {
		if now, changed := meant[was]; changed {
			c.typed(now)
		}
		c.key(fyne.KeyReturn)
	}
	c.command(textMenuCheck)
	c.key(fyne.KeyReturn) // 定稿并导出
	if r.Modal == nil {
		t.Fatalf("the last page does not end the work: %q", texts(r.form.outer))
	}
	c.key(fyne.KeyReturn)

	t.Logf("%d actions, %d marks: %q", c.n, len(marks), marks)
	if c.n > mostActions {
		t.Errorf("%d actions, at most %d", c.n, mostActions)
	}
	if len(marks) < 8 {
		t.Errorf("only %d marks: %q", len(marks), marks)
	}
	got := r.form.d.Report()
	wantMeant(t, last, got, marks, meant, "2027-01-12")
	if files := filed(t, r.desktop); len(files) != len(export.HandIn()) || !slices.ContainsFunc(files, func(f string) bool { return strings.HasSuffix(f, ".docx") }) {
		t.Errorf("on the desktop: %q", files)
	}
	if r.printed.Stamp != export.StampUnfinished || len(export.Unfinished(got)) != 0 {
		t.Errorf("printed %+v, unfinished %q", r.printed, export.Unfinished(got))
	}
}

// wantMeant wants last year's report carried over, with what the marks were meant to
// become, zeros in all cells and the date: nothing else may have changed.
func wantMeant(t *testing.T, last, got *model.Report, marks []string, meant map[string]string, date string) {
	t.Helper()
	want, err := carry.From(last, last.Year+1, model.Agency{})
	if err != nil {
		t.Fatal(err)
	}
	for id, blocks := range want.Narrative {
		for i := range blocks {
			for _, was := range marks {
				now := cmp.Or(meant[was], was)
				blocks[i].Text = strings.Replace(blocks[i].Text, model.Pending(was), now, 1)
			}
		}
		want.Narrative[id] = blocks
	}
	for _, a := range want.Unfilled() {
		want.FillZero(a)
	}
	if err := want.SetDate(date); err != nil {
		t.Fatal(err)
	}
	if got.Final == nil {
		t.Error("not final")
	}
	printed(got)
	if diff := compare.Reports(want, got); fmt.Sprint(diff) != fmt.Sprint(compare.Reports(want, want)) {
		t.Errorf("changed beyond what was meant: %+v", diff)
	}
}

// printed puts the numbers of its links into the prose.
func printed(r *model.Report) {
	for id, blocks := range r.Narrative {
		blocks = slices.Clone(blocks)
		for i := range blocks {
			blocks[i].Text = r.Expand(blocks[i].Text)
		}
		r.Narrative[id] = blocks
	}
}
