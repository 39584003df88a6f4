package facts

import (
	"slices"
	"strings"

	"nianbao/model/internal/pattern"
)

// Share is a part, its percentage and the whole: 共20件，其中甲15件，占75%.
type Share struct{ Part, Whole, Percent Amount }

// shareWords say that a percentage is one of the whole just told of; any other
// word (占全县总量的) makes it one of something else.
var shareWords = pattern.Lazy(`^占(?:比|比例|比重)?(?:为|达到?|约为)?(?:全部|所有|全年|上述|总|公开|发布|主动|推送|政府|信息|申请|文件|稿件|内容|数|量|件|条|的)*$`)

// shares finds 占p% behind a part of a list, 分别占p%、q% behind as many, and
// 甲15件，占全部20件的75%.
func (t *Text) shares() {
	for i, percent := range t.Amounts {
		if i < 2 || percent.Unit != "%" || percent.Vague {
			continue
		}
		if _, each, found := strings.Cut(percent.Before, "分别"); found && shareWords().MatchString(each) {
			t.respective(i)
			continue
		}
		part, whole := t.Amounts[i-1], Amount{}
		between := strings.TrimLeft(t.words(part.to, percent.from), "，,（(")
		found := false
		switch {
		case strings.HasPrefix(between, "占"):
			whole, found = t.partOf(part)
			found = found && shareWords().MatchString(withoutThing(between, whole.Before))
		case between == "的" && strings.HasPrefix(part.Before, "占"):
			whole, part = part, t.Amounts[i-2]
			between = strings.TrimLeft(t.words(part.to, whole.from), "，,（(")
			found = between == whole.Before && part.Unit == whole.Unit && part.Sentence == whole.Sentence
		}
		if found && !part.Vague && !whole.Vague && whole.Value > 0 {
			t.Shares = append(t.Shares, Share{part, whole, percent})
		}
	}
}

// respective pairs the percentages from the i-th amount on with as many parts before it.
func (t *Text) respective(i int) {
	n := 1
	for i+n < len(t.Amounts) && t.Amounts[i+n].Unit == "%" && strings.Trim(t.words(t.Amounts[i+n-1].to, t.Amounts[i+n].from), "、，和") == "" {
		n++
	}
	for k := range min(n, i-n+1) {
		part, percent := t.Amounts[i-n+k], t.Amounts[i+k]
		if whole, found := t.partOf(part); found && !part.Vague && !whole.Vague && !percent.Vague && whole.Value > 0 {
			t.Shares = append(t.Shares, Share{part, whole, percent})
		}
	}
}

// withoutThing is 占全部诉求的 without the thing that the whole is of (受理群众诉求).
func withoutThing(words, whole string) string {
	thing := []rune(strings.TrimSuffix(words, "的"))
	n := 0
	for n < len(thing) && strings.HasSuffix(whole, string(thing[len(thing)-n-1:])) {
		n++
	}
	if n < 2 { // no word
		return words
	}
	return string(thing[:len(thing)-n])
}

// partOf is the whole of the list that the amount is a part of. A list stands in
// one sentence, and only those of its own are looked at.
func (t *Text) partOf(a Amount) (whole Amount, found bool) {
	n, _ := slices.BinarySearchFunc(t.Breakdowns, a.Sentence, func(b Breakdown, n int) int { return b.Parts[0].Sentence - n })
	for _, b := range t.Breakdowns[n:] {
		if b.Parts[0].Sentence != a.Sentence {
			break
		}
		if slices.ContainsFunc(b.Parts, func(p Amount) bool { return p.from == a.from }) {
			whole, found = b.Whole, b.Whole.Unit == a.Unit
		}
	}
	return whole, found
}
