// Nianbao（公开年报） fills in, checks and prints the yearly report on
// government information disclosure, 政府信息公开工作年度报告: without arguments
// in a window, with a command headless.
package main

import (
	"os"

	"nianbao/ui"
)

func main() {
	os.Exit(ui.Main(os.Args[1:]))
}
