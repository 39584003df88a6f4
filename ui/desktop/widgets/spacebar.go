package widgets

// spacebar presses what has the focus by the character of a space, which comes after
// its key: had that pressed, the character would be written in the entry that is led
// to. A character whose key went elsewhere, to a menu, presses nothing.
type spacebar struct{ down bool }

func (s *spacebar) press() { s.down = true }

func (s *spacebar) presses(c rune) bool {
	pressed := s.down && (c == ' ' || c == '\u3000')
	s.down = false
	return pressed
}

// stray reports the character of a space whose key went elsewhere: it chose in a menu,
// and is not to be written over what is selected.
func (s *spacebar) stray(c rune) bool { return !s.presses(c) && c == ' ' }
