package export

import (
	"os"
	"path/filepath"

	"safety365/app/ui"
)

// Open opens a file or folder with the program that the system has for it. It
// returns at once; failed, which may be nil, is called on the goroutine that owns the
// widgets if that did not work.
func Open(path string, failed func(error)) { hand(path, failed, openFile) }

// Reveal shows a file in its folder, in the system's file manager.
func Reveal(path string, failed func(error)) { hand(path, failed, revealFile) }

func hand(path string, failed func(error), do func(path string) error) {
	ui.Go(func() {
		path, err := filepath.Abs(path)
		if err == nil {
			_, err = os.Stat(path)
		}
		if err == nil {
			err = do(path)
		}
		if err != nil && failed != nil {
			ui.Do(func() { failed(err) })
		}
	})
}
