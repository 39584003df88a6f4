package monitor

import (
	"unsafe"

	"golang.org/x/sys/windows"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// Follows reports whether scales have to be compared here.
const Follows = true

// Values of winuser.h.
const (
	monitorNearest = 2 // MONITOR_DEFAULTTONEAREST
	monitorPrimary = 1 // MONITOR_DEFAULTTOPRIMARY
	captionHeight  = 4 // SM_CYCAPTION
	frameWidth     = 32
	frameHeight    = 33
	framePadding   = 92 // SM_CXPADDEDBORDER
	usualDPI       = 96
)

type rect struct{ left, top, right, bottom int32 }

// monitorInfo is MONITORINFO.
type monitorInfo struct {
	size           uint32
	monitor, space rect
	flags          uint32
}

// area is the room for the inside of a window on its screen, or on the first
// one before it is shown, in pixels, and the scale of Windows there; zero where
// Windows does not tell.
func area(w fyne.Window) (room fyne.Size, unit float32) {
	user := windows.NewLazySystemDLL("user32.dll")
	monitorOf, infoOf := user.NewProc("MonitorFromWindow"), user.NewProc("GetMonitorInfoW")
	metric := user.NewProc("GetSystemMetricsForDpi")
	hwnd, screen, question := handle(w), uintptr(monitorPrimary), user.NewProc("GetDpiForSystem")
	if hwnd != 0 {
		screen, question = monitorNearest, user.NewProc("GetDpiForWindow")
	}
	if metric.Find() != nil || question.Find() != nil { // since Windows 10, 1607
		return fyne.Size{}, 0
	}
	dpi, _, _ := question.Call(hwnd)
	monitor, _, _ := monitorOf.Call(hwnd, screen)
	info := monitorInfo{size: uint32(unsafe.Sizeof(monitorInfo{}))}
	if known, _, _ := infoOf.Call(monitor, uintptr(unsafe.Pointer(&info))); known == 0 || dpi == 0 {
		return fyne.Size{}, 0
	}
	pixels := func(index uintptr) float32 {
		n, _, _ := metric.Call(index, dpi)
		return float32(n)
	}
	padding := 2 * pixels(framePadding)
	width := float32(info.space.right-info.space.left) - 2*pixels(frameWidth) - padding
	height := float32(info.space.bottom-info.space.top) - 2*pixels(frameHeight) - padding - pixels(captionHeight)
	return fyne.NewSize(max(width, 1), max(height, 1)), float32(dpi) / usualDPI
}

// Into moves a window to where all of it is seen: Fyne puts the middle of its inside
// in the middle of the screen, and half of the title above it where there is no task
// bar.
func Into(w fyne.Window) {
	user, hwnd := windows.NewLazySystemDLL("user32.dll"), handle(w)
	info := monitorInfo{size: uint32(unsafe.Sizeof(monitorInfo{}))}
	var at rect
	monitor, _, _ := user.NewProc("MonitorFromWindow").Call(hwnd, monitorNearest)
	known, _, _ := user.NewProc("GetMonitorInfoW").Call(monitor, uintptr(unsafe.Pointer(&info)))
	stands, _, _ := user.NewProc("GetWindowRect").Call(hwnd, uintptr(unsafe.Pointer(&at)))
	if hwnd == 0 || known == 0 || stands == 0 {
		return
	}
	x := max(info.space.left, min(at.left, info.space.right-(at.right-at.left)))
	y := max(info.space.top, min(at.top, info.space.bottom-(at.bottom-at.top)))
	if x != at.left || y != at.top {
		const sizeStays, orderStays, asleep = 0x1, 0x4, 0x10 // SWP_NOSIZE, SWP_NOZORDER, SWP_NOACTIVATE
		_, _, _ = user.NewProc("SetWindowPos").Call(hwnd, 0, uintptr(x), uintptr(y), 0, 0, sizeStays|orderStays|asleep)
	}
}

// Raise shows a window that was put away in the task bar.
func Raise(w fyne.Window) {
	const restore = 9 // SW_RESTORE
	user, hwnd := windows.NewLazySystemDLL("user32.dll"), handle(w)
	isIconic, show := user.NewProc("IsIconic"), user.NewProc("ShowWindow")
	if hwnd == 0 || isIconic.Find() != nil || show.Find() != nil {
		return
	}
	if away, _, _ := isIconic.Call(hwnd); away != 0 {
		_, _, _ = show.Call(hwnd, restore) // whether it was seen before
	}
}

// handle is the window's HWND; 0 before it is shown.
func handle(w fyne.Window) (hwnd uintptr) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return 0
	}
	native.RunNative(func(context any) {
		if x, ok := context.(driver.WindowsWindowContext); ok {
			hwnd = x.HWND
		}
	})
	return hwnd
}
