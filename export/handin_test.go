package export

import (
	"slices"
	"testing"
)

func TestHandIn(t *testing.T) {
	var endings []string
	for _, f := range HandIn() {
		endings = append(endings, f.Ending)
	}
	if len(endings) < 2 || endings[0] != ".pdf" || !slices.Contains(endings, ".txt") || slices.Contains(Endings(), ".docx") != slices.Contains(endings, ".docx") {
		t.Errorf("handed in as %v of %v", endings, Endings())
	}
}
