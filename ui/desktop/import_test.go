package desktop

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
)

const published = `梧桐镇人民政府
2026年政府信息公开工作年度报告
本报告由六个部分组成。
一、总体情况
全年主动公开信息12条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
结果维持	结果纠正	其他结果	尚未审结	总计	结果维持	结果纠正	其他结果	尚未审结	总计	结果维持	结果纠正	其他结果	尚未审结	总计
1	0	0	0	1	2	0	0	0	2	0	0	0	0	0
五、存在的主要问题及改进情况
更新不够及时，将加强管理。
六、其他需要报告的事项
无其他需要报告的事项。
`

// TestImport reads a published report, shows what became of it, and makes a
// draft of it.
func TestImport(t *testing.T) {
	r := newRig(t)
	r.begin()
	path := filepath.Join(t.TempDir(), "年报.txt")
	if err := os.WriteFile(path, []byte(published), 0o600); err != nil {
		t.Fatal(err)
	}
	r.importer.askImport()
	entry := find(t, r, func(e *widgets.TextEntry) bool { return true })
	entry.Load(path)
	r.Modal.Confirm()
	r.Window.Canvas().Capture()
	page := strings.Join(texts(r.Window.Canvas().Content()), "\n")
	for _, want := range []string{"导入旧报告：年报.txt", "2026 年度，用 2021 版", "填入 12 格"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in %q", want, page)
		}
	}
	find(t, r, func(b *widgets.Button) bool { return b.Text == textMakeDraft }).Pressed()
	if r.form == nil {
		t.Fatal("no draft")
	}
	report := r.form.d.Report()
	if report.Value("disputes.direct.upheld") != "2" || report.Agency.Name != "梧桐镇人民政府" || report.Label != textImportedLabel {
		t.Errorf("%+v", report)
	}
	if report.Agency.Short != "我镇" {
		t.Errorf("called %q: the text does not say, the name tells", report.Agency.Short)
	}
	if got := report.Narrative[model.Problems][0].Text; got != "更新不够及时，将加强管理。" {
		t.Errorf("%q", got)
	}
}

