//go:build cgo && !ci && !gles && !arm && !arm64

package desktop

import (
	"fmt"

	"github.com/go-gl/gl/v2.1/gl"
	"github.com/go-gl/glfw/v3.3/glfw"
)

// openGL are the ways to OpenGL that Fyne can draw with, the best first.
func openGL() []map[glfw.Hint]int {
	return []map[glfw.Hint]int{{glfw.ContextVersionMajor: 2, glfw.ContextVersionMinor: 1}}
}

// loadOpenGL finds the functions of OpenGL for the current context.
func loadOpenGL() error {
	if err := gl.Init(); err != nil {
		return fmt.Errorf("OpenGL: %w", err)
	}
	return nil
}
