package ui

// What is said where there is no window to say it. Each program has a use for some of it.
const (
	messageTitle      = "公开年报"
	messageNoWindow   = "这个程序文件只有命令行，没有窗口。请打开带窗口的程序，或运行“nianbao help”看有哪些命令。"
	messageIncomplete = "程序文件不完整，请重新安装。"
	messageNoOpenGL   = `打不开窗口：这台电脑的显卡驱动画不出窗口，兼容方式（Direct3D）也没有成功。草稿都在，没有动过。

请依次试：
1. 更新显卡驱动：右键“开始”→“设备管理器”→“显示适配器”，右键显卡→“更新驱动程序”，重新启动电脑。
2. 如果是远程桌面或虚拟机，请到电脑本机上打开。
3. 如果装过 360 等安全软件，看看“隔离区”里有没有本程序的文件；恢复后加入信任名单，或者重新安装。
4. 急着要交：把草稿拿到另一台电脑上填（见“使用手册”的“换一台电脑”）。

技术原因（告诉管理员）：%v`
)
