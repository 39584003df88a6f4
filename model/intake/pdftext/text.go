package pdftext

import (
	"math"

	"nianbao/model/intake/source"
)

// textOperator carries out an operator of text (9.3, 9.4) and reports whether it is
// one.
func (x *machine) textOperator(w word, operands array) bool {
	s := &x.state
	one := numbers(operands, 1)[0]
	switch w {
	case "BT":
		x.text, x.line = unity(), unity()
	case "ET":
	case "Tc":
		s.character = one
	case "Tw":
		s.word = one
	case "Tz":
		s.stretch = one / 100
	case "TL":
		s.height = one
	case "Ts":
		s.rise = one
	case "Tr":
		const invisible, clipping = 3, 7
		s.unseen = one == invisible || one == clipping
	case "Tf":
		s.size = one
		if len(operands) > 1 {
			n, _ := operands[len(operands)-2].(name)
			s.font = x.fontNamed(n)
		}
	case "Td", "TD":
		n := numbers(operands, 2)
		if w == "TD" {
			s.height = -n[1]
		}
		x.nextLine(n[0], n[1])
	case "Tm":
		n := numbers(operands, 6)
		x.line = matrix{n[0], n[1], n[2], n[3], n[4], n[5]}
		x.text = x.line
	case "T*":
		x.nextLine(0, -s.height)
	case "'", "\"":
		if w == "\"" {
			n := numbers(operands, 3)
			s.word, s.character = n[0], n[1]
		}
		x.nextLine(0, -s.height)
		x.showAll(operands[max(0, len(operands)-1):])
	case "Tj":
		x.showAll(operands)
	case "TJ":
		if len(operands) > 0 {
			all, _ := operands[len(operands)-1].(array)
			x.showAll(all)
		}
	default:
		return false
	}
	return true
}

// nextLine moves to the beginning of another line (9.4.2, Td).
func (x *machine) nextLine(dx, dy float64) {
	x.line = x.line.moved(dx, dy)
	x.text = x.line
}

func (x *machine) fontNamed(n name) *font {
	v := x.file.dict(x.resources["Font"])[n]
	d := x.file.dict(v)
	if d == nil {
		return nil
	}
	r, shared := v.(ref)
	if t, ok := x.fonts[r]; ok && shared {
		return t
	}
	t := x.file.font(d)
	if shared {
		x.fonts[r] = t
	}
	return t
}

// showAll shows strings; the numbers between move the next one back, in thousandths
// of an em (9.4.3, TJ).
func (x *machine) showAll(all array) {
	s := &x.state
	if s.font == nil {
		return
	}
	for _, v := range all {
		switch v := v.(type) {
		case chars:
			x.show(string(v))
		case float64:
			back := -v / 1000 * s.size
			if s.font.vertical {
				x.text = x.text.moved(0, back)
			} else {
				x.text = x.text.moved(back*s.stretch, 0)
			}
		}
	}
}

// show shows a string, glyph by glyph, and moves the text matrix on (9.4.4).
func (x *machine) show(text string) {
	s := &x.state
	for len(text) > 0 {
		code, length := s.font.cut(text)
		text = text[length:]
		sym := s.font.symbol(code)
		x.put(sym)
		beyond := s.character
		if length == 1 && code == ' ' {
			beyond += s.word
		}
		if s.font.vertical {
			x.text = x.text.moved(0, -s.size+beyond)
		} else {
			x.text = x.text.moved((sym.width*s.size+beyond)*s.stretch, 0)
		}
		if x.file.budget.refusal != nil {
			return
		}
	}
}

// put places a glyph on the sheet.
func (x *machine) put(sym symbol) {
	s := &x.state
	if !x.file.budget.glyph() {
		return
	}
	if sym.text != "" && !isInk(sym.text) {
		x.blank = true
		return
	}
	m := matrix{s.size * s.stretch, 0, 0, s.size, 0, s.rise}.times(x.text).times(x.state.matrix)
	g := glyph{text: sym.text, blank: x.blank, at: m.point(0, 0)}
	if s.font.vertical { // such a glyph hangs below the middle of its top
		const top = 0.88
		g.at = m.point(-sym.width/2, -top)
	}
	g.width = math.Hypot(m.a, m.b) * sym.width
	g.size = math.Hypot(m.c, m.d)
	length := math.Hypot(m.a, m.b)
	g.dx, g.dy = m.a/length, m.b/length
	if !g.at.onPaper() || !(g.size > 0 && g.size < far) || !(math.Abs(g.width) < far) || !(length > 0) {
		return
	}
	if s.unseen {
		g.look = source.Hidden
	}
	x.blank = false
	if n := len(x.marks); n > 0 {
		mark := &x.marks[n-1]
		g.site = mark.site
		if mark.actual != "" && mark.said {
			return
		}
		if mark.actual != "" {
			g.text, mark.said = mark.actual, true
		}
	}
	if g.text == "" {
		x.sheet.unknown++
		g.text = unknownText
	}
	outside := g.at.x < -g.size || g.at.y < -g.size || g.at.x > x.sheet.width+g.size || g.at.y > x.sheet.height+g.size
	if !outside {
		x.sheet.glyphs = append(x.sheet.glyphs, g)
	}
}
