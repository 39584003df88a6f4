package pdf

import (
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
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
	end := 0
	for i := range len(types) {
		row := iccHead + 4 + iccRow*i
		name, at, size := string(p[row:row+4]), number(row+4), number(row+8)
		end = max(end, at+size)
		if at%4 != 0 || end > len(p) || string(p[at:at+4]) != types[name] {
			t.Errorf("%s leads to %d, %d bytes", name, at, size)
			continue
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
