package intake

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
)

// shakenLine is a line of a report, with the sentence in it and the part that it is of:
// none for a title, a row of a table and what stands beside the report.
type shakenLine struct {
	text     string
	part     model.SectionID
	sentence string
}

// shakenReport are the lines of a small report, each sentence of which stands there once.
func shakenReport(rng *rand.Rand) []shakenLine {
	all := []shakenLine{{text: ownTitle}, {ownStart, model.Preamble, ownStart}}
	prose := func(part model.SectionID, title string) {
		all = append(all, shakenLine{text: title})
		for i := range 1 + rng.IntN(3) {
			sentence := fmt.Sprintf("%s的第%d句，共%d件。", part, i+1, 10+rng.IntN(90))
			all = append(all, shakenLine{sentence, part, sentence})
		}
	}
	table := func(text string) {
		for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
			all = append(all, shakenLine{text: line})
		}
	}
	prose(model.Overview, "一、总体情况")
	table(two("行政许可\t61", "行政处罚\t43", "行政强制\t0"))
	table(three("一、本年新收政府信息公开申请数量\t2\t1\t0\t0\t0\t0\t3", "（一）予以公开\t2\t1\t0\t0\t0\t0\t3"))
	table("四、政府信息公开行政复议、行政诉讼情况\n" + strings.Repeat("0\t", 14) + "0")
	prose(model.Problems, "五、存在的主要问题及改进情况")
	prose(model.Other, "六、其他需要报告的事项")
	return append(all, shakenLine{text: ownUnit}, shakenLine{text: "2024年1月9日"})
}

// shake changes a report as offices do.
func shake(rng *rand.Rand, all []shakenLine) (what string, shaken []shakenLine) {
	all = slices.Clone(all)
	var titles []int
	for i, l := range all {
		if isShakenTitle(l.text) {
			titles = append(titles, i)
		}
	}
	titles = append(titles, len(all)-2)
	last := len(titles) - 1
	n := rng.IntN(last)
	at, end := titles[n], titles[n+1]
	number, words, _ := strings.Cut(all[at].text, "、")
	switch rng.IntN(10) {
	case 0:
		return "a title again", slices.Insert(all, at+1+rng.IntN(4), all[at])
	case 1:
		return "no title", slices.Delete(all, at, at+1)
	case 2:
		return "a part twice", slices.Insert(all, end, all[at:end]...)
	case 3:
		return "the last two exchanged", slices.Concat(all[:titles[last-2]], all[titles[last-1]:titles[last]], all[titles[last-2]:titles[last-1]], all[titles[last]:])
	case 4:
		page := []string{"- 2 -", "第 2 页", "— 3 —"}[rng.IntN(3)]
		return "a number of a page", slices.Insert(all, 2+rng.IntN(len(all)-3), shakenLine{text: page})
	case 5:
		return "the head of a page", slices.Insert(all, 3+rng.IntN(len(all)-5), all[0])
	case 6:
		all[at].text = words
		return "a title without its number", all
	case 7:
		all[at].text = "（" + number + "）" + words
		return "a title numbered in brackets", all
	case 8:
		if l := all[at+1]; l.part != "" {
			all[at] = shakenLine{all[at].text + []string{"：", "。", "　"}[rng.IntN(3)] + l.text, l.part, l.sentence}
			all = slices.Delete(all, at+1, at+2)
		}
		return "text behind a title", all
	default:
		return "a line twice", slices.Insert(all, 2+rng.IntN(len(all)-4), all[2+rng.IntN(len(all)-4)])
	}
}

func isShakenTitle(text string) bool {
	return strings.IndexAny(text, "一二三四五六") == 0 && strings.HasPrefix(text[len("一"):], "、") && !strings.Contains(text, "\t") && !strings.Contains(text, "。")
}

// TestShaken: whatever was typed twice, forgotten or moved, each sentence stands in its part,
// the numbers in their cells, and no title in the text, or it is said.
func TestShaken(t *testing.T) {
	edition, err := model.EditionFor(2023)
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 3))
		all := shakenReport(rng)
		var what []string
		for range 1 + rng.IntN(2) {
			var how string
			how, all = shake(rng, all)
			what = append(what, how)
		}
		var b strings.Builder
		for _, l := range all {
			b.WriteString(l.text + "\n")
		}
		got, err := Read("a.txt", []byte(b.String()), Options{})
		if err != nil {
			t.Fatal(err)
		}
		said := messagesOf(got)
		for _, h := range got.Report.Source.Headings { // the rules tell these
			if s, ok := edition.Section(h.Section); ok {
				said += s.Title
			}
		}
		for _, wrong := range misplaced(got, all, said) {
			t.Errorf("seed %d, %v: %s", seed, what, wrong)
		}
		everyLineAccounted(t, got)
	}
}

// misplaced lists what stands in another place than its own without a word.
func misplaced(got *Result, all []shakenLine, said string) []string {
	var wrong []string
	text := map[model.SectionID]string{}
	for id, blocks := range got.Report.Narrative {
		text[id] = strings.Join(paragraphsOf(blocks), "\n")
	}
	titleOf := func(id model.SectionID) string {
		s, _ := got.Edition.Section(id)
		return s.Title
	}
	for _, l := range all {
		if l.part != "" && !strings.Contains(text[l.part], l.sentence) && !strings.Contains(said, l.sentence) && !strings.Contains(said, titleOf(l.part)) {
			wrong = append(wrong, fmt.Sprintf("%q is not in %s", l.sentence, l.part))
		}
	}
	for id, prose := range text {
		for line := range strings.Lines(prose) {
			line = strings.TrimSpace(line)
			if isShakenTitle(line) && !strings.Contains(said, line) || strings.HasPrefix(line, "行政许可") && !strings.Contains(said, "有一张表") {
				wrong = append(wrong, fmt.Sprintf("%q is text of %s", line, id))
			}
		}
	}
	for a, want := range map[model.Address]string{cellLicensing: "61", cellPenalties: "43"} {
		if g := got.Report.Cells[a]; g != want && !strings.Contains(said, "表二") {
			wrong = append(wrong, fmt.Sprintf("%s is %q", a, g))
		}
	}
	return wrong
}
