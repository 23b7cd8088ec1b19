package keeping

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

func isRemote(folder string) bool { return driveType(folder) == windows.DRIVE_REMOTE }

// driveType is the kind of drive that a path is on.
func driveType(path string) uint32 {
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(path) + `\`)
	if err != nil {
		return windows.DRIVE_UNKNOWN
	}
	return windows.GetDriveType(root)
}
