package dialog

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
	"nianbao/ui/filedialog"
)

// chooser is a dialog that goes through folders for a file of one ending, or
// for a folder. Fyne's own names places in English and does not close on Esc.
type chooser struct {
	d       *Dialogs
	endings []string // of the files shown; none to choose a folder
	chosen  func(path string)
	path    *widgets.TextEntry
	places  *fyne.Container
	list    *fyne.Container
	scroll  *widgets.Scroller
	dialog  *Modal
	system  *widgets.Button // opens the desktop's own dialog; nil where it has none
	dir     string          // the folder on show
	marked  string          // the file of it that had the focus last; empty for none
}

// chooserHeight is the height of the list of files, leastChooser that in a small
// window, and aroundChooser what stands above the list.
const (
	chooserHeight = 300
	leastChooser  = 110
	aroundChooser = 112
)

// Choose opens a chooser in a folder; chosen gets the path.
func (d *Dialogs) Choose(title, yes, dir string, endings []string, chosen func(path string)) {
	c := &chooser{d: d, endings: endings, chosen: chosen}
	c.path = d.Entry(dir)
	c.places = container.New(widgets.Wrapping{Gap: 6})
	c.list = container.New(&widgets.Stack{})
	c.scroll = widgets.NewScroller(&widgets.Stack{Margin: 4}, c.list)
	c.dialog = d.Show(title, yes, widgets.Primary, TextCancel, c.path, c.places,
		c.scroll.Boxed(max(min(d.Room()-aroundChooser, chooserHeight), leastChooser)))
	c.dialog.Confirm = c.take
	c.enter(dir)
	c.offerSystem(title)
}

// offerSystem adds a button for the desktop's own dialog, where it has one: some
// know their way about it. It is not shown unasked: one that is broken never
// answers.
func (c *chooser) offerSystem(title string) {
	if len(c.endings) == 0 || c.d.Native == nil {
		return
	}
	c.d.Background(func() func() {
		available := c.d.Native.Available()
		return func() {
			if available && c.d.Modal == c.dialog {
				c.system = widgets.NewButton(TextSystemDialog, widgets.Plain, func() { c.askSystem(title) })
				c.places.Add(c.system)
				c.places.Refresh()
			}
		}
	})
}

func (c *chooser) askSystem(title string) {
	r := filedialog.Request{Title: title, Dir: strings.TrimSpace(c.path.Text), Endings: c.endings, Kind: textReportFiles}
	c.d.Background(func() func() {
		path, err := c.d.Native.Choose(r)
		return func() {
			switch {
			case c.d.Modal != c.dialog || errors.Is(err, filedialog.ErrCancelled):
			case err != nil:
				c.say(TextNoSystemDialog)
			default:
				c.dialog.Close()
				c.chosen(path)
			}
		}
	})
}

// take opens the folder, or takes the file, that the entry names; of the folder on
// show, the file that is marked.
func (c *chooser) take() {
	c.path.Gather()
	path := strings.TrimSpace(c.path.Text)
	c.d.Background(func() func() {
		info, err := os.Stat(path)
		return func() {
			switch {
			case err != nil:
				c.say(failure.Listing(path).Words(err))
			case info.IsDir() && len(c.endings) > 0 && path == c.dir && c.marked != "":
				c.dialog.Close()
				c.chosen(filepath.Join(c.dir, c.marked))
			case info.IsDir() && len(c.endings) > 0:
				c.enter(path)
			case info.IsDir() == (len(c.endings) == 0):
				c.dialog.Close()
				c.chosen(path)
			default:
				c.say(TextNoFolder)
			}
		}
	})
}

// enter shows what a folder holds.
func (c *chooser) enter(dir string) {
	c.d.Background(func() func() {
		entries, err := os.ReadDir(dir)
		places := usualPlaces()
		return func() {
			c.path.Load(dir)
			c.showPlaces(places)
			if err != nil {
				c.say(failure.Listing(dir).Words(err))
				return
			}
			c.show(dir, entries)
		}
	})
}

