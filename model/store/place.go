package store

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// portableName is a folder beside the program that makes it portable: drafts
// lie there instead of in the user's data folder.
const portableName = "nianbao-data"

// DefaultDir is the folder for drafts: the portable one if it is there, else
// the user's local data folder ($XDG_DATA_HOME, %LOCALAPPDATA%). The error is an
// ErrNoPlace.
func DefaultDir() (string, error) {
	if program, err := os.Executable(); err == nil {
		beside := filepath.Join(filepath.Dir(program), portableName)
		if info, err := os.Stat(beside); err == nil && info.IsDir() {
			return beside, nil
		}
	}
	if runtime.GOOS == "windows" {
		if local := os.Getenv("LOCALAPPDATA"); local != "" {
			return filepath.Join(local, "nianbao"), nil
		}
		return "", fmt.Errorf("%w: LOCALAPPDATA is not set", ErrNoPlace)
	}
	if data := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(data) {
		return filepath.Join(data, "nianbao"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNoPlace, err)
	}
	return filepath.Join(home, ".local", "share", "nianbao"), nil
}
