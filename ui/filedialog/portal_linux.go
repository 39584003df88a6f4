package filedialog

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"

	"github.com/godbus/dbus/v5"
)

// The desktop portal on the session bus (xdg-desktop-portal, FileChooser).
const (
	portalName  = "org.freedesktop.portal.Desktop"
	portalPath  = "/org/freedesktop/portal/desktop"
	portalOpen  = "org.freedesktop.portal.FileChooser.OpenFile"
	requestName = "org.freedesktop.portal.Request"
)

// connect joins the session bus. It starts none where there is none, as the bus
// library would.
func connect() (*dbus.Conn, error) {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" {
		return nil, os.ErrNotExist
	}
	return dbus.ConnectSessionBus()
}

// Available reports whether the desktop offers a dialog.
func Available() bool {
	bus, err := connect()
	if err != nil {
		return false
	}
	defer bus.Close() //nolint:errcheck // nothing was written
	var owned bool
	var names []string
	if bus.BusObject().Call("org.freedesktop.DBus.NameHasOwner", 0, portalName).Store(&owned) != nil {
		return false
	}
	if !owned && bus.BusObject().Call("org.freedesktop.DBus.ListActivatableNames", 0).Store(&names) != nil {
		return false
	}
	return owned || slices.Contains(names, portalName)
}

// filter is a choice of files as the portal takes it: a name and patterns.
type filter struct {
	Name  string
	Rules []rule
}

type rule struct {
	Kind    uint32 // 0: a pattern of names
	Pattern string
}

// Choose shows the dialog and waits for the user. The error is ErrCancelled when
// nothing was chosen.
func Choose(r Request) (path string, err error) {
	bus, err := connect()
	if err != nil {
		return "", fmt.Errorf("file dialog: %w", err)
	}
	defer bus.Close() //nolint:errcheck // nothing is left to be written
	// Before the call: the answer may come before the call returns.
	answers := make(chan *dbus.Signal, 8)
	bus.Signal(answers)
	if err := bus.AddMatchSignal(dbus.WithMatchInterface(requestName), dbus.WithMatchMember("Response")); err != nil {
		return "", fmt.Errorf("file dialog: %w", err)
	}
	options := map[string]dbus.Variant{
		"directory":      dbus.MakeVariant(len(r.Endings) == 0),
		"current_folder": dbus.MakeVariant(append([]byte(r.Dir), 0)),
	}
	if len(r.Endings) > 0 {
		files := filter{Name: r.Kind}
		for _, e := range r.Endings {
			files.Rules = append(files.Rules, rule{0, "*" + e})
		}
		options["filters"] = dbus.MakeVariant([]filter{files})
	}
	var handle dbus.ObjectPath
	if err := bus.Object(portalName, portalPath).Call(portalOpen, 0, "", r.Title, options).Store(&handle); err != nil {
		return "", fmt.Errorf("file dialog: %w", err)
	}
	for answer := range answers {
		if answer.Path == handle {
			return chosen(answer.Body)
		}
	}
	return "", fmt.Errorf("file dialog: the desktop has gone")
}

// chosen reads the answer: 0 and the files, or another number.
func chosen(body []any) (string, error) {
	if len(body) != 2 || body[0] != uint32(0) {
		return "", ErrCancelled
	}
	results, _ := body[1].(map[string]dbus.Variant)
	uris, _ := results["uris"].Value().([]string)
	if len(uris) == 0 {
		return "", ErrCancelled
	}
	u, err := url.Parse(uris[0])
	if err != nil || u.Scheme != "file" {
		return "", fmt.Errorf("file dialog: not a file of this computer: %s", uris[0])
	}
	return filepath.FromSlash(u.Path), nil
}
