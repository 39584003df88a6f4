package fonts

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/fonts/handmade"
)

// sample has what With is about: Chinese, marks, figures, blanks.
const sample = "一丁七年报“”‘’—…·，。0123AWaw \u3000"

func TestWith(t *testing.T) {
	base := embeddedSet(t)
	fang := small(t, sample, map[rune]int{'“': 430, '”': 430, '‘': 300, '’': 300, '—': 890, '…': 1001, '·': 327, '七': 998, 'A': 700}, "报，")
	song := small(t, "䶮镕丁①", map[rune]int{'①': 600}, "")
	set := base.With(Fang, fang).With(Song, song)

	for _, tt := range []struct {
		role Role
		text string
		face *Face
	}{
		{Fang, "一丁年。0123AWaw \u3000", fang}, // chosen
		{Fang, "“”‘’—…·七", base.Face(Fang)}, // not one em there
		{Fang, "报，", base.Face(Fang)},       // blank there
		{Fang, "镇政", base.Face(Fang)},       // lacking there
		{Fang, "䶮镕", song},                  // lacking in both 仿宋: chosen 宋体
		{Fang, "①", base.Face(Fang)},        // the role's own before 宋体
		{Fang, "⑪㛃", base.Face(Song)},       // only in the embedded 宋体
		{Song, "丁䶮", song},                  // chosen
		{Song, "①一“", base.Face(Song)},      // narrow there, lacking there
		{Kai, "一丁“", base.Face(Kai)},        // a role with no chosen face
		{Title, sample, base.Face(Title)},   // nor this one
	} {
		for _, r := range tt.text {
			g, ok := set.Lookup(tt.role, r)
			if !ok || g.Face != tt.face {
				t.Errorf("%s: %c does not come from %s", tt.role, r, tt.face.Name())
			}
			if ok && g.Advance != g.Face.Advance(g.ID) {
				t.Errorf("%s: %c is said to be %d wide", tt.role, r, g.Advance)
			}
		}
	}
	if g, ok := set.Lookup(Fang, '镕'); !ok || g.Advance != 1000 {
		t.Errorf("镕 is %d wide", g.Advance)
	}
	if _, ok := set.Lookup(Fang, '\uffff'); ok {
		t.Error("U+FFFF is found")
	}
}

// TestWithKeepsTheGrid: the widths the grid needs hold whatever face is chosen.
func TestWithKeepsTheGrid(t *testing.T) {
	base := embeddedSet(t)
	narrow := map[rune]int{}
	const cells = "一，。（）《》“”‘’—…·〔〕①"
	for _, r := range cells {
		narrow[r] = 500
	}
	for _, role := range Roles() {
		set := base.With(role, small(t, cells, narrow, "")).With(Song, small(t, cells, narrow, ""))
		for _, r := range cells {
			if g, ok := set.Lookup(role, r); !ok || g.Advance != 1000 {
				t.Errorf("%s: %c is %d wide, want 1000", role, r, g.Advance)
			}
		}
	}
}

// TestWithLastResort: what only a chosen face has is taken though it does not
// fit.
func TestWithLastResort(t *testing.T) {
	base := embeddedSet(t)
	const rare = '\U00020BB7' // 𠮷, in no embedded face
	f := parse(t, base.Face(Hei).Cut([]rune("一")).File())
	cmap := append([]byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12}, groupMap([]group{{rare, rare, 1}})...) // glyph 1
	hmtx := bytes.Clone(f.tables["hmtx"])
	binary.BigEndian.PutUint16(hmtx[4:], 980)
	odd := parse(t, change(t, f.Data(), map[string][]byte{"cmap": cmap, "hmtx": hmtx}))

	for _, set := range []*Set{base.With(Fang, odd), base.With(Song, odd)} {
		if g, ok := set.Lookup(Fang, rare); !ok || g.Face != odd {
			t.Errorf("%c is not found", rare)
		}
		if g, ok := set.Lookup(Fang, '䶮'); !ok || g.Face == odd {
			t.Error("the faces of base are gone")
		}
	}
	if _, ok := base.With(Kai, odd).Lookup(Fang, rare); ok {
		t.Error("仿宋 takes a character from 楷体")
	}
}

func TestWithIsACopy(t *testing.T) {
	base := embeddedSet(t)
	f := small(t, sample, nil, "")
	set := base.With(Kai, f)
	if base.Face(Kai) == f || set.Face(Kai) != f || set.Face(Fang) != base.Face(Fang) {
		t.Error("the wrong set has changed")
	}
	if set.With(Fang, f).Face(Kai) != f || set.Face(Fang) != base.Face(Fang) {
		t.Error("a second choice undoes the first or changes its set")
	}
	if set.With(Kai, nil) != base || base.With(Kai, base.Face(Kai)) != base {
		t.Error("no choice is not the embedded set")
	}
}

func TestStandardHanzi(t *testing.T) {
	if got := standardHanzi(); !slices.Equal(got, gb2312(t)) {
		t.Errorf("%d characters", len(got))
	}
}

