package keeping

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Trash moves a file or folder to the bin of the system, from which its user can take
// it back. Nothing is ever deleted: if there is no bin that would take it, it stays,
// and the error has the code trash-failed.
func Trash(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fileFailure(path, err)
	}
	// Links in the folder's path are followed, one that is meant itself is not.
	if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(folder, filepath.Base(path))
	}
	info, err := os.Lstat(path)
	if err != nil {
		return readFailure(path, err)
	}
	if err := trash(path, info); err != nil {
		if errors.Is(err, os.ErrPermission) || isReadOnly(err) {
			return fileFailure(path, err)
		}
		return fail("trash-failed", err, "name", filepath.Base(path), "reason", reason(err))
	}
	return nil
}

// numberedName is the n-th name for a file of which there are several in the bin.
func numberedName(base string, n int) string {
	if n == 1 {
		return base
	}
	ext := filepath.Ext(base)
	return strings.TrimSuffix(base, ext) + "." + strconv.Itoa(n) + ext
}
