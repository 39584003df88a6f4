package word

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"nianbao/model/intake/source"
)

// block is a paragraph or a table.
type block struct {
	text    source.Text
	heading int
	joined  bool     // its end is deleted: the next paragraph goes on with it
	table   [][]cell // nil for a paragraph
}

// cell is a cell of a table with what is in it.
type cell struct {
	blocks       []block
	column, span int
	continued    bool // covered by the cell above
}

// reader reads the body of a document.
type reader struct {
	*walker
	styles  map[string]style
	lists   *lists
	deleted bool // in tracked changes
	hidden  bool // in a row that is not shown
	prompt  bool // in a placeholder
	images  int  // pictures so far
}

func (r *reader) document() ([]block, error) {
	var all []block
	err := r.children(func(e xml.StartElement) (bool, error) {
		if e.Name.Local != "document" {
			return false, nil
		}
		return true, r.children(func(e xml.StartElement) (bool, error) {
			if e.Name.Local != "body" {
				return false, nil
			}
			return true, r.blocks(&all)
		}, nil)
	}, nil)
	return all, err
}

// blocks reads paragraphs and tables up to the end of the element.
func (r *reader) blocks(all *[]block) error {
	return r.children(func(e xml.StartElement) (bool, error) { return r.block(e, all) }, nil)
}

// block reads an element among paragraphs and tables.
func (r *reader) block(e xml.StartElement, all *[]block) (read bool, err error) {
	switch e.Name.Local {
	case "p":
		return true, r.paragraph(all)
	case "tbl":
		rows, err := r.table()
		*all = append(*all, block{table: rows})
		return true, err
	case "sdt":
		return true, r.control(func() error { return r.blocks(all) })
	case "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice":
		return true, r.blocks(all)
	case "del", "moveFrom":
		return true, r.revised(func() error { return r.blocks(all) })
	case "altChunk", "subDoc": // another file, which Word takes in when it opens this one
		return false, &source.Refusal{Reason: source.Inserted}
	}
	return false, nil // properties, the second version of something
}

// revised reads what tracked changes have taken away.
func (r *reader) revised(content func() error) error {
	before := r.deleted
	defer func() { r.deleted = before }()
	r.deleted = true
	return content()
}

// control reads a content control (sdt). What shows while nothing has been
// written into it is no content.
func (r *reader) control(content func() error) error {
	before := r.prompt
	defer func() { r.prompt = before }()
	return r.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "sdtPr":
			return true, r.children(func(e xml.StartElement) (bool, error) {
				r.prompt = r.prompt || e.Name.Local == "showingPlcHdr" && isOn(e)
				return false, nil
			}, nil)
		case "sdtContent":
			return true, content()
		}
		return false, nil
	}, nil)
}

// isOn reports whether a property that stands alone, or with val, holds.
func isOn(e xml.StartElement) bool {
	switch attr(e, "val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// paragraph reads a paragraph; text in boxes follows it. Behind one whose end is deleted
// it goes on with that, and is all of it when nothing is left of that.
func (r *reader) paragraph(all *[]block) error {
	in := inner{marks: &numbered{}}
	if err := r.runs(&in); err != nil {
		return err
	}
	mark := in.marks
	style := r.styles[mark.style]
	p := block{heading: max(style.heading, mark.outline), text: in.text, joined: mark.joined}
	if mark.list == "" {
		mark.list, mark.level = style.list, max(style.level, mark.level)
		if at, ok := r.lists.levelOf(mark.list, mark.style); ok {
			mark.level = at
		}
	}
	var before *block
	if n := len(*all); n > 0 && (*all)[n-1].joined && (*all)[n-1].table == nil {
		before = &(*all)[n-1]
	}
	if p.isSeen() && (before == nil || !before.isSeen()) {
		if number := r.lists.next(mark.list, mark.level); number != "" {
			p.text = append(source.Text{{Text: apart(number, p.text)}}, p.text...)
		}
	}
	if before != nil {
		if !before.isSeen() {
			before.heading = p.heading
		}
		before.text, before.joined = append(before.text, p.text...), p.joined
		*all = append(*all, in.boxes...)
		return nil
	}
	*all = append(append(*all, p), in.boxes...)
	return nil
}

// isSeen reports whether a paragraph shows anything.
func (b *block) isSeen() bool {
	return slices.ContainsFunc(b.text, func(run source.Run) bool {
		return run.Look.IsSeen() && strings.TrimSpace(run.Text) != ""
	})
}

// inner is what a paragraph holds.
type inner struct {
	text  source.Text
	boxes []block
	marks *numbered
	face  face // of the run at hand
}

// face is how a run looks: what its style says, and itself over it.
type face struct{ hidden, struck, raised bool }

// add appends text that looks as the run does.
func (r *reader) add(in *inner, text string) {
	look := source.Plain
	switch {
	case r.deleted:
		look = source.Deleted
	case r.hidden || in.face.hidden:
		look = source.Hidden
	case r.prompt:
		look = source.Prompt
	case in.face.struck:
		look = source.Struck
	case in.face.raised:
		look = source.Raised
	}
	in.text.Add(text, look)
}

// runs reads what a paragraph or a part of it says.
func (r *reader) runs(in *inner) error {
	return r.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "pPr":
			err := r.paragraphMarks(in.marks)
			in.face = r.styles[in.marks.style].face
			return true, err
		case "r":
			outer := in.face
			err := r.runs(in)
			in.face = outer
			return true, err
		case "rPr":
			return true, r.face(&in.face)
		case "del", "moveFrom":
			return true, r.revised(func() error { return r.runs(in) })
		case "t", "delText":
			return true, r.children(func(xml.StartElement) (bool, error) { return false, nil }, func(s string) { r.add(in, s) })
		case "sym":
			code, err := strconv.ParseUint(attr(e, "char"), 16, 16)
			if err == nil {
				r.add(in, string(rune(code)))
			}
		case "tab", "ptab":
			r.add(in, " ")
		case "br", "cr":
			if attr(e, "type") == "" || attr(e, "type") == "textWrapping" {
				r.add(in, "\n")
			}
		case "noBreakHyphen":
			r.add(in, "-")
		case "sdt":
			return true, r.control(func() error { return r.runs(in) })
		case "ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "ruby", "rubyBase",
			"oMath", "oMathPara":
			return true, r.runs(in)
		case "drawing", "pict", "object", "AlternateContent":
			return true, r.shapes(&in.boxes)
		case "num", "den", "e", "sup", "sub", "deg", "f", "sSup", "sSub", "rad", "d": // of a formula
			return true, r.runs(in)
		}
		return false, nil
	}, nil)
}

