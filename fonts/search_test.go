package fonts

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"nianbao/fonts/handmade"
)

// named is a tiny face with the given names.
func named(t testing.TB, records ...nameRecord) []byte {
	t.Helper()
	data := embeddedSet(t).Face(Hei).Cut([]rune("一")).File()
	return change(t, data, map[string][]byte{
		"name": nameTable(append(records, nameRecord{3, 1, 0x409, 6, "Test"})...),
	})
}

func TestRoleOf(t *testing.T) {
	for name, want := range map[string]Role{
		"方正小标宋简体": Title, "方正小标宋_GBK": Title, "FZXiaoBiaoSong-B05S": Title, "FZXBSJW--GB1-0": Title, "FZXBSJW": Title,
		"方正公文小标宋": Title, "小标宋体": Title,
		"黑体": Hei, "SimHei": Hei, "方正黑体简体": Hei, "方正黑体_GBK": Hei, "华文黑体": Hei,
		"楷体": Kai, "楷体_GB2312": Kai, "KaiTi": Kai, "KaiTi_GB2312": Kai, "simkai": Kai, "方正楷体_GB2312": Kai, "华文楷体": Kai,
		"仿宋": Fang, "仿宋_GB2312": Fang, "FangSong": Fang, "FangSong_GB2312": Fang, "simfang": Fang, "SIMFANG": Fang,
		"方正仿宋": Fang, "方正仿宋_GBK": Fang, "华文仿宋": Fang, "STFangsong": Fang, "朱雀仿宋（预览测试版）": Fang,
		"宋体": Song, "SimSun": Song, "NSimSun": Song, "新宋体": Song, "方正书宋简体": Song, "FZShuSong-Z01S": Song, "华文宋体": Song,
	} {
		if got, ok := roleOf(name); !ok || got != want {
			t.Errorf("%s: %v, %v", name, got, ok)
		}
	}
	for _, name := range []string{
		"", "华文行楷", "方正大标宋简体", "方正大黑简体", "微软雅黑", "SimSun-ExtB", "simsunb", "宋体-ExtB", "华文中宋", "DejaVu Sans",
		"方正", "简体", "GBK", "仿宋仿宋", "Arial", "方正粗宋简体",
	} {
		if got, ok := roleOf(name); ok {
			t.Errorf("%q is taken for %s", name, got)
		}
	}
}

func TestFamilies(t *testing.T) {
	const english, chinese = 0x409, 0x804
	for _, tt := range []struct {
		name    string
		records []nameRecord
		want    []string
	}{
		{"both languages", []nameRecord{{3, 1, english, 1, "FangSong"}, {3, 1, chinese, 1, "仿宋"}, {3, 1, english, 2, "Regular"}}, []string{"FangSong", "仿宋"}},
		{"Macintosh and typographic", []nameRecord{{1, 0, 0, 1, "KaiTi"}, {0, 3, 0, 16, "楷体"}, {3, 10, chinese, 1, "楷体"}}, []string{"KaiTi", "楷体"}},
		{"bytes of GBK", []nameRecord{{1, 25, 33, 1, "\xbf\xac\xcc\xe5"}, {3, 3, chinese, 1, "汜"}}, nil},
		{"hidden and endless", []nameRecord{{3, 1, english, 1, "\u202e仿\x00宋\n"}, {3, 1, chinese, 1, strings.Repeat("长", 5000)}}, []string{"仿宋", strings.Repeat("长", maxShownName)}},
	} {
		got, ok := readFamilies(bytes.NewReader(named(t, tt.records...)), 0)
		if !ok || !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, %v", tt.name, got, ok)
		}
	}
	if got := unicodeName([]byte("\x9e\xd1\xd8\x00\x4f\x53\x00")); got != "黑体" {
		t.Errorf("half a pair and half a unit: %q", got)
	}
	whole := named(t, nameRecord{3, 1, chinese, 1, "仿宋"})
	for n := range len(whole) - 1 {
		readFamilies(bytes.NewReader(whole[:n]), 0) // cut anywhere: no panic
	}
	if _, ok := readFamilies(strings.NewReader("OTTO........"), 0); ok {
		t.Error("takes cubic outlines")
	}
}

