package kinds

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// maxIncluded bounds a document that is taken in, in bytes.
const maxIncluded = 4 << 20

// included is a file that a block was made of, as it was then.
type included struct {
	name string
	size int64
	time time.Time
}

// include takes another document of the folder in as an article: its title, its by-line
// and its text.
func (m *maker) include(d *bulletins.Directive, at place) []layout.Block {
	name := strings.TrimSpace(d.Attrs.Get("file"))
	where := d.Range
	for _, attr := range d.Attrs {
		if attr.Key == "file" {
			where = attr.Range
		}
	}
	files := strings.Split(m.scene.files, "\n")
	text, fault := m.includedText(name)
	switch {
	case fault == "" && slices.Contains(files, name):
		fault = "include-cycle"
	case fault == "" && len(files) > maxDepth/8:
		fault = "include-deep"
	}
	if fault != "" {
		m.report(bulletins.Error, fault, where, "name", name)
		return []layout.Block{m.words(m.phrase("taken-missing", "name", name), m.styles.theme.Style("missing"))}
	}
	child := NewComposer()
	child.scene, child.styles = scene{theme: m.scene.theme}, m.styles
	child.within = strings.Join(append(files, name), "\n")
	doc := bulletins.Parse(name, text, Schema())
	flow, found := child.compose(&taken, doc, m.scene.theme, m.scene.folder, Options{Office: m.office})
	for _, p := range append(doc.Diagnostics, waive(doc.Meta, found)...) {
		if p.Severity != bulletins.Info && p.Code != "kind-unknown" {
			m.found = append(m.found, takenIn(p, doc, where))
		}
	}
	for _, p := range child.pictures {
		m.files = append(m.files, included{p.name, p.size, p.time})
	}
	for _, b := range child.books {
		m.files = append(m.files, included{b.name, b.size, b.time})
	}
	for _, e := range child.entries {
		m.files = append(m.files, e.files...)
	}
	return []layout.Block{&layout.Frame{Tag: page.RoleSect, Blocks: flow.Blocks}}
}

// takenIn is what is said about a document that is taken in, at the place where it is.
func takenIn(d bulletins.Diagnostic, in *bulletins.Document, where bulletins.Range) bulletins.Diagnostic {
	if d.Elsewhere == nil { // else it takes in another one
		d.Elsewhere = &bulletins.Elsewhere{File: in.Name, Line: in.Position(d.Range.Start).Line, Range: d.Range}
	}
	d.Range, d.Fix = where, nil
	return d
}

// taken is the kind of an article in another document.
var taken = Kind{Name: "bulletin", head: takenHead, close: takenTail}

func takenHead(a *article) []layout.Block {
	return append(a.headline(), a.lines("byline", a.byWhom())...)
}

func takenTail(a *article) []layout.Block {
	return append(a.credits(), a.lines("takensource", a.source())...)
}

func (a *article) source() string {
	if source := a.text("source"); source != "" {
		return a.phrase("taken-source", "source", source)
	}
	return ""
}

// includedText reads a file and notes its state.
func (m *maker) includedText(name string) (text, fault string) {
	if m.scene.folder == nil {
		return "", "include-missing"
	}
	if _, err := bulletins.Local(name); err != nil {
		return "", includeFault(err)
	}
	info, err := m.scene.folder.Stat(name)
	if err != nil {
		m.files = append(m.files, included{name: name})
		return "", includeFault(err)
	}
	m.files = append(m.files, included{name, info.Size(), info.ModTime()})
	data, err := m.scene.folder.ReadFile(name, maxIncluded)
	if err != nil {
		return "", includeFault(err)
	}
	return string(data), ""
}

// includeFault names what is wrong with a file that is to be taken in.
func includeFault(err error) string {
	for _, f := range []struct {
		err  error
		code string
	}{
		{bulletins.ErrRemote, "include-outside"}, {bulletins.ErrOutside, "include-outside"}, {bulletins.ErrTooLarge, "include-large"},
		{fs.ErrNotExist, "include-missing"}, {fs.ErrInvalid, "include-missing"}, {bulletins.ErrNotRegular, "include-missing"},
	} {
		if errors.Is(err, f.err) {
			return f.code
		}
	}
	return "include-missing"
}

// current says whether files are as they were.
func (c *Composer) current(files []included) bool {
	for _, f := range files {
		now := included{name: f.name}
		if info, err := c.stat(f.name); err == nil {
			now.size, now.time = info.Size(), info.ModTime()
		}
		if now.size != f.size || !now.time.Equal(f.time) {
			return false
		}
	}
	return true
}
