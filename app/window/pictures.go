package window

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"safety365/app/keeping"
	"safety365/app/press"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/page"
)

// pictures are the pictures of a document's folder, as the editor shows them.
type pictures struct {
	dir    string
	folder *bulletins.Folder
	known  map[string]*page.ImageSource // nil: cannot be shown
}

func newPictures(dir string) *pictures {
	p := &pictures{dir: dir, known: map[string]*page.ImageSource{}}
	p.folder, _ = bulletins.OpenFolder(dir)
	return p
}

// get returns a picture by the name that the text has for it, or nil.
func (p *pictures) get(name string) *page.ImageSource {
	s, ok := p.known[name]
	if !ok && p.folder != nil {
		folder := p.folder
		s, _ = page.ReadImage(name, func() (io.ReadCloser, error) { return folder.Open(name) })
		p.known[name] = s
	}
	return s
}

// forget looks at the files again when they are next asked for.
func (p *pictures) forget() {
	clear(p.known)
	if !press.Current(p.folder, p.dir) {
		p.close()
		p.folder, _ = bulletins.OpenFolder(p.dir)
	}
}

func (p *pictures) close() {
	if p.folder != nil {
		p.folder.Close()
	}
}

// subfolder is where pictures go that are put into a document.
const subfolder = "pictures"

// add copies a picture file into the document's folder, if it does not lie there
// already, and returns the name under which the text speaks of it.
func (p *pictures) add(file string) (string, error) {
	source := func() (io.ReadCloser, error) { return os.Open(file) }
	if _, err := page.ReadImage(filepath.Base(file), source); err != nil {
		return "", err
	}
	if rel, err := filepath.Rel(p.dir, file); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel), nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	return p.keep(filepath.Base(file), data)
}

// keep writes a picture under a name that is free, or finds the same one there.
func (p *pictures) keep(base string, data []byte) (string, error) {
	dir := filepath.Join(p.dir, subfolder)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", err
	}
	ext := filepath.Ext(base)
	stem := strings.Map(plain, strings.TrimSuffix(base, ext))
	for n := 1; ; n++ {
		name := stem + ext
		if n > 1 {
			name = stem + "-" + strconv.Itoa(n) + ext
		}
		path := filepath.Join(dir, name)
		old, err := os.ReadFile(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			if err := keeping.Write(path, data); err != nil {
				return "", err
			}
		case err != nil:
			return "", err
		case string(old) != string(data):
			continue
		}
		delete(p.known, subfolder+"/"+name)
		return subfolder + "/" + name, nil
	}
}

// plain turns what a file name, or a name in Markdown, should not hold into "-".
func plain(r rune) rune {
	if r < ' ' || strings.ContainsRune(` ()[]{}<>"'\/:*?|%#`, r) {
		return '-'
	}
	return r
}

// clipboardTools print the picture that the system's clipboard holds, as PNG.
var clipboardTools = [][]string{
	{"wl-paste", "--type", "image/png"},
	{"xclip", "-selection", "clipboard", "-target", "image/png", "-out"},
	{"pngpaste", "-"},
	{"powershell", "-NoProfile", "-STA", "-Command",
		"Add-Type -AssemblyName System.Windows.Forms,System.Drawing; $i=[Windows.Forms.Clipboard]::GetImage(); if($i){$s=[Console]::OpenStandardOutput();$m=New-Object IO.MemoryStream;$i.Save($m,[Drawing.Imaging.ImageFormat]::Png);$m.WriteTo($s)}"},
}

// paste keeps the picture of the system's clipboard and returns its name. Fyne's
// clipboard knows text only, so the system's own tool is asked where there is one.
func (p *pictures) paste() (string, bool) {
	for _, tool := range clipboardTools {
		if _, err := exec.LookPath(tool[0]); err != nil {
			continue
		}
		data, err := exec.Command(tool[0], tool[1:]...).Output()
		if err != nil || !isPicture(data) {
			continue
		}
		name, err := p.keep(ui.Say("pasted-picture")+"-"+time.Now().Format("20060102-150405")+".png", data)
		return name, err == nil
	}
	return "", false
}

// isPicture says whether bytes are a picture: some programs give whatever they have for
// one.
func isPicture(data []byte) bool {
	_, err := page.ReadImage("", func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil })
	return err == nil
}
