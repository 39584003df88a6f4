package store

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// readOnlyDisk is the system's error for a read-only disk.
const readOnlyDisk = windows.ERROR_WRITE_PROTECT

// placeOf asks Windows for the kind of the drive.
func placeOf(dir string) Place {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return PlaceHere
	}
	volume := filepath.VolumeName(dir)
	if strings.HasPrefix(volume, `\\`) { // \\server\share
		return PlaceNetwork
	}
	root, err := windows.UTF16PtrFromString(volume + `\`)
	if err != nil {
		return PlaceHere
	}
	switch windows.GetDriveType(root) {
	case windows.DRIVE_REMOTE:
		return PlaceNetwork
	case windows.DRIVE_REMOVABLE, windows.DRIVE_CDROM:
		return PlaceRemovable
	}
	return PlaceHere
}
