//go:build cgo && !ci

package desktop

import (
	"fmt"
	"runtime"

	"github.com/go-gl/glfw/v3.3/glfw"
)

// probeOpenGL tries a window of no size with the OpenGL that Fyne needs.
//
// Symptom: on a screen without OpenGL 2.1 (remote desktops, old drivers) the
// program runs on without ever showing a window. Cause: Fyne only logs that
// its window could not be made and waits for events. There is no error to ask
// for, so the same is tried before. GLFW may be initialised twice; its hints
// are given back as they were.
func probeOpenGL() error {
	if err := glfw.Init(); err != nil {
		return fmt.Errorf("open the display: %w", err)
	}
	defer glfw.DefaultWindowHints()
	glfw.WindowHint(glfw.Visible, glfw.False)
	major, minor := 2, 1
	if runtime.GOARCH == "arm" || runtime.GOARCH == "arm64" { // Fyne takes OpenGL ES there
		glfw.WindowHint(glfw.ClientAPI, glfw.OpenGLESAPI)
		minor = 0
	}
	glfw.WindowHint(glfw.ContextVersionMajor, major)
	glfw.WindowHint(glfw.ContextVersionMinor, minor)
	w, err := glfw.CreateWindow(16, 16, "", nil, nil)
	if err != nil {
		return fmt.Errorf("make a window with OpenGL %d.%d: %w", major, minor, err)
	}
	w.Destroy()
	return nil
}
