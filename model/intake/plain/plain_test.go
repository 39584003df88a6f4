package plain

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/model/intake/handmade"
	"nianbao/model/intake/source"
)

func TestRead(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"paragraphs", "一、总体情况\n\n我镇公开信息。\r\n完。", "1 一、总体情况\n3 我镇公开信息。\n4 完。\n"},
		{"every end of a line", "甲\r\n乙\r丙\f丁\v戊\u2028己\u2029庚", "1 甲\n2 乙\n3 丙\n4 丁\n5 戊\n6 己\n7 庚\n"},
		{"tabs", "甲\t1\t2\n", "1 甲|1|2\n"},
		{"a tab at the end is none", "甲乙\t \n", "1 甲乙\n"},
		{"bars", "| 甲 | 1 |\n|---|:-:|\n│乙│2│", "1 甲|1\n3 乙|2\n"},
		{"no bar before the first", "甲|1|2", "1 甲|1|2\n"},
		{"one bar in a short line", "甲|1", "1 甲|1\n"},
		{"one bar in a sentence", strings.Repeat("字", 40) + "|1", "1 " + strings.Repeat("字", 40) + "|1\n"},
		{"two bars in a long line", strings.Repeat("字", 41) + "|1|2", "1 " + strings.Repeat("字", 41) + "|1|2\n"},
		{"one bar at forty characters", strings.Repeat("字", 38) + "|1", "1 " + strings.Repeat("字", 38) + "|1\n"},
		{"blanks", "甲  1   2", "1 甲@0+2|1@4+1|2@8+1\n"},
		{"a full-width blank", "甲　1", "1 甲@0+2|1@4+1\n"},
		{"one blank within", "甲 1  2", "1 甲 1@0+4|2@6+1\n"},
		{"a blank without width", "甲\u200b1", "1 甲1\n"},
		{"dashes", "---\n——\n==\n甲", "2 ——\n3 ==\n4 甲\n"},
		{"a frame", "┌──┐\n│甲│\n└──┘", "2 甲\n"},
	} {
		d, err := Read([]byte(tt.text))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if got := handmade.Told(d); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestReadMarkdown(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"headings", "# 一、总体情况 #\n###### 六\n####### 七\n甲", "1#1 一、总体情况\n2#6 六\n3 ####### 七\n4 甲\n"},
		{"an underlined heading", "标题\n====\n甲", "1#1 标题\n3 甲\n"},
		{"an underlined one with dashes", "标题\n--\n甲", "1#1 标题\n3 甲\n"},
		{"a line apart is no underline", "甲\n\n--\n乙", "1 甲\n3 --\n4 乙\n"},
		{"rules go", "甲\n\n***\n\n- - -\n乙", "1 甲\n6 乙\n"},
		{"lists and quotations", "- 甲\n> 乙\n* 丙\n1. 丁", "1 甲\n2 乙\n3 丙\n4 1. 丁\n"},
		{"strong", "**甲**乙*丙*__丁__", "1 甲乙丙丁\n"},
		{"links and pictures", "见[网站](http://a)和![图](b.png)", "1 见网站和图\n"},
		{"escaped", `1\. 甲\*乙`, "1 1. 甲*乙\n"},
		{"forced ends", "甲\\\n乙<br>", "1 甲\n2 乙\n"},
		{"struck out", "甲~~乙~~丙\n| 丁 | ~~8~~ 6 |", "1 甲丙\n2 丁|6\n1(struck) 乙\n2(struck) 8\n"},
		{"comments", "甲<!-- 待核 -->\n乙", "1 甲\n2 乙\n1(hidden) 待核\n"},
		{"notes", "甲[^1]。\n| 丁 | 6[^2] |\n\n[^1]: 含村级。", "1 甲[1]。\n2 丁|6\n2(mark) [2]\n4(footnote) 含村级。\n"},
		{"a table", "| 甲 | 1 |\n|----|---|\n| 乙 | 2 |", "1 甲|1\n3 乙|2\n"},
	} {
		d, err := ReadMarkdown([]byte(tt.text))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if got := handmade.Told(d); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestReadCSV(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"commas", "甲,1,2\n乙,3,\n一段,,\n", "1 甲|1|2\n2 乙|3|\n3 一段\n"},
		{"semicolons", "甲;1,5;2\n", "1 甲|1,5|2\n"},
		{"tabs", "甲\t1\n", "1 甲|1\n"},
		{"quoted", "\"甲\n乙\",1\n丙,2", "1 甲 乙|1\n3 丙|2\n"},
	} {
		d, err := ReadCSV([]byte(tt.text))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if got := handmade.Told(d); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestRefuses: each reader's bounds, and what is no text.
func TestRefuses(t *testing.T) {
	largest := append(bytes.Repeat([]byte("\n"), source.MaxSize-3), "甲"...)
	larger := append([]byte("\n"), largest...)
	broken := func(bad, good int) []byte {
		return []byte(strings.Repeat("甲\xff", bad) + strings.Repeat("甲", good-bad))
	}
	for name, read := range map[string]func([]byte) (*source.Document, error){"text": Read, "Markdown": ReadMarkdown, "CSV": ReadCSV} {
		for _, tt := range []struct {
			name string
			data []byte
			want source.Reason
		}{
			{"the largest", largest, handmade.Accepted},
			{"one byte more", larger, source.TooLarge},
			{"nothing", nil, source.Empty},
			{"blanks", []byte(" \n\u3000\n"), source.Empty},
			{"zeros", make([]byte, 100), source.Binary},
			{"two zeros", []byte("甲乙丙\x00\x00"), source.Binary},
			{"a zero", []byte("甲乙丙\x00"), handmade.Accepted},
			{"half of UTF-16", []byte("\xff\xfe\x00"), handmade.Accepted},
			{"some broken bytes", broken(2, 20), handmade.Accepted},
			{"a few of some", broken(8, 80), handmade.Accepted},
			{"one in twenty", broken(9, 171), handmade.Accepted},
			{"more than one in twenty", broken(9, 170), source.Binary},
			{"many paragraphs", []byte(strings.Repeat("甲\n", source.MaxLines+1)), source.TooLong},
		} {
			_, err := read(tt.data)
			if got := handmade.Reason(err); got != tt.want {
				t.Errorf("%s, %s: %d (%v), want %d", name, tt.name, got, err, tt.want)
			}
		}
	}
}

// TestDecode: whatever Windows wrote a text in, it comes out the same.
func TestDecode(t *testing.T) {
	const text = "公开"
	for name, data := range map[string]string{
		"UTF-8":           "公开",
		"with its mark":   "\ufeff公开",
		"GBK":             "\xb9\xab\xbf\xaa",
		"UTF-16":          "\xff\xfe\x6c\x51\x00\x5f",
		"UTF-16, big end": "\xfe\xff\x51\x6c\x5f\x00",
	} {
		if got, err := Decode([]byte(data)); err != nil || got != text {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for _, tt := range []struct {
		good, bad int
		want      bool
	}{{0, 0, true}, {1, 0, true}, {9, 1, false}, {10, 1, true}, {19, 2, false}, {20, 2, true}} {
		if got := isUTF8([]byte(strings.Repeat("公", tt.good) + strings.Repeat("\xff", tt.bad))); got != tt.want {
			t.Errorf("%d good, %d bad: %v", tt.good, tt.bad, got)
		}
	}
	if isUTF8([]byte(strings.Repeat("é", 10) + "\xff")) { // of two bytes: GBK looks so by chance
		t.Error("characters of two bytes are taken for a proof")
	}
}

// TestWrapped: lines that reach the width the text was broken at may go on.
func TestWrapped(t *testing.T) {
	full := strings.Repeat("字", 20)
	d, err := Read([]byte(strings.Repeat("　　"+strings.Repeat("字", 18)+"\n"+full+"\n完。\n", 8)))
	if err != nil {
		t.Fatal(err)
	}
	for i, l := range d.Lines {
		if want := i%3 != 2; l.Wrapped != want {
			t.Fatalf("line %d: wrapped %v", i+1, l.Wrapped)
		}
		if want := []int{4, 0, 0}[i%3]; l.Indent != want {
			t.Fatalf("line %d: indented by %d", i+1, l.Indent)
		}
	}
}
