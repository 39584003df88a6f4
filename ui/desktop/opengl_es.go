//go:build cgo && !ci && (gles || arm || arm64)

package desktop

import (
	"fmt"
	"runtime"

	gl "github.com/go-gl/gl/v3.1/gles2"
	"github.com/go-gl/glfw/v3.3/glfw"
)

// openGL are the ways to OpenGL ES that Fyne can draw with, the best first. On
// Windows, where the tag gles makes the compat program, ANGLE knows EGL alone;
// elsewhere a driver may offer ES through one of the two only.
func openGL() []map[glfw.Hint]int {
	way := func(through int) map[glfw.Hint]int {
		return map[glfw.Hint]int{
			glfw.ClientAPI:           glfw.OpenGLESAPI,
			glfw.ContextVersionMajor: 2,
			glfw.ContextVersionMinor: 0,
			glfw.ContextCreationAPI:  through,
		}
	}
	if runtime.GOOS == "windows" {
		return []map[glfw.Hint]int{way(glfw.EGLContextAPI)}
	}
	return []map[glfw.Hint]int{way(glfw.NativeContextAPI), way(glfw.EGLContextAPI)}
}

// loadOpenGL finds the functions of OpenGL for the current context.
func loadOpenGL() error {
	if err := gl.Init(); err != nil {
		return fmt.Errorf("OpenGL ES: %w", err)
	}
	return nil
}
