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

// rendererName asks the current context what draws.
func rendererName() (string, error) {
	if err := gl.Init(); err != nil {
		return "", fmt.Errorf("OpenGL: %w", err)
	}
	return gl.GoStr(gl.GetString(gl.RENDERER)), nil
}
