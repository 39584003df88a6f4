package facts

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/assets"
	"nianbao/model/reportfile"
)

// examples pairs prose with what is read from it: amounts with the words before
// them (~ for vague), then years, dates (! for one the calendar has not),
// periods, breakdowns and shares.
var examples = []struct{ prose, want string }{
	{"收到申请12件。", "收到申请|12件"},
	{"收到申请１２件", "收到申请|12件"},
	{"收到申请 12 件", "收到申请|12件"},
	{"收到申请十二件", "收到申请|12件"},
	{"开展培训两次", "开展培训|2次"},
	{"公开一百二十三条", "公开|123条"},
	{"公开一百零三条", "公开|103条"},
	{"公开一百二条", ""},
	{"全年无一起复议", "全年无|0起"},
	{"未收到一件申请", "未收到|0件"},
	{"收到一件申请", "收到|1件"},
	{"公开二十条", "公开|20条"},
	{"收费190.457379万元", "收费|190.457379万元"},
	{"收费1,234.5元", "收费|1234.5元"},
	{"公开1,234,567条", "公开|1234567条"},
	{"公开12,34条", ""},
	{"公开1,2345,678条", ""},
	{"公开1，234条", ""},
	{"占95.2%", "占|95.2%"},
	{"点击3万次", "点击|~30000次"},
	{"点击1.2万人次", "点击|~12000人次"},
	// Left open by the prose.
	{"公开60余条", "公开|~60条"},
	{"公开六十多条", "公开|~60条"},
	{"公开约60条", "公开约|~60条"},
	{"公开近60条", "公开近|~60条"},
	{"公开60条左右", "公开|~60条"},
	{"公开60条以上", "公开|~60条"},
	{"工作动态34条等", "工作动态|~34条"},
	{"公开10-12条", "公开10-|~12条"},
	{"公开10至12条", "公开10至|~12条"},
	{"公开10条至12条", "公开|~10条 至|~12条"},
	{"数十条意见", "数|~10条"},
	{"件数12件", "件数|12件"},
	{"三五件", ""},
	// No amounts.
	{"第三次会议，第5条", ""},
	{"国办公开办函〔2021〕30号", ""},
	{"百件", ""},
	{"收到申请【待核：12件】，办结5件", "办结|5件"},
	{"公开【12件", "公开【|12件"},
	{"3个月", "|3个月"},
	{"提高2个百分点", "提高|2个百分点"},
	// Where the words around an amount end.
	{"自然人申请10件、法人2件", "自然人申请|10件 法人|2件"},
	{"自然人10件法人2件", "自然人|10件 法人|2件"},
	{"行政许可、行政处罚5件", "行政处罚|+5件"},
	{"公民、法人和其他组织申请5件", "法人和其他组织申请|+5件"},
	{"自然人3件、企业、协会2件", "自然人|3件 协会|+2件"},
	{"办结5件（上年结转1件）", "办结|5件 上年结转|1件"},
	// Years and dates.
	{"2020年，二〇二〇年度", "年2020 年2020"},
	{"2020 年度", "年2020"},
	{"文件3 2020年", "年2020"},
	{"20年来，100年", ""},
	{"202020年", "日202020-0-0!"},
	{"2021年1月20日", "年2021 日2021-1-20"},
	{"二〇二一年一月二十日", "年2021 日2021-1-20"},
	{"2021-01-20、2021.1.20、2021/1/20", "日2021-1-20 日2021-1-20 日2021-1-20"},
	{"2021年2月30日", "年2021 日2021-2-30!"},
	{"2月29日，2月30日，13月1日", "日0-2-29 日0-2-30! 日0-13-1!"},
	{"2021年2月29日", "年2021 日2021-2-29!"},
	{"2021年3月召开", "年2021 日2021-3-0"},
	{"2021年13月", "年2021 日2021-13-0!"},
	{"《条例》（2019年修订）", "年2019"},
	{"《2019年年报》", "年2019引"},
	{"电话0358-0000000", ""},
	{"自2021年1月1日起至2021年12月31日止", "年2021 年2021 日2021-1-1 日2021-12-31 期2021-1-1:2021-12-31"},
	{"2021年1月1日至12月31日", "年2021 日2021-1-1 日0-12-31 期2021-1-1:2021-12-31"},
	{"2021年1月1日成立，12月31日撤销", "年2021 日2021-1-1 日0-12-31"},
	{"自2月10至3月1日，9月31至10月8日", "日0-2-10 日0-3-1 日0-9-31! 日0-10-8 期0-2-10:0-3-1 期0-9-31:0-10-8"},
	{"9月31件，6月30至40件", "9月|31件 6月30至|~40件"},
	// Nought without a unit.
	{"申请数为零，诉讼为0、复议是0", "申请数为|0 诉讼为|0 复议是|0"},
	{"为零距离服务", ""},
}

