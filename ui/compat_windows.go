//go:build cgo && !ci && !gles

package ui

import (
	"os"
	"os/exec"
	"path/filepath"

	"nianbao/model/store"
)

// startCompat starts the compat program, which draws with Direct3D, in the place
// of this one. It reports whether there is one that could be started.
func startCompat(file string) bool {
	program, err := os.Executable()
	if err != nil {
		return false
	}
	compat := exec.Command(filepath.Join(filepath.Dir(program), store.CompatFolder, "nianbao.exe"))
	if file != "" {
		if file, err = filepath.Abs(file); err != nil {
			return false
		}
		compat.Args = append(compat.Args, file)
	}
	return compat.Start() == nil
}
