package facts

import (
	"slices"
	"strings"
)

// Breakdown is a whole and the parts that 其中 names: 共12件，其中甲5件、乙7件.
type Breakdown struct {
	Whole Amount
	Parts []Amount // at least one
	Open  bool     // the prose does not claim to name all parts for certain

	earlier []Amount // of the same unit, before the whole in its sentence
}

// Sum is the sum of the parts.
func (b Breakdown) Sum() float64 {
	sum := 0.0
	for _, p := range b.Parts {
		sum += p.Value
	}
	return sum
}

// Reaches reports whether the first few parts add up to the whole: what follows
// them may be another matter (……，办结12件). Of several amounts before 其中 any can
// be the whole, or all of them (收到12件，上年结转0件，其中……).
func (b Breakdown) Reaches() bool {
	sum, all := 0.0, b.Whole.Value
	wholes := []float64{b.Whole.Value}
	for _, a := range slices.Backward(b.earlier) {
		all += a.Value
		wholes = append(wholes, a.Value, all)
	}
	for _, p := range b.Parts {
		if sum += p.Value; slices.Contains(wholes, sum) {
			return true
		}
	}
	return false
}

// otherMatter are words that tell that an amount is no part of the list before
// it any more.
func otherMatter() []string {
	return []string{"办结", "答复", "结转", "同比", "比上年", "较", "增", "减", "共", "累计", "合计", "占", "其中", "完成", "回复", "还", "另", "此外", "每", "平均"}
}

// breakdowns finds 其中 between two amounts of the same unit and lists what
// follows, to the end of the sentence or what is evidently something else.
func (t *Text) breakdowns() {
	for i, whole := range t.Amounts[:max(0, len(t.Amounts)-1)] {
		first := t.Amounts[i+1]
		if whole.Unit != first.Unit || !t.opens(whole, first) {
			continue
		}
		b := Breakdown{Whole: whole, Open: whole.Vague}
		separator := ""
		for k, part := range t.Amounts[i+1:] {
			if part.Unit != whole.Unit || part.Sentence != whole.Sentence {
				break
			}
			if k > 0 {
				between := string(t.runes[b.Parts[k-1].to:part.from])
				mark, label := t.listMark(between)
				if mark == "" || separator != "" && mark != separator && mark != "、" || says(label, otherMatter()) {
					break
				}
				separator = mark
			}
			b.Parts = append(b.Parts, part)
			b.Open = b.Open || part.Vague
		}
		rest := string(t.runes[whole.to:max(whole.to, t.sentences[whole.Sentence].End)])
		// What goes out 通过 one channel goes out through the others as well.
		b.Open = b.Open || says(rest, []string{"其余", "其它", "余下", "剩余", "主要", "还有", "另有", "等", "通过"})
		for k := i - 1; k >= 0 && t.Amounts[k].Sentence == whole.Sentence; k-- {
			if a := t.Amounts[k]; a.Unit == whole.Unit {
				b.earlier = slices.Insert(b.earlier, 0, a)
			}
		}
		t.Breakdowns = append(t.Breakdowns, b)
	}
}

// opens reports whether the words between the two amounts are at most the name
// of what is counted, then a mark, 其中 and the first part's name.
func (t *Text) opens(whole, first Amount) bool {
	if whole.Sentence != first.Sentence {
		return false
	}
	const marks = "，,（(：:"
	object, name, found := strings.Cut(string(t.runes[whole.to:first.from]), "其中")
	return found && !strings.ContainsAny(strings.TrimRight(object, marks), marks+"；;）)、") &&
		!strings.ContainsAny(strings.TrimLeft(name, "，,：:"), marks+"；;）)、")
}

// listMark takes 、乙 and ，乙 apart; the mark is empty when the words are not of
// that form.
func (t *Text) listMark(between string) (mark, label string) {
	for _, m := range []string{"、", "，", ",", "；", "和", "及", "以及"} {
		if rest, ok := strings.CutPrefix(between, m); ok {
			if strings.ContainsAny(rest, "，,；;（）()") {
				return "", ""
			}
			if m == "和" || m == "及" || m == "以及" {
				m = "、"
			}
			return m, rest
		}
	}
	return "", ""
}

func says(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// Share is a part, its percentage and the whole: 共20件，其中甲15件，占75%.
type Share struct{ Part, Whole, Percent Amount }

// shares finds 占p% right after the first part of a breakdown, or after any
// other part of it.
func (t *Text) shares() {
	for i, percent := range t.Amounts {
		if i < 2 || percent.Unit != "%" || percent.Vague || !shareWord(percent.Before) {
			continue
		}
		part := t.Amounts[i-1]
		between := string(t.runes[part.to:percent.from])
		if strings.TrimLeft(between, "，,（(") != percent.Before || part.Vague {
			continue
		}
		for k := i - 2; k >= 0; k-- {
			whole := t.Amounts[k]
			if whole.Sentence != part.Sentence || whole.Vague {
				break
			}
			if whole.Unit == part.Unit && t.opens(whole, t.Amounts[k+1]) {
				t.Shares = append(t.Shares, Share{part, whole, percent})
				break
			}
		}
	}
}

// shareWord reports whether the words before a percentage say that it is one of
// the whole.
func shareWord(words string) bool {
	switch words {
	case "占", "占比", "占比为", "占总数的", "占总量的", "占总数", "占总量", "占全部申请的", "占申请总数的", "占比达", "占申请总量的":
		return true
	}
	return false
}
