package fonts

import (
	"encoding/binary"
	"testing"
)

// kerned is 宋体 with a table kern that brings A and V closer by 80 units.
func kerned(t *testing.T) *Face {
	t.Helper()
	f := embeddedSet(t).Face(Song)
	a, _ := f.Glyph('A')
	v, _ := f.Glyph('V')
	minus := -80
	var table []byte
	for _, n := range []int{0, 1, 0, 26, 1, 2, 12, 1, 0, 0, 0, 0, int(a), int(v), minus} {
		table = binary.BigEndian.AppendUint16(table, uint16(n))
	}
	return parse(t, change(t, f.Data(), map[string][]byte{"kern": table}))
}

func TestKern(t *testing.T) {
	f := kerned(t)
	for pair, want := range map[[2]rune]int{{'A', 'V'}: -80, {'V', 'A'}: 0, {'A', '\U0010FFFF'}: 0} {
		if got := f.Kern(pair[0], pair[1]); got != want {
			t.Errorf("%c%c: %d, want %d", pair[0], pair[1], got, want)
		}
	}
	if got := embeddedSet(t).Face(Song).Kern('A', 'V'); got != 0 {
		t.Errorf("without a table: %d", got)
	}
	table := f.tables["kern"]
	for cut := range table { // a table cut short must only not panic
		f.tables["kern"] = table[:cut]
		f.Kern('A', 'V')
	}
}
