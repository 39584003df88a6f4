//go:build cgo && !ci

package ui

import (
	"errors"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/sys/windows"

	"nianbao/ui/desktop"
	"nianbao/ui/failure"
)

// tell says why there is no window: a program started by a double click has
// nowhere to write to.
func tell(err error) {
	words := failure.Words(err)
	var display *desktop.DisplayError
	if errors.As(err, &display) {
		words = fmt.Sprintf(messageNoOpenGL, brief(display.Cause))
	}
	text, title := utf16(words), utf16(messageTitle)
	// On a thread of its own: what a window that failed has left in the messages
	// of the main one closes the box at once. The answer would be which button
	// was pressed; there is one.
	read := make(chan struct{})
	go func() {
		defer close(read)
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		_, _ = windows.MessageBox(0, &text[0], &title[0], windows.MB_OK|windows.MB_ICONWARNING|windows.MB_SETFOREGROUND)
	}()
	<-read
}

// utf16 is a text as Windows takes it. What a driver says may have zeros in it,
// at which the text would end.
func utf16(text string) []uint16 {
	u, err := windows.UTF16FromString(strings.ReplaceAll(text, "\x00", ""))
	if err != nil { // there is no zero left
		return []uint16{0}
	}
	return u
}

// brief is what there is room for in a box.
func brief(cause any) string {
	const most = 300
	text := []rune(fmt.Sprint(cause))
	return string(text[:min(len(text), most)])
}

const (
	messageTitle    = "公开年报"
	messageNoOpenGL = `打不开窗口：这台电脑的显卡驱动画不出窗口，兼容方式（Direct3D）也没有成功。草稿都在，没有动过。

请依次试：
1. 更新显卡驱动：右键“开始”→“设备管理器”→“显示适配器”，右键显卡→“更新驱动程序”，重新启动电脑。
2. 如果是远程桌面或虚拟机，请到电脑本机上打开。
3. 如果装过 360 等安全软件，看看“隔离区”里有没有本程序的文件；恢复后加入信任名单，或者重新安装。
4. 急着要交：把草稿拿到另一台电脑上填（见“使用手册”的“换一台电脑”）。

技术原因（告诉管理员）：%v`
)
