package model

import (
	"regexp"
	"strings"

	"nianbao/model/internal/pattern"
)

// Notice matches the number of the notice that laid the edition down, “〔2021〕30
// 号”, in whatever brackets.
func (e *Edition) Notice() *regexp.Regexp { return e.notice() }

// Cites finds where a text rests on the edition: its notice, or the name of its
// form where that is not also part of the name of the form that the text should
// rest on. Empty when it does not.
func (e *Edition) Cites(text string, instead *Edition) string {
	if found := e.notice().FindString(text); found != "" || strings.Contains(instead.Form, e.Form) {
		return found
	}
	return e.form().FindString(text)
}

// citations are the patterns of the two: of the name of the form only the last
// words, with the sign that closes a title before what stands in brackets.
func citations(e Edition) (notice, form func() *regexp.Regexp) {
	_, number, _ := strings.Cut(e.Source, "〔")
	year, number, ok := strings.Cut(strings.TrimSuffix(number, "号"), "〕")
	if !ok || e.Form == "" {
		panic("model: edition " + e.ID + " lacks the number of its notice, or the name of its form")
	}
	notice = pattern.Lazy(`[〔\[［（(【]\s*` + year + `\s*[〕\]］）)】]\s*(?:第\s*)?` + number + `\s*号`)
	name := strings.NewReplacer("（", "》?[（(]", "）", "[）)]").Replace(regexp.QuoteMeta(e.Form))
	return notice, pattern.Lazy(name)
}
