package instance

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// folder is one with a path short enough for a socket.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "i")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// TestShow: the window that listens is shown, and opens the file by its whole path;
// when it has gone nobody answers.
func TestShow(t *testing.T) {
	dir := folder(t)
	if Show(dir, "") {
		t.Fatal("shown without a window")
	}
	asked := make(chan string, 1)
	stop, err := Listen(dir, func(file string) { asked <- file })
	if err != nil {
		t.Fatal(err)
	}
	if !Show(dir, "") || <-asked != "" {
		t.Error("not shown")
	}
	here, err := filepath.Abs("年报.nianbao")
	if err != nil {
		t.Fatal(err)
	}
	if !Show(dir, "年报.nianbao") || <-asked != here {
		t.Error("the file is not named by its whole path")
	}
	stop()
	if Show(dir, "") {
		t.Error("shown after the end")
	}
}

// TestStranger: whoever writes something else to the socket shows nothing.
func TestStranger(t *testing.T) {
	dir := folder(t)
	stop, err := Listen(dir, func(string) { t.Error("shown") })
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	for _, said := range []string{"hello\n", "{\n", string(make([]byte, 2*longest)) + "\n"} {
		c, err := dial(dir, patience)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.SetDeadline(time.Now().Add(patience)); err != nil {
			t.Fatal(err)
		}
		_, _ = c.Write([]byte(said)) // refused at some point
		if n, _ := c.Read(make([]byte, 8)); n > 0 {
			t.Errorf("%.10q is answered", said)
		}
		_ = c.Close()
	}
}
