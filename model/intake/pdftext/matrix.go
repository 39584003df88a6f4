package pdftext

import "math"

// matrix maps points: x' = ax + cy + e, y' = bx + dy + f.
type matrix struct{ a, b, c, d, e, f float64 }

func unity() matrix { return matrix{a: 1, d: 1} }

// times maps by m first, then by n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) moved(x, y float64) matrix { return matrix{1, 0, 0, 1, x, y}.times(m) }

func (m matrix) point(x, y float64) point {
	return point{m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f}
}

// point is a place on a page; y grows downwards.
type point struct{ x, y float64 }

// far is beyond every page, in points.
const far = 1e5

func (p point) onPaper() bool {
	return math.Abs(p.x) < far && math.Abs(p.y) < far // and no NaN
}
