package intake

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// BenchmarkSample is the sample as it was published, in plain text.
func BenchmarkSample(b *testing.B) {
	text, _ := sample(b)
	for b.Loop() {
		if _, err := Read("a.txt", text, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPage is a report on a page of a portal, 200 kB of it: at most 50 ms.
func BenchmarkPage(b *testing.B) {
	page := published(b, 2024).page()
	var links strings.Builder
	for i := 0; len(page)+links.Len() < 200_000; i++ {
		fmt.Fprintf(&links, "<li class=\"nav-item\"><a href=\"/zwgk/%d.html\" target=\"_blank\">政务公开栏目第%d条</a></li>\n", i, i)
	}
	page = bytes.Replace(page, []byte("<body>"), []byte("<body><div class=\"nav\"><ul>"+links.String()+"</ul></div>"), 1)
	if len(page) < 200_000 {
		b.Fatal("the page has no body to put links into")
	}
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		got, err := Read("a.html", page, Options{})
		if err != nil || got.Tables != 3 {
			b.Fatal(err, got)
		}
	}
}

func BenchmarkWord(b *testing.B) {
	document := published(b, 2024).word(false)
	for b.Loop() {
		if _, err := Read("a.docx", document, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
