package window

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"safety365/app/keeping"
	"safety365/app/taking"
	"safety365/app/ui"
	"safety365/bulletins/intake"
	"safety365/bulletins/intake/sheet"
	"safety365/bulletins/word"
)

// foreignLimit is how many bytes of a foreign file are read; intake takes no more.
const foreignLimit = 64 << 20

// isForeign says whether a file is taken in and never opened: a Word file, a page, a
// table.
func isForeign(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".html", ".htm", ".xhtml", ".csv", ".xlsx":
		return true
	}
	return word.IsName(path)
}

// isStray says whether a file is a text that is none of the documents of the folder.
func (w *Window) isStray(path string) bool {
	return strings.EqualFold(filepath.Ext(path), ".txt") && filepath.Dir(path) != w.folder
}

// takeFile takes a foreign file in.
func (w *Window) takeFile(path string) {
	name := filepath.Base(path)
	if word.IsName(path) {
		w.takeWord(path)
		return
	}
	w.reading(name, func() func() {
		data, err := readForeign(path)
		ext := strings.ToLower(filepath.Ext(path))
		switch {
		case err != nil:
			return func() { w.failedForeign(err, name) }
		case len(bytes.TrimSpace(data)) == 0:
			return func() { w.tell(ui.Say("taking-empty", "name", name)) }
		case ext == ".csv" || ext == ".xlsx":
			return w.tableRead(data, name)
		}
		return func() { w.takeText(data, name) }
	})
}

// patience is how long nothing is said about a file that is being read.
const patience = 400 * time.Millisecond

// reading has a worker read a file, and does then what it returns. If it takes long that
// is shown, and can be given up.
func (w *Window) reading(name string, read func() (then func())) {
	var box *ui.Dialog
	ended, stopped := false, false
	late := time.AfterFunc(patience, func() {
		ui.Do(func() {
			if ended {
				return
			}
			bar := widget.NewProgressBarInfinite()
			box = ui.NewDialog(ui.Say("taking-reading", "name", name), bar, w.win)
			box.SetButtons([]fyne.CanvasObject{ui.NewButton(ui.Say("cancel"), box.Hide)})
			box.SetOnClosed(func() { stopped = !ended; bar.Stop(); w.refocus() })
			box.Resize(fyne.NewSize(460, 0))
			ui.Open(box)
		})
	})
	ui.Go(func() {
		then := read()
		ui.Do(func() {
			ended = true
			if late.Stop(); box != nil {
				w.held(box.Close)
			}
			if !stopped {
				then()
			}
		})
	})
}

// failedForeign says why a foreign text cannot be taken in, and what helps.
func (w *Window) failedForeign(err error, name string) {
	if name == "" {
		name = ui.Say("taking-clipboard")
	}
	if d, ok := intake.Refusal(err, name); ok {
		w.explain(d)
		return
	}
	w.failed(err)
}

func readForeign(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, foreignLimit+1))
	if err == nil && len(data) > foreignLimit {
		err = intake.ErrTooLarge
	}
	return data, err
}

// tableRead reads a table, of which a document can be made.
func (w *Window) tableRead(data []byte, name string) (then func()) {
	t, found, err := sheet.Read(name, bytes.NewReader(data), sheet.Options{})
	switch {
	case err != nil:
		return func() { w.failed(err) }
	case t == nil && len(found) > 0:
		return func() { w.refused(found) }
	}
	text := ""
	if t != nil {
		text = t.Markdown()
	}
	return func() { w.gallery(galleryText{text: text}) }
}

// takeText shows what intake makes of a text, and then the gallery.
func (w *Window) takeText(data []byte, name string) {
	w.take(taking.Options{Raw: data, Name: name})
}

