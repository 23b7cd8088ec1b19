//go:build !headless

package app

import (
	"fmt"
	"os"

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
		zenity.Error(words, zenity.Title(title)) // MessageBox on Windows; nothing where there is no such tool
	}
	return exitNoWindow
}

// showCrash tells the user, by the system's own message box, that the program ends:
// the window may be the reason.
func showCrash(title, words string) { zenity.Error(words, zenity.Title(title)) }
