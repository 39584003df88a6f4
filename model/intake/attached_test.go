package intake

import (
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/golden"
	"nianbao/model/intake/source"
	"nianbao/model/reportfile"
)

// TestAttached: what is said of the report file that pages carry along, word by word.
func TestAttached(t *testing.T) {
	published, _ := sample(t)
	pages := func(changes ...string) string {
		if len(changes) > 0 && !strings.Contains(string(published), changes[0]) {
			t.Fatalf("the pages have no %s", changes[0])
		}
		return strings.NewReplacer(changes...).Replace(string(published))
	}
	set := func(values map[model.Address]string) func(*model.Report) {
		return func(r *model.Report) {
			for a, v := range values {
				if err := r.Set(a, v); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	signed := func(agency, date string) func(*model.Report) {
		return func(r *model.Report) { r.Signature = model.Signature{Agency: agency, Date: date} }
	}
	var b strings.Builder
	for _, tt := range []struct {
		name   string
		pages  string
		change func(*model.Report)
	}{
		{"the same", pages(), nil},
		{"a date", pages(), signed("", "2021-01-21")},
		{"signed by the agency itself", pages() + "\n梧桐镇人民政府\n2021年1月20日\n", signed(" ", "2021-01-20")},
		{"signed by another", pages() + "\n梧桐镇人民政府\n2021年1月20日\n", signed("梧桐镇党政办", "2021-01-20")},
		{"a name alone", pages(), signed("梧桐镇人民政府", "")},
		{"a character in the middle", pages("梧桐镇", "梧铜镇"), nil},
		{"a character at the end", pages(), func(r *model.Report) { r.Narrative[model.Other][0].Text += "！" }},
		{"the page shows 〓", pages("广泛知晓", "广〓知晓"), nil},
		{"the page shows 〓 for a figure", pages("60 余条", "6〓余条"), nil},
		{"a heading", pages(), func(r *model.Report) { r.Narrative[model.Overview][1].Heading = "依申请" }},
		{"six numbers", pages(), set(map[model.Address]string{
			"applications.granted.person": "901", "applications.partial.person": "902", "applications.received.legal": "903",
			"applications.received.other": "904", "applications.carriedIn.person": "905", "applications.secret.person": "906",
		})},
		{"the year", pages(), func(r *model.Report) { r.Year = 2019 }},
		{"text without a place", pages() + "\n梧桐镇人民政府\n2021年1月20日\n附表说明：数据由各村上报。\n", signed("梧桐镇人民政府", "2021-01-20")},
	} {
		doc, err := read("a.txt", []byte(tt.pages))
		if err != nil {
			t.Fatal(err)
		}
		_, kept := sample(t)
		if tt.change != nil {
			tt.change(kept)
		}
		file, err := reportfile.Write(kept)
		if err != nil {
			t.Fatal(err)
		}
		open := func() ([]byte, error) { return file, nil }
		doc.Attached = []source.Attachment{{Name: "说明.txt", Open: open}, {Name: "年报.NIANBAO", Open: open}}
		got, err := recognise(doc, Options{})
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString("== " + tt.name + "\n")
		for _, n := range got.Notes {
			b.WriteString(n.String() + "\n")
		}
	}
	golden.Compare(t, "attached.txt", b.String())
}
