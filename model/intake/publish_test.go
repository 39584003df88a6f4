package intake

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"nianbao/model"
)

// A press that publishes made-up reports the way offices do, slips included.
// It shares nothing with the recognition but the edition's data.

// box is a cell of a published table.
type box struct {
	text          string
	row, column   int
	rows, columns int
	value         bool
}

// sheet is a published table.
type sheet struct {
	columns int
	lead    int // columns before the labels
	rows    [][]box
}

// part is a title with what follows it: prose or a table.
type part struct {
	title string
	prose []string
	table *sheet
}

// publication is a report on its way to being published.
type publication struct {
	rng      *rand.Rand
	report   *model.Report
	title    []string
	parts    []part
	end      []string
	noTotals bool
}

// slips are what goes wrong in the office.
type slips struct {
	wording   bool // labels written a little differently
	width     bool // full-width digits, blanks around numbers
	noTotals  bool // without the sums
	slashes   bool // "/" where nothing happened
	blanks    bool // nothing at all where nothing happened
	renumber  bool // 1、 for （一）
	noHeading int  // index of a section whose title has a slip
}

// invent makes up a report of a year.
func invent(t testing.TB, rng *rand.Rand, year int, s slips) *model.Report {
	t.Helper()
	_, base := sample(t)
	names := []string{"青石镇人民政府", "柳河乡人民政府", "城关街道办事处", "孝义市财政局", "新义街道办事处"}
	r, err := model.New(year, model.NewAgency(names[rng.IntN(len(names))]))
	if err != nil {
		t.Fatal(err)
	}
	for id, blocks := range base.Narrative {
		for _, b := range blocks {
			b.Text = strings.NewReplacer("2020", fmt.Sprint(year), "梧桐镇", "本地").Replace(b.Text)
			r.Narrative[id] = append(r.Narrative[id], b)
		}
	}
	if s.renumber {
		r.Numbering = model.Arabic
	}
	r.Signature = model.Signature{Agency: r.Agency.Name, Date: fmt.Sprintf("%d-01-%02d", year+1, 2+rng.IntN(27))}
	for _, c := range r.Edition().Cells() {
		if c.Total() {
			continue
		}
		value := fmt.Sprint(rng.IntN(10))
		switch {
		case rng.IntN(2) == 0:
			value = "0"
		case rng.IntN(5) == 0:
			value = fmt.Sprint(rng.IntN(3000))
		}
		switch c.Kind {
		case model.Change:
			value = []string{"0", "+3", "-2", "14"}[rng.IntN(4)]
		case model.Money:
			value = []string{"0", "190.457379", "59.2"}[rng.IntN(3)]
		case model.Amount:
			value = []string{"0", "4万元", "251000元"}[rng.IntN(3)]
		}
		if (s.blanks || s.slashes) && rng.IntN(12) == 0 {
			value = ""
		}
		if err := r.Set(c.Address, value); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// publish prepares a report for the printers, which stand in the files beside this.
func publish(rng *rand.Rand, r *model.Report, s slips) *publication {
	p := &publication{rng: rng, report: r, title: r.TitleLines(), noTotals: s.noTotals}
	p.parts = append(p.parts, part{prose: p.prose(model.Preamble)})
	for i, section := range r.Edition().Titled() {
		title := section.Title
		if s.wording && i == s.noHeading {
			title = strings.NewReplacer("主要", "", "情况", "有关情况").Replace(title)
		}
		if section.Table == nil {
			p.parts = append(p.parts, part{title: title, prose: p.prose(section.ID)})
			continue
		}
		p.parts = append(p.parts, part{title: title, table: p.sheet(section.Table, s)})
	}
	p.end = []string{r.Signature.Agency, model.DateInWords(r.Signature.Date)}
	return p
}

func (p *publication) prose(id model.SectionID) []string {
	var all []string
	headings := p.report.Headings(id)
	for i, b := range p.report.Narrative[id] {
		if headings[i] != "" {
			all = append(all, headings[i])
		}
		all = append(all, b.Paragraphs()...)
	}
	return all
}

// sheet prints a table into boxes. Without totals, their columns and rows go
// and the spans over them shrink.
func (p *publication) sheet(t *model.Table, s slips) *sheet {
	g := t.Grid()
	gone, goneRow := map[int]bool{}, map[int]bool{}
	if s.noTotals {
		for i, row := range g.Rows {
			for _, c := range row.Cells {
				if c.Cell == nil {
					continue
				}
				if len(c.Cell.Across) > 0 {
					gone[c.Column] = true
				}
				if len(c.Cell.Down) > 0 {
					goneRow[i] = true
				}
			}
		}
	}
	place := func(column int) int {
		n := 0
		for i := range column {
			if !gone[i] {
				n++
			}
		}
		return n
	}
	out := &sheet{columns: place(g.Columns)}
	at := 0
	for i, row := range g.Rows {
		if goneRow[i] {
			continue
		}
		var boxes []box
		for _, c := range row.Cells {
			b := box{text: c.Text, row: at, column: place(c.Column), rows: c.RowSpan, value: c.Role == model.RoleValue}
			b.columns = place(c.Column+c.ColSpan) - b.column
			for k := i; k < i+c.RowSpan; k++ {
				if goneRow[k] {
					b.rows--
				}
			}
			if b.columns == 0 {
				continue
			}
			if b.value {
				b.text = p.number(p.report.Value(c.Cell.Address), s)
			} else if s.wording {
				b.text = p.slip(b.text)
			}
			boxes = append(boxes, b)
		}
		out.rows = append(out.rows, boxes)
		at++
	}
	return out
}

// number writes a value the way typists do.
func (p *publication) number(v string, s slips) string {
	if v == "" {
		if s.slashes {
			return []string{"/", "—", "／"}[p.rng.IntN(3)]
		}
		return ""
	}
	if s.width && p.rng.IntN(3) == 0 {
		v = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r - '0' + '０'
			}
			return r
		}, v)
	}
	return v
}

// slip writes a label the way typists do.
func (p *publication) slip(label string) string {
	r := []rune(label)
	switch p.rng.IntN(10) {
	case 0:
		return strings.NewReplacer("（", "(", "）", ")", "，", ",", "：", ":").Replace(label)
	case 1:
		return strings.Replace(label, ".", "．", 1)
	case 2:
		return strings.Replace(label, ".", "、", 1)
	case 3: // a character lost near the end
		if len(r) >= 8 {
			return string(r[:len(r)-3]) + string(r[len(r)-2:])
		}
	case 4:
		return strings.NewReplacer("法律行政法规", "法律法规规章", "政府信息公开申请", "政府信息申请", "或重新", "、重新", "行政规范性文件", "规范性文件").Replace(label)
	case 5:
		if len(r) > 4 {
			return string(r[:3]) + " " + string(r[3:])
		}
	}
	return label
}
