package carry

import (
	"strings"
	"testing"
)

// TestListed: as many marks as a line lists stand there whole; of more it is said
// that there are more.
func TestListed(t *testing.T) {
	marks := strings.Split(strings.Repeat("60 ", mostListed), " ")[:mostListed]
	if got := listed(marks); strings.Count(got, "60") != mostListed || strings.HasSuffix(got, listMore) {
		t.Errorf("%d marks: %s", mostListed, got)
	}
	if got := listed(append(marks, "61")); strings.Contains(got, "61") || !strings.HasSuffix(got, listMore) {
		t.Errorf("one more: %s", got)
	}
}
