package window

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"safety365/app/press"
	"safety365/app/taking"
	"safety365/app/ui"
	"safety365/bulletins/page"
	"safety365/bulletins/word"
)

// takeWord takes a Word file in.
func (w *Window) takeWord(path string) {
	name := filepath.Base(path)
	w.reading(name, func() func() {
		text, found, err := press.ReadWord(path, "")
		switch {
		case err != nil:
			return func() { w.failed(err) }
		case text == nil:
			return func() { w.refused(found) }
		case strings.TrimSpace(text.Markdown) == "" && len(text.Proposals) == 0:
			return func() { w.tell(ui.Say("taking-empty", "name", name)) }
		}
		return func() { w.take(taking.Options{Word: text, Notes: found, Name: name}) }
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

// laidOut puts pictures into a folder of ours, for as long as their text has none: the
// gallery shows what becomes of it. Where that fails they are missing there.
func laidOut(all []foreignPicture) string {
	dir, err := os.MkdirTemp("", "safety365-")
	if err != nil {
		return ""
	}
	for _, p := range all {
		os.WriteFile(filepath.Join(dir, filepath.Base(p.Name)), p.Data, 0o600)
	}
	return dir
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
