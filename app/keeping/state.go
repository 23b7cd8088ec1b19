package keeping

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// StateVariable names an environment variable that holds another state folder, for
// tests and for a program carried on a stick.
const StateVariable = "SAFETY365_STATE"

// The folders of the state folder.
const (
	journalFolder  = "journal"
	versionsFolder = "versions"
	locksFolder    = "locks"
	crashesFolder  = "crashes"
)

// State returns the folder where this package keeps what is no document: not beside
// the documents, so that it serves when theirs is read-only or has vanished. It need
// not exist yet.
func State() string {
	if folder := os.Getenv(StateVariable); folder != "" {
		return folder
	}
	folder, err := os.UserConfigDir()
	if err != nil { // a system account, say
		folder = os.TempDir()
	}
	return filepath.Join(folder, "safety365")
}

// stateFolder returns one of the folders, made if need be. It is for this user alone.
func stateFolder(names ...string) (string, error) {
	folder := filepath.Join(append([]string{State()}, names...)...)
	return folder, os.MkdirAll(folder, 0o700)
}

// keyOf names a file or folder in the state folder: the same for every way to write
// its path.
func keyOf(path string) string {
	path, err := filepath.Abs(path)
	if err == nil {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			path = real
		} else if parent, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
			path = filepath.Join(parent, filepath.Base(path)) // not there yet, or no more
		}
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		path = strings.ToLower(path) // names differ in more than case
	}
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:12])
}
