package pdf

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"safety365/assets/profiles"
	"safety365/bulletins/page"
)

// finisher puts into gopdf's objects what they lack, and adds the objects that
// gopdf does not know.
type finisher struct {
	w      *Writer
	book   *page.Book
	file   *file
	skel   *skeleton
	fonts  []*fontData
	links  []link // those that lead somewhere
	linked []int  // links[linked[i]:linked[i+1]] are on page i
	tree   *structure
	dests  []string // names of the destinations that exist, sorted
	date   time.Time
	title  string

	// object numbers
	annots, outlines, names, labels, tags int
	info, metadata, profile               int
}

func itoa(n int) string { return strconv.Itoa(n) }

// firstDate stands for an unknown date.
var firstDate = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func (w *Writer) finish(book *page.Book, out io.Writer) error {
	if book == nil {
		book = &page.Book{}
	}
	d := &finisher{w: w, book: book, date: book.Info.Date, title: documentTitle(book)}
	if d.date.IsZero() {
		d.date = firstDate
	}
	for _, r := range w.images.list {
		if r.err != nil {
			return fmt.Errorf("picture %s: %w", r.source.Name, r.err)
		}
	}
	d.findDests()
	d.keepLinks()
	var err error
	if d.tree, err = newStructure(d); err != nil {
		return err
	}
	d.fonts = makeFonts(w)
	names := make([]string, len(d.fonts))
	for i, f := range d.fonts {
		names[i] = f.name
	}
	if d.skel, err = newSkeleton(w, names); err != nil {
		return err
	}
	d.file = newFile(out)
	d.allocate()
	if err := d.skel.write(d.object); err != nil {
		return err
	}
	return d.rest()
}

func (d *finisher) tagged() bool { return !d.w.opts.Untagged }

// allocate numbers the objects that gopdf does not make, in the order in which
// they are written.
func (d *finisher) allocate() {
	f := d.file
	f.next = len(d.skel.kinds)
	d.annots = f.alloc(len(d.links))
	d.outlines = f.alloc(len(d.book.Outline))
	d.names = f.alloc(destLeaves(len(d.dests)))
	if d.labelled() {
		d.labels = f.alloc(1)
	}
	d.info = f.alloc(1)
	if d.tagged() {
		d.tags = f.alloc(d.tree.objects())
	}
	if d.w.opts.Color == ScreenRGB {
		d.profile = f.alloc(1)
	}
	d.metadata = f.alloc(1)
}

// rest writes those objects and the end of the file.
func (d *finisher) rest() error {
	f := d.file
	for i := range d.links {
		f.object(d.annots+i, d.annotation(i))
	}
	d.writeOutline()
	d.writeDests()
	if d.labels > 0 {
		f.object(d.labels, d.pageLabels())
	}
	f.object(d.info, d.infoDict())
	if d.tagged() {
		d.tree.write()
	}
	f.drain()
	if d.profile > 0 {
		f.stream(d.profile, "/N 3/Filter/FlateDecode", deflate(profiles.SRGB))
	}
	f.stream(d.metadata, "/Type/Metadata/Subtype/XML", d.xmp())
	return f.finish("/Root 1 0 R/Info " + ref(d.info))
}

// object takes an object of the skeleton, mends it and writes it.
func (d *finisher) object(number int, body []byte) error {
	i := d.skel.which[number]
	switch d.skel.kinds[number] {
	case contentObject:
		return d.raw(number, body)
	case imageObject:
		return d.image(number, d.w.images.list[i])
	case toUnicodeObject:
		d.file.stream(number, "/Filter/FlateDecode", d.fonts[i].toUnicode)
	case programObject:
		d.file.stream(number, fmt.Sprintf("/Filter/FlateDecode/Length1 %d", d.fonts[i].size), d.fonts[i].program)
		d.fonts[i].program = nil
	case resourcesObject:
		d.file.object(number, d.resources(nil))
	case outlinesObject:
		d.file.object(number, d.outlineRoot())
	default:
		return d.mend(number, body)
	}
	return d.file.err
}

// mend changes entries of a dictionary.
func (d *finisher) mend(number int, body []byte) error {
	i := d.skel.which[number]
	dict, err := parseDict(body)
	if err != nil {
		return fmt.Errorf("object %d: %w", number, err)
	}
	switch d.skel.kinds[number] {
	case catalogObject:
		d.catalog(dict)
	case pagesObject:
		dict.set("MediaBox", "")
		dict.set("Kids", string(refArray(d.skel.pages)))
	case pageObject:
		d.page(dict, i)
	case descriptorObject:
		d.fonts[i].describe(dict)
	case cidFontObject:
		d.fonts[i].measure(dict)
	}
	d.file.object(number, dict.append(nil))
	return d.file.err
}

// raw writes an object as it is: a page's content.
func (d *finisher) raw(number int, body []byte) error {
	d.file.locate(number, xrefEntry{1, d.file.offset, 0})
	d.file.write(fmt.Appendf(nil, "%d 0 obj\n", number))
	d.file.write(body)
	d.file.write([]byte("endobj\n"))
	return d.file.err
}

// image writes a picture. One that is passed through is read now.
func (d *finisher) image(number int, r *pictureRecord) error {
	p := r.result
	r.result = nil
	if p.data != nil {
		d.file.stream(number, p.entries, p.data)
		return d.file.err
	}
	src, err := r.source.Open()
	if err != nil {
		return fmt.Errorf("picture %s: %w", r.source.Name, err)
	}
	defer src.Close()
	d.file.streamFrom(number, p.entries, p.size, src)
	if d.file.err != nil {
		return fmt.Errorf("picture %s: %w", r.source.Name, d.file.err)
	}
	return nil
}
