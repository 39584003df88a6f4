//go:build linux

package filedialog

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"

	"nianbao/ui/internal/beside"
)

// busConfiguration is that of a session bus which starts no services: the
// computer's own portal stays away.
const busConfiguration = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

// sessionBus is a session bus of the test's own.
func sessionBus(t *testing.T) {
	t.Helper()
	configuration := filepath.Join(t.TempDir(), "bus.conf")
	if err := os.WriteFile(configuration, []byte(busConfiguration), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("dbus-daemon", "--config-file="+configuration, "--nofork", "--print-address")
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	beside.Start(t, c)
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
}

// portal answers as a desktop does, with what its user chose.
type portal struct {
	bus     *dbus.Conn
	asked   chan asked
	answers chan []string
}

// asked is what a dialog was opened for.
type asked struct {
	title  string
	folder any
}

func (p *portal) OpenFile(_, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	p.asked <- asked{title, options["directory"].Value()}
	const handle = dbus.ObjectPath("/org/freedesktop/portal/desktop/request/1/1")
	answer := <-p.answers
	status := uint32(0)
	if len(answer) == 0 {
		status = 1
	}
	// Before the call has returned, as a quick desktop does.
	if err := p.bus.Emit(handle, requestName+".Response", status, map[string]dbus.Variant{"uris": dbus.MakeVariant(answer)}); err != nil {
		return "", dbus.MakeFailedError(err)
	}
	return handle, nil
}

func TestPortal(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	if Available() {
		t.Error("a dialog without a bus")
	}
	sessionBus(t)
	if Available() {
		t.Error("a dialog without a portal")
	}
	bus, err := dbus.ConnectSessionBus()
	if err != nil {
		t.Fatal(err)
	}
	p := &portal{bus: bus, asked: make(chan asked, 1), answers: make(chan []string, 2)}
	p.answers <- []string{"file:///home/%E7%8E%8B/%E5%B9%B4%E6%8A%A5.nianbao"}
	p.answers <- nil
	if err := bus.Export(p, portalPath, "org.freedesktop.portal.FileChooser"); err != nil {
		t.Fatal(err)
	}
	if _, err := bus.RequestName(portalName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	if !Available() {
		t.Fatal("no dialog")
	}
	path, err := Choose(Request{Title: "打开报告文件", Dir: "/home/王", Endings: []string{".nianbao"}, Kind: "报告文件"})
	if got := <-p.asked; err != nil || path != "/home/王/年报.nianbao" || got.title != "打开报告文件" || got.folder != false {
		t.Errorf("%q, %v, asked %+v", path, err, got)
	}
	if path, err := Choose(Request{Title: "选择文件夹"}); !errors.Is(err, ErrCancelled) {
		t.Errorf("%q, %v", path, err)
	}
	if got := <-p.asked; got.folder != true {
		t.Errorf("asked for a file: %+v", got)
	}
}
