//go:build cgo && !ci && !windows

package desktop

import (
	"time"

	"github.com/go-gl/glfw/v3.3/glfw"
)

// waitForEvents sleeps until something happens in the window, and handles it.
func waitForEvents(d time.Duration) { glfw.WaitEventsTimeout(d.Seconds()) }
