package fonts

// StandIn is the one character of a stand-in, of the private planes.
const StandIn rune = 0xF0000

// NewStandIn makes a face of one character without an outline, for a program
// that is to place texts whose glyphs it need not know.
func NewStandIn(of *Face) []byte {
	p := Subset{face: of, runes: []rune{StandIn}, glyphs: []int{0, 0}}
	return assemble([]table{
		{"OS/2", of.tables["OS/2"]},
		{"cmap", p.characterMap()},
		{"glyf", make([]byte, 4)}, // Parse takes no face without any
		{"head", p.head(false)},
		{"hhea", p.hhea()},
		{"hmtx", p.hmtx()},
		{"loca", make([]byte, 2*(len(p.glyphs)+1))},
		{"maxp", p.maxp()},
		{"name", p.name()},
		{"post", p.post()},
	})
}
