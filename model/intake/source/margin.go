package source

import "slices"

// Extent is where a line of text begins and ends across the page, in half
// characters.
type Extent struct{ Begin, End int }

// Margin is what the lines of a text have in common when they were broken at
// one width. The zero Margin is that of lines which were not.
type Margin struct {
	left, right int
	found       bool
}

// slack is how early a line may end for the sake of a punctuation mark.
const slack = 4

// Margins finds out whether a text was broken into lines of one width, which at
// least so many long lines must have.
func Margins(lines []Extent, least int) Margin {
	const long = 40 // half characters
	return MarginsOf(lines, least, long)
}

// MarginsOf is Margins where a line must be so long to say something about the width.
func MarginsOf(lines []Extent, least, long int) Margin {
	var ends []int
	left := -1
	for _, l := range lines {
		if l.End-l.Begin >= long {
			ends = append(ends, l.End)
			if left < 0 || l.Begin < left {
				left = l.Begin
			}
		}
	}
	if len(ends) < least {
		return Margin{}
	}
	slices.Sort(ends)
	right := ends[len(ends)*9/10]
	reach := 0
	for _, end := range ends {
		if end >= right-slack && end <= right+slack {
			reach++
		}
	}
	if reach*2 < len(ends) {
		return Margin{}
	}
	return Margin{left: left, right: right, found: true}
}

// Wraps reports whether a line is as wide as the page: one that is only pushed
// to the right, as a date is, ends a paragraph.
func (m Margin) Wraps(l Extent) bool {
	return m.found && l.End >= m.right-slack && l.Begin-m.left < (m.right-m.left)/4
}

// Indent is how far from the margin a line begins.
func (m Margin) Indent(l Extent) int {
	if !m.found {
		return l.Begin
	}
	return max(0, l.Begin-m.left)
}
