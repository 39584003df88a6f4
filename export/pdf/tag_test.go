package pdf

import (
	"slices"
	"strings"
	"testing"

	"nianbao/export/specimen"
	"nianbao/export/typeset"
	"nianbao/fonts"
)

// TestTagCounts: texts and content must agree.
func TestTagCounts(t *testing.T) {
	page := typeset.Page{Texts: []typeset.Text{{Element: 1}, {}}}
	d := &typeset.Document{Elements: []typeset.Element{{}, {Kind: typeset.ElementParagraph}}}
	got, marks, err := tag(nil, []byte("BT\nET\n1 w\nq\n0 0 m S\nQ\nBT\nET\n"), page, d, nil)
	const want = "/P<</MCID 0>>BDC\nBT\nET\n1 w\nEMC\n/Artifact BMC\nq\n0 0 m S\nQ\nBT\nET\nEMC\n"
	if err != nil || string(got) != want || !slices.Equal(marks, []int{1}) {
		t.Errorf("%q, %v, %v", got, marks, err)
	}
	for _, content := range []string{"BT\nET\n", "BT\nET\nBT\nET\nBT\nET\n", ""} {
		if _, _, err := tag(nil, []byte(content), page, d, nil); err == nil {
			t.Errorf("accepted %q", content)
		}
	}
}

// TestNesting: marks end in the graphics state that they begin in (14.6.1), those of a
// turned text too, and all that is drawn stands in marks.
func TestNesting(t *testing.T) {
	text := expanded(t, document(t, specimen.Sample(t), typeset.Options{Draft: true}))
	turned := 0
	for _, o := range objects(text) {
		content := stream(o)
		if !strings.Contains(content, " BMC\n") {
			continue
		}
		depth, begun := 0, closed
		for _, line := range strings.Split(content, "\n") {
			operators := strings.Fields(line)
			if len(operators) == 0 {
				continue
			}
			switch op := operators[len(operators)-1]; {
			case op == "q":
				depth++
			case op == "Q":
				depth--
			case op == "cm":
				turned++
			case op == "BMC" || strings.HasSuffix(op, "BDC"):
				if begun != closed {
					t.Fatalf("marks within marks: %s", line)
				}
				begun = depth
			case op == "EMC":
				if begun != depth {
					t.Fatalf("marks begin in state %d and end in %d", begun, depth)
				}
				begun = closed
			case op == "Tj" || op == "S" || op == "f":
				if begun == closed {
					t.Fatalf("in no marks: %s", line)
				}
			}
		}
		if begun != closed || depth != 0 {
			t.Errorf("a page ends in marks, or in state %d", depth)
		}
	}
	if turned == 0 {
		t.Error("nothing is turned")
	}
}

// TestTagAreas: fills of one grey and element become one path in the marks of what
// they belong to; of a stand-in each, as many as were set.
func TestTagAreas(t *testing.T) {
	page := typeset.Page{
		Fills: []typeset.Fill{
			{X: 10, Y: 20, Width: 30, Height: 5.004}, {X: 40, Y: 25.004, Width: 30, Height: 5}, {X: 1, Y: 2, Width: 3, Height: 4, Element: 1},
		},
		Texts: []typeset.Text{{}},
	}
	d := &typeset.Document{Elements: []typeset.Element{{}, {Kind: typeset.ElementPicture}}, Paper: typeset.Paper{Height: 100}}
	const areas = "q\n10.00 75.00 30.00 5.00 re f\nQ\nq\n1.00 94.00 3.00 4.00 re f\nQ\n"
	got, marks, err := tag(nil, []byte(areas+"BT\nET\n"), page, d, nil)
	const want = "/Artifact BMC\nq\n10 75 30 5 re\n40 70 30 5 re\nf\nQ\nEMC\n" +
		"/Figure<</MCID 0>>BDC\nq\n1 94 3 4 re\nf\nQ\nEMC\n/Artifact BMC\nBT\nET\nEMC\n"
	if err != nil || string(got) != want || !slices.Equal(marks, []int{1}) {
		t.Errorf("%q, %v, %v; want %q", got, marks, err, want)
	}
	for _, content := range []string{"BT\nET\n", areas + areas + "BT\nET\n", areas} {
		if _, _, err := tag(nil, []byte(content), page, d, nil); err == nil {
			t.Errorf("accepted %q", content)
		}
	}
}

// TestTagLine: the texts of a line follow each other in one BT … ET, where they
// were placed, and name only what changes.
func TestTagLine(t *testing.T) {
	song, fang := new(fonts.Face), new(fonts.Face)
	known := map[*fonts.Face]face{song: {number: 1}, fang: {number: 2}}
	for f, glyphs := range map[*fonts.Face]string{song: "20", fang: "年度"} {
		numbered := known[f]
		for i, r := range []rune(glyphs) {
			numbered.glyphs.set(r, uint16(i+1))
		}
		known[f] = numbered
	}
	page := typeset.Page{Texts: []typeset.Text{
		{Face: song, Size: 16, X: 100.004, Space: 0.25, String: "2020"},
		{Face: fang, Size: 15.75, X: 131.586, Space: 0.0425, String: "年度"},
		{Face: fang, Size: 15.75, X: 160, String: "年"},
		{Face: fang, Size: 15.75 + 1e-12, X: 170, Space: 1e-17, String: "度"}, // as another processor adds
		{Face: fang, Size: 15.75, X: 160, Y: 29, String: "度"},
	}}
	content := "BT\n100.00 800.00 TD\n/F1 1 Tf 0 Tc\n[<0001>] TJ\nET\nBT\n160.00 771.00 TD\n/F1 1 Tf 0 Tc\n[<0001>] TJ\nET\n"
	got, _, err := tag(nil, []byte(content), page, &typeset.Document{Elements: []typeset.Element{{}}}, known)
	const want = "/Artifact BMC\nBT\n100.00 800.00 TD\n/F1 16 Tf\n0.25 Tc\n<0001000200010002> Tj\n" +
		"31.59 0 Td\n/F2 15.75 Tf\n0.043 Tc\n<00010002> Tj\n" +
		"28.41 0 Td\n0 Tc\n<0001> Tj\n10 0 Td\n<0002> Tj\nET\n" +
		"BT\n160.00 771.00 TD\n/F2 15.75 Tf\n0 Tc\n<0002> Tj\nET\nEMC\n"
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s\nwant\n%s", err, got, want)
	}
}
