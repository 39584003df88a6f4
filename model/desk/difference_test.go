package desk

import "testing"

// TestDifference: characters are never torn, though 公 and 共 share their first bytes
// and 公 and 兮 their last ones.
func TestDifference(t *testing.T) {
	for _, c := range []struct {
		before, after string
		from          int
		gone, came    string
	}{
		{"", "公", 0, "", "公"},
		{"公开", "公示开", 1, "", "示"},
		{"公开", "共开", 0, "公", "共"},
		{"开公", "开共", 1, "公", "共"},
		{"公公公", "公公", 2, "公", ""},
		{"a公b", "a共b", 1, "公", "共"},
		{"公", "", 0, "公", ""},
		{"一二三", "一三", 1, "二", ""},
		{"同", "同", 1, "", ""},
	} {
		from, gone, came := difference(c.before, c.after)
		if from != c.from || gone != c.gone || came != c.came {
			t.Errorf("%q to %q: %d %q %q, want %d %q %q", c.before, c.after, from, gone, came, c.from, c.gone, c.came)
		}
	}
}
