package keeping

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	shell32             = windows.NewLazySystemDLL("shell32.dll")
	procSHFileOperation = shell32.NewProc("SHFileOperationW")
	procSHQueryBin      = shell32.NewProc("SHQueryRecycleBinW")
)

const (
	foDelete = 3

	fofSilent         = 0x0004
	fofNoConfirmation = 0x0010
	fofAllowUndo      = 0x0040
	fofNoErrorUI      = 0x0400
	fofWantNukeWarn   = 0x4000 // Windows asks if the bin would not take it
)

type shFileOp struct {
	window      uintptr
	what        uint32
	from, to    *uint16
	flags       uint16
	aborted     int32
	names       uintptr
	progressing *uint16
}

type shQueryBin struct {
	size        uint32
	bytes, many int64
}

// trash lets the shell move a file to the recycle bin. Where a drive has none the
// shell would delete it for good, so it is not asked.
func trash(path string, _ fs.FileInfo) error {
	if driveType(path) == windows.DRIVE_REMOTE || !hasBin(path) {
		return windows.ERROR_NOT_SUPPORTED
	}
	from, err := windows.UTF16FromString(path)
	if err != nil {
		return err
	}
	from = append(from, 0) // a list, ended by an empty name
	op := shFileOp{what: foDelete, from: &from[0],
		flags: fofAllowUndo | fofNoConfirmation | fofSilent | fofNoErrorUI | fofWantNukeWarn}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	code, _, _ := procSHFileOperation.Call(uintptr(unsafe.Pointer(&op)))
	runtime.KeepAlive(from)
	if _, err := os.Lstat(path); err != nil {
		return nil
	}
	if code == 0 {
		return errors.New("declined")
	}
	return windows.Errno(code)
}

// hasBin says whether a path's drive has a recycle bin.
func hasBin(path string) bool {
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(path) + `\`)
	if err != nil {
		return false
	}
	q := shQueryBin{}
	q.size = uint32(unsafe.Sizeof(q))
	code, _, _ := procSHQueryBin.Call(uintptr(unsafe.Pointer(root)), uintptr(unsafe.Pointer(&q)))
	return code == 0
}
