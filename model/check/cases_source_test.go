package check

import "nianbao/model"

// Cases of what a report was read from has otherwise than the form: S03–S06.

var sourceCases = []ruleCase{
	{"S03", []breaking{
		bad("W 一、概述|一、总体情况|标题“一、概述”与格式不一致", found(model.Source{Headings: []model.HeadingSlip{{Section: model.Overview, Found: "一、概述"}}})),
		bad("E |五、存在的主要问题及改进情况|原文没有“五、存在的主要问题及改进情况”这一部分", only(model.Problems, ""), found(model.Source{Headings: []model.HeadingSlip{{Section: model.Problems}}})),
		bad("E |三、收到和处理政府信息公开申请情况|这一部分", blank(model.Applications), found(model.Source{Headings: []model.HeadingSlip{{Section: model.Applications}}})),
		bad("W |一、总体情况|内容是有的", found(model.Source{Headings: []model.HeadingSlip{{Section: model.Overview, Untitled: true}}})),
		bad("W 六、其他需要报告的事项|六、其他需要报告的事项|的次序与格式不一致。程序", found(model.Source{Headings: []model.HeadingSlip{{Section: model.Other, Found: "六、其他需要报告的事项", Moved: true}}})),
		bad("W 五、其他需要报告的事项|六、其他需要报告的事项|的次序与格式不一致，格式是“六、", found(model.Source{Headings: []model.HeadingSlip{{Section: model.Other, Found: "五、其他需要报告的事项", Moved: true}}})),
	}, []fitting{
		good(found(model.Source{Headings: []model.HeadingSlip{{Section: model.Problems}}})), // written since
		good(found(model.Source{Headings: []model.HeadingSlip{{Section: model.Preamble, Found: "前言"}}})),
		good(found(model.Source{Headings: []model.HeadingSlip{{Section: "outlook", Found: "七、展望"}}})),
	}},
	{"S04", []breaking{
		bad("E ||四、复议、诉讼里没有读到表（表四）", blank(model.Disputes), found(model.Source{NoTable: []model.SectionID{model.Disputes}})),
		bad("E ||三、申请情况里没有读到表（表三）", cells("granted.person="), found(model.Source{NoTable: []model.SectionID{model.Applications}})),
	}, []fitting{
		good(found(model.Source{NoTable: []model.SectionID{model.Disputes}})), // filled in since
		good(found(model.Source{NoTable: []model.SectionID{model.Problems}})),
	}},
	{"S05", []breaking{
		bad("E 2.其他法律法规规章禁止公开|2.其他法律行政法规禁止公开|表三：标签", found(model.Source{Labels: []model.LabelSlip{
			{Section: model.Applications, Cells: []model.Address{"applications.prohibited.person"}, Official: "2.其他法律行政法规禁止公开", Found: "2.其他法律法规规章禁止公开"},
		}})),
		bad("E |总计|没有“总计”这一项", found(model.Source{Labels: []model.LabelSlip{{Section: model.Applications, Official: "总计"}}})),
		bad("E |1.属于国家秘密|这一项", cells("secret.person="), found(model.Source{Labels: []model.LabelSlip{
			{Section: model.Applications, Cells: []model.Address{"applications.secret.person"}, Official: "1.属于国家秘密"},
		}})),
	}, []fitting{
		good(found(model.Source{Labels: []model.LabelSlip{{Section: model.Applications, Official: "自然人", Found: "自然人"}}})),
		good(found(model.Source{Labels: []model.LabelSlip{
			{Section: model.Applications, Cells: []model.Address{"applications.secret.person"}, Official: "1.属于国家秘密"},
		}})), // filled in since
	}},
	{"S06", []breaking{
		bad("E 2|2021|2021 版，有 1 个数填在这一版没有的格子里：表二“政府集中采购”采购项目数量，", written("disclosure.procurement.projects=2")),
		bad("E 2019|2021|原文的表二是 2019 版的样子，2026 年度要用 2021 版", found(model.Source{Layouts: []model.LayoutSlip{{Section: model.Disclosure, Edition: "2019"}}})),
	}, []fitting{
		good(of(2020), cells("disclosure.procurement.projects=2")),
		good(found(model.Source{Layouts: []model.LayoutSlip{{Section: model.Disclosure, Edition: "2021"}}})),
	}},
}

// blank empties a table.
func blank(table model.SectionID) step {
	return func(d *draft) {
		for _, c := range d.r.Edition().Cells() {
			if c.Address.Table() == string(table) && !c.Total() {
				set(d.t, d.r, string(c.Address), "")
			}
		}
	}
}
