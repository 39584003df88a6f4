// Manual prints the program's manual, the text that F1 shows, with pictures of
// the window: the script pictures takes them.
//
//	manual VERSION OUT.pdf
package main

import (
	"embed"
	"fmt"
	"image/png"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"nianbao/assets"
	"nianbao/export/outline"
	"nianbao/export/pdf"
	"nianbao/export/typeset"
	"nianbao/fonts"
)

//go:embed *.png
var pictures embed.FS

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "manual:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: manual VERSION OUT.pdf")
	}
	seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil {
		return fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
	}
	data, err := manual(args[0], time.Unix(seconds, 0).UTC())
	if err != nil {
		return err
	}
	return os.WriteFile(args[1], data, 0o644) //nolint:gosec // for everybody
}

// manual is the manual of a version as a PDF.
func manual(version string, date time.Time) ([]byte, error) {
	text, err := document(version, assets.Help())
	if err != nil {
		return nil, err
	}
	faces, err := fonts.Embedded()
	if err != nil {
		return nil, fmt.Errorf("faces: %w", err)
	}
	placed := typeset.Layout(text, faces, typeset.Options{Paper: paper()})
	if len(placed.Missing) > 0 {
		return nil, fmt.Errorf("no face has %q", placed.Missing)
	}
	return pdf.Write(placed, pdf.Options{Creator: "nianbao " + version, Date: date})
}

// paper is A4 in the sizes of a booklet: 小四 and two thirds of the margins of an
// official document.
func paper() typeset.Paper {
	p := typeset.A4()
	const columns, lines = 38, 34
	p.Left, p.Top = p.Left*0.85, p.Top*0.75
	width, height := p.Width-2*p.Left, p.Height-2*p.Top
	p.Columns, p.Lines = columns, lines
	p.Cell, p.Line = width/columns, height/lines
	p.TitleSize, p.BodySize, p.FolioSize = 22, 12, 10.5
	return p
}

// picture is a line with a picture: its words and its file.
var picture = regexp.MustCompile(`^!\[(.*)\]\((.*)\)$`)

// document is the manual's text as the typesetting takes it.
func document(version, text string) (*outline.Document, error) {
	d := &outline.Document{Title: []string{"公开年报使用手册"}}
	d.Blocks = append(d.Blocks, outline.Block{Kind: outline.Paragraph, Text: "版本 " + version})
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if title, ok := strings.CutPrefix(line, "# "); ok {
			d.Blocks = append(d.Blocks, outline.Block{Kind: outline.Heading, Level: 1, Text: title})
		} else if found := picture.FindStringSubmatch(line); found != nil {
			f, err := pictures.Open(found[2])
			if err != nil {
				return nil, fmt.Errorf("picture: %w", err)
			}
			img, err := png.Decode(f)
			if err != nil {
				return nil, fmt.Errorf("picture %s: %w", found[2], err)
			}
			d.Blocks = append(d.Blocks, outline.Block{Kind: outline.Picture, Image: img},
				outline.Block{Kind: outline.Paragraph, Text: "图：" + found[1]})
		} else if line != "" {
			d.Blocks = append(d.Blocks, outline.Block{Kind: outline.Paragraph, Text: line})
		}
	}
	return d, nil
}
