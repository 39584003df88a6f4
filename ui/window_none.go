//go:build !cgo || ci

package ui

import (
	"fmt"
	"os"
)

// openWindow: a program built without cgo has no window; its command line is
// complete.
func openWindow(_, _ string) int {
	fmt.Fprintln(os.Stderr, "这个程序文件只有命令行，没有窗口。请打开带窗口的程序，或运行“nianbao help”看有哪些命令。")
	return 2
}
