//go:build cgo && !ci

package desktop

import (
	"time"

	"github.com/go-gl/glfw/v3.3/glfw"

	"nianbao/ui/desktop/mainloop"
)

// waitForEvents sleeps until something happens in the window, and handles it.
func waitForEvents(d time.Duration) {
	mainloop.AwaitMessage(d)
	glfw.PollEvents()
}
