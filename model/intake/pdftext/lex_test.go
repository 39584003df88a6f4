package pdftext

import (
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestLex: how objects are written (ISO 32000-1, 7.3), whole and cut short.
func TestLex(t *testing.T) {
	for text, want := range map[string][]any{
		"(a(b)c)":                    {chars("a(b)c")},
		`(\n\r\t\b\f\(\)\\\x)`:       {chars("\n\r\t\b\f()\\x")},
		`(\101\12\1234\8\400)`:       {chars("A\nS48\x00")},
		"(a\\\nb\\\r\nc\\\rd)":       {chars("abcd")},
		"(open (":                    {chars("open (")},
		`(open \`:                    {chars("open ")},
		`(open \10`:                  {chars("open \b")},
		"<4 1 4\n2 5>x":              {chars("ABP"), word("x")},
		"<4a4Bzz":                    {chars("JK")},
		"<aAfF@Gg`>":                 {chars("\xaa\xff")},
		"1\t2\f3\r4\x005":            {1.0, 2.0, 3.0, 4.0, 5.0},
		"1:2":                        {1.0, word(":2")},
		"/A#42#4 /#zz /":             {name("AB#4"), name("#zz"), name("")},
		"true false null truer":      {true, false, nil, word("truer")},
		"1 -2 +.5 -.25 3. 1.2.3 - 4": {1.0, -2.0, 0.5, -0.25, 3.0, 0.0, 0.0, 4.0},
		"% a comment (\n1%2\r3":      {1.0, 3.0},
		"[1[2]]<</A<</B 2>>>>":       {array{1.0, array{2.0}}, dict{"A": dict{"B": 2.0}}},
		"<</A 1 2/B 3>>":             {dict{"A": 1.0, "B": 3.0}},
	} {
		l := &lexer{data: []byte(text), budget: newBudget()}
		for i, w := range append(want, end{}) {
			if got := l.next(); !reflect.DeepEqual(got, w) {
				t.Errorf("%q: item %d is %#v, want %#v", text, i, got, w)
			}
		}
	}
}

// TestLexDeep: objects within each other are read as deep as is allowed, and no deeper.
func TestLexDeep(t *testing.T) {
	for depth, want := range map[int]bool{maxNesting: true, maxNesting + 1: false} {
		l := &lexer{data: []byte(strings.Repeat("[", depth) + "1" + strings.Repeat("]", depth)), budget: newBudget()}
		if l.next(); (l.budget.refusal == nil) != want {
			t.Errorf("%d deep: %v", depth, l.budget.refusal)
		}
	}
}

// TestUnpack: the ways of packing data (7.4), by the examples of the standards.
func TestUnpack(t *testing.T) {
	f := &file{budget: newBudget()}
	for _, tt := range []struct {
		name   string
		filter name
		with   dict
		data   string
		want   string
		err    error
	}{
		{"LZW", "LZWDecode", nil, "\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", "-----A---B", nil}, // 7.4.4.2
		{"LZW of another kind", "LZW", dict{"EarlyChange": 0.0}, "\x80\x0b", "", errPicture},
		{"runs", "RL", nil, "\x02abc\xfed\x80e", "abcddd", nil},
		{"runs cut short", "RL", nil, "\x05abc", "abc", nil},
		{"hexadecimal", "AHx", nil, "41 4>", "A@", nil},
		{"85", "A85", nil, "87cUR~>", "Hell", nil},
		{"packed, and cut short", "Fl", nil, "x", "", io.ErrUnexpectedEOF},
		{"packed, and torn", "FlateDecode", nil, "x\x9c", "", io.ErrUnexpectedEOF},
		{"as it is", "Crypt", nil, "abc", "abc", nil},
		{"a picture", "DCTDecode", nil, "abc", "", errPicture},
	} {
		got, err := f.applyFilter(tt.filter, tt.with, []byte(tt.data))
		if string(got) != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%s: %q, %v, want %q, %v", tt.name, got, err, tt.want, tt.err)
		}
	}
}

// TestFiltersInTurn: data is unpacked by one filter after the other, each with what is said
// of it (7.4.1).
func TestFiltersInTurn(t *testing.T) {
	for _, tt := range []struct {
		name   string
		dict   dict
		want   string
		refuse bool
	}{
		{"none", dict{}, "026162>", false},
		{"one", dict{"Filter": name("AHx")}, "\x02ab", false},
		{"two", dict{"Filter": array{name("AHx"), name("RL")}}, "ab", false},
		{"as many as may be", dict{"Filter": array(slices.Repeat([]any{name("Crypt")}, maxFilters))}, "026162>", false},
		{"more", dict{"Filter": array(slices.Repeat([]any{name("Crypt")}, maxFilters+1))}, "", true},
		{"one that is not known", dict{"Filter": array{name("AHx"), name("DCTDecode")}}, "", true},
		{"said of the second", dict{"Filter": array{name("AHx"), name("LZW")}, "DecodeParms": array{nil, dict{"EarlyChange": 0.0}}}, "", true},
		{"said of the first", dict{"Filter": array{name("AHx"), name("RL")}, "DecodeParms": dict{"EarlyChange": 0.0}}, "ab", false},
	} {
		f := &file{budget: newBudget()}
		got, err := f.decode(&stream{dict: tt.dict, raw: []byte("026162>")})
		if string(got) != tt.want || (err != nil) != tt.refuse {
			t.Errorf("%s: %q, %v", tt.name, got, err)
		}
	}
}

// TestUnpackedTooMuch: what unpacks to more than may be is refused, to the byte.
func TestUnpackedTooMuch(t *testing.T) {
	for left, want := range map[int]bool{10: true, 9: false} {
		f := &file{budget: &budget{bytes: left}}
		if out, err := f.readAll(strings.NewReader("ten letter")); (err == nil && len(out) == 10) != want || (f.budget.refusal == nil) != want {
			t.Errorf("%d bytes left: %q, %v", left, out, err)
		}
	}
}

// TestPredictors: rows of differences (PNG, 9.2) become what they are of.
func TestPredictors(t *testing.T) {
	for _, tt := range []struct {
		name       string
		data       string
		row, pixel int
		want       string
	}{
		{"none", "\x00ab\x00cd", 2, 1, "abcd"},
		{"from the left", "\x01\x61\x01\x01\x01a\x01\x01", 3, 1, "abcabc"},
		{"from the pixel on the left", "\x01ab\x01\x01", 4, 2, "abbc"},
		{"from above", "\x00abc\x02\x01\x01\x01", 3, 1, "abcbcd"},
		{"from the middle of both", "\x00\x04\x08\x03\x01\x01", 2, 1, "\x04\x08\x03\x06"},
		{"from the nearest", "\x00\x0a\x14\x04\x01\x01", 2, 1, "\x0a\x14\x0b\x15"},
		{"from the nearest, the upper left", "\x00\x0a\x0a\x04\x00\x00\x04\x05\x00", 2, 1, "\x0a\x0a\x0a\x0a\x0f\x0f"},
		{"the last row cut short", "\x00abc\x02\x01", 3, 1, "abcb"},
	} {
		if got := string(undoPNG([]byte(tt.data), tt.row, tt.pixel)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	for _, tt := range []struct{ left, above, upperLeft, want byte }{
		{10, 20, 10, 20}, {20, 10, 10, 20}, {10, 10, 10, 10}, {10, 20, 15, 15}, {10, 30, 5, 30}, {1, 2, 2, 1}, {7, 7, 3, 7},
	} {
		if got := paeth(tt.left, tt.above, tt.upperLeft); got != tt.want {
			t.Errorf("%+v: %d", tt, got)
		}
	}
	f := &file{budget: newBudget()}
	for _, tt := range []struct {
		with dict
		want string // empty: refused
	}{
		{dict{}, "\x00ab\x02\x01\x01"},
		{dict{"Predictor": 12.0, "Columns": 2.0}, "abbc"},
		{dict{"Predictor": 10.0, "Columns": 16.0, "BitsPerComponent": 1.0}, "abbc"},
		{dict{"Predictor": 15.0, "Columns": 1.0, "Colors": 2.0}, "abbc"},
		{dict{"Predictor": 2.0}, ""},
		{dict{"Predictor": 10.0, "Colors": 32.0}, "ab\x02\x01\x01"},
		{dict{"Predictor": 12.0, "Columns": 0.0}, ""},
		{dict{"Predictor": 12.0, "Colors": 0.0}, ""},
		{dict{"Predictor": 12.0, "Colors": 33.0}, ""},
		{dict{"Predictor": 12.0, "Columns": 1e12}, ""},
	} {
		got, err := f.undoPredictor([]byte("\x00ab\x02\x01\x01"), tt.with)
		if string(got) != tt.want || (err != nil) != (tt.want == "") {
			t.Errorf("%v: %q, %v", tt.with, got, err)
		}
	}
}

// TestReferences: two numbers and an R are a reference in a file, and not in a content.
func TestReferences(t *testing.T) {
	for text, want := range map[string]bool{
		"3 0 R": true, "3 0 R/A": true, "3 00000 R": true, "3 % as it is\n0\nR]": true,
		"3 000000 R": false, "3 0 Rx": false, "3 0 r": false, "3 R": false, "-3 0 R": false, "3.0 0 R": false, "123456789 0 R": false,
	} {
		l := &lexer{data: []byte(text), budget: newBudget(), refs: true}
		if _, is := l.next().(ref); is != want {
			t.Errorf("%s: %v", text, is)
		}
	}
	for _, refs := range []bool{true, false} {
		l := &lexer{data: []byte("3 0 R 4 0 5"), budget: newBudget(), refs: refs}
		got := l.next()
		if _, is := got.(ref); is != refs {
			t.Errorf("%v: %#v", refs, got)
		}
		rest := "4 0 5"
		if !refs {
			rest = "0 R " + rest
		}
		if left := strings.TrimSpace(string(l.data[l.at:])); left != rest {
			t.Errorf("%v: %q is left", refs, left)
		}
	}
}
