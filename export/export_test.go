package export

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"nianbao/export/outline"
	"nianbao/export/raster"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
	"nianbao/model"
	"nianbao/model/reportfile"
)

var date = time.Date(2021, 1, 20, 8, 0, 0, 0, time.UTC)

func TestPDFIsDeterministic(t *testing.T) {
	r := specimen.Sample(t)
	a, err := Bytes(r, "a.PDF", Options{Date: date})
	if err != nil {
		t.Fatal(err)
	}
	b, err := Bytes(r, "b.pdf", Options{Date: date})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Data, b.Data) || !bytes.HasPrefix(a.Data, []byte("%PDF-")) {
		t.Error("the same report and date gave different bytes, or no PDF")
	}
	if a.Stamped || len(a.Notes) != 0 {
		t.Errorf("the finished sample was stamped: %v", a.Notes)
	}
}

func TestStamp(t *testing.T) {
	unfinished := specimen.Sample(t)
	if err := unfinished.Set("disputes.review.upheld", ""); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name    string
		report  *model.Report
		stamp   Stamp
		stamped bool
		note    string
	}{
		{"finished", specimen.Sample(t), StampUnfinished, false, ""},
		{"unfinished", unfinished, StampUnfinished, true, "还有 1 格没有填"},
		{"forced", specimen.Sample(t), StampAlways, true, ""},
		{"declared final", unfinished, StampNever, false, ""},
	}
	for _, tt := range tests {
		got, err := Bytes(tt.report, "x.pdf", Options{Stamp: tt.stamp, Date: date})
		if err != nil {
			t.Fatal(err)
		}
		if notes := strings.Join(got.Notes, ""); got.Stamped != tt.stamped || !strings.Contains(notes, tt.note) || tt.note == "" && notes != "" {
			t.Errorf("%s: stamped %v, notes %q", tt.name, got.Stamped, notes)
		}
	}
}

func TestFinalIsRecorded(t *testing.T) {
	r := specimen.Sample(t)
	r.Extra = model.Extra{"x-record": `[{"date":"2021-01-01","final":"旧"}]`, "x-other": `1`}
	got, err := Bytes(r, "x.nianbao", Options{Stamp: StampNever, Reason: "县里同意", Date: date})
	if err != nil {
		t.Fatal(err)
	}
	again, err := reportfile.Read(got.Data)
	if err != nil {
		t.Fatal(err)
	}
	if want := `[{"date":"2021-01-01","final":"旧"},{"date":"2021-01-20","final":"县里同意"}]`; again.Extra["x-record"] != want {
		t.Errorf("x-record = %s, want %s", again.Extra["x-record"], want)
	}
	if again.Extra["x-other"] != "1" || r.Extra["x-record"] == again.Extra["x-record"] {
		t.Error("another member was lost, or the given report was changed")
	}
}

// TestRecordOfAnotherShape: what stands where decisions are recorded is kept, whatever it
// is, and what was unfinished is recorded with the reason.
func TestRecordOfAnotherShape(t *testing.T) {
	r := specimen.Sample(t)
	r.Extra = model.Extra{"x-record": `{"mine":1}`}
	if err := r.Set("disputes.review.upheld", ""); err != nil {
		t.Fatal(err)
	}
	recorded, err := recordFinal(r, Options{Reason: "县里同意", Date: date})
	if err != nil {
		t.Fatal(err)
	}
	if want := `[{"mine":1},{"date":"2021-01-20","final":"县里同意","because":["还有 1 格没有填","有 1 处错误"]}]`; recorded.Extra["x-record"] != want {
		t.Errorf("x-record = %s, want %s", recorded.Extra["x-record"], want)
	}
}

// TestReasonUnreadable: a reason that is no text is refused, not recorded as something else.
func TestReasonUnreadable(t *testing.T) {
	if got, err := Bytes(specimen.Sample(t), "x.nianbao", Options{Stamp: StampNever, Reason: "\xff", Date: date}); err == nil {
		t.Errorf("written: %s", got.Data)
	}
}