// complete is a face file with just what Check asks for.
func complete(t testing.TB) []byte {
	t.Helper()
	return embeddedSet(t).Face(Hei).Cut(append(officialSigns(), standardHanzi()...)).File()
}

func TestCheckTakes(t *testing.T) {
	for _, role := range Roles() {
		if err := Check(embeddedSet(t).Face(role), role); err != nil {
			t.Error(err)
		}
	}
	data := complete(t)
	for _, fsType := range []uint16{0, fsPreview, fsEditable, fsRestricted | fsPreview, fsRestricted | fsEditable, 1} {
		if err := Check(parse(t, withPermission(t, data, fsType)), Fang); err != nil {
			t.Errorf("fsType %04x: %v", fsType, err)
		}
	}
}

func withPermission(t testing.TB, data []byte, fsType uint16) []byte {
	t.Helper()
	os2 := bytes.Clone(parse(t, data).tables["OS/2"])
	binary.BigEndian.PutUint16(os2[fsTypeAt:], fsType)
	return change(t, data, map[string][]byte{"OS/2": os2})
}

func TestCheckRefuses(t *testing.T) {
	data := complete(t)
	f := parse(t, data)
	all := string(append(officialSigns(), standardHanzi()...))
	without := func(gone string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune(gone, r) {
				return -1
			}
			return r
		}, all)
	}
	for _, tt := range []struct {
		name    string
		face    *Face
		reason  Reason
		lacking string
	}{
		{"restricted", parse(t, withPermission(t, data, 0x0002)), ReasonRestricted, ""},
		{"restricted, reserved bit", parse(t, withPermission(t, data, 0x0003)), ReasonRestricted, ""},
		{"no subsetting", parse(t, withPermission(t, data, 0x0104)), ReasonWhole, ""},
		{"bitmap only", parse(t, withPermission(t, data, 0x0208)), ReasonBitmap, ""},
		{"no OS/2", parse(t, change(t, data, map[string][]byte{"OS/2": nil})), ReasonSilent, ""},
		{"short OS/2", parse(t, change(t, data, map[string][]byte{"OS/2": f.tables["OS/2"][:9]})), ReasonSilent, ""},
		{"short head", parse(t, change(t, data, map[string][]byte{"head": f.tables["head"][:52]})), ReasonDamaged, ""},
		{"endless name", parse(t, change(t, data, map[string][]byte{
			"name": nameTable(nameRecord{3, 1, 0x409, 6, strings.Repeat("A", 64)}),
		})), ReasonDamaged, ""},
		{"hanzi lacking", small(t, without("啊齄"), nil, ""), ReasonHanzi, "啊齄"},
		{"hanzi blank", small(t, all, nil, "镇"), ReasonHanzi, "镇"},
		{"marks lacking", small(t, without("〔“"), nil, ""), ReasonMarks, "“〔"},
		{"figure lacking", small(t, without("7"), nil, ""), ReasonMarks, "7"},
		{"hanzi narrow", small(t, all, map[rune]int{'乡': 999, '一': 1001}, ""), ReasonWidths, "乡一"},
		{"figure narrow", small(t, all, map[rune]int{'0': 1}, ""), ReasonWidths, "0"},
	} {
		err := Check(tt.face, Fang)
		var refused *FaceError
		if !errors.As(err, &refused) {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		got, want := slices.Sorted(slices.Values(refused.Lacking)), slices.Sorted(slices.Values([]rune(tt.lacking)))
		if refused.Reason != tt.reason || !slices.Equal(got, want) {
			t.Errorf("%s: %v", tt.name, err)
		}
		if text := refused.Message(); !strings.HasPrefix(text, "字体“"+tt.face.Name()+"”不能用作仿宋：") || !strings.HasSuffix(text, "，或仍用内置的仿宋。") {
			t.Errorf("%s: %s", tt.name, text)
		}
	}
	// Proportional marks are no reason: they come from the embedded face.
	if err := Check(small(t, all, map[rune]int{'“': 400, '—': 890, '·': 300}, ""), Fang); err != nil {
		t.Error(err)
	}
}

// TestWording: every reason has words, and nothing is left to fill in.
func TestWording(t *testing.T) {
	for reason := allowed + 1; reason <= ReasonWidths; reason++ {
		e := FaceError{File: filepath.Join("fonts", "楷体.ttf"), Reason: reason}
		if reason == ReasonFamily {
			e.Family, e.There = "甲", []string{"宋体", "新宋体"}
		}
		if reason >= ReasonHanzi {
			e.Lacking = []rune("甲乙丙丁戊己庚辛壬癸")
		}
		text := e.Message()
		if reasons[reason].wrong == "" || reasons[reason].todo == "" || strings.Contains(text, "%") {
			t.Errorf("reason %d: %s", reason, text)
		}
		if !strings.HasPrefix(text, "字体“楷体.ttf”不能用：") || !strings.HasSuffix(text, "，或仍用内置的字体。") {
			t.Errorf("reason %d: %s", reason, text)
		}
		if reason == ReasonFamily && !strings.Contains(text, "没有“甲”，有的是：宋体、新宋体。") {
			t.Errorf("reason %d: %s", reason, text)
		}
		if reason >= ReasonHanzi && !strings.Contains(text, " 10 个") || strings.Contains(text, "壬") {
			t.Errorf("reason %d: %s", reason, text)
		}
	}
}

