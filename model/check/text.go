package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"

	"nianbao/model"
)

// A year in figures or in Chinese numerals: 2020年, 二〇二〇年.
var yearInTitle = regexp.MustCompile(`([0-9]{4}|[〇○零一二三四五六七八九]{4})\s*年`)

// figures are the Chinese numerals of a year; 〇 is often typed as ○ or 零.
var figures = strings.NewReplacer(
	"〇", "0", "○", "0", "零", "0", "一", "1", "二", "2", "三", "3", "四", "4",
	"五", "5", "六", "6", "七", "7", "八", "8", "九", "9",
)

// titleYear: the year in the title is the report's (S02). The standard title
// cannot be wrong.
func titleYear(c *checker) {
	for _, m := range yearInTitle.FindAllStringSubmatch(width.Fold.String(c.Title), -1) {
		if year := strconv.Itoa(c.Year); figures.Replace(m[1]) != year {
			c.find(Finding{Section: Title, Left: m[1], Right: year}, "", m[1], year)
			return
		}
	}
}

// editionOfCells: no number stands in a cell of another edition (S06). Only an
// import can bring one.
func editionOfCells(c *checker) {
	var foreign []model.Address
	for a := range c.Cells {
		if _, ok := c.edition.Cell(a); !ok {
			foreign = append(foreign, a)
		}
	}
	if len(foreign) == 0 {
		return
	}
	slices.Sort(foreign)
	names := make([]string, len(foreign))
	for i, a := range foreign {
		names[i] = string(a)
		for _, e := range model.Editions() {
			if cell, ok := e.Cell(a); ok {
				names[i] = cell.Name()
			}
		}
	}
	c.find(Finding{
		Section: model.SectionID(foreign[0].Table()), Cells: foreign, Right: c.edition.ID,
	}, "", c.Year, c.edition.Name, len(foreign), someOf(names))
}

// What tells that a text speaks of problems, and of what is done about them.
// Broad on purpose: a false alarm costs more trust than a missed one. Any 不
// counts (不及时, 不规范 …) but those of words that praise or promise.
var (
	problemWords     = regexp.MustCompile(`问题|差距|有待|短板|滞后|仍[有需]|[还尚][有需未]|未能|没有|[缺弱难欠差少低慢]|不(?:[^断仅但忘懈折]|$)`)
	improvementWords = regexp.MustCompile(`改进|改善|改正|整改|下一?步|今后|力争|确保|加强|加大|加快|完善|提[高升]|强化|进一步|推进|措施|优化|健全|将`)
)

// minProblems is the least number of characters of section five.
const minProblems = 10

// problems: section five is there and tells both the problems and what is done
// about them (S11).
func problems(c *checker) {
	var all strings.Builder
	for _, b := range c.Narrative[model.Problems] {
		all.WriteString(b.Heading)
		for _, p := range b.Paragraphs() {
			all.WriteString(p)
		}
	}
	text := all.String()
	f := Finding{Section: model.Problems}
	switch {
	case text == "":
		c.find(f, " empty")
	case utf8.RuneCountInString(text) < minProblems:
		c.find(f, " short", text)
	case !problemWords.MatchString(text):
		c.find(f, " problems")
	case !improvementWords.MatchString(text):
		c.find(f, " improvements")
	}
}
