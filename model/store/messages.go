package store

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	bolterrors "go.etcd.io/bbolt/errors"
)

// Explain says in Chinese what an error of this package means for the user and
// what to do.
func Explain(err error) string {
	var used *InUseError
	if errors.As(err, &used) {
		if used.PID == 0 {
			return messageInUse
		}
		return fmt.Sprintf(messageInUseBy, used.PID, used.Since.Local().Format("15:04"))
	}
	for _, m := range messages {
		if errors.Is(err, m.cause) {
			return m.text
		}
	}
	// bbolt wraps the errors of growing and syncing its file as mere text, so
	// that the text of the system's error is all there is to know them by.
	for _, m := range messages {
		var cause syscall.Errno
		if errors.As(m.cause, &cause) && strings.Contains(err.Error(), cause.Error()) {
			return m.text
		}
	}
	return fmt.Sprintf(messageOther, err)
}

const (
	messageInUse    = "程序已经打开。请切换到已打开的窗口；如果看不到窗口，请在任务管理器中结束“公开年报”后重试。"
	messageInUseBy  = "程序已经打开（进程 %d，%s 打开）。请切换到已打开的窗口；如果看不到窗口，请在任务管理器中结束它后重试。"
	messageOther    = "草稿库出错，没有做成：%v。请重新打开程序再试；还不行请把这句话告诉管理员。"
	messageSpace    = "磁盘空间不足，本次修改还没有存到磁盘。请清理磁盘（至少 200 MB）后重试。"
	messageAccess   = "没有写入草稿文件夹的权限（可能被安全软件拦截）。请把本程序加入信任名单，或联系管理员。"
	messageReadOnly = "磁盘处于只读状态，不能保存。请换一个可写的位置，或联系管理员。"
	messageDisk     = "磁盘读写出错，磁盘可能有故障，不能确认本次修改是否存入。请尽快用“导出”另存一份。"
	messageNoFolder = "找不到草稿文件夹（磁盘没有连接？）。请接好磁盘后重试。"
)

// messages are tried in order: the store's own errors, bbolt's, the system's.
var messages = append([]struct {
	cause error
	text  string
}{
	{ErrNotFound, "找不到这份草稿，它可能已经移到回收站。请回到草稿列表再看。"},
	{ErrEmptied, "草稿库文件是空的（0 字节），可能被别的程序清空。程序没有动它，也没有新建空库。请先找备份，或联系管理员。"},
	{ErrNewer, "草稿库由更新版本的程序写成。请升级本程序；为防止损坏，没有打开它。"},
	{ErrDamaged, "草稿库文件已损坏，程序没有改动它。请先把整个草稿文件夹复制一份留存，再联系管理员。"},
	{ErrNoPlace, "不知道草稿该放在哪里（没有用户文件夹）。请指定一个文件夹，例如在命令后加上 --data 文件夹。"},
	{ErrTooLarge, "这份报告超过 4 MB，不能作为草稿保存。请核对正文是不是粘贴错了。"},
	{bolterrors.ErrMaxSizeReached, "草稿库已达到容量上限（2 GB）。请联系管理员清理。"},
	{bolterrors.ErrInvalidMapping, messageDisk},
	{syscall.ENOSPC, messageSpace},
	{syscall.EROFS, messageReadOnly},
	{syscall.EIO, messageDisk},
	{fs.ErrPermission, messageAccess},
	{fs.ErrNotExist, messageNoFolder},
}, systemMessages...)
