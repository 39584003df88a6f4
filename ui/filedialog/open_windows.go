package filedialog

import (
	"errors"
	"fmt"

	"golang.org/x/sys/windows"
)

// Open opens a file with the program that Windows has for it, a folder with Explorer.
// The error is ErrNoProgram where there is none.
func Open(path string) error {
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	err = windows.ShellExecute(0, verb, name, nil, nil, windows.SW_SHOWNORMAL)
	if errors.Is(err, windows.ERROR_NO_ASSOCIATION) {
		err = ErrNoProgram
	}
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	return nil
}

// Desktop is the folder of what lies on the user's desktop, wherever it was moved to;
// empty where Windows does not tell.
func Desktop() string {
	dir, err := windows.KnownFolderPath(windows.FOLDERID_Desktop, windows.KF_FLAG_DEFAULT)
	if err != nil {
		return ""
	}
	return dir
}
