package main

import (
	"regexp"
	"testing"
)

func TestVersion(t *testing.T) {
	if v := version(metadata); !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(v) {
		t.Errorf("FyneApp.toml states the version %q, want three numbers", v)
	}
	for text, want := range map[string]string{
		"[Details]\n  Version = \"1.2.3\"\n  Build = 4\n":   "1.2.3",
		"[Details]\nVersionName = \"9\"\nVersion=\"2.0.0\"": "2.0.0",
		"[Details]\n": "",
	} {
		if got := version(text); got != want {
			t.Errorf("version of %q: %q, want %q", text, got, want)
		}
	}
}