// TestImportOtherYear: the year can be put right before there is a draft; the
// edition follows.
func TestImportOtherYear(t *testing.T) {
	r := newRig(t)
	r.begin()
	result, err := intake.Read("年报.txt", []byte(published), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := r.importer.page("年报.txt", []byte(published), result)
	p.year.Load("19")
	p.again()
	if p.problem.Text == "" {
		t.Error("took the year 19")
	}
	p.year.Load("2020")
	p.keep()
	if r.form != nil || !shows(r.Window.Canvas().Content(), "用 2019 版") {
		t.Error("not read again for the other edition")
	}
}

func TestImportFromClipboard(t *testing.T) {
	r := newRig(t)
	r.begin()
	r.app.Clipboard().SetContent(published)
	r.menuItem(textMenuPasteReport)
	if !shows(r.Window.Canvas().Content(), textClipboardName) {
		t.Errorf("%q", texts(r.Window.Canvas().Content()))
	}
	r.app.Clipboard().SetContent(" ")
	r.menuItem(textMenuPasteReport)
	if r.Modal == nil || r.said() == "" {
		t.Error("says nothing about an empty clipboard")
	}
}

// TestImportLines: each line of the source says where it went.
func TestImportLines(t *testing.T) {
	r := newRig(t)
	r.begin()
	result, err := intake.Read("年报.txt", []byte(published), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := r.importer.page("年报.txt", []byte(published), result)
	for id, n := range p.shown {
		p.choose(id)
		if l := result.Lines[n]; !strings.Contains(p.detail.Text, "第 "+textYear(l.Number)+" 行") || !strings.Contains(p.detail.Text, "→ ") {
			t.Errorf("line %d: %q", l.Number, p.detail.Text)
		}
		if why := result.Lines[n].Why(); !strings.Contains(p.detail.Text, why) {
			t.Errorf("line %d does not say %q: %q", result.Lines[n].Number, why, p.detail.Text)
		}
		if strings.HasPrefix(result.Lines[n].Text, "1\t0") && !strings.Contains(p.detail.Text, "未经复议直接起诉·结果维持 2") {
			t.Errorf("%q", p.detail.Text)
		}
	}
	p.doubtful = true
	p.showLines()
	if len(p.shown) == len(result.Lines) {
		t.Error("shows all")
	}
}

// TestImportPageByKeys: the lines of the source, the box that leaves only the doubtful
// ones, the year: all are reached by Tab, and no key is dead on them.
func TestImportPageByKeys(t *testing.T) {
	r := newRig(t)
	r.begin()
	long := published + strings.Repeat("网站地图\n", 40)
	result, err := intake.Read("年报.txt", []byte(long), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := r.importer.page("年报.txt", []byte(long), result)
	r.fill(textImport, p.outer)
	r.Window.Canvas().Capture()
	r.Window.Canvas().Focus(p.create)
	reached := map[string]bool{}
	for range 12 {
		switch o := r.focused().(type) {
		case *widgets.SourceList:
			reached["lines"] = true
			first := p.detail.Text
			r.keys(fyne.KeyDown)
			if p.detail.Text == first || p.detail.Text == textChooseLine {
				t.Errorf("Down shows %q", p.detail.Text)
			}
			r.keys(fyne.KeyEnd)
			last := p.result.Lines[p.shown[len(p.shown)-1]].Text
			if !strings.Contains(p.detail.Text, last) {
				t.Errorf("End shows %q, want %q", p.detail.Text, last)
			}
			r.keys(fyne.KeyPageUp, fyne.KeyHome)
			if p.detail.Text != first {
				t.Errorf("Home shows %q, want %q", p.detail.Text, first)
			}
		case *widgets.Tick:
			reached["box"] = true
			r.keys(fyne.KeyReturn)
			few := len(p.shown)
			r.keys(fyne.KeyReturn)
			if few >= len(p.shown) {
				t.Errorf("%d lines with the box ticked, %d without", few, len(p.shown))
			}
		case *widgets.TextEntry:
			reached["fields"] = true
		case *widgets.Button:
			reached[o.Text] = true
		}
		r.keys(fyne.KeyF1)
		if r.Modal == nil {
			t.Fatalf("F1 is dead on a %T", r.focused())
		}
		r.keys(fyne.KeyEscape)
		r.tab(1)
	}
	for _, want := range []string{"lines", "box", "fields", textReadAgain, dialog.TextCancel, textMakeDraft} {
		if !reached[want] {
			t.Errorf("Tab does not reach %s", want)
		}
	}
}

// TestSourceLinesSayWhy: a line that is left out says why in the list.
func TestSourceLinesSayWhy(t *testing.T) {
	r := newRig(t)
	r.begin()
	page := `<html><body><p>当前位置：首页</p><h2>青石镇人民政府2023年政府信息公开工作年度报告</h2><p>一、总体情况</p><p>公开信息33条。</p><p>打印本页</p></body></html>`
	result, err := intake.Read("年报.html", []byte(page), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := r.importer.page("年报.html", []byte(page), result)
	r.fill(textImport, p.outer)
	r.Window.Canvas().Capture()
	left := 0
	for id, n := range p.shown {
		l := result.Lines[n]
		row := p.list.CreateItem()
		row.Resize(fyne.NewSize(600, 24))
		p.update(id, row)
		if l.Fate == intake.FateDropped {
			left++
			if !shows(row, "略去："+l.Why()) {
				t.Errorf("%q: %q", l.Text, texts(row))
			}
		}
	}
	if left == 0 {
		t.Error("nothing is left out")
	}
}

// TestClickingASourceLine: the list stays where it is scrolled to, though it gets the
// focus before the line clicked is chosen.
func TestClickingASourceLine(t *testing.T) {
	r := newRig(t)
	r.begin()
	long := published + strings.Repeat("网站地图\n", 80)
	result, err := intake.Read("年报.txt", []byte(long), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := r.importer.page("年报.txt", []byte(long), result)
	r.fill(textImport, p.outer)
	r.Window.Canvas().Capture()
	p.list.ScrollToBottom()
	before := p.list.GetScrollOffset()
	r.Window.Canvas().Focus(p.list)
	p.list.Select(len(p.shown) - 5)
	if after := p.list.GetScrollOffset(); before == 0 || after != before {
		t.Errorf("scrolled from %v to %v", before, after)
	}
}

// TestImportCancelled: 取消 and Esc go back to where the import was begun, even when
// the source was read twice.
func TestImportCancelled(t *testing.T) {
	r := newRig(t)
	id := r.openSample().d.ID()
	begin := func() {
		r.app.Clipboard().SetContent(published)
		r.importer.importClipboard()
		if r.form != nil || r.start != nil {
			t.Fatal("no page of an import")
		}
	}
	begin()
	find(t, r, func(b *widgets.Button) bool { return b.Text == textReadAgain }).Pressed()
	find(t, r, func(b *widgets.Button) bool { return b.Text == dialog.TextCancel }).Pressed()
	if r.form == nil || r.form.d.ID() != id {
		t.Fatal("not back in the draft")
	}
	begin()
	r.keys(fyne.KeyEscape)
	if r.form == nil || r.form.d.ID() != id {
		t.Fatal("Esc is not back in the draft")
	}
	r.showStart()
	begin()
	r.keys(fyne.KeyEscape)
	if r.start == nil {
		t.Error("not back on the list of drafts")
	}
}
