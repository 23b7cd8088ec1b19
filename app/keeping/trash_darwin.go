package keeping

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// trash moves a file to the user's trash, or to that of the volume it is on. There it
// has its old name; "put back" works for what the Finder moved only.
func trash(path string, _ fs.FileInfo) error {
	home, err := os.UserHomeDir()
	if err != nil {
		return err
	}
	err = throw(path, filepath.Join(home, ".Trash"))
	if !errors.Is(err, syscall.EXDEV) {
		return err
	}
	rest, ok := strings.CutPrefix(path, "/Volumes/")
	volume, _, _ := strings.Cut(rest, "/")
	if !ok || volume == "" {
		return err
	}
	folder := filepath.Join("/Volumes", volume, ".Trashes", strconv.Itoa(os.Getuid()))
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return throw(path, folder)
}

// throw moves a file into a folder under a name that is free.
func throw(path, folder string) error {
	for n := 1; n < 10_000; n++ {
		to := filepath.Join(folder, numberedName(filepath.Base(path), n))
		err := unix.RenamexNp(path, to, unix.RENAME_EXCL)
		if errors.Is(err, unix.ENOTSUP) { // by file systems of others
			if _, there := os.Lstat(to); there == nil {
				continue
			}
			err = os.Rename(path, to)
		}
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return fs.ErrExist
}
