package pdftext

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"nianbao/model/intake/pdftext/handmade"
	"nianbao/model/intake/source"
)

// raw opens a file of just these bytes.
func raw(t *testing.T, text string) *file {
	t.Helper()
	f, err := open([]byte("%PDF-1.4\n"+text+"\n%%EOF"), newBudget())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestStreamLengths: where the data of a stream ends: where its length says, if the word
// for the end follows there, else before that word (7.3.8).
func TestStreamLengths(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"<</Length 3>>stream\nabc\nendstream", "abc"},
		{"<</Length 3>> % as it is\nstream\r\nabc\r\nendstream", "abc"},
		{"<</Length 3>>stream\rabcendstream", "abc"},
		{"<</Length 3>>streamabc\nendstream", "abc"},
		{"<</Length 3.7>>stream\nabc\nendstream", "abc"},
		{"<</Length 3>>stream\n\nab\nendstream", "\nab"},
		{"<</Length 2>>stream\nabc\nendstream", "abc\n"},
		{"<</Length 4>>stream\nabc\nendstream", "abc\n"},
		{"<</Length 999>>stream\nabc\nendstream", "abc\n"},
		{"<</Length -1>>stream\nabc\nendstream", "abc\n"},
		{"<</Length /X>>stream\nabc\nendstream", "abc\n"},
		{"<<>>stream\nabc\nendstream", "abc\n"},
		{"<<>>stream\nendstream", ""},
		{"<</Length 0>>stream\n\nendstream", ""},
		{"<</Length 3>>stream\nabc" + strings.Repeat(" ", 7) + "endstream", "abc"},
		{"<</Length 3>>stream\nabc" + strings.Repeat(" ", 8) + "endstream", "abc        "},
		{"<</Length 3>>stream\nabc\r\n\t\x00endstream", "abc"},
		{"<</Length 9>>stream\nendstreamendstream", "endstream"},
		{"<</Length 2 0 R>>stream\nabc\nendstream endobj 2 0 obj 3", "abc"},
		{"<</Length 2 0 R>>stream\nabc\nendstream endobj 2 0 obj 99", "abc\n"},
		{"<</Length 3 0 R>>stream\nabc\nendstream", "abc\n"},
		{"<</Length 3>>stream\nabc", "abc\n%%EOF"},
	} {
		s, is := raw(t, "1 0 obj"+tt.text).objects[1].value.(*stream)
		if !is || string(s.raw) != tt.want {
			t.Errorf("%q: %+v", tt.text, s)
		}
	}
}

