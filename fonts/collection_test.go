package fonts

import (
	"bytes"
	"fmt"
	"path/filepath"
	"testing"

	"nianbao/fonts/handmade"
)

// TestCollection picks faces of a collection: by family, in any of its languages
// and in any case, and without one the first made for the role, or else the first.
func TestCollection(t *testing.T) {
	data := complete(t)
	face := func(postScript, english, chinese string) []byte {
		return change(t, data, map[string][]byte{"name": nameTable(
			nameRecord{3, 1, 0x409, 1, english}, nameRecord{3, 1, 0x804, 1, chinese}, nameRecord{3, 1, 0x409, 6, postScript},
		)})
	}
	collection := handmade.Collection(
		face("YaHei", "Microsoft YaHei", "微软雅黑"), face("SimSun", "SimSun", "宋体"), face("NSimSun", "NSimSun", "新宋体"))
	dir := t.TempDir()
	path := write(t, filepath.Join(dir, "simsun.ttc"), collection)
	plain := write(t, filepath.Join(dir, "a#b.ttf"), face("Plain", "Plain", "普通"))
	for _, tt := range []struct {
		face string
		role Role
		want string // PostScript name
	}{
		{path, Song, "SimSun"},
		{path, Kai, "YaHei"}, // none is made for it
		{path + "#", Song, "SimSun"},
		{path + "#新宋体", Song, "NSimSun"},
		{path + "#nsimsun", Song, "NSimSun"},
		{path + "#宋体", Kai, "SimSun"},
		{plain, Song, "Plain"},
		{plain + "#普通", Song, "Plain"},
	} {
		f, err := loadFor(tt.face, tt.role)
		if err != nil || f.Name() != tt.want {
			t.Errorf("%s as %s: %v, want %s", filepath.Base(tt.face), tt.role, err, tt.want)
			continue
		}
		if got, want := f.Cut([]rune("一丁")).Program(), parse(t, data).Cut([]rune("一丁")).Program(); !bytes.Equal(got, want) {
			t.Errorf("%s: another subset than from a file of its own", filepath.Base(tt.face))
		}
	}
}

// TestStartsBounded: what a collection says of itself is not believed.
func TestStartsBounded(t *testing.T) {
	tiny := named(t)
	files := make([][]byte, maxFaces+1)
	for i := range files {
		files[i] = tiny
	}
	for n, want := range map[int]int{0: 0, 1: 1, maxFaces: maxFaces, maxFaces + 1: 0} {
		all, collection := starts(bytes.NewReader(handmade.Collection(files[:n]...)))
		if len(all) != want || !collection {
			t.Errorf("%d faces: found %d", n, len(all))
		}
	}
	var records []nameRecord
	for i := range 3 * maxNames {
		records = append(records, nameRecord{3, 1, i, 1, fmt.Sprint("name ", i)})
	}
	if got, ok := readFamilies(bytes.NewReader(named(t, records...)), 0); !ok || len(got) != maxNames {
		t.Errorf("%d names", len(got))
	}
}

// FuzzCollection: a face of a collection is one that answers, or an error.
func FuzzCollection(f *testing.F) {
	tiny := named(f, nameRecord{3, 1, 0x804, 1, "宋体"})
	whole := handmade.Collection(tiny, tiny)
	f.Add(whole, "")
	f.Add(whole, "宋体")
	f.Add(whole[:len(whole)/2], "新宋体")
	f.Add(append(bytes.Clone(whole[:8]), 0xFF, 0xFF, 0xFF, 0xFF), "")
	f.Fuzz(func(t *testing.T, data []byte, family string) {
		face, err := pick(data, family, Song)
		if err != nil {
			if err.Error() == "" {
				t.Error("no words")
			}
			return
		}
		g, _ := face.Glyph('一')
		face.Advance(g)
		face.Outline(g)
		if Check(face, Song) == nil {
			t.Error("a face of one character will do")
		}
	})
}
