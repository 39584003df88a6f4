//go:build cgo && !ci

package desktop

import (
	"fmt"

	"github.com/go-gl/glfw/v3.3/glfw"
)

// probeOpenGL tries a window of no size with the OpenGL that Fyne needs.
//
// Symptom: on a screen without OpenGL 2.1 (remote desktops, old drivers) the
// program runs on without ever showing a window. Cause: Fyne only logs that
// its window could not be made and waits for events. There is no error to ask
// for, so the same is tried before. GLFW may be initialised twice, and Fyne
// leaves the hints alone that it does not set.
func probeOpenGL() (err error) {
	if err := glfw.Init(); err != nil {
		return fmt.Errorf("open the display: %w", err)
	}
	for _, hints := range openGL() {
		glfw.DefaultWindowHints()
		glfw.WindowHint(glfw.Visible, glfw.False)
		for hint, value := range hints {
			glfw.WindowHint(hint, value)
		}
		var w *glfw.Window
		if w, err = glfw.CreateWindow(16, 16, "", nil, nil); err == nil {
			w.MakeContextCurrent()
			err = loadOpenGL()
			glfw.DetachCurrentContext()
			w.Destroy()
		}
		if err == nil {
			return nil // this way is taken for the real window too
		}
	}
	return fmt.Errorf("make a window with OpenGL: %w", err)
}
