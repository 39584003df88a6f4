package pdf

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"nianbao/export/pdf/poppler"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
)

// A reader of finished files that shares nothing with what writes them: qpdf
// unpacks, and what a printer would draw is read from the page contents.

// sheet is a page as printed. Lengths are in points from the upper left corner.
type sheet struct {
	width, height float64
	chars         []inked
	rules         []ruled
	areas         []typeset.Fill // those of one path have one Element, from 1
}

// inked is an upright black character; what is grey or turned is left out.
type inked struct {
	char        rune
	x, y, width float64 // y of the baseline
	size        float64
}

type ruled struct{ x1, y1, x2, y2, width float64 }

// font is what a reader needs of one.
type font struct {
	chars  map[int]rune
	widths map[int]float64 // thousandths of an em; 1000 for others
}

var (
	objectHead = regexp.MustCompile(`(?m)^(\d+) 0 obj$`)
	fontEntry  = regexp.MustCompile(`/(F\d+) (\d+) 0 R`)
	bfchar     = regexp.MustCompile(`(?m)^<([0-9A-F]{4})><([0-9A-F]+)>$`)
	showText   = regexp.MustCompile(`^<([0-9A-Fa-f]*)> Tj$`)
)

// expanded is the PDF with nothing compressed, as qpdf writes it.
func expanded(t *testing.T, data []byte) string {
	t.Helper()
	return poppler.Run(t, data, "qpdf", "--qdf", "--normalize-content=n", "--object-streams=disable", "--no-original-object-ids", poppler.File, "-")
}

// objects are the objects of an expanded file, by number.
func objects(expanded string) map[int]string {
	all := map[int]string{}
	heads := objectHead.FindAllStringSubmatchIndex(expanded, -1)
	for i, h := range heads {
		end := len(expanded)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		all[whole(expanded[h[2]:h[3]])] = expanded[h[1]:end]
	}
	return all
}

// sheets reads a file.
func sheets(t *testing.T, data []byte) []sheet {
	t.Helper()
	objects := objects(expanded(t, data))
	tree := ""
	for _, o := range objects {
		if strings.Contains(o, "/Type /Pages") {
			tree = o
		}
	}
	fonts := map[string]font{}
	for _, m := range fontEntry.FindAllStringSubmatch(tree, -1) {
		fonts[m[1]] = readFont(objects, objects[whole(m[2])])
	}
	box := numbersAfter(tree, "/MediaBox [")
	var all []sheet
	for _, kid := range numbersAfter(strings.ReplaceAll(tree, " 0 R", ""), "/Kids [") {
		s := sheet{width: box[2], height: box[3]}
		s.read(t, stream(objects[reference1(objects[int(kid)], "/Contents")]), fonts)
		all = append(all, s)
	}
	return all
}

func readFont(objects map[int]string, o string) font {
	f := font{chars: map[int]rune{}, widths: map[int]float64{}}
	for _, m := range bfchar.FindAllStringSubmatch(objects[reference1(o, "/ToUnicode")], -1) {
		var units []uint16
		for i := 0; i+4 <= len(m[2]); i += 4 {
			units = append(units, uint16(hex(m[2][i:i+4])))
		}
		f.chars[hex(m[1])] = utf16.Decode(units)[0]
	}
	descendant := objects[reference1(strings.ReplaceAll(o, "[\n", " "), "/DescendantFonts")]
	_, list, _ := strings.Cut(descendant, "/W [")
	fields := strings.Fields(strings.NewReplacer("[", " [ ", "]", " ] ").Replace(list))
	first, within := 0, -1
	for _, field := range fields {
		switch {
		case field == "[":
			within = 0
		case field == "]" && within < 0:
			return f
		case field == "]":
			within = -1
		case within < 0:
			first = whole(field)
		default:
			f.widths[first+within] = decimal(field)
			within++
		}
	}
	return f
}

