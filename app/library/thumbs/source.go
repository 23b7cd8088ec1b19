package thumbs

import (
	"context"
	"errors"
	"hash/maphash"
	"image"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"safety365/app/press"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/bulletins/raster"
)

// Source is a document of which a picture is wanted: a file, or a text.
type Source struct {
	Path     string
	Modified time.Time // of the file, with its Size, so that a picture is made anew when it changes
	Size     int64

	Text string // if Path is ""
	Dir  string // where the text's pictures and themes lie; "": it has none

	Theme string // "": the document's own
}

// MaxText is how many bytes of a text are read; a first page has less than a tenth of
// them.
const MaxText = 64 << 10

// key tells pictures apart.
type key struct {
	path, dir, theme string
	modified, size   int64
	text             uint64
	box              image.Point
}

var seed = maphash.MakeSeed()

func (s *Source) key(box image.Point) key {
	k := key{path: s.Path, dir: s.Dir, theme: s.Theme, size: s.Size, box: box}
	if s.Path != "" {
		k.modified = s.Modified.UnixNano()
	} else {
		k.text, k.size = maphash.String(seed, s.Text), int64(len(s.Text))
	}
	return k
}

// read returns the beginning of the text.
func (s *Source) read() (string, error) {
	if s.Path == "" {
		return cut(s.Text), nil
	}
	info, err := os.Stat(s.Path)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() { // opening a pipe waits for ever
		return "", &fs.PathError{Op: "open", Path: s.Path, Err: bulletins.ErrNotRegular}
	}
	f, err := os.Open(s.Path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxText+1))
	return cut(string(data)), err
}

// cut shortens a text at the end of a line.
func cut(text string) string {
	if len(text) <= MaxText {
		return text
	}
	if i := strings.LastIndexByte(text[:MaxText], '\n'); i >= 0 {
		return text[:i+1]
	}
	return strings.ToValidUTF8(text[:MaxText], "")
}

func (s *Source) dir() string {
	if s.Path != "" {
		return filepath.Dir(s.Path)
	}
	return s.Dir
}

var (
	errEnough = errors.New("the first page is done")
	errNoText = errors.New("not a text")
)

// first lays out the first page.
func (s *Source) first(ctx context.Context) (first *page.Page, done func(), err error) {
	done = func() {}
	text, err := s.read()
	if err != nil {
		return nil, done, err
	}
	doc := bulletins.Parse(s.Path, text, kinds.Schema())
	if doc.Text == "" && text != "" {
		return nil, done, errNoText
	}
	var folder *bulletins.Folder
	if dir := s.dir(); dir != "" {
		if folder, err = bulletins.OpenFolder(dir); err == nil {
			done = func() { folder.Close() }
		}
	}
	office, _ := press.LoadOffice(folder, s.dir())
	doc = office.Apply(doc)
	theme, _, _ := press.LoadTheme(doc, folder, s.dir(), press.Settings{Theme: s.Theme, Office: office})
	flow, _ := kinds.NewComposer().Compose(doc, theme, folder, kinds.Options{Office: office})
	_, _, err = layout.Build(ctx, flow, layout.Options{Workers: 1}, func(p *page.Page) error {
		first = p
		return errEnough
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return first, done, err
}

// draw makes the picture, which fits into a box of pixels.
func (s *Source) draw(ctx context.Context, r *raster.Renderer, box image.Point) (img *image.RGBA, err error) {
	err = press.Protect(func() error {
		p, done, err := s.first(ctx)
		defer done()
		if err != nil {
			return err
		}
		const inch = 72
		width, height := (raster.Options{DPI: inch}).Size(p)
		dpi := inch * min(float64(box.X)/float64(max(width, 1)), float64(box.Y)/float64(max(height, 1)))
		img, err = r.Draw(ctx, p, raster.Options{DPI: dpi})
		if img != nil {
			return nil // a picture in it that cannot be shown is a grey box
		}
		return err
	})
	return img, err
}
