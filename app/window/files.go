package window

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/ncruces/zenity"

	"safety365/app/ui"
)

// asking says what a file dialog is for.
type asking struct {
	title    string   // a label
	patterns []string // of names, as "*.md"; none for a folder
	start    string   // the folder to begin in
	save     string   // the name proposed for a file to be written; "": one to be read
}

// Patterns of what can be chosen.
var (
	documentPatterns = []string{"*.md", "*.markdown", "*.txt"}
	foreignPatterns  = []string{"*.docx", "*.doc", "*.wps", "*.html", "*.htm", "*.csv", "*.xlsx"}
	picturePatterns  = []string{"*.png", "*.jpg", "*.jpeg", "*.webp", "*.bmp"}
)

// nativeDialogs says whether the system has dialogs of its own for us: Windows and
// macOS do, elsewhere a program must be there that shows them. Where none is, Fyne's
// are shown.
var nativeDialogs = func() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	for _, tool := range []string{"zenity", "kdialog", "qarma", "matedialog"} {
		if _, err := exec.LookPath(tool); err == nil {
			return true
		}
	}
	return false
}

// ask opens a file dialog; then is given the path, if the user chose one.
func (w *Window) ask(a asking, then func(path string)) {
	if a.start == "" {
		a.start = w.folder
	}
	if a.start == "" {
		a.start = homeFolder()
	}
	if !nativeDialogs() {
		w.askFyne(a, then)
		return
	}
	ui.Go(func() {
		path, err := askNative(a)
		ui.Do(func() {
			switch {
			case errors.Is(err, zenity.ErrCanceled):
			case err != nil:
				w.askFyne(a, then)
			case path != "":
				then(path)
			}
		})
	})
}

func askNative(a asking) (string, error) {
	options := []zenity.Option{zenity.Title(ui.Say(a.title))}
	switch {
	case len(a.patterns) == 0:
		return zenity.SelectFile(append(options, zenity.Directory(), zenity.Filename(a.start+string(filepath.Separator)))...)
	case a.save != "":
		return zenity.SelectFileSave(append(options, zenity.ConfirmOverwrite(), zenity.Filename(filepath.Join(a.start, a.save)))...)
	}
	// Patterns are changed there, for case.
	filter := zenity.FileFilter{Name: ui.Say(a.title), Patterns: slices.Clone(a.patterns), CaseFold: true}
	return zenity.SelectFile(append(options, filter, zenity.Filename(a.start+string(filepath.Separator)))...)
}

// askFyne shows Fyne's own dialog in the window.
func (w *Window) askFyne(a asking, then func(path string)) {
	var d *dialog.FileDialog
	switch {
	case len(a.patterns) == 0:
		d = dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
			if u != nil {
				then(u.Path())
			}
		}, w.win)
	case a.save != "":
		d = dialog.NewFileSave(func(c fyne.URIWriteCloser, err error) {
			if c != nil {
				c.Close()
				then(c.URI().Path())
			}
		}, w.win)
		d.SetFileName(a.save)
	default:
		d = dialog.NewFileOpen(func(c fyne.URIReadCloser, err error) {
			if c != nil {
				c.Close()
				then(c.URI().Path())
			}
		}, w.win)
		var extensions []string
		for _, p := range a.patterns {
			extensions = append(extensions, filepath.Ext(p))
		}
		d.SetFilter(storage.NewExtensionFileFilter(extensions))
	}
	if info, err := os.Stat(a.start); err == nil && info.IsDir() {
		if u, err := storage.ListerForURI(storage.NewFileURI(a.start)); err == nil {
			d.SetLocation(u)
		}
	}
	ui.Open(d)
	// Fyne's file dialog cannot be given a size before it is shown.
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(900, size.Width-40), min(600, size.Height-60)))
}

// pickPicture asks for a picture to put into the text.
func (w *Window) pickPicture(picked func(file string)) {
	w.ask(asking{title: "ask-picture", patterns: picturePatterns}, picked)
}
