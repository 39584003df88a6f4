package model

// init registers the form for the years 2019 and 2020.
func init() {
	Register(Edition{
		ID: "2019", Name: "2019 版", Source: "国办公开办函〔2019〕60号", Form: "年度报告格式（试行）",
		From: 2019,
		Sections: sections(disclosure2019(), applicationsTable(
			Label{Key: "otherHandling", Group: Otherwise, Text: "（六）其他处理"},
		), "没有其他事项的，写“无其他需要报告的事项”。"),
		Openings: append(
			openings(),
			items("licensing"), items("services"), items("penalties"), items("enforcement"), items("fees"),
			published("regulations"), published("documents"),
		),
	})
}

// items: 上一年项目数量 is what the year before ended with.
func items(row string) Opening {
	previous := Address("disclosure." + row + ".previous")
	return Opening{Cell: previous, Sum: []Address{previous, Address("disclosure." + row + ".change")}}
}

// published: what was repealed is no longer in 对外公开总数量, and the form does not
// tell it.
func published(row string) Opening {
	cell := Address("disclosure." + row + ".total")
	return Opening{Cell: cell, Near: cell}
}

func disclosure2019() *Table {
	const corner = "信息内容"
	documents := []Label{
		{Key: "made", Text: "本年新制作数量"},
		{Key: "published", Text: "本年新公开数量"},
		{Key: "total", Text: "对外公开总数量"}, // typed, not a sum
	}
	decisions := []Label{
		{Key: "previous", Text: "上一年项目数量"},
		{Key: "change", Text: "本年增/减", Kind: Change},
		{Key: "decided", Text: "处理决定数量"},
	}
	return &Table{
		ID: "disclosure", Name: "表二",
		Widths: []int{280, 240, 240, 240},
		Parts: []Part{
			{Band: "第二十条第（一）项", Corner: corner, Columns: documents, Rows: []Label{
				{Key: "regulations", Text: "规章"},
				{Key: "documents", Text: "规范性文件"},
			}},
			{Band: "第二十条第（五）项", Corner: corner, Columns: decisions, Rows: []Label{
				{Key: "licensing", Text: "行政许可"},
				{Key: "services", Text: "其他对外管理服务事项"},
			}},
			{Band: "第二十条第（六）项", Corner: corner, Columns: decisions, Rows: []Label{
				{Key: "penalties", Text: "行政处罚"},
				{Key: "enforcement", Text: "行政强制"},
			}},
			{Band: "第二十条第（八）项", Corner: corner, Columns: []Label{
				{Key: "previous", Text: "上一年项目数量"},
				{Key: "change", Text: "本年增/减", Kind: Change, Span: 2},
			}, Rows: []Label{{Key: "fees", Text: "行政事业性收费"}}},
			{Band: "第二十条第（九）项", Corner: corner, Columns: []Label{
				{Key: "projects", Text: "采购项目数量"},
				{Key: "amount", Text: "采购总金额", Kind: Amount, Span: 2},
			}, Rows: []Label{{Key: "procurement", Text: "政府集中采购"}}},
		},
	}
}
