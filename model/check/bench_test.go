package check

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/reportfile"
)

func sample(t testing.TB) *model.Report {
	t.Helper()
	r, err := reportfile.Read(assets.Sample())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// lastYears is the report of the year before that the sample could have been
// written from.
func lastYears(t testing.TB, r *model.Report) *model.Report {
	t.Helper()
	last, err := model.New(r.Year-1, r.Agency)
	if err != nil {
		t.Fatal(err)
	}
	for id, blocks := range r.Narrative {
		for _, b := range blocks {
			b.Text = strings.NewReplacer("2020", "2019", "政府信息", "信息").Replace(b.Text)
			last.Narrative[id] = append(last.Narrative[id], b)
		}
	}
	return last
}

// BenchmarkRun is what `check` does with the sample: at most 2 ms.
func BenchmarkRun(b *testing.B) {
	r := sample(b)
	for b.Loop() {
		Run(r, nil)
	}
}

func BenchmarkRunWithPrevious(b *testing.B) {
	r := sample(b)
	last := lastYears(b, r)
	for b.Loop() {
		Run(r, last)
	}
}

// long is the sample with a narrative of 20,000 characters.
func long(b *testing.B) *model.Report {
	r := sample(b)
	text := r.Narrative[model.Overview][0].Text
	var all strings.Builder
	for i := 0; utf8.RuneCountInString(all.String()) < 20_000; i++ {
		fmt.Fprintf(&all, "第%d项：%s\n共公开信息%d条，其中政策文件%d条、工作动态%d条。\n", i, text, 2*i, i, i)
	}
	r.Narrative[model.Overview][0].Text = all.String()
	return r
}

func BenchmarkRunLong(b *testing.B) {
	r := long(b)
	last := lastYears(b, r)
	for b.Loop() {
		Run(r, last)
	}
}

// BenchmarkTyping is a key press in a narrative of 20,000 characters.
func BenchmarkTyping(b *testing.B) {
	r := long(b)
	last := lastYears(b, r)
	var k Checker
	k.Run(r, last)
	text := r.Narrative[model.Overview][0].Text
	for i := 0; b.Loop(); i++ {
		r.Narrative[model.Overview][0].Text = strings.Replace(text, "共公开", fmt.Sprintf("共公开%d、", i%10), 1)
		k.Run(r, last)
	}
}

// BenchmarkTypingOneParagraph is a key press in about the longest paragraph that a
// report can hold, whatever it is made of.
func BenchmarkTypingOneParagraph(b *testing.B) {
	for name, text := range longParagraphs(190_000) {
		for _, section := range []model.SectionID{model.Preamble, model.Overview, model.Problems} {
			b.Run(name+"/"+string(section), func(b *testing.B) { benchmarkTyping(b, section, text) })
		}
	}
}

// BenchmarkTypingManyParagraphs is one in as long a text of many paragraphs.
func BenchmarkTypingManyParagraphs(b *testing.B) {
	for name, text := range longParagraphs(190_000) {
		var lines []string
		for line := range slices.Chunk([]rune(text), 200) {
			lines = append(lines, string(line))
		}
		b.Run(name, func(b *testing.B) { benchmarkTyping(b, model.Overview, strings.Join(lines, "\n")) })
	}
}

func benchmarkTyping(b *testing.B, section model.SectionID, text string) {
	r := sample(b)
	var k Checker
	key := func(i int) {
		r.Narrative[section] = []model.Block{{Text: fmt.Sprintf("共%d条%s", i%10, text)}}
		k.Run(r, nil)
	}
	key(0) // which reads it all
	for i := 1; b.Loop(); i++ {
		key(i)
	}
}

// longParagraphs are paragraphs of about so many characters: ordinary sentences, one
// sentence of nothing but numbers and commas, and figures without any mark. None goes in
// circles.
func longParagraphs(characters int) map[string]string {
	random := rand.New(rand.NewPCG(1, 2))
	var numbers, figures strings.Builder
	for range characters / utf8.RuneCountInString("公开信息20条，其中申请3件、4次，") {
		fmt.Fprintf(&numbers, "公开信息%d条，其中申请%d件、%d次，", random.IntN(90)+10, random.IntN(10), random.IntN(10))
	}
	for range characters {
		figures.WriteByte("0123456789"[random.IntN(10)])
	}
	return map[string]string{"ordinary": longParagraph(characters), "numbers": numbers.String(), "figures": figures.String()}
}

// longParagraph is a paragraph of about so many characters, each sentence of it another
// one.
func longParagraph(characters int) string {
	var all strings.Builder
	for i := range characters / utf8.RuneCountInString("第1000项工作中，我镇主动公开政府信息1000条，群众没有不满意。") {
		fmt.Fprintf(&all, "第%d项工作中，我镇主动公开政府信息%d条，群众没有不满意。", i, i)
	}
	return all.String()
}

// BenchmarkWorst is the longest paragraph, and the longest sub-heading, that a file
// can hold, full of what is looked at most closely.
func BenchmarkWorst(b *testing.B) {
	for _, words := range []string{
		"公开信息，其中申请1件、", "2019年", "下一步2020年，", "一二三", "X", "“?", "（ ", "收到申请1件，", "镇政府政府",
		"其中", "包括", "其中1件", "（", "1、", "1", "1个工作日",
	} {
		text := strings.Repeat(words, 190_000/utf8.RuneCountInString(words))
		for name, block := range map[string]model.Block{"text": {Text: text}, "heading": {Heading: text, Text: "收到申请1件。"}} {
			r := sample(b)
			r.Narrative[model.Overview] = []model.Block{block}
			b.Run(words+"/"+name, func(b *testing.B) {
				for b.Loop() {
					Run(r, nil)
				}
			})
		}
	}
}
