package check

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/han"
)

// wholeReport is a report as agencies write it, with the tables that it speaks of.
// It is right: no rule that reads prose has anything to say.
type wholeReport struct {
	name                                 string
	year                                 int
	agency                               model.Agency
	cells                                string // address=value, table three unless it is named
	preamble, overview, problems, others []model.Block
}

func text(lines ...string) []model.Block {
	return []model.Block{{Text: strings.Join(lines, "\n")}}
}

// fiveHeadings are the five things that an overview tells of, each under its heading, a
// pattern of the number (#) and the name (*).
func fiveHeadings(pattern string, texts ...string) []model.Block {
	var all []model.Block
	for i, name := range []string{"主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"} {
		heading := strings.NewReplacer("#", han.Numeral(i+1), "*", name).Replace(pattern)
		all = append(all, model.Block{Heading: heading, Text: texts[i]})
	}
	return all
}

var wholeReports = []wholeReport{
	{
		name: "a township without requests", year: 2024,
		agency: model.Agency{Name: "石桥镇人民政府", Short: "我镇", Kind: model.Township},
		preamble: text("根据《中华人民共和国政府信息公开条例》（2019年修订）第五十条规定，结合2024年度各村、各办公室报送的材料编制本报告。" +
			"本报告所列数据的统计期限为2024年1月1日至2024年12月31日，电子版自2025年1月20日至2025年12月31日可在www.example.gov.cn下载。"),
		overview: fiveHeadings("*情况",
			"2024年，我镇通过县政府网站、微信公众号、村务公开栏等渠道公开信息186条，较2023年增加22条。其中，机构职能4条，减税降费政策12条，公共服务事项30条，工作动态120条，每月公示20条。"+
				"公开了2023年度部门决算和2024年度部门预算（含“三公”经费）。镇便民服务中心于2019年建成，2022年完成改造，全年受理各类事项2360件，办结2358件，办结率99.9%。",
			"健全受理、登记、审核、答复流程，畅通线上线下申请渠道。2024年，我镇未收到公民、法人或者其他组织提出的政府信息公开申请，无上年结转，没有因政府信息公开引起的行政复议、行政诉讼。",
			"落实信息发布“三审三校”，对照2023年度考核反馈的问题逐条整改，清理过期信息35条。全年未制发行政规范性文件。受理农村宅基地建房申请41件，审批41件，均已办结。",
			"管好用好1个微信公众号、2个政务公开专区，推送文章210篇，其中原创80篇、转载130篇，阅读量5.6万次。",
			"把政务公开列入年度考核，分值占4%；举办培训2次，参训96人次，接受群众监督。未发生泄密事件，未收到对公开工作的投诉和举报。",
		),
		problems: text("（一）存在的主要问题：部分信息公开不够及时，政策解读形式单一。上年提出的更新不勤问题已经改进。",
			"（二）改进情况：2025年，一是加强培训；二是制作图解、短视频，做到应公开、尽公开。"),
		others: text("2024年，我镇未收取信息处理费。办理县人大代表建议3件、政协提案2件，均已答复并公开。"),
	},
	{
		name: "a county with large numbers", year: 2023,
		agency: model.Agency{Name: "临川县人民政府", Short: "我县", Kind: model.County},
		cells: "received.person=1402 received.business=133 received.legal=25 carriedIn.person=47 granted.person=655 partial.person=90 " +
			"internal.person=66 process.person=40 notHeld.person=390 notCompiled.person=22 petition.person=80 repeated.person=14 otherHandling.business=133 otherHandling.legal=25 carriedOut.person=92 " +
			"disputes.review.upheld=70 disputes.review.corrected=6 disputes.review.pending=4 disputes.direct.upheld=31 disputes.afterReview.upheld=9 " +
			"disclosure.documents.issued=14 disclosure.documents.repealed=3 disclosure.documents.effective=201 disclosure.licensing.decided=310245 disclosure.penalties.decided=8820 disclosure.enforcement.decided=430 disclosure.fees.amount=6120.45",
		preamble: text("本年度报告按照国办公开办函〔2021〕30号文件要求编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分组成。",
			"除特别说明外，报告中所列数据统计时限自2023年1月1日起至2023年12月31日止。如有疑问，请与临川县人民政府办公室联系（地址：临川县城关镇人民路2号，邮编：030000，电话：0358-0000000）。"),
		overview: []model.Block{
			{Text: "2023年，全县各级各部门深入贯彻《条例》，持续加大公开力度，公开质量进一步提升。"},
			{Heading: "主动公开方面", Text: "全县各类平台累计公开政府信息48260条。县政府门户网站公开18204条（其中政策文件260条、政务动态12000条、便民信息5944条），占37.7%；政务新媒体公开30056条，占62.3%。" +
				"制发行政规范性文件14件，废止3件，现行有效201件；解读政策文件86件，其中图解60件、视频26件。全年办理行政许可310245件，作出行政处罚8820件，实施行政强制430件，收取行政事业性收费6120.45万元。公示行政处罚信息9100条、双随机抽查结果1260条。"},
			{Heading: "依申请公开方面", Text: "全县共收到政府信息公开申请1560件，同比增长8.5%，其中自然人申请1402件，法人或其他组织申请158件；上年结转47件。从办理结果看，予以公开655件，部分公开90件，不予公开106件，无法提供412件，不予处理94件，其他处理158件；结转下年度继续办理92件。申请内容主要涉及征地拆迁、住房保障、社会保险等领域。" +
				"县政府本级收到申请260件，答复251件，均在法定期限内作出；14个乡镇收到申请310件，县直部门收到990件。"},
			{Heading: "复议诉讼方面", Text: "因政府信息公开引发的行政复议80件，行政诉讼40件。全县行政机关负责人出庭应诉112件，县政府办理行政复议案件356件。"},
			{Heading: "政府信息管理方面", Text: "印发《2023年政务公开工作要点》任务分解，落实“十四五”规划（2021—2025年）公开要求，报备规范性文件14件，对2020年以来的文件开展清理。"},
			{Heading: "平台建设方面", Text: "对全县53个政务新媒体账号开展4轮检查，关停6个，保留47个。9月25日至10月10日开展政务公开集中宣传，接待群众1.2万人次，发放资料3000余份。"},
			{Heading: "监督保障方面", Text: "举办培训班4期，其中线上1期、线下3期，培训620人次；组织考核2次，通报问题31个，已全部整改。"},
		},
		problems: text("一是部分单位对公开工作重视程度不够，信息更新不及时；二是依申请公开答复质量还有差距。针对2022年存在的解读形式单一问题，已丰富图解、视频形式。",
			"下一步，将着力抓好以下工作：一是加强督促指导；二是规范答复文书；三是总结2023年经验，完善2024年要点。"),
		others: text("全年发出收费通知0件，收取信息处理费0元。2023年承办省、市人大代表建议42件，政协提案55件，办结率100%。"),
	},
	{
		name: "a department", year: 2022,
		agency: model.Agency{Name: "临川县自然资源局", Short: "我局", Kind: model.Department},
		cells: "received.person=23 received.business=2 carriedIn.person=3 granted.person=12 granted.business=1 partial.person=3 thirdParty.person=1 notHeld.person=6 petition.person=1 otherHandling.business=1 carriedOut.person=3 " +
			"disputes.review.upheld=2 disputes.review.corrected=1 disputes.direct.pending=1 disclosure.licensing.decided=745 disclosure.penalties.decided=18 disclosure.documents.effective=5",
		preamble: text("现将临川县自然资源局2022年政府信息公开工作年度报告公布如下。本报告数据统计周期：2022年1月1日—2022年12月31日。"),
		overview: []model.Block{{Text: strings.Join([]string{
			"（一）主动公开情况。2022年，我局在县政府网站公开信息412条，其中规划计划20条、征地信息260条、公示公告92条、其他信息40条；办理行政许可745件，作出行政处罚决定18件。没有新制定行政规范性文件，现行有效5件。2021年度部门决算、2022年度部门预算已按时公开。",
			"（二）依申请公开情况。全年新收政府信息公开申请25件（其中自然人23件、法人2件），由上年结转3件。共答复25件，其中予以公开13件，部分公开3件，因涉及第三方权益不予公开1件，信息不存在无法提供6件，不予处理1件，其他处理1件。结转至2023年办理3件。答复均在法定期限内完成。",
			"（三）复议诉讼情况。因政府信息公开被申请行政复议3件，其中维持2件、纠正1件；被提起行政诉讼1件，尚未审结。受理土地权属争议调处申请16件，办结12件；承办群众来信来访88件次，均已答复。",
			"（四）政府信息管理情况。严格发布审核，编制公开指南，公布2021年政府信息公开年报。",
			"（五）平台建设情况。办好“临川自然资源”微信公众号，关注用户8600人，发布推文150篇。",
			"（六）监督保障情况。召开专题会议3次，接受社会监督，全年未收到对政府信息公开工作的投诉。",
		}, "\n")}},
		problems: text("存在的问题：一是公开内容更新有时滞后；二是个别答复说理不充分。改进措施：2023年将建立台账，定期检查，加强对答复文书的合法性审查。"),
		others:   text("本年度没有收取信息处理费的情况，无其他需要报告的事项。"),
	},
	{
		name: "the edition of 2019", year: 2020,
		agency: model.Agency{Name: "青川街道办事处", Short: "我街道", Kind: model.Subdistrict},
		cells: "received.person=3 carriedIn.person=1 granted.person=2 notHeld.person=1 carriedOut.person=1 " +
			"disclosure.documents.made=0 disclosure.documents.published=0 disclosure.documents.total=0",
		preamble: text("本报告依据《条例》和国办公开办函〔2019〕60号要求编制，所列数据的统计期限自2020年1月1日起至2020年12月31日止。"),
		overview: text("2020年，街道共公开信息73条，其中疫情防控35条；社区动态28条；政策文件10份。微信公众号推送280篇，访问量3.2万次。",
			"全年收到政府信息公开申请3件，上年度结转1件，其中当面申请1件、网上申请3件；已办结3件，均按期答复，另有1件结转下年度继续办理。",
			"未发生因政府信息公开提起行政复议、行政诉讼的情况。受理居民低保、临时救助申请64件，办结60件；化解信访事项12件。",
			"街道政务服务中心2018年启用，自2019年5月15日新《条例》施行以来，累计接待查阅群众560人次。"),
		problems: text("主要问题是公开的主动性还不强、形式不够丰富。2021年，街道将健全制度，配齐人员，拓宽渠道。"),
		others:   text("无其他需要报告的事项，未收取检索、复制、邮寄等费用。"),
	},
	{
		name: "a township with few requests", year: 2025,
		agency:   model.Agency{Name: "云溪乡人民政府", Short: "本乡", Kind: model.Township},
		cells:    "received.person=1 repeated.person=1 disclosure.penalties.decided=2 disclosure.documents.issued=1 disclosure.documents.effective=1 disclosure.fees.amount=0.36",
		preamble: text("如对本报告有疑问，请与云溪乡党政综合办公室联系（电话：0358-0000000）。本报告的统计期限是2025年1月1日至12月31日。"),
		overview: append(text("今年以来，本乡坚持公开为常态、不公开为例外。什么是政府信息？哪里可以查？群众关心的这些问题，本乡通过3期图解作了回应。"), fiveHeadings("（#）*",
			"公开政府信息90条，包括政策文件6条、财政信息14条、工作动态70条；印发规范性文件1件，上报备案1件。处罚决定公示2条。行政事业性收费0.36万元。",
			"全年收到1件，为自然人通过信函提出，属于重复申请，依法不予处理，已按期告知申请人。办理答复率100%。与2024年相比减少2件。",
			"2024年第三方评估反馈的5个问题全部整改。开展公文属性源头认定48件，其中主动公开20件，依申请公开12件，不予公开16件。",
			"设置公开栏12个、查阅点3处，安装电子屏1块，网址为http://www.example.gov.cn/yunxi/col?id=12&type=xx。",
			"印发《云溪乡2025年政务公开方案》，乡纪委监督检查4次，发现问题2个。",
		)...),
		problems: text("我乡公开工作虽取得一定成绩，但专职人员少，业务不够熟练。下步，将选派人员参加培训，提高业务水平。"),
		others:   text("本乡2025年未发生收取信息处理费的情况。"),
	},
}

// TestWholeReports: right reports of different styles give no error, and no hint
// of a rule that reads prose.
func TestWholeReports(t *testing.T) {
	for _, w := range wholeReports {
		t.Run(w.name, func(t *testing.T) {
			r := complete(t, w.year)
			r.Agency = w.agency
			r.Signature = model.Signature{Agency: w.agency.Name, Date: fmt.Sprintf("%d-01-20", w.year+1)}
			for pair := range strings.FieldsSeq(w.cells) {
				a, value, _ := strings.Cut(pair, "=")
				set(t, r, fullAddress(a), value)
			}
			r.Narrative = map[model.SectionID][]model.Block{model.Preamble: w.preamble, model.Overview: w.overview, model.Problems: w.problems, model.Other: w.others}
			for _, f := range Run(r, nil) {
				prose := strings.ContainsAny(f.Rule[:1], "ES") || f.Place != nil || f.wording == "C11 silent"
				if f.Level == Error || f.Level == Warning && prose {
					t.Errorf("%s %s %s", f.Rule, f.Level, f.Message())
				}
			}
		})
	}
}
