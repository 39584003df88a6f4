// Nianbao（公开年报） fills in, checks and prints the yearly report on
// government information disclosure, 政府信息公开工作年度报告: without arguments
// in a window, with a command headless.
package main

import (
	_ "embed" // the metadata
	"os"
	"strings"

	"nianbao/ui"
)

// The metadata name the program and its version, here and for whoever packs it.
//
//go:embed FyneApp.toml
var metadata string

func main() {
	os.Exit(ui.Main(os.Args[1:], version(metadata)))
}

// version is the one that the metadata state; empty for none.
func version(metadata string) string {
	for line := range strings.Lines(metadata) {
		if name, value, ok := strings.Cut(line, "="); ok && strings.TrimSpace(name) == "Version" {
			return strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	return ""
}
