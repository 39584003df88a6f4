package desktop

import (
	"path/filepath"
	"strings"
	"unicode"

	"nianbao/export"
)

// fileName drops what no file system or not every one takes in a name.
func fileName(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, s)
}

// withEnding gives a name the ending of a format, in place of the one it has.
func withEnding(name string, format export.Format) string { return withoutEnding(name) + format.Ending }

// withoutEnding is a name without the ending that somebody meant to be one.
func withoutEnding(name string) string {
	if ending := filepath.Ext(name); isEnding(ending) {
		return strings.TrimSuffix(name, ending)
	}
	return name
}

// isEnding tells an ending that somebody meant to be one, .wps, from what else
// may follow a dot in a name: 年报v1.2, 2020.1.20, 第2稿.改过的.
func isEnding(ending string) bool {
	const longest = 9 // of the dot and what follows it
	rest, _ := strings.CutPrefix(ending, ".")
	isLetter := func(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
	return rest != "" && len(ending) <= longest && isLetter(rest[0]) && !strings.ContainsFunc(rest, func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}
