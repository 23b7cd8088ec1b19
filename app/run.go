//go:build !headless

package app

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"safety365/app/ime"
	"safety365/app/window"
	"safety365/assets"
)

// ID is the program's name to the system.
const ID = "org.safety365.app"

// Opens says whether the program's arguments ask for the window: none do, and so do
// documents, Word files and the like, and folders that a file manager hands over.
func Opens(args []string) bool {
	for _, a := range args {
		info, err := os.Stat(a)
		if err != nil || !info.IsDir() && !window.Opens(a) {
			return false
		}
		// A folder in the working folder may bear the name of a command.
		if info.IsDir() && !strings.ContainsRune(a, filepath.Separator) {
			return false
		}
	}
	return true
}

// Run opens the window on documents or a folder and returns the program's exit code.
func Run(args []string) int {
	if why := noDisplay(); why {
		return graphicsFailed("display")
	}
	log.SetOutput(&driverLog{out: os.Stderr})
	if window.HandedOver(args) {
		return 0
	}
	ime.Prepare()
	fyneapp.SetMetadata(fyne.AppMetadata{ID: ID, Name: "Safety 365", Version: assets.Version, Build: 1,
		Migrations: map[string]bool{"fyneDo": true}})
	a := fyneapp.NewWithID(ID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	window.Run(a, args, messageBox)
	return 0
}

// noDisplay says whether there is no screen to open a window on.
func noDisplay() bool {
	return runtime.GOOS != "windows" && runtime.GOOS != "darwin" &&
		os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == ""
}

// driverLog passes on what Fyne logs. Fyne has no other way to say that the window
// could not be made, and would then end without a word to the user.
type driverLog struct{ out *os.File }

// driverFailures are the words with which Fyne says that there will be no window
// (v2.8.1: internal/driver/glfw, internal/painter/gl).
var driverFailures = []string{"window creation error", "failed to initialise GLFW", "failed to initialise OpenGL"}

func (l *driverLog) Write(b []byte) (int, error) {
	for _, words := range driverFailures {
		if strings.Contains(string(b), words) {
			fmt.Fprint(l.out, string(b))
			os.Exit(graphicsFailed("graphics"))
		}
	}
	return l.out.Write(b)
}
