package window

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"safety365/app/keeping"
	"safety365/app/taking"
	"safety365/app/ui"
	"safety365/bulletins/intake"
	"safety365/bulletins/intake/sheet"
)

// foreignLimit is how many bytes of a foreign file are read; intake takes no more.
const foreignLimit = 64 << 20

// isForeign says whether a file is taken in and not opened: a page, a table, or a text
// that is none of the documents of the folder.
func (w *Window) isForeign(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".html", ".htm", ".xhtml", ".csv", ".xlsx":
		return true
	case ".txt":
		return filepath.Dir(path) != w.folder
	}
	return false
}

// takeFile takes a foreign file in.
func (w *Window) takeFile(path string) {
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
				message, hint := ui.Message(found[0])
				w.tell(message + " " + hint)
			default:
				w.gallery(galleryText{text: text})
			}
		})
	})
}

// takeText shows what intake makes of a text, and then the gallery.
func (w *Window) takeText(data []byte, name string) {
	var s *ui.Sheet
	hide := func() { s.Hide() }
	pane := taking.New(taking.Options{
		Raw: data, Name: name, Cancel: hide,
		Create: func(text, raw, kind string) {
			hide()
			w.gallery(galleryText{text, raw, kind})
		},
		Failed: func(err error) { hide(); w.failed(err) },
	})
	size := w.win.Canvas().Size()
	s = ui.NewSheet(pane, w.win.Canvas(), fyne.NewSize(min(1400, size.Width-60), size.Height-60))
	s.SetOnClosed(w.refocus)
	ui.Open(s)
}

// keepRaw keeps a text as it came beside the document that was made of it.
func (w *Window) keepRaw(path, raw string) {
	if path == "" || raw == "" {
		return
	}
	ui.Go(func() {
		err := keeping.Write(strings.TrimSuffix(path, filepath.Ext(path))+".raw.txt", []byte(raw))
		ui.Do(func() { w.failed(err) })
	})
}
