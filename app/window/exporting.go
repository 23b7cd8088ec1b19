package window

import (
	"os"
	"path/filepath"

	"safety365/app/export"
	"safety365/app/keeping"
	"safety365/app/library/shelf"
	"safety365/app/ui"
)

// panel is where documents are exported; it is made anew with the window's language.
func (w *Window) panel() *export.Panel {
	if w.exporter == nil {
		w.exporter = export.New(w.exportOptions())
	}
	return w.exporter
}

func (w *Window) exportOptions() export.Options {
	return export.Options{
		Window:   w.win,
		Current:  w.current,
		Selected: w.list.Selected,
		Folder:   w.documents,
		Text: func(path string) (string, bool) {
			if d := w.desks[path]; d != nil {
				return d.text.Text(), true
			}
			return "", false
		},
		Goto: func(path string, offset int) { w.openAt(path, offset, 0) },
		Keep: func(path, text string) { keeping.AddVersion(path, text, keeping.Exported) },
		ChooseFolder: func(begin string, chosen func(string)) {
			w.ask(asking{title: "ask-export-folder", start: begin}, chosen)
		},
		Choice:   get(w.prefs, "export", export.Choice{}),
		Remember: func(c export.Choice) { put(w.prefs, "export", c) },
		Busy:     w.note,
		Tell:     w.note,
	}
}

// current is the path of the document that is shown.
func (w *Window) current() string {
	if w.desk == nil {
		return ""
	}
	return w.desk.path
}

// documents are all documents of the folder.
func (w *Window) documents() (all []string) {
	entries, _ := os.ReadDir(w.folder)
	for _, e := range entries {
		if e.Type().IsRegular() && shelf.IsDocument(e.Name()) {
			all = append(all, filepath.Join(w.folder, e.Name()))
		}
	}
	return all
}

// note says something in passing in the status bar.
func (w *Window) note(words string) {
	if w.desk != nil && w.desk.views != nil {
		w.desk.status.SetNote(words)
	}
}

// export opens the panel.
func (w *Window) export() { w.panel().Show() }

// exportPaths opens the panel for documents of the list.
func (w *Window) exportPaths(paths []string) { w.panel().ShowPaths(paths) }

// print hands the document to the printer.
func (w *Window) print() { export.Print(w.exportOptions(), w.desk.path) }

// reveal shows a file in the system's file manager.
func (w *Window) reveal(path string) {
	export.Reveal(path, w.failed)
}

// openGuide opens the guide in the language of the window: as a document of its own
// that can be tried out, in a folder of ours.
func (w *Window) openGuide() {
	path, err := writeGuide(ui.Language())
	if err != nil {
		w.failed(err)
		return
	}
	export.Open(path, w.failed)
}
