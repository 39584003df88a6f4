package desktop

import (
	"encoding/json"
	"os"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"nianbao/ui/desktop/monitor"
	"nianbao/ui/desktop/widgets"
)

// textSizes are the sizes of the window (小、中、大、特大): everything in it grows
// and shrinks together.
var textSizes = []struct {
	name  string
	scale float64
}{{textSmall, 0.9}, {textMiddle, 1}, {textLarge, 1.2}, {textLargest, 1.5}}

// scaleVariable is where Fyne's driver reads the user's scale, each time that
// the settings change. It has no call for that: its own settings dialog writes
// a file that all Fyne programs share.
const scaleVariable = "FYNE_SCALE"

// settings is what the user chose for the window.
type settings struct {
	size      string // a name of textSizes
	contrast  bool
	noPreview bool
	extent    fyne.Size // at scale 1; zero for the first start
}

// readSettings reads the settings; what cannot be read is as at the first start.
func readSettings(drafts Drafts) settings {
	get := func(key string) string {
		value, _ := drafts.Setting(key)
		return value
	}
	s := settings{size: get(sizeKey), contrast: get(looksKey) == "on", noPreview: get(previewKey) == "off"}
	if _, ok := scaleOf(s.size); !ok {
		s.size = textMiddle
	}
	_ = json.Unmarshal([]byte(get(windowKey)), &s.extent) // the usual size otherwise
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

// looks is how the window looks: its size, its colours, with the preview or
// without.
type looks struct {
	*office
	settings
	face   fyne.Resource  // of all texts; nil for Fyne's own
	chosen func(settings) // told what was chosen
	reshow func()         // makes what the window shows anew, in other colours
}

// Least and usual size of the window, and the largest that it opens in of itself.
const (
	leastWidth, leastHeight = 1000, 660
	usualWidth, usualHeight = 1180, 700
	mostWidth, mostHeight   = 1600, 1000
)

// firstSize is the size of the window, at scale 1, before anybody has chosen one: as
// large as there is room for, since a page of a table cannot be large enough.
func firstSize(w fyne.Window) fyne.Size {
	if room, known := monitor.Room(w, 1); known {
		return fyne.NewSize(min(room.Width, mostWidth), min(room.Height, mostHeight))
	}
	return fyne.NewSize(usualWidth, usualHeight)
}

// apply makes the window look as it was left.
func (l *looks) apply() {
	l.applyLook()
	w := l.settings.extent
	if w.Width < leastWidth/2 || w.Height < leastHeight/2 || w.Width > 8000 || w.Height > 8000 {
		w = firstSize(l.Window)
	}
	scale, _ := scaleOf(l.settings.size)
	l.resize(fyne.NewSize(w.Width/float32(scale), w.Height/float32(scale)))
	monitor.Into(l.Window)
	l.chosen(l.settings)
	if monitor.Follows {
		l.followScreen()
	}
}

// resize gives the window a size, as far as the screen has room.
func (l *looks) resize(size fyne.Size) {
	scale, _ := scaleOf(l.settings.size)
	l.Window.Resize(monitor.Within(size, l.Window, float32(scale)))
}

// followScreen looks every second whether the window was carried to a screen of
// another scale, and draws it in that.
func (l *looks) followScreen() {
	scale, _ := scaleOf(l.settings.size)
	if monitor.Changed(l.Window, float32(scale)) {
		size := l.Window.Canvas().Size()
		l.applyLook()
		l.resize(size)
	}
	l.After(time.Second, l.followScreen)
}

// applyLook hands size and colours to the toolkit.
func (l *looks) applyLook() {
	scale, _ := scaleOf(l.settings.size)
	if err := os.Setenv(scaleVariable, strconv.FormatFloat(scale, 'g', -1, 64)); err != nil {
		fyne.LogError("set the text size", err)
	}
	l.app.Settings().SetTheme(widgets.Look{Face: l.face, Contrast: l.settings.contrast})
}

// chooseSize sets the text size. The window keeps its place on the screen.
func (l *looks) chooseSize(name string) {
	before := l.Window.Canvas().Scale()
	at := l.Window.Canvas().Size()
	l.settings.size = name
	l.applyLook()
	k := before / l.Window.Canvas().Scale()
	l.resize(fyne.NewSize(at.Width*k, at.Height*k))
	l.chosen(l.settings)
	l.remember(sizeKey, name)
}

// toggleContrast changes the colours, and makes the page anew in them.
func (l *looks) toggleContrast() {
	l.settings.contrast = !l.settings.contrast
	l.applyLook()
	l.chosen(l.settings)
	l.remember(looksKey, map[bool]string{true: "on", false: "off"}[l.settings.contrast])
	l.reshow()
}

// rememberWindow keeps the size of the window. It is called when the window
// closes, and does not go through the background: nothing runs after it.
func (l *looks) rememberWindow() {
	scale, _ := scaleOf(l.settings.size)
	at := l.Window.Canvas().Size()
	size, err := json.Marshal(fyne.NewSize(at.Width*float32(scale), at.Height*float32(scale)))
	if err == nil {
		_ = l.drafts.SetSetting(windowKey, string(size))
	}
}
