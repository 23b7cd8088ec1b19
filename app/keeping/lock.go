package keeping

import (
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// lockBriefly waits for a lock on something that this user's processes work on in
// turn. Their files stay, for want of a moment at which nobody may be waiting.
func lockBriefly(name string) (unlock func(), err error) {
	folder, err := stateFolder(locksFolder)
	if err != nil {
		return nil, err
	}
	lock := flock.New(filepath.Join(folder, name+lockSuffix))
	deadline := time.Now().Add(5 * time.Second)
	for {
		ok, err := lock.TryLock()
		switch {
		case ok:
			return func() { lock.Unlock() }, nil
		case err != nil || time.Now().After(deadline):
			// A file system without locks, or a process that hangs: going on is the
			// smaller harm, for files are replaced as wholes.
			return func() {}, nil
		}
		time.Sleep(2 * time.Millisecond)
	}
}