func TestExamples(t *testing.T) {
	for _, e := range examples {
		if got := render(Read(e.prose)); got != e.want {
			t.Errorf("%s:\n got %s\nwant %s", e.prose, got, e.want)
		}
	}
}

// lists are sentences that take a whole apart, each with what was read: the
// whole, the parts, and whether they fit (对), do not (错), or cannot be judged (?).
var lists = []struct{ prose, want string }{
	// They open with 其中 and its like.
	{"共12件，其中自然人10件、法人2件。", "12=10+2对"},
	{"收到12件申请，其中：自然人10件，法人2件", "12=10+2对"},
	{"共12件（其中自然人10件、法人2件）", "12=10+2对"},
	{"共12件。其中，自然人10件、法人3件。", "12=10+3错"},
	{"共12件；其中自然人10件、法人3件。", "12=10+3错"},
	{"共12件，包括自然人10件、法人3件。", "12=10+3错"},
	{"共12件，分别是自然人10件、法人3件。", "12=10+3错"},
	{"共12件。开展培训，包括集中培训3件。", ""},
	{"共12件，办理及时，包括自然人10件、法人3件", ""},
	// They open without a word for it.
	{"共60条：动态40条、公告23条。", "60=40+23错"},
	{"共60条（动态40条、公告20条）。", "60=40+20对"},
	{"共60条。按渠道分，网站40条，公示栏23条。", "60=40+23错"},
	{"共60条：动态40条、公告50条。", "60=40+50?"},
	{"共60条：动态63条。", ""},
	{"共60条（较上年增加3条、增长5%）。", ""},
	{"共60条（动态40条、公告23条，有的重复）。", "60=40+23?"},
	{"共60条（动态40条、公告23条），有的重复。", "60=40+23?"},
	{"共60条，其中动态40条、公告23条，有的重复。", "60=40+23?"},
	{"共60条，其中动态40条、公告23条（有3条重复）。", "60=40+23?"},
	{"共60条，其中动态30条、公告20条（不含转载），另有其他。", "60=30+20?"},
	{"共60条（动态40条、公告23条），其他工作有序推进。", "60=40+23错"},
	{"开展培训4次：线上2次、线下1次，另有以会代训1次。", "4=2+1+1对"},
	// What may stand between.
	{"共12件，比上年增加3件，其中自然人10件、法人3件", "12=10+3错"},
	{"共12件，同比下降20%，其中自然人10件、法人3件", "12=10+3错"},
	{"共12件（不含上年），其中自然人10件、法人3件", "12=10+3错"},
	{"共12件，其中自然人（居民）10件、法人3件", "12=10+3错"},
	{"共12件，其中自然人10件（含代理人2件），法人3件", "12=10+3错"},
	{"共12件，其中自然人10件（占77%），法人3件（占23%）", "12=10+3错"},
	{"共12件，其中自然人10件；法人1件，其他2件", "12=10+1+2错"},
	{"共12件，其中自然人9件、法人1件，其他1件", "12=9+1+1错"},
	// Parts that do not overlap, without 其中; parts that may.
	{"共12件（自然人10件、企业5件）", "12=10+5错"},
	{"共12件：自然人10件、企业2件。", "12=10+2对"},
	{"答复12件：予以公开8件，不予公开1件", "12=8+1错"},
	{"共18条（来信6条、电话15条）", "18=6+15错"},
	{"共100条（网站95条、微信80条）", "100=95+80?"},
	{"共12期（其中上报6期、被采用2期）", "12=6+2?"},
	{"共46条，按栏目划分为：动态30条，公告19条", "46=30+19错"},
	{"共46条，按栏目分类：动态30条，公告16条", "46=30+16对"},
	{"共46条，内有动态30条、公告16条", "46=30+16对"},
	{"共50条，其中甲类20条，内有子14条、丑6条；乙类30条", "50=20+30对 20=14+6对"},
	{"共50条，其中甲类20条，内有子14条、丑9条；乙类33条", "50=20+33错 20=14+9?"},
	{"15日内有3件、20日内有2件答复", ""},
	// Words inside labels.
	{"共60条，其中共青团8条、还款34条、每日一题10条、较大工程8条、等级评定0条", "60=8+34+10+8+0对"},
	{"共60条，其中共青团8条、还款34条、占地补偿10条、较大工程9条", "60=8+34+10+9错"},
	{"共60条，其中养老等服务40条、其他信息23条", "60=40+23错"},
	{"共60条，其中公开指南40条、办理流程20条", "60=40+20对"},
	{"共60条，其中工作动态40条、公开指南20条", "60=40对"},
	{"共60条，其中工作动态40条、公开指南23条", "60=40+23错"},
	// Lists that need not be all.
	{"共60余条，其中文件8条，动态34条等", "60=8+34?"},
	{"共60条，其中文件8条，动态34条，其余为服务信息", "60=8+34?"},
	{"共60条，其中文件8条，动态34条，制作视频3个", "60=8+34?"},
	{"共60条，其中文件8条，动态34条，覆盖20条街巷", "60=8+34?"},
	{"共60条，其中主要是文件8条，动态34条", "60=8+34?"},
	{"共60条，其中文件8条，动态34条", "60=8+34错"},
	{"共60条，其中文件8条，动态14条", "60=8+14?"},
	{"共60条，其中文件8条", "60=8?"},
	{"共6条，其中文件8条", "6=8错"},
	{"共60条，其中网站通过审核40条，通过抽查23条", "60=40+23错"},
	{"共60条，其中通过网站40条，通过微信35条", "60=40+35?"},
	{"共60条，其中通过网站40条，通过微信23条", "60=40+23错"},
	// Other matters behind.
	{"共12件，其中自然人10件、法人2件，办结9件", "12=10+2对"},
	{"共12件，其中自然人10件、法人4件，办结9件", "12=10+4错"},
	{"共12件，其中自然人10件、法人2件；培训2次，其中线上2次", "12=10+2对 2=2对"},
	{"共12件，其中培训3次", ""},
	// Parts in another unit.
	{"共60条，其中文件30条，指南10份，动态20条", "60=30+20对"},
	{"共60条，其中文件30条，动态20条，指南13份", "60=30+20+13错"},
	{"共60条，其中文件30条，动态20条，指南90份", "60=30+20?"},
	// Which number is the whole.
	{"收到12件，上年结转3件，其中自然人10件、法人5件", "3=10+5对"},
	{"新增2个，共有8个，其中微信4个、微博5个", "8=4+5错"},
	{"报送20条，采用8条，其中头条5条、简讯3条", "8=5+3对"},
	{"网站60条（其中图片20条、视频40条），公众号40条", "60=20+40对"},
	{"共100条，其中网站60条（其中图片20条、视频43条），公众号40条", "100=60+40对 60=20+43错"},
}

