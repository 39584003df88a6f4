package desktop

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/reportfile"
	"nianbao/model/store"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// lastYears is a report of 2025 with a number of everything that comes along, and
// of some that does not.
func lastYears(t *testing.T) *model.Report {
	t.Helper()
	r, err := model.New(2025, model.Agency{Name: "梧桐镇人民政府", Short: "我镇", Kind: model.Township})
	if err != nil {
		t.Fatal(err)
	}
	for a, value := range map[model.Address]string{
		"disclosure.documents.effective": "12", "disclosure.licensing.decided": "7",
		"applications.received.person": "3", "applications.granted.person": "1", "applications.carriedOut.person": "2",
	} {
		if err := r.Set(a, value); err != nil {
			t.Fatal(err)
		}
	}
	r.Narrative[model.Overview] = []model.Block{
		{Text: "2025年，我镇做好政府信息公开工作。"},
		{Heading: "主动公开情况", Text: "全年公开信息60条。"},
	}
	r.Signature = model.Signature{Agency: r.Agency.Name, Date: "2026-01-12"}
	return r
}

// keepDraft puts a report on the shelf.
func (r *rig) keepDraft(report *model.Report) store.ID {
	r.t.Helper()
	body, err := reportfile.Write(report)
	if err != nil {
		r.t.Fatal(err)
	}
	id, err := r.shelf.Create(desk.Summarise(report, r.now()), body)
	if err != nil {
		r.t.Fatal(err)
	}
	return id
}

// offered are the things to begin with on the start page, the primary one marked.
func (r *rig) offered() string {
	var all []string
	for _, o := range r.start.offers.Objects {
		b := o.(*widgets.Button)
		if b.Rank == widgets.Primary {
			all = append(all, "*"+b.Text)
		} else {
			all = append(all, b.Text)
		}
	}
	return strings.Join(all, " ")
}

