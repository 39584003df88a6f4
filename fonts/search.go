package fonts

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
)

// Candidate is a face on this computer that looks made for a role. It has not
// been checked: loadFor does that.
type Candidate struct {
	Role Role
	Name string // to show to the user: the Chinese family name if there is one
	Path string // its file; behind # its family where that is a collection: simsun.ttc#新宋体
}

// Bounds of a search.
const (
	maxFolderDepth = 8
	maxEntries     = 20000   // files and folders looked at
	maxTables      = 256     // of a face
	maxNameTable   = 1 << 20 // bytes; a name table has a few thousand
	maxNames       = 64      // of a face; one has its name in a dozen languages
	maxShownName   = 64      // characters
)

// Installed looks through the font folders of this computer. Of each face it
// reads only the names. The order is by role, name and path.
func Installed() []Candidate { return installedIn(folders(runtime.GOOS, os.Getenv)...) }

// installedIn looks through the given folders and the ones below. What cannot
// be read is skipped. A file that several links lead to is found once.
func installedIn(folders ...string) []Candidate {
	s := search{seen: map[string]bool{}}
	for _, f := range folders {
		s.folder(f, 0)
	}
	slices.SortFunc(s.found, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(a.Role, b.Role), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Path, b.Path))
	})
	return slices.Compact(s.found) // several weights of a family
}

// folders are the places where a system keeps faces, for all users and for this
// one (Windows since 10 1809; XDG Base Directory Specification).
func folders(system string, getenv func(string) string) []string {
	var all []string
	add := func(variable string, below ...string) bool {
		root := getenv(variable)
		if !filepath.IsAbs(root) { // unset, or against the specification
			return false
		}
		all = append(all, filepath.Join(append([]string{root}, below...)...))
		return true
	}
	if system == "windows" {
		add("WINDIR", "Fonts")
		add("LOCALAPPDATA", "Microsoft", "Windows", "Fonts")
		return all
	}
	all = append(all, "/usr/share/fonts", "/usr/local/share/fonts")
	if !add("XDG_DATA_HOME", "fonts") {
		add("HOME", ".local", "share", "fonts")
	}
	add("HOME", ".fonts")
	return all
}

// search is a search under way.
type search struct {
	seen    map[string]bool // files and folders, without links
	entries int
	found   []Candidate
}

// fresh reports whether a place has not been seen yet, by whatever way.
func (s *search) fresh(path string) bool {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	if s.seen[path] {
		return false
	}
	s.seen[path] = true
	return true
}

// folder follows links, as font folders are often made of them; what has been
// seen and the bounds keep loops from going on.
func (s *search) folder(path string, depth int) {
	if depth > maxFolderDepth || !s.fresh(path) {
		return
	}
	entries, _ := os.ReadDir(path) // what could be read comes with the error
	for _, entry := range entries {
		if s.entries++; s.entries > maxEntries {
			return
		}
		at := filepath.Join(path, entry.Name())
		mode := entry.Type()
		if mode&fs.ModeSymlink != 0 {
			info, err := os.Stat(at)
			if err != nil {
				continue
			}
			mode = info.Mode()
		}
		switch {
		case mode.IsDir():
			s.folder(at, depth+1)
		case mode.IsRegular() && isFaceFile(at) && s.fresh(at):
			s.file(at)
		}
	}
}

func isFaceFile(path string) bool {
	ending := strings.ToLower(filepath.Ext(path))
	return ending == ".ttf" || ending == ".ttc"
}

// file adds the faces of a file that are made for a role. The name of a
// collection tells nothing of a face in it.
func (s *search) file(path string) {
	file, err := os.Open(path)
	if err != nil {
		return
	}
	defer func() { _ = file.Close() }() // it was only read
	all, collection := starts(file)
	stem := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	if collection {
		stem = ""
	}
	for _, at := range all {
		names, ok := readFamilies(file, at)
		if !ok {
			continue
		}
		role, name, ok := recognise(names, stem)
		switch {
		case ok && collection:
			s.found = append(s.found, Candidate{Role: role, Name: name, Path: path + familyMark + name})
		case ok:
			s.found = append(s.found, Candidate{Role: role, Name: name, Path: path})
		}
	}
}

// recognise tells a face's role by its family names and, where these say
// nothing (old faces have them in GBK), by its file name, and gives the name to
// show.
func recognise(families []string, stem string) (Role, string, bool) {
	chinese := func(name string) bool {
		return strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	}
	for _, name := range families {
		role, ok := roleOf(name)
		if !ok {
			continue
		}
		for _, other := range families {
			if r, ok := roleOf(other); ok && r == role && chinese(other) {
				return role, other, true
			}
		}
		return role, name, true
	}
	role, ok := roleOf(stem)
	return role, printable(stem), ok
}

// makers are the foundries whose name may stand before the style in a Chinese
// family name.
var makers = []string{"方正公文", "方正", "华文", "汉仪", "文鼎", "朱雀"}

