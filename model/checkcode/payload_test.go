package checkcode

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math/big"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
)

// filled is a report of the year with the values in its typed cells, one after the
// other and again.
func filled(t testing.TB, year int, values ...string) *model.Report {
	t.Helper()
	r, err := model.New(year, model.Agency{Name: "梧桐镇人民政府"})
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range typed(r.Edition()) {
		_ = r.Enter(c.Address, values[i%len(values)]) // what is no value is kept as such
	}
	return r
}

// TestPayload: what a QR holds comes out of it again, whatever stands in the cells.
func TestPayload(t *testing.T) {
	for name, tt := range map[string]struct {
		values []string
		most   int // digits
	}{
		"zeros":          {[]string{"0"}, 52},
		"blank":          {[]string{""}, 52},
		"small":          {[]string{"1", "119", "0", "7"}, 700},
		"large":          {[]string{"120", "999999999999", "72701"}, 2000},
		"by turns":       {[]string{"", "0"}, 600},
		"two by two":     {[]string{"", "", "0", "0", "1"}, 600},
		"signed":         {[]string{"+14", "-3", "0", "14"}, 2000},
		"money":          {[]string{"190.457379", "0.5", "4万元", "251000元", "1.2亿元", "0.00000001"}, 3000},
		"no values":      {[]string{"/", "两件", "0", "0", "一二三四五六七八九十一二三四五六七八九十一二三", "a\nb"}, 8000},
		"something each": {[]string{"0", "", "5", "300", "+1", "1.50", "无", "0", "0"}, 2000},
	} {
		for _, year := range []int{2019, 2020, 2021, 2099} {
			r := filled(t, year, tt.values...)
			row := Payload(r)
			if len(row) > tt.most {
				t.Errorf("%s, %d: %d digits", name, year, len(row))
			}
			p, err := read(row)
			if err != nil {
				t.Fatalf("%s, %d: %v", name, year, err)
			}
			if p.year != year || p.code != Of(r) || p.unit != unitOf(r.Agency.Name) {
				t.Errorf("%s, %d: %+v", name, year, p)
			}
			for i, c := range typed(r.Edition()) {
				if p.cells[i] != r.Value(c.Address) {
					t.Errorf("%s, %d, %s: %q, want %q", name, year, c.Address, p.cells[i], r.Value(c.Address))
				}
			}
			if a, err := Ask(row, r); err != nil || !a.Agree || !slices.Equal(a.Lines(), []string{wordsAgree}) {
				t.Errorf("%s, %d: %+v, %v", name, year, a, err)
			}
		}
	}
}

// TestPayloadMistyped: no digit of a QR can be another, none missing, none more.
func TestPayloadMistyped(t *testing.T) {
	row := Payload(sample(t))
	for i := range row {
		for d := byte('0'); d <= '9'; d++ {
			if wrong := row[:i] + string(d) + row[i+1:]; wrong != row {
				if p, err := read(wrong); err == nil {
					t.Errorf("digit %d: %+v", i, p)
				}
			}
		}
		for _, wrong := range []string{row[:i], row[i+1:], row[:i] + row[i+1:], row[:i] + "0" + row[i:]} {
			if p, err := read(wrong); err == nil {
				t.Errorf("digit %d gone or more: %+v", i, p)
			}
		}
	}
}

// signed puts the checksum behind bytes and makes digits of them.
func signed(b []byte) string {
	b = binary.BigEndian.AppendUint32(slices.Clone(b), crc32.ChecksumIEEE(b))
	return new(big.Int).SetBytes(b).String()
}

