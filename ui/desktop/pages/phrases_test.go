package pages

import (
	"strings"
	"testing"

	"nianbao/model"
)

func TestPhrasesFitTheForm(t *testing.T) {
	for _, year := range []int{2020, 2026} {
		report, err := model.New(year, model.Agency{Name: "梧桐镇人民政府", Short: "我镇"})
		if err != nil {
			t.Fatal(err)
		}
		for id := range phrases {
			for _, p := range phrasesFor(report, id) {
				if strings.ContainsAny(p.text, "{【") {
					t.Errorf("%d %s: %q", year, p.name, p.text)
				}
			}
		}
	}
}