// take shows what becomes of something foreign, and over it the gallery, from which one
// can come back.
func (w *Window) take(o taking.Options) {
	var s *ui.Sheet
	o.Plain = withoutMarks
	o.Cancel = func() { s.Hide() }
	o.Failed = func(err error) { w.held(s.Close); w.failedForeign(err, o.Name) }
	o.Create = func(t taking.Taken) {
		own := galleryText{text: t.Text, kind: t.Kind, beside: map[string]string{rawEnd: t.Raw, ".review.txt": t.Left}, made: s.Close}
		if o.Word == nil || len(o.Word.Pictures) == 0 {
			w.gallery(own)
			return
		}
		own.pictures = named(o.Word.Pictures, o.Name)
		ui.Go(func() {
			own.folder = laidOut(own.pictures)
			ui.Do(func() { w.gallery(own) })
		})
	}
	pane := taking.New(o)
	s = w.wide(pane)
	typed := o.Name == "" && string(o.Raw) != w.app.Clipboard().Content() // it is nowhere else
	s.SetGuard(func(close func()) bool {
		if !typed && !pane.Decided() {
			return false
		}
		w.askLeave("taking-leave", close)
		return true
	})
	w.win.Canvas().Focus(pane.Focused())
}

// askLeave asks whether what was decided is to be given up; label begins the names of the
// words.
func (w *Window) askLeave(label string, leave func()) {
	ui.AskLeave(ui.Say(label+"-title"), ui.Say(label), ui.Say("leave-no"), ui.Say("leave-yes"), leave, w.win)
}

// wide shows a pane over nearly all of the window.
func (w *Window) wide(pane fyne.CanvasObject) *ui.Sheet {
	s := ui.NewSheet(pane, w.win.Canvas(), fyne.NewSize(1800, 1400))
	s.SetOnClosed(w.refocus)
	ui.Open(s)
	return s
}

// held closes something in whose place something else comes, so that no file is taken in
// between.
func (w *Window) held(close func()) {
	w.holding = true
	close()
	w.holding = false
}

// takeNext takes the next of several files in, if there is one.
func (w *Window) takeNext() {
	if len(w.waiting) == 0 || w.holding {
		return
	}
	path := w.waiting[0]
	w.waiting = w.waiting[1:]
	if isForeign(path) || w.isStray(path) {
		w.takeFile(path)
		return
	}
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
}

// createFrom makes the document of a text of the user's own, with its pictures, and
// keeps beside it what it was made of.
func (w *Window) createFrom(name, text string, own galleryText) {
	made := func(text string) {
		if path := w.create(name, text); path != "" {
			w.keepBeside(path, own.beside)
			own.end()
		}
	}
	if len(own.pictures) == 0 {
		made(text)
		return
	}
	dir := w.newFolder()
	ui.Go(func() {
		text, err := keepPictures(dir, text, own.pictures)
		ui.Do(func() {
			if err != nil {
				w.failed(err)
				return
			}
			made(text)
		})
	})
}

// keepBeside keeps texts beside a document, by what their names end in; empty ones are
// not kept.
func (w *Window) keepBeside(path string, texts map[string]string) {
	ui.Go(func() {
		var failed error
		for end, text := range texts {
			if text != "" {
				failed = errors.Join(failed, keeping.Write(strings.TrimSuffix(path, filepath.Ext(path))+end, []byte(text)))
			}
		}
		ui.Do(func() { w.failed(failed) })
	})
}

// rawEnd is what the name of the text ends in of which a document was made.
const rawEnd = ".raw.txt"

// showOriginal shows the text of which the open document was made.
func (w *Window) showOriginal() {
	path := strings.TrimSuffix(w.desk.path, filepath.Ext(w.desk.path)) + rawEnd
	w.reading(filepath.Base(path), func() func() {
		data, err := readForeign(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return func() { w.tell(ui.Say("original-none")) }
		case err != nil:
			return func() { w.failed(err) }
		}
		return func() {
			var s *ui.Sheet
			pane := taking.NewOriginal(filepath.Base(path), string(data), func() { s.Hide() })
			s = ui.NewSheet(pane, w.win.Canvas(), fyne.NewSize(860, 760))
			s.SetOnClosed(w.refocus)
			ui.Open(s)
			w.win.Canvas().Focus(pane.Focused())
		}
	})
}
