package window

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"safety365/app/drafting"
	"safety365/app/keeping"
	"safety365/app/library"
	"safety365/app/library/shelf"
	"safety365/app/manuscript"
	"safety365/app/ui"
	"safety365/bulletins"
)

// openFile asks for a document and opens it.
func (w *Window) openFile() {
	w.ask(asking{title: "ask-document", patterns: documentPatterns}, func(path string) { w.openPath(path) })
}

// openFolder asks for a folder and lists its documents.
func (w *Window) openFolder() {
	w.ask(asking{title: "ask-folder"}, w.enterFolder)
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

// newDocument shows the gallery.
func (w *Window) newDocument() { w.gallery(nil) }

// newFromClipboard makes a document of what the clipboard holds.
func (w *Window) newFromClipboard() {
	if text := w.app.Clipboard().Content(); strings.TrimSpace(text) != "" {
		w.newFromText(text)
		return
	}
	w.tell(ui.Say("clipboard-empty"))
}

// newFromText shows the gallery for a document that begins with a foreign text.
func (w *Window) newFromText(text string) {
	empty := manuscript.New("", "")
	c, _ := drafting.Paste(empty.Document(), manuscript.At(0), text)
	empty.Apply(c)
	w.gallery(empty.Text)
}

// gallery offers kinds and house styles; text is the user's own, if there is one.
func (w *Window) gallery(text func() string) {
	var sheet *ui.Sheet
	var g *library.Gallery
	hide := func() { sheet.Hide() }
	g = library.NewGallery(library.GalleryOptions{
		Lang: w.galleryLanguage(), Text: text, Folder: w.folder, Cancel: hide,
		Create: func(c library.Choice) { hide(); w.create(c.Name, c.Text) },
	})
	sheet = ui.NewSheet(g, w.win.Canvas(), fyne.NewSize(1080, 760))
	sheet.SetOnClosed(func() {
		g.Close()
		w.refocus()
	})
	ui.Open(sheet)
	if f := g.Focused(); f != nil {
		w.win.Canvas().Focus(f)
	}
}

// galleryLanguage is the language that a new document is probably in: that of the one
// before the user.
func (w *Window) galleryLanguage() string {
	if w.desk != nil {
		return w.desk.text.Document().Lang
	}
	return ""
}

// create writes a new document into the folder and opens it.
func (w *Window) create(name, text string) {
	dir := w.folder
	if dir == "" {
		dir = homeFolder()
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		w.failed(err)
		return
	}
	path, err := shelf.Create(dir, name, text)
	if err != nil {
		w.failed(err)
		return
	}
	if w.openPath(path) {
		w.list.Rescan(path)
		w.frame.showTab(fieldsTab)
	}
}

// newFrom is the text of a document as that of a new one.
func newFrom(text string) string { return drafting.NewFrom(text) }

// newFromThis makes a new document of the open one: its text and addressees, without
// its number, dates and reviews.
func (w *Window) newFromThis() {
	stem := strings.TrimSuffix(filepath.Base(w.desk.path), filepath.Ext(w.desk.path))
	w.create(stem, newFrom(w.desk.text.Text()))
}

// renamed follows a document that was given another name in the list.
func (w *Window) renamed(from, to string) {
	d := w.desks[from]
	if d == nil {
		return
	}
	delete(w.desks, from)
	w.desks[to] = d
	d.path = to
	d.text.Rename(filepath.Base(to))
	d.saver.Moved(to)
	if err := keeping.MoveVersions(from, to); err != nil {
		w.failed(err)
	}
	w.prefs.forget(from)
	w.prefs.remember(library.Recent{Path: to})
	w.titled()
	w.list.SetOpen(w.desk.path)
}

// removed closes a document that went to the bin.
func (w *Window) removed(path string) {
	d := w.desks[path]
	w.prefs.forget(path)
	if d == nil {
		return
	}
	delete(w.desks, path)
	if w.desk == d {
		w.show(nil)
	}
	d.saver.Abandon()
	d.close()
}

// saveAs writes the text under another name and goes on there.
func (w *Window) saveAs() {
	d := w.desk
	w.ask(asking{title: "ask-save-as", patterns: documentPatterns, start: filepath.Dir(d.path), save: filepath.Base(d.path)}, func(path string) {
		if filepath.Ext(path) == "" {
			path += ".md"
		}
		w.moveTo(d, path)
	})
}

// moveTo goes on with a document under another name. What stood there is kept as a
// version; the old file stays as it was last written.
func (w *Window) moveTo(d *desk, path string) {
	if other := w.desks[path]; other != nil && other != d {
		other.saver.Abandon()
		other.close()
	}
	dir := filepath.Dir(path)
	d.saver.SaveAs(path)
	if !d.saver.Wait(leaveLimit) || d.saver.Path() != path {
		return // Done has said why
	}
	delete(w.desks, d.path)
	if dir != w.folder {
		d.close()
		w.openPath(path)
		return
	}
	w.desks[path] = d
	d.path = path
	d.text.Rename(filepath.Base(path))
	w.list.Rescan(path)
	w.show(d)
}

// searchFolder puts the caret into the search box of the list.
func (w *Window) searchFolder() {
	w.frame.showTab(documentsTab)
	w.list.FocusSearch()
}

// dropped takes files that were dropped on the window: documents are opened, a folder
// is entered, pictures go into the text.
func (w *Window) dropped(at fyne.Position, uris []fyne.URI) {
	var pictures []string
	for _, u := range uris {
		if u.Scheme() != "file" {
			continue
		}
		path := u.Path()
		info, err := os.Stat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err == nil && info.IsDir():
			w.enterFolder(path)
		case isDocument(path):
			w.openPath(path)
		default:
			pictures = append(pictures, path)
		}
	}
	if len(pictures) > 0 && w.desk != nil {
		w.desk.editor.Drop(pictures, at)
	}
}

func isDocument(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md", ".markdown", ".txt":
		return true
	}
	return false
}

// fixable says whether some problem has a known remedy.
func (w *Window) fixable() bool {
	if w.desk == nil {
		return false
	}
	for _, p := range w.desk.problemsNow() {
		if p.Fix != nil {
			return true
		}
	}
	return false
}

// fixAll mends all that can be mended, in one step that can be undone.
func (w *Window) fixAll() {
	d := w.desk
	if d.sheets.Generation != d.text.Generation() {
		return
	}
	var edits []manuscript.Edit
	end := -1
	for _, p := range d.sheets.Diagnostics {
		if p.Fix != nil && p.Fix.Range.Start > end {
			edits = append(edits, manuscript.Edit{Range: p.Fix.Range, Text: p.Fix.Text})
			end = p.Fix.Range.End
		}
	}
	d.text.Apply(manuscript.Change{Edits: edits, After: d.text.Selection()})
}

// nextProblem goes to the first problem behind the caret, or to the first of all.
func (w *Window) nextProblem() {
	if w.desk == nil || len(w.desk.problemsNow()) == 0 {
		return
	}
	all := w.desk.problemsNow()
	next := all[0]
	for _, p := range all {
		if p.Range.Start > w.desk.text.Selection().Caret {
			next = p
			break
		}
	}
	w.desk.goTo(next)
	message, _ := ui.Message(bulletins.Diagnostic(next))
	w.desk.status.SetNote(message)
}
