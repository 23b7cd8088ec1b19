package window

import (
	"path/filepath"

	"safety365/app/keeping"
	"safety365/app/library"
)

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
