//go:build !headless

package app

import (
	"errors"
	"fmt"
	"os"
	"os/exec"

	"github.com/ncruces/zenity"

	"safety365/assets"
)

// exitNoWindow is the exit code of a program that could not open its window.
const exitNoWindow = 4

// graphicsFailed says, in Chinese and in English, that there can be no window and what
// helps: nobody knows which language the person at this computer reads, and the window
// that could ask them does not open. What is "display" (there is no screen) or
// "graphics" (no OpenGL).
func graphicsFailed(what string) int {
	title := assets.Label("zh-Hans", "graphics-title") + " / " + assets.Label("en", "graphics-title")
	words := assets.Label("zh-Hans", "graphics-"+what) + "\n\n" + assets.Label("en", "graphics-"+what)
	fmt.Fprintf(os.Stderr, "%s\n\n%s\n", title, words)
	if what != "display" {
		messageBox(title, words)
	}
	return exitNoWindow
}

// messageBox shows words by the system's own means: MessageBox on Windows, a program
// elsewhere if there is one. Debian's zenity refuses the order of arguments in which
// the library asks it, so it is asked once more.
func messageBox(title, words string) {
	if err := zenity.Error(words, zenity.Title(title)); err != nil && !errors.Is(err, zenity.ErrCanceled) {
		exec.Command("zenity", "--error", "--no-markup", "--title", title, "--text", words).Run()
	}
}
