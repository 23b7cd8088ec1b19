package keeping

import (
	"errors"
	"io/fs"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// rename gives a file the place of another. A virus scanner or an indexer often has
// a new file open for a moment, so a refusal is taken for final after a second only.
func rename(from, to string) error {
	pause := 5 * time.Millisecond
	for {
		err := os.Rename(from, to)
		if err == nil || !inUse(err) || pause > time.Second/2 {
			return err
		}
		time.Sleep(pause)
		pause *= 2
	}
}

// inUse says whether an error may be gone in a moment. Windows says "access denied"
// of a file that somebody reads.
func inUse(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION) ||
		errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

func keepOwner(*os.File, fs.FileInfo) {} // the folder's rights are inherited

func syncFolder(string) {} // renames are journalled by NTFS
