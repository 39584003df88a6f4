//go:build cgo && linux

package desktop

import (
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"nianbao/model"
)

// These tests type pinyin into the real window. They need what screen_test.go
// needs, and fcitx5 with its pinyin.

// pinyinProfile has pinyin as the only input method, so that it is on from the
// first key.
const pinyinProfile = `[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=pinyin
Layout=

[GroupOrder]
0=Default
`

// composing is a screen with the program in its window and an input method
// that comes and goes.
type composing struct {
	*running
	home   string
	method *exec.Cmd
}

// methodEnvironment is what names the input method to programs. A locale that
// was never generated would leave them without.
func methodEnvironment() []string { return []string{"XMODIFIERS=@im=fcitx", "LC_CTYPE=C.UTF-8"} }

// compose starts the input method, then the program and in it a new draft, and
// puts the caret into its 前言.
func compose(t *testing.T, program string) *composing {
	t.Helper()
	c := &composing{home: t.TempDir()}
	s := newScreen(t)
	c.running = &running{screen: s}
	c.startMethod()
	c.running = s.run(program, c.home, methodEnvironment()...)
	c.newDraft()
	return c
}

func (c *composing) newDraft() {
	c.t.Helper()
	c.step("making a draft")
	c.keys("ctrl+n")
	c.write("wutongzhen")
	c.keys("Return") // ends the composition with its letters, where there is one
	c.keys("Return")
	c.title("2026")
	c.keys("ctrl+Next")
}

// startMethod starts fcitx5. It needs no D-Bus for programs of X11; without
// one it is a process that ends when it is told to, and finds no other fcitx5.
func (c *composing) startMethod() {
	c.t.Helper()
	c.step("starting the input method")
	home := c.t.TempDir()
	profile := filepath.Join(home, "config", "fcitx5", "profile")
	if err := os.MkdirAll(filepath.Dir(profile), 0o700); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(profile, []byte(pinyinProfile), 0o600); err != nil {
		c.t.Fatal(err)
	}
	c.method = exec.Command("fcitx5", "--disable=dbus,wayland,waylandim,cloudpinyin")
	c.method.Env = append(os.Environ(), append(methodEnvironment(), "DISPLAY="+c.display, "HOME="+home,
		"XDG_CONFIG_HOME="+filepath.Join(home, "config"), "XDG_DATA_HOME="+filepath.Join(home, "data"),
		"DBUS_SESSION_BUS_ADDRESS=disabled:", "WAYLAND_DISPLAY=", "LC_ALL=")...)
	c.start(c.method)
	c.until("the input method", func() bool { return c.xdotool("search", "--class", "fcitx") != "" })
}

// killMethod ends fcitx5 without a word to anybody.
func (c *composing) killMethod() {
	c.t.Helper()
	c.step("killing the input method")
	if err := c.method.Process.Kill(); err != nil {
		c.t.Fatal(err)
	}
	_ = c.method.Wait() // killed
}

// composed waits until letters typed are in the input method's hands: letters
// that come back as text are taken out again.
func (c *composing) composed() {
	c.t.Helper()
	c.until("a composition", func() bool {
		c.xdotool("key", "n")
		for end := time.Now().Add(2 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
			if !c.candidates().Empty() {
				c.keys("Escape")
				return true
			}
		}
		c.keys("BackSpace")
		return false
	})
}

// syllable begins a composition. Letters that come back as text, as on a machine on
// which the input method is too slow for the program, are taken out again.
func (c *composing) syllable() {
	c.t.Helper()
	const pinyin = "ni"
	c.until("a composition of "+pinyin, func() bool {
		c.write(pinyin)
		if !c.candidates().Empty() {
			return true
		}
		c.keys(slices.Repeat([]string{"BackSpace"}, len(pinyin))...)
		return false
	})
}

// phrase types pinyin and takes the first candidate.
func (c *composing) phrase(pinyin string) {
	c.t.Helper()
	c.xdotool("type", "--delay", "60", pinyin)
	c.until("candidates for "+pinyin, func() bool { return !c.candidates().Empty() })
	c.press("space")
	c.until("the end of "+pinyin, func() bool { return c.candidates().Empty() })
}

