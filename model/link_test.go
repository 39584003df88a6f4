package model

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLinkNames(t *testing.T) {
	for _, e := range Editions() {
		for _, c := range e.Cells() {
			name := e.LinkName(c.Address)
			if name == "" || strings.ContainsAny(name, "〔〕{}") {
				t.Errorf("%s %s: %q", e.ID, c.Address, name)
			}
			if got := e.Kept("〔" + name + "〕"); got != "{"+string(c.Address)+"}" {
				t.Errorf("%s: %q is kept as %q", c.Address, name, got)
			}
			if n := utf8.RuneCountInString(name); n > 36 {
				t.Errorf("%q has %d characters", name, n)
			}
		}
	}
	for a, want := range map[Address]string{
		"applications.received.total":      "本年新收·总计",
		"applications.carriedOut.person":   "结转下年度继续办理·自然人",
		"applications.granted.other":       "予以公开·其他",
		"applications.handled.total":       "总计·总计",
		"applications.otherHandling.total": "其他·总计",
		"disclosure.documents.effective":   "行政规范性文件·现行有效件数",
		"disclosure.fees.amount":           "行政事业性收费·本年收费金额",
		"disputes.review.total":            "行政复议·总计",
		"disputes.afterReview.upheld":      "复议后起诉·结果维持",
	} {
		if got := edition("2021").LinkName(a); got != want {
			t.Errorf("%s: %q, want %q", a, got, want)
		}
	}
}

func TestShownAndKept(t *testing.T) {
	e := edition("2021")
	for _, tt := range [][2]string{
		{"没有数", "没有数"},
		{"收到{applications.received.total}件，{applications.granted.person}件公开", "收到〔本年新收·总计〕件，〔予以公开·自然人〕件公开"},
		{"国办公开办函〔2021〕30号，{{a}", "国办公开办函〔2021〕30号，{a}"},
		{"〔没有这格〕〔", "〔没有这格〕〔"},
	} {
		kept, shown := tt[0], tt[1]
		if got := e.Shown(kept); got != shown {
			t.Errorf("Shown(%q) = %q, want %q", kept, got, shown)
		}
		if got := e.Kept(shown); got != kept {
			t.Errorf("Kept(%q) = %q, want %q", shown, got, kept)
		}
	}
	const text = "甲{{乙{applications.received.total}丙"
	// 甲{乙〔本年新收·总计〕丙
	for at, want := range map[int]int{0: 0, 1: 1, 3: 2, 4: 3, 10: 3, 33: 12, 34: 13} {
		if got := e.ShownAt(text, at); got != want {
			t.Errorf("ShownAt(%d) = %d, want %d", at, got, want)
		}
	}
}

// FuzzShown: what a field shows is kept as it was, and prints the same.
func FuzzShown(f *testing.F) {
	for _, s := range []string{"收到{applications.received.total}件", "{{", "{", "〔本年新收·总计〕", "}{a}", "〔〔本年新收·总计〕〕"} {
		f.Add(s)
	}
	r, err := New(2026, Agency{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, linkOpen) {
			return // a name in such brackets becomes a number
		}
		e := r.Edition()
		kept := e.Kept(e.Shown(text))
		if r.Expand(kept) != r.Expand(text) {
			t.Errorf("%q came back as %q", text, kept)
		}
		typed := ""
		for _, p := range r.Pieces(text) {
			typed += p.Typed
		}
		if typed != text {
			t.Errorf("pieces of %q are %q", text, typed)
		}
	})
}
