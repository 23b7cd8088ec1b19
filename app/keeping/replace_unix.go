//go:build unix

package keeping

import (
	"io/fs"
	"os"
	"syscall"
)

func rename(from, to string) error { return os.Rename(from, to) }

// keepOwner gives a file the owner of the older one, if we may.
func keepOwner(f *os.File, old fs.FileInfo) {
	if s, ok := old.Sys().(*syscall.Stat_t); ok && (int(s.Uid) != os.Geteuid() || int(s.Gid) != os.Getegid()) {
		f.Chown(int(s.Uid), int(s.Gid))
	}
}

// syncFolder makes a rename last; where a folder cannot be synced, that is all
// right.
func syncFolder(path string) {
	if f, err := os.Open(path); err == nil {
		f.Sync()
		f.Close()
	}
}
