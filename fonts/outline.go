package fonts

// Point is a place in font units, y upwards.
type Point struct{ X, Y float64 }

// Contour is one closed curve of an outline: quadratic curves as TrueType
// stores them, starting and ending in Start.
type Contour struct {
	Start  Point
	Curves []Curve
}

// Curve is a quadratic Bézier curve to To; a straight line has Control equal
// to To.
type Curve struct{ Control, To Point }

// Bounds against damaged or hostile faces.
const (
	maxDepth  = 6     // composites within composites
	maxPoints = 20000 // of one glyph
)

// Outline is the shape of a glyph; empty for blanks and for a damaged glyph.
func (f *Face) Outline(g GlyphID) []Contour {
	o := outliner{face: f}
	if !o.add(int(g), transform{1, 0, 0, 1, 0, 0}, 0) {
		return nil
	}
	return o.contours
}

// glyphData is the entry of a glyph in the table glyf, empty for a blank.
func (f *Face) glyphData(g int) []byte {
	loca := f.loca
	var from, to int
	if f.longLoca {
		from, to = int(be32(loca, 4*g)), int(be32(loca, 4*g+4))
	} else {
		from, to = 2*int(be16(loca, 2*g)), 2*int(be16(loca, 2*g+2))
	}
	return slice(f.glyf, from, to-from)
}

// transform maps x, y to a·x + c·y + e, b·x + d·y + f.
type transform struct{ a, b, c, d, e, f float64 }

func (t transform) apply(p Point) Point {
	return Point{t.a*p.X + t.c*p.Y + t.e, t.b*p.X + t.d*p.Y + t.f}
}

// after is t applied to what u has made.
func (t transform) after(u transform) transform {
	o := t.apply(Point{u.e, u.f})
	return transform{
		t.a*u.a + t.c*u.b, t.b*u.a + t.d*u.b,
		t.a*u.c + t.c*u.d, t.b*u.c + t.d*u.d, o.X, o.Y,
	}
}

type outliner struct {
	face     *Face
	contours []Contour
	points   int
}

// add appends a glyph's contours; false when its data contradict themselves.
func (o *outliner) add(g int, t transform, depth int) bool {
	data := o.face.glyphData(g)
	if len(data) == 0 {
		return true
	}
	if g >= o.face.glyphs || depth > maxDepth || len(data) < 10 {
		return false
	}
	if n := int(int16(be16(data, 0))); n >= 0 {
		return o.simple(data[10:], n, t)
	}
	return o.composite(data[10:], t, depth)
}

// Flags of a composite's part.
const (
	argsAreWords = 1 << 0
	argsAreXY    = 1 << 1
	hasScale     = 1 << 3
	moreParts    = 1 << 5
	hasXYScale   = 1 << 6
	hasMatrix    = 1 << 7
)

func (o *outliner) composite(data []byte, t transform, depth int) bool {
	for at := 0; ; {
		flags, part := be16(data, at), int(be16(data, at+2))
		at += 4
		if at > len(data) {
			return false
		}
		u := transform{a: 1, d: 1}
		if flags&argsAreWords != 0 {
			u.e, u.f = float64(int16(be16(data, at))), float64(int16(be16(data, at+2)))
			at += 4
		} else if s := slice(data, at, 2); s != nil {
			u.e, u.f = float64(int8(s[0])), float64(int8(s[1]))
			at += 2
		}
		if flags&argsAreXY == 0 {
			u.e, u.f = 0, 0 // joined at points: not used by any face here
		}
		switch {
		case flags&hasScale != 0:
			u.a = fixed14(data, at)
			u.d = u.a
			at += 2
		case flags&hasXYScale != 0:
			u.a, u.d = fixed14(data, at), fixed14(data, at+2)
			at += 4
		case flags&hasMatrix != 0:
			u.a, u.b, u.c, u.d = fixed14(data, at), fixed14(data, at+2), fixed14(data, at+4), fixed14(data, at+6)
			at += 8
		}
		if !o.add(part, t.after(u), depth+1) || o.points > maxPoints {
			return false
		}
		if flags&moreParts == 0 {
			return true
		}
	}
}

