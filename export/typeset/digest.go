package typeset

import (
	"math"
	"slices"
	"strings"

	"nianbao/export/digest"
	"nianbao/fonts"
)

// Sheet is what a one-page picture (图解) is laid out on. Lengths are in points.
type Sheet struct {
	Width, Height float64 // of the paper; of a sheet as high as it has to be, the most
	Margin        float64
	Columns       int
	Size          float64 // of its text, at scale 1
	Title         float64 // of its title
	Rising        bool    // as high as what stands on it
}

// DigestA4 is the sheet of office printers: text in 五号, a title in 二号.
func DigestA4() Sheet {
	return Sheet{Width: 210 * mm, Height: 297 * mm, Margin: 17 * mm, Columns: 2, Size: 10.5, Title: 22}
}

// DigestA3 is the sheet of the notice board: A4 enlarged.
func DigestA3() Sheet {
	s := DigestA4()
	const enlarged = 420.0 / 297
	s.Width, s.Height = 297*mm, 420*mm
	s.Margin, s.Size, s.Title = s.Margin*enlarged, s.Size*enlarged, s.Title*enlarged
	return s
}

// DigestScreen is the sheet of a picture for telephones: 360 points across, of which
// each is three pixels of a picture of 1080. Its smallest type is then 29 pixels high.
func DigestScreen() Sheet {
	return Sheet{Width: 360, Height: 360 * 6, Margin: 20, Columns: 1, Size: 12, Title: 18, Rising: true}
}

// pixel is the size of one of those, in points.
const pixel = 1.0 / 3

// whole is the nearest place where a pixel of a picture begins: so placed, the same
// character is the same pixels in most lines. On paper any place is as good.
func (s Sheet) whole(y float64) float64 {
	if !s.Rising {
		return y
	}
	return math.Round(y/pixel) * pixel
}

// Scales of what stands on a sheet. Text as large as the sheet has room for is easier
// to read; below plain its words are made fewer first, and only what has no words to
// spare becomes smaller still.
const (
	scaleLeast = 0.55
	scalePlain = 0.85 // 小五 on A4
	scaleStep  = 0.05
	scaleSteps = 19 // from the least to 1.5
)

// Digest lays a picture out on one page. It returns the names of the parts whose words
// had to be made fewer.
func Digest(d *digest.Digest, set *fonts.Set, sheet Sheet, draft bool) (doc *Document, shortened []string) {
	paper := Paper{
		Width: sheet.Width, Height: sheet.Height, Left: sheet.Margin, Top: sheet.Margin,
		Columns: 1, Lines: 1, Cell: sheet.Width - 2*sheet.Margin, Line: sheet.Height - 2*sheet.Margin,
		TitleSize: sheet.Title,
	}
	s := newSetter(set, paper, nil)
	b := board{setter: s, sheet: sheet, page: &Page{Number: 1}}
	b.title(d)
	parts := slices.Clone(d.Parts)
	foot := b.foot(d)
	room := paper.Bottom() - b.y - foot.height - sheet.Size
	shortened = b.shorten(parts, room)
	bottom := b.place(parts, b.fit(parts, room), room)
	if sheet.Rising {
		b.y = bottom + sheet.Size
		b.paper.Height = b.y + foot.height + sheet.Margin
	} else {
		b.y = paper.Bottom() - foot.height
	}
	foot.draw(paper.Left, b.y)
	if draft {
		b.watermarks()
	}
	paper.Height = b.paper.Height
	return &Document{
		Paper: paper, Title: strings.Join(d.Title, ""), Pages: []Page{*b.page}, Headings: b.headings,
		Elements: s.elements, Missing: s.missing,
	}, shortened
}

// watermarks set the mark of a draft on each stretch of the sheet that is as high as a
// sheet of paper is: one looks at no more of a picture at a time.
func (b *board) watermarks() {
	n := max(1, int(b.paper.Height/(b.paper.Width*math.Sqrt2)+tiny))
	for i := range n {
		b.watermarkAround(b.page, b.paper.Height*(float64(i)+0.5)/float64(n))
	}
}

// board is a sheet while things are put on it.
type board struct {
	*setter
	sheet    Sheet
	page     *Page
	y        float64 // lower edge of what stands on it
	headings []Heading
}

// piece is one thing of a column: how high it is, and how to draw it with its upper
// left corner at a place.
type piece struct {
	height float64
	draw   func(x, y float64)
}

// stack is a part with its pieces, one under the other.
type stack []piece

