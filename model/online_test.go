package model

import (
	"errors"
	"strings"
	"testing"
)

func TestReadOnline(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", " \u3000": "",
		"https://www.wutong.example.gov.cn/zwgk/1.html":         "https://www.wutong.example.gov.cn/zwgk/1.html",
		"  http://wutong.example:8080/a?id=1&b=2#top\r\n":       "http://wutong.example:8080/a?id=1&b=2#top",
		"ｈｔｔｐｓ：／／wutong.example／a":                              "https://wutong.example/a",
		"https://wutong.example/政务/年报.html":                     "https://wutong.example/%E6%94%BF%E5%8A%A1/%E5%B9%B4%E6%8A%A5.html",
		"HTTP://wutong.example/":                                "http://wutong.example/",
		"https://10.1.2.3/a":                                    "https://10.1.2.3/a",
		"https://wutong.example/" + strings.Repeat("a", 300-23): "https://wutong.example/" + strings.Repeat("a", 300-23),
	} {
		if got, err := ReadOnline(typed); err != nil || got != want {
			t.Errorf("%q: %q, %v; want %q", typed, got, err, want)
		}
	}
	for _, typed := range []string{
		"www.wutong.example", "wutong", "ftp://wutong.example/", "javascript:alert(1)", "https://", "https:///a", "https://wutong/", "https://.example/",
		"https://wutong.example./", "https://a..example/", "https://a b.example/", "https://a.example/ b", "https://a.example/\nhttps://b.example/",
		"https://me:secret@a.example/", "https://a.example/" + strings.Repeat("年", 100), strings.Repeat("a", 1e6), "https://a.example/\xff", "https://a.example/%zz", "见县政府网站",
	} {
		_, err := ReadOnline(typed)
		if bad := (*OnlineError)(nil); !errors.As(err, &bad) || !strings.Contains(bad.Message(), "不是网址") {
			t.Errorf("%.40q: %v", typed, err)
		}
	}
}