// charsets may stand at the end of a family name.
var charsets = []string{"gb2312", "gbk", "gb18030", "简体", "简"}

// styles are the family names without maker and character set, and the file
// names of Windows, Office and 方正. Names must match as a whole: 华文行楷 is no
// 楷体, 方正大标宋 no 小标宋, and SimSun-ExtB has rare characters only.
var styles = map[string]Role{
	"小标宋": Title, "小标宋体": Title,
	"fzxiaobiaosong": Title, "fzxbsjw": Title, "fzxbsk": Title,

	"黑体": Hei, "simhei": Hei, "heiti": Hei, "stheiti": Hei,
	"fzhei": Hei, "fzhtjw": Hei, "fzhtk": Hei,

	"楷体": Kai, "kaiti": Kai, "simkai": Kai, "stkaiti": Kai,
	"fzkai": Kai, "fzktjw": Kai, "fzktk": Kai,

	"仿宋": Fang, "仿宋体": Fang, "fangsong": Fang, "simfang": Fang, "stfangsong": Fang, "stfangso": Fang,
	"fzfangsong": Fang, "fzfsjw": Fang, "fzfsk": Fang, "zhuquefangsong": Fang,

	"宋体": Song, "新宋体": Song, "书宋": Song, "书宋体": Song, "simsun": Song, "nsimsun": Song, "stsong": Song,
	"fzshusong": Song, "fzssjw": Song, "fzssk": Song,
}

// roleOf reads a family name or the name of a file without its ending.
func roleOf(name string) (Role, bool) {
	name = strings.ToLower(name)
	if strings.HasPrefix(name, "fz") {
		name, _, _ = strings.Cut(name, "-") // FZXiaoBiaoSong-B05S, FZXBSJW--GB1-0
	}
	name, _, _ = strings.Cut(name, "（") // 朱雀仿宋（预览测试版）
	name, _, _ = strings.Cut(name, "(")
	name = strings.NewReplacer(" ", "", "-", "", "_", "").Replace(name)
	for _, c := range charsets {
		name = strings.TrimSuffix(name, c)
	}
	if role, ok := styles[name]; ok {
		return role, true
	}
	for _, m := range makers {
		if style, ok := strings.CutPrefix(name, m); ok {
			role, ok := styles[style]
			return role, ok
		}
	}
	return 0, false
}

// readFamilies reads the family names of a TrueType face that begins at start,
// and no more of the file than that; false when it is no such face. The file need
// not be trusted.
func readFamilies(file io.ReaderAt, start int64) ([]string, bool) {
	head := readAt(file, start, 12)
	if be32(head, 0) != 0x00010000 {
		return nil, false
	}
	tables := int(be16(head, 4))
	if tables > maxTables {
		return nil, false
	}
	directory := readAt(file, start+12, 16*tables)
	for i := range len(directory) / 16 {
		entry := directory[16*i:]
		if string(entry[:4]) != "name" {
			continue
		}
		size := int64(be32(entry, 12))
		if size > maxNameTable {
			return nil, false
		}
		return families(readAt(file, int64(be32(entry, 8)), int(size))), true
	}
	return nil, false
}

// families are the family names in a name table: IDs 1 and 16, those in Unicode
// (platform 0; platform 3, Windows, encodings 1 and 10) and the plain ASCII ones
// of platform 1, Macintosh.
func families(table []byte) []string {
	const family, typographic = 1, 16
	var all []string
	storage := int(be16(table, 4))
	for i := range int(be16(table, 2)) {
		record := slice(table, 6+12*i, 12)
		if record == nil || len(all) == maxNames {
			break
		}
		if id := be16(record, 6); id != family && id != typographic {
			continue
		}
		raw := slice(table, storage+int(be16(record, 10)), int(be16(record, 8)))
		raw = raw[:min(len(raw), 4*maxShownName)]
		var name string
		switch platform, encoding := be16(record, 0), be16(record, 2); {
		case platform == 0, platform == 3 && (encoding == 1 || encoding == 10):
			name = unicodeName(raw)
		case platform == 1 && !slices.ContainsFunc(raw, func(c byte) bool { return c >= 0x80 }):
			name = printable(string(raw))
		}
		if name != "" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

// unicodeName decodes UTF-16BE.
func unicodeName(raw []byte) string {
	var units []uint16
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, be16(raw, i))
	}
	return printable(string(utf16.Decode(units)))
}

// printable is a name fit to be shown: nothing that turns or hides text, and not
// endless.
func printable(name string) string {
	var kept []rune
	for _, r := range name {
		if unicode.IsPrint(r) && r != unicode.ReplacementChar && len(kept) < maxShownName {
			kept = append(kept, r)
		}
	}
	return strings.TrimSpace(string(kept))
}

// readAt is a piece of a file, nil when that is not all there.
func readAt(file io.ReaderAt, at int64, n int) []byte {
	data := make([]byte, n)
	if got, err := file.ReadAt(data, at); got < n || err != nil && !errors.Is(err, io.EOF) {
		return nil
	}
	return data
}
