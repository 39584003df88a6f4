//go:build cgo && !ci && !windows

package ui

import (
	"fmt"
	"os"

	"nianbao/ui/failure"

	"github.com/godbus/dbus/v5"
)

// tell says why there is no window: to the terminal, and to a desktop from whose
// menu the program was started without one.
func tell(err error) {
	words := failure.Words(err)
	fmt.Fprintln(os.Stderr, words)
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" {
		return // the library would start a bus
	}
	bus, failed := dbus.ConnectSessionBus()
	if failed != nil {
		return
	}
	defer bus.Close() //nolint:errcheck // nothing is left to be written
	const (
		service = "org.freedesktop.Notifications"
		path    = "/org/freedesktop/Notifications"
		forEver = int32(0)
	)
	urgency := map[string]dbus.Variant{"urgency": dbus.MakeVariant(byte(2))} // critical: until it is clicked away
	// Without anybody who shows it there is nothing else to try.
	_ = bus.Object(service, path).Call(service+".Notify", 0,
		messageTitle, uint32(0), "nianbao", messageTitle, words, []string{}, urgency, forEver).Err
}
