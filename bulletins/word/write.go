package word

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"time"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// Namespaces of the parts.
const (
	nsW   = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsR   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsWP  = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	nsA   = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsPic = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	nsRel = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// writer makes the parts of one file.
type writer struct {
	ctx   context.Context
	flow  *layout.Flow
	lang  string
	ruler *layout.Ruler
	into  *node // what blocks are added to

	styles map[string]string // style ids by role
	rels   []relation
	media  []medium
	known  map[[32]byte]string // relation of a picture by its hash
	links  map[string]string   // relation of an address
	notes  *node
	noted  map[*layout.Note]int
	marks  int // bookmarks
	ids    int // drawings
	pages  map[string]int
	err    error

	open      section
	begun     bool   // a section is open
	begins    string // how it begins
	shown     bool   // headers have been named
	titled    bool   // the first page has been in a section
	gap       page.Length
	sunk      page.Length // by what hangs above the text
	after     page.Length // below the last paragraph
	last      *node       // the last paragraph, nil after a table
	atTop     bool        // of the text, a cell or a frame, where no space is kept
	breaks    string      // what comes before the next block: page, column
	asides    []*layout.Note
	backdrops []func() // what lies behind every page
	noting    string   // the note that is being written
	top       int32    // top-level block
	written   []paragraph
	numbered  int // paragraphs that have marks
}

// relation is a line of a .rels part.
type relation struct{ id, kind, target, mode string }

type medium struct {
	name string
	data []byte
}

// Write writes a composed flow as a DOCX file. An error is about its pictures or w.
func Write(ctx context.Context, out io.Writer, flow *layout.Flow) error {
	w := compose(ctx, flow)
	if w.err != nil {
		return w.err
	}
	z := zip.NewWriter(out)
	for _, f := range w.parts() {
		part, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = part.Write(f.data)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

// compose makes the body of a file.
func compose(ctx context.Context, flow *layout.Flow) *writer {
	w := &writer{
		ctx: ctx, flow: flow, lang: flow.Info.Language, ruler: layout.NewRuler(flow), into: el("w:body"),
		atTop: true, styles: map[string]string{}, known: map[[32]byte]string{}, links: map[string]string{},
		noted: map[*layout.Note]int{}, notes: el("w:footnotes").with(namespaces()...), top: -1,
	}
	w.notes.add(separatorNotes()...)
	area := flow.Theme.Area(1)
	c := place{width: area.W, top: true}
	for _, f := range flow.Fixed {
		if f.Page == 1 || f.Page == 0 {
			w.block(f, c)
		}
	}
	for i, b := range flow.Blocks {
		if err := ctx.Err(); err != nil {
			w.err = err
			return w
		}
		w.top = -1
		if i < len(flow.Sources) {
			w.top = flow.Sources[i]
		}
		w.block(b, c)
	}
	w.top = -1
	for _, f := range flow.Fixed {
		if f.Page > 1 || f.Page < 0 {
			w.block(f, c)
		}
	}
	w.imprint(c)
	w.into.add(w.sectionEnd())
	return w
}

func namespaces() []string {
	return []string{"xmlns:w", nsW, "xmlns:r", nsR, "xmlns:wp", nsWP, "xmlns:a", nsA, "xmlns:pic", nsPic, "xmlns:v", "urn:schemas-microsoft-com:vml", "xmlns:o", "urn:schemas-microsoft-com:office:office"}
}

// relate names a part or an address in the document's relations.
func (w *writer) relate(kind, target, mode string) string {
	id := fmt.Sprintf("rId%d", len(w.rels)+1)
	w.rels = append(w.rels, relation{id, nsR + "/" + kind, target, mode})
	return id
}

// destinations are the pages of what links and the contents lead to; it lays the flow
// out when it is asked for the first time.
func (w *writer) destinations() *page.Book {
	book, _, err := layout.Build(w.ctx, w.flow, layout.Options{}, func(*page.Page) error { return nil })
	if err != nil {
		w.err = err
		return &page.Book{}
	}
	w.pages = map[string]int{}
	for name, d := range book.Dests {
		w.pages[name] = d.Page + 1
	}
	return book
}