// TestNoReportFile: a report that no report file holds is not written in part, where one
// goes along.
func TestNoReportFile(t *testing.T) {
	r := specimen.Sample(t)
	r.Narrative["another"] = []model.Block{{Text: "无"}}
	for path, want := range map[string]bool{"x.nianbao": false, "x.ofd": false, "x.pdf": false, "x.docx": true} {
		got, err := Bytes(r, path, Options{Attach: true})
		if (err == nil) != want || (len(got.Data) > 0) != want {
			t.Errorf("%s: %d bytes, %v", path, len(got.Data), err)
		}
	}
}

// TestManyMissing: a message lists twenty characters, and says how many there are more.
func TestManyMissing(t *testing.T) {
	for n, more := range map[int]bool{1: false, maxListed: false, maxListed + 1: true} {
		var e MissingError
		for i := range n {
			e.Missing = append(e.Missing, typeset.Missing{Char: '甲' + rune(i), Where: "落款"})
		}
		message := e.Message()
		if got := strings.Count(message, "落款的“"); got != min(n, maxListed) || strings.Contains(message, fmt.Sprintf("……共 %d 处", n)) != more {
			t.Errorf("%d: %s", n, message)
		}
		if strings.Contains(message, "：；") || strings.Count(message, "；") != min(n, maxListed)-1 {
			t.Errorf("%d: %s", n, message)
		}
	}
}

func TestText(t *testing.T) {
	r := specimen.Sample(t)
	r.Signature = model.Signature{Agency: "梧桐镇政府办公室", Date: "2021-01-20"}
	got, err := Bytes(r, "x.txt", Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"梧桐镇人民政府\n2020年政府信息公开工作年度报告\n\n为有效推进政府信息公开工作",
		"\n\n一、总体情况\n\n",
		"\n1、主动公开情况\n",
		"政府集中采购\t2\t4万元\t\n",
		"三、本年度办理结果\t（一）予以公开\t\t0\t0\t0\t0\t0\t0\t0\n",
		"\n五、存在的主要问题及改进情况\n",
		"\n\n梧桐镇政府办公室\n\n2021年1月20日\n",
	} {
		if !strings.Contains(string(got.Data), want) {
			t.Errorf("the text lacks %q", want)
		}
	}
	if strings.Contains(string(got.Data), "\n\n1、") {
		t.Error("a sub-heading stands apart as a section does")
	}
}

// TestFragment: what is pasted into a page is none itself.
func TestFragment(t *testing.T) {
	for fragment, want := range map[bool]bool{true: false, false: true} {
		got, err := Bytes(specimen.Sample(t), "x.html", Options{Fragment: fragment})
		if page := bytes.HasPrefix(got.Data, []byte("<!DOCTYPE html>")); err != nil || page != want {
			t.Errorf("a fragment %v: a page %v, %v", fragment, page, err)
		}
	}
}

func TestEndings(t *testing.T) {
	for _, path := range []string{"x", "x.doc", "x.pdf.", "pdf"} {
		_, err := Bytes(specimen.Sample(t), path, Options{})
		var unknown *EndingError
		if !errors.As(err, &unknown) || !strings.Contains(unknown.Message(), strings.Join(Endings(), " ")) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "年报.txt")
	if _, err := File(t.Context(), specimen.Sample(t), path, Options{}); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := File(t.Context(), specimen.Sample(t), filepath.Join(path, "x.txt"), Options{}); err == nil {
		t.Error("wrote below a file")
	}
	ended, end := context.WithCancel(t.Context())
	end()
	other := specimen.Sample(t)
	other.Title = "别的标题"
	if _, err := File(ended, other, path, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled, but %v", err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, before) {
		t.Errorf("a cancelled export changed the file (%v)", err)
	}
}

