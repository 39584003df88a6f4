package desktop

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/model/reportfile"
	"nianbao/model/store"
)

// startPage lists the drafts and offers what to begin with.
type startPage struct {
	p      *program
	outer  *fyne.Container
	list   *fyne.Container
	scroll *scroller
	count  *canvas.Text
	first  *listRow // of the draft saved last
	latest string   // its agency: proposed for a new report
}

func newStartPage(p *program) *startPage {
	s := &startPage{p: p}
	big := func(text string, r rank, do func()) *button {
		b := newButton(text, r, do)
		b.left, b.height = true, 42
		return b
	}
	buttons := container.New(&stack{gap: 10},
		big(textNew, primary, p.askNew),
		big(textOpenFile, plain, p.askFile),
		big(textSeeSample, plain, s.sample),
	)
	left := container.New(&inset{24, 36, 24, 20}, ground(colorPanel), container.New(&stack{gap: 12},
		heading(textProgram, sizeBrand),
		newParagraph(textPurpose, sizeSmall, colorSecond),
		gap(1, 8), buttons,
	))
	s.list = container.New(&stack{})
	s.scroll = newScroller(&stack{gap: 14, margin: 30}, heading(textDrafts, sizeTitle), s.list)
	s.count = label("", sizeSmall, colorSecond)
	bar := newBar(0, []fyne.CanvasObject{s.count}, []fyne.CanvasObject{label(textVersion(p.Version), sizeSmall, colorSecond)})
	panel := newEdges(edges{right: verticalLine()}, container.New(&fixedWidth{272}, left))
	s.outer = newEdges(edges{bottom: bar, left: panel}, s.scroll.outer)
	return s
}

func verticalLine() *canvas.Rectangle {
	line := ground(colorLine)
	line.SetMinSize(fyne.NewSize(1, 1))
	return line
}

// load fetches the list.
func (s *startPage) load() {
	s.p.background(func() func() {
		drafts, err := s.p.drafts.List()
		return func() {
			if err != nil {
				s.p.fail(err)
				return
			}
			s.show(drafts)
		}
	})
}

// listColumns are the widths of the list's columns after the first, which
// takes what is left.
var listColumns = [...]float32{112, 120, 150, 108, 34}

func (s *startPage) show(drafts []store.Summary) {
	s.count.Text = textDraftCount(len(drafts))
	s.count.Refresh()
	s.list.RemoveAll()
	if len(drafts) == 0 {
		s.list.Add(card(newParagraph(textFirstStart(s.p.Dir), theme.SizeNameText, theme.ColorNameForeground)))
	} else {
		s.latest = drafts[0].Agency
		s.list.Add(s.table(drafts))
		s.p.window.Canvas().Focus(s.first) // Enter goes on with what was saved last
	}
	s.list.Refresh()
	s.scroll.relayout()
}

func (s *startPage) table(drafts []store.Summary) fyne.CanvasObject {
	var heads []fyne.CanvasObject
	for _, text := range []string{textAgencyHead, textYearHead, textFilledHead, textCheckHead, textSavedHead, ""} {
		heads = append(heads, label(text, sizeNote, colorSecond))
	}
	lines := []fyne.CanvasObject{container.New(&inset{rowSide, 9, rowSide, 9}, container.New(columns{}, heads...))}
	for i, d := range drafts {
		line := s.row(d)
		if i == 0 {
			s.first = line
		}
		lines = append(lines, hairline(), line)
	}
	back := ground(colorPanel)
	back.CornerRadius, back.StrokeWidth, back.StrokeColor = 8, 1, ink(colorLine)
	return container.New(insetAll(1), back, container.New(&stack{}, lines...))
}

