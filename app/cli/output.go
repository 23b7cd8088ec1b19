package cli

import (
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// replace writes a file by way of a temporary one beside it, which is synced and
// renamed when write is done. Whatever fails, an older file stays as it was and
// the temporary one is removed.
func replace(path string, write func(io.Writer) error) error {
	mode := fs.FileMode(0o666)
	old, err := os.Stat(path)
	if err == nil && old.IsDir() {
		return &fs.PathError{Op: "write", Path: path, Err: errors.New("is a folder")}
	}
	if err == nil && !old.Mode().IsRegular() {
		return writeThrough(path, write) // a device cannot be renamed onto
	}
	if err == nil {
		// What a link points to is replaced, not the link.
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return err
		}
	}
	temp, err := createBeside(path, mode)
	if err != nil {
		return err
	}
	name := temp.Name()
	if old != nil {
		temp.Chmod(old.Mode().Perm()) // as far as the system lets us
	}
	err = protect(func() error { return write(temp) })
	if err == nil {
		err = temp.Sync()
	}
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = os.Rename(name, path)
	}
	if err != nil {
		os.Remove(name)
		return renamed(err, name, path)
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// writeThrough writes to something that is no regular file.
func writeThrough(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// createBeside creates a file with a name of its own in the folder of path. Unlike
// that of os.CreateTemp its mode follows the umask, as that of any output.
func createBeside(path string, mode fs.FileMode) (*os.File, error) {
	folder, base := filepath.Split(path)
	if len(base) > 100 { // a name has at most 255 bytes
		base = strings.ToValidUTF8(base[:100], "")
	}
	for {
		name := filepath.Join(folder, "."+base+"."+strconv.FormatUint(rand.Uint64(), 36)+".tmp")
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) {
			if err != nil {
				err = renamed(err, name, path)
			}
			return f, err
		}
	}
}

// renamed lets an error about the temporary file speak of the output: the other
// name means nothing to anybody.
func renamed(err error, temp, path string) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p) && p.Path == temp:
		return &fs.PathError{Op: p.Op, Path: path, Err: p.Err}
	case errors.As(err, &l):
		return &fs.PathError{Op: l.Op, Path: path, Err: l.Err}
	}
	return err
}

// syncFolder makes a rename last; where a folder cannot be synced, that is all
// right.
func syncFolder(path string) {
	if runtime.GOOS == "windows" {
		return
	}
	if f, err := os.Open(path); err == nil {
		f.Sync()
		f.Close()
	}
}