// TestOffers: the first thing to begin with follows the calendar and the drafts.
func TestOffers(t *testing.T) {
	const rest = " 打开报告文件 看一份填好的样本"
	january, november := time.Date(2027, 1, 12, 9, 0, 0, 0, time.Local), time.Date(2026, 11, 2, 9, 0, 0, 0, time.Local)
	tests := []struct {
		name  string
		now   time.Time
		years []int
		want  string
	}{
		{"nothing there", january, nil, "*导入旧报告（Word、PDF、网页） 新建空白报告" + rest},
		{"last year's in January", january, []int{2025}, "*从 2025 年报告新建 2026 年 新建空白报告 导入旧报告（Word、PDF、网页）" + rest},
		{"last year's in November", november, []int{2024, 2025}, "*从 2025 年报告新建 2026 年 新建空白报告 导入旧报告（Word、PDF、网页）" + rest},
		{"before November", november.AddDate(0, -1, 0), []int{2024}, "*从 2024 年报告新建 2025 年 新建空白报告 导入旧报告（Word、PDF、网页）" + rest},
		{"this year's only", january, []int{2026}, "*新建空白报告 导入旧报告（Word、PDF、网页）" + rest},
		{"only older ones", january, []int{2023}, "*导入旧报告（Word、PDF、网页） 新建空白报告" + rest},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := newRig(t)
			r.now = func() time.Time { return tt.now }
			for _, year := range tt.years {
				report := lastYears(t)
				report.Year = year
				r.keepDraft(report)
			}
			r.begin()
			if got := r.offered(); got != tt.want {
				t.Errorf("got %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestCarry begins a report with last year's from the start page: the account is
// on show, each line leads to its place, and what is done is ticked off.
func TestCarry(t *testing.T) {
	r := newRig(t)
	r.keepDraft(lastYears(t))
	r.begin()
	find(t, r, func(b *widgets.Button) bool { return b.Text == textCarryFrom(2025) }).Pressed()
	if r.form == nil {
		t.Fatal("no draft")
	}
	report := r.form.d.Report()
	if report.Year != 2026 || report.Value("applications.carriedIn.person") != "2" || report.Value("disclosure.licensing.decided") != "" {
		t.Errorf("%+v", report)
	}
	for _, want := range []string{"从 2025 年报告新建：要重新想的 3 项", "带来了", "合计 2 件", "先填了上年的 12", "1 处标了【待核】", "没有带来", "成文日期"} {
		if !shows(r.form.outer, want) {
			t.Errorf("no %q on the page: %q", want, texts(r.form.middle))
		}
	}
	all, err := r.shelf.Versions(r.form.d.ID())
	if err != nil || len(all) != 1 || all[0].Reason != store.ReasonCarried {
		t.Errorf("versions %+v, %v", all, err)
	}

	page := r.form.entries[r.form.checkAt].page.(*pages.Check)
	pending, base := itemOf(t, report, "pending"), itemOf(t, report, "base")
	place, waits := page.Account.PlaceOf(pending)
	if !waits || place.Place == nil || place.Place.Block != 1 {
		t.Fatalf("%+v, %v", place, waits)
	}
	r.form.GoTo(place)
	entry, ok := r.Window.Canvas().Focused().(*widgets.TextEntry)
	if !ok || entry.SelectedText() != "【待核：60】" {
		t.Fatalf("%T", r.Window.Canvas().Focused())
	}
	if err := r.form.d.SetText(model.Overview, 1, "全年公开信息72条。"); err != nil {
		t.Fatal(err)
	}
	if _, waits = page.Account.PlaceOf(pending); waits {
		t.Error("still waits for the marks")
	}
	if place, waits = page.Account.PlaceOf(base); !waits {
		t.Error("does not wait for 制发 and 废止")
	}
	r.form.GoTo(place)
	if !strings.Contains(strings.Join(texts(r.form.middle), ""), "行政规范性文件") {
		t.Errorf("not at table two: %q", texts(r.form.middle))
	}
	for _, column := range []string{"issued", "repealed"} {
		if err := r.form.d.Set(model.Address("disclosure.documents."+column), "0"); err != nil {
			t.Fatal(err)
		}
	}
	if _, waits = page.Account.PlaceOf(base); waits {
		t.Error("still waits for 制发 and 废止")
	}

	// The clerk comes back to it another day.
	id := r.form.d.ID()
	r.showStart()
	r.openDraft(id)
	r.form.open(r.form.checkAt)
	if shows(r.form.middle, "合计 2 件") || !shows(r.form.middle, "从 2025 年报告新建") {
		t.Errorf("not folded: %q", texts(r.form.middle))
	}
	find(t, r, func(b *widgets.Button) bool { return b.Text == pages.TextUnfold }).Pressed()
	if !shows(r.form.middle, "合计 2 件") {
		t.Errorf("not unfolded: %q", texts(r.form.middle))
	}
}

func itemOf(t *testing.T, r *model.Report, code string) model.CarriedItem {
	t.Helper()
	for _, i := range r.Carried.Items {
		if i.Code == code {
			return i
		}
	}
	t.Fatalf("no %s in %+v", code, r.Carried.Items)
	return model.CarriedItem{}
}

// TestCarryAgain: where there is a report of that year already, the clerk is
// asked.
func TestCarryAgain(t *testing.T) {
	r := newRig(t)
	r.keepDraft(lastYears(t))
	this := lastYears(t)
	this.Year = 2026
	r.keepDraft(this)
	r.begin()
	find(t, r, func(b *widgets.Button) bool { return b.Text == textCarryFrom(2025) }).Pressed()
	if r.form != nil || !strings.Contains(r.said(), "已经有《梧桐镇人民政府 2026 年度》") {
		t.Fatalf("said %q", r.said())
	}
	r.Modal.Confirm()
	if r.form == nil || r.form.d.Report().Carried == nil {
		t.Error("not begun")
	}
}

// TestCarryFromNew: the dialog of an empty report points to last year's.
func TestCarryFromNew(t *testing.T) {
	r := newRig(t)
	r.keepDraft(lastYears(t))
	r.begin()
	r.creator.askNew()
	if !strings.Contains(r.said(), "这个单位 2025 年度的报告") {
		t.Fatalf("said %q", r.said())
	}
	year := find(t, r, func(e *widgets.TextEntry) bool { return e.Text == "2026" })
	year.SetText("2025")
	if strings.Contains(r.said(), "年度的报告，从它新建") {
		t.Errorf("said %q", r.said())
	}
	year.SetText("2026")
	find(t, r, func(b *widgets.Button) bool { return b.Text == textCarryFrom(2025) }).Pressed()
	if r.Modal != nil || r.form == nil || r.form.d.Report().Year != 2026 || r.form.d.Report().Carried == nil {
		t.Error("not begun with last year's")
	}
}

// TestCarryFromMenu: any draft, the one that is open too, or a file.
func TestCarryFromMenu(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	if err := f.d.Set("applications.carriedOut.person", "4"); err != nil {
		t.Fatal(err)
	}
	r.menuItem(textMenuCarry)
	r.press(t, "梧桐镇人民政府　2020 年度")
	if r.form == nil || r.form == f || r.form.d.Report().Year != 2021 || r.form.d.Report().Value("applications.carriedIn.person") != "4" {
		t.Fatal("not begun with what was just typed")
	}
	if !shows(r.form.middle, "表二“政府集中采购”：2021 版格式里没有这一行") {
		t.Errorf("%q", texts(r.form.middle))
	}

	path := filepath.Join(t.TempDir(), "2025.nianbao")
	body, err := reportfile.Write(lastYears(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	r.menuItem(textMenuCarry)
	r.Modal.Confirm() // 选报告文件
	find(t, r, func(*widgets.TextEntry) bool { return true }).Load(path)
	r.Modal.Confirm()
	if r.form == nil || r.form.d.Report().Year != 2026 {
		t.Fatal("not begun with the file")
	}

	if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.menuItem(textMenuCarry)
	r.Modal.Confirm()
	find(t, r, func(*widgets.TextEntry) bool { return true }).Load(path)
	r.Modal.Confirm()
	if r.form != nil || r.start == nil || r.said() == "" {
		t.Error("says nothing about a file that is none")
	}
}

// TestCarryOnePastTheLast: no form is known for ever.
func TestCarryOnePastTheLast(t *testing.T) {
	r := newRig(t)
	report := lastYears(t)
	report.Year = model.LastYear
	r.keepDraft(report)
	r.begin()
	r.carrier.carryDraft(r.start.known[0])
	if r.form != nil || !strings.Contains(r.said(), "没有对应的报告格式") {
		t.Errorf("said %q", r.said())
	}
}

// TestOffersFit: what there is to begin with can be read to its end, whatever the
// text size.
func TestOffersFit(t *testing.T) {
	r := newRig(t)
	r.keepDraft(lastYears(t))
	r.begin()
	for _, size := range textSizes {
		r.looks.chooseSize(size.name)
		r.showStart()
		for _, o := range r.start.offers.Objects {
			if got, want := o.Size().Width, o.MinSize().Width; got < want {
				t.Errorf("%s, %s: %v wide, of %v", size.name, o.(*widgets.Button).Text, got, want)
			}
		}
	}
}

// aged are drafts whose last contents and lines in the list are damaged.
type aged struct{ Drafts }

func (a aged) List() ([]store.Summary, error) {
	all, err := a.Drafts.List()
	for i := range all {
		all[i] = store.Summary{ID: all[i].ID, Damaged: true}
	}
	return all, err
}

func (a aged) LoadBest(id store.ID) ([]byte, *store.Version, error) {
	body, err := a.Load(id)
	return body, &store.Version{Time: time.Date(2026, 1, 20, 9, 30, 0, 0, time.Local)}, err
}

// TestOlderTaken: whatever is done with a draft whose last content is damaged is done
// with an older version, and the clerk is told.
func TestOlderTaken(t *testing.T) {
	r := newRig(t)
	r.keepDraft(lastYears(t))
	r.begin()
	r.drafts = aged{r.drafts}
	id := r.start.known[0].ID
	for name, do := range map[string]func(){
		"open":      func() { r.openDraft(id) },
		"carry":     func() { r.carrier.askCarry(); r.press(t, textUnreadable) },
		"duplicate": func() { r.start.lines.duplicate(store.Summary{ID: id}) },
	} {
		do()
		if !strings.Contains(r.said(), "用的是它 1月20日 09:30:00 的版本") {
			t.Errorf("%s: said %q", name, r.said())
		}
		r.Modal.Close()
		r.showStart()
	}
}