// fixed14 reads a number of 2.14 bits.
func fixed14(data []byte, at int) float64 { return float64(int16(be16(data, at))) / (1 << 14) }

// Flags of a simple glyph's point.
const (
	onCurve  = 1 << 0
	xShort   = 1 << 1
	yShort   = 1 << 2
	repeated = 1 << 3
	xSame    = 1 << 4 // or positive, when short
	ySame    = 1 << 5
)

type outlinePoint struct {
	Point
	on bool
}

func (o *outliner) simple(data []byte, contours int, t transform) bool {
	if contours == 0 {
		return true
	}
	n := int(be16(data, 2*(contours-1))) + 1
	o.points += n
	if len(data) < 2*contours+2 || o.points > maxPoints {
		return false
	}
	flags, at, ok := pointFlags(data, 2*contours+2+int(be16(data, 2*contours)), n)
	if !ok {
		return false
	}
	xs, at := coordinates(data, at, flags, xShort, xSame)
	ys, _ := coordinates(data, at, flags, yShort, ySame)
	first := 0
	for c := range contours {
		last := int(be16(data, 2*c))
		if last < first || last >= n {
			return false
		}
		points := make([]outlinePoint, 0, last-first+1)
		for i := first; i <= last; i++ {
			points = append(points, outlinePoint{t.apply(Point{xs[i], ys[i]}), flags[i]&onCurve != 0})
		}
		o.contours = append(o.contours, contour(points))
		first = last + 1
	}
	return true
}

func pointFlags(data []byte, at, n int) (flags []byte, next int, ok bool) {
	flags = make([]byte, 0, n)
	for len(flags) < n {
		s := slice(data, at, 1)
		if s == nil {
			return nil, 0, false
		}
		flags = append(flags, s[0])
		at++
		if s[0]&repeated == 0 {
			continue
		}
		times := slice(data, at, 1)
		if times == nil {
			return nil, 0, false
		}
		at++
		for range min(int(times[0]), n-len(flags)) {
			flags = append(flags, s[0])
		}
	}
	return flags, at, true
}

// coordinates reads one axis; what lies beyond the end of the data counts 0.
func coordinates(data []byte, at int, flags []byte, short, same byte) (values []float64, next int) {
	values = make([]float64, len(flags))
	v := 0
	for i, f := range flags {
		switch {
		case f&short != 0:
			d := 0
			if s := slice(data, at, 1); s != nil {
				d = int(s[0])
			}
			at++
			if f&same == 0 {
				d = -d
			}
			v += d
		case f&same == 0:
			v += int(int16(be16(data, at)))
			at += 2
		}
		values[i] = float64(v)
	}
	return values, at
}

// contour joins points into curves: between two points off the curve lies one
// on it, half-way.
func contour(points []outlinePoint) Contour {
	n := len(points)
	start := points[0].Point
	rest := append(points[1:n:n], points[0])
	if !points[0].on {
		if last := points[n-1]; last.on {
			start = last.Point
		} else {
			start = middle(points[0].Point, last.Point)
		}
		rest = append(points[:n:n], outlinePoint{start, true})
	}
	c := Contour{Start: start, Curves: make([]Curve, 0, len(rest)+1)}
	var control *Point
	for i := range rest {
		p := rest[i]
		switch {
		case p.on && control == nil:
			c.Curves = append(c.Curves, Curve{p.Point, p.Point})
		case p.on:
			c.Curves = append(c.Curves, Curve{*control, p.Point})
			control = nil
		case control == nil:
			control = &rest[i].Point
		default:
			c.Curves = append(c.Curves, Curve{*control, middle(*control, p.Point)})
			control = &rest[i].Point
		}
	}
	if control != nil {
		c.Curves = append(c.Curves, Curve{*control, start})
	}
	return c
}

func middle(a, b Point) Point { return Point{(a.X + b.X) / 2, (a.Y + b.Y) / 2} }
