//go:build cgo && linux

package desktop

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestWindowPortal copies a report for a portal in the real window: another program
// finds the page on the clipboard, and text, until something else is copied.
func TestWindowPortal(t *testing.T) {
	r := newScreen(t).run(build(t), t.TempDir())
	c := &composing{running: r}
	c.newDraft()
	clip := func(args ...string) string {
		xclip := exec.Command("xclip", append([]string{"-selection", "clipboard"}, args...)...)
		xclip.Env = append(os.Environ(), "DISPLAY="+c.display)
		out, _ := xclip.Output() // what it says otherwise is that there is none
		return string(out)
	}
	c.step("choosing from the menu")
	c.keys("alt") // opens the first menu
	for _, item := range newRig(t).Window.MainMenu().Items[0].Items {
		if !item.IsSeparator {
			c.keys("Down")
		}
		if item.Label == textMenuPortal {
			break
		}
	}
	c.keys("Return")
	c.until("the page on the clipboard", func() bool {
		return strings.Contains(clip("-o", "-t", "text/html"), `<table border="1"`)
	})
	if page := clip("-o", "-t", "text/html"); !strings.Contains(page, "【草稿】") || !strings.Contains(page, "charset=utf-8") {
		t.Errorf("the page is %.200s", page)
	}
	if text := clip("-o"); !strings.Contains(text, "三、本年度办理结果") || strings.Contains(text, "<") {
		t.Errorf("the text is %.200s", text)
	}
	c.step("copying something else")
	c.keys("Return")    // closes the dialog
	c.keys("ctrl+Next") // 前言
	c.write("x")
	c.keys("ctrl+a", "ctrl+c")
	c.until("something else on the clipboard", func() bool { return clip("-o", "-t", "text/html") == "" })
	c.close()
}
