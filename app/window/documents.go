package window

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"safety365/app/keeping"
	"safety365/app/library"
	"safety365/app/library/shelf"
	"safety365/app/manuscript"
	"safety365/app/ui"
	"safety365/bulletins/word"
)

// openFile asks for a document and opens it.
func (w *Window) openFile() {
	w.ask(asking{title: "ask-document", patterns: slices.Concat(documentPatterns, foreignPatterns)}, w.openAny)
}

// openFolder asks for a folder and lists its documents.
func (w *Window) openFolder() {
	w.ask(asking{title: "ask-folder"}, w.enterFolder)
}

// Opens says whether a file is a document, or one of which the window makes one.
func Opens(path string) bool {
	return strings.EqualFold(filepath.Ext(path), shelf.Extension) || isForeign(path)
}

// openAny opens a document, or takes a file in that is none.
func (w *Window) openAny(path string) {
	switch {
	case word.IsName(path) && w.desk != nil:
		w.askWord(path)
	case isForeign(path):
		w.takeFile(path)
	default:
		w.openPath(path)
	}
}

// openPath opens a document and says whether that could be done.
func (w *Window) openPath(path string) bool { return w.openRecovered(path, nil) }

// openRecovered opens a document with the text that a lost process left of it.
func (w *Window) openRecovered(path string, recovered *keeping.Recovery) bool {
	if info, err := os.Stat(path); err != nil {
		w.failed(err)
		return false
	} else if info.IsDir() {
		w.enterFolder(path)
		return true
	}
	// What is open stays open if this is no document.
	var file *keeping.File
	if w.desks[path] == nil {
		var err error
		if file, err = keeping.Read(path); err != nil {
			w.failed(err)
			return false
		}
	}
	if !w.takeFolder(filepath.Dir(path)) {
		return false
	}
	d := w.desks[path]
	if d == nil {
		var err error
		if d, err = w.newDesk(file, recovered); err != nil {
			w.failed(err)
			if w.desk == nil && w.start == nil {
				w.show(nil)
			}
			return false
		}
		w.desks[path] = d
	}
	w.prefs.remember(library.Recent{Path: path, Title: d.text.Document().Meta.Text("title")})
	w.show(d)
	return true
}

// openAt opens a document and selects a place in it.
func (w *Window) openAt(path string, offset, length int) {
	if !w.openPath(path) {
		return
	}
	w.desk.editor.Reveal(offset)
	w.desk.text.Select(manuscript.Selection{Anchor: offset, Caret: offset + length})
}

// closeDocument goes back to the start page.
func (w *Window) closeDocument() {
	d := w.desk
	if d == nil || !d.leave() {
		return
	}
	w.show(nil)
	d.close()
	delete(w.desks, d.path)
}

// searchFolder puts the caret into the search box of the list.
func (w *Window) searchFolder() {
	w.frame.showTab(documentsTab)
	w.list.FocusSearch()
}

// dropped takes files that were dropped on the window: documents are opened, a folder
// is entered, what is foreign is taken in, pictures go into the text.
func (w *Window) dropped(at fyne.Position, uris []fyne.URI) {
	var pictures, foreign []string
	unfit, covered := "", ui.Covered()
	for _, u := range uris {
		if u.Scheme() != "file" {
			continue
		}
		path := u.Path()
		info, err := os.Stat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case covered: // when that is closed
			w.waiting = append(w.waiting, path)
		case err == nil && info.IsDir():
			w.enterFolder(path)
		case isForeign(path), w.isStray(path):
			foreign = append(foreign, path)
		case isDocument(path):
			w.openPath(path)
		case matches(picturePatterns, path):
			pictures = append(pictures, path)
		default:
			unfit = path
		}
	}
	switch {
	case len(pictures) > 0 && w.desk != nil:
		w.desk.editor.Drop(pictures, at)
	case len(pictures) > 0:
		w.tell(ui.Say("drop-picture"))
	case unfit != "":
		w.tell(ui.Say("drop-unfit", "name", filepath.Base(unfit)))
	}
	if len(foreign) == 1 && isForeign(foreign[0]) {
		w.openAny(foreign[0])
	} else if len(foreign) > 0 { // one after the other; which of them were copies of a document nobody can say
		w.waiting = append(w.waiting, foreign...)
		w.takeNext()
	}
}

// matches says whether a file's name is as one of some patterns.
func matches(patterns []string, path string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		return strings.EqualFold(filepath.Ext(path), filepath.Ext(p))
	})
}

func isDocument(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md", ".markdown", ".txt":
		return true
	}
	return false
}
