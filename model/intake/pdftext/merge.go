package pdftext

import (
	"cmp"
	"math"
	"slices"
)

// Lengths, in points, of what lines are drawn with.
const (
	dot       = 2 * near // what is shorter rules nothing
	smallMark = 7 * thin // what is shorter may be part of a picture: the longest in a QR code, sides of its corners
)

// merge joins lines that lie on and behind each other: cells are drawn one by
// one, and dashes and dots too. Pictures made of such pieces are left out.
func merge(rules []rule) []rule {
	var lines, marks []rule
	for _, r := range rules {
		if r.to-r.from >= smallMark {
			lines = append(lines, r)
			continue
		}
		marks = append(marks, r)
		if r.dot {
			marks = append(marks, r.turned())
		}
	}
	return withoutDots(join(append(lines, withoutPictures(join(marks))...)))
}

// withoutDots leaves out what is too short to rule anything.
func withoutDots(rules []rule) []rule {
	return slices.DeleteFunc(rules, func(r rule) bool { return r.to-r.from < dot })
}

// turned is a dot as a piece of the line that runs across it.
func (r rule) turned() rule {
	half := (r.to - r.from) / 2
	return rule{at: r.from + half, from: r.at - half, to: r.at + half, upright: !r.upright}
}

// join puts pieces together that are one line. Those side by side are strokes of one only
// as far as they are near the first: a picture's are side by side all the way to the next
// line.
func join(rules []rule) []rule {
	slices.SortStableFunc(rules, func(a, b rule) int {
		if a.upright != b.upright {
			if a.upright {
				return 1
			}
			return -1
		}
		return cmp.Compare(a.at, b.at)
	})
	var out []rule
	for from := 0; from < len(rules); {
		first := rules[from]
		to := from + 1
		for to < len(rules) && rules[to].upright == first.upright && rules[to].at-rules[to-1].at <= near/2.0 && rules[to].at-first.at <= near {
			to++
		}
		out = append(out, joinBand(rules[from:to])...)
		from = to
	}
	return out
}

// joinBand puts pieces together that lie behind each other, all of them where half of what
// is drawn lies to either side.
func joinBand(band []rule) []rule {
	drawn, passed := 0.0, 0.0
	for _, r := range band {
		drawn += r.to - r.from
	}
	at := band[0].at
	for _, r := range band {
		if passed += r.to - r.from; passed > drawn/2 {
			at = r.at
			break
		}
	}
	slices.SortStableFunc(band, func(a, b rule) int { return cmp.Compare(a.from, b.from) })
	var out []rule
	for _, r := range band {
		if n := len(out); n > 0 && r.from <= out[n-1].to+near {
			out[n-1].to = max(out[n-1].to, r.to)
			continue
		}
		out = append(out, rule{at: at, from: r.from, to: r.to, upright: r.upright})
	}
	return out
}

// withoutPictures leaves out marks that make a picture, as the squares of a code do: they
// lie beside each other, nearer than cells can be, over more than the strokes of a line.
// A line that goes on beyond the picture is none of it. Rules are in the order of join.
func withoutPictures(marks []rule) []rule {
	if len(marks) > maxPageRules {
		marks = withoutDots(marks)
	}
	if len(marks) > maxPageRules {
		return nil
	}
	g := newGroups(len(marks))
	beside := make([][]rule, len(marks))
	for i, a := range marks {
		for j := i - 1; j >= 0 && marks[j].upright == a.upright && a.at-marks[j].at <= closest; j-- {
			if b := marks[j]; a.from <= b.to && b.from <= a.to {
				g.join(i, j)
				beside[i], beside[j] = append(beside[i], b), append(beside[j], a)
			}
		}
	}
	first, last := map[int]float64{}, map[int]float64{}
	for i, m := range marks {
		k := g.root(i)
		if _, seen := first[k]; !seen {
			first[k] = m.at
		}
		last[k] = m.at
	}
	var out []rule
	for i, m := range marks {
		k := g.root(i)
		if wide := last[k]-first[k] > 2*closest; !wide || m.covered(beside[i]) < (m.to-m.from)/2 {
			out = append(out, m)
		}
	}
	return out
}

// covered is how much of a line has others beside it.
func (r rule) covered(beside []rule) float64 {
	slices.SortFunc(beside, func(a, b rule) int { return cmp.Compare(a.from, b.from) })
	sum, end := 0.0, r.from
	for _, o := range beside {
		if to := min(o.to, r.to); to > end {
			sum += to - max(o.from, end)
			end = to
		}
	}
	return sum
}

// withoutDashes leaves out lines of dashes, along which the paper is to be cut:
// where they cross a table they end nowhere. Rules are in the order of join.
func withoutDashes(rules []rule) []rule {
	const (
		few   = 6
		short = 24 // points
		same  = 1  // how much dashes and the gaps between them differ, in points
	)
	var out []rule
	for from := 0; from < len(rules); {
		to := from + 1
		for to < len(rules) && rules[to].upright == rules[from].upright && rules[to].at == rules[from].at {
			to++
		}
		line := rules[from:to]
		even := len(line) >= few && line[0].to-line[0].from < short
		for i := 1; even && i < len(line); i++ {
			length, step := line[i].to-line[i].from, line[i].from-line[i-1].from
			even = math.Abs(length-(line[0].to-line[0].from)) <= same && math.Abs(step-(line[1].from-line[0].from)) <= same
		}
		if !even {
			out = append(out, line...)
		}
		from = to
	}
	return out
}

// groups are of things that belong together, by their numbers (a union-find).
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

func (g groups) root(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

func (g groups) join(i, j int) { g[g.root(i)] = g.root(j) }
