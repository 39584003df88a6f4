package assets

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"regexp"
	"testing"
)

// TestWindowsIcon: the program's file bears the same icon on Windows as the
// window, under the name that GLFW looks for.
func TestWindowsIcon(t *testing.T) {
	want, err := png.Decode(bytes.NewReader(Icon()))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"icon_windows_amd64.syso", "icon_windows_arm64.syso"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(data, []byte("G\x00L\x00F\x00W\x00_\x00I\x00C\x00O\x00N\x00")) {
			t.Errorf("%s: no GLFW_ICON", name)
		}
		at := bytes.Index(data, []byte("\x89PNG"))
		if at < 0 {
			t.Fatalf("%s: no picture", name)
		}
		got, err := png.Decode(bytes.NewReader(data[at:]))
		if err != nil || !same(got, want) {
			t.Errorf("%s: another picture (%v): run make icons", name, err)
		}
	}
}

// TestWindowsVersion: the program's file states the version of FyneApp.toml, and
// that it knows screens of different scales.
func TestWindowsVersion(t *testing.T) {
	metadata, err := os.ReadFile("../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	version := regexp.MustCompile(`(?m)^ *Version = "(.*)"$`).FindSubmatch(metadata)
	if version == nil {
		t.Fatal("FyneApp.toml states no version")
	}
	var wide []byte // as resources have it
	for _, c := range append(version[1], ".0"...) {
		wide = append(wide, c, 0)
	}
	for _, name := range []string{"icon_windows_amd64.syso", "icon_windows_arm64.syso"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Count(data, wide) != 2 {
			t.Errorf("%s is not of version %s: run make icons", name, version[1])
		}
		if !bytes.Contains(data, []byte("PerMonitorV2")) {
			t.Errorf("%s: no manifest: run make icons", name)
		}
	}
}

func same(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if color.NRGBAModel.Convert(a.At(x, y)) != color.NRGBAModel.Convert(b.At(x, y)) {
				return false
			}
		}
	}
	return true
}