func TestLists(t *testing.T) {
	for _, e := range lists {
		x := Read(e.prose)
		x.Amounts, x.Shares, x.Years = nil, nil, nil
		if got := render(x); got != e.want {
			t.Errorf("%s:\n got %s\nwant %s", e.prose, got, e.want)
		}
	}
}

func TestShares(t *testing.T) {
	for prose, want := range map[string]string{
		"共20件，其中自然人15件，占75%":                 "15/20=75%",
		"共20件，其中自然人15件（占75%），法人5件（占25%）":     "15/20=75% 5/20=25%",
		"共20件。其中，自然人15件，占比为75%；法人5件，占总数的25%": "15/20=75% 5/20=25%",
		"自然人15件，占全年20件的75%":                  "15/20=75%",
		"共20件，其中自然人15件，约占75%":                "",
		"共20件，其中自然人15件，占全县总量的7%":             "",
		"共20件，其中自然人15件，同比增长7%":               "",
		"收到申请20件，占75%":                       "",
		"共20余件，其中自然人15件，占75%":                "",
	} {
		x := Read(prose)
		x.Amounts, x.Breakdowns = nil, nil
		if got := render(x); got != want {
			t.Errorf("%s: %s, want %s", prose, got, want)
		}
	}
}

// render writes down what was read.
func render(t *Text) string {
	var all []string
	add := func(format string, values ...any) { all = append(all, fmt.Sprintf(format, values...)) }
	for _, a := range t.Amounts {
		vague := ""
		if a.Vague {
			vague = "~"
		}
		if a.Joined {
			vague += "+"
		}
		add("%s|%s%.*f%s", a.Before, vague, a.Decimals, a.Value, a.Unit)
	}
	for _, y := range t.Years {
		quoted := ""
		if y.Quoted {
			quoted = "引"
		}
		add("年%d%s", y.Value, quoted)
	}
	day := func(d Date) string { return fmt.Sprintf("%d-%d-%d", d.Year, d.Month, d.Day) }
	for _, d := range t.Dates {
		wrong := ""
		if !d.Valid() {
			wrong = "!"
		}
		add("日%s%s", day(d), wrong)
	}
	for _, p := range t.Periods {
		add("期%s:%s", day(p.From), day(p.To))
	}
	for _, b := range t.Breakdowns {
		var parts []string
		for _, p := range b.Parts {
			parts = append(parts, fmt.Sprint(p.Value))
		}
		verdict := "?"
		switch {
		case b.Wrong:
			verdict = "错"
		case b.Fits:
			verdict = "对"
		}
		add("%v=%s%s", b.Whole.Value, strings.Join(parts, "+"), verdict)
	}
	for _, s := range t.Shares {
		add("%v/%v=%v%%", s.Part.Value, s.Whole.Value, s.Percent.Value)
	}
	return strings.Join(all, " ")
}