// close ends the program by its window. A key can get lost while the candidates'
// window is on its way out.
func (c *composing) close() {
	c.t.Helper()
	c.until("the end of the window", func() bool {
		c.keys("alt+F4")
		return c.xdotool("search", "--onlyvisible", "--name", "公开年报") == ""
	})
	if status := c.ended(); status != 0 {
		c.t.Errorf("ended with status %d", status)
	}
}

// candidates is where the window with the candidates stands; empty without.
func (c *composing) candidates() image.Rectangle {
	text := c.xdotool("search", "--onlyvisible", "--class", "fcitx", "getwindowgeometry", "--shell")
	number := func(name string) int {
		found := regexp.MustCompile(`(?m)^` + name + `=(-?\d+)$`).FindStringSubmatch(text)
		if found == nil {
			return 0
		}
		n, _ := strconv.Atoi(found[1]) // the expression lets nothing else through
		return n
	}
	x, y := number("X"), number("Y")
	return image.Rect(x, y, x+number("WIDTH"), y+number("HEIGHT"))
}

// wantCandidatesUnderCaret wants the candidates right below the caret that the
// screen shows.
func (c *composing) wantCandidatesUnderCaret(place string) {
	c.t.Helper()
	var caret, window image.Rectangle
	defer func() { c.t.Logf("%s: caret %v, candidates %v", place, caret, window) }()
	c.until("candidates under the caret "+place, func() bool {
		caret, window = c.shoot().caret(), c.candidates()
		// fcitx5 leaves 10 pixels below a caret whose height it is not told, as
		// X11 has no way to.
		below := image.Rect(caret.Min.X-4, caret.Max.Y+10-4, caret.Min.X+5, caret.Max.Y+10+5)
		return caret.Dx() <= 4 && !caret.Empty() && window.Min.In(below)
	})
}

// wantNoCandidates wants no window of candidates where there is nothing to write in.
func (c *composing) wantNoCandidates(place string) {
	c.t.Helper()
	if at := c.candidates(); !at.Empty() {
		c.t.Errorf("candidates at %v %s", at.Min, place)
	}
}

// TestWindowInputMethod composes Chinese in the real window.
func TestWindowInputMethod(t *testing.T) {
	program := build(t)
	t.Run("keys of a composition", func(t *testing.T) { testCompositionKeys(t, program) })
	t.Run("place of the candidates", func(t *testing.T) { testCandidates(t, program) })
	t.Run("keys ahead of a slow input method", func(t *testing.T) { testKeysAhead(t, program) })
	t.Run("end and return", func(t *testing.T) { testMethodEnds(t, program) })
}

// testCompositionKeys edits a composition: its keys must not edit the text. A
// phrase is one step back.
func testCompositionKeys(t *testing.T, program string) {
	c := compose(t, program)
	c.phrase("zhongwen")
	c.phrase("shijie")
	c.phrase("nihao")
	c.keys("ctrl+z")
	c.write("nihao")
	c.keys("Left", "BackSpace", "BackSpace", "Return") // "nio" is left of it
	c.turns("ctrl+Next")
	c.press("Tab", "Return") // 添加一段
	c.settle()
	c.phrase("biaoti")
	c.keys("Return")
	c.phrase("zhengwen")
	c.close()
	if got := preamble(t, c.home); got != "中文世界nio" {
		t.Errorf("前言: %q", got)
	}
	r, _ := draft(t, c.home)
	blocks := r.Narrative[model.Overview]
	if len(blocks) != 2 || blocks[1].Heading != "标题" || blocks[1].Text != "正文" {
		t.Errorf("一、总体情况: %q", blocks)
	}
}

