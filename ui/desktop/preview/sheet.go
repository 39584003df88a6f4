package preview

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/desktop/widgets"
)

// sheet shows one page of paper. It asks for its picture when it is seen at a
// size that it has none for.
type sheet struct {
	widget.BaseWidget
	paper *Paper
	Page  int
	Image *canvas.Image
	wide  int // pixels of the picture asked for last; 0 for none
}

func newSheet(a *Paper, page int) *sheet {
	s := &sheet{paper: a, Page: page, Image: canvas.NewImageFromImage(nil)}
	s.Image.FillMode = canvas.ImageFillStretch
	s.Image.ScaleMode = canvas.ImageScaleFastest // drawn to the pixel
	s.ExtendBaseWidget(s)
	return s
}

// ratio is height by width of the paper.
func (a *Paper) ratio() float32 {
	if a.document == nil {
		return 297.0 / 210
	}
	return float32(a.document.Paper.Height / a.document.Paper.Width)
}

func (s *sheet) HeightFor(width float32) float32 { return width * s.paper.ratio() }

// turn shows another page.
func (s *sheet) turn(page int) {
	s.Page, s.wide = page, 0
	s.fill()
}

// fill asks for the picture, if it is not there.
func (s *sheet) fill() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil || s.paper.document == nil || s.Size().Width < 1 {
		return
	}
	wide := int(s.Size().Width*c.Scale() + 0.5)
	if wide == s.wide {
		return
	}
	s.wide = wide
	page := s.Page
	s.paper.draw(page, wide, func(picture image.Image) {
		if s.Page == page && s.wide == wide {
			s.Image.Image = picture
			s.Image.Refresh()
		}
	})
}

// Empty forgets the picture: it takes memory while nobody sees it.
func (s *sheet) Empty() {
	if s.wide != 0 {
		s.wide, s.Image.Image = 0, nil
		s.Image.Refresh()
	}
}

func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	shadow, back := canvas.NewRectangle(widgets.Ink(widgets.ColorLine)), canvas.NewRectangle(color.White)
	return &sheetRenderer{s, shadow, back}
}

type sheetRenderer struct {
	*sheet
	edge, back *canvas.Rectangle
}

func (r *sheetRenderer) Layout(at fyne.Size) {
	r.edge.Resize(at.AddWidthHeight(2, 2))
	r.edge.Move(fyne.NewPos(-1, -1))
	r.back.Resize(at)
	r.Image.Resize(at)
}

func (r *sheetRenderer) MinSize() fyne.Size { return fyne.NewSize(40, 56) }

func (r *sheetRenderer) Refresh() { r.Image.Refresh() }

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.edge, r.back, r.Image}
}

func (r *sheetRenderer) Destroy() {}