func TestInstalledIn(t *testing.T) {
	dir := t.TempDir()
	put := func(name string, records ...nameRecord) {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), named(t, records...))
	}
	family := func(text string) nameRecord { return nameRecord{3, 1, 0x804, 1, text} }
	put("b/SIMFANG.TTF", nameRecord{3, 1, 0x409, 1, "FangSong"}, family("仿宋"))
	put("a/x.ttf", family("仿宋_GB2312"))
	put("a/y.ttf", family("方正小标宋简体"))
	put("a/仿宋.ttf", family("仿宋"))
	put("FZKTJW.TTF", nameRecord{1, 25, 33, 1, "\xbf\xac"})       // names in GBK: by its file name
	put("plain/simhei.ttf", nameRecord{3, 1, 0x409, 1, "SimHei"}) // no Chinese name
	put("other.ttf", family("华文行楷"))
	put("simsun.otc", family("宋体")) // another ending
	write(t, filepath.Join(dir, "c", "SIMSUN.TTC"), handmade.Collection(
		named(t, nameRecord{3, 1, 0x409, 1, "SimSun"}, family("宋体")), named(t, family("微软雅黑")),
		named(t, nameRecord{3, 1, 0x409, 1, "NSimSun"}, family("新宋体")), named(t, family("新宋体")), // two weights
		named(t, family("楷体"))))
	put("c/simkai.ttc", family("仿宋")) // no collection, in spite of its ending
	write(t, filepath.Join(dir, "c", "simhei.ttc"), handmade.Collection(named(t, family("?"))))
	write(t, filepath.Join(dir, "junk", "simsun.ttc"), []byte("ttcf\x00\x02\x00\x00\x7f\xff\xff\xff"))
	write(t, filepath.Join(dir, "junk", "simkai.ttf"), []byte("no face at all, but longer than a head"))
	write(t, filepath.Join(dir, "junk", "simfang.ttf"), nil)
	write(t, filepath.Join(dir, "junk", "simhei.ttf"), embeddedSet(t).Face(Hei).Data()[:14])
	if err := os.MkdirAll(filepath.Join(dir, "宋体.ttf"), 0o755); err != nil { // a folder
		t.Fatal(err)
	}
	deep := strings.Repeat("d/", maxFolderDepth+1)
	put(deep+"simsun.ttf", family("宋体"))

	want := []Candidate{
		{Title, "方正小标宋简体", "a/y.ttf"},
		{Hei, "SimHei", "plain/simhei.ttf"},
		{Kai, "FZKTJW", "FZKTJW.TTF"},
		{Kai, "楷体", "c/SIMSUN.TTC#楷体"},
		{Fang, "仿宋", "a/仿宋.ttf"},
		{Fang, "仿宋", "b/SIMFANG.TTF"},
		{Fang, "仿宋", "c/simkai.ttc"},
		{Fang, "仿宋_GB2312", "a/x.ttf"},
		{Song, "宋体", "c/SIMSUN.TTC#宋体"},
		{Song, "新宋体", "c/SIMSUN.TTC#新宋体"},
	}
	for i := range want {
		want[i].Path = filepath.Join(dir, filepath.FromSlash(want[i].Path))
	}
	if got := installedIn(filepath.Join(dir, "none"), dir, filepath.Join(dir, "a")); !reflect.DeepEqual(got, want) {
		t.Errorf("found %v", got)
	}
	if got := installedIn(); len(got) != 0 {
		t.Errorf("found %v in no folder", got)
	}
}