// TestObjects: what the objects of a file are, found by their heads (7.3.10). The last of
// several with one number is meant.
func TestObjects(t *testing.T) {
	packed := func(dict, data string) string { return handmade.Stream("/Type/ObjStm"+dict, data) }
	for _, tt := range []struct{ name, text, want string }{
		{"some", "1 0 obj 7 endobj\n2 3 obj /X endobj", "1.0 7, 2.3 X"},
		{"without anything between", "1 0 obj(a)endobj2 0 obj<</A 1>>endobj", "1.0 a, 2.0 map[A:1]"},
		{"far from the word", "1 0" + strings.Repeat(" ", 21) + "obj 7", "1.0 7"},
		{"not: too far", "1 0" + strings.Repeat(" ", 22) + "obj 7", ""},
		{"not: no space before the word", "1 0obj 7", ""},
		{"not: one number", "obj 7 x 1 obj 7", ""},
		{"not: no generation", "1 x obj 7", ""},
		{"not: no number", "x 0 obj 7", ""},
		{"not: a number too long", "123456789 0 obj 7", ""},
		{"a long one", "12345678 0 obj 7", "12345678.0 7"},
		{"changed", "1 0 obj 7 endobj 1 0 obj 8", "1.0 8"},
		{"within a stream", "1 0 obj<</Length 10>>stream\n2 0 obj 7 \nendstream", "1.0 stream"},
		{"packed", "1 0 obj" + packed("/N 2/First 8", "5 0 6 3 /A (b)"), "1.0 stream, 5.0 A, 6.0 b"},
		{"packed, fewer than said", "1 0 obj" + packed("/N 9/First 8", "5 0 6 3 /A (b)"), "1.0 stream, 5.0 A, 6.0 b"},
		{"packed, more than said", "1 0 obj" + packed("/N 1/First 8", "5 0 6 3 /A (b)"), "1.0 stream, 5.0 A"},
		{"packed, at the end", "1 0 obj" + packed("/N 1/First 4", "5 2 /A"), "1.0 stream, 5.0 {}"},
		{"not: packed beyond the end", "1 0 obj" + packed("/N 1/First 4", "5 3 /A"), "1.0 stream"},
		{"not: packed before the beginning", "1 0 obj" + packed("/N 1/First 5", "5 -1 /A"), "1.0 stream"},
		{"not: no room for the numbers", "1 0 obj" + packed("/N 1/First 99", "5 0 /A"), "1.0 stream"},
		{"not: less than none", "1 0 obj" + packed("/N 1/First -1", "5 0 /A"), "1.0 stream"},
		{"packed, as a reference", "1 0 obj" + packed("/N 1/First 4", "5 0 7 0 R"), "1.0 stream, 5.0 7"},
		{"packed after it was not", "5 0 obj 7 endobj 1 0 obj" + packed("/N 1/First 4", "5 0 /A"), "1.0 stream, 5.0 A"},
		{"packed before it was not", "1 0 obj" + packed("/N 1/First 4", "5 0 /A") + " 5 0 obj 7 endobj", "1.0 stream, 5.0 7"},
	} {
		f := raw(t, tt.text)
		var got []string
		for _, number := range slices.Sorted(maps.Keys(f.objects)) {
			o := f.objects[number]
			if _, is := o.value.(*stream); is {
				o.value = "stream"
			}
			got = append(got, fmt.Sprintf("%d.%d %v", number, o.generation, o.value))
		}
		if got := strings.Join(got, ", "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestTrailers: the trailers of a file, and what stands for them, the last one over those
// before it (7.5.5, 7.5.8).
func TestTrailers(t *testing.T) {
	for text, want := range map[string]string{
		"trailer<</Root 1 0 R/Size 3>>":                                       "map[Root:1]",
		"trailer<</Root 1 0 R>>trailer <</Info 2 0 R>>":                       "map[Info:2 Root:1]",
		"trailer<</Root 1 0 R>>\ntrailer\n<</Root 2 0 R>>":                    "map[Root:2]",
		"trailer trailer<</ID[(a)]>>":                                         "map[ID:[a]]",
		"1 0 obj" + handmade.Stream("/Type/XRef/Root 3 0 R", ""):              "map[Root:3]",
		"1 0 obj" + handmade.Stream("/Type/X/Root 3 0 R", ""):                 "map[]",
		"1 0 obj" + handmade.Stream("/Type/XRef/Root 3 0 R", "") + " trailer": "map[Root:3]",
		"(trailer": "map[]",
	} {
		if got := fmt.Sprint(raw(t, text).trailer); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestEnds: a file has its mark at the end, with no more than a little behind it.
func TestEnds(t *testing.T) {
	for behind, want := range map[int]bool{0: true, 4091: true, 4092: false} {
		f := &file{data: []byte("%PDF-1.4\n%%EOF" + strings.Repeat(" ", behind))}
		if f.hasEnd() != want {
			t.Errorf("%d bytes behind it: not %v", behind, want)
		}
	}
}

// TestResolve: references in turn lead to what they mean, unless they are too many.
func TestResolve(t *testing.T) {
	f := &file{objects: map[int]object{0: {value: 7.0}, 1000: {value: &stream{dict: dict{"A": 1.0}}}}}
	for i := range maxNesting + 1 {
		f.objects[i+1] = object{value: ref(i)}
	}
	for number, want := range map[ref]float64{0: 7, 1: 7, maxNesting - 2: 7, maxNesting: -1, 999: -1} {
		if got := f.number(number, -1); got != want {
			t.Errorf("%d is %v", number, got)
		}
	}
	if f.dict(ref(1000))["A"] != 1.0 || f.dict(ref(0)) != nil || f.dict(nil) != nil || f.stream(ref(0)) != nil || f.name(ref(0)) != "" {
		t.Error("taken for what it is not")
	}
	if f.arrayOf(nil) != nil || len(f.arrayOf(array{1.0, 2.0})) != 2 || len(f.arrayOf(name("A"))) != 1 {
		t.Error("one value is not a list of one")
	}
}

// TestTooLarge: a file with more bytes than any report has is not even begun.
func TestTooLarge(t *testing.T) {
	for more, want := range map[int]source.Reason{0: source.Damaged, 1: source.TooLarge} {
		if _, err := Read(make([]byte, source.MaxSize+more)); reason(err) != want {
			t.Errorf("%d more: %v", more, err)
		}
	}
}

// TestIs: a PDF says so near its beginning.
func TestIs(t *testing.T) {
	for before, want := range map[int]bool{0: true, 1019: true, 1020: false} {
		if Is([]byte(strings.Repeat(" ", before)+"%PDF-1.4")) != want {
			t.Errorf("after %d bytes: not %v", before, want)
		}
	}
	if Is([]byte("%PDF")) || Is(nil) {
		t.Error("anything is")
	}
}
