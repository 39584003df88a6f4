package web

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"nianbao/model/intake/handmade"
	"nianbao/model/intake/source"
)

// filler is the rest of a page: what hides less than half of it hides it.
const filler = `<p>政府信息公开工作年度报告政府信息公开工作年度报告</p>`

func told(t *testing.T, page string) string {
	t.Helper()
	d, err := Read([]byte(page))
	if err != nil {
		t.Errorf("%s: %v", page, err)
		return ""
	}
	return handmade.Told(d)
}

// TestText: lines, headings and the site around, as a page shows them.
func TestText(t *testing.T) {
	long := strings.Repeat("字", maxSite/3)
	for _, tt := range []struct{ name, page, want string }{
		{"paragraphs", "<p>甲</p><p>乙</p>丙<div>丁</div>戊", "1 甲\n2 乙\n3 丙\n4 丁\n5 戊\n"},
		{"within a line", "<p>甲<span>乙</span><b>丙</b><a>丁</a><font>戊</font><st1:date>己</st1:date><nobr>庚</nobr><var>辛</var></p>", "1 甲乙丙丁戊己庚辛\n"},
		{"line ends of the source", "<p>甲\n乙\r\n丙 \n\t丁\nab\ncd甲\nef</p>", "1 甲乙丙 丁 ab cd甲 ef\n"},
		{"line ends of the page", "<p>甲<br>乙<br/><br>丙</p>", "1 甲\n2 乙\n3 丙\n"},
		{"headings", "<h1>甲</h1><h2>乙<span>丙</span></h2><h6>丁</h6>戊<h2>己<h3>庚</h3></h2>", "1#1 甲\n2#2 乙丙\n3#6 丁\n4 戊\n5#2 己\n6#3 庚\n"},
		{"what no reader sees", "<p>甲</p><script>x</script><style>y</style><noscript>z</noscript><!-- c --><template>t</template><svg><text>s</text></svg><iframe>f</iframe>", "1 甲\n"},
		{"the site around", "<nav>首页</nav><div class='x Nav-bar'>栏目</div><div id=site_footer>版权</div><footer>地址</footer><aside>相关</aside><div class=navigate>甲</div>", "1^ 首页\n2^ 栏目\n3^ 版权\n4^ 地址\n5^ 相关\n6 甲\n"},
		{"a longer part is none", "<nav>" + long + "</nav><nav>" + long + "字</nav>", "1^ " + long + "\n2 " + long + "字\n"},
		{"a part with a table is none", "<div class=menu><table><tr><td>甲</td><td>1</td></tr></table></div><div class=menu>乙</div>", "1 甲|1\n2^ 乙\n"},
		{"the body is none", "<body class=menu><p>甲</p></body>", "1 甲\n"},
		{"raised in prose", "<p>36m<sup>2</sup></p>", "1 36m2\n"},
		{"struck out", "<p>甲<s>乙</s><strike>丙</strike><del>丁</del></p>" + filler, "1 甲\n3 政府信息公开工作年度报告政府信息公开工作年度报告\n2(struck) 乙丙丁\n"},
	} {
		if got := told(t, tt.page); got != tt.want {
			t.Errorf("%s:\n%swant\n%s", tt.name, got, tt.want)
		}
	}
	for field, want := range map[string]string{
		`<select><option>6<option>7</select>`: "6", `<select><option>6<option selected>7</select>`: "7",
		`<select><optgroup label=x><option>6<option>7</optgroup></select>`: "6", `<select multiple><option>6</select>`: "",
	} {
		if got := told(t, "<p>甲"+field+"</p>"); got != "1 甲"+want+"\n" {
			t.Errorf("%s: %q, want %q", field, got, want)
		}
	}
	d, err := Read([]byte("<title> 年 \n报 </title><p>甲</p>"))
	if err != nil || d.Title != "年 报" || !d.Certain || d.Loose {
		t.Errorf("%+v, %v", d, err)
	}
}