func (c *chooser) show(dir string, entries []fs.DirEntry) {
	c.dir, c.marked = dir, ""
	c.list.RemoveAll()
	if parent := filepath.Dir(dir); parent != dir {
		c.add(folderSign(), textParentFolder, func() { c.enter(parent) })
	}
	var files []string
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, "."):
		case isFolder(dir, e):
			c.add(folderSign(), name, func() { c.enter(filepath.Join(dir, name)) })
		case slices.Contains(c.endings, strings.ToLower(filepath.Ext(name))):
			files = append(files, name)
		}
	}
	var first *widgets.ListRow
	for _, name := range files {
		r := c.add(fileSign(), name, func() {
			c.dialog.Close()
			c.chosen(filepath.Join(dir, name))
		})
		r.Marked = func() { c.marked = name }
		if first == nil {
			first = r
		}
	}
	if len(c.endings) > 0 && len(files) == 0 {
		c.list.Add(container.New(widgets.InsetAll(10), widgets.NewParagraph(textNoReportFiles, widgets.SizeSmall, widgets.ColorSecond)))
	}
	c.refresh()
	if first != nil {
		c.d.Window.Canvas().Focus(first) // Enter takes it
		return
	}
	c.keepFocus()
}

// keepFocus puts the focus on the list when what had it went with another folder.
func (c *chooser) keepFocus() {
	if rows := widgets.RowsIn(c.list); OnShow(c.d.Window.Canvas().Focused()) {
		return
	} else if len(rows) > 0 {
		c.d.Window.Canvas().Focus(rows[0])
	} else {
		c.d.Window.Canvas().Focus(c.path)
	}
}

// isFolder follows links, as a folder of the user's may be one.
func isFolder(dir string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.IsDir()
	}
	info, err := os.Stat(filepath.Join(dir, e.Name()))
	return err == nil && info.IsDir()
}

func (c *chooser) add(sign fyne.Resource, name string, open func()) *widgets.ListRow {
	line := container.New(&widgets.Row{Gap: 9, Wide: 1}, widgets.Picture(sign, 16), widgets.Label(name, widgets.SizeBody, theme.ColorNameForeground))
	r := widgets.NewListRow(line, open, func() {})
	r.Side, r.Top = 10, 6
	r.Marked = func() { c.marked = "" }
	c.list.Add(r)
	return r
}

// say shows a sentence in place of the list.
func (c *chooser) say(text string) {
	c.marked = ""
	c.list.RemoveAll()
	c.list.Add(container.New(widgets.InsetAll(10), widgets.NewParagraph(text, widgets.SizeSmall, theme.ColorNameError)))
	c.refresh()
	c.keepFocus()
}

func (c *chooser) refresh() {
	c.list.Refresh()
	c.scroll.View.ScrollToTop()
	c.scroll.Relayout()
}

func (c *chooser) showPlaces(places []place) {
	c.places.RemoveAll()
	for _, p := range places {
		c.places.Add(widgets.NewButton(p.name, widgets.Plain, func() { c.enter(p.dir) }))
	}
	if c.system != nil {
		c.places.Add(c.system)
	}
	c.places.Refresh()
}

// place is a folder that users look for.
type place struct{ name, dir string }

// usualPlaces are the user's folders that exist, and what is plugged in.
func usualPlaces() []place {
	var all []place
	add := func(name, dir string) {
		if info, err := os.Stat(dir); err == nil && info.IsDir() && len(all) < 6 {
			all = append(all, place{name, dir})
		}
	}
	if home, err := os.UserHomeDir(); err == nil {
		add(textHomeFolder, home)
		for _, names := range [][2]string{{TextDesktop, "Desktop"}, {TextDocuments, "Documents"}} {
			i := slices.IndexFunc(names[:], func(n string) bool {
				_, err := os.Stat(filepath.Join(home, n))
				return err == nil
			})
			if i >= 0 {
				add(names[0], filepath.Join(home, names[i]))
			}
		}
	}
	if runtime.GOOS == "windows" {
		for drive := 'C'; drive <= 'Z'; drive++ {
			add(string(drive)+":", string(drive)+`:\`)
		}
		return all
	}
	for _, pattern := range []string{"/media/*/*", "/run/media/*/*"} {
		sticks, _ := filepath.Glob(pattern) // the pattern is a good one
		for _, dir := range sticks {
			add(filepath.Base(dir), dir)
		}
	}
	return all
}

func folderSign() fyne.Resource {
	return widgets.Drawing("folder", widgets.ColorSecond, `<path d="M2 4 L8 4 L10 6.5 L18 6.5 L18 16 L2 16 Z" fill="#8fb3d9"/>`)
}

func fileSign() fyne.Resource {
	return widgets.Drawing("file", widgets.ColorSecond, `<path d="M4 2 L12 2 L16 6 L16 18 L4 18 Z" fill="#ffffff" stroke="$" stroke-width="1.4"/>`+
		`<path d="M7 9 L13 9 M7 12 L13 12 M7 15 L11 15" fill="none" stroke="$" stroke-width="1.2"/>`)
}
