package window

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"safety365/app/drafting"
	"safety365/app/library"
	"safety365/app/library/shelf"
	"safety365/app/ui"
)

// newDocument shows the gallery.
func (w *Window) newDocument() { w.gallery(galleryText{}) }

// newFromClipboard makes a document of what the clipboard holds.
func (w *Window) newFromClipboard() {
	if text := w.app.Clipboard().Content(); strings.TrimSpace(text) != "" {
		w.newFromText(text)
		return
	}
	w.pasteCopied(func() { w.tell(ui.Say("clipboard-empty")) })
}

// newFromText makes a document of a foreign text: first it is seen what of it was
// cleaned.
func (w *Window) newFromText(text string) {
	if !w.pasteFile(text) {
		w.takeText([]byte(text), "")
	}
}

// galleryText is the user's own text for the gallery.
type galleryText struct {
	text     string // "": there is none
	kind     string // that it looks like, or ""
	pictures []foreignPicture
	folder   string            // where the pictures lie meanwhile; "": nowhere
	beside   map[string]string // what is kept beside the document, by what the names end in
	made     func()            // is called when there is a document; nil: nobody waits for it
}

// end says that a document was made.
func (o galleryText) end() {
	if o.made != nil {
		o.made()
	}
}

// gallery offers kinds and house styles.
func (w *Window) gallery(own galleryText) {
	var sheet *ui.Sheet
	var g *library.Gallery
	hide := func() { sheet.Hide() }
	o := library.GalleryOptions{
		Lang: w.galleryLanguage(), Kind: own.kind, Folder: w.folder, Pictures: own.folder, Cancel: hide,
		Create: func(c library.Choice) {
			hide()
			if c.FromText {
				w.createFrom(c.Name, c.Text, own)
			} else {
				w.create(c.Name, c.Text)
				own.end()
			}
		},
	}
	if own.text != "" {
		o.Text = func() string { return own.text }
	}
	g = library.NewGallery(o)
	sheet = ui.NewSheet(g, w.win.Canvas(), fyne.NewSize(1080, 760))
	sheet.SetOnClosed(func() {
		g.Close()
		w.refocus()
		if dir := own.folder; dir != "" {
			ui.Go(func() { os.RemoveAll(dir) })
		}
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

// newFolder is where new documents go.
func (w *Window) newFolder() string {
	if w.folder == "" {
		return homeFolder()
	}
	return w.folder
}

// create writes a new document into the folder and opens it. It returns its path, or
// "".
func (w *Window) create(name, text string) string {
	dir := w.newFolder()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		w.failed(err)
		return ""
	}
	path, err := shelf.Create(dir, name, text)
	if err != nil {
		w.failed(err)
		return ""
	}
	if w.openPath(path) {
		w.list.Rescan(path)
		w.showFields()
	}
	return path
}

// newFromThis makes a new document of the open one: its text and addressees, without
// its number, dates and reviews.
func (w *Window) newFromThis() {
	stem := strings.TrimSuffix(filepath.Base(w.desk.path), filepath.Ext(w.desk.path))
	w.create(stem, drafting.NewFrom(w.desk.text.Text(), filepath.Base(w.desk.path)))
}