// TestTables: cells with spans, the paragraphs in them, and tables that only place
// things.
func TestTables(t *testing.T) {
	cell := func(bytes int) string { return strings.Repeat("字", bytes/3) }
	for _, tt := range []struct{ name, page, want string }{
		{"rows and groups", "<table><caption>题</caption><thead><tr><th>项<th>数</thead><tbody><tr><td>甲<td>1</tbody><tfoot><tr><td>乙<td>2</tfoot></table>", "1 题\n2 项|数\n3 甲|1\n4 乙|2\n"},
		{"spans", "<table><tr><td colspan=2>甲<td rowspan=2>乙<tr><td>1<td>2</table>", "1 甲+2|乙@2+1x2\n2 1|2\n"},
		{"spans that are no numbers", "<table><tr><td colspan=x>甲<td colspan=0 rowspan=-3>乙</table>", "1 甲|乙\n"},
		{"the paragraphs of a cell", "<table><tr><td><p>行政</p><p>许可</p><td>1<br>2<td>a\nb</table>", "1 行政 许可|1/2|a b\n"},
		{"one column places things", "<table><tr><td>甲<tr><td>乙</table>", "1 甲\n2 乙\n"},
		{"the longest cell", "<table><tr><td>" + cell(maxCell) + "<td>1</table>", "1 " + cell(maxCell) + "|1\n"},
		{"a longer one", "<table><tr><td>" + cell(maxCell+3) + "<td>1</table>", "1 " + cell(maxCell+3) + "\n2 1\n"},
		{"a table in a table", "<table><tr><td><table><tr><td>甲<td>1</table><td>旁</table>", "1 甲|1\n2 旁\n"},
		{
			"rows and cells that are gone", filler + "<table><tr style='display:none'><td>藏<td>9<tr><td>甲<td hidden>8<td>1</table><table><tr><td>乙<td>2</table>",
			"1 政府信息公开工作年度报告政府信息公开工作年度报告\n3 甲|1\n5 乙|2\n2(hidden) 藏9\n4(hidden) 8\n",
		},
		{
			"a group that is gone", filler + "<table><tbody hidden><tr><td>藏<td>9</tbody><tr><td>甲<td>1</table><table><tr><td>乙<td>2</table>",
			"1 政府信息公开工作年度报告政府信息公开工作年度报告\n3 甲|1\n4 乙|2\n2(hidden) 藏9\n",
		},
		{"the mark of a note", "<table><tr><td>甲<td>5<sup>①</sup></table>", "1 甲|5\n2(mark) ①\n"},
	} {
		if got := told(t, tt.page); got != tt.want {
			t.Errorf("%s:\n%swant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestTableOfGroups: a table of several groups is one.
func TestTableOfGroups(t *testing.T) {
	d, err := Read([]byte("<table><thead><tr><th>项<th>数</thead><tbody><tr><td>甲<td>1</tbody></table><table><tr><td>乙<td>2</table>"))
	if err != nil {
		t.Fatal(err)
	}
	var got []int
	for _, l := range d.Lines {
		got = append(got, l.Table)
	}
	if !slices.Equal(got, []int{1, 1, 2}) {
		t.Errorf("the rows belong to the tables %v", got)
	}
}

// TestHides: each way to hide a text, beside the nearest that does not.
func TestHides(t *testing.T) {
	for style, hidden := range map[string]bool{
		"": false, "display:none": true, "display:block": false, "DISPLAY : None !important": true,
		"visibility:hidden": true, "visibility:collapse": true, "visibility:visible": false,
		"opacity:0": true, "opacity:0.0": true, "opacity:0.01": false, "opacity:x": false,
		"font-size:0": true, "font-size:0px": true, "font-size:1px": false, "font-size:small": false,
		"color:transparent": true, "color:#fff": false,
		"position:absolute;left:-500px": true, "position:absolute;left:-499px": false, "position:fixed;top:-9999px": true,
		"position:relative;left:-9999px": false, "left:-9999px": false, "position:absolute;left:-32em": true, "position:absolute;left:-31em": false, "position:absolute;top:-32rem": true,
		"text-indent:-500px": true, "text-indent:-499px": false,
		"position:absolute;clip:rect(0,0,0,0)": true, "clip:rect(0,0,0,0)": false, "position:absolute;clip:auto": false,
		"overflow:hidden;height:0": true, "overflow:hidden;max-height:0": true, "overflow:hidden;width:0": true, "overflow:hidden;height:1px": false, "height:0": false,
		"text-decoration:underline": false,
	} {
		want := "1 甲乙\n"
		if hidden {
			want = "1 甲\n3(hidden) 乙\n"
		}
		got := told(t, `<p>甲<span style="`+style+`">乙</span></p>`+filler)
		if got = strings.ReplaceAll(strings.ReplaceAll(got, "2 政府信息公开工作年度报告政府信息公开工作年度报告\n", ""), "3 政府信息公开工作年度报告政府信息公开工作年度报告\n", ""); got != strings.Replace(want, "3(", "2(", 1) {
			t.Errorf("%q:\n%swant\n%s", style, got, want)
		}
	}
}

// TestCascade: which of several rules holds, and on which screens.
func TestCascade(t *testing.T) {
	for _, tt := range []struct {
		sheet, element string
		hidden         bool
	}{
		{`.k{display:none}`, `class="a k"`, true},
		{`.k{display:none}`, `class=kk`, false},
		{`.k{display:none} .k{display:inline}`, `class=k`, false},
		{`#i{display:none} .k{display:inline}`, `id=i class=k`, true},
		{`.k{display:inline} #i{display:none}`, `id=i class=k`, true},
		{`.k{display:none!important} #i{display:inline}`, `id=i class=k`, true},
		{`.k{display:none!important}`, `class=k style="display:inline"`, true},
		{`.k{display:none!important}`, `class=k style="display:inline!important"`, false},
		{`.k{display:none}`, `class=k style="display:inline"`, false},
		{`p .k, .x{display:none}`, `class=k`, true},
		{`div .k{display:none}`, `class=k`, false},
		{`p > .k{display:none}`, `class=k`, true},
		{`.a, .k{display:none}`, `class=k`, true},
		{`.k,.a{display:none}`, `class=k`, true},
		{`.k, .a:nth-child(2), b::before, .c:unknown(x,y){display:none}`, `class=k`, true},
		{`[title="a,b"], .k{display:none}`, `title="a,b"`, true},
		{`[title="a,b"]{display:none}`, `class=k title=b`, false},
		{`.a .k, .x{display:none}`, `class=k`, false},
		{`.k:hover{display:none}`, `class=k`, false},
		{`b ~ .k{display:none}`, `class=k`, false},
		{`[class~=k]{display:none}`, `class="a k"`, true},
		{`@media screen{.k{display:none}}`, `class=k`, true},
		{`@media all{.k{display:none}}`, `class=k`, true},
		{`@media print{.k{display:none}}`, `class=k`, false},
		{`@media print{.x{color:red}} .k{display:none}`, `class=k`, true},
		{`@media print{@media screen{.k{display:none}}}`, `class=k`, false},
		{`@media (max-width:9px){.k{display:none}} .x{top:0}`, `class=k`, false},
		{`.x{color:red; broken .k{display:none}`, `class=k`, false},
		{`.x{{}} .k{display:none}`, `class=x`, false},
		{`} .k{display:none}`, `class=k`, false},
		{`.x{*:1} .k{display:none}`, `class=k`, true},
		{`@x; .x{:1;} .k{display:none}`, `class=k`, true},
		{`.x{color:red}`, `class=k hidden`, true},
		{`.k{display:block}`, `class=k hidden`, false},
	} {
		got := strings.Contains(told(t, "<style>"+tt.sheet+"</style><p>甲<b></b><span "+tt.element+">乙</span></p>"+filler), "(hidden) 乙")
		if got != tt.hidden {
			t.Errorf("%s %s: hidden %v", tt.sheet, tt.element, got)
		}
	}
	for media, want := range map[string]bool{"": true, "all": true, " Screen ": true, "only screen": true, "print": false, "screen and (color)": false} {
		if onScreen(media) != want {
			t.Errorf("%q: %v", media, !want)
		}
	}
}

// TestMost: what hides most of the page, or all of its tables, waits for a script to
// show it.
func TestMost(t *testing.T) {
	table := "<table><tr><td>甲<td>1</table>"
	for _, tt := range []struct {
		name, page string
		hidden     int // lines beside the text
	}{
		{"most of the text", "<p>甲乙</p><p hidden>丙丁戊</p>", 0},
		{"half of it", "<p>甲乙</p><p hidden>丙丁</p>", 1},
		{"all tables", "<p>" + strings.Repeat("字", 99) + "</p><div hidden>" + table + table + "</div>", 0},
		{"one of two tables", "<p>" + strings.Repeat("字", 99) + "</p><div hidden>" + table + "</div>" + table, 1},
		{"a part of what is hidden", "<p>" + strings.Repeat("字", 99) + "</p><div hidden>短<p style='visibility:hidden'>长长长</p></div>", 2},
	} {
		d, err := Read([]byte(tt.page))
		if err != nil || len(d.Apart) != tt.hidden {
			t.Errorf("%s: %+v, %v", tt.name, d, err)
		}
	}
}

// TestLook: what is over and within what.
func TestLook(t *testing.T) {
	for element, want := range map[string]string{
		`<i style="visibility:hidden">8<b style="visibility:visible">6</b></i>`:         "1 甲6\n2(hidden) 8\n",
		`<i style="font-size:0">8<b style="font-size:9px">6</b></i>`:                    "1 甲6\n2(hidden) 8\n",
		`<o:p style="display:none">8</o:p>6`:                                            "1 甲6\n2(hidden) 8\n",
		`<o:p>8</o:p>6`:                                                                 "1 甲86\n",
		`<i style="display:none">8<b style="display:inline">6</b></i>`:                  "1 甲\n2(hidden) 86\n",
		`<del style="text-decoration:none">6</del>`:                                     "1 甲6\n",
		`<i style="text-decoration:underline line-through">8</i>6`:                      "1 甲6\n2(struck) 8\n",
		`<i style="text-decoration-line:line-through;visibility:hidden">8</i>6`:         "1 甲6\n2(hidden) 8\n",
		`5<i style="vertical-align:super">①</i>`:                                        "1 甲5①\n",
		`<i style="vertical-align:super">5<b style="vertical-align:baseline">6</b></i>`: "1 甲56\n",
	} {
		got := told(t, "<p>甲"+element+"</p><style></style><hr>"+strings.Repeat(filler, 2))
		var kept []string
		for line := range strings.Lines(got) {
			if !strings.Contains(line, "政府信息") {
				kept = append(kept, line)
			}
		}
		if got := strings.Join(kept, ""); got != want {
			t.Errorf("%s:\n%swant\n%s", element, got, want)
		}
	}
	for cell, want := range map[string]string{
		`5<sup>①</sup>`: "5 ①", `5<sup style="vertical-align:baseline">①</sup>`: "5①", `5<i style="vertical-align:super">①</i>`: "5 ①",
		`5<i style="vertical-align:3px">①</i>`: "5 ①", `5<i style="vertical-align:-3px">①</i>`: "5①", `5<i style="vertical-align:0">①</i>`: "5①", `<sup>5</sup>`: "5",
	} {
		d, err := Read([]byte("<table><tr><td>甲<td>" + cell + "</table>"))
		if err != nil {
			t.Fatal(err)
		}
		got := d.Lines[0].Cells[1].Text
		for _, a := range d.Apart {
			got += " " + a.Text
		}
		if got != want {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
}

// TestMeasure: a number and its unit.
func TestMeasure(t *testing.T) {
	for value, want := range map[string]string{"12px": "12 px true", "-1.5em": "-1.5 em true", "0": "0  true", "auto": "0 auto false", "": "0  false", ".5rem": "0.5 rem true", "1px2": "0  false"} {
		number, unit, ok := measure(value)
		if got := fmt.Sprint(number, " ", unit, " ", ok); got != want {
			t.Errorf("%q: %s, want %s", value, got, want)
		}
	}
}

// TestArchive: of a page saved in one file the part with the most in it is the page.
func TestArchive(t *testing.T) {
	mail := func(parts ...string) []byte {
		return []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n" + strings.Join(parts, "\r\n--b\r\n") + "\r\n--b--\r\n")
	}
	page := "Content-Type: text/html; charset=utf-8\r\n\r\n<p>甲乙</p>"
	for _, tt := range []struct {
		name string
		data []byte
		want string // or the reason
	}{
		{"one page", mail(page), "1 甲乙\n"},
		{"the longest", mail("Content-Type: text/html\r\n\r\n<p>丙</p>", page, "Content-Type: text/html\r\n\r\n<p>丁</p>"), "1 甲乙\n"},
		{"in parts of a part", mail("Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\n丙\r\n--c\r\n" + page + "\r\n--c--"), "1 甲乙\n"},
		{"in ever more parts", []byte("MIME-Version: 1.0\r\n" + strings.Repeat("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", maxParts+1)), "0"},
		{"beside other parts", mail("Content-Type: text/css\r\n\r\n"+strings.Repeat("x", 99), page), "1 甲乙\n"},
		{"quoted", mail("Content-Type: text/html\r\nContent-Transfer-Encoding: Quoted-Printable \r\n\r\n<p>a=3Db</p>"), "1 a=b\n"},
		{"in base64", mail("Content-Type: text/html\r\nContent-Transfer-Encoding: BASE64\r\n\r\nPHA+YWI8L3A+"), "1 ab\n"},
		{"cut off in base64", mail("Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+YWI8L3A+P"), "1 ab\n"},
		{"cut off", mail(page)[:len(mail(page))-9], "1 甲乙\n"},
		{"behind blank lines", append([]byte("\ufeff\r\n "), mail(page)...), "1 甲乙\n"},
		{"without parts", []byte("MIME-Version: 1.0\nContent-Type: text/html\n\n<p>甲</p>"), "1 甲\n"},
		{"broken without parts", []byte("MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n???"), "5"},
		{"no page", mail("Content-Type: text/css\r\n\r\nx"), "0"},
		{"no message", []byte("x"), "5"},
		{"no type", []byte("MIME-Version: 1.0\n\nx"), "5"},
		{"another type", []byte("MIME-Version: 1.0\nContent-Type: video/mp4\n\nx"), "5"},
		{"too large", make([]byte, source.MaxSize+1), "1"},
	} {
		d, err := ReadArchive(tt.data)
		got := fmt.Sprint(int(handmade.Reason(err)))
		if err == nil {
			got = handmade.Told(d)
		}
		if got != tt.want {
			t.Errorf("%s: %q (%v), want %q", tt.name, got, err, tt.want)
		}
	}
	for head, want := range map[string]bool{
		"MIME-Version: 1.0\nContent-Type: text/html": true, "From: x\ncontent-type: y\nmime-version: 1": true, "MIME-Version: 1.0": false, "Content-Type: x": false, "": false,
		strings.Repeat(" ", 2048) + "MIME-Version: 1.0\nContent-Type: text/html": false,
	} {
		if IsArchive([]byte(head)) != want {
			t.Errorf("%.30q: %v", head, !want)
		}
	}
}

// TestRefuses: bounds of a page, each at it and beyond it.
func TestRefuses(t *testing.T) {
	rows := func(n int) string { return "<table>" + strings.Repeat("<tr><td>1<td>2", n) + "</table>" }
	deep := func(n int) string { return strings.Repeat("<div>", n) + "甲" }
	const around = 3 // the document, html, body
	// Each rule is compared with each element: html, head, style, body and those.
	rules := "<style>" + strings.Repeat(".k{top:0}", maxRules) + "</style>"
	for _, tt := range []struct {
		name, page string
		want       source.Reason
	}{
		{"the largest", "<p>甲</p>" + strings.Repeat(" ", source.MaxSize-len("<p>甲</p>")), handmade.Accepted},
		{"larger", "<p>甲</p>" + strings.Repeat(" ", source.MaxSize-len("<p>甲</p>")+1), source.TooLarge},
		{"nothing", "", source.Empty},
		{"as deep", deep(2*source.MaxDepth - around), handmade.Accepted},
		{"deeper", deep(2*source.MaxDepth - around + 1), source.TooDeep},
		{"as many rows", rows(source.MaxLines), handmade.Accepted},
		{"more", rows(source.MaxLines + 1), source.TooLong},
		{"many rules", rules + strings.Repeat("<b>甲</b>", maxMatches/maxRules-9), handmade.Accepted},
		{"too many", rules + strings.Repeat("<b>甲</b>", maxMatches/maxRules+1), source.Slow},
		{"no text", strings.Repeat("\x00", 5000), source.Binary},
	} {
		_, err := Read([]byte(tt.page))
		if got := handmade.Reason(err); got != tt.want {
			t.Errorf("%s: %d (%v), want %d", tt.name, got, err, tt.want)
		}
	}
	root, err := html.Parse(strings.NewReader("<style>" + strings.Repeat(".a,.b{top:0}", maxRules) + "</style>"))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(findStyles(root).rules); n != maxRules {
		t.Errorf("%d rules are kept, want %d", n, maxRules)
	}
}

// TestDecode: a page that says it is UTF-8 is, whatever is broken in it, but for one
// that was saved in another encoding.
func TestDecode(t *testing.T) {
	gbk := "\xb9\xab\xbf\xaa" // 公开
	for page, want := range map[string]string{
		"<meta charset=utf-8><p>公开":                                          "公开",
		"\ufeff<meta charset=\"UTF8\"><p>公开\xff":                             "公开〓",
		"<META http-equiv=x content='text/html; charset=utf-8'><p>\xff\xff公": "〓公",
		"<meta charset=gb2312><p>" + gbk:                                     "公开",
		"<meta charset=utf-8><p>" + strings.Repeat(gbk, 9):                   strings.Repeat("公开", 9),
		"<p>" + gbk: "公开",
		strings.Repeat(" ", 4096) + "<meta charset=utf-8><p>" + gbk: "公开",
	} {
		d, err := Read([]byte(page))
		if err != nil {
			t.Errorf("%.40q: %v", page, err)
			continue
		}
		var all []string
		for _, l := range d.Lines {
			all = append(all, l.Text)
		}
		if !slices.Equal(all, []string{want}) {
			t.Errorf("%.40q: %q, want %q", page, all, want)
		}
	}
}
