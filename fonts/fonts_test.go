package fonts

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func embeddedSet(t testing.TB) *Set {
	t.Helper()
	s, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// gb2312 lists the characters of GB 2312—80: the rows of the EUC-CN table.
func gb2312(t *testing.T) []rune {
	t.Helper()
	var all []rune
	for row := byte(0xA1); row <= 0xF7; row++ {
		for cell := byte(0xA1); cell <= 0xFE; cell++ {
			text, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{row, cell})
			if err != nil {
				t.Fatal(err)
			}
			r := []rune(string(text))
			// Hanzi only: rows 16 to 87, without the five blanks behind row 55.
			if row >= 0xB0 && len(r) == 1 && r[0] >= 0x4E00 && r[0] < 0xA000 {
				all = append(all, r[0])
			}
		}
	}
	return all
}

func TestCoverage(t *testing.T) {
	s := embeddedSet(t)
	hanzi := gb2312(t)
	if len(hanzi) != 6763 {
		t.Fatalf("%d hanzi in GB 2312, want 6763", len(hanzi))
	}
	const marks = "，。、；：？！（）〔〕【】《》〈〉“”‘’「」『』…—·％℃①⑩〇〓０９ＡＺ"
	for _, role := range Roles() {
		f := s.Face(role)
		for _, r := range append(hanzi, []rune(marks)...) {
			if _, ok := f.Glyph(r); !ok {
				t.Errorf("%s (%s) lacks %c", role, f.Name(), r)
			}
		}
	}
	// 通用规范汉字表 holds 196 characters beyond the BMP; three of them, and
	// rare ones of names, must be found somewhere.
	for _, r := range "𬭎𫖯𠅤𬱖䶮㛃犇堃昇喆" {
		for _, role := range Roles() {
			if _, ok := s.Lookup(role, r); !ok {
				t.Errorf("no face has %c", r)
			}
		}
	}
}

// TestWidths: the grid and —— need characters of exactly one em.
func TestWidths(t *testing.T) {
	s := embeddedSet(t)
	for _, role := range Roles() {
		for _, r := range "一龥，。（）《》“”‘’—…·〔〕" {
			if g, ok := s.Lookup(role, r); !ok || g.Advance != 1000 {
				t.Errorf("%s: %c is %d wide, want 1000", role, r, g.Advance)
			}
		}
		if g, _ := s.Lookup(role, '0'); g.Advance < 450 || g.Advance > 650 {
			t.Errorf("%s: a figure is %d wide", role, g.Advance)
		}
	}
}

func TestFallback(t *testing.T) {
	s := embeddedSet(t)
	const r = '䶮' // not in GB 2312, not in FandolFang
	if _, ok := s.Face(Fang).Glyph(r); ok {
		t.Fatalf("仿宋 has %c: take another character", r)
	}
	g, ok := s.Lookup(Fang, r)
	if !ok || g.Face != s.Face(Song) {
		t.Errorf("%c comes from %v", r, g.Face)
	}
	if g, _ := s.Lookup(Fang, '一'); g.Face != s.Face(Fang) {
		t.Error("一 does not come from 仿宋")
	}
}

// TestLookupMissing: a character that no face has is said to be missing, never
// drawn as a box.
func TestLookupMissing(t *testing.T) {
	s := embeddedSet(t)
	for _, r := range "𠮷\U0001F600\uffff" {
		if g, ok := s.Lookup(Fang, r); ok {
			t.Errorf("%q is found in %s", r, g.Face.Name())
		}
	}
}

// TestSums: the committed faces are the ones the recipe made.
func TestSums(t *testing.T) {
	sums, err := os.ReadFile("SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	s := embeddedSet(t)
	names := map[string]Role{"title.ttf": Title, "hei.ttf": Hei, "kai.ttf": Kai, "fang.ttf": Fang, "song.ttf": Song}
	for line := range strings.Lines(string(sums)) {
		fields := strings.Fields(line)
		sum := sha256.Sum256(s.Face(names[fields[1]]).Data())
		if hex.EncodeToString(sum[:]) != fields[0] {
			t.Errorf("%s is not what SHA256SUMS says", fields[1])
		}
		delete(names, fields[1])
	}
	if len(names) != 0 {
		t.Errorf("SHA256SUMS lacks %v", names)
	}
}

func BenchmarkLookup(b *testing.B) {
	s := embeddedSet(b)
	text := []rune("为有效推进政府信息公开工作，梧桐镇根据《条例》䶮")
	for i := 0; b.Loop(); i++ {
		s.Lookup(Fang, text[i%len(text)])
	}
}
