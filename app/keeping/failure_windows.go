package keeping

import (
	"errors"

	"golang.org/x/sys/windows"
)

func anyOf(err error, all ...windows.Errno) bool {
	for _, e := range all {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

func isFull(err error) bool {
	return anyOf(err, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED,
		windows.ERROR_FILE_TOO_LARGE)
}

func isReadOnly(err error) bool { return anyOf(err, windows.ERROR_WRITE_PROTECT) }

func isBusy(err error) bool {
	return anyOf(err, windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_USER_MAPPED_FILE)
}

// isNoFolder says whether a drive or a share is away.
func isNoFolder(err error) bool {
	return anyOf(err, windows.ERROR_NOT_READY, windows.ERROR_BAD_NETPATH, windows.ERROR_BAD_NET_NAME,
		windows.ERROR_NETNAME_DELETED, windows.ERROR_UNEXP_NET_ERR, windows.ERROR_NETWORK_UNREACHABLE,
		windows.ERROR_DEV_NOT_EXIST, windows.ERROR_INVALID_DRIVE, windows.ERROR_DIRECTORY)
}

func isBadName(err error) bool {
	return anyOf(err, windows.ERROR_INVALID_NAME, windows.ERROR_FILENAME_EXCED_RANGE, windows.ERROR_BAD_PATHNAME)
}
