package carry

import (
	"testing"

	"nianbao/model"
	"nianbao/model/check"
)

// report is a report of a township with five requests, three of them answered.
func report(t testing.TB, year int) *model.Report {
	t.Helper()
	r, err := model.New(year, model.Agency{Name: "梧桐镇人民政府", Short: "我镇", Kind: model.Township})
	if err != nil {
		t.Fatal(err)
	}
	for a, value := range map[model.Address]string{
		"applications.received.person": "5", "applications.granted.person": "3", "applications.carriedOut.person": "2", "disputes.review.upheld": "1",
	} {
		if err := r.Set(a, value); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// passages are sentences as they stand in reports of a year, with what the next
// year's begins with. ☐12☐ is 【待核：12】.
var passages = []struct {
	year       int
	last, next string
}{
	// The year of the report.
	{2025, "2025年，我镇认真贯彻落实《条例》。", "2026年，我镇认真贯彻落实《条例》。"},
	{2025, "2025年度我镇主动公开政府信息60余条，其中政策文件8条，服务公开12条，工作动态34条等。", "2026年度我镇主动公开政府信息☐60☐余条，其中政策文件☐8☐条，服务公开☐12☐条，工作动态☐34☐条等。"},
	{2025, "2025 年梧桐镇政府信息公开工作取得成效。", "2026 年梧桐镇政府信息公开工作取得成效。"},
	{2025, "２０２５年全镇未发生泄密。", "２０２６年全镇未发生泄密。"},
	{2025, "二〇二五年，本机关做好各项工作。", "二〇二六年，本机关做好各项工作。"},
	{2020, "二○二○年度本单位做好各项工作。", "二○二一年度本单位做好各项工作。"},
	{2020, "二零二零年度本单位做好各项工作。", "二零二一年度本单位做好各项工作。"},
	{2020, "２０２０年度本单位做好各项工作。", "２０２１年度本单位做好各项工作。"},
	{2025, "现公布梧桐镇人民政府2025年政府信息公开工作年度报告。", "现公布梧桐镇人民政府2026年政府信息公开工作年度报告。"},
	{2025, "在2025年的工作中仍存在一些问题。", "在2026年的工作中仍存在一些问题。"},
	{2025, "2025年底，全镇共有政务公开栏15个。", "2026年底，全镇共有政务公开栏☐15☐个。"},
	// The period of the numbers, the end of the year.
	{2025, "所列数据的统计期限自2025年1月1日起至2025年12月31日止。", "所列数据的统计期限自2026年1月1日起至2026年12月31日止。"},
	{2025, "统计期限为2025年1月1日至12月31日。", "统计期限为2026年1月1日至12月31日。"},
	{2025, "统计时间为2025年1月至12月。", "统计时间为2026年1月至12月。"},
	{2025, "数据统计期限为 2025 年 1 月 1 日—2025 年 12 月 31 日。", "数据统计期限为 2026 年 1 月 1 日—2026 年 12 月 31 日。"},
	{2025, "截至2025年12月31日，收到政府信息公开申请5件。", "截至2026年12月31日，收到政府信息公开申请{applications.received.total}件。"},
	{2025, "截止2025年底，未发生收费。", "截止2026年底，未发生收费。"},
	{2025, "2025年1月1日至11月30日公开信息。", "☐2025年1月1日☐至☐11月30日☐公开信息。"},
	// The year to come.
	{2025, "下一步，2026年我镇将继续加强培训。", "下一步，2027年我镇将继续加强培训。"},
	{2025, "2026年，我镇将着力提升公开质量。", "2027年，我镇将着力提升公开质量。"},
	{2025, "2026年我镇公开信息。", "☐2026☐年我镇公开信息。"},
	// Other years, and the same year where it means something else.
	{2025, "与2024年相比增加12%。", "与☐2024☐年相比增加☐12☐%。"},
	{2025, "比2025年减少3条。", "比☐2025☐年减少☐3☐条。"},
	{2025, "自2019年以来未发生泄密。", "自☐2019☐年以来未发生泄密。"},
	{2025, "落实《2025年政务公开工作要点》。", "落实《☐2025☐年政务公开工作要点》。"},
	{2025, "2025年3月15日召开推进会。", "☐2025年3月15日☐召开推进会。"},
	{2025, "3月15日召开推进会。", "☐3月15日☐召开推进会。"},
	{2025, "2025年5月，镇政府召开会议。", "☐2025年5月☐，镇政府召开会议。"},
	{2025, "2025年我镇成立了领导小组。", "☐2025☐年我镇成立了领导小组。"},
	{2025, "2025年上半年开展自查。", "☐2025☐年上半年开展自查。"},
	{2025, "“十四五”期间（2021-2025年）。", "“十四五”期间（☐2021-2025☐年）。"},
	{2025, "2024年和2025年均未发生。", "☐2024☐年和☐2025☐年均未发生。"},
	{2025, "20年来，25年我镇", "☐20☐年来，☐25☐年我镇"},
	{2025, "二〇二五至二〇二六", "☐二〇二五☐至☐二〇二六☐"},
	// Documents.
	{2025, "根据《条例》（国令第711号）和国办函〔2020〕109号文件。", "根据《条例》（国令第711号）和国办函〔2020〕109号文件。"},
	{2025, "根据国办公开办函〔2021〕30号编制。", "根据国办公开办函〔2021〕30号编制。"},
	{2025, "印发梧政发〔2025〕12号、梧政发[2024] 3号文件。", "印发梧政发☐〔2025〕12号☐、梧政发☐[2024] 3号☐文件。"},
	{2025, "《条例》（2019年修订）自2019年5月15日起施行。", "《条例》（2019年修订）自2019年5月15日起施行。"},
	{2025, "根据《条例》第五十条、第20条的规定。", "根据《条例》第五十条、第20条的规定。"},
	{2025, "《办法》（2025年修订）。", "《办法》（☐2025☐年修订）。"},
	// From one edition to the next.
	{2020, "根据国办公开办函〔2019〕60号编制。", "根据国办公开办函〔2021〕30号编制。"},
	{2020, "根据国办公开办函[2019] 60 号编制。", "根据国办公开办函〔2021〕30号编制。"},
	{2020, "根据《关于年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制。", "根据☐《关于年度报告有关事项的通知》☐（国办公开办函〔2021〕30号）编制。"},
	{2019, "根据国办公开办函〔2019〕60号编制。", "根据国办公开办函〔2019〕60号编制。"},
	// Numbers of the tables.
	{2025, "本年共收到政府信息公开申请5件，办结3件，结转下年度继续办理2件。", "本年共收到政府信息公开申请{applications.received.total}件，办结{applications.handled.total}件，结转下年度继续办理{applications.carriedOut.total}件。"},
	{2025, "本年共收到政府信息公开申请6件。", "本年共收到政府信息公开申请☐6☐件。"},
	{2025, "发生行政复议 1 件。", "发生行政复议 {disputes.review.total} 件。"},
	{2025, "收到申请五件，其中自然人五件。", "收到申请{applications.received.total}件，其中自然人☐五☐件。"},
	{2025, "收到申请{applications.received.total}件。", "收到申请{applications.received.total}件。"},
	{2020, "对外公开{disclosure.documents.total}件。", "对外公开☐（未填）☐件。"},
	// Other numbers.
	{2025, "召开专题会议两次，培训30人次，覆盖率达到98.5%，受理12345热线3件。", "召开专题会议☐两☐次，培训☐30☐人次，覆盖率达到☐98.5☐%，受理12345热线☐3☐件。"},
	{2025, "群众满意度百分之九十五，公开百余条。", "群众满意度☐百分之九十五☐，公开☐百余☐条。"},
	{2025, "阅读量1.2万次，粉丝3,456。", "阅读量☐1.2万☐次，粉丝☐3,456☐。"},
	{2025, "在20个工作日内答复，平均用时12个工作日。", "在20个工作日内答复，平均用时☐12☐个工作日。"},
	{2025, "收到申请一件。", "收到申请☐一☐件。"},
	{2025, "收费0元。", "收费☐0☐元。"},
	{2025, "共公开信息【待核：60】条。", "共公开信息☐60☐条。"},
	// What is the same every year.
	{2025, "本报告由六个部分组成，做好五个方面的工作，每一件都要一次性告知，建好一个平台。", "本报告由六个部分组成，做好五个方面的工作，每一件都要一次性告知，建好一个平台。"},
	{2025, "1、主动性不够；2、形式单一。3.内容不多。", "1、主动性不够；2、形式单一。3.内容不多。"},
	{2025, "（1）主动性不够", "（1）主动性不够"},
	{2025, "（地址：孝义市梧桐镇迎宾路12号；邮编：032300；电话：0358-0000000；邮箱：wt2@163.com）", "（地址：孝义市梧桐镇迎宾路12号；邮编：032300；电话：0358-0000000；邮箱：wt2@163.com）"},
	{2025, "邮编：032300。", "邮编：032300。"},
	{2025, "032300为邮政编码。", "032300为邮政编码。"},
	{2025, "联系电话见网站。编号654321", "联系电话见网站。编号☐654321☐"},
	{2025, "编号654321。电话见网站。", "编号☐654321☐。电话见网站。"},
	{2025, "推进政务服务24小时不打烊，用A4纸公开。", "推进政务服务24小时不打烊，用A4纸公开。"},
	{2025, "", ""},
}

func TestPassages(t *testing.T) {
	for _, tt := range passages {
		last := report(t, tt.year)
		last.Narrative[model.Overview] = []model.Block{{Text: tt.last}}
		next, err := From(last, tt.year+1, model.Agency{})
		if err != nil {
			t.Fatal(err)
		}
		want := marked(tt.next)
		if got := next.Narrative[model.Overview][0].Text; got != want {
			t.Errorf("%d %s\n got %s\nwant %s", tt.year, tt.last, got, want)
		}
	}
}

// marked spells the marks of an example out.
func marked(text string) string {
	out, inside := "", false
	for _, r := range text {
		switch {
		case r == '☐' && inside:
			out += model.PendingClose
			inside = false
		case r == '☐':
			out += model.PendingOpen
			inside = true
		default:
			out += string(r)
		}
	}
	return out
}

// TestMarksAreFound: rule S24 finds every mark, so that none is printed as final.
func TestMarksAreFound(t *testing.T) {
	for _, tt := range passages {
		last := report(t, tt.year)
		last.Narrative[model.Overview] = []model.Block{{Text: tt.last}}
		next, err := From(last, tt.year+1, model.Agency{})
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, f := range check.Run(next, last) {
			if f.Rule == "S24" && f.Level == check.Error {
				found++
			}
		}
		want := 0
		for _, r := range tt.next {
			if r == '☐' {
				want++
			}
		}
		if found != want/2 {
			t.Errorf("%s: %d marks, %d found", tt.next, want/2, found)
		}
	}
}
