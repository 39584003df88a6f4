// Package outline is a report as everything written from it reads it: titles,
// numbered headings, paragraphs with the numbers put into their {cell} places,
// tables laid out as the edition has them, the signature. Paper, text and every
// other format are written from a [Document]; none of them walks the report.
//
// Begin with [Of] and [Document.Blocks].
package outline

import (
	"image"
	"strings"

	"nianbao/model"
)

// Document is a report to be written, in reading order: Title, Blocks,
// Signature, Posting.
type Document struct {
	Year      int
	Agency    string   // 机关全称
	Title     []string // lines; the agency stands on one of its own
	Note      string   // below the title: what this is, where it is no report
	Foot      string   // the same at the foot of every page, beside its number
	Blocks    []Block
	Signature Signature
	Posting   []string // lines that only a notice board has
}

// Block is a heading, a paragraph, a table or a picture; of what is to be filled in by
// hand also a remark, lines to write on, or blanks with names.
type Block struct {
	Kind  Kind
	Level int         // of a Heading: 1 for 一、, 2 for （一）
	Text  string      // of a Heading with its number, of a Paragraph or Remark
	Table *Table      // of a Grid
	Image image.Image // of a Picture
	Lines int         // of Ruled
	Names []string    // of Blanks
	Place Place
}

// Kind is what a block is.
type Kind int

// The kinds of blocks.
const (
	Heading Kind = iota
	Paragraph
	Grid
	Picture // no report has one; the program's manual has

	// What only papers to be filled in have.

	Remark // how to fill it in, in small letters
	Ruled  // empty lines to write on
	Blanks // a line with blanks: 填表人____ 日期____
)

// Place is where in the report a block comes from.
type Place struct {
	Section   model.SectionID
	Name      string // of the section: 前言, 一、总体情况
	Block     int    // block of prose of the section, from 1; 0 outside of prose
	Paragraph int    // paragraph of the section, from 1; 0 for headings and tables
}

// Signature is the end of the report (落款); both are empty where there is none,
// and Date alone may be.
type Signature struct {
	Agency string
	Date   string // 成文日期 in words: 2021年1月20日
}

// Posting is what a notice board says beside the report; both are optional.
type Posting struct {
	Since string // 公示日期, "2021-01-20"
	Phone string // 联系电话
}

// Heading is the whole title in one line.
func (d *Document) Heading() string { return strings.Join(d.Title, "") }

// Of is the outline of a report.
func Of(r *model.Report, p Posting) *Document {
	agency, date := r.Signed()
	d := &Document{
		Year: r.Year, Agency: r.Agency.Name, Title: r.TitleLines(), Signature: Signature{agency, date}, Posting: p.lines(),
	}
	for _, s := range r.Edition().Sections {
		place := Place{Section: s.ID, Name: s.Name()}
		if s.Titled() {
			d.Blocks = append(d.Blocks, Block{Kind: Heading, Level: 1, Text: s.Title, Place: place})
		}
		if s.Table != nil {
			d.Blocks = append(d.Blocks, Block{Kind: Grid, Table: table(r, s), Place: place})
			continue
		}
		d.prose(r, place)
	}
	return d
}

// prose adds the blocks of a section that is written as prose.
func (d *Document) prose(r *model.Report, at Place) {
	headings := r.Headings(at.Section)
	paragraphs := 0
	for i, b := range r.Narrative[at.Section] {
		at.Block, at.Paragraph = i+1, 0
		if headings[i] != "" {
			d.Blocks = append(d.Blocks, Block{Kind: Heading, Level: 2, Text: r.Expand(headings[i]), Place: at})
		}
		for _, p := range b.Paragraphs() {
			paragraphs++
			at.Paragraph = paragraphs
			d.Blocks = append(d.Blocks, Block{Kind: Paragraph, Text: r.Expand(p), Place: at})
		}
	}
}

func (p Posting) lines() []string {
	var all []string
	for _, line := range []struct{ name, value string }{
		{namePosted, model.DateInWords(p.Since)}, {namePhone, strings.TrimSpace(p.Phone)},
	} {
		if line.value != "" {
			all = append(all, line.name+line.value)
		}
	}
	return all
}
