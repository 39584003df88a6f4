package facts

import (
	"fmt"
	"strings"
	"testing"
)

// TestPieces: which words belong to which amount.
func TestPieces(t *testing.T) {
	for prose, want := range map[string]string{
		"公开信息。":             "公开信息||",
		"公开信息12条。":          "公开信息|12|",
		"公开12条信息。":          "公开|12|信息",
		"政策8条、动态34条。":       "政策|8| 动态|34|",
		"公开8条政策、34条动态。":     "公开|8|政策 |34|动态",
		"公开8条政策34条动态。":      "公开|8| 政策|34|动态",
		"受理3件、办结2件、转1件结束、等": "受理|3| 办结|2| 转|1|结束",
	} {
		text := Read(prose)
		var got []string
		for _, p := range text.Pieces(0) {
			number := ""
			if p.Amount != nil {
				number = fmt.Sprint(p.Amount.Value)
			}
			got = append(got, p.Before+"|"+number+"|"+p.After)
			if p.First != (len(got) == 1) {
				t.Errorf("%s: piece %d begins its clause: %v", prose, len(got), p.First)
			}
		}
		if all := strings.Join(got, " "); all != want {
			t.Errorf("%s: %s, want %s", prose, all, want)
		}
	}
}
