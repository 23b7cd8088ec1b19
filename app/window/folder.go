package window

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"safety365/app/keeping"
	"safety365/app/library"
	"safety365/app/library/shelf"
	"safety365/app/ui"
)

// homeFolder is where new documents go while no folder is open: a folder of ours in
// the user's documents.
func homeFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	documents := filepath.Join(home, "Documents")
	if info, err := os.Stat(documents); err != nil || !info.IsDir() {
		documents = home
	}
	return filepath.Join(documents, ui.Say("home-folder"))
}

// enterFolder lists the documents of a folder. A folder that another window of the
// program has open is that window's: it is asked to come to the front.
func (w *Window) enterFolder(dir string) {
	if !w.takeFolder(dir) {
		return
	}
	w.prefs.remember(library.Recent{Path: dir, Title: filepath.Base(dir), Folder: true})
	if w.desk != nil {
		return
	}
	if path := newest(dir); path != "" {
		w.openPath(path)
	}
	if w.desk == nil {
		w.newDocument()
	}
}

// newest is the document of a folder that was changed last, or "".
func newest(dir string) (path string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return ""
	}
	var when time.Time
	for _, e := range entries {
		if !shelf.IsDocument(e.Name()) {
			continue
		}
		info, err := e.Info()
		if err == nil && info.Mode().IsRegular() && (path == "" || info.ModTime().After(when)) {
			path, when = filepath.Join(dir, e.Name()), info.ModTime()
		}
	}
	return path
}

// takeFolder makes a folder the one whose documents are listed, and says whether that
// could be done.
func (w *Window) takeFolder(dir string) bool {
	if dir == w.folder {
		return true
	}
	claim, err := keeping.ClaimFolder(dir, func(paths []string) {
		ui.Do(func() {
			for _, p := range paths {
				w.openAny(p)
			}
			w.win.Show() // it may be an icon
			w.win.RequestFocus()
		})
	})
	if err != nil {
		w.failed(err)
		return false
	}
	for _, d := range w.desks {
		if !d.leave() {
			claim.Close()
			return false
		}
	}
	w.leaveFolder()
	w.folder, w.claim = dir, claim
	w.watcher = keeping.Watch(dir, func(paths []string) { ui.Do(func() { w.changedOutside(paths) }) })
	w.list.SetFolder(dir)
	w.ownStyles = nil
	w.findStyles()
	return true
}

// leaveFolder lets go of the folder and of all that is open in it.
func (w *Window) leaveFolder() {
	for path, d := range w.desks {
		d.close()
		delete(w.desks, path)
	}
	w.desk = nil
	if w.watcher != nil {
		w.watcher.Close()
		w.watcher = nil
	}
	if w.claim != nil {
		w.claim.Close()
		w.claim = nil
	}
	w.folder = ""
}

// changedOutside takes in what other programs did to files of the folder.
func (w *Window) changedOutside(paths []string) {
	w.list.Rescan(paths...)
	if len(paths) == 0 || slices.ContainsFunc(paths, func(p string) bool { return filepath.Ext(p) == ".yaml" }) {
		w.findStyles()
	}
	for _, d := range w.desks {
		d.changedOutside(paths)
	}
}

// HandedOver gives the program's arguments to a window that has their folder open
// already, and says whether there was one.
func HandedOver(args []string) bool {
	if len(args) == 0 {
		return false
	}
	path, err := filepath.Abs(args[0])
	if err != nil {
		return false
	}
	dir, paths := path, []string(nil)
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		dir = filepath.Dir(path)
		for _, a := range args {
			if p, err := filepath.Abs(a); err == nil {
				paths = append(paths, p)
			}
		}
	}
	return keeping.Ask(dir, paths) == nil
}

// modifiers are the keys held down that change others.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
