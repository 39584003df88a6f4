package desktop

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"nianbao/export"
	"nianbao/fonts"
	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/reportfile"
	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/filedialog"
)

// texts are all texts to be seen below an object.
func texts(o fyne.CanvasObject) []string {
	var all []string
	walk(o, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			all = append(all, o.Text)
		case *widgets.TextEntry:
			all = append(all, o.Text)
		}
	})
	return all
}

func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range rendererObjects(o) {
			walk(child, visit)
		}
	}
}

func shows(o fyne.CanvasObject, want string) bool {
	return strings.Contains(strings.Join(texts(o), "\n"), want)
}

func TestSampleThroughAllSections(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	want := map[model.SectionID]string{
		model.Preamble:     "为有效推进政府信息公开工作",
		model.Overview:     "主动公开情况",
		model.Disclosure:   "第二十条第（九）项",
		model.Applications: "3.危及“三安全一稳定”",
		model.Disputes:     "未经复议直接起诉",
		model.Problems:     "五、存在的主要问题及改进情况",
		model.Other:        "六、其他需要报告的事项",
	}
	for id, text := range want {
		p := r.page(id)
		r.Window.Canvas().Capture() // lays the page out
		if !shows(p.Content(), text) {
			t.Errorf("%s does not show %q: %q", id, text, texts(p.Content()))
		}
		mark := desk.Done
		if id == model.Preamble {
			mark = desk.Hinted // it does not say which period it covers
		}
		if got := f.d.SectionState(id).Mark; got != mark {
			t.Errorf("%s has mark %d, want %d", id, got, mark)
		}
	}
	amount := r.page(model.Disclosure).(*pages.Table).Grid.Cells["disclosure.procurement.amount"]
	if amount.Entry.Text != "4万元" {
		t.Errorf("采购总金额 shows %q", amount.Entry.Text)
	}
	if s := f.d.Status(); s.State != desk.Saved {
		t.Error("showing the pages counted as an edit")
	}
}

func TestTypingUpdatesTotalsAndFindings(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Applications).(*pages.Table)
	cell := p.Grid.Cells["applications.received.person"]
	f.Focus(cell.Entry)
	r.write("１２") // replaces the selected 0
	if got := f.d.Report().Value("applications.received.person"); got != "12" {
		t.Fatalf("the report has %q", got)
	}
	if got := p.Grid.Cells["applications.received.total"].Total; got != "12" {
		t.Errorf("total shows %q", got)
	}
	if cell.Level != "E" || !shows(p.Notices, "C01") {
		t.Errorf("level %q, notices %q", cell.Level, texts(p.Notices))
	}
	if f.d.SectionState(model.Applications).Mark != desk.Wrong || !shows(f.bar.outer, "错误 3") {
		t.Errorf("status bar %q", texts(f.bar.outer))
	}
	r.keys(fyne.KeyReturn)
	if cell.Entry.Text != "12" {
		t.Errorf("after leaving the cell shows %q", cell.Entry.Text)
	}
	if next := p.Grid.Cells["applications.carriedIn.person"]; r.focused() != fyne.Focusable(next.Entry) {
		t.Error("Enter did not go down")
	}
	r.keys(fyne.KeyUp, fyne.KeyRight, fyne.KeyDown, fyne.KeyLeft)
	if home := p.Grid.Cells["applications.carriedIn.person"]; r.focused() != fyne.Focusable(home.Entry) {
		t.Error("a round by the arrows did not come back")
	}
}

func TestWrongInputStaysWithItsReason(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Applications).(*pages.Table)
	cell := p.Grid.Cells["applications.granted.business"]
	f.Focus(cell.Entry)
	r.write("3个")
	r.keys(fyne.KeyDown)
	if cell.Entry.Text != "3个" || cell.Refused == "" {
		t.Errorf("cell shows %q, refused %q", cell.Entry.Text, cell.Refused)
	}
	if !shows(p.Notices, "“3个”带了单位") {
		t.Errorf("notices %q", texts(p.Notices))
	}
	if n, filled := f.d.Report().Count("applications.granted.business"); filled || f.d.Report().Written("applications.granted.business") != "3个" {
		t.Errorf("the report has %q and counts %d", f.d.Report().Written("applications.granted.business"), n)
	}
	r.page(model.Disputes)
	if again := r.page(model.Applications).(*pages.Table).Grid.Cells["applications.granted.business"]; again.Entry.Text != "3个" || again.Refused == "" {
		t.Errorf("after another page the cell shows %q, refused %q", again.Entry.Text, again.Refused)
	}
	f.Focus(cell.Entry)
	r.write("3")
	if cell.Refused != "" || f.d.Report().Value("applications.granted.business") != "3" {
		t.Errorf("after correction refused %q", cell.Refused)
	}
}