func (s *startPage) row(d store.Summary) *listRow {
	name := newParagraph(d.Agency, theme.SizeNameText, theme.ColorNameForeground)
	if d.Damaged {
		name = newParagraph(textUnreadable, theme.SizeNameText, theme.ColorNameError)
	}
	checks := container.New(&row{gap: 6, wide: -1})
	if d.Errors > 0 {
		checks.Add(picture(errorSign(), 13))
		checks.Add(label(textErrors(d.Errors), sizeSmall, theme.ColorNameError))
	}
	if d.Warnings > 0 {
		checks.Add(picture(hintSign(), 13))
		checks.Add(label(textHints(d.Warnings), sizeSmall, colorHint))
	}
	if d.Errors+d.Warnings == 0 {
		checks.Add(picture(doneSign(), 15))
	}
	trash := newIconButton(crossSign(), func() { s.askTrash(d) })
	line := container.New(columns{}, name,
		label(textYearEdition(d.Year, d.Edition), theme.SizeNameText, theme.ColorNameForeground),
		newGauge(d.Filled), checks,
		label(textMoment(d.Updated, s.p.now()), theme.SizeNameText, colorSecond), trash)
	return newListRow(line, func() { s.p.openDraft(d.ID) }, func() { s.askTrash(d) })
}

// Space around a line of the list.
const (
	rowSide float32 = 14
	rowTop  float32 = 10
)

// columns lays out a line of the list.
type columns struct{}

// columnGap is the space between two columns.
const columnGap = 12

func (columns) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	x := at.Width
	put := func(o fyne.CanvasObject, x, width float32) {
		h := heightAt(o, width)
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos(x, (at.Height-h)/2))
	}
	for i := len(objects) - 1; i > 0; i-- {
		x -= listColumns[i-1]
		put(objects[i], x, listColumns[i-1]-columnGap)
	}
	put(objects[0], 0, columns{}.first(at.Width))
}

// first is the width of the first column.
func (columns) first(width float32) float32 {
	for _, w := range listColumns {
		width -= w
	}
	return max(width-columnGap, 1)
}

func (columns) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := heightAt(objects[0], columns{}.first(width))
	for _, o := range objects[1:] {
		h = max(h, o.MinSize().Height)
	}
	return h
}

func (columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(100, 0)
	for _, w := range listColumns {
		s.Width += w
	}
	for _, o := range objects {
		s.Height = max(s.Height, o.MinSize().Height)
	}
	return s
}

func (s *startPage) askTrash(d store.Summary) {
	s.p.ask(question{
		title: textDeleteAsk, body: textDeleteBody(d.Agency, d.Year), yes: textDelete, rank: danger,
		do: func() {
			s.p.background(func() func() {
				err := s.p.drafts.Trash(d.ID)
				return func() {
					if err != nil {
						s.p.fail(err)
					}
					s.load()
				}
			})
		},
	})
}

// sample opens a copy of the sample as a draft.
func (s *startPage) sample() {
	r, err := reportfile.Read(s.p.Sample)
	if err != nil {
		s.p.fail(err)
		return
	}
	s.p.createDraft(r, s.p.Sample)
}

// listRow is a line of the list: a click or Enter opens it, Del removes it.
type listRow struct {
	widget.BaseWidget
	content          fyne.CanvasObject
	side, top        float32 // space around the content
	open, remove     func()
	hovered, focused bool
	back             *canvas.Rectangle
}

func newListRow(content fyne.CanvasObject, open, remove func()) *listRow {
	r := &listRow{content: content, side: rowSide, top: rowTop, open: open, remove: remove, back: canvas.NewRectangle(color.Transparent)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *listRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&inset{r.side, r.top, r.side, r.top}, r.back, r.content))
}

func (r *listRow) heightFor(width float32) float32 {
	return heightAt(r.content, width-2*r.side) + 2*r.top
}

func (r *listRow) paint() {
	r.back.FillColor, r.back.StrokeWidth = color.Transparent, 0
	if r.hovered || r.focused {
		r.back.FillColor = ink(colorFocused)
	}
	if r.focused {
		r.back.StrokeColor, r.back.StrokeWidth = ink(theme.ColorNamePrimary), 2
	}
	r.back.Refresh()
}

func (r *listRow) Tapped(*fyne.PointEvent) { r.open() }

func (r *listRow) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		r.open()
	case fyne.KeyDelete:
		r.remove()
	default:
		passKey(r, k)
	}
}

func (r *listRow) TypedRune(rune) {}

func (r *listRow) FocusGained()                   { r.focused = true; r.paint() }
func (r *listRow) FocusLost()                     { r.focused = false; r.paint() }
func (r *listRow) MouseIn(*desktop.MouseEvent)    { r.hovered = true; r.paint() }
func (r *listRow) MouseMoved(*desktop.MouseEvent) {}
func (r *listRow) MouseOut()                      { r.hovered = false; r.paint() }
