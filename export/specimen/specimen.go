// Package specimen makes the reports that the tests of paper and files look at, and
// compares what is written of them with golden files. Only tests import it.
package specimen

import (
	_ "embed" // the list of characters
	"fmt"
	"strings"
	"testing"

	"nianbao/assets"
	"nianbao/fonts"
	"nianbao/model"
	"nianbao/model/reportfile"
)

// Faces are the embedded faces.
func Faces(t testing.TB) *fonts.Set {
	t.Helper()
	set, err := fonts.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// Sample is the report that comes with the program, of 2020.
func Sample(t testing.TB) *model.Report {
	t.Helper()
	r, err := reportfile.Read(assets.Sample())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// All are the reports by name: what a township, a county and a careless typist
// write, and what takes the layout to its limits.
func All(t testing.TB) map[string]*model.Report {
	t.Helper()
	return map[string]*model.Report{
		"sample":     Sample(t),
		"numbers":    Numbers(t),
		"county":     Figures(t, 2026, "543210"),
		"county2020": Figures(t, 2020, "543210"),
		"extreme":    Figures(t, 2026, "12345678"),
		"paragraph":  Paragraph(t),
		"awkward":    Awkward(t),
		"characters": Characters(t),
		"letters":    Letters(t),
	}
}

// Numbers is a report of 2026 with figures of one to five digits in all cells
// and the sample's prose.
func Numbers(t testing.TB) *model.Report { return filled(t, 2026, "1", "12", "123", "1234", "12345") }

// Digits is a report of 2021 with figures of one to eight digits in all cells.
func Digits(t testing.TB) *model.Report {
	return filled(t, 2021, "1", "12", "123", "1234", "12345", "123456", "1234567", "12345678")
}

// Figures is a report of an agency with a long name, the same figure in every
// cell, and four decimals where money is counted. A city's largest totals have
// eight digits, which 543210 in every cell makes.
func Figures(t testing.TB, year int, figure string) *model.Report {
	r := filled(t, year, figure)
	for _, c := range r.Edition().Cells() {
		if c.Kind == model.Money || c.Kind == model.Amount {
			set(t, r, c.Address, "72701.2578")
		}
	}
	r.Agency.Name = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县人民政府"
	r.Signature.Agency = r.Agency.Name
	return r
}

func filled(t testing.TB, year int, values ...string) *model.Report {
	t.Helper()
	r, err := model.New(year, model.Agency{Name: "梧桐镇人民政府"})
	if err != nil {
		t.Fatal(err)
	}
	r.Narrative = Sample(t).Narrative
	r.Signature = model.Signature{Agency: r.Agency.Name, Date: fmt.Sprintf("%d-01-08", year+1)}
	for i, a := range r.Unfilled() {
		set(t, r, a, values[i%len(values)])
	}
	return r
}

func set(t testing.TB, r *model.Report, a model.Address, value string) {
	t.Helper()
	if err := r.Set(a, value); err != nil {
		t.Fatal(err)
	}
}

// Paragraph holds a paragraph of 3,000 characters: the sample's prose in one.
func Paragraph(t testing.TB) *model.Report {
	r := Sample(t)
	var prose strings.Builder
	for _, s := range r.Edition().Titled() {
		for _, b := range r.Narrative[s.ID] {
			for _, p := range b.Paragraphs() {
				prose.WriteString(p)
			}
		}
	}
	const length = 3000
	text := []rune(strings.Repeat(prose.String(), 3))
	r.Narrative[model.Overview] = []model.Block{{Text: string(text[:length-1]) + "。"}}
	return r
}

// Awkward is full of marks that meet at line ends, mixed scripts, a line that
// nothing allows to break and an address longer than the paper.
func Awkward(t testing.TB) *model.Report {
	r := Sample(t)
	var b strings.Builder
	for i := range 40 {
		b.WriteString(strings.Repeat("字", i+1) + "，“《〈……》〉”——（一）。）》”；")
		b.WriteString("2020 年 12.5% 的 GB/T 9704 共 3,000 条、" + strings.Repeat("（", 2) + "甲" + strings.Repeat("）", 2) + "。")
	}
	b.WriteString("\n" + "甲" + strings.Repeat(Unbreakable, 20))
	b.WriteString("\n见https://www.example.gov.cn/" + strings.Repeat("abcdefgh/", 20) + "index.html。")
	r.Narrative[model.Overview] = []model.Block{{Heading: strings.Repeat("很长的小标题", 8), Text: b.String()}}
	return r
}

// Marks is full of what means something in markup, quotes within quotes, signs that
// look like others and words without end; two of its parts are empty.
func Marks(t testing.TB) *model.Report {
	r := Sample(t)
	r.Narrative = map[model.SectionID][]model.Block{
		model.Preamble: {{Text: `<b>“甲‘乙“丙”乙’甲”</b> & &amp; &lt; &#x4e00; "引" 'x' <script>alert(1)</script> <!-- 注 --> ]]> {{甲}，我镇。`}},
		model.Overview: {
			{Text: "《〈《》〉》、“‘’”、（（））、——……，二〇二〇年第〇〇一号。\n全角ＡＢＣ１２３，．；半角abc123, .;：１２．５％。"},
			{Heading: "甲 & 乙<小标题>“引”", Text: strings.Repeat("verylongword", 40) + "，" + strings.Repeat("长", 400) + "。"},
			{Heading: "没有下文的小标题"},
			{Heading: "网址", Text: "见https://www.example.gov.cn/?a=1&b=2&copy=3#" + strings.Repeat("x", 200) + "。\n字：𠮷㐀龘\U0001F600。"},
		},
	}
	r.Signature = model.Signature{}
	return r
}

// Unbreakable are marks none of which may begin a line; repeated, they leave no
// way but to break a rule.
const Unbreakable = "》。》。》。"

// standard are the 8,105 characters of 通用规范汉字表 (2013) in its order, from
// the property kTGH of Unicode's Unihan database.
//
//go:embed characters.txt
var standard string

// Characters holds every one of them once.
func Characters(t testing.TB) *model.Report {
	r := Sample(t)
	r.Narrative[model.Overview] = []model.Block{{Text: strings.ReplaceAll(standard, "\n", "")}}
	return r
}

// Letters is full of letters, figures and the signs that stand at them.
func Letters(t testing.TB) *model.Report {
	r := Sample(t)
	r.Narrative[model.Overview] = []model.Block{{Text: strings.Join([]string{
		"WiFi、WPS、WMQ@163.com、App、5G、A4纸、IPv6、H5、GB/T 9704—2012，2024年1月1日，1月、2月、11月共3个月。",
		"“12345”热线、“4G+5G”网络、‘A4’规格，占50%，其中50%、12.5%；（A4）、（1）、《2021》版，App、PDF；约60％。",
		"α粒子、β射线、Ω、Жук，Ⅰ级、Ⅻ级，①②③，20℃、№5、60m²、½以上、3×5、±2%、≥60分、‰、37°26′、€5、¥9,000.50。",
		"2021–2025年，8:30–12:00，2021-01-20，0358-0000000，1+2=3，http://www.example.gov.cn/xxgk/index.html。",
		"1.政策文件8条；2.服务公开12条；3.工作动态 34 条。CPU 8核，New York，内存 16GB，Windows 10和WPS Office 2019。",
	}, "\n")}, {Heading: "A4纸与5G网络", Text: "1、主动公开政府信息1条。\n（2）2月1日前公开3条，WiFi免费。"}}
	return r
}

// corpus are paragraphs of the kind that reports are made of, with all that
// stands among the characters in them: figures, letters, addresses, marks.
//
//go:embed corpus.txt
var corpus string

// Corpus lists the paragraphs of the corpus.
func Corpus() []string { return strings.Split(strings.TrimSpace(corpus), "\n") }

// Measured is a report of the whole corpus, about 20 pages.
func Measured(t testing.TB) *model.Report {
	r := Sample(t)
	r.Narrative[model.Overview] = []model.Block{{Text: corpus}}
	return r
}

// Long is the sample with its prose a hundred times over, about 370 pages.
func Long(t testing.TB) *model.Report {
	r := Sample(t)
	for id, blocks := range r.Narrative {
		var all []model.Block
		for range 100 {
			all = append(all, blocks...)
		}
		r.Narrative[id] = all
	}
	return r
}