func TestPasteOfABlock(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Applications).(*pages.Table)
	f.Focus(p.Grid.Cells["applications.received.legal"].Entry)
	r.focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{
		Clipboard: clipboard("1\t2\t99\r\n3\t四\t99\r\n"),
	})
	for a, want := range map[model.Address]string{
		"applications.received.legal": "1", "applications.received.other": "2",
		"applications.received.total": "3", "applications.carriedIn.legal": "3",
		"applications.carriedIn.other": "四", "applications.received.charity": "0",
	} {
		if got := f.d.Report().Value(a); got != want {
			t.Errorf("%s = %q, want %q", a, got, want)
		}
	}
	if c := p.Grid.Cells["applications.carriedIn.other"]; c.Entry.Text != "四" || c.Refused == "" {
		t.Errorf("refused cell shows %q (%s)", c.Entry.Text, c.Refused)
	}
	if !shows(p.Notices, "已粘贴 3 格，合计格 2 个由程序计算，没有粘；有 1 格不是数，照原样留着") {
		t.Errorf("notices %q", texts(p.Notices))
	}
}

func TestProseBlocks(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Overview).(*pages.Prose)
	n := len(p.Cards)
	p.Add()
	r.write("宣传培训情况")
	r.keys(fyne.KeyReturn) // from the heading into the text
	r.write("全年培训两次。")
	last := p.Cards[n]
	blocks := f.d.Report().Narrative[model.Overview]
	if b := blocks[n]; b.Heading != "宣传培训情况" || b.Text != "全年培训两次。" {
		t.Errorf("block %+v", b)
	}
	if last.Number.Text != "6、" || last.Count.Text != "7 字" {
		t.Errorf("number %q, count %q", last.Number.Text, last.Count.Text)
	}
	last.Text.TypedShortcut(&fyne.ShortcutUndo{})
	if got := f.d.Report().Narrative[model.Overview][n].Text; got != "" {
		t.Errorf("one undo left %q of one phrase", got)
	}
	last.Text.TypedShortcut(&fyne.ShortcutRedo{})

	p.Cards[n].Remove()
	if r.Modal == nil {
		t.Fatal("a block with text went without a question")
	}
	r.Modal.Confirm()
	if len(p.Cards) != n || r.Modal != nil {
		t.Errorf("%d blocks after removing, want %d", len(p.Cards), n)
	}
	if r.form.d.Report().Headings(model.Overview)[1] != "1、主动公开情况" {
		t.Errorf("headings %q", r.form.d.Report().Headings(model.Overview))
	}
}

// TestTooLongText: what no file can hold is refused at the field, and the rest
// goes on being saved.
func TestTooLongText(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	c := r.page(model.Other).(*pages.Prose).Cards[0]
	c.Text.OnChanged(strings.Repeat("字", 250_000))
	if !c.Refused.Visible() || !strings.Contains(c.Refused.Text, "超过 200000 字") {
		t.Errorf("refused with %q", c.Refused.Text)
	}
	if got := f.d.Report().Narrative[model.Other][0].Text; got != "无" {
		t.Errorf("kept %d bytes", len(got))
	}
	if err := f.d.Flush(); err != nil {
		t.Error(err)
	}
	c.Text.OnChanged("短了")
	if c.Refused.Visible() || f.d.Report().Narrative[model.Other][0].Text != "短了" {
		t.Errorf("still refused: %q", c.Refused.Text)
	}
}

func TestNumberingReachesAPageSeenBefore(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Overview).(*pages.Prose)
	f.open(0)
	f.entries[0].page.(*pages.Particulars).Numbering.SetSelected(string(model.Bracketed))
	r.page(model.Overview)
	if got := p.Cards[1].Number.Text; got != "（一）" {
		t.Errorf("number %q", got)
	}
}

