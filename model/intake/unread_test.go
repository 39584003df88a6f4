package intake

import (
	"strings"
	"testing"

	"nianbao/model"
)

// cellValues are ways to write into a cell, and what comes of each: a value, what
// stands there as it was written, or neither.
var cellValues = []struct{ written, value, unread, said string }{
	{"两件", "", "两件", "照原样留在"},
	{"约9", "", "约9", "照原样留在"},
	{"待核实", "", "待核实", "照原样留在"},
	{"9-11", "", "9-11", "照原样留在"},
	{"2.5", "", "2.5", "带小数"},
	{"-7", "", "-7", "负数"},
	{"3 0", "", "3 0", "像是两个数"},
	{"12,34", "", "12,34", "像是两个数"},
	{"○", "", "○", "照原样留在"},
	{"9（其中2件结转）", "", "9（其中2件结转）", "照原样留在"},
	{"9（2）", "", "9（2）", "照原样留在"},
	{"详见附件", "", "详见附件", "照原样留在"},
	{"9*", "9", "", "去掉注号，填 9"},
	{"9①", "9", "", "去掉注号"},
	{"9件②", "9", "", "去掉注号"},
	{"1,209※", "1209", "", "去掉注号"},
	{"9[2]", "9", "", "去掉注号"},
	{"9（注）", "9", "", "去掉注号"},
	{"9 注1", "9", "", "去掉注号"},
	{"9件", "9", "", "去掉单位"},
	{"９", "9", "", ""},
	{"/", "", "", "当作未填"},
	{"——", "", "", "当作未填"},
	{"———", "", "", "当作未填"},
	{"/ /", "", "", "当作未填"},
	{"…", "", "", "当作未填"},
	{"无", "", "", "当作未填"},
	{"", "", "", ""},
}

// TestUnreadCells: what is written in a cell and is no number stays there as it is
// written, and is told; a note's mark and signs for nothing are none.
func TestUnreadCells(t *testing.T) {
	var all []reading
	for _, v := range cellValues {
		want := outcome{cells: map[model.Address]string{cellLicensing: v.value, cellPenalties: "4", cellEnforcement: "0"}, unread: map[model.Address]string{}}
		if v.unread != "" {
			want.unread[cellLicensing] = v.unread
		}
		if v.said != "" {
			want.said = []string{v.said}
		}
		want.whole = v.unread == ""
		all = append(
			all,
			reading{v.written + " on a page", "a.html", page("", decisions(v.written)), want},
			reading{v.written + " in Word", "a.docx", wordPage(wordDecisions(wr("", v.written))), want},
			reading{v.written + " copied", "a.txt", lines(
				ownTitle, "一、总体情况", "公开信息33条。", "二、主动公开政府信息情况", "信息内容\t本年处理决定数量",
				"行政许可\t"+v.written, "行政处罚\t4", "行政强制\t0", "六、其他需要报告的事项", "没有。",
			), want},
		)
	}
	several := outcome{cells: map[model.Address]string{cellLicensing: "", cellPenalties: "4"}, unread: map[model.Address]string{cellLicensing: "1、234"}, said: []string{"不止一个数"}}
	all = append(all, reading{"two numbers that make one", "a.html", page("", decisions("1<br>234")), several})
	runReadings(t, all)
}

// TestUnreadInRows: among the numbers of a row of many, and in a sum.
func TestUnreadInRows(t *testing.T) {
	const granted, total model.Address = "applications.granted.business", "applications.granted.total"
	row := "（一）予以公开\t3\t%\t0\t0\t0\t0\t#"
	file := func(cell, sum string) string {
		row := strings.NewReplacer("%", cell, "#", sum).Replace(row)
		return lines(
			ownTitle, "一、总体情况", "公开信息33条。", "三、收到和处理政府信息公开申请情况",
			"一、本年新收政府信息公开申请数量\t8\t0\t0\t0\t0\t0\t8", "二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0",
			row, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t0\t0\t0\t0\t0\t0\t0", "六、其他需要报告的事项", "没有。",
		)
	}
	runReadings(t, []reading{
		{"a cell", "a.txt", file("五件", "8"), outcome{unread: map[model.Address]string{granted: "五件"}, said: []string{"“五件”不是数字"}}},
		{"the first", "a.txt", strings.Replace(file("5", "8"), "（一）予以公开\t3", "（一）予以公开\t三件", 1), outcome{unread: map[model.Address]string{"applications.granted.person": "三件"}}},
		{"the sum", "a.txt", file("5", "八"), outcome{cells: map[model.Address]string{granted: "5"}, unread: map[model.Address]string{total: "八"}}},
		{"not: a note's mark", "a.txt", file("5①", "8*"), outcome{cells: map[model.Address]string{granted: "5"}, unread: map[model.Address]string{}, whole: true}},
		{"not: nothing", "a.txt", file("/", "3"), outcome{unread: map[model.Address]string{}, whole: true}},
	})
}
