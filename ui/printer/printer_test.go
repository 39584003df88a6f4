//go:build !windows

package printer

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// cups puts commands of CUPS on the path: shell scripts.
func cups(t *testing.T, scripts map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, script := range scripts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script), 0o700); err != nil { //nolint:gosec // to be run
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
	return dir
}

func TestList(t *testing.T) {
	const list = `case "$1" in -e) echo 'Office'; echo 'HP_LaserJet';; -d) echo 'system default destination: HP_LaserJet';; esac`
	tests := []struct {
		name    string
		scripts map[string]string
		want    Printers
		err     error
	}{
		{"no CUPS", nil, Printers{}, ErrNone},
		{"no printer", map[string]string{"lpstat": "exit 0"}, Printers{}, ErrNone},
		{"two", map[string]string{"lpstat": list}, Printers{Names: []string{"Office", "HP_LaserJet"}, Default: "HP_LaserJet", Details: true}, nil},
		{"no default", map[string]string{"lpstat": `[ "$1" = -e ] && echo Office || echo 'no system default destination'`}, Printers{Names: []string{"Office"}, Details: true}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cups(t, tt.scripts)
			got, err := List()
			if !errors.Is(err, tt.err) || !slices.Equal(got.Names, tt.want.Names) || got.Default != tt.want.Default || got.Details != tt.want.Details {
				t.Errorf("%+v, %v", got, err)
			}
		})
	}
}

func TestPrint(t *testing.T) {
	dir := cups(t, map[string]string{"lp": `echo "$*" > "${0%/*}/asked"`})
	if err := Print(Job{Path: "/tmp/-年报.pdf", Printer: "Office", Copies: 3, Duplex: true, Pages: "1-3,5"}); err != nil {
		t.Fatal(err)
	}
	asked, err := os.ReadFile(filepath.Join(dir, "asked"))
	if want := "-n 3 -d Office -o sides=two-sided-long-edge -P 1-3,5 -- /tmp/-年报.pdf\n"; err != nil || string(asked) != want {
		t.Errorf("%q, %v; want %q", asked, err, want)
	}
	if err := Print(Job{Path: "x.pdf"}); err != nil {
		t.Fatal(err)
	}
	asked, err = os.ReadFile(filepath.Join(dir, "asked"))
	if want := "-n 1 -o sides=one-sided -- x.pdf\n"; err != nil || string(asked) != want {
		t.Errorf("%q, %v; want %q", asked, err, want)
	}
}

func TestPrintRefused(t *testing.T) {
	cups(t, map[string]string{"lp": "echo 'lp: The printer or class does not exist.' >&2; exit 1"})
	if err := Print(Job{Path: "x.pdf", Printer: "Gone"}); err == nil || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("%v", err)
	}
}