func TestNewReportShowsItsEdition(t *testing.T) {
	r := newRig(t)
	r.begin()
	r.creator.askNew()
	r.write("青石街道办事处")
	year := find[*widgets.TextEntry](t, r, func(e *widgets.TextEntry) bool { return e.Text == "2026" })
	overlay := r.Window.Canvas().Overlays().Top()
	if !shows(overlay, "2021 版格式") {
		t.Errorf("dialog %q", texts(overlay))
	}
	for input, want := range map[string]string{"2020": "2019 版格式", "2018": "没有对应的报告格式", "二〇": "不是数字"} {
		year.SetText(input)
		if !shows(overlay, want) {
			t.Errorf("%s: dialog %q", input, texts(overlay))
		}
		if r.Modal.Confirm(); (want == "2019 版格式") == (r.form == nil) {
			t.Errorf("%s: form open is %v", input, r.form != nil)
		}
		if r.form != nil {
			if got := r.form.d.Report(); got.Edition().ID != "2019" || got.Agency.Name != "青石街道办事处" {
				t.Errorf("made %d %s %s", got.Year, got.Edition().ID, got.Agency.Name)
			}
			r.showStart()
			r.creator.askNew()
			year = find[*widgets.TextEntry](t, r, func(e *widgets.TextEntry) bool { return e.Text == "2026" })
			overlay = r.Window.Canvas().Overlays().Top()
		}
	}
}

// find finds a widget in the topmost dialog, or in the window without one.
func find[W fyne.CanvasObject](t *testing.T, r *rig, fits func(W) bool) W {
	t.Helper()
	var found W
	ok := false
	top := r.Window.Canvas().Overlays().Top()
	if top == nil {
		top = r.Window.Canvas().Content()
	}
	walk(top, func(o fyne.CanvasObject) {
		if w, is := o.(W); is && fits(w) {
			found, ok = w, true
		}
	})
	if !ok {
		t.Fatalf("not there: %q", texts(top))
	}
	return found
}

func TestClosingSaves(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	id := f.d.ID()
	p := r.page(model.Problems).(*pages.Prose)
	f.Focus(p.Cards[0].Text)
	for _, c := range "最后一句" { // not gathered yet when the window closes
		r.focused().TypedRune(c)
	}
	r.quit()
	if r.form != nil {
		t.Fatal("the form is still open")
	}
	if got := r.shelf.saved(t, id).Narrative[model.Problems][0].Text; !strings.HasPrefix(got, "最后一句") {
		t.Errorf("saved %q", got)
	}
}

func TestClosingAsksWhenSavingFails(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.shelf.setRefuse(errors.New("disk full"))
	if err := f.d.Set("disputes.review.upheld", "1"); err != nil {
		t.Fatal(err)
	}
	r.quit()
	if r.form == nil || r.Modal == nil {
		t.Fatal("closed without saving or asking")
	}
	r.Modal.Close()
	f.showStatus()
	if !shows(f.bar.outer, "未保存") {
		t.Errorf("status bar %q", texts(f.bar.outer))
	}
	r.shelf.setRefuse(nil)
	r.quit()
	if r.form != nil {
		t.Error("the form is still open")
	}
	if got := r.shelf.saved(t, f.d.ID()).Cells["disputes.review.upheld"]; got != "1" {
		t.Errorf("saved %q", got)
	}
}

func TestStartPage(t *testing.T) {
	r := newRig(t)
	r.begin()
	if !shows(r.start.outer, "这里还没有草稿") || !shows(r.start.outer, r.Dir) {
		t.Errorf("first start shows %q", texts(r.start.outer))
	}
	r.start.sample()
	r.showStart()
	for _, want := range []string{"梧桐镇人民政府", "样本，2019 版", "2020", "草稿 1 份"} {
		if !shows(r.start.outer, want) {
			t.Errorf("list does not show %q: %q", want, texts(r.start.outer))
		}
	}
	var line *widgets.ListRow
	walk(r.start.outer, func(o fyne.CanvasObject) {
		if l, ok := o.(*widgets.ListRow); ok {
			line = l
		}
	})
	line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	r.Modal.Confirm()
	if trash, err := r.shelf.Trashed(); err != nil || len(trash) != 1 || !shows(r.start.outer, "草稿 0 份") {
		t.Errorf("trashed %v, %v, page %q", trash, err, texts(r.start.outer))
	}
}

