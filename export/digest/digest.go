// Package digest is a report as a page that people look at (图解): what was published,
// who asked and what came of it, this year beside the last, what is wrong and what is
// done about it, how to ask and whom.
//
// Everything is derived from the report and its edition, and laid out elsewhere. Begin
// with [Of].
package digest

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/model"
	"nianbao/model/excerpt"
)

// Digest is the page in reading order.
type Digest struct {
	Agency string
	Title  []string // lines
	Year   int
	Last   int // the year that stands beside it; 0 for none
	Parts  []Part
}

// Part is a stretch of the page with a heading.
type Part struct {
	Name    string
	Lines   []string // words, the most important first
	Whole   bool     // they say nothing when they are cut
	Figures []Row    // one cell each: what is to be seen first
	Charts  []Chart
	Notes   []string // what needs no chart: 规章为 0。
}

// Chart compares figures.
type Chart struct {
	Caption string
	Heads   []string // over the columns; nil for a single one
	Rows    []Row
	Notes   []string // which rows were left out and why
}

// Row is a label with its figures, one for each column.
type Row struct {
	Label string
	Cells []Figure
}

// Figure is a number of this year, and of the last where that is known.
type Figure struct {
	Text string // as it prints: 12, 未填, what is no number as it was written
	Last string // of last year; empty for none
	// Bar and LastBar are their shares of the longest bar of the chart, 0 to 1;
	// negative for a number that has none.
	Bar, LastBar float64

	size, lastSize float64
	sized, told    bool // size is known, lastSize is
}

// noBar is the share of what has no bar.
const noBar = -1

// Of makes the page of a report; previous is the one of the year before, nil for none,
// and phone is where to ask, empty for what the report says.
func Of(r, previous *model.Report, phone string) *Digest {
	d := &Digest{Agency: r.Agency.Name, Title: slices.Clone(r.TitleLines()), Year: r.Year}
	d.Title[len(d.Title)-1] += titleEnding
	y := years{now: r, last: previous}
	if previous != nil {
		d.Last = previous.Year
	}
	d.add(y.published())
	d.add(y.applications()...)
	d.add(y.disputes())
	for _, p := range []excerpt.Part{excerpt.Problems, excerpt.Steps, excerpt.Ask} {
		d.add(Part{Name: p.Name(), Lines: excerpt.Lines(r, p)})
	}
	d.add(contact(r, phone))
	return d
}

// add adds the parts that have something to say.
func (d *Digest) add(parts ...Part) {
	for _, p := range parts {
		if len(p.Lines)+len(p.Figures)+len(p.Charts)+len(p.Notes) > 0 {
			d.Parts = append(d.Parts, p)
		}
	}
}

// contact says whom to ask: as the report does, else the agency that publishes.
func contact(r *model.Report, phone string) Part {
	p := Part{Name: excerpt.Contact.Name(), Whole: true, Lines: excerpt.Lines(r, excerpt.Contact)}
	if name := strings.TrimSpace(r.Agency.Name); len(p.Lines) == 0 && name != "" {
		p.Lines = []string{fmt.Sprintf(wordsAgency, name)}
	}
	phone = strings.TrimSpace(phone)
	if told := strings.Join(p.Lines, ""); phone != "" && !strings.Contains(told, phone) {
		p.Lines = append(p.Lines, fmt.Sprintf(wordsPhone, phone))
	}
	return p
}

// Asked reports whether the page says where to ask: a telephone or an address.
func Asked(r *model.Report, phone string) bool {
	return strings.TrimSpace(phone) != "" || len(excerpt.Lines(r, excerpt.Contact)) > 0
}

// Words is what a chart shows, for those who cannot see it.
func (c Chart) Words() string {
	var b strings.Builder
	if c.Caption != "" {
		b.WriteString(c.Caption + "：")
	}
	for i, row := range c.Rows {
		if i > 0 {
			b.WriteString("；")
		}
		b.WriteString(row.Label)
		for j, f := range row.Cells {
			switch {
			case c.Heads == nil:
				b.WriteString(" ")
			case j > 0:
				b.WriteString("，" + c.Heads[j] + " ")
			default:
				b.WriteString("：" + c.Heads[j] + " ")
			}
			b.WriteString(f.Text)
			if f.Last != "" {
				b.WriteString("（" + f.LastWords() + "）")
			}
		}
	}
	return b.String()
}

// LastWords is last year's number with what it is: 上年 12.
func (f Figure) LastWords() string { return fmt.Sprintf(wordsLast, f.Last) }
