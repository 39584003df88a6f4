package web

import (
	"strings"
	"testing"

	"nianbao/model/intake/handmade"
	"nianbao/model/intake/source"
)

// TestMarkdown: tables of HTML in a text with marks are tables, what stands around them
// is the text; lines are those of the text.
func TestMarkdown(t *testing.T) {
	const table = "<table>\n<tr><td rowspan=\"2\">甲</td><td>1</td></tr>\n<tr><td>~~2~~<del>8</del></td></tr>\n</table>"
	for _, tt := range []struct {
		name, text, want string
		loose            bool
	}{
		{"none", "# 一\n| 甲 | 1 |", "1#1 一\n2 甲|1\n", true},
		{"between", "# 一\n" + table + "\n**乙**~~丙~~", "1#1 一\n2 甲x2|1\n2 ~~2~~@1+1\n6 乙\n2(struck) 8\n6(struck) 丙\n", false},
		{"two, in capitals, one after the other", strings.ToUpper(table) + table, "1 甲x2|1\n1 ~~2~~@1+1\n4 甲x2|1\n4 ~~2~~@1+1\n1(struck) 8\n4(struck) 8\n", false},
		{"blank ones", "甲<table></table>\n<table><tr><td> </td><td></td></tr></table>\n乙", "1 甲\n3 乙\n", false},
		{"beside one with bars", "|甲|1|\n" + table, "1 甲|1\n2 甲x2|1\n2 ~~2~~@1+1\n2(struck) 8\n", true},
		{"one without an end", "甲\n<table><tr><td>乙", "1 甲\n2 <table><tr><td>乙\n", true},
	} {
		d, err := ReadMarkdown([]byte(tt.text))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := handmade.Told(d); got != tt.want || d.Loose != tt.loose {
			t.Errorf("%s:\n%sloose %v, want\n%s", tt.name, got, d.Loose, tt.want)
		}
	}
	const long = "<table><tr><td>1<td>2</table>"
	rows := "<table>" + strings.Repeat("<tr><td>1<td>2", 3000) + "</table>"
	for text, want := range map[string]source.Reason{
		"<table> </table>":                        source.Empty,
		"a\x00\x00\x00<table></table>":            source.Binary,
		strings.Repeat(long, maxTables+1):         source.TooLong,
		strings.Repeat(rows, 7):                   source.TooLong,
		strings.Repeat(" ", source.MaxSize) + "a": source.TooLarge,
	} {
		_, err := ReadMarkdown([]byte(text))
		if got := handmade.Reason(err); got != want {
			t.Errorf("%.20q: %d (%v), want %d", text, got, err, want)
		}
	}
}