// TestFirstStart asks for the unit once, and proposes it from then on.
func TestFirstStart(t *testing.T) {
	r := newRig(t)
	r.begin()
	if !shows(r.start.outer, textAskAgency) {
		t.Fatalf("%q", texts(r.start.outer))
	}
	r.write("梧桐镇人民政府")
	r.keys(fyne.KeyReturn)
	if r.Modal == nil || r.focused().(*widgets.TextEntry).Text != "梧桐镇人民政府" {
		t.Fatal("does not begin a report of it")
	}
	r.Modal.Close()
	r.showStart()
	if shows(r.start.outer, textAskAgency) || r.start.latest != "梧桐镇人民政府" {
		t.Error("asks again")
	}
}

func TestDraftsOfTheList(t *testing.T) {
	r := newRig(t)
	r.openSample()
	r.showStart()
	d := r.start.known[0]
	r.start.askRename(d)
	r.write("报县里的")
	r.keys(fyne.KeyReturn)
	if d = r.start.known[0]; !strings.Contains(d.Label, "报县里的") || !shows(r.start.outer, d.Label+"，2019 版") {
		t.Fatalf("%+v, %q", d, texts(r.start.outer))
	}
	for range searchFrom {
		r.start.duplicate(d)
	}
	walk(r.start.scroll.Content, func(o fyne.CanvasObject) {
		if o == r.start.search {
			t.Error("the search scrolls away with the list")
		}
	})
	if len(r.start.known) != searchFrom+1 || !r.start.search.Visible() {
		t.Fatalf("%d drafts, search %v", len(r.start.known), r.start.search.Visible())
	}
	count := func() (n int) {
		walk(r.start.list, func(o fyne.CanvasObject) {
			if _, ok := o.(*widgets.ListRow); ok {
				n++
			}
		})
		return n
	}
	r.start.search.Load("")
	f := r.Window.Canvas()
	f.Focus(r.start.search)
	r.write("2020 副本")
	if got := count(); got != searchFrom {
		t.Errorf("%d lines", got)
	}
	r.write(" 没有")
	if count() != 0 || !shows(r.start.outer, textNoDraftFound) {
		t.Errorf("%d lines", count())
	}
}

