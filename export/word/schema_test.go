package word

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"nianbao/export/specimen"
)

// node is an element of a part.
type node struct {
	name     string // with its prefix, w:p
	attr     map[string]string
	children []*node
	text     string
}

// find lists all elements of a name, in order.
func (n *node) find(name string) []*node {
	var all []*node
	for _, c := range n.children {
		if c.name == name {
			all = append(all, c)
		}
		all = append(all, c.find(name)...)
	}
	return all
}

// child is the first child of a name; an empty one when there is none.
func (n *node) child(name string) *node {
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return &node{}
}

// said is all text in an element, line ends as “|”.
func (n *node) said() string {
	var b strings.Builder
	for _, c := range n.children {
		switch c.name {
		case "w:t":
			b.WriteString(c.text)
		case "w:br":
			b.WriteString("|")
		}
		b.WriteString(c.said())
	}
	return b.String()
}

func parse(t *testing.T, in io.Reader) *node {
	t.Helper()
	d := xml.NewDecoder(in)
	root := &node{}
	stack := []*node{root}
	name := func(n xml.Name) string {
		if n.Space == "" {
			return n.Local
		}
		return n.Space + ":" + n.Local
	}
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return root.children[0]
		}
		if err != nil {
			t.Fatal(err)
		}
		top := stack[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{name: name(token.Name), attr: map[string]string{}}
			for _, a := range token.Attr {
				n.attr[name(a.Name)] = a.Value
			}
			top.children = append(top.children, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.text += string(token)
		}
	}
}

// sequences are the children that an element may have, in the order that the
// schema of ISO/IEC 29500-4 demands (xs:sequence), as far as they are written here.
var sequences = map[string]string{
	"w:document":        "w:body",
	"w:body":            "w:p* w:tbl* w:sectPr",
	"w:p":               "w:pPr w:r*",
	"w:pPr":             "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:widowControl w:autoSpaceDE w:autoSpaceDN w:adjustRightInd w:snapToGrid w:spacing w:ind w:jc w:outlineLvl",
	"w:rPr":             "w:rFonts w:b w:color w:spacing w:w w:kern w:position w:sz w:szCs w:lang",
	"w:tbl":             "w:tblPr w:tblGrid w:tr*",
	"w:tblPr":           "w:tblStyle w:tblW w:jc w:tblInd w:tblBorders w:tblLayout w:tblCellMar w:tblLook w:tblCaption w:tblDescription",
	"w:tblBorders":      "w:top w:left w:bottom w:right w:insideH w:insideV",
	"w:tblCellMar":      "w:top w:left w:bottom w:right",
	"w:tblGrid":         "w:gridCol*",
	"w:tr":              "w:trPr w:tc*",
	"w:tc":              "w:tcPr w:p*",
	"w:tcPr":            "w:tcW w:gridSpan w:vMerge w:tcBorders w:tcMar w:textDirection w:vAlign",
	"w:tcMar":           "w:top w:left w:bottom w:right",
	"w:sectPr":          "w:headerReference* w:footerReference* w:pgSz w:pgMar w:docGrid",
	"w:styles":          "w:docDefaults w:style*",
	"w:docDefaults":     "w:rPrDefault w:pPrDefault",
	"w:rPrDefault":      "w:rPr",
	"w:pPrDefault":      "w:pPr",
	"w:style":           "w:name w:basedOn w:next w:qFormat w:pPr w:rPr",
	"w:fonts":           "w:font*",
	"w:font":            "w:altName w:charset w:family",
	"w:settings":        "w:defaultTabStop w:evenAndOddHeaders w:characterSpacingControl w:compat w:themeFontLang",
	"w:compat":          "w:compatSetting*",
	"w:ftr":             "w:p*",
	"w:hdr":             "w:p*",
	"w:pict":            "v:shapetype v:shape",
	"v:shapetype":       "v:formulas v:path v:textpath",
	"v:formulas":        "v:f*",
	"v:shape":           "v:textpath",
	"Types":             "Default* Override*",
	"Relationships":     "Relationship*",
	"Properties":        "Application",
	"cp:coreProperties": "dc:title dc:creator dc:language dcterms:created dcterms:modified",
}

