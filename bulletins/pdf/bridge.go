package pdf

import (
	"fmt"
	"io"
	"unsafe"

	"github.com/signintech/gopdf"

	"safety365/fonts"
)

// objectKind says what an object of the skeleton is.
type objectKind uint8

const (
	noObject objectKind = iota
	catalogObject
	pagesObject
	outlinesObject
	resourcesObject
	pageObject
	contentObject
	toUnicodeObject // of a font, like the four that follow, in gopdf's order
	programObject
	descriptorObject
	cidFontObject
	fontObject
	imageObject
)

// skeleton is a gopdf document, and what its objects are: the number of an object
// is its index in the tables.
type skeleton struct {
	doc    gopdf.GoPdf
	kinds  []objectKind
	which  []int // the page, font or image that the object belongs to
	pages  []int // object numbers
	fonts  []int
	images []int
}

// newSkeleton has gopdf make the objects of a file.
func newSkeleton(w *Writer, names []string) (*skeleton, error) {
	s := &skeleton{}
	s.doc.Start(gopdf.Config{Unit: gopdf.UnitPT, PageSize: *pageRect(w.pages[0].boxes)})
	s.kinds = []objectKind{noObject, catalogObject, pagesObject, outlinesObject, resourcesObject}
	s.which = make([]int, len(s.kinds))
	for i, p := range w.pages {
		s.pages = append(s.pages, s.doc.GetNextObjectID())
		s.doc.AddPageWithOption(gopdf.PageOption{PageSize: pageRect(p.boxes)})
		s.note(i, pageObject)
		s.hand(p.content)
		s.note(i, contentObject)
		p.content = ""
	}
	for i, sub := range w.subsets {
		if err := s.doc.AddTTFFontDataWithOption(names[i], sub.skeletonFont(names[i]), gopdf.TtfOption{}); err != nil {
			return nil, fmt.Errorf("font %s: %w", sub.face.Name(), err)
		}
		s.fonts = append(s.fonts, s.doc.GetNextObjectID()-1)
		s.note(i, toUnicodeObject, programObject, descriptorObject, cidFontObject, fontObject)
	}
	for i := range w.images.list {
		s.images = append(s.images, s.doc.GetNextObjectID())
		s.hand("null\n") // the finisher writes the picture in its place
		s.note(i, imageObject)
	}
	if len(s.kinds) != s.doc.GetNextObjectID() {
		return nil, errSkeleton
	}
	return s, nil
}

// errSkeleton means that gopdf no longer makes the objects that are expected here.
var errSkeleton = fmt.Errorf("gopdf made other objects than expected")

func (s *skeleton) note(which int, kinds ...objectKind) {
	for _, k := range kinds {
		s.kinds = append(s.kinds, k)
		s.which = append(s.which, which)
	}
}

// hand gives gopdf an object as it is to stand in the file. It is the one place
// where content passes to gopdf.
func (s *skeleton) hand(object string) {
	next := s.doc.GetNextObjectID()
	s.doc.ImportObjects(map[int]string{next: object}, next)
}

// contentStream returns the stream object of a page's content.
func contentStream(deflated []byte) string {
	head := fmt.Sprintf("<</Filter/FlateDecode/Length %d>>\nstream\n", len(deflated))
	b := make([]byte, 0, len(head)+len(deflated)+12)
	b = append(append(append(b, head...), deflated...), "\nendstream\n"...)
	return unsafe.String(unsafe.SliceData(b), len(b))
}

func pageRect(b pageBoxes) *gopdf.Rect {
	return &gopdf.Rect{W: (b.trim.W + 2*b.bleed).Points(), H: (b.trim.H + 2*b.bleed).Points()}
}

// write has gopdf write its objects and passes each to object.
func (s *skeleton) write(object func(number int, body []byte) error) error {
	c := &cutter{next: 1, object: object}
	if _, err := s.doc.WriteTo(c); err != nil {
		return err
	}
	if c.err == nil && c.next != len(s.kinds) {
		c.err = errSkeleton
	}
	return c.err
}

// cutter cuts what gopdf writes into objects. gopdf writes the line that begins an
// object, and the one that ends it, each in a call of its own.
type cutter struct {
	next   int
	inside bool
	body   []byte
	object func(number int, body []byte) error
	err    error
}

var _ io.Writer = (*cutter)(nil)

func (c *cutter) Write(b []byte) (int, error) {
	switch {
	case c.err != nil:
	case !c.inside:
		c.inside = string(b) == fmt.Sprintf("%d 0 obj\n", c.next)
	case string(b) == "endobj\n\n":
		c.err = c.object(c.next, c.body)
		c.next++
		c.inside, c.body = false, c.body[:0]
	default:
		c.body = append(c.body, b...)
	}
	return len(b), nil
}

// skeletonFont returns the font file that gopdf sees: the face's metrics without
// any glyph. gopdf would look up each code point in a list and copy each glyph byte
// by byte; the finisher puts the program in its place.
func (s *subset) skeletonFont(name string) []byte {
	empty := &subset{face: s.face, sfnt: s.sfnt, slots: []slot{{}}}
	tables := map[string][]byte{
		"OS/2": make([]byte, 96),
		"cmap": emptyCmap,
		"glyf": {},
		"head": empty.head(false),
		"hhea": empty.hhea(1),
		"hmtx": make([]byte, 4),
		"loca": make([]byte, 4),
		"maxp": empty.maxp(1),
		"name": nameTable(name),
		"post": make([]byte, 32),
	}
	copy(tables["OS/2"], s.sfnt.Table("OS/2"))
	copy(tables["post"], s.sfnt.Table("post"))
	be.PutUint32(tables["post"], 0x00030000)
	return fonts.JoinTables(tables)
}

// emptyCmap is a Unicode table of format 4 with its closing segment only.
var emptyCmap = []byte{
	0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, // version; one table: Windows, Unicode, at 12
	0, 4, 0, 24, 0, 0, 0, 2, 0, 2, 0, 0, 0, 0, // format, length, language, segments, search values
	0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0, 1, 0, 0, // end, padding, start, delta, offset
}

// nameTable holds the PostScript name and nothing else.
func nameTable(name string) []byte {
	t := []byte{0, 0, 0, 1, 0, 18, 0, 1, 0, 0, 0, 0, 0, 6, 0, byte(len(name)), 0, 0}
	return append(t, name...)
}