func TestStoreInUseIsExplained(t *testing.T) {
	r := newRig(t)
	dir := t.TempDir()
	first, err := store.Open(dir, store.Options{Maker: "test"})
	if err != nil {
		t.Fatal(err)
	}
	r.Open = func() (Drafts, error) { return store.Open(dir, store.Options{Maker: "test"}) }
	r.begin()
	if overlay := r.Window.Canvas().Overlays().Top(); overlay == nil || !shows(overlay, "程序已经打开") {
		t.Fatal("no word about the store being in use")
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	r.Modal.Confirm() // 重试
	if r.start == nil {
		t.Error("trying again did not open the store")
	}
	if err := r.drafts.Close(); err != nil {
		t.Error(err)
	}
}

func TestExportDialog(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	dir := t.TempDir()
	r.setting(folderKey, dir)
	path := filepath.Join(dir, "梧桐镇人民政府2020年政府信息公开工作年度报告.pdf")
	r.exporter.askExport(f)
	r.Modal.Confirm()
	if !slices.Equal(r.paper, []string{path}) {
		t.Fatalf("wrote %q, want %q", r.paper, path)
	}
	said := r.Window.Canvas().Overlays().Top()
	if joined := strings.Join(texts(said), ""); !strings.Contains(joined, "已导出") || !strings.Contains(joined, "水印") {
		t.Errorf("said %q", joined)
	}
	r.Modal.Close()

	r.exporter.askExport(f)
	r.Modal.Confirm()
	if len(r.paper) != 1 || !shows(r.Window.Canvas().Overlays().Top(), "已有同名文件") {
		t.Fatal("wrote over a file without asking")
	}
	r.Modal.Confirm()
	if len(r.paper) != 2 {
		t.Error("did not write after the yes")
	}
}

// TestExportBoard prints the notice-board paper: its two lines are asked for,
// a wrong date is said at once, and the choice is remembered.
func TestExportBoard(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.setting(folderKey, t.TempDir())
	r.exporter.askExport(f)
	entry := func(value string) *widgets.TextEntry {
		return find(t, r, func(e *widgets.TextEntry) bool { return e.Text == value })
	}
	dialog := func() fyne.CanvasObject { return r.Window.Canvas().Overlays().Top() }
	if shows(dialog(), textPosted) {
		t.Error("the paper for the county asks for the date of posting")
	}
	list := find(t, r, func(s *widgets.Choice) bool { return s.Selected == preview.TextSheetsNames[export.A4] })
	list.SetSelected(preview.TextSheetsNames[export.Poster])
	if !shows(dialog(), textPosted) {
		t.Fatal("the notice board does not ask for the date of posting")
	}
	date := entry("2027年1月12日")
	date.SetText("下周一")
	r.Modal.Confirm()
	if len(r.paper) != 0 || !shows(dialog(), textWrongDate) {
		t.Fatal("a wrong date is accepted")
	}
	date.SetText("2027.1.20")
	find(t, r, func(e *widgets.TextEntry) bool { return e.PlaceHolder == textPhoneHint }).SetText("0358-0000000")
	r.Modal.Confirm()
	if o := r.printed; o.Sheets != export.Poster || o.Posted != "2027-01-20" || o.Phone != "0358-0000000" {
		t.Errorf("printed %+v", o)
	}
	r.Modal.Close()

	r.exporter.askExport(f)
	if !shows(dialog(), textPosted) || entry("0358-0000000") == nil {
		t.Error("the choice is forgotten")
	}
}

// TestExportMissing: characters that no face has are shown before anything is
// written, and printed as 〓 only on demand.
func TestExportMissing(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	if err := f.d.SetText(model.Other, 0, "𠮷"); err != nil {
		t.Fatal(err)
	}
	r.setting(folderKey, t.TempDir())
	r.exporter.askExport(f)
	r.Modal.Confirm()
	if said := strings.Join(texts(r.Window.Canvas().Overlays().Top()), ""); !strings.Contains(said, "第1段的“𠮷”") {
		t.Fatalf("said %q", said)
	}
	if _, err := os.Stat(r.paper[0]); err == nil {
		t.Error("written without asking")
	}
	r.Modal.Confirm()
	if _, err := os.Stat(r.paper[0]); err != nil || !r.printed.Replace {
		t.Errorf("not written after the yes: %v", err)
	}
}

// TestFaces chooses a face for a role; one that cannot be used is refused in
// words, and one that has gone is named when the report is printed without it.
func TestFaces(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	path, err := filepath.Abs("../../fonts/kai.ttf")
	if err != nil {
		t.Fatal(err)
	}
	r.installed = []fonts.Candidate{
		{Role: fonts.Fang, Name: "仿宋_GB2312", Path: path},
		{Role: fonts.Fang, Name: "仿宋_GB2312", Path: filepath.Join(t.TempDir(), "坏.ttf")},
	}
	list := func() *widgets.Choice {
		t.Helper()
		return find(t, r, func(s *widgets.Choice) bool { return slices.Contains(s.Options, "自带的仿宋") })
	}
	r.faces.askFaces()
	if got, want := list().Options, []string{"自带的仿宋", "仿宋_GB2312", "仿宋_GB2312（坏.ttf）"}; !slices.Equal(got, want) {
		t.Fatalf("listed %q, want %q", got, want)
	}
	list().SetSelectedIndex(2)
	r.Modal.Confirm()
	if said := strings.Join(texts(r.Window.Canvas().Overlays().Top()), ""); !strings.Contains(said, "不能用作仿宋") {
		t.Fatalf("said %q", said)
	}
	list().SetSelectedIndex(1)
	r.Modal.Confirm()
	if r.Modal != nil {
		t.Fatal("the face was refused")
	}
	r.setting(folderKey, t.TempDir())
	r.exporter.askExport(f)
	r.Modal.Confirm()
	if got := r.printed.Faces.Face(fonts.Fang).Name(); got != "DocKai" {
		t.Errorf("printed with %s", got)
	}
	r.Modal.Close()

	r.installed = nil
	r.faces.askFaces()
	if got := list().Selected; got != "kai.ttf" {
		t.Errorf("a chosen face that is no longer found: %q", got)
	}
	r.Modal.Close()
	r.setting(facePrefix+"仿宋", filepath.Join(t.TempDir(), "没了.ttf"))
	r.exporter.askExport(f)
	r.Modal.Confirm()
	r.Modal.Confirm() // write over it
	said := strings.Join(texts(r.Window.Canvas().Overlays().Top()), "")
	if !strings.Contains(said, "已导出") || !strings.Contains(said, "字体“没了.ttf”不能用作仿宋") {
		t.Errorf("said %q", said)
	}
}

func TestOpenFile(t *testing.T) {
	r := newRig(t)
	r.begin()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "年报"), 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "年报", "坏.nianbao")
	if err := os.WriteFile(path, []byte("{\n\"format\": 3}"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.setting(folderKey, dir)
	r.opener.askFile()
	press := func(name string) {
		t.Helper()
		find(t, r, func(l *widgets.ListRow) bool { return slices.Contains(texts(l), name) }).Tapped(nil)
	}
	press("年报")
	press("坏.nianbao")
	if said := strings.Join(texts(r.Window.Canvas().Overlays().Top()), ""); !strings.Contains(said, "第 2 行") {
		t.Errorf("said %q", said)
	}
	r.Modal.Close()

	if err := os.WriteFile(path, r.Sample, 0o600); err != nil {
		t.Fatal(err)
	}
	r.opener.askFile()
	find(t, r, func(e *widgets.TextEntry) bool { return e.Text == dir }).SetText(path)
	r.Modal.Confirm()
	if r.form == nil || r.form.d.Report().Year != 2020 {
		t.Error("the file did not open")
	}

	r = newRig(t) // the file was opened on the desktop
	r.File = path
	r.begin()
	if r.form == nil || r.form.d.Report().Year != 2020 {
		t.Error("the file did not open at the start")
	}
}

// TestToolkitSpeaksChinese looks at Fyne's own words and at its complaints
// about the locale, which newRig turns into failures.
func TestToolkitSpeaksChinese(t *testing.T) {
	newRig(t)
	for key, want := range map[string]string{"Cancel": "取消", "OK": "确定", "No": "否", "Select all": "全选", "Undo": "撤销"} {
		if got := lang.L(key); got != want {
			t.Errorf("%s = %q, want %q", key, got, want)
		}
	}
	if got := lang.X("file.name", "Name"); got != "名称" {
		t.Errorf("file.name = %q", got)
	}
}

// nativeDialogs are the desktop's own.
type nativeDialogs struct {
	path  string
	err   error
	asked filedialog.Request
}

func (d *nativeDialogs) Available() bool { return true }

func (d *nativeDialogs) Choose(r filedialog.Request) (string, error) {
	d.asked = r
	return d.path, d.err
}

// TestSystemDialog: where the desktop has a dialog of its own it is offered.
func TestSystemDialog(t *testing.T) {
	r := newRig(t)
	d := &nativeDialogs{path: filepath.Join(t.TempDir(), "年报.nianbao"), err: filedialog.ErrCancelled}
	r.Native = d
	r.begin()
	if err := os.WriteFile(d.path, r.Sample, 0o600); err != nil {
		t.Fatal(err)
	}
	press := func() {
		t.Helper()
		find(t, r, func(b *widgets.Button) bool { return b.Text == dialog.TextSystemDialog }).Pressed()
	}
	r.opener.askFile()
	press()
	if r.Modal == nil || r.form != nil || !slices.Equal(d.asked.Endings, []string{reportfile.Ending}) {
		t.Fatal("cancelling there is not choosing nothing")
	}
	d.err = errors.New("broken")
	press()
	if !shows(r.Modal.Popup.Content, dialog.TextNoSystemDialog) {
		t.Errorf("%q", texts(r.Modal.Popup.Content))
	}
	d.err = nil
	press()
	if r.Modal != nil || r.form == nil {
		t.Error("not opened")
	}
}
