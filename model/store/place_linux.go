package store

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// readOnlyDisk is the system's error for a read-only disk.
const readOnlyDisk = unix.EROFS

// networkFilesystems are the types of file systems on other computers (statfs(2),
// linux/magic.h): NFS, SMB, SMB2, CIFS, NCP, Coda, AFS, Ceph, 9P.
var networkFilesystems = []int64{
	0x6969, 0x517B, 0xFE534D42, 0xFF534D42, 0x564C, 0x73757245, 0x5346414F, 0x00C36400, 0x01021997,
}

// placeOf looks at the file system and the device below it. What cannot be told
// is taken for a disk of this computer.
func placeOf(dir string) Place {
	var fs unix.Statfs_t
	if unix.Statfs(dir, &fs) != nil {
		return PlaceHere
	}
	if slices.Contains(networkFilesystems, int64(uint32(fs.Type))) {
		return PlaceNetwork
	}
	var info unix.Stat_t
	if unix.Stat(dir, &info) != nil {
		return PlaceHere
	}
	// A partition's folder lies in that of its disk, which says whether it can
	// be taken out.
	device, err := filepath.EvalSymlinks(fmt.Sprintf("/sys/dev/block/%d:%d", unix.Major(info.Dev), unix.Minor(info.Dev)))
	if err != nil {
		return PlaceHere
	}
	for _, d := range []string{device, filepath.Dir(device)} {
		if flag, err := os.ReadFile(filepath.Join(d, "removable")); err == nil && strings.TrimSpace(string(flag)) == "1" {
			return PlaceRemovable
		}
	}
	return PlaceHere
}