// TestForgedPayload: bytes that no program has written are refused, though their
// checksum is right.
func TestForgedPayload(t *testing.T) {
	head := []byte{version, 20, 19, 1, 2, 3, 4, 0, 0, 0, 0, 5}
	edition, err := model.EditionFor(2020)
	if err != nil {
		t.Fatal(err)
	}
	count := len(typed(edition))
	rest := make([]byte, count-1)
	with := func(first ...byte) []byte { return slices.Concat(head, first, rest) }
	if _, err := read(signed(with(0))); err != nil {
		t.Fatalf("the head alone is right: %v", err)
	}
	for name, b := range map[string][]byte{
		"a cell less":        with(),
		"a cell more":        with(0, 0),
		"a run too long":     with(zeros),
		"no end of a number": append(slices.Clone(head), slices.Concat(rest, []byte{largeNumber, 0xff})...),
		"a small large one":  with(largeNumber, 3),
		"no signs":           with(signs, 0),
		"too many signs":     with(append([]byte{signs, maxSymbols + 1}, make([]byte, maxSymbols)...)...),
		"signs cut short":    append(slices.Clone(head), slices.Concat(rest, []byte{signs, 3, 0x12})...),
		"no words":           with(words, 0),
		"too many words":     with(append([]byte{words, maxWords + 1}, strings.Repeat("a", maxWords+1)...)...),
		"words cut short":    append(slices.Clone(head), slices.Concat(rest, []byte{words, 9, 'a'})...),
		"no UTF-8":           with(words, 1, 0xff),
		"no such kind":       with(124),
		"a code too large":   slices.Concat(head[:7], []byte{0x10, 0, 0, 0, 0, 0}, rest),
		"another version":    slices.Concat([]byte{version + 1}, head[1:], []byte{0}, rest),
		"another form":       slices.Concat(head[:2], []byte{21}, head[3:], []byte{0}, rest),
		"a year too early":   slices.Concat(head[:1], []byte{1}, head[2:], []byte{0}, rest),
		"nothing":            {1},
	} {
		if p, err := read(signed(b)); err == nil {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

// TestAsk: an answer names what differs, and only that.
func TestAsk(t *testing.T) {
	printed := sample(t)
	code, row := Of(printed).String(), Payload(printed)
	for name, tt := range map[string]struct {
		change func(*model.Report)
		want   []string // beside that they differ
	}{
		"a cell": {
			func(r *model.Report) { set(t, r, person, "1") },
			[]string{"applications.received.person：纸上是“0”，文件里是“1”"},
		},
		"a blank and what is no value": {
			func(r *model.Report) {
				set(t, r, person, "")
				_ = r.Enter("applications.received.business", "两件")
			},
			[]string{"applications.received.person：纸上是“0”，文件里空着", "applications.received.business：纸上是“0”，文件里是“两件”"},
		},
		"a word": {func(r *model.Report) { r.Narrative[model.Other][0].Text = "有" }, []string{wordsWords}},
		"a cell and a word": {
			func(r *model.Report) {
				set(t, r, person, "1")
				r.Signature.Date = "2021-03-01"
			},
			[]string{"applications.received.person：纸上是“0”，文件里是“1”", wordsWords},
		},
		"a cell that the prose names": {
			func(r *model.Report) { set(t, r, "disclosure.procurement.projects", "3") },
			[]string{"disclosure.procurement.projects：纸上是“2”，文件里是“3”"},
		},
		"another unit": {
			func(r *model.Report) { r.Agency.Name = "青石镇人民政府" },
			[]string{"纸上的单位名称和文件的不同，文件是“青石镇人民政府”的报告。"},
		},
		"another year": {func(r *model.Report) { r.Year = 2019 }, []string{"纸是 2020 年度的报告，文件是 2019 年度的。"}},
	} {
		r := sample(t)
		r.Narrative[model.Overview][0].Text += "采购{disclosure.procurement.projects}项"
		paper := Payload(r)
		tt.change(r)
		a, err := Ask(paper, r)
		if err != nil || a.Agree {
			t.Errorf("%s: %+v, %v", name, a, err)
		}
		want := []string{wordsDiffer}
		for _, line := range tt.want {
			if address, rest, found := strings.Cut(line, "："); found {
				if c, ok := r.Edition().Cell(model.Address(address)); ok {
					line = c.Name() + "：" + rest
				}
			}
			want = append(want, line)
		}
		if got := a.Lines(); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
		if a, err := Ask(code, r); err != nil || a.Agree || !slices.Equal(a.Lines(), []string{wordsDiffer + wordsWhichNot}) {
			t.Errorf("%s, by the code: %+v, %v", name, a, err)
		}
	}
	for _, typed := range []string{"四千件", row + "件", "12", row + "1"} {
		if a, err := Ask(typed, printed); err == nil {
			t.Errorf("%.20s: %+v", typed, a)
		}
	}
	for _, typed := range []string{code, row, row[:9] + " " + row[9:] + "\r\n"} {
		if a, err := Ask(typed, printed); err != nil || !a.Agree {
			t.Errorf("%.20s: %+v, %v", typed, a, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(Payload(sample(f)))
	f.Add(Payload(filled(f, 2025, "190.457379", "无", "+3", "", "0", "1200")))
	f.Add(Of(sample(f)).String())
	f.Add("报送校验码：１２")
	r := sample(f)
	f.Fuzz(func(t *testing.T, typed string) {
		a, err := Ask(typed, r)
		mistyped := (*MistypedError)(nil)
		if err == nil && len(a.Lines()) == 0 || err != nil && (!errors.As(err, &mistyped) || mistyped.Message() == "") {
			t.Errorf("%+v, %v", a, err)
		}
	})
}

// FuzzCells: any bytes behind a right head with a right checksum are read without
// harm; what is read is written and read the same.
func FuzzCells(f *testing.F) {
	f.Add([]byte{255, 255, 191, 191, 191, 191})
	f.Add([]byte{122, 3, 0x1a, 0x30, 123, 3, 0xe6, 0x97, 0xa0, 121, 200, 1})
	f.Fuzz(func(t *testing.T, cells []byte) {
		head := []byte{version, 20, 19, 1, 2, 3, 4, 0, 0, 0, 0, 5}
		p, err := read(signed(slices.Concat(head, cells)))
		if err != nil {
			return
		}
		again, err := read(p.digits())
		if err != nil || !slices.Equal(again.cells, p.cells) {
			t.Errorf("%q, then %q, %v", p.cells, again.cells, err)
		}
	})
}

func BenchmarkPayload(b *testing.B) {
	r := sample(b)
	for b.Loop() {
		Payload(r)
	}
}
