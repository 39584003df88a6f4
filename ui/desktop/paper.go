package desktop

import (
	"errors"
	"image"
	"time"

	"nianbao/export"
	"nianbao/export/raster"
	"nianbao/export/typeset"
	"nianbao/model"
)

// paper is the report as it would print: the pages that the PDF would have,
// laid out anew beside the typing whenever it rests. Everything of it but the
// work itself belongs to the main goroutine.
type paper struct {
	p        *program
	report   func() *model.Report // a copy of the report as it stands
	options  export.Options
	shown    func() // told of new pages
	document *typeset.Document
	notes    []string // why there is a watermark; which characters no face has
	stop     func()   // the rest that is running; nil without
	busy     bool     // being laid out or drawn
	again    bool     // out of date before it was done
	waiting  []func() // pictures to draw
	renderer raster.Renderer
}

// paperRest is how long the typing rests before the pages are laid out anew.
const paperRest = 80 * time.Millisecond

func newPaper(p *program, report func() *model.Report, shown func()) *paper {
	return &paper{p: p, report: report, shown: shown}
}

// touch lays the pages out when the typing rests.
func (a *paper) touch() {
	if a.stop != nil {
		a.stop()
	}
	a.stop = a.p.after(paperRest, a.update)
}

// update lays the pages out now, unless that is going on.
func (a *paper) update() {
	if a.busy {
		a.again = true
		return
	}
	a.busy = true
	r := a.report()
	o := stamped(r, a.options)
	set := a.p.faceSet
	a.p.background(func() func() {
		var refused []string
		if o.Faces = set; set == nil {
			o.Faces, refused = a.p.faces()
		}
		document, result, err := export.Layout(r, o)
		var missing *export.MissingError
		notes := append(result.Notes, refused...)
		if errors.As(err, &missing) {
			notes = append(notes, missing.Error())
		}
		return func() {
			if len(refused) == 0 { // told once more otherwise
				a.p.faceSet = o.Faces
			}
			if document != nil {
				a.document, a.notes = document, notes
				a.shown()
			}
			a.done()
		}
	})
}

// draw draws a page, width pixels wide, and hands the picture over. Pages that
// are gone by then are left out.
func (a *paper) draw(page int, width int, show func(image.Image)) {
	a.waiting = append(a.waiting, func() {
		document := a.document
		if page >= len(document.Pages) {
			a.done()
			return
		}
		a.p.background(func() func() {
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
func (a *paper) done() {
	a.busy = false
	switch {
	case a.again:
		a.again, a.waiting = false, nil
		a.update()
	case len(a.waiting) > 0:
		next := a.waiting[0]
		a.waiting = a.waiting[1:]
		a.busy = true
		next()
	}
}

// pageOf finds the page where a part of the report begins: the last heading of
// the row that is in the document. Nothing found is the first page.
func (a *paper) pageOf(headings ...string) int {
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

func (a *paper) pages() int {
	if a.document == nil {
		return 0
	}
	return len(a.document.Pages)
}
