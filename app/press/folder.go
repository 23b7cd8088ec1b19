package press

import (
	"os"

	"safety365/bulletins"
)

// Current says whether an open folder is the one that a path leads to now: a network
// drive that was away is another one when it is back. One that is away is still the
// last that we had.
func Current(folder *bulletins.Folder, dir string) bool {
	now, err := os.Stat(dir)
	if err != nil {
		return folder != nil
	}
	if folder == nil {
		return false
	}
	then, err := folder.Stat(".")
	return err == nil && os.SameFile(then, now)
}
