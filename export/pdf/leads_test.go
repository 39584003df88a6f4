package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"io"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nianbao/export/outline"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
)

// TestBookmarkPlaces: each bookmark leads to the height of its heading.
func TestBookmarkPlaces(t *testing.T) {
	r := specimen.Sample(t)
	var want []string
	d := typeset.Layout(outline.Of(r, outline.Posting{}), specimen.Faces(t), typeset.Options{})
	for _, h := range d.Headings {
		want = append(want, fmt.Sprintf("%.2f", d.Paper.Height-h.Y))
	}
	var got []string
	for _, m := range regexp.MustCompile(`/XYZ\s+null\s+([\d.]+)\s+null`).FindAllStringSubmatch(expanded(t, document(t, r, typeset.Options{})), -1) {
		got = append(got, fmt.Sprintf("%.2f", decimal(m[1])))
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestBookmarkChains: those beside each other name each other, and what hangs below one
// names it.
func TestBookmarkChains(t *testing.T) {
	all := objects(expanded(t, document(t, specimen.Sample(t), typeset.Options{})))
	sum := 0
	for n, o := range all {
		if !strings.Contains(o, "/First ") {
			continue
		}
		count, at, before := 0, reference1(o, "/First"), 0
		for {
			if parent := reference1(all[at], "/Parent"); parent != n {
				t.Errorf("%d hangs below %d, its parent is %d", at, n, parent)
			}
			if hasPrev := strings.Contains(all[at], "/Prev "); hasPrev != (before > 0) || hasPrev && reference1(all[at], "/Prev") != before {
				t.Errorf("before %d stands %d: %s", at, before, all[at])
			}
			count++
			if !strings.Contains(all[at], "/Next ") {
				break
			}
			before, at = at, reference1(all[at], "/Next")
		}
		if last := reference1(o, "/Last"); last != at {
			t.Errorf("the last below %d is %d, not %d", n, at, last)
		}
		if strings.Contains(o, "/Title") && !strings.Contains(o, fmt.Sprintf("/Count %d\n", count)) {
			t.Errorf("%d are below %s", count, o)
		}
		sum += count
	}
	d := typeset.Layout(outline.Of(specimen.Sample(t), outline.Posting{}), specimen.Faces(t), typeset.Options{})
	if sum != len(d.Headings) {
		t.Errorf("%d bookmarks, want %d", sum, len(d.Headings))
	}
}

// TestCrossReferences: the table begins with the object that does not exist, and leads to
// all others (7.5.8.3).
func TestCrossReferences(t *testing.T) {
	data := document(t, specimen.Sample(t), typeset.Options{})
	m := startXref.FindSubmatch(data)
	table := data[whole(string(m[1])):]
	z, err := zlib.NewReader(strings.NewReader(stream(string(table))))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := io.ReadAll(z)
	if err != nil || len(rows) != 7*whole(regexp.MustCompile(`/Size (\d+)`).FindStringSubmatch(string(table))[1]) {
		t.Fatalf("%d bytes, %v", len(rows), err)
	}
	if !bytes.HasPrefix(rows, []byte{0, 0, 0, 0, 0, 0xFF, 0xFF}) {
		t.Errorf("begins with % X", rows[:7])
	}
	packed := 0
	for number := 1; number < len(rows)/7; number++ {
		row := rows[7*number:]
		switch at := int(binary.BigEndian.Uint32(row[1:])); row[0] {
		case 1:
			if !bytes.HasPrefix(data[at:], fmt.Appendf(nil, "%d 0 obj\n", number)) {
				t.Errorf("object %d is not at %d", number, at)
			}
		case 2:
			packed++
			if rows[7*at] != 1 || row[5] != 0 || row[6] >= maxPacked {
				t.Errorf("object %d is % X", number, row[:7])
			}
		default:
			t.Errorf("object %d is % X", number, row[:7])
		}
	}
	if got, want := bytes.Count(data, []byte("/Type/ObjStm")), (packed+maxPacked-1)/maxPacked; got != want {
		t.Errorf("%d objects in %d streams, want %d", packed, got, want)
	}
}

// TestWayBack: what is marked on a page leads to the element that has it (14.7.4.4), and an
// element to the one it is in.
func TestWayBack(t *testing.T) {
	type content struct{ page, number int }
	elements, back, pages := map[content]int{}, map[content]int{}, map[int]int{}
	text := expanded(t, document(t, specimen.Sample(t), typeset.Options{}))
	all := objects(text)
	for n, o := range all {
		o = strings.Join(strings.Fields(o), " ")
		if strings.Contains(o, "/StructParents ") {
			pages[whole(regexp.MustCompile(`/StructParents (\d+)`).FindStringSubmatch(o)[1])] = n
		}
		if strings.Contains(o, "/K [") {
			page := 0
			if outside := elsewhere.ReplaceAllString(o, ""); strings.Contains(outside, "/Pg ") {
				page = reference1(outside, "/Pg")
			}
			_, kids, _ := strings.Cut(o, "/K [")
			kids, _, _ = strings.Cut(kids, "]")
			for _, m := range elsewhere.FindAllStringSubmatch(kids, -1) {
				elements[content{whole(m[2]), whole(m[1])}] = n
			}
			for _, m := range child.FindAllStringSubmatch(elsewhere.ReplaceAllString(kids, ""), -1) {
				if parent := reference1(all[whole(m[1])], "/P "); parent != n {
					t.Errorf("%s is in %d, and says that it is in %d", m[1], n, parent)
				}
			}
			for _, number := range strings.Fields(child.ReplaceAllString(elsewhere.ReplaceAllString(kids, ""), "")) {
				elements[content{page, whole(number)}] = n
			}
		}
	}
	for _, o := range all {
		if !strings.Contains(o, "/Nums [") || strings.Contains(o, "/PageLabels") {
			continue
		}
		for _, m := range regexp.MustCompile(`(\d+) \[([^]]*)\]`).FindAllStringSubmatch(strings.Join(strings.Fields(o), " "), -1) {
			for i, parent := range child.FindAllStringSubmatch(m[2], -1) {
				back[content{pages[whole(m[1])], i}] = whole(parent[1])
			}
		}
	}
	if len(back) < 100 || !maps.Equal(elements, back) {
		t.Errorf("%d marks lead back, %d are in elements", len(back), len(elements))
	}
}

// What an element has: marked content on another page than its first, and elements.
var (
	elsewhere = regexp.MustCompile(`<< /MCID (\d+) /Pg (\d+) 0 R /Type /MCR >>`)
	child     = regexp.MustCompile(`(\d+) 0 R`)
)

// TestRoot: the outermost element hangs on the root of the structure, not on itself.
func TestRoot(t *testing.T) {
	all := objects(expanded(t, document(t, specimen.Sample(t), typeset.Options{})))
	roots := 0
	for _, o := range all {
		if !strings.Contains(o, "/Type /StructTreeRoot") {
			continue
		}
		roots++
		element := all[reference1(o, "/K")]
		if !strings.Contains(element, "/S /Document") || !strings.Contains(all[reference1(element, "/P")], "/Type /StructTreeRoot") {
			t.Errorf("%s", element)
		}
	}
	if roots != 1 {
		t.Errorf("%d roots", roots)
	}
}

// TestPicture: an image stands on the page with its pixels, and a report has no place for
// any.
func TestPicture(t *testing.T) {
	img := image.NewRGBA(image.Rect(3, 4, 5, 6))
	for i, c := range []color.RGBA{{'a', 'b', 'c', 255}, {'d', 'e', 'f', 255}, {'g', 'h', 'i', 255}, {'j', 'k', 'l', 255}} {
		img.SetRGBA(3+i%2, 4+i/2, c)
	}
	text := expanded(t, written(t, &outline.Document{Title: []string{"说明"}, Blocks: []outline.Block{
		{Kind: outline.Paragraph, Text: "看图。"}, {Kind: outline.Picture, Image: img}, {Kind: outline.Picture, Image: img},
	}}, typeset.Options{}))
	if n := strings.Count(text, "abcdefghijkl"); n != 2 {
		t.Errorf("%d pictures with their pixels", n)
	}
	for _, want := range []string{"/P1 Do", "/P2 Do", `/XObject <<\s*/P1 \d+ 0 R\s*/P2 \d+ 0 R`} {
		if !regexp.MustCompile(want).MatchString(text) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(expanded(t, document(t, specimen.Sample(t), typeset.Options{})), "/XObject") {
		t.Error("a report has pictures")
	}
}

// TestColourProfile: the profile says how long it is, each tag leads to data of its type,
// and the curve is that of sRGB (IEC 61966-2-1).
func TestColourProfile(t *testing.T) {
	p := colourProfile()
	number := func(at int) int { return int(binary.BigEndian.Uint32(p[at:])) }
	if number(0) != len(p) || string(p[36:40]) != "acsp" {
		t.Fatalf("%d bytes of %d, %q", number(0), len(p), p[36:40])
	}
	types := map[string]string{"desc": "desc", "cprt": "text", "wtpt": "XYZ ", "rXYZ": "XYZ ", "gXYZ": "XYZ ", "bXYZ": "XYZ ", "rTRC": "curv", "gTRC": "curv", "bTRC": "curv"}
	if number(iccHead) != len(types) {
		t.Fatalf("%d tags", number(iccHead))
	}
	colours := map[string][]float64{ // as every profile of sRGB has them, adapted to D50
		"wtpt": {0.9642, 1, 0.8249}, "rXYZ": {0.43607, 0.22249, 0.01392}, "gXYZ": {0.38515, 0.71687, 0.09708}, "bXYZ": {0.14307, 0.06061, 0.7141},
	}
	const reserved = "\x00\x00\x00\x00"
	end := 0
	for i := range len(types) {
		row := iccHead + 4 + iccRow*i
		name, at, size := string(p[row:row+4]), number(row+4), number(row+8)
		end = max(end, at+size)
		if at%4 != 0 || end > len(p) || string(p[at:at+8]) != types[name]+reserved {
			t.Errorf("%s leads to %d, %d bytes", name, at, size)
			continue
		}
		if white := p[68:80]; name == "wtpt" && !bytes.Equal(p[at+8:at+size], white) {
			t.Errorf("the white of the profile is % X", white)
		}
		for j, want := range colours[name] {
			if got := float64(number(at+8+4*j)) / 0x10000; math.Abs(got-want) > 0.00001 {
				t.Errorf("%s: %v, want %v", name, got, want)
			}
		}
		if types[name] != "curv" {
			continue
		}
		for point, want := range map[int]uint16{0: 0, 1: 159, 2: 338, 16: 14027, 32: 65535} {
			if got := binary.BigEndian.Uint16(p[at+12+2*point:]); got != want || number(at+8) != 33 {
				t.Errorf("%s: point %d of %d is %d, want %d", name, point, number(at+8), got, want)
			}
		}
	}
	if end != len(p) {
		t.Errorf("the tags end at %d of %d", end, len(p))
	}
}