// TestInstalledLinks: links are followed, loops end, and a face is found once.
func TestInstalledLinks(t *testing.T) {
	dir := t.TempDir()
	shop := filepath.Join(t.TempDir(), "shop")
	write(t, filepath.Join(shop, "k.ttf"), named(t, nameRecord{3, 1, 0x804, 1, "楷体"}))
	write(t, filepath.Join(shop, "deep", "h.ttf"), named(t, nameRecord{3, 1, 0x804, 1, "黑体"}))
	for _, link := range [][2]string{
		{filepath.Join(shop, "k.ttf"), "1.ttf"},
		{filepath.Join(shop, "k.ttf"), "2.ttf"},
		{filepath.Join(shop, "deep"), "deep"},
		{dir, "loop"},
		{"self.ttf", "self.ttf"},
		{"gone", "gone.ttf"},
	} {
		if err := os.Symlink(link[0], filepath.Join(dir, link[1])); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	if err := os.Symlink(dir, filepath.Join(shop, "deep", "back")); err != nil {
		t.Fatal(err)
	}
	want := []Candidate{{Hei, "黑体", filepath.Join(dir, "deep", "h.ttf")}, {Kai, "楷体", filepath.Join(dir, "1.ttf")}}
	if got := installedIn(dir, shop); !reflect.DeepEqual(got, want) {
		t.Errorf("found %v", got)
	}
}

func TestFolders(t *testing.T) {
	home := t.TempDir() // absolute on any system
	at := func(parts ...string) string { return filepath.Join(append([]string{home}, parts...)...) }
	for _, tt := range []struct {
		system string
		env    map[string]string
		want   []string
	}{
		{"windows", map[string]string{"WINDIR": at("W"), "LOCALAPPDATA": at("L")}, []string{at("W", "Fonts"), at("L", "Microsoft", "Windows", "Fonts")}},
		{"windows", nil, nil},
		{"linux", map[string]string{"HOME": home}, []string{at(".local", "share", "fonts"), at(".fonts")}},
		{"linux", map[string]string{"HOME": home, "XDG_DATA_HOME": at("x")}, []string{at("x", "fonts"), at(".fonts")}},
		{"linux", map[string]string{"HOME": home, "XDG_DATA_HOME": "relative"}, []string{at(".local", "share", "fonts"), at(".fonts")}},
		{"linux", nil, nil},
	} {
		want := tt.want
		if tt.system == "linux" {
			want = append([]string{"/usr/share/fonts", "/usr/local/share/fonts"}, want...)
		}
		if got := folders(tt.system, func(name string) string { return tt.env[name] }); !slices.Equal(got, want) {
			t.Errorf("%s, %v: %v", tt.system, tt.env, got)
		}
	}
	// The real ones hold whatever they hold.
	for _, c := range Installed() {
		if c.Name == "" || !filepath.IsAbs(c.Path) {
			t.Errorf("candidate %v", c)
		}
	}
}

// TestStyles: the table can be reached, as names are compared in lower case and
// without signs and character sets.
func TestStyles(t *testing.T) {
	for name := range maps.Keys(styles) {
		if _, ok := roleOf(name); !ok {
			t.Errorf("%s is never found", name)
		}
	}
}

// FuzzFamilies: whatever a file holds, its names can be shown.
func FuzzFamilies(f *testing.F) {
	whole := named(f, nameRecord{3, 1, 0x804, 1, "仿宋"}, nameRecord{1, 0, 0, 1, "FangSong"})
	f.Add(whole)
	f.Add(whole[:100])
	f.Add([]byte("\x00\x01\x00\x00\xff\xff\x00\x00\x00\x00\x00\x00name"))
	f.Add([]byte("ttcf\x00\x02\x00\x00\x00\x00\x00\x01"))
	f.Add(handmade.Collection(whole, whole))
	f.Fuzz(func(t *testing.T, data []byte) {
		names := families(data) // as a name table
		all, _ := starts(bytes.NewReader(data))
		if len(all) > maxFaces {
			t.Errorf("%d faces", len(all))
		}
		for _, at := range all {
			more, ok := readFamilies(bytes.NewReader(data), at)
			if !ok && more != nil {
				t.Error("names of no face")
			}
			names = append(names, more...)
		}
		for _, name := range names {
			hidden := func(r rune) bool { return !unicode.IsPrint(r) }
			if name == "" || !utf8.ValidString(name) || utf8.RuneCountInString(name) > maxShownName || strings.ContainsFunc(name, hidden) {
				t.Errorf("name %q", name)
			}
		}
		if role, name, ok := recognise(names, "x"); ok && (role < Title || role > Song || name == "") {
			t.Errorf("%v %q", role, name)
		}
	})
}
