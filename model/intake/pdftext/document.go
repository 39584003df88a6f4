package pdftext

import (
	"strings"
	"unicode/utf16"

	"nianbao/model/intake/source"
)

// title is the title in the document information dictionary (14.3.3).
func (f *file) title() string {
	const most = 300 // bytes; a longer one names no report
	t := f.string(f.dict(f.trailer["Info"])["Title"])
	if len(t) > most {
		return ""
	}
	return textString(t)
}

// textString reads a text string (7.9.2.2).
func textString(s string) string {
	if rest, ok := strings.CutPrefix(s, "\xef\xbb\xbf"); ok {
		return rest
	}
	rest, ok := strings.CutPrefix(s, "\xfe\xff")
	if !ok {
		return s // as far as it is ASCII; no title of a report is
	}
	return utf16Text(rest)
}

// utf16Text reads UTF-16, the greater half first.
func utf16Text(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// pageObject is a page with the attributes that it inherits (7.7.3.4).
type pageObject struct {
	dict      dict
	resources dict
	box       array
	turned    int // degrees, clockwise
}

// pages walks the page tree (7.7.3).
func (f *file) pages() ([]pageObject, error) {
	root := f.dict(f.trailer["Root"])
	var all []pageObject
	seen := map[ref]bool{}
	var walk func(v any, above pageObject, depth int) bool
	walk = func(v any, above pageObject, depth int) bool {
		r, isRef := v.(ref)
		d := f.dict(v)
		if d == nil || depth > maxNesting || len(all) > maxPages || isRef && seen[r] {
			return false
		}
		seen[r] = isRef
		here := f.inherit(d, above)
		kids := f.array(d["Kids"])
		if kids == nil && f.name(d["Type"]) != "Pages" {
			all = append(all, here)
			return true
		}
		for _, kid := range kids {
			if !walk(kid, here, depth+1) {
				return false
			}
		}
		return true
	}
	whole := walk(root["Pages"], pageObject{}, 0)
	switch {
	case len(all) > maxPages:
		return nil, &source.Refusal{Reason: source.TooLong}
	case !whole || len(all) == 0:
		return nil, &source.Refusal{Reason: source.Damaged}
	}
	return all, nil
}

func (f *file) inherit(d dict, p pageObject) pageObject {
	p.dict = d
	if r := f.dict(d["Resources"]); r != nil {
		p.resources = r
	}
	for _, k := range []name{"MediaBox", "CropBox"} {
		if box := f.array(d[k]); len(box) == 4 {
			p.box = box
		}
	}
	if turned, ok := f.resolve(d["Rotate"]).(float64); ok {
		p.turned = ((int(turned)%360 + 360) % 360) / 90 * 90
	}
	return p
}

// attached lists the files that are associated with the document, or else embedded
// in it (7.11.4, 7.7.4).
func (f *file) attached() []source.Attachment {
	root := f.dict(f.trailer["Root"])
	specifications := f.array(root["AF"])
	if len(specifications) == 0 {
		names := f.array(f.dict(f.dict(root["Names"])["EmbeddedFiles"])["Names"])
		for i := 1; i < len(names); i += 2 {
			specifications = append(specifications, names[i])
		}
	}
	var found []source.Attachment
	for _, v := range specifications {
		specification := f.dict(v)
		name := textString(f.string(specification["UF"]))
		if name == "" {
			name = f.string(specification["F"])
		}
		s := f.stream(f.dict(specification["EF"])["F"])
		if len(found) < source.MaxAttached && s != nil {
			found = append(found, source.Attachment{Name: name, Open: func() ([]byte, error) { return f.content(s) }})
		}
	}
	return found
}
