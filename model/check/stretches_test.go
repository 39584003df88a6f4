package check

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/model"
)

// TestLongParagraph: a paragraph that is very long is read in stretches, of which a key
// has one read anew; what is found has its place in the whole.
func TestLongParagraph(t *testing.T) {
	r := sample(t)
	before := longParagraph(20_000)
	put := func(text string) { r.Narrative[model.Overview] = []model.Block{{Text: text + "\n下一段。"}} }
	put(before + "培训2次。" + before)
	var k Checker
	k.Run(r, nil)
	known := maps.Clone(k.readings)
	put(before + "培训【待核：2】次。" + before)
	start := utf8.RuneCountInString(before + "培训")
	found := slices.ContainsFunc(k.Run(r, nil), func(f Finding) bool {
		return f.Rule == "S24" && f.Place != nil && f.Place.Start == start && f.Place.End == start+utf8.RuneCountInString("【待核：2】")
	})
	if !found {
		t.Error("no mark at its place")
	}
	anew := 0
	for text, reading := range k.readings {
		if known[text] == nil {
			anew += reading.length
		}
	}
	if anew == 0 || anew > 4000 {
		t.Errorf("%d characters were read anew", anew)
	}
}

// TestStretches: whatever a long paragraph is made of, a key in it changes few of its
// stretches, be it one that ends a sentence or a clause.
func TestStretches(t *testing.T) {
	const most = 4 * mostStretch // bytes
	for name, paragraph := range longParagraphs(40_000) {
		known := map[string]bool{}
		for stretch := range stretches(paragraph) {
			known[stretch] = true
		}
		for _, key := range []string{"公", "。", "，", "1", "其中"} {
			for _, at := range []int{0, 1, 20_000, 20_001, 39_000} {
				typed := []rune(paragraph)
				at = min(at, len(typed))
				anew := 0
				for stretch := range stretches(string(typed[:at]) + key + string(typed[at:])) {
					if !known[stretch] {
						anew += len(stretch)
					}
				}
				if anew == 0 || anew > most {
					t.Errorf("%s, %s at character %d: %d bytes were read anew", name, key, at, anew)
				}
			}
		}
	}
}

// TestStretchesAddUp: the stretches of a paragraph are all of it, and a paragraph of
// ordinary length is read whole.
func TestStretchesAddUp(t *testing.T) {
	for name, paragraph := range longParagraphs(40_000) {
		all := slices.Collect(stretches(paragraph))
		if strings.Join(all, "") != paragraph {
			t.Errorf("%s: they do not add up", name)
		}
		for _, stretch := range all {
			if !utf8.ValidString(stretch) {
				t.Errorf("%s: a character is torn: %.20q", name, stretch)
			}
		}
	}
	if n := len(slices.Collect(stretches(longParagraph(2900)))); n != 1 {
		t.Errorf("%d stretches of a paragraph of 2,900 characters", n)
	}
}