func (s stack) height() float64 {
	h := 0.0
	for _, p := range s {
		h += p.height
	}
	return h
}

// Gaps in ems of the text.
const (
	gapParts   = 1.5 // between parts
	gapColumns = 2.4 // between columns, at scale 1
	gapMost    = 3.0 // how far a gap between parts opens to fill its column, in gaps
)

// columnWidth is that of each column; it does not depend on the scale.
func (b *board) columnWidth() float64 {
	n := float64(b.sheet.Columns)
	return (b.paper.TextWidth() - (n-1)*gapColumns*b.sheet.Size) / n
}

// stacks sets the parts at a scale.
func (b *board) stacks(parts []digest.Part, scale float64) []stack {
	all := make([]stack, len(parts))
	w := panel{board: b, width: b.columnWidth(), size: b.sheet.Size * scale}
	for i := range parts {
		all[i] = w.part(&parts[i])
	}
	return all
}

// split says which parts stand in the first column, so that the higher one is as low as
// can be; the rest stands in the second. high is the higher column, from one part up to
// another, and height how high it is.
func (b *board) split(all []stack, gap float64) (at int, high stretch, height float64) {
	of := func(from, to int) float64 {
		h := gap * float64(max(0, to-from-1))
		for _, s := range all[from:to] {
			h += s.height()
		}
		return h
	}
	at, high, height = len(all), stretch{0, len(all)}, of(0, len(all))
	for i := range all {
		if b.sheet.Columns == 1 {
			break
		}
		first, second := of(0, i), of(i, len(all))
		if max(first, second) >= height {
			continue
		}
		at, high, height = i, stretch{0, i}, first
		if second > first {
			high, height = stretch{i, len(all)}, second
		}
	}
	return at, high, height
}

// stretch is a stretch of the parts.
type stretch struct{ from, to int }

// measure is the higher column of the parts at a scale.
func (b *board) measure(parts []digest.Part, scale float64) (high stretch, height float64) {
	_, high, height = b.split(b.stacks(parts, scale), gapParts*b.sheet.Size*scale)
	return high, height
}

// shorten makes the words of the higher column fewer until there is room for plain
// text, or none are left that can go without harm; what has no room even then, at the
// smallest size, loses words anywhere. It returns the names of the parts concerned.
func (b *board) shorten(parts []digest.Part, room float64) []string {
	plain, least := scalePlain, scaleLeast
	if b.sheet.Rising {
		plain, least = 1, 1
	}
	var all []string
	for _, pass := range []struct {
		scale float64
		shorter
	}{{plain, gently}, {least, anyhow}} {
		for {
			high, height := b.measure(parts, pass.scale)
			if height <= room {
				break
			}
			name, ok := shorten(parts[high.from:high.to], pass.shorter)
			if !ok {
				break
			}
			if !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}

// fit finds the largest scale at which the parts have room.
func (b *board) fit(parts []digest.Part, room float64) float64 {
	if b.sheet.Rising {
		return 1
	}
	least, most := 0, scaleSteps
	at := func(step int) float64 { return scaleLeast + scaleStep*float64(step) }
	for least < most {
		middle := (least + most + 1) / 2
		if _, height := b.measure(parts, at(middle)); height <= room {
			least = middle
		} else {
			most = middle - 1
		}
	}
	return at(least)
}

// place draws the parts in their columns, all of which end at the same height where
// that takes no great gaps, and returns where that is.
func (b *board) place(parts []digest.Part, scale, room float64) float64 {
	all := b.stacks(parts, scale)
	gap := gapParts * b.sheet.Size * scale
	at, _, height := b.split(all, gap)
	if !b.sheet.Rising {
		height = max(height, min(room, height+gap*(gapMost-1)*float64(max(0, max(at, len(all)-at)-1))))
	}
	x := b.paper.Left
	lowest := b.y
	for _, column := range [][]stack{all[:at], all[at:]} {
		own := 0.0
		for _, s := range column {
			own += s.height()
		}
		open := gap
		if n := len(column) - 1; n > 0 && !b.sheet.Rising {
			open = min(max(gap, (height-own)/float64(n)), gap*gapMost)
		}
		y := b.y
		for _, s := range column {
			for _, p := range s {
				p.draw(x, b.sheet.whole(y))
				y += p.height
			}
			lowest = max(lowest, y)
			y += open
		}
		x += b.columnWidth() + gapColumns*b.sheet.Size
	}
	return lowest
}
