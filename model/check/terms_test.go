package check

import (
	"slices"
	"strings"
	"testing"

	"nianbao/model"
)

// TestTerms: parts and rows are called what the edition calls them; what it has no word
// for stays as it is, and so does what users wrote.
func TestTerms(t *testing.T) {
	e, err := model.EditionFor(2025)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[terms]string{
		"{disclosure}、{applications}": "表二、表三", "{overview}里": "一、总体情况里", "“{applications.carriedIn}”总计": "“上年结转”总计",
		"{unknown}{disclosure.unknown}{": "{unknown}{disclosure.unknown}{", "无": "无",
	} {
		if got := text.in(e); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	if got := worded(e, "S01", []any{"{disclosure}100%", terms("{disputes}")}); !strings.Contains(got, "“{disclosure}100%”") || !strings.Contains(got, "“表四”") {
		t.Error(got)
	}
}

// TestMessagesNameTheForm: every wording finds its terms in each form that its rule is for.
func TestMessagesNameTheForm(t *testing.T) {
	for _, e := range model.Editions() {
		list := rulesFor(e.From, e)
		for key := range messages {
			applies := slices.ContainsFunc(list, func(r rule) bool { return strings.HasPrefix(key, r.id) })
			text := terms(messages[key]).in(e)
			if applies && strings.Contains(text, "{") {
				t.Errorf("%s, %s: %s", e.ID, key, text)
			}
		}
	}
}
