// Package assets holds what the program carries along beside its faces.
package assets

import _ "embed" // the files

// The sample is the report that the project started from: 梧桐镇人民政府, 2020.
//
//go:embed sample.nianbao
var sample []byte

// Sample is a complete report file. It must not be changed.
func Sample() []byte { return sample }

// The icon is icon.svg drawn at 256 × 256, the largest that Windows takes. The
// files icon_windows_*.syso hold it for the linker, so that the program's file
// has it there (make icons).
//
//go:embed icon.png
var icon []byte

// Icon is the program's icon, a PNG. It must not be changed.
func Icon() []byte { return icon }

//go:embed help.md
var help string

// Help is the manual: chapters, each a line with its title behind "# " and
// paragraphs of one line; "![words](file)" is a picture of packaging/manual,
// where the manual is printed.
func Help() string { return help }
