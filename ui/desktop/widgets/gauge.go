package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewGauge shows a share as a bar.
func NewGauge(share float64) *Gauge {
	g := &Gauge{share: share}
	g.ExtendBaseWidget(g)
	return g
}

// Gauge is a bar that is filled to a share.
type Gauge struct {
	widget.BaseWidget
	share float64 // 0 to 1
}

// Set shows another share, 0 to 1.
func (g *Gauge) Set(share float64) {
	if g.share != share {
		g.share = share
		g.Refresh()
	}
}

// CreateRenderer draws the widget.
func (g *Gauge) CreateRenderer() fyne.WidgetRenderer {
	r := &gaugeRenderer{Gauge: g, back: Ground(theme.ColorNameButton), front: Ground(theme.ColorNamePrimary)}
	r.back.StrokeColor, r.back.StrokeWidth = Ink(ColorLine), 1
	r.back.CornerRadius, r.front.CornerRadius = gaugeHeight/2, gaugeHeight/2
	return r
}

const gaugeHeight float32 = 6

type gaugeRenderer struct {
	*Gauge
	back, front *canvas.Rectangle
}

func (r *gaugeRenderer) Layout(at fyne.Size) {
	y := (at.Height - gaugeHeight) / 2
	r.back.Move(fyne.NewPos(0, y))
	r.back.Resize(fyne.NewSize(at.Width, gaugeHeight))
	r.front.Move(fyne.NewPos(0, y))
	r.front.Resize(fyne.NewSize(at.Width*float32(r.share), gaugeHeight))
}

func (r *gaugeRenderer) MinSize() fyne.Size { return fyne.NewSize(40, gaugeHeight) }

func (r *gaugeRenderer) Refresh() {
	r.Layout(r.Size())
	r.front.Refresh()
}

func (r *gaugeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back, r.front} }

func (r *gaugeRenderer) Destroy() {}
