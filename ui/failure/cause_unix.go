//go:build !windows

package failure

import "syscall"

// systemCauses are the numbers of Unix.
var systemCauses = []systemCause{
	{syscall.ENOSPC, space},
	{syscall.EDQUOT, quota},
	{syscall.EFBIG, large},
	{syscall.EROFS, readOnly},
	{syscall.EACCES, access},
	{syscall.EPERM, access},
	{syscall.ENOENT, missing},
	{syscall.ENOTDIR, notFolder},
	{syscall.EISDIR, folder},
	{syscall.ENAMETOOLONG, name},
	{syscall.EILSEQ, name}, // a name that a FAT stick cannot hold
	{syscall.EINVAL, name}, // the same, by older kernels
	{syscall.EBUSY, busy},
	{syscall.ETXTBSY, busy},
	{syscall.EAGAIN, busy},
	{syscall.EIO, disk},
	{syscall.EUCLEAN, disk}, // the file system is damaged
	{syscall.ENODEV, gone},
	{syscall.ENXIO, gone},
	{syscall.ESTALE, gone},
	{syscall.ENOTCONN, gone},
	{syscall.EHOSTDOWN, gone},
	{syscall.EHOSTUNREACH, gone},
	{syscall.ENETDOWN, gone},
	{syscall.ENETUNREACH, gone},
	{syscall.ETIMEDOUT, gone},
	{syscall.ELOOP, circle},
	{syscall.EMFILE, crowded},
	{syscall.ENFILE, crowded},
	{syscall.ENOMEM, memory},
}
