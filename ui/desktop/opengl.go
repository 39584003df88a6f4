//go:build cgo && !ci

package desktop

import (
	"fmt"
	"slices"
	"strings"

	"github.com/go-gl/glfw/v3.3/glfw"
)

// probeOpenGL tries a window of no size with the OpenGL that Fyne needs, and
// reports what draws: the name of a graphics card, or of a program.
//
// Symptom: on a screen without OpenGL 2.1 (remote desktops, old drivers) the
// program runs on without ever showing a window. Cause: Fyne only logs that
// its window could not be made and waits for events. There is no error to ask
// for, so the same is tried before. GLFW may be initialised twice, and Fyne
// leaves the hints alone that it does not set.
func probeOpenGL() (renderer string, err error) {
	if err := glfw.Init(); err != nil {
		return "", fmt.Errorf("open the display: %w", err)
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
			renderer, err = rendererName()
			glfw.DetachCurrentContext()
			w.Destroy()
		}
		if err == nil {
			return renderer, nil // this way is taken for the real window too
		}
	}
	return "", fmt.Errorf("make a window with OpenGL: %w", err)
}

// inSoftware reports whether a renderer is a program: Mesa's, or that of Windows
// behind Direct3D in virtual machines and remote desktops.
func inSoftware(renderer string) bool {
	return slices.ContainsFunc([]string{"llvmpipe", "softpipe", "swrast", "swiftshader", "basic render"},
		func(name string) bool { return strings.Contains(strings.ToLower(renderer), name) })
}