// read follows the operators that a page is drawn with.
func (s *sheet) read(t *testing.T, content string, fonts map[string]font) {
	t.Helper()
	var face font
	var size, space, x, y, width float64
	var begin float64 // of the last text on the line
	grey, depth, turned := 0.0, 0, 0
	path, filled := 0, len(s.areas)
	for _, line := range strings.Split(content, "\n") {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		switch op := f[len(f)-1]; {
		case op == "q":
			depth++
		case op == "Q":
			depth--
			turned = min(turned, depth)
		case op == "cm":
			turned = depth
		case op == "g":
			grey = decimal(f[0])
		case op == "w":
			width = decimal(f[0])
		case op == "TD":
			x, y = decimal(f[0]), s.height-decimal(f[1])
			begin = x
		case op == "Td":
			begin += decimal(f[0])
			x = begin
		case op == "Tf":
			face, size = fonts[f[0][1:]], decimal(f[1])
		case op == "Tc":
			space = decimal(f[0])
		case op == "S" && len(f) == 7:
			s.rules = append(s.rules, ruled{decimal(f[0]), s.height - decimal(f[1]), decimal(f[3]), s.height - decimal(f[4]), width})
		case op == "re":
			a := typeset.Fill{X: decimal(f[0]), Width: decimal(f[2]), Height: decimal(f[3]), Gray: grey, Element: path + 1}
			a.Y = s.height - decimal(f[1]) - a.Height
			s.areas = append(s.areas, a)
		case op == "f":
			path, filled = path+1, len(s.areas)
		case op == "Tj":
			m := showText.FindStringSubmatch(line)
			if m == nil {
				t.Fatalf("text: %q", line)
			}
			for i := 0; i < len(m[1]); i += 4 {
				code := hex(m[1][i : i+4])
				w, ok := face.widths[code]
				if !ok {
					w = 1000
				}
				c := inked{face.chars[code], x, y, w / 1000 * size, size}
				if grey == 0 && turned == 0 {
					s.chars = append(s.chars, c)
				}
				x += c.width + space
			}
		case slices.Contains([]string{"BT", "ET", "BMC", "EMC"}, op), strings.HasSuffix(op, "BDC"):
		default:
			t.Fatalf("operator: %q", line)
		}
	}
	if filled < len(s.areas) {
		t.Fatal("a path is not filled")
	}
}

func stream(object string) string {
	_, rest, _ := strings.Cut(object, "stream\n")
	content, _, _ := strings.Cut(rest, "\nendstream")
	return content
}

// reference1 is the number of the object that a dictionary refers to by a key.
func reference1(dictionary, key string) int {
	_, rest, _ := strings.Cut(dictionary, key)
	return whole(strings.Fields(rest)[0])
}

func numbersAfter(object, key string) []float64 {
	_, rest, _ := strings.Cut(object, key)
	list, _, _ := strings.Cut(rest, "]")
	var all []float64
	for _, f := range strings.Fields(list) {
		all = append(all, decimal(f))
	}
	return all
}

func whole(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err) // the file is ours: a test that cannot read it is broken
	}
	return n
}

func hex(s string) int {
	n, err := strconv.ParseUint(s, 16, 32)
	if err != nil {
		panic(err)
	}
	return int(n)
}

func decimal(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(err)
	}
	return v
}

// TestReader compares what is read here with what poppler reads.
func TestReader(t *testing.T) {
	data := document(t, specimen.Sample(t), typeset.Options{})
	var b strings.Builder
	for _, s := range sheets(t, data) {
		for _, c := range s.chars {
			b.WriteRune(c.char)
		}
	}
	ours, theirs := []rune(b.String()), []rune(strings.Join(strings.Fields(poppler.Run(t, data, "pdftotext", "-raw", poppler.File, "-")), ""))
	slices.Sort(ours)
	slices.Sort(theirs)
	if !slices.Equal(ours, theirs) {
		t.Errorf("%d characters, poppler reads %d", len(ours), len(theirs))
	}
	boxes := poppler.Run(t, data, "pdftotext", "-bbox", poppler.File, "-")
	m := regexp.MustCompile(`xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">梧桐镇人民政府<`).FindStringSubmatch(boxes)
	if m == nil {
		t.Fatal("poppler does not find the title")
	}
	first := sheets(t, data)[0].chars[:7]
	if left, right := first[0].x, first[6].x+first[6].width; math.Abs(left-decimal(m[1])) > 0.1 || math.Abs(right-decimal(m[2])) > 0.1 {
		t.Errorf("the title runs from %.2f to %.2f, poppler says %s to %s", left, right, m[1], m[2])
	}
	if fmt.Sprint(first[0].size) != "22" {
		t.Errorf("the title has %v pt", first[0].size)
	}
}
