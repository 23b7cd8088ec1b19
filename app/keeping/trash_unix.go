//go:build unix && !darwin

package keeping

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// trash moves a file as the trash specification of freedesktop.org has it: to the
// user's own trash, or, from another disk, to one at the top of that disk.
func trash(path string, info fs.FileInfo) error {
	home, err := homeTrash()
	if err == nil && device(filepath.Dir(home.folder)) == deviceOf(info) {
		if err = home.take(path); err == nil || !errors.Is(err, syscall.EXDEV) {
			return err
		}
	}
	top, topErr := topTrash(path, info)
	if topErr != nil {
		return errors.Join(err, topErr)
	}
	return top.take(path)
}

// can is a trash can: a folder with the files and one with what is known of each.
type can struct {
	folder string
	root   string // paths are told from there, or absolute if it is ""
}

func homeTrash() (can, error) {
	data := os.Getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(data) {
		home, err := os.UserHomeDir()
		if err != nil {
			return can{}, err
		}
		data = filepath.Join(home, ".local", "share")
	}
	c := can{folder: filepath.Join(data, "Trash")}
	return c, c.make()
}

// topTrash finds the trash can of a disk: .Trash/UID if an administrator made .Trash,
// which must be nobody's link and not let others remove what is not theirs; otherwise
// .Trash-UID.
func topTrash(path string, info fs.FileInfo) (can, error) {
	root := filepath.Dir(path)
	for parent := filepath.Dir(root); parent != root && device(parent) == deviceOf(info); parent = filepath.Dir(root) {
		root = parent
	}
	if device(root) != deviceOf(info) {
		return can{}, syscall.EXDEV // the file itself is a mount
	}
	uid := fmt.Sprint(os.Getuid())
	shared := filepath.Join(root, ".Trash")
	if at, err := os.Lstat(shared); err == nil && at.IsDir() && at.Mode()&fs.ModeSticky != 0 {
		if c := (can{filepath.Join(shared, uid), root}); c.make() == nil {
			return c, nil
		}
	}
	c := can{filepath.Join(root, ".Trash-"+uid), root}
	return c, c.make()
}

func (c can) make() error {
	for _, name := range []string{"files", "info"} {
		if err := os.MkdirAll(filepath.Join(c.folder, name), 0o700); err != nil {
			return err
		}
	}
	if at, err := os.Lstat(c.folder); err != nil || !at.IsDir() { // not a link to elsewhere
		return errors.Join(err, syscall.ENOTDIR)
	}
	return nil
}

// take moves a file in. The note about it is made first: it reserves the name.
func (c can) take(path string) error {
	from := path
	if c.root != "" {
		rel, err := filepath.Rel(c.root, path)
		if err != nil {
			return err
		}
		from = rel
	}
	note := fmt.Sprintf("[Trash Info]\nPath=%s\nDeletionDate=%s\n",
		(&url.URL{Path: from}).EscapedPath(), time.Now().Format("2006-01-02T15:04:05"))
	note = strings.Replace(note, "Path=./", "Path=", 1)
	base := filepath.Base(path)
	for n := 1; n < 10_000; n++ {
		name := numberedName(base, n)
		info := filepath.Join(c.folder, "info", name+".trashinfo")
		f, err := os.OpenFile(info, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return err
		}
		_, err = f.WriteString(note)
		if err = errors.Join(err, f.Close()); err == nil {
			to := filepath.Join(c.folder, "files", name)
			if _, there := os.Lstat(to); there == nil {
				os.Remove(info) // left without a note
				continue
			}
			err = os.Rename(path, to)
		}
		if err != nil {
			os.Remove(info)
		}
		return err
	}
	return fs.ErrExist
}

func device(path string) uint64 {
	var s unix.Stat_t
	if unix.Stat(path, &s) != nil {
		return 0
	}
	return uint64(s.Dev)
}

func deviceOf(info fs.FileInfo) uint64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(s.Dev)
	}
	return 0
}
