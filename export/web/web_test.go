package web

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/export/outline"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
	"nianbao/model"
	"nianbao/model/golden"
)

func outlined(r *model.Report) *outline.Document { return outline.Of(r, outline.Posting{}) }

func page(t *testing.T, r *model.Report, draft bool) []byte {
	t.Helper()
	d := outlined(r)
	return Page(d, typeset.PlanFor(d, specimen.Faces(t), typeset.A4()), draft)
}

// TestGolden compares the page and the fragment of a report to the character.
func TestGolden(t *testing.T) {
	r := specimen.Sample(t)
	r.Signature = model.Signature{Agency: r.Agency.Name, Date: "2021-01-20"}
	golden.Compare(t, "page.golden", string(page(t, r, true)))
	golden.Compare(t, "fragment.golden", string(Fragment(outlined(r), true)))
}

func parse(t *testing.T, data []byte) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// find lists the elements of a name.
func find(n *html.Node, name atom.Atom) []*html.Node {
	var all []*html.Node
	for d := range n.Descendants() {
		if d.DataAtom == name {
			all = append(all, d)
		}
	}
	return all
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func said(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

// TestWholeTables: the cells of each row and those that reach into it fill all
// columns once, in the page and in the fragment, and each heading cell says what it
// heads.
func TestWholeTables(t *testing.T) {
	for name, r := range specimen.All(t) {
		for kind, data := range map[string][]byte{"page": page(t, r, false), "fragment": Fragment(outlined(r), false)} {
			tables := find(parse(t, data), atom.Table)
			if len(tables) != 3 {
				t.Fatalf("%s %s: %d tables", name, kind, len(tables))
			}
			for i, table := range tables {
				for _, wrong := range gaps(t, table) {
					t.Errorf("%s %s, table %d: %s", name, kind, i, wrong)
				}
				for _, head := range find(table, atom.Th) {
					if !slices.Contains([]string{"col", "colgroup", "row", "rowgroup"}, attribute(head, "scope")) {
						t.Errorf("%s %s: %s has the scope %q", name, kind, said(head), attribute(head, "scope"))
					}
				}
			}
		}
	}
}

// gaps lists places of a table that no cell covers, or two do.
func gaps(t *testing.T, table *html.Node) []string {
	t.Helper()
	var covered [][]bool
	columns := 0
	rows := find(table, atom.Tr)
	covered = make([][]bool, len(rows))
	var wrong []string
	for i, row := range rows {
		column := 0
		for cell := range row.ChildNodes() {
			if cell.DataAtom != atom.Td && cell.DataAtom != atom.Th {
				continue
			}
			for column < len(covered[i]) && covered[i][column] {
				column++
			}
			for y := i; y < i+spanOf(t, cell, "rowspan"); y++ {
				if y == len(rows) {
					return append(wrong, "a cell reaches below the table")
				}
				for x := column; x < column+spanOf(t, cell, "colspan"); x++ {
					for len(covered[y]) <= x {
						covered[y] = append(covered[y], false)
					}
					if covered[y][x] {
						wrong = append(wrong, fmt.Sprintf("row %d, column %d twice", y, x))
					}
					covered[y][x] = true
				}
			}
		}
		columns = max(columns, len(covered[i]))
	}
	for i, row := range covered {
		if len(row) != columns || slices.Contains(row, false) {
			wrong = append(wrong, fmt.Sprintf("row %d is not full", i))
		}
	}
	return wrong
}

func spanOf(t *testing.T, cell *html.Node, key string) int {
	t.Helper()
	value := attribute(cell, key)
	if value == "" {
		return 1
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 2 {
		t.Errorf("%s %q", key, value)
	}
	return n
}

// TestFiguresAreHeaded: each figure of the page names cells that are there, once
// each, in its own table, with the row it stands in among them.
func TestFiguresAreHeaded(t *testing.T) {
	root := parse(t, page(t, specimen.Numbers(t), false))
	names := map[string]string{}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); id != "" {
			if _, twice := names[id]; twice {
				t.Errorf("two elements are %s", id)
			}
			names[id] = said(n)
		}
	}
	figures := 0
	for _, cell := range find(root, atom.Td) {
		figures++
		heads := strings.Fields(attribute(cell, "headers"))
		for _, head := range heads {
			if names[head] == "" {
				t.Errorf("%s is headed by %s, which is nothing", said(cell), head)
			}
		}
		if len(heads) < 2 {
			t.Errorf("%s is headed by %v only", said(cell), heads)
		}
	}
	if figures != 200 { // 10 + 175 + 15
		t.Errorf("%d figures", figures)
	}
	var read []string
	for _, head := range strings.Fields(attribute(find(find(root, atom.Table)[1], atom.Td)[22], "headers")) {
		read = append(read, names[head])
	}
	if want := []string{"申请人情况", "法人或其他组织", "商业企业", "三、本年度办理结果", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"}; !slices.Equal(read, want) {
		t.Errorf("a figure is headed by %q", read)
	}
}

// TestPage: language, one title, headings in steps of one, nothing fetched from
// elsewhere, a caption on each table, and room to move it in.
func TestPage(t *testing.T) {
	data := page(t, specimen.Sample(t), false)
	root := parse(t, data)
	if lang := attribute(find(root, atom.Html)[0], "lang"); lang != "zh-CN" {
		t.Errorf("the language is %q", lang)
	}
	if title := said(find(root, atom.Title)[0]); title != "梧桐镇人民政府2020年政府信息公开工作年度报告" {
		t.Errorf("the title is %q", title)
	}
	if n := len(find(root, atom.H1)); n != 1 || len(find(root, atom.H2)) != 6 || len(find(root, atom.H3)) != 5 {
		t.Errorf("%d titles, %d sections, %d sub-headings", n, len(find(root, atom.H2)), len(find(root, atom.H3)))
	}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "src" || a.Key == "href" {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
	}
	if strings.Contains(string(data), "url(") || strings.Contains(string(data), "@import") {
		t.Error("the style fetches something")
	}
	for i, c := range find(root, atom.Caption) {
		region := c.Parent.Parent
		if said(c) == "" || attribute(region, "aria-labelledby") != attribute(c, "id") || attribute(region, "tabindex") != "0" {
			t.Errorf("table %d: caption %q, region %v", i, said(c), region.Attr)
		}
	}
}

// TestFragment: nothing that editors drop with the text in it, and both ways to
// tell borders.
func TestFragment(t *testing.T) {
	data := string(Fragment(outlined(specimen.Sample(t)), false))
	root := parse(t, []byte(data))
	for _, name := range []atom.Atom{atom.Caption, atom.Style, atom.Col, atom.Thead, atom.H1} {
		if n := len(find(root, name)); n > 0 {
			t.Errorf("%d of <%s>", n, name)
		}
	}
	for _, lost := range []string{"class=", "id=", "<html", "<body"} {
		if strings.Contains(data, lost) {
			t.Errorf("it has %s", lost)
		}
	}
	for _, table := range find(root, atom.Table) {
		if attribute(table, "border") != "1" {
			t.Error("a table without the attribute")
		}
		for _, name := range []atom.Atom{atom.Td, atom.Th} {
			for _, c := range find(table, name) {
				if !strings.Contains(attribute(c, "style"), "border:1px solid") {
					t.Errorf("%s has no border", said(c))
				}
			}
		}
	}
	if !strings.Contains(data, ">三、<br>本<br>年<br>度<br>办<br>理<br>结<br>果</th>") {
		t.Error("the vertical label has no line ends")
	}
	for _, p := range strings.Split(data, "\n") {
		if text, ok := strings.CutPrefix(p, "<p>"); ok && (!strings.HasPrefix(text, "　　") || strings.HasPrefix(text, "　　　")) {
			t.Errorf("%.30s begins without two blanks", p)
		}
	}
}

// TestEscape: what means something in markup is text.
func TestEscape(t *testing.T) {
	r := specimen.Marks(t)
	r.Title = `年报</title><script>x</script>&amp;"`
	r.Agency.Name = `甲<乙>&"镇`
	r.Signature = model.Signature{Agency: "<i>镇</i>", Date: "2021-01-20"}
	if err := r.Enter("disclosure.procurement.amount", "<b>4</b>"); err != nil {
		t.Log(err) // kept as it is
	}
	for _, data := range [][]byte{page(t, r, true), Fragment(outlined(r), true)} {
		root := parse(t, data)
		for _, name := range []atom.Atom{atom.Script, atom.I, atom.B} {
			if len(find(root, name)) > 0 {
				t.Errorf("text became <%s>", name)
			}
		}
		for n := range root.Descendants() {
			if n.Type == html.CommentNode {
				t.Errorf("text became a comment: %s", n.Data)
			}
		}
		for _, want := range []string{`</title><script>x</script>&amp;"`, `& &amp; &lt; &#x4e00; "引" 'x' <script>alert(1)</script> <!-- 注 --> ]]> {甲}`, "<i>镇</i>", "&copy=3"} {
			if !strings.Contains(said(root), want) {
				t.Errorf("the text lacks %s", want)
			}
		}
	}
}

// TestDraft: a draft is one to the eye in both, and a finished report in neither.
func TestDraft(t *testing.T) {
	r := specimen.Sample(t)
	for _, draft := range []bool{false, true} {
		if strings.Contains(string(page(t, r, draft)), `content: "草稿"`) != draft || strings.HasPrefix(string(Fragment(outlined(r), draft)), `<p style="text-align:center">【草稿】</p>`) != draft {
			t.Errorf("draft %v: it says otherwise", draft)
		}
	}
}

func BenchmarkPage(b *testing.B) {
	d := outlined(specimen.Sample(b))
	plan := typeset.PlanFor(d, specimen.Faces(b), typeset.A4())
	b.ReportAllocs()
	for b.Loop() {
		Page(d, plan, false)
	}
}
