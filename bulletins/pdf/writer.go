package pdf

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"safety365/bulletins/page"
	"safety365/fonts"
)

// Color says which side of each page.Color a file uses.
type Color uint8

const (
	ScreenRGB Color = iota // the sRGB look, with sRGB as output intent
	PrintCMYK              // the inks
)

// Options of a file. The zero Options make a file for screens and archives.
type Options struct {
	Color Color
	// ImageDPI is the resolution above which pictures are made smaller, at the size
	// they are printed. 0 is 200 for screens and none for print; negative is none.
	ImageDPI int
	// Bleed keeps what lies between trim and bleed. A page for screens ends at its
	// trim without it; a printed one always keeps it.
	Bleed bool
	// Untagged leaves out the structure tree, and with it the claims to PDF/A-2a and
	// PDF/UA-1. It is there to measure what tags cost.
	Untagged bool
}

const screenDPI = 200

// Writer writes a book page by page. It belongs to one goroutine; compressing and
// picture work are done by others.
type Writer struct {
	opts    Options
	faces   map[*fonts.Face]*faceSlots
	subsets []*subset
	pages   []*pageRecord
	marks   []mark // marked content in page order
	links   []link
	boxes   map[page.TagID]figureBox
	images  imageSet
	spots   []page.Color
	pool    pool
	err     error
	done    bool
}

// pageRecord is what is kept of a page.
type pageRecord struct {
	boxes   pageBoxes
	label   string
	content string // the stream object, compressed; set by a worker
	images  []int  // that it shows, each once
	marked  bool
	links   int // links[:links] of the Writer are those of this page and before
}

// mark is a piece of marked content of a tagged node.
type mark struct {
	tag  page.TagID
	page int32
	mcid int32
}

// NewWriter returns a Writer without pages.
func NewWriter(opts Options) *Writer {
	switch {
	case opts.ImageDPI == 0 && opts.Color == ScreenRGB:
		opts.ImageDPI = screenDPI
	case opts.ImageDPI < 0:
		opts.ImageDPI = 0
	}
	opts.Bleed = opts.Bleed || opts.Color == PrintCMYK
	w := &Writer{opts: opts, faces: map[*fonts.Face]*faceSlots{}, boxes: map[page.TagID]figureBox{}}
	w.images.init()
	return w
}

var errFinished = errors.New("the PDF is finished")

// AddPage adds the next page. The page may be dropped afterwards.
func (w *Writer) AddPage(p *page.Page) error {
	if w.done {
		return errFinished
	}
	if w.err != nil {
		return w.err
	}
	if p == nil || p.Trim.W <= 0 || p.Trim.H <= 0 || p.Trim.W > maxSide || p.Trim.H > maxSide || p.Bleed < 0 || p.Bleed > maxSide {
		w.err = fmt.Errorf("page %d has no size that a PDF can have", len(w.pages)+1)
		return w.err
	}
	rec := &pageRecord{label: p.Label, boxes: newPageBoxes(p, w.opts.Bleed)}
	e := newEncoder(w, rec)
	e.items(p.Items, 0)
	e.endMark()
	if e.err != nil {
		w.err = fmt.Errorf("page %d: %w", len(w.pages)+1, e.err)
		return w.err
	}
	rec.links = len(w.links)
	w.pages = append(w.pages, rec)
	w.pool.run(func() {
		rec.content = contentStream(deflate(e.buf))
		e.release()
	})
	return nil
}

// Finish writes the file. Of book, the pages are not looked at: they are those that
// were added. A Writer is finished once, even if that fails.
func (w *Writer) Finish(book *page.Book, out io.Writer) error {
	if w.done {
		return errFinished
	}
	w.done = true
	w.pool.wait()
	switch {
	case w.err != nil:
		return w.err
	case len(w.pages) == 0:
		return errors.New("the book has no pages")
	}
	return w.finish(book, out)
}

// Write writes a whole book.
func Write(book *page.Book, opts Options, out io.Writer) error {
	w := NewWriter(opts)
	for _, p := range book.Pages {
		if err := w.AddPage(p); err != nil {
			w.pool.wait()
			return err
		}
	}
	return w.Finish(book, out)
}

// addImage notes that a page shows an image and returns its number.
func (rec *pageRecord) addImage(n int) {
	if !slices.Contains(rec.images, n) {
		rec.images = append(rec.images, n)
	}
}