// TestStrangeReports: whatever a report file can hold comes out as a PDF.
func TestStrangeReports(t *testing.T) {
	empty, err := model.New(2026, model.Agency{})
	if err != nil {
		t.Fatal(err)
	}
	strange := specimen.Sample(t)
	strange.Title = strings.Repeat("标题", 60)
	strange.Agency.Name = strings.Repeat("很长的机关名称", 8)
	strange.Signature = model.Signature{Agency: strings.Repeat("署名", 20), Date: "2021-12-31"}
	strange.Narrative[model.Other] = []model.Block{
		{Heading: strings.Repeat("长标题", 20), Text: "𬭎𠮷\u200d\u0301e\U0001F600{applications.received.total}{{"},
		{Text: strings.Repeat("很", 3000)},
	}
	for i, a := range []model.Address{"applications.received.person", "disputes.direct.upheld", "disclosure.documents.made"} {
		if err := strange.Set(a, []string{"123456789012", "12345678", "999999999999"}[i]); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range []*model.Report{empty, strange} {
		got, err := Bytes(r, "x.pdf", Options{Date: date, Replace: true})
		if err != nil || len(got.Data) == 0 {
			t.Errorf("%v", err)
		}
	}
}

// TestMissing: characters that no face has stop an export until somebody says
// that 〓 will do; both times each is named with its place.
func TestMissing(t *testing.T) {
	r := specimen.Sample(t)
	r.Narrative[model.Other] = []model.Block{{Text: "无\n𠮷祥𠮷"}}
	const place = "“六、其他需要报告的事项”第2段的“𠮷”（U+20BB7）"
	_, err := Bytes(r, "x.pdf", Options{Date: date})
	var missing *MissingError
	if !errors.As(err, &missing) || strings.Count(missing.Message(), place) != 1 {
		t.Fatalf("error %v", err)
	}
	got, err := Bytes(r, "x.pdf", Options{Date: date, Replace: true})
	if err != nil || len(got.Notes) != 1 || !strings.Contains(got.Notes[0], place) {
		t.Errorf("notes %q, error %v", got.Notes, err)
	}
	if _, err := Bytes(r, "x.txt", Options{Date: date}); err != nil {
		t.Errorf("text needs no face: %v", err)
	}
	r.Agency.Name = "𠮷镇人民政府" // in the picture there is no prose
	for _, path := range []string{"x.ofd", "x.png"} {
		if got, err := Bytes(r, path, Options{}); !errors.As(err, &missing) || got.Data != nil {
			t.Errorf("%s: error %v", path, err)
		}
	}
}

var long = flag.Bool("long", false, "run the long tests: minutes each")

// TestNoGrowth: exports leave neither goroutines nor memory behind, a thousand
// of them in the long run.
func TestNoGrowth(t *testing.T) {
	r := specimen.Sample(t)
	times := 50
	if *long {
		times = 1000
	}
	export := func(n int) (heap uint64, goroutines int) {
		for range n {
			if _, err := Bytes(r, "x.pdf", Options{Date: date}); err != nil {
				t.Fatal(err)
			}
		}
		runtime.GC()
		runtime.GC() // the pools let go at the second
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc, runtime.NumGoroutine()
	}
	heap, goroutines := export(10)
	const allowed = 1 << 20
	if h, g := export(times); h > heap+allowed || g > goroutines {
		t.Errorf("heap from %d to %d bytes, goroutines from %d to %d", heap, h, goroutines, g)
	}
}

// BenchmarkPreview is what follows a keystroke in a report of ten pages: its
// layout, with the rules that decide on the watermark, and the picture of a page
// at 96 dots per inch.
func BenchmarkPreview(b *testing.B) {
	var reports [2]*model.Report
	for i := range reports {
		r := specimen.Sample(b)
		for range 2 {
			r.Narrative[model.Overview] = append(r.Narrative[model.Overview], specimen.Sample(b).Narrative[model.Overview]...)
		}
		r.Narrative[model.Overview][2].Text += strings.Repeat("字", i)
		reports[i] = r
	}
	const scale = 96.0 / 72
	var cache typeset.Cache
	var renderer raster.Renderer
	for i := 0; b.Loop(); i++ {
		d, _, err := Layout(reports[i%2], Options{Cache: &cache})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := renderer.Page(d.Paper, &d.Pages[2], scale); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	for name, r := range map[string]*model.Report{"sample": specimen.Sample(b), "times100": specimen.Long(b)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Bytes(r, "x.pdf", Options{Date: date}); err != nil {
					b.Fatal(err)
				}
			}
			pages := len(typeset.Layout(outline.Of(r, outline.Posting{}), specimen.Faces(b), typeset.Options{}).Pages)
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*pages), "µs/page")
		})
	}
}

// BenchmarkFormats writes all prints of the sample in every format.
func BenchmarkFormats(b *testing.B) {
	r := specimen.Sample(b)
	for _, f := range Formats() {
		for _, p := range f.Prints() {
			b.Run(f.Ending+"/"+string(p), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := f.Bytes(r, Options{Print: p, Date: date}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
