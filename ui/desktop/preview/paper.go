// Package preview shows a report as it will print: [Paper] lays it out beside the
// typing, a [Panel] shows one page of it and a [Roll] all of them.
package preview

import (
	"errors"
	"image"
	"time"

	"nianbao/export"
	"nianbao/export/raster"
	"nianbao/export/typeset"
	"nianbao/fonts"
	"nianbao/model"
	"nianbao/ui/desktop/mainloop"
)

// Paper is the report as it would print: the pages that the PDF would have,
// laid out anew beside the typing whenever it rests. Everything of it but the
// work itself belongs to the main goroutine.
type Paper struct {
	*mainloop.Loop
	faces    Faces
	report   func() *model.Report // a copy of the report as it stands
	Options  export.Options
	shown    func() // told of new pages
	document *typeset.Document
	Notes    []string // why there is a watermark; which characters no face has
	stop     func()   // the rest that is running; nil without
	busy     bool     // being laid out or drawn
	again    bool     // out of date before it was done
	waiting  []func() // pictures to draw
	renderer raster.Renderer
	cache    typeset.Cache // of the layouts, one at a time
}

// Faces has the faces to print with.
type Faces interface {
	// Known are the faces that keep was given; nil before, and when others were
	// chosen since.
	Known() *fonts.Set
	Keep(set *fonts.Set)
	// Read finds them, off the main goroutine, and names those of the chosen ones
	// that can no longer be used. Nil stands for the embedded set.
	Read() (set *fonts.Set, refused []string)
}

// paperRest is how long the typing rests before the pages are laid out anew.
const paperRest = 80 * time.Millisecond

// NewPaper makes the paper of what report returns; shown is told of new pages.
func NewPaper(l *mainloop.Loop, faces Faces, report func() *model.Report, shown func()) *Paper {
	return &Paper{Loop: l, faces: faces, report: report, shown: shown}
}

// Touch lays the pages out when the typing rests.
func (a *Paper) Touch() {
	if a.stop != nil {
		a.stop()
	}
	a.stop = a.After(paperRest, a.Update)
}

// Update lays the pages out now, unless that is going on.
func (a *Paper) Update() {
	if a.busy {
		a.again = true
		return
	}
	a.busy = true
	r := a.report()
	o := Stamped(r, a.Options)
	o.Cache = &a.cache
	set := a.faces.Known()
	a.Background(func() func() {
		var refused []string
		if o.Faces = set; set == nil {
			o.Faces, refused = a.faces.Read()
		}
		document, result, err := export.Layout(r, o)
		var missing *export.MissingError
		notes := append(result.Notes, refused...)
		if errors.As(err, &missing) {
			notes = append(notes, missing.Message())
		}
		return func() {
			if len(refused) == 0 { // told once more otherwise
				a.faces.Keep(o.Faces)
			}
			if document != nil {
				a.document, a.Notes = document, notes
				a.shown()
			}
			a.done()
		}
	})
}

// draw draws a page, width pixels wide, and hands the picture over. Pages that
// are gone by then are left out.
func (a *Paper) draw(page int, width int, show func(image.Image)) {
	a.waiting = append(a.waiting, func() {
		document := a.document
		if page >= len(document.Pages) {
			a.done()
			return
		}
		a.Background(func() func() {
			scale := float64(width) / document.Paper.Width
			picture, err := a.renderer.Page(document.Paper, &document.Pages[page], scale)
			return func() {
				if err == nil && a.document == document {
					show(picture)
				}
				a.done()
			}
		})
	})
	if !a.busy {
		a.done()
	}
}

// done goes on with what waits: new pages before pictures of old ones.
func (a *Paper) done() {
	a.busy = false
	switch {
	case a.again:
		a.again, a.waiting = false, nil
		a.Update()
	case len(a.waiting) > 0:
		next := a.waiting[0]
		a.waiting = a.waiting[1:]
		a.busy = true
		next()
	}
}

// pageOf finds the page where a part of the report begins: the last heading of
// the row that is in the document. Nothing found is the first page.
func (a *Paper) pageOf(headings ...string) int {
	if a.document == nil {
		return 0
	}
	page, from := 0, 0
	for _, wanted := range headings {
		for i, h := range a.document.Headings[from:] {
			if h.Text == wanted {
				page, from = h.Page-1, from+i+1
				break
			}
		}
	}
	return page
}

// Pages counts the pages; 0 before the first layout.
func (a *Paper) Pages() int {
	if a.document == nil {
		return 0
	}
	return len(a.document.Pages)
}

// Stamped prints a report that was finalised with a reason without the 草稿
// watermark.
func Stamped(r *model.Report, o export.Options) export.Options {
	if r.Final != nil && r.Final.Reason != "" {
		o.Stamp, o.Reason = export.StampNever, r.Final.Reason
	}
	return o
}
