package printer

import (
	"errors"
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"
)

// printerInfo is PRINTER_INFO_4W: what Windows knows of a printer without asking
// it.
type printerInfo struct {
	name       *uint16
	server     *uint16
	attributes uint32
}

// Flags of EnumPrinters: this computer's, and the network's that the user has
// connected to.
const enumerated = 0x2 | 0x4

// List asks Windows for its printers. The error is an ErrNone without any.
func List() (Printers, error) {
	spooler := windows.NewLazySystemDLL("winspool.drv")
	enumerate, usual := spooler.NewProc("EnumPrintersW"), spooler.NewProc("GetDefaultPrinterW")
	if enumerate.Find() != nil || usual.Find() != nil {
		return Printers{}, ErrNone
	}
	const (
		level = 4
		most  = 1 << 20
	)
	var needed, count uint32
	_, _, _ = enumerate.Call(enumerated, 0, level, 0, 0, uintptr(unsafe.Pointer(&needed)), uintptr(unsafe.Pointer(&count)))
	if needed == 0 || needed > most {
		return Printers{}, ErrNone
	}
	buffer := make([]uintptr, int(needed)/int(unsafe.Sizeof(uintptr(0)))+1) // aligned for what it holds
	done, _, err := enumerate.Call(enumerated, 0, level, uintptr(unsafe.Pointer(&buffer[0])), uintptr(needed),
		uintptr(unsafe.Pointer(&needed)), uintptr(unsafe.Pointer(&count)))
	if done == 0 {
		return Printers{}, fmt.Errorf("list printers: %w", err)
	}
	p := Printers{}
	for _, info := range unsafe.Slice((*printerInfo)(unsafe.Pointer(&buffer[0])), count) {
		p.Names = append(p.Names, windows.UTF16PtrToString(info.name))
	}
	if len(p.Names) == 0 {
		return Printers{}, ErrNone
	}
	name := make([]uint16, 1<<10)
	size := uint32(len(name)) //nolint:gosec // 1 Ki
	if known, _, _ := usual.Call(uintptr(unsafe.Pointer(&name[0])), uintptr(unsafe.Pointer(&size))); known != 0 {
		p.Default = windows.UTF16ToString(name)
	}
	return p, nil
}

// Print has the program that opens PDF files print the file, once for each copy;
// sides are the printer's own setting, and all pages are printed. Where that program cannot print, it
// opens the file, and the error is an ErrOpened.
func Print(j Job) error {
	verb, arguments := "print", ""
	if j.Printer != "" {
		verb, arguments = "printto", `"`+j.Printer+`"`
	}
	for range max(j.Copies, 1) {
		err := execute(verb, j.Path, arguments, windows.SW_SHOWMINNOACTIVE)
		if errors.Is(err, windows.ERROR_NO_ASSOCIATION) {
			if err := execute("open", j.Path, "", windows.SW_SHOWNORMAL); err != nil {
				return err
			}
			return ErrOpened
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// execute is what Explorer does with a file.
func execute(verb, path, arguments string, show int32) error {
	var texts [3]*uint16
	for i, text := range []string{verb, path, arguments} {
		if text == "" {
			continue
		}
		var err error
		if texts[i], err = windows.UTF16PtrFromString(text); err != nil {
			return fmt.Errorf("%s %s: %w", verb, path, err)
		}
	}
	if err := windows.ShellExecute(0, texts[0], texts[1], texts[2], nil, show); err != nil {
		return fmt.Errorf("%s %s: %w", verb, path, err)
	}
	return nil
}
