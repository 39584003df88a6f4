package model

// init registers the form in force since the year 2021.
func init() {
	Register(Edition{
		ID: "2021", Name: "2021 版", Source: "国办公开办函〔2021〕30号", Form: "年度报告格式",
		From: 2021,
		Sections: sections(disclosure2021(), applicationsTable(
			Label{Group: Otherwise, Text: "（六）其他处理", Children: []Label{
				{Key: "uncorrected", Text: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
				{Key: "unpaid", Text: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"},
				{Key: "otherHandling", Text: "3.其他"},
			}},
		), "写明收取信息处理费的情况（没有收取也要说明）；没有其他事项的，写“无其他需要报告的事项”。"),
		Openings: append(openings(), effective("regulations"), effective("documents")),
	})
}

// effective: 现行有效 begins with last year's. 对外公开总数量, of the same row of the
// form before this one, counts otherwise: what was published once is not in force for
// ever.
func effective(row string) Opening {
	cell := Address("disclosure." + row + ".effective")
	return Opening{Cell: cell, Sum: []Address{cell}, Base: true, Near: Address("disclosure." + row + ".total")}
}

func disclosure2021() *Table {
	const corner = "信息内容"
	decided := []Label{{Key: "decided", Text: "本年处理决定数量", Span: 3}}
	return &Table{
		ID: "disclosure", Name: "表二",
		Widths: []int{280, 240, 240, 240},
		Parts: []Part{
			{Band: "第二十条第（一）项", Corner: corner, Columns: []Label{
				{Key: "issued", Text: "本年制发件数"},
				{Key: "repealed", Text: "本年废止件数"},
				{Key: "effective", Text: "现行有效件数"},
			}, Rows: []Label{
				{Key: "regulations", Text: "规章"},
				{Key: "documents", Text: "行政规范性文件"},
			}},
			{Band: "第二十条第（五）项", Corner: corner, Columns: decided, Rows: []Label{
				{Key: "licensing", Text: "行政许可"},
			}},
			{Band: "第二十条第（六）项", Corner: corner, Columns: decided, Rows: []Label{
				{Key: "penalties", Text: "行政处罚"},
				{Key: "enforcement", Text: "行政强制"},
			}},
			{Band: "第二十条第（八）项", Corner: corner, Columns: []Label{
				{Key: "amount", Text: "本年收费金额（单位：万元）", Kind: Money, Span: 3},
			}, Rows: []Label{{Key: "fees", Text: "行政事业性收费"}}},
		},
	}
}