// shapes looks for text in shapes, however they are grouped. Of the versions
// of a shape for older and newer programs it reads the first.
func (r *reader) shapes(boxes *[]block) error {
	read := false
	return r.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "txbxContent":
			return true, r.blocks(boxes)
		case "Choice", "Fallback":
			if read {
				return false, nil
			}
			before := len(*boxes)
			err := r.shapes(boxes)
			read = len(*boxes) > before
			return true, err
		case "blip", "imagedata":
			if !r.deleted {
				r.images++
			}
		}
		return true, r.shapes(boxes)
	}, nil)
}

// numbered is what a paragraph's properties say of heading and numbering.
type numbered struct {
	style   string
	list    string
	level   int
	outline int
	joined  bool
}

func (r *reader) paragraphMarks(n *numbered) error {
	return r.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "pStyle":
			n.style = attr(e, "val")
		case "outlineLvl":
			n.outline = outlineLevel(e)
		case "numPr":
			return true, r.numPr(&n.list, &n.level)
		case "rPr": // of the paragraph's end
			return true, r.children(func(e xml.StartElement) (bool, error) {
				n.joined = n.joined || e.Name.Local == "del"
				return false, nil
			}, nil)
		}
		return false, nil
	}, nil)
}

// face reads the properties of a run over those of its style.
func (r *reader) face(f *face) error {
	var own face
	var said [3]bool
	var named face
	err := r.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "rStyle":
			named = r.styles[attr(e, "val")].face
		default:
			own.read(e, &said)
		}
		return false, nil
	}, nil)
	*f = face{f.hidden || named.hidden, f.struck || named.struck, f.raised || named.raised}
	f.over(own, said)
	return err
}

// read takes one property; said are those that are said at all.
func (f *face) read(e xml.StartElement, said *[3]bool) {
	switch e.Name.Local {
	case "vanish":
		f.hidden, said[0] = isOn(e), true
	case "strike", "dstrike":
		f.struck, said[1] = f.struck || isOn(e), true
	case "vertAlign":
		f.raised, said[2] = attr(e, "val") == "superscript", true
	case "position":
		f.raised, said[2] = f.raised || whole(attr(e, "val"), 1000) > 0, true
	}
}

func (f *face) over(own face, said [3]bool) {
	if said[0] {
		f.hidden = own.hidden
	}
	if said[1] {
		f.struck = own.struck
	}
	if said[2] {
		f.raised = own.raised
	}
}

// outlineLevel is 1 for the first level; 9 stands for body text.
func outlineLevel(e xml.StartElement) int {
	if level := whole(attr(e, "val"), 8); level < 9 && attr(e, "val") != "9" {
		return level + 1
	}
	return 0
}

func (w *walker) numPr(list *string, level *int) error {
	return w.children(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "numId":
			*list = attr(e, "val")
		case "ilvl":
			*level = whole(attr(e, "val"), maxLevels-1)
		}
		return false, nil
	}, nil)
}

// whole reads a number from 0 to most; anything else is 0.
func whole(s string, most int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return min(n, most)
}