// testKeysAhead adds a block by keyboard and types its heading while the input method
// stands still, as on a machine that is busy: the focus moves when the key that leads there
// comes back, after the first letters were given away. In the same way the window loses
// the focus while a key is away.
func testKeysAhead(t *testing.T, program string) {
	c := compose(t, program)
	c.turns("ctrl+Next")
	c.press("Tab") // to 添加一段
	c.settle()
	c.signal(syscall.SIGSTOP)
	c.press("Return")
	c.xdotool("type", "--delay", "60", "biao")
	time.Sleep(time.Second / 2) // longer than an entry is waited for on a quiet machine
	c.signal(syscall.SIGCONT)
	c.phrase("ti")
	c.keys("Return")
	c.phrase("shijie")

	window := strings.TrimSpace(c.xdotool("getactivewindow"))
	c.signal(syscall.SIGSTOP)
	c.press("End")
	c.xdotool("windowminimize", "--sync", window)
	c.signal(syscall.SIGCONT) // the key comes back to a window without the focus
	c.settle()
	c.xdotool("windowactivate", "--sync", window)
	c.settle()
	c.phrase("nihao")
	c.close()
	r, _ := draft(t, c.home)
	if blocks := r.Narrative[model.Overview]; len(blocks) != 2 || blocks[1].Heading != "标题" || blocks[1].Text != "世界你好" {
		t.Errorf("一、总体情况: %q", blocks)
	}
}

// signal stops the input method, or lets it go on.
func (c *composing) signal(s syscall.Signal) {
	c.t.Helper()
	if err := c.method.Process.Signal(s); err != nil {
		c.t.Fatal(err)
	}
}

// testCandidates compares the window of the candidates with the caret on the
// screen.
func testCandidates(t *testing.T, program string) {
	c := compose(t, program)
	c.syllable()
	c.wantCandidatesUnderCaret("in an empty field")
	c.keys("Escape", "ctrl+n")
	c.syllable() // in the dialog
	c.keys("Escape", "Escape")
	c.syllable()
	c.wantCandidatesUnderCaret("after a dialog")
	c.keys("space")
	c.turns("F1") // a dialog without a field
	c.write("ni")
	c.wantNoCandidates("over a dialog")
	c.turns("Escape")
	c.syllable()
	c.wantCandidatesUnderCaret("after a dialog without a field")
	c.keys("Escape", "Return", "Return")
	c.phrase("zhongwen")
	c.syllable()
	c.wantCandidatesUnderCaret("in the third line")
	c.keys("Escape")
	c.press(append(slices.Repeat([]string{"Return"}, 14), "Home")...)
	c.settle()
	c.syllable()
	c.wantCandidatesUnderCaret("in the last line")
	c.xdotool("mousemove", "700", "300", "click", "--repeat", "2", "5")
	c.wantCandidatesUnderCaret("after scrolling")
	c.keys("Escape", "ctrl+Next", "ctrl+Next")
	c.syllable()
	c.until("candidates under a cell", func() bool {
		cell, window := c.shoot().cell(), c.candidates()
		middle := cell.Min.X + cell.Dx()/2
		return image.Pt(window.Min.X, window.Min.Y).In(image.Rect(middle-15, cell.Max.Y, middle+15, cell.Max.Y+15))
	})
	c.keys("Escape", "ctrl+l") // the list of drafts: there is nothing to write in
	c.write("ni")
	c.wantNoCandidates("in a list")
	c.turns("Return") // opens the draft: no keys have gone to candidates
	c.keys("ctrl+Prior", "ctrl+Prior")
	c.syllable()
	c.wantCandidatesUnderCaret("after a list")
}

// testMethodEnds kills the input method and starts it again under a program
// that was there before it.
func testMethodEnds(t *testing.T, program string) {
	c := &composing{home: t.TempDir()}
	c.running = newScreen(t).run(program, c.home, methodEnvironment()...)
	c.newDraft()
	c.write("one")
	c.startMethod()
	c.composed()
	c.phrase("zhongwen")
	c.write("nihao")
	c.killMethod()
	c.write("two")
	window := strings.TrimSpace(c.xdotool("getactivewindow"))
	c.xdotool("windowminimize", "--sync", window)
	c.xdotool("windowactivate", "--sync", window)
	c.settle()
	c.write("three")
	c.startMethod()
	c.composed()
	c.phrase("shijie")
	c.write("ni")
	c.wantCandidatesUnderCaret("after the return")
	c.keys("Escape")
	c.close()
	if got := preamble(t, c.home); got != "one中文twothree世界" {
		t.Errorf("前言: %q", got)
	}
}
