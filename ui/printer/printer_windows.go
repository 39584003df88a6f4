package printer

import (
	"fmt"

	"golang.org/x/sys/windows"
)

// List names no printer: the program that opens PDF files knows them.
func List() (Printers, error) { return Printers{}, nil }

// Print has the program that opens PDF files print the file. The error says
// that there is no such program, or that it cannot print.
func Print(j Job) error {
	verb, err := windows.UTF16PtrFromString("print")
	if err != nil {
		return fmt.Errorf("print %s: %w", j.Path, err)
	}
	path, err := windows.UTF16PtrFromString(j.Path)
	if err != nil {
		return fmt.Errorf("print %s: %w", j.Path, err)
	}
	if err := windows.ShellExecute(0, verb, path, nil, nil, windows.SW_SHOWMINNOACTIVE); err != nil {
		return fmt.Errorf("print %s: %w", j.Path, err)
	}
	return nil
}
