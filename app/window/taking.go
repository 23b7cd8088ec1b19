package window

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"safety365/app/keeping"
	"safety365/app/press"
	"safety365/app/taking"
	"safety365/app/ui"
	"safety365/bulletins/intake"
	"safety365/bulletins/intake/sheet"
	"safety365/bulletins/page"
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
	if word.IsName(path) {
		w.takeWord(path)
		return
	}
	ui.Go(func() {
		data, err := readForeign(path)
		ui.Do(func() {
			switch ext := strings.ToLower(filepath.Ext(path)); {
			case err != nil:
				w.failed(err)
			case ext == ".csv" || ext == ".xlsx":
				w.takeTable(data, filepath.Base(path))
			default:
				w.takeText(data, filepath.Base(path))
			}
		})
	})
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

// takeTable makes a document of a table.
func (w *Window) takeTable(data []byte, name string) {
	ui.Go(func() {
		t, found, err := sheet.Read(name, bytes.NewReader(data), sheet.Options{})
		text := ""
		if t != nil {
			text = t.Markdown()
		}
		ui.Do(func() {
			switch {
			case err != nil:
				w.failed(err)
			case t == nil && len(found) > 0:
				w.refused(found)
			default:
				w.gallery(galleryText{text: text})
			}
		})
	})
}

// takeWord takes a Word file in.
func (w *Window) takeWord(path string) {
	w.note(ui.Say("taking-reading", "name", filepath.Base(path)))
	ui.Go(func() {
		text, found, err := press.ReadWord(path, "")
		ui.Do(func() {
			w.note("")
			switch {
			case err != nil:
				w.failed(err)
			case text == nil:
				w.refused(found)
			default:
				w.take(taking.Options{Word: text, Notes: found, Name: filepath.Base(path)})
			}
		})
	})
}

// takeText shows what intake makes of a text, and then the gallery.
func (w *Window) takeText(data []byte, name string) {
	w.take(taking.Options{Raw: data, Name: name})
}

// take shows what becomes of something foreign, and then the gallery.
func (w *Window) take(o taking.Options) {
	var s *ui.Sheet
	o.Plain = withoutMarks
	o.Cancel = func() { s.Hide() }
	o.Failed = func(err error) { s.Hide(); w.failed(err) }
	o.Create = func(t taking.Taken) {
		s.Hide()
		own := galleryText{text: t.Text, kind: t.Kind, beside: map[string]string{".raw.txt": t.Raw, ".review.txt": t.Left}}
		if o.Word != nil {
			own.pictures = named(o.Word.Pictures, o.Name)
		}
		w.gallery(own)
	}
	pane := taking.New(o)
	s = w.wide(pane)
	w.win.Canvas().Focus(pane.Focused())
}

// wide shows a pane over nearly all of the window.
func (w *Window) wide(pane fyne.CanvasObject) *ui.Sheet {
	size := w.win.Canvas().Size()
	s := ui.NewSheet(pane, w.win.Canvas(), fyne.NewSize(min(1400, size.Width-60), size.Height-60))
	s.SetOnClosed(w.refocus)
	ui.Open(s)
	return s
}

// createFrom makes the document of a text of the user's own, with its pictures, and
// keeps beside it what it was made of.
func (w *Window) createFrom(name, text string, own galleryText) {
	made := func(text string) {
		if path := w.create(name, text); path != "" {
			w.keepBeside(path, own.beside)
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

// foreignPicture is a picture of a Word file.
type foreignPicture struct {
	word.Picture
	base string // what its file is to be called
}

// named gives the pictures of a Word file names by which people know them again.
func named(all []word.Picture, file string) []foreignPicture {
	stem := strings.TrimSuffix(file, filepath.Ext(file))
	var out []foreignPicture
	for i, p := range all {
		out = append(out, foreignPicture{p, stem + "-" + strconv.Itoa(i+1) + filepath.Ext(p.Name)})
	}
	return out
}

// keepPictures writes the pictures of a text into the folder of its document, and
// returns the text with the names that they have there.
func keepPictures(dir, text string, all []foreignPicture) (string, error) {
	folder := &pictures{dir: dir, known: map[string]*page.ImageSource{}}
	for _, p := range all {
		name, err := folder.keep(p.base, p.Data)
		if err != nil {
			return "", err
		}
		text = strings.ReplaceAll(text, "]("+p.Name+")", "]("+name+")")
	}
	return text, nil
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
