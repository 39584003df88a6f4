package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/export/specimen"
	"nianbao/model/store"
	"nianbao/ui/desktop/widgets"
)

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

// TestListAfterRepair: when the store had to be put right, that is told, and the list
// shows the drafts that there are.
func TestListAfterRepair(t *testing.T) {
	r := newRig(t)
	r.begin()
	id := r.keepDraft(specimen.Sample(t))
	r.shelf.notice([]string{"找回了一份。"})
	r.drain()
	if !shows(r.start.outer, "草稿 1 份") || !shows(r.Window.Canvas().Overlays().Top(), "找回了一份。") {
		t.Errorf("%q", texts(r.start.outer))
	}
	r.Modal.Confirm()
	r.openDraft(id)
	r.shelf.notice([]string{"又找回了。"})
	if r.drain(); r.form == nil || !shows(r.Window.Canvas().Overlays().Top(), "又找回了。") {
		t.Error("the form is left, or nothing is told")
	}
}

func TestDraftsOfTheList(t *testing.T) {
	r := newRig(t)
	r.openSample()
	r.showStart()
	d := r.start.known[0]
	r.start.lines.askRename(d)
	r.write("报县里的")
	r.keys(fyne.KeyReturn)
	if d = r.start.known[0]; !strings.Contains(d.Label, "报县里的") || !shows(r.start.outer, d.Label+"，2019 版") {
		t.Fatalf("%+v, %q", d, texts(r.start.outer))
	}
	for range searchFrom {
		r.start.lines.duplicate(d)
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

// TestListOfNameless: a draft that does not say whose it is has a line that says so, and is
// not called unreadable.
func TestListOfNameless(t *testing.T) {
	r := newRig(t)
	report := lastYears(t)
	report.Agency.Name = ""
	r.keepDraft(report)
	r.begin()
	if !shows(r.start.list, textUnnamed) {
		t.Errorf("%q", texts(r.start.list))
	}
	r.carrier.askCarry()
	if said := strings.Join(texts(r.Modal.Popup), ""); !strings.Contains(said, textUnnamed+"　2025 年度") {
		t.Errorf("offered as %q", said)
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
