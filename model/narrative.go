package model

import (
	"strconv"
	"strings"

	"nianbao/model/han"
)

// What encloses words that came from an earlier report and that nobody has
// checked yet (待核): 【待核：12】件. Rule S24 finds it, so that they are not printed
// unnoticed.
const (
	PendingOpen  = "【待核："
	PendingClose = "】"
)

// Pending encloses words that are to be checked.
func Pending(words string) string { return PendingOpen + words + PendingClose }

// Block is a stretch of prose, with or without a sub-heading (小标题).
type Block struct {
	Heading string // without its number; empty for none
	Text    string // paragraphs separated by "\n", no indentation
	Extra   Extra
}

// Paragraphs are the paragraphs as they print: blank ones and the typist's
// indentation dropped.
func (b Block) Paragraphs() []string {
	var all []string
	for p := range strings.SplitSeq(b.Text, "\n") {
		if p = strings.TrimSpace(p); p != "" {
			all = append(all, p)
		}
	}
	return all
}

// Numbering is the style of the sub-headings' numbers.
type Numbering string

// The two styles in use: GB/T 9704—2012 7.3.3 asks for （一） below 一、; many
// older reports have 1、.
const (
	Bracketed Numbering = "（一）"
	Arabic    Numbering = "1、"
)

// Numberings lists the styles, the standard's first.
func Numberings() []Numbering { return []Numbering{Bracketed, Arabic} }

// Prefix is the number of the n-th sub-heading of a section, from 1.
func (n Numbering) Prefix(i int) string {
	if n == Arabic {
		return strconv.Itoa(i) + "、"
	}
	return "（" + han.Numeral(i) + "）"
}

// Headings numbers the blocks of a section: the i-th result is the complete
// sub-heading of the i-th block, or empty.
func (r *Report) Headings(id SectionID) []string {
	blocks := r.Narrative[id]
	all := make([]string, len(blocks))
	n := 0
	for i, b := range blocks {
		if h := strings.TrimSpace(b.Heading); h != "" {
			n++
			all[i] = r.Numbering.Prefix(n) + h
		}
	}
	return all
}
