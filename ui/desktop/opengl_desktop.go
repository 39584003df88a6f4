//go:build cgo && !ci && !gles && !arm && !arm64

package desktop

import "github.com/go-gl/glfw/v3.3/glfw"

// openGL are the ways to OpenGL that Fyne can draw with, the best first.
func openGL() []map[glfw.Hint]int {
	return []map[glfw.Hint]int{{glfw.ContextVersionMajor: 2, glfw.ContextVersionMinor: 1}}
}
