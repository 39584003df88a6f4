package model

// Tables three and four are the same in the editions so far but for （六）其他处理,
// and the titles and prose sections are the same altogether: what they share is
// written here once.

func sections(disclosure, applications *Table, other string) []Section {
	return []Section{
		{
			ID: Preamble, Short: "前言",
			Advice: "说明报告的依据、内容和联系方式，写在标题下面、第一部分之前。",
		},
		{
			ID: Overview, Title: "一、总体情况", Short: "一、总体情况",
			Advice:  "写清五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。",
			Aspects: []string{"主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"},
		},
		{
			ID: Disclosure, Title: "二、主动公开政府信息情况", Short: "二、主动公开", Table: disclosure,
			Advice: "条例第二十条各项。没有发生的填 0，不要空着。",
		},
		{
			ID: Applications, Title: "三、收到和处理政府信息公开申请情况", Short: "三、申请情况", Table: applications,
			Advice: "单位：件。灰色的总计由程序计算。没有发生的填 0，不要空着。",
		},
		{
			ID: Disputes, Title: "四、政府信息公开行政复议、行政诉讼情况", Short: "四、复议、诉讼", Table: disputesTable(),
			Advice: "单位：件。灰色的总计由程序计算。没有发生的填 0，不要空着。",
		},
		{
			ID: Problems, Title: "五、存在的主要问题及改进情况", Short: "五、问题及改进",
			Advice: "问题和改进措施都要写，不能只写“无”。",
		},
		{ID: Other, Title: "六、其他需要报告的事项", Short: "六、其他事项", Advice: other},
	}
}

// How the results of table three are counted, whatever a form calls them.
const (
	Granted     = "granted"     // 予以公开
	Partial     = "partial"     // 部分公开
	Withheld    = "withheld"    // 不予公开
	Unavailable = "unavailable" // 无法提供
	Declined    = "declined"    // 不予处理
	Otherwise   = "otherwise"   // 其他处理
)

// openings: 上年结转 is what the year before carried over, in each column.
func openings() []Opening {
	var all []Opening
	for _, column := range []string{"person", "business", "research", "charity", "legal", "other"} {
		all = append(all, Opening{Cell: Address("applications.carriedIn." + column), Sum: []Address{Address("applications.carriedOut." + column)}})
	}
	return all
}

// applicationsTable is 三、收到和处理政府信息公开申请情况, 7 columns; other is
// what the edition puts under （六）其他处理.
func applicationsTable(other Label) *Table {
	return &Table{
		ID: "applications", Name: "表三",
		Widths: []int{52, 106, 310, 76, 76, 76, 76, 76, 76, 76},
		Parts: []Part{{
			Corner: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
			Columns: []Label{{Text: "申请人情况", Children: []Label{
				{Key: "person", Text: "自然人"},
				{Text: "法人或其他组织", Children: []Label{
					{Key: "business", Text: "商业企业"},
					{Key: "research", Text: "科研机构"},
					{Key: "charity", Text: "社会公益组织"},
					{Key: "legal", Text: "法律服务机构"},
					{Key: "other", Text: "其他"},
				}},
				{Key: "total", Text: "总计", Total: true},
			}}},
			Rows: []Label{
				{Key: "received", Text: "一、本年新收政府信息公开申请数量"},
				{Key: "carriedIn", Text: "二、上年结转政府信息公开申请数量"},
				{Text: "三、本年度办理结果", Vertical: true, Children: []Label{
					{Key: "granted", Group: Granted, Text: "（一）予以公开"},
					{Key: "partial", Group: Partial, Text: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"},
					{Group: Withheld, Text: "（三）不予公开", Children: []Label{
						{Key: "secret", Text: "1.属于国家秘密"},
						{Key: "prohibited", Text: "2.其他法律行政法规禁止公开"},
						{Key: "stability", Text: "3.危及“三安全一稳定”"},
						{Key: "thirdParty", Text: "4.保护第三方合法权益"},
						{Key: "internal", Text: "5.属于三类内部事务信息"},
						{Key: "process", Text: "6.属于四类过程性信息"},
						{Key: "casefile", Text: "7.属于行政执法案卷"},
						{Key: "inquiry", Text: "8.属于行政查询事项"},
					}},
					{Group: Unavailable, Text: "（四）无法提供", Children: []Label{
						{Key: "notHeld", Text: "1.本机关不掌握相关政府信息"},
						{Key: "notCompiled", Text: "2.没有现成信息需要另行制作"},
						{Key: "unclear", Text: "3.补正后申请内容仍不明确"},
					}},
					{Group: Declined, Text: "（五）不予处理", Children: []Label{
						{Key: "petition", Text: "1.信访举报投诉类申请"},
						{Key: "repeated", Text: "2.重复申请"},
						{Key: "publication", Text: "3.要求提供公开出版物"},
						{Key: "excessive", Text: "4.无正当理由大量反复申请"},
						{Key: "confirmation", Text: "5.要求行政机关确认或重新出具已获取信息"},
					}},
					other,
					{Key: "handled", Text: "（七）总计", Total: true},
				}},
				{Key: "carriedOut", Text: "四、结转下年度继续办理"},
			},
		}},
	}
}

// disputesTable is 四、政府信息公开行政复议、行政诉讼情况: 15 numbers in a row.
func disputesTable() *Table {
	outcomes := []Label{
		{Key: "upheld", Text: "结果维持"},
		{Key: "corrected", Text: "结果纠正"},
		{Key: "other", Text: "其他结果"},
		{Key: "pending", Text: "尚未审结"},
		{Key: "total", Text: "总计", Total: true},
	}
	return &Table{
		ID: "disputes", Name: "表四",
		Widths: []int{67, 67, 67, 67, 66, 67, 67, 67, 67, 66, 67, 67, 66, 66, 66},
		Parts: []Part{{
			Columns: []Label{
				{Key: "review", Text: "行政复议", Children: outcomes},
				{Text: "行政诉讼", Children: []Label{
					{Key: "direct", Text: "未经复议直接起诉", Children: outcomes},
					{Key: "afterReview", Text: "复议后起诉", Children: outcomes},
				}},
			},
			Rows: []Label{{}},
		}},
	}
}