// choices are the children of elements that take them in any order.
var choices = map[string]string{
	"w:r":    "w:rPr w:t w:br w:fldChar w:instrText w:pict",
	"w:trPr": "w:cantSplit w:trHeight w:tblHeader",
}

// required are the attributes without which an element says nothing, or Word
// refuses the file.
var required = map[string]string{
	"w:tblW": "w:w w:type", "w:tcW": "w:w w:type", "w:gridCol": "w:w", "w:gridSpan": "w:val", "w:trHeight": "w:val w:hRule",
	"w:tblLayout": "w:type", "w:pgSz": "w:w w:h", "w:pgMar": "w:top w:right w:bottom w:left w:header w:footer w:gutter",
	"w:docGrid": "w:type w:linePitch", "w:footerReference": "w:type r:id", "w:headerReference": "w:type r:id",
	"w:style": "w:type w:styleId", "w:font": "w:name", "w:compatSetting": "w:name w:uri w:val", "w:fldChar": "w:fldCharType",
	"w:t": "xml:space|", "w:pStyle": "w:val", "w:jc": "w:val", "w:sz": "w:val", "w:outlineLvl": "w:val",
	"w:top": "w:|", "Override": "PartName ContentType", "Default": "Extension ContentType", "Relationship": "Id Type Target",
	"dcterms:created": "xsi:type", "dcterms:modified": "xsi:type", "v:shape": "id type style",
}

// valid reports what of an element breaks the rules.
func valid(n *node) []string {
	var wrong []string
	for name := range strings.FieldsSeq(required[n.name]) {
		if _, ok := n.attr[name]; !ok && !strings.HasSuffix(name, "|") {
			wrong = append(wrong, fmt.Sprintf("%s lacks %s", n.name, name))
		}
	}
	order, sequence := sequences[n.name]
	if !sequence {
		order = choices[n.name]
	}
	allowed := strings.Fields(order)
	last := 0
	for i, c := range n.children {
		at := slices.IndexFunc(allowed, func(a string) bool { return strings.TrimSuffix(a, "*") == c.name })
		many := at >= 0 && strings.HasSuffix(allowed[at], "*")
		switch {
		case at < 0:
			wrong = append(wrong, fmt.Sprintf("%s in %s", c.name, n.name))
		case sequence && at < last && n.name != "w:body":
			wrong = append(wrong, fmt.Sprintf("%s too late in %s", c.name, n.name))
		case sequence && !many && i > 0 && n.children[i-1].name == c.name:
			wrong = append(wrong, fmt.Sprintf("%s twice in %s", c.name, n.name))
		}
		last = max(at, last)
		wrong = append(wrong, valid(c)...)
	}
	return wrong
}

// TestSchema: every part of every report keeps to the order of the schema, names no
// style, part or relation that is not there, and its tables are whole.
func TestSchema(t *testing.T) {
	for name, r := range specimen.All(t) {
		for _, draft := range []bool{false, true} {
			t.Run(fmt.Sprint(name, draft), func(t *testing.T) {
				parts := unpack(t, r, Options{Draft: draft, Creator: "nianbao 1", Date: date})
				for part, root := range parts {
					for _, w := range slices.Compact(valid(root)) {
						t.Errorf("%s: %s", part, w)
					}
				}
				wantWhole(t, parts)
				for _, table := range parts["word/document.xml"].find("w:tbl") {
					wantTable(t, table)
				}
			})
		}
	}
}

// TestRules: the rules above see what is wrong.
func TestRules(t *testing.T) {
	for _, tt := range []struct{ part, want string }{
		{`<w:tcPr><w:tcW w:w="1" w:type="dxa"/><w:vMerge/><w:gridSpan w:val="2"/></w:tcPr>`, "w:gridSpan too late in w:tcPr"},
		{`<w:tcPr><w:tcW w:w="1"/></w:tcPr>`, "w:tcW lacks w:type"},
		{`<w:p><w:r/><w:tbl/></w:p>`, "w:tbl in w:p"},
		{`<w:pPr><w:jc w:val="left"/><w:jc w:val="left"/></w:pPr>`, "w:jc twice in w:pPr"},
	} {
		if got := valid(parse(t, strings.NewReader(tt.part))); !slices.Equal(got, []string{tt.want}) {
			t.Errorf("%s: %q", tt.part, got)
		}
	}
}

