package pdf

import (
	"fmt"
	"strconv"
	"sync"

	"safety365/bulletins/page"
)

// imageSet holds the pictures of a file, each once, in order of first use.
type imageSet struct {
	list   []*pictureRecord
	byHash map[[32]byte]int
	budget *budget
}

// decodedPixels bounds the pixels of all pictures that are decoded at a time.
const decodedPixels = 64 << 20

func (s *imageSet) init() {
	s.byHash = map[[32]byte]int{}
	s.budget = newBudget(decodedPixels)
}

// pictureRecord is a picture with what will stand in the file for it.
type pictureRecord struct {
	source *page.ImageSource
	need   int // pixels across that its largest use asks for; 0: all

	mu     sync.Mutex
	made   int // the need that result was made for
	result *picture
	err    error
}

// picture is an image XObject. Without data, the bytes of the source's file are
// its data, and are read when they are written.
type picture struct {
	entries string
	data    []byte
	size    int64
}

// image draws a picture.
func (e *encoder) image(im *page.Image) {
	if im.Source == nil || im.Source.Width <= 0 || im.Source.Height <= 0 || im.Rect.W <= 0 || im.Rect.H <= 0 {
		return
	}
	n := e.w.picture(im.Source, e.pixels(im))
	e.rec.addImage(n)
	e.begin(im.Tag)
	at := e.at(page.Point{X: im.Rect.X, Y: im.Rect.Y + im.Rect.H})
	e.buf = append(e.buf, "q "...)
	e.buf = appendNumbers(e.buf, milli(im.Rect.W), 0, 0, milli(im.Rect.H), at.x, at.y)
	e.buf = append(e.buf, "cm /I"...)
	e.buf = strconv.AppendInt(e.buf, int64(n+1), 10)
	e.buf = append(e.buf, " Do Q\n"...)
	e.extend(im.Tag, im.Rect)
}

// pixels returns how many pixels across a picture needs at its printed size; 0 is
// all that it has. A picture with little too many is left alone.
func (e *encoder) pixels(im *page.Image) int {
	dpi := e.w.opts.ImageDPI
	if dpi == 0 {
		return 0
	}
	scale := matrixScale(e.ctm)
	across := func(l page.Length) int64 {
		return int64(l.MulDiv(scale, one).MulDiv(int64(dpi), int64(page.Inch))) + 1
	}
	w, h := across(im.Rect.W), across(im.Rect.H)
	if byHeight := h * int64(im.Source.Width) / int64(im.Source.Height); byHeight > w {
		w = byHeight // stretched: the direction that needs more
	}
	if w*5/4 >= int64(im.Source.Width) {
		return 0
	}
	return max(1, int(w))
}

// picture returns the number of a picture, and has it made if it is new or if
// this use asks for more pixels than the ones before.
func (w *Writer) picture(src *page.ImageSource, need int) int {
	n, ok := w.images.byHash[src.Hash]
	if !ok {
		n = len(w.images.list)
		w.images.byHash[src.Hash] = n
		w.images.list = append(w.images.list, &pictureRecord{source: src, need: need})
	}
	r := w.images.list[n]
	switch {
	case !ok:
	case r.need == 0 || need != 0 && need <= r.need:
		return n
	}
	r.need = need
	w.pool.run(func() { r.make(need, w.images.budget) })
	return n
}

// make makes the picture for a need, unless one for a larger need is there.
func (r *pictureRecord) make(need int, b *budget) {
	p, err := passThrough(r.source, need)
	if p == nil && err == nil {
		n := b.take(r.source.Width*r.source.Height, decodedPixels)
		p, err = convert(r.source, need)
		b.give(n)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.result == nil && r.err == nil || need == 0 || r.made != 0 && need > r.made {
		r.result, r.err, r.made = p, err, need
	}
}

// passThrough returns a JPEG file as it is, if it can stand in a PDF unchanged, or
// nil.
func passThrough(src *page.ImageSource, need int) (*picture, error) {
	if src.Format != "jpeg" || src.Orientation > 1 || need != 0 || src.Channels != 1 && src.Channels != 3 {
		return nil, nil
	}
	data, err := src.Bytes()
	if err != nil {
		return nil, err
	}
	h, ok := readJPEG(data)
	if !ok || h.channels != src.Channels || h.width != src.Width || h.height != src.Height {
		return nil, nil
	}
	return &picture{entries: imageEntries(h.width, h.height, deviceSpace(h.channels)) + "/Filter/DCTDecode", size: int64(len(data))}, nil
}

func deviceSpace(channels int) string {
	if channels == 1 {
		return "/DeviceGray"
	}
	return "/DeviceRGB"
}

func imageEntries(w, h int, space string) string {
	return fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent 8", w, h, space)
}

// jpegHeader is what a PDF says about a JPEG file.
type jpegHeader struct{ width, height, channels int }

// readJPEG reads the frame header. It is not ok for what the DCT filter does not
// take (12 bits, arithmetic coding, lossless) and for a file that is cut short.
func readJPEG(b []byte) (h jpegHeader, ok bool) {
	if len(b) < 4 || b[0] != 0xFF || b[1] != 0xD8 || b[len(b)-2] != 0xFF || b[len(b)-1] != 0xD9 {
		return h, false
	}
	for at := 2; at+9 < len(b) && b[at] == 0xFF; {
		marker, size := b[at+1], int(be.Uint16(b[at+2:]))
		switch {
		case marker == 0xFF: // filling
			at++
			continue
		case marker >= 0xC0 && marker <= 0xC2:
			h = jpegHeader{int(be.Uint16(b[at+7:])), int(be.Uint16(b[at+5:])), int(b[at+9])}
			return h, b[at+4] == 8 && h.width > 0 && h.height > 0
		case marker == 0xD8 || marker == 0xD9 || marker == 0xDA || marker > 0xC2 && marker < 0xD0 && marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
			return h, false
		}
		at += 2 + size
	}
	return h, false
}
