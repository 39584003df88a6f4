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

var yearInTitle = regexp.MustCompile(`(\d{4})\s*年`)

// titleYear: the year in the title is the report's (S02). The standard title
// cannot be wrong.
func titleYear(c *checker) {
	for _, m := range yearInTitle.FindAllStringSubmatch(width.Narrow.String(c.Title), -1) {
		if year := strconv.Itoa(c.Year); m[1] != year {
			c.find(Finding{Section: Title, Left: m[1], Right: year}, "", m[1], year)
			return
		}
	}
}

// editionOfCells: no number stands in a cell of the other edition (S06). Only an
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
	c.find(Finding{
		Section: model.SectionID(foreign[0].Table()), Cells: foreign, Right: c.edition.ID,
	}, "", c.Year, c.edition.Name, len(foreign), string(foreign[0]))
}

// What tells that a text speaks of problems, and of what is done about them.
// Broad on purpose: a false alarm costs more trust than a missed one.
var (
	problemWords     = []string{"问题", "不足", "不够", "差距", "薄弱", "有待", "短板", "欠缺", "缺乏", "不高", "不强", "不全", "滞后", "困难", "欠"}
	improvementWords = []string{"改进", "下一步", "下步", "今后", "加强", "完善", "提高", "提升", "强化", "整改", "进一步", "推进", "措施", "优化", "将"}
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
	case !containsAny(text, problemWords):
		c.find(f, " problems")
	case !containsAny(text, improvementWords):
		c.find(f, " improvements")
	}
}

func containsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
