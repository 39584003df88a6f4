package desktop

import (
	"encoding/json"
	"os"
	"strconv"

	"fyne.io/fyne/v2"

	"nianbao/model/store"
	"nianbao/ui/desktop/widgets"
)

// Settings of the window, kept in the store of drafts: the folder used last is
// beside them.
const (
	sizeKey    = "text size"
	looksKey   = "high contrast"
	previewKey = "preview"
	windowKey  = "window"
	placeKey   = "place " // and the draft's ID
)

// textSizes are the sizes of the window (小、中、大、特大): everything in it grows
// and shrinks together.
var textSizes = []struct {
	name  string
	scale float64
}{{"小", 0.9}, {"中", 1}, {"大", 1.2}, {"特大", 1.5}}

// scaleVariable is where Fyne's driver reads the user's scale, each time that
// the settings change. It has no call for that: its own settings dialog writes
// a file that all Fyne programs share.
const scaleVariable = "FYNE_SCALE"

// settings is what the user chose for the window.
type settings struct {
	size      string // a name of textSizes
	contrast  bool
	noPreview bool
	window    fyne.Size // at scale 1; zero for the first start
}

// readSettings reads the settings; what cannot be read is as at the first start.
func readSettings(drafts Drafts) settings {
	get := func(key string) string {
		value, _ := drafts.Setting(key)
		return value
	}
	s := settings{size: get(sizeKey), contrast: get(looksKey) == "on", noPreview: get(previewKey) == "off"}
	if _, ok := scaleOf(s.size); !ok {
		s.size = "中"
	}
	_ = json.Unmarshal([]byte(get(windowKey)), &s.window) // the usual size otherwise
	return s
}

func scaleOf(name string) (float64, bool) {
	for _, s := range textSizes {
		if s.name == name {
			return s.scale, true
		}
	}
	return 1, false
}

// remember keeps a setting, beside whatever the user is doing. It may be lost:
// nothing of the report is in it.
func (p *program) remember(key, value string) {
	p.background(func() func() {
		_ = p.drafts.SetSetting(key, value)
		return func() {}
	})
}

// Least and usual size of the window.
const (
	leastWidth, leastHeight = 1000, 660
	usualWidth, usualHeight = 1180, 700
)

// applySettings makes the window look as it was left.
func (p *program) applySettings() {
	p.applyLook()
	w := p.settings.window
	if w.Width < leastWidth/2 || w.Height < leastHeight/2 || w.Width > 8000 || w.Height > 8000 {
		w = fyne.NewSize(usualWidth, usualHeight)
	}
	scale, _ := scaleOf(p.settings.size)
	p.window.Resize(fyne.NewSize(w.Width/float32(scale), w.Height/float32(scale)))
	p.showChoices()
}

// applyLook hands size and colours to the toolkit.
func (p *program) applyLook() {
	scale, _ := scaleOf(p.settings.size)
	if err := os.Setenv(scaleVariable, strconv.FormatFloat(scale, 'g', -1, 64)); err != nil {
		fyne.LogError("set the text size", err)
	}
	p.app.Settings().SetTheme(widgets.Look{Face: p.face, Contrast: p.settings.contrast})
}

// chooseSize sets the text size. The window keeps its place on the screen.
func (p *program) chooseSize(name string) {
	before := p.window.Canvas().Scale()
	at := p.window.Canvas().Size()
	p.settings.size = name
	p.applyLook()
	k := before / p.window.Canvas().Scale()
	p.window.Resize(fyne.NewSize(at.Width*k, at.Height*k))
	p.showChoices()
	p.remember(sizeKey, name)
}

// toggleContrast changes the colours, and makes the page anew in them.
func (p *program) toggleContrast() {
	p.settings.contrast = !p.settings.contrast
	p.applyLook()
	p.showChoices()
	p.remember(looksKey, map[bool]string{true: "on", false: "off"}[p.settings.contrast])
	if p.form != nil {
		p.reshowForm()
	} else if p.start != nil {
		p.showStart()
	}
}

// showChoices ticks the menu items of what is chosen.
func (p *program) showChoices() {
	for name, item := range p.menu.sizes {
		item.Checked = name == p.settings.size
	}
	p.menu.contrast.Checked = p.settings.contrast
	p.menu.bar.Refresh()
}

// rememberWindow keeps the size of the window. It is called when the window
// closes, and does not go through the background: nothing runs after it.
func (p *program) rememberWindow() {
	scale, _ := scaleOf(p.settings.size)
	at := p.window.Canvas().Size()
	size, err := json.Marshal(fyne.NewSize(at.Width*float32(scale), at.Height*float32(scale)))
	if err == nil {
		_ = p.drafts.SetSetting(windowKey, string(size))
	}
}

// spot is where the caret was in a draft.
type spot struct {
	Page  int `json:"page"`
	Field int `json:"field"` // block of prose, or cell in reading order
	Caret int `json:"caret"` // characters before it
}

// spotKeeper is a page that knows where its caret was last.
type spotKeeper interface {
	spot() (field, caret int)
	putCaret(field, caret int)
}

// spot is where the caret is, or was last, in the form.
func (f *form) spot() spot {
	s := spot{Page: f.at}
	if k, ok := f.entries[f.at].page.(spotKeeper); ok {
		s.Field, s.Caret = k.spot()
	}
	return s
}

// goToSpot puts the caret there, as far as the draft still has the place.
func (f *form) goToSpot(s spot) {
	if s.Page < 0 || s.Page >= len(f.entries) {
		return
	}
	f.open(s.Page)
	if k, ok := f.entries[s.Page].page.(spotKeeper); ok {
		k.putCaret(s.Field, s.Caret)
	}
}

func (p *prosePage) spot() (field, caret int) {
	if p.current == nil {
		return 0, 0
	}
	return min(p.current.place, len(p.cards)-1), p.current.text.CursorTextOffset()
}

func (p *prosePage) putCaret(field, caret int) {
	if field < 0 || field >= len(p.cards) {
		return
	}
	c := p.cards[field]
	p.focus(c.text)
	c.text.PlaceCaret(min(max(caret, 0), len([]rune(c.text.Text))))
	c.text.Refresh()
}

func (p *tablePage) spot() (field, caret int) { //nolint:unparam // a cell has no place within
	for i, c := range p.grid.order() {
		if c == p.last {
			return i, 0
		}
	}
	return 0, 0
}

func (p *tablePage) putCaret(field, _ int) {
	if all := p.grid.order(); field >= 0 && field < len(all) && all[field].entry != nil {
		p.focus(all[field].entry)
	}
}

// rememberSpot keeps where the caret is in the open draft.
func (p *program) rememberSpot() func() {
	key, at := placeKey+p.form.d.ID().String(), p.form.spot()
	return func() {
		if value, err := json.Marshal(at); err == nil {
			_ = p.drafts.SetSetting(key, string(value))
		}
	}
}

// spotOf is where the caret was in a draft; the first page for a new one.
func spotOf(drafts Drafts, id store.ID) (s spot) {
	value, _ := drafts.Setting(placeKey + id.String())
	_ = json.Unmarshal([]byte(value), &s)
	return s
}
