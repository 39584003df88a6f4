package intake

import (
	"strings"
	"testing"

	"nianbao/model"
)

// TestPaste: a table on the clipboard goes into the cells of its labels,
// wherever the caret is; numbers alone do not.
func TestPaste(t *testing.T) {
	r, err := model.New(2023, model.NewAgency(ownUnit))
	if err != nil {
		t.Fatal(err)
	}
	whole := copied(func(fields []string) string { return strings.Join(fields, "\t") })
	three := whole[strings.Index(whole, "（本列"):strings.Index(whole, "六、其他")]
	decided := map[model.Address]string{cellLicensing: "6", cellPenalties: "4"}
	for _, c := range []struct {
		name  string
		table model.SectionID
		text  string
		cells int
		some  map[model.Address]string
		said  string
	}{
		{"all of table three", "applications", three, 144, map[model.Address]string{"applications.carriedOut.person": "25", "applications.secret.person": "5"}, ""},
		{"two of its rows", "applications", "二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2\r\n三、本年度办理结果\t（一）予以公开\t3\t0\t0\t0\t0\t0\t3\r\n", 12, map[model.Address]string{"applications.carriedIn.person": "2", "applications.granted.person": "3"}, ""},
		{"blanks around the numbers", "disclosure", "行政处罚\t 4 \n行政许可\t　6\n", 2, decided, ""},
		{"rows of table two", "disclosure", "行政处罚\t4\n行政许可\t6\n", 2, decided, ""},
		{"no number among them", "disclosure", "行政许可\t两件\n行政处罚\t4\n行政强制\t0\n", 2, map[model.Address]string{cellPenalties: "4"}, "照原样留在"},
		{"rows that are counted", "disclosure", "序号\t信息内容\t本年处理决定数量\n1\t行政许可\t6\n2\t行政处罚\t4\n", 2, decided, ""},
		{"rows that are counted, without a head", "disclosure", "3\t行政许可\t6\n4\t行政处罚\t4\n5\t行政强制\t0\n", 3, decided, ""},
		{"a row that the form lacks", "disclosure", "行政许可\t6\n行政处罚\t4\n行政检查\t9\n", 2, decided, "行政检查"},
		{"a row too short", "applications", "一、本年新收政府信息公开申请数量\t1\t0\t0\n二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2\n（一）予以公开\t2\t0\t0\t0\t0\t0\t2\n", 12, nil, "本年新收"},
		{"numbers alone", "applications", "1\t2\t3\n4\t5\t6\n", -1, nil, ""},
		{"a row of numbers for table four", "disputes", strings.TrimRight(strings.Repeat("1\t", 15), "\t"), -1, nil, ""},
		{"another table", "disputes", "行政许可\t6\n行政处罚\t4\n", -1, nil, ""},
		{"prose", "disclosure", "公开信息33条。", -1, nil, ""},
		{"nothing", "disclosure", " ", -1, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := Paste(r, c.table, c.text)
			if !ok {
				if c.cells >= 0 {
					t.Fatal("no table")
				}
				return
			}
			if len(got.Report.Cells) != c.cells {
				t.Errorf("%d cells: %v", len(got.Report.Cells), got.Report.Cells)
			}
			for a, want := range c.some {
				if got.Report.Cells[a] != want {
					t.Errorf("%s is %q, want %q", a, got.Report.Cells[a], want)
				}
			}
			if said := messagesOf(got); !strings.Contains(said, c.said) {
				t.Errorf("no word of %q: %s", c.said, said)
			}
		})
	}
	if len(r.Cells) > 0 {
		t.Error("the report was changed")
	}
}

// TestBlock: labels in front of a block of cells are told from values, and name the
// rows that they are of.
func TestBlock(t *testing.T) {
	r, err := model.New(2026, model.NewAgency(ownUnit))
	if err != nil {
		t.Fatal(err)
	}
	e := r.Edition()
	for _, c := range []struct {
		table model.SectionID
		text  string
		want  string // a line each: label, row, values
	}{
		{model.Applications, "予以公开\t3\r\n部分公开\t1\r\n", "予以公开|granted|3\n部分公开|partial|1"},
		{model.Applications, "三、本年度办理结果\t（一）予以公开\t3", "（一）予以公开|granted|3"},
		{model.Applications, "3\t（一）予以公开\t7\n4\t（二）部分公开\t2", "（一）予以公开|granted|7\n（二）部分公开|partial|2"},
		{model.Applications, "3\t4\n5\t", "||3 4\n||5 "},
		{model.Applications, "三\t4", "||三 4"},
		{model.Applications, "公开\t4", "公开||4"},
		{model.Disclosure, "行政许可\t12\n其他\tabc", "行政许可|licensing|12\n其他||abc"},
		{model.Applications, "", "||"},
	} {
		var got []string
		for _, l := range Block(e, c.table, c.text) {
			got = append(got, l.Label+"|"+l.Row+"|"+strings.Join(l.Values, " "))
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%q:\n%s\nwant\n%s", c.text, strings.Join(got, "\n"), c.want)
		}
	}
}
