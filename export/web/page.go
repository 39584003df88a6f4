package web

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/export/outline"
	"nianbao/export/typeset"
)

// Page is the report as one file: nothing is fetched from elsewhere. Printed on A4
// its tables are set as planned. A draft has the watermark on the screen and on
// every printed page.
func Page(report *outline.Document, plan typeset.Plan, draft bool) []byte {
	w := &writer{}
	w.WriteString("<!DOCTYPE html>\n")
	w.open("html", "lang", language)
	w.WriteString("\n")
	w.open("head")
	w.WriteString("\n" + `<meta charset="utf-8">` + "\n" + `<meta name="viewport" content="width=device-width, initial-scale=1">` + "\n")
	w.element("title", report.Heading())
	w.open("style")
	w.WriteString("\n" + look)
	if draft {
		fmt.Fprintf(w, watermark, watermarkText)
	}
	w.close("style")
	w.close("head")
	w.open("body")
	w.WriteString("\n")
	w.open("main")
	w.WriteString("\n")
	w.open("h1")
	for i, line := range report.Title {
		if i > 0 {
			w.WriteString("<br>")
		}
		w.text(line)
	}
	w.close("h1")
	tables := 0
	for _, b := range report.Blocks {
		switch b.Kind {
		case outline.Heading:
			w.element("h"+strconv.Itoa(b.Level+1), b.Text)
		case outline.Paragraph:
			w.element("p", b.Text)
		case outline.Grid:
			tables++
			w.table(b.Table, plan.Tables[tables-1], tables)
		case outline.Picture: // no report has one
		}
	}
	w.signature(report.Signature)
	w.close("main")
	w.close("body")
	w.close("html")
	return []byte(w.String())
}

const language = "zh-CN"

// signature is 落款.
func (w *writer) signature(s outline.Signature) {
	if s == (outline.Signature{}) {
		return
	}
	w.open("div", "class", "signature")
	w.WriteString("\n")
	for _, line := range []string{s.Agency, s.Date} {
		if line != "" {
			w.element("p", line)
		}
	}
	w.close("div")
}

// table is a table with all that a screen reader tells of a figure: the caption,
// and for each figure the cells that head it, as scopes say too little of heads
// over heads. On a telephone it moves sideways by itself.
func (w *writer) table(t *outline.Table, plan typeset.TablePlan, number int) {
	id := func(c outline.Cell) string { return fmt.Sprintf("t%dr%dc%d", number, c.Row+1, c.Column+1) }
	caption := fmt.Sprintf("t%d", number)
	w.open("div", "class", "table", "role", "region", "aria-labelledby", caption, "tabindex", "0")
	w.WriteString("\n")
	w.open("table", "style", fmt.Sprintf("--labels:%.2fpt;--figures:%.2fpt;--row:%.2fpt", plan.Labels, plan.Figures, slices.Min(plan.Rows)))
	w.WriteString("\n")
	w.element("caption", t.Name, "id", caption)
	w.open("colgroup")
	whole := 0.0
	for _, width := range plan.Columns {
		whole += width
	}
	for _, width := range plan.Columns {
		w.open("col", "style", fmt.Sprintf("width:%.2f%%", width/whole*100))
	}
	w.close("colgroup")
	group := ""
	for i, row := range t.Rows {
		begins := i == 0 || row.Part != t.Rows[i-1].Part
		if now := groupOf(t, i); now != group || begins {
			if group != "" {
				w.close(group)
			}
			group = now
			w.open(group)
			w.WriteString("\n")
		}
		w.open("tr")
		for _, c := range row.Cells {
			rows, columns := span(c.RowSpan), span(c.ColSpan)
			if c.Role == outline.Figure {
				var heads []string
				for _, head := range t.Heads(c) {
					heads = append(heads, id(head))
				}
				w.open("td", "rowspan", rows, "colspan", columns, "headers", strings.Join(heads, " "))
				w.wording(c)
				w.WriteString("</td>")
				continue
			}
			w.open("th", "id", id(c), "scope", scope(t.Scope(c)), "rowspan", rows, "colspan", columns, "class", classOf(c))
			w.wording(c)
			w.WriteString("</th>")
		}
		w.close("tr")
	}
	w.close(group)
	w.close("table")
	w.close("div")
}

// groupOf is the element that a row stands in: the head where the table has one on
// top, else a body for each part.
func groupOf(t *outline.Table, row int) string {
	parted := t.Rows[len(t.Rows)-1].Part > 0
	if !parted && !slices.ContainsFunc(t.Rows[:row+1], func(r outline.Row) bool { return !r.Head }) {
		return "thead"
	}
	return "tbody"
}

func classOf(c outline.Cell) string {
	switch {
	case c.Vertical:
		return "vertical"
	case !c.Centred:
		return "label"
	}
	return ""
}

// look is the page's style: 仿宋, 黑体 and 楷体 where there are any, black on
// white, and on paper the edges of GB/T 9704—2012.
const look = `:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0; background: #fff; color: #000; font: 1.125rem/1.8 FangSong, "仿宋", STFangsong, "Noto Serif CJK SC", serif }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere }
h1 { font: 700 clamp(1.1rem, 5vw, 1.6rem)/1.4 "方正小标宋简体", SimSun, "宋体", STSong, "Noto Serif CJK SC", serif; text-align: center; margin: 1rem 0 2rem; text-wrap: balance }
h2, h3 { font-size: 1.125rem; font-weight: 700; line-height: 1.6; margin: 1.2em 0 .4em; text-indent: 2em; break-after: avoid }
h2 { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif }
h3 { font-family: KaiTi, "楷体", STKaiti, "Noto Serif CJK SC", serif }
p { margin: 0; text-align: justify; text-indent: 2em }
.signature { margin-top: 1.5em; break-inside: avoid }
.signature p { text-align: right; text-indent: 0; padding-right: 2em }
.table { overflow-x: auto; margin: .5em 0 1em }
table { border-collapse: collapse; border: 2px solid #000; width: 100%; min-width: 40rem; font: .875rem/1.4 SimSun, "宋体", STSong, "Noto Serif CJK SC", serif; overflow-wrap: normal }
caption { text-align: left; padding: .2em 0 }
th, td { border: 1px solid #000; padding: .25em; text-align: center; font-weight: 400 }
th { text-wrap: balance }
.label { text-align: left; text-wrap: wrap }
.vertical { writing-mode: vertical-rl; white-space: nowrap; padding: .3em .25em }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt SimSun, "宋体", serif; vertical-align: top; padding-top: 5mm } }
@media print {
	body { font-size: 15.75pt; line-height: 28.99pt }
	main { max-width: none; padding: 0 }
	h1 { font-size: 22pt; margin: 0 0 29pt }
	h2, h3 { font-size: 15.75pt; margin: 0; line-height: 28.99pt }
	.table { overflow: visible; margin: 0 0 10pt }
	table { min-width: 0; table-layout: fixed; font-size: var(--labels); line-height: 1.22; break-inside: avoid }
	caption { padding: 0 0 2pt }
	th { padding: .5pt 1pt }
	td { padding: 0; font-size: var(--figures) }
	.label { padding: .5pt 2.5pt }
	tr { height: var(--row); break-inside: avoid }
}
`

const watermark = `body::before { content: "%s"; position: fixed; inset: 0; display: grid; place-items: center; pointer-events: none; z-index: 1; font: 700 9rem/1 SimHei, "黑体", sans-serif; color: rgba(0, 0, 0, .12); transform: rotate(-45deg) }
`
