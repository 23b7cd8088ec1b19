package export

import (
	"os"
	"path/filepath"
	"sync"
	"time"
)

// temporary is the folder of the files that were made to be printed.
var temporary struct {
	sync.Mutex
	path string
}

const temporaryPattern = "safety365-print-*"

// temporaryFolder returns a new folder for one file, which keeps its name.
func temporaryFolder() (string, error) {
	temporary.Lock()
	defer temporary.Unlock()
	if temporary.path == "" {
		forgotten()
		path, err := os.MkdirTemp("", temporaryPattern)
		if err != nil {
			return "", err
		}
		temporary.path = path
	}
	return os.MkdirTemp(temporary.path, "*")
}

// forgotten removes the folders of programs that could not do so themselves.
func forgotten() {
	old, _ := filepath.Glob(filepath.Join(os.TempDir(), temporaryPattern))
	for _, path := range old {
		if info, err := os.Lstat(path); err == nil && info.IsDir() && time.Since(info.ModTime()) > 48*time.Hour {
			os.RemoveAll(path)
		}
	}
}

// Clean removes what was made to be printed. It is called when the program ends.
func Clean() {
	temporary.Lock()
	defer temporary.Unlock()
	if temporary.path != "" {
		os.RemoveAll(temporary.path) // what a viewer holds open stays on Windows
		temporary.path = ""
	}
}
