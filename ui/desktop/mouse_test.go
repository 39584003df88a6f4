//go:build cgo && linux

package desktop

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// twin is the program in a real window and once more in memory. What is clicked is
// clicked in both: the one in memory tells where it stands.
type twin struct {
	*running
	memory  *rig
	size    fyne.Size
	actions int // clicks, and letters typed
}

// Fyne's menu bar, which a window in memory does not have.
const (
	menuHeight = 30
	menuLeft   = 6
	menuWidth  = 50 // of a title of two characters
)

func newTwin(t *testing.T, r *running, home string) *twin {
	t.Helper()
	w := &twin{running: r, memory: newRig(t)}
	geometry := r.xdotool("getactivewindow", "getwindowgeometry", "--shell")
	number := func(name string) float32 {
		found := regexp.MustCompile(`(?m)^` + name + `=(\d+)$`).FindStringSubmatch(geometry)
		if found == nil {
			t.Fatalf("no window: %q", geometry)
		}
		n, _ := strconv.Atoi(found[1]) // the expression lets nothing else through
		return float32(n)
	}
	w.size = fyne.NewSize(number("WIDTH"), number("HEIGHT"))
	w.memory.now, w.memory.desktop = time.Now, t.TempDir()
	w.memory.setting(folderKey, filepath.Join(home, "文档"))
	w.memory.begin()
	w.settled()
	return w
}

// settled gives the window in memory the shape of the real one, after something
// happened in it.
func (w *twin) settled() {
	w.memory.drain()
	w.memory.Window.Resize(w.size)
	content := w.memory.Window.Canvas().Content()
	content.Move(fyne.NewPos(0, menuHeight))
	content.Resize(w.size.Subtract(fyne.NewSize(0, menuHeight)))
}

// click clicks on what says a text: of what can be clicked the smallest.
func (w *twin) click(text string) {
	w.t.Helper()
	w.clickOn(text, func(o fyne.CanvasObject) bool { return shows(o, text) })
}

func (w *twin) clickOn(what string, fits func(fyne.CanvasObject) bool) {
	w.t.Helper()
	var at fyne.CanvasObject
	top := w.memory.Window.Canvas().Overlays().Top()
	if top == nil {
		top = w.memory.Window.Canvas().Content()
	}
	walk(top, func(o fyne.CanvasObject) {
		if _, can := o.(fyne.Tappable); can && fits(o) && (at == nil || area(o) <= area(at)) {
			at = o
		}
	})
	if at == nil {
		w.t.Fatalf("%s is not there: %q", what, texts(top))
	}
	middle := fyne.CurrentApp().Driver().AbsolutePositionForObject(at).AddXY(at.Size().Width/2, at.Size().Height/2)
	w.point(middle)
	test.TapCanvas(w.memory.Window.Canvas(), middle)
	w.settled()
}

// types types into the field that was clicked.
func (w *twin) types(text string) {
	w.t.Helper()
	w.actions += len(text)
	w.write(text)
	w.memory.write(text)
}

func area(o fyne.CanvasObject) float32 { return o.Size().Width * o.Size().Height }

// choose chooses an item of the menu bar.
func (w *twin) choose(text string) {
	w.t.Helper()
	for i, m := range w.memory.Window.MainMenu().Items {
		menu := widget.NewMenu(m)
		menu.Resize(menu.MinSize())
		test.WidgetRenderer(menu) // places the items
		for n, item := range m.Items {
			if item.Label != text {
				continue
			}
			title := fyne.NewPos(menuLeft+menuWidth*(float32(i)+0.5), menuHeight/2)
			w.point(title)
			w.point(fyne.NewPos(title.X, menuHeight).Add(menu.Items[n].Position()).AddXY(0, menu.Items[n].Size().Height/2))
			item.Action()
			w.settled()
			return
		}
	}
	w.t.Fatalf("no item %q", text)
}

// top turns the wheel until the page is at its top.
func (w *twin) top() {
	w.t.Helper()
	w.actions++
	w.xdotool("mousemove", "--window", w.window(), strconv.Itoa(int(w.size.Width/2)), strconv.Itoa(int(w.size.Height/2)), "click", "--repeat", "20", "4")
	w.settle()
	widgets.ScrollerIn(w.memory.form.middle).ScrollBy(fyne.KeyHome)
}

// window is the ID of the real window.
func (w *twin) window() string { return strings.TrimSpace(w.xdotool("getactivewindow")) }

// point clicks at a place of the window, and waits for what comes of it.
func (w *twin) point(at fyne.Position) {
	w.t.Helper()
	w.actions++
	before := w.shoot()
	w.xdotool("mousemove", "--window", w.window(), strconv.Itoa(int(at.X)), strconv.Itoa(int(at.Y)), "click", "1")
	w.until("another picture", func() bool { return w.shoot().differs(before) })
	w.settle()
}

// TestWindowMouse is the whole job of a township to which nothing happened in the real
// window by the mouse alone, from last year's Word file to the folder that is handed in:
// nothing but what was meant has changed.
func TestWindowMouse(t *testing.T) {
	year := reportYear(time.Now())
	last, home := quietTownship(t, year-1), t.TempDir()
	word, err := export.Bytes(last, "last.docx", export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	documents, desktop := filepath.Join(home, "文档"), filepath.Join(home, "桌面")
	for _, dir := range []string{documents, desktop} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(documents, "上年.docx"), word.Data, 0o600); err != nil {
		t.Fatal(err)
	}
	s := newScreen(t)
	w := newTwin(t, s.run(build(t), home), home)

	w.step("import")
	w.click(textImportButton)
	w.click("上年.docx")
	w.click(textMakeDraft)
	w.title(last.Agency.Name)
	w.choose(textMenuBack)
	w.step("the new year")
	w.click(textCarryFrom(last.Year))
	w.title(strconv.Itoa(year))
	w.click(pages.TextParticulars)
	w.clickOn("成文日期", func(o fyne.CanvasObject) bool { return o == w.memory.particulars().Date })
	w.types(fmt.Sprintf("%d.1.12", year+1))
	w.choose(textMenuFillAll)
	w.step("the marks")
	w.choose(textPendingWalk)
	var marks []string
	for _, mark := range w.memory.form.d.Pending() {
		marks = append(marks, mark.Words)
		w.click(textPendingWas(mark.Words))
	}
	w.step("the end")
	w.click(pages.TextCheck)
	w.top()
	w.click(pages.TextHandIn)
	w.click(pages.TextHandIn) // in the dialog
	w.until("the folder", func() bool { return len(filed(t, desktop)) == len(export.HandIn()) })
	w.click(dialog.TextClose)
	w.press("alt+F4")
	if status := w.ended(); status != 0 {
		t.Errorf("ended with status %d", status)
	}

	t.Logf("%d clicks and letters, %d marks: %q", w.actions, len(marks), marks)
	if w.actions > mostActions {
		t.Errorf("%d clicks and letters, at most %d", w.actions, mostActions)
	}
	wantMeant(t, last, draftOfYear(t, home, year), marks, nil, fmt.Sprintf("%d-01-12", year+1))
}

// draftOfYear is the draft of a year, of those under a home folder.
func draftOfYear(t *testing.T, home string, year int) *model.Report {
	t.Helper()
	r, _, err := onlyDraft(dataFolder(home), func(s store.Summary) bool { return s.Year == year })
	if err != nil {
		t.Fatal(err)
	}
	return r
}