// wantWhole: every name leads to something.
func wantWhole(t *testing.T, parts map[string]*node) {
	t.Helper()
	for _, o := range parts["[Content_Types].xml"].find("Override") {
		if parts[strings.TrimPrefix(o.attr["PartName"], "/")] == nil {
			t.Errorf("no part %s", o.attr["PartName"])
		}
	}
	for part, folder := range map[string]string{"_rels/.rels": "", "word/_rels/document.xml.rels": "word/"} {
		for _, r := range parts[part].find("Relationship") {
			if parts[folder+r.attr["Target"]] == nil {
				t.Errorf("no part %s", r.attr["Target"])
			}
		}
	}
	var relations, styles, fonts []string
	for _, r := range parts["word/_rels/document.xml.rels"].find("Relationship") {
		relations = append(relations, r.attr["Id"])
	}
	for _, s := range parts["word/styles.xml"].find("w:style") {
		styles = append(styles, s.attr["w:styleId"])
	}
	for _, f := range parts["word/fontTable.xml"].find("w:font") {
		fonts = append(fonts, f.attr["w:name"])
	}
	for name, part := range parts {
		for _, kind := range []string{"w:pStyle", "w:basedOn", "w:next"} {
			for _, s := range part.find(kind) {
				if !slices.Contains(styles, s.attr["w:val"]) {
					t.Errorf("%s: no style %s", name, s.attr["w:val"])
				}
			}
		}
		for _, kind := range []string{"w:headerReference", "w:footerReference"} {
			for _, s := range part.find(kind) {
				if !slices.Contains(relations, s.attr["r:id"]) {
					t.Errorf("%s: no relation %s", name, s.attr["r:id"])
				}
			}
		}
		for _, f := range part.find("w:rFonts") {
			for kind, face := range f.attr {
				if !slices.Contains(fonts, face) {
					t.Errorf("%s: face %s %s is not in the table of faces", name, kind, face)
				}
			}
		}
	}
}

// wantTable: every row fills all columns, at the widths of the grid; what continues
// a cell stands below one; each cell ends with a paragraph.
func wantTable(t *testing.T, table *node) {
	t.Helper()
	var grid []int
	for _, c := range table.find("w:gridCol") {
		grid = append(grid, number(t, c.attr["w:w"]))
	}
	merged := make([]bool, len(grid)) // by column: a cell goes on below
	for i, row := range table.find("w:tr") {
		column := 0
		for _, cell := range row.find("w:tc") {
			properties := cell.child("w:tcPr")
			span := 1
			if s := properties.child("w:gridSpan"); s.name != "" {
				span = number(t, s.attr["w:val"])
			}
			if column+span > len(grid) {
				t.Fatalf("row %d is too wide", i)
			}
			width := 0
			for _, w := range grid[column:][:span] {
				width += w
			}
			if got := number(t, properties.child("w:tcW").attr["w:w"]); got < width-span || got > width+span {
				t.Errorf("row %d, column %d: %d wide, its columns %d", i, column, got, width)
			}
			merge := properties.child("w:vMerge")
			if goesOn := merge.name != "" && merge.attr["w:val"] == ""; goesOn && (!merged[column] || cell.said() != "") {
				t.Errorf("row %d, column %d continues nothing", i, column)
			}
			for j := range span {
				merged[column+j] = merge.name != ""
			}
			if cell.children[len(cell.children)-1].name != "w:p" {
				t.Errorf("row %d, column %d ends without a paragraph", i, column)
			}
			column += span
		}
		if column != len(grid) {
			t.Errorf("row %d has %d of %d columns", i, column, len(grid))
		}
	}
}
