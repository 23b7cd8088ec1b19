//go:build unix

package keeping

import (
	"errors"
	"syscall"
)

// isFull says whether there was no room: on the disk, in the quota, or in what a
// process or file system allows a file to be.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

func isBusy(err error) bool { return errors.Is(err, syscall.ETXTBSY) || errors.Is(err, syscall.EBUSY) }

// isNoFolder says whether something on the way is no folder, or a network drive is
// away.
func isNoFolder(err error) bool {
	for _, e := range []error{syscall.ENOTDIR, syscall.ESTALE, syscall.EHOSTDOWN, syscall.ENOTCONN, syscall.ENODEV, syscall.ENXIO} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

func isBadName(err error) bool {
	return errors.Is(err, syscall.ENAMETOOLONG) || errors.Is(err, syscall.EILSEQ) || errors.Is(err, syscall.EINVAL)
}
