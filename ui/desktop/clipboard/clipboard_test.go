package clipboard

import (
	"regexp"
	"strconv"
	"testing"
)

// TestHTMLFormat: the offsets are those of bytes, and lead to the piece.
func TestHTMLFormat(t *testing.T) {
	for _, page := range []string{"", "<p>年报 &amp; 表</p>\n<table></table>"} {
		data := string(htmlFormat(page))
		at := map[string]int{}
		for _, m := range regexp.MustCompile(`(?m)^(\w+):(\d+)\r$`).FindAllStringSubmatch(data, -1) {
			n, err := strconv.Atoi(m[2])
			if err != nil {
				t.Fatal(err)
			}
			at[m[1]] = n
		}
		if got := data[at["StartFragment"]:at["EndFragment"]]; got != page {
			t.Errorf("the piece is %q, want %q", got, page)
		}
		if got := data[at["StartHTML"]:at["EndHTML"]]; got != "<html><body>\r\n<!--StartFragment-->"+page+"<!--EndFragment-->\r\n</body></html>" {
			t.Errorf("the page is %q", got)
		}
	}
}