func write(t testing.TB, path string, data []byte) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLoad(t *testing.T) {
	data := complete(t)
	path := write(t, filepath.Join(t.TempDir(), "楷体.ttf"), data)
	f, err := loadFor(path, Kai)
	if err != nil || !bytes.Equal(f.Data(), data) {
		t.Fatal(err)
	}
}

func TestLoadRefuses(t *testing.T) {
	dir := t.TempDir()
	hei := embeddedSet(t).Face(Hei)
	large := write(t, filepath.Join(dir, "large.ttf"), nil)
	if err := os.Truncate(large, MaxFaceSize+1); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		path   string
		reason Reason
		cause  error
		says   string
	}{
		{filepath.Join(dir, "none.ttf"), ReasonMissing, fs.ErrNotExist, "找不到"},
		{dir, ReasonIrregular, nil, "不是文件"},
		{os.DevNull, ReasonIrregular, nil, "不是文件"},
		{large, ReasonTooLarge, nil, "64 MB"},
		{write(t, filepath.Join(dir, "d.ttc"), []byte("ttcf....")), ReasonDamaged, nil, "损坏"},
		{write(t, filepath.Join(dir, "e.ttc"), []byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x02\x00\x00\x00\x20")), ReasonDamaged, nil, "损坏"},
		{write(t, filepath.Join(dir, "f.ttc"), []byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\xff\xff\xff\xff")), ReasonDamaged, ErrFormat, "损坏"},
		{write(t, filepath.Join(dir, "g.ttc"), []byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10OTTO")), ReasonOutlines, nil, ".otf"},
		{write(t, filepath.Join(dir, "h.ttc"), handmade.Collection(hei.Data())) + "#华文行楷", ReasonFamily, nil, "没有“华文行楷”，有的是：DocHei"},
		{filepath.Join(dir, "none.ttc") + "#楷体", ReasonMissing, fs.ErrNotExist, "找不到"},
		{write(t, filepath.Join(dir, "a.ttf"), []byte("OTTO")), ReasonOutlines, nil, ".otf"},
		{write(t, filepath.Join(dir, "b.ttf"), nil), ReasonDamaged, ErrFormat, "损坏"},
		{write(t, filepath.Join(dir, "c.ttf"), hei.Data()[:5000]), ReasonDamaged, ErrFormat, "损坏"},
	} {
		_, err := loadFor(tt.path, Kai)
		var refused *FaceError
		if !errors.As(err, &refused) || refused.Reason != tt.reason || refused.File != tt.path || refused.Use != "楷体" {
			t.Errorf("%s: %v", tt.path, err)
			continue
		}
		if tt.cause != nil && !errors.Is(err, tt.cause) {
			t.Errorf("%s: cause %v", tt.path, refused.Err)
		}
		if text := refused.Message(); !strings.Contains(text, tt.says) || !strings.Contains(text, "“"+filepath.Base(tt.path)+"”") {
			t.Errorf("%s: %s", tt.path, text)
		}
	}
	// Check's refusal names the file, too.
	path := write(t, filepath.Join(dir, "锁.ttf"), withPermission(t, complete(t), 0x0002))
	var locked *FaceError
	if _, err := loadFor(path, Hei); !errors.As(err, &locked) || !strings.HasPrefix(locked.Message(), "字体“锁.ttf”不能用作黑体：") {
		t.Error(err)
	}
}

// TestChoose: a face that can be used takes its role, one that cannot is named
// and leaves the embedded one.
func TestChoose(t *testing.T) {
	base := embeddedSet(t)
	set, refused := base.Choose(map[Role]string{Fang: "kai.ttf", Kai: "LICENSES.md", Hei: ""})
	if set.Face(Fang).Name() != base.Face(Kai).Name() || set.Face(Kai) != base.Face(Kai) || set.Face(Hei) != base.Face(Hei) {
		t.Errorf("仿宋 is %s, 楷体 is %s", set.Face(Fang).Name(), set.Face(Kai).Name())
	}
	if len(refused) != 1 || refused[0].Use != "楷体" || refused[0].Reason != ReasonDamaged {
		t.Errorf("refused %v", refused)
	}
}

func TestRoleNamed(t *testing.T) {
	for _, want := range Roles() {
		if got, ok := RoleNamed(want.String()); !ok || got != want {
			t.Errorf("%s: %v, %v", want, got, ok)
		}
	}
	if _, ok := RoleNamed("隶书"); ok {
		t.Error("隶书 is a role")
	}
}