func TestSpans(t *testing.T) {
	const prose = "本年 共收到 申请 １２ 件，２０２０ 年办结。"
	x := Read(prose)
	at := func(s Span) string { return string([]rune(prose)[s.Start:s.End]) }
	if got := at(x.Amounts[0].Span); got != "１２ 件" {
		t.Errorf("amount at %q", got)
	}
	if got := at(x.Years[0].Span); got != "２０２０ 年" {
		t.Errorf("year at %q", got)
	}
	if got := x.Sentence(0); got != "本年共收到申请12件，2020年办结" {
		t.Errorf("sentence %q", got)
	}
	if got := x.Place(strings.Index(x.String(), "办结")); string([]rune(prose)[got]) != "办" {
		t.Errorf("办 at %d", got)
	}
	if got := x.SentenceBefore(x.Amounts[0]); got != "本年共收到申请" {
		t.Errorf("before the amount %q", got)
	}
}

// TestClauses: a comma or colon within a number, or a time, ends no clause.
func TestClauses(t *testing.T) {
	for prose, want := range map[string]string{
		"收费1,234.5元":     "收费1,234.5元",
		"会议定于9:30开始":     "会议定于9:30开始",
		"收到12,办结,共3件":    "收到12|办结|共3件",
		"其中:自然人3件：办结,2件": "其中|自然人3件|办结|2件",
	} {
		var got []string
		for _, c := range Read(prose).Clauses {
			got = append(got, c.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %q, want %s", prose, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, e := range examples {
		f.Add(e.prose)
	}
	f.Add("\xff12件")
	f.Fuzz(func(t *testing.T, prose string) {
		if len(prose) > 2000 {
			return
		}
		x, n := Read(prose), utf8.RuneCountInString(prose)
		check := func(s Span) {
			if s.Start < 0 || s.End < s.Start || s.End > n {
				t.Errorf("%v in %d characters", s, n)
			}
		}
		for _, a := range x.Amounts {
			check(a.Span)
			x.SentenceBefore(a)
			x.Sentence(a.Sentence)
		}
		for _, y := range x.Years {
			check(y.Span)
		}
		for _, d := range x.Dates {
			check(d.Span)
		}
		for _, p := range x.Periods {
			check(p.Span)
		}
		for _, c := range x.Clauses {
			check(c.Span)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	r, err := reportfile.Read(assets.Sample())
	if err != nil {
		b.Fatal(err)
	}
	var paragraphs []string
	for _, blocks := range r.Narrative {
		for _, block := range blocks {
			paragraphs = append(paragraphs, block.Paragraphs()...)
		}
	}
	for b.Loop() {
		for _, p := range paragraphs {
			Read(p)
		}
	}
}
