package kinds

import (
	"errors"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// picture is a picture file as it was last seen. Its pointer stays the same as long
// as the file does.
type picture struct {
	name   string
	size   int64
	time   time.Time
	source *page.ImageSource // nil: it cannot be had
	code   string            // why not, as a Diagnostic
	args   []string
	round  int
}

// picture looks a picture up, and reads it if it is new or has changed.
func (c *Composer) picture(name string) *picture {
	p := c.pictures[name]
	if p != nil && p.round == c.round {
		return p
	}
	now := &picture{name: name}
	info, err := c.stat(name)
	if err == nil {
		now.size, now.time = info.Size(), info.ModTime()
	} else {
		now.fail(err)
	}
	if p == nil || p.size != now.size || !p.time.Equal(now.time) || err != nil && (p.source != nil || p.code != now.code) {
		if err == nil {
			folder := c.scene.folder
			now.source, err = page.ReadImage(name, func() (io.ReadCloser, error) { return folder.Open(name) })
			now.fail(err)
		}
		p = now
		c.pictures[name] = p
	}
	p.round = c.round
	return p
}

// stat looks at a file of the document's folder, and at no other.
func (c *Composer) stat(name string) (fs.FileInfo, error) { return statIn(c.scene.folder, name) }

// statIn looks at a file of a folder, which may be nil.
func statIn(folder *bulletins.Folder, name string) (fs.FileInfo, error) {
	if _, err := bulletins.Local(name); err != nil {
		return nil, err
	}
	if folder == nil {
		return nil, fs.ErrNotExist
	}
	return folder.Stat(name)
}

// faults are what can be wrong with a picture file, in the order of asking.
var faults = []struct {
	err  error
	code string
}{
	{bulletins.ErrRemote, "image-remote"},
	{bulletins.ErrOutside, "image-outside"},
	{bulletins.ErrNotRegular, "image-missing"},
	{fs.ErrNotExist, "image-missing"},
	{fs.ErrInvalid, "image-missing"},
	{page.ErrHEIC, "image-heic"},
	{page.ErrImageFormat, "image-format"},
	{page.ErrImageTooLarge, "image-too-large"},
	{page.ErrImageDamaged, "image-damaged"},
}

// fail notes why a picture cannot be had.
func (p *picture) fail(err error) {
	if err == nil {
		return
	}
	p.code, p.args = "image-unreadable", []string{"name", p.name, "reason", err.Error()}
	for _, f := range faults {
		if errors.Is(err, f.err) {
			p.code, p.args = f.code, []string{"name", p.name}
			break
		}
	}
	var bad *page.ImageError
	if errors.As(err, &bad) {
		p.args = append(p.args, "format", strings.ToUpper(bad.Format), "bytes", megabytes(bad.Bytes), "limit", megabytes(page.MaxImageBytes))
		if bad.Width > 0 {
			p.args = append(p.args, "width", strconv.Itoa(bad.Width), "height", strconv.Itoa(bad.Height))
		}
		if bad.Err != nil {
			p.args = append(p.args, "reason", bad.Err.Error())
		}
	}
}

func megabytes(n int64) string { return strconv.FormatInt((n+1<<20-1)>>20, 10) + " MB" }

// image makes a Picture, or a box in its place, and reports what is wrong.
func (m *maker) image(url, alt, title string, at bulletins.Range) layout.Picture {
	p := m.Composer.picture(url)
	m.used = append(m.used, p)
	alt = strings.TrimSpace(alt)
	if alt == "" {
		m.report(bulletins.Warning, "image-alt", at, "name", url)
		if alt = strings.TrimSpace(title); alt == "" {
			alt = assets.Phrase(m.scene.lang, "image")
		}
	}
	out := layout.Picture{Source: p.source, Alt: alt}
	if p.source == nil {
		args := p.args
		if url == "" || url == missingName { // the file has no name to speak of
			args = []string{"name", alt}
		}
		m.report(bulletins.Error, p.code, at, args...)
		out.Missing = missing(m.scene.lang, url)
		out.Style = m.styles.theme.Style("missing")
	}
	return out
}

// missing is what a placeholder says.
func missing(lang, name string) string {
	if name == "" || name == missingName {
		return assets.Phrase(lang, "image-missing")
	}
	return assets.Phrase(lang, "image-missing-name", "name", name)
}

// missingName stands for a picture that was lost before the text came to us; intake
// writes it.
const missingName = "MISSING"
