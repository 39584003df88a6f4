//go:build cgo && !ci

package ui

import (
	"errors"
	"fmt"

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
		words = fmt.Sprintf(messageNoOpenGL, display.Cause)
	}
	text, err := windows.UTF16PtrFromString(words)
	if err != nil {
		return
	}
	title, err := windows.UTF16PtrFromString(messageTitle)
	if err != nil {
		return
	}
	// The answer would be which button was pressed; there is one.
	_, _ = windows.MessageBox(0, text, title, windows.MB_OK|windows.MB_ICONWARNING|windows.MB_SETFOREGROUND)
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
