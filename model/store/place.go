package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// portableName is a folder beside the program that makes it portable: drafts
// lie there instead of in the user's data folder.
const portableName = "nianbao-data"

// CompatFolder is the folder in the program's own with the compat program, the
// window for computers without OpenGL. It keeps its drafts where the program
// does.
const CompatFolder = "compat"

// DefaultDir is the folder for drafts: the portable one if it is there, else
// the user's local data folder ($XDG_DATA_HOME, %LOCALAPPDATA%). The error is an
// ErrNoPlace.
func DefaultDir() (string, error) {
	if program, err := os.Executable(); err == nil {
		if beside := portable(program); beside != "" {
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

// portable is the portable folder of a program; empty for none.
func portable(program string) string {
	home := filepath.Dir(program)
	if filepath.Base(home) == CompatFolder {
		home = filepath.Dir(home)
	}
	beside := filepath.Join(home, portableName)
	if info, err := os.Stat(beside); err != nil || !info.IsDir() {
		return ""
	}
	return beside
}

// portableError makes an ErrPortable of the error of a first write, if the
// folder is the portable one and cannot be written to: that is not the fault of
// this computer, and another place for the program cures it.
func portableError(dir string, err error) error {
	if filepath.Base(dir) == portableName && (errors.Is(err, fs.ErrPermission) || errors.Is(err, readOnlyDisk)) {
		return fmt.Errorf("%w: %w", ErrPortable, err)
	}
	return err
}

// Place is where a store lies.
type Place int

// The places.
const (
	PlaceHere      Place = iota // a disk of this computer
	PlaceRemovable              // a stick, a card
	PlaceNetwork                // another computer's disk
)

// checkPlace refuses places where a mapped file and its lock are not safe:
// another computer's disks, and what can be pulled out. The portable folder
// beside the program is the user's own choice and only warned about. The error
// is an ErrPlace.
func checkPlace(dir string) (Place, error) {
	there := dir // the nearest folder that exists
	for {
		if _, err := os.Stat(there); !errors.Is(err, fs.ErrNotExist) || filepath.Dir(there) == there {
			break
		}
		there = filepath.Dir(there)
	}
	place := placeOf(there)
	return place, allowed(place, dir)
}

func allowed(place Place, dir string) error {
	if place == PlaceNetwork || place == PlaceRemovable && filepath.Base(dir) != portableName {
		return fmt.Errorf("%s: %w", dir, ErrPlace)
	}
	return nil
}
