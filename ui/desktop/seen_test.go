package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nianbao/ui/desktop/widgets"
)

// texts are all texts to be seen below an object.
func texts(o fyne.CanvasObject) []string {
	var all []string
	walk(o, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			all = append(all, o.Text)
		case *widgets.TextEntry:
			all = append(all, o.Text)
		}
	})
	return all
}

func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range rendererObjects(o) {
			walk(child, visit)
		}
	}
}

func shows(o fyne.CanvasObject, want string) bool {
	return strings.Contains(strings.Join(texts(o), "\n"), want)
}

// find finds a widget in the topmost dialog, or in the window without one.
func find[W fyne.CanvasObject](t *testing.T, r *rig, fits func(W) bool) W {
	t.Helper()
	var found W
	ok := false
	top := r.Window.Canvas().Overlays().Top()
	if top == nil {
		top = r.Window.Canvas().Content()
	}
	walk(top, func(o fyne.CanvasObject) {
		if w, is := o.(W); is && fits(w) {
			found, ok = w, true
		}
	})
	if !ok {
		t.Fatalf("not there: %q", texts(top))
	}
	return found
}
