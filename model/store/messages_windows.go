package store

import "golang.org/x/sys/windows"

const messageBusy = "草稿文件正被其他程序占用（如杀毒或备份软件）。请稍候再试。"

// systemMessages are the causes that only this system names.
var systemMessages = []struct {
	cause error
	text  string
}{
	{windows.ERROR_DISK_FULL, messageSpace},
	{windows.ERROR_HANDLE_DISK_FULL, messageSpace},
	{windows.ERROR_WRITE_PROTECT, messageReadOnly},
	{windows.ERROR_CRC, messageDisk},
	{windows.ERROR_IO_DEVICE, messageDisk},
	{windows.ERROR_NOT_READY, messageNoFolder},
	{windows.ERROR_SHARING_VIOLATION, messageBusy},
	{windows.ERROR_LOCK_VIOLATION, messageBusy},
}
