package keeping

import (
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Write gives a file its content, as Replace does.
func Write(path string, data []byte) error {
	return Replace(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// Replace writes a file by way of a temporary one beside it, which is synced and
// renamed when write is done. Whatever fails, an older file stays as it was and the
// temporary one is removed. The mode and, where we may, the owner of the older file
// are kept; what a link points to is replaced, not the link.
func Replace(path string, write func(io.Writer) error) error {
	target, old, err := target(path)
	if err != nil {
		return err
	}
	if old != nil && !old.Mode().IsRegular() {
		return writeThrough(target, write) // a device cannot be renamed onto
	}
	temp, err := createBeside(target, old)
	if err != nil {
		return err
	}
	name, done := temp.Name(), false
	defer func() { // after a panic in write, too
		if !done {
			temp.Close()
			os.Remove(name)
		}
	}()
	note := own.begin(target, temp)
	err = write(note)
	if err == nil {
		err = temp.Sync()
	}
	sweep(filepath.Dir(target), temp)
	err = errors.Join(err, temp.Close())
	if err == nil {
		note.announce()
		err = rename(name, target)
	}
	if err != nil {
		note.withdraw()
		return renamed(err, name, path)
	}
	done = true
	note.settle()
	syncFolder(filepath.Dir(target))
	return nil
}

// target follows the links of a path, to a file that need not exist.
func target(path string) (string, fs.FileInfo, error) {
	at := path
	for range 40 {
		info, err := os.Lstat(at)
		if errors.Is(err, fs.ErrNotExist) {
			return at, nil, nil // or the folder is missing, which we shall see
		}
		if err != nil {
			return "", nil, err
		}
		switch {
		case info.IsDir():
			return "", nil, &fs.PathError{Op: "write", Path: path, Err: errFolder}
		case info.Mode()&fs.ModeSymlink == 0:
			return at, info, nil
		}
		link, err := os.Readlink(at)
		if err != nil {
			return "", nil, err
		}
		if !filepath.IsAbs(link) {
			// Names are joined as the system does: .. is the parent of the real folder.
			folder, err := filepath.EvalSymlinks(filepath.Dir(at))
			if err != nil {
				return "", nil, err
			}
			link = filepath.Join(folder, link)
		}
		at = link
	}
	return "", nil, &fs.PathError{Op: "write", Path: path, Err: errors.New("too many links")}
}

var errFolder = errors.New("is a folder")

// writeThrough writes to something that is no regular file.
func writeThrough(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// tempSuffix ends the names of temporary files, so that nobody else's are taken for
// ours.
const tempSuffix = ".safety365.tmp"

// isTemp says whether a name is that of a temporary file of ours.
func isTemp(name string) bool {
	return strings.HasPrefix(name, ".") && strings.HasSuffix(name, tempSuffix)
}

// createBeside creates a file with a name of its own in the folder of path. Unlike
// that of os.CreateTemp its mode follows the umask, as that of any file, or is that
// of the older one.
func createBeside(path string, old fs.FileInfo) (*os.File, error) {
	mode := fs.FileMode(0o666)
	if old != nil {
		mode = old.Mode().Perm() | 0o200
	}
	folder, base := filepath.Split(path)
	if len(base) > 100 { // a name has at most 255 bytes
		base = strings.ToValidUTF8(base[:100], "")
	}
	for {
		name := filepath.Join(folder, "."+base+"."+strconv.FormatUint(rand.Uint64(), 36)+tempSuffix)
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, renamed(err, name, path)
		}
		if old != nil {
			keepOwner(f, old)
			f.Chmod(old.Mode().Perm()) // as far as the system lets us
		}
		return f, nil
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

// swept are the folders that were tidied since the program started.
var swept sync.Map

// sweep removes temporary files that a killed program left in a folder. Their age is
// taken against fresh, a file just written there, so that no clock of ours matters.
func sweep(folder string, fresh *os.File) {
	if _, done := swept.LoadOrStore(folder, true); done {
		return
	}
	now, err := fresh.Stat()
	if err != nil {
		return
	}
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if !isTemp(e.Name()) {
			continue
		}
		if info, err := e.Info(); err == nil && now.ModTime().Sub(info.ModTime()) > time.Hour {
			os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}
