package check

import (
	"regexp"

	"nianbao/model"
	"nianbao/model/han"
	"nianbao/model/internal/pattern"
)

// S25: the numbers of headings and lists go 一、 （一） 1. （1）, without a step left
// out, and 1、 is none of them.

// levels are the numbers that a paragraph can begin with, by their depth.
var levels = []func() *regexp.Regexp{
	pattern.Lazy(`^[` + han.Numerals + `]{1,3}、`),
	pattern.Lazy(`^[（(][` + han.Numerals + `]{1,3}[）)]`),
	pattern.Lazy(`^[0-9０-９]{1,2}[.．]\s*[^0-9０-９\s]`),
	pattern.Lazy(`^[（(][0-9０-９]{1,2}[）)]`),
}

var commaNumber = pattern.Lazy(`^[0-9０-９]{1,2}、`)

// The depths of what levels finds. Sections are 一、 themselves.
const (
	levelSection = iota
	levelHeading
	levelPoint
)

// outline: one finding for each section and each way of going wrong.
func outline(c *checker) {
	if headed := c.firstHeading(); headed != nil && c.report.Numbering == model.Arabic {
		f := headed.at(headed.whole())
		f.Left, f.Right = string(model.Arabic), string(model.Bracketed)
		c.find(f, " headings")
	}
	for _, s := range c.edition.Prose() {
		c.outlineOf(s.ID)
	}
}

func (c *checker) firstHeading() *paragraph {
	for i := range c.paragraphs {
		if c.paragraphs[i].heading {
			return &c.paragraphs[i]
		}
	}
	return nil
}

func (c *checker) outlineOf(id model.SectionID) {
	said := map[string]bool{}
	tell := func(p paragraph, variant, number, want string) {
		if said[variant] {
			return
		}
		said[variant] = true
		f := p.at(p.whole())
		f.Left, f.Right = number, want
		c.find(f, variant, c.partName(id), number)
	}
	depth := levelSection
	for _, p := range c.part(id) {
		if p.heading {
			depth = levelHeading
			continue
		}
		if number := commaNumber().FindString(p.text); number != "" {
			tell(p, "", number, "1.")
			continue
		}
		for level, form := range levels {
			if !form().MatchString(p.text) {
				continue
			}
			number := form().FindString(p.text)
			if level == levelPoint {
				number = "1."
			}
			switch {
			case level == levelSection:
				tell(p, " section", number, "（一）")
			case level > depth+1:
				tell(p, " step", number, "")
			}
			depth = level
			break
		}
	}
}
