package pdf

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// packed is how many objects share an object stream, and pitch what their offsets
// are multiples of. Both were tried on books of 10,000 to 70,000 tags: round
// offsets, reached by spaces, make an eighth less.
const (
	packed = 200
	pitch  = 25
)

// file writes the objects of a PDF 1.7 file: streams as they come, everything else
// packed into compressed object streams, at last the cross-reference stream.
type file struct {
	w      *bufio.Writer
	hash   hash.Hash
	offset int64
	next   int         // first free object number
	xref   []xrefEntry // by object number
	pack   objectPack
	queue  []*packJob // packs being compressed, in file order
	err    error
}

// xrefEntry says where an object is: at an offset of the file (kind 1) or in an
// object stream at an index (kind 2).
type xrefEntry struct {
	kind  byte
	where int64
	index int
}

type objectPack struct {
	head, body []byte
	objects    []int
}

type packJob struct {
	number int
	pack   objectPack
	packed chan []byte
}

func newFile(out io.Writer) *file {
	f := &file{w: bufio.NewWriterSize(out, 1<<16), hash: sha256.New(), next: 1}
	f.write([]byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"))
	return f
}

func (f *file) write(b []byte) {
	if f.err == nil {
		_, f.err = f.w.Write(b)
	}
	f.hash.Write(b)
	f.offset += int64(len(b))
}

// alloc returns n new object numbers, the first of them.
func (f *file) alloc(n int) int {
	f.next += n
	return f.next - n
}

func (f *file) locate(number int, e xrefEntry) {
	for len(f.xref) <= number {
		f.xref = append(f.xref, xrefEntry{})
	}
	f.xref[number] = e
}

// object writes an object that is not a stream.
func (f *file) object(number int, body []byte) {
	p := &f.pack
	p.head = strconv.AppendInt(p.head, int64(number), 10)
	p.head = append(p.head, ' ')
	p.head = strconv.AppendInt(p.head, int64(len(p.body)), 10)
	p.head = append(p.head, ' ')
	p.body = append(append(p.body, body...), '\n')
	for len(p.body)%pitch != 0 {
		p.body = append(p.body, ' ')
	}
	p.objects = append(p.objects, number)
	if len(p.objects) == packed {
		f.flushPack()
	}
}

// flushPack has the collected objects compressed by another goroutine. Packs are
// put into the file in order, the oldest as soon as several are under way.
func (f *file) flushPack() {
	if len(f.pack.objects) == 0 {
		return
	}
	job := &packJob{number: f.alloc(1), pack: f.pack, packed: make(chan []byte, 1)}
	for i, object := range f.pack.objects {
		f.locate(object, xrefEntry{2, int64(job.number), i})
	}
	f.pack = objectPack{}
	go func() { job.packed <- deflateBest(job.pack.head, job.pack.body) }()
	if f.queue = append(f.queue, job); len(f.queue) > 8 {
		f.writePack()
	}
}

func (f *file) writePack() {
	job := f.queue[0]
	f.queue = f.queue[1:]
	f.stream(job.number, fmt.Sprintf("/Type/ObjStm/N %d/First %d/Filter/FlateDecode", len(job.pack.objects), len(job.pack.head)), <-job.packed)
}

// stream writes a stream object; entries are its dictionary without the length.
func (f *file) stream(number int, entries string, data []byte) {
	f.streamFrom(number, entries, int64(len(data)), bytes.NewReader(data))
}

// streamFrom writes a stream object whose data is read while it is written.
func (f *file) streamFrom(number int, entries string, size int64, data io.Reader) {
	f.beginStream(number, entries, size)
	n, err := io.Copy(writerFunc(func(b []byte) (int, error) { f.write(b); return len(b), f.err }), data)
	if f.err == nil {
		f.err = err
	}
	if f.err == nil && n != size {
		f.err = fmt.Errorf("a stream has %d bytes instead of %d", n, size)
	}
	f.write([]byte("\nendstream\nendobj\n"))
}

func (f *file) beginStream(number int, entries string, size int64) {
	f.locate(number, xrefEntry{1, f.offset, 0})
	f.write(fmt.Appendf(nil, "%d 0 obj\n<<%s/Length %d>>\nstream\n", number, entries, size))
}

type writerFunc func([]byte) (int, error)

func (w writerFunc) Write(b []byte) (int, error) { return w(b) }

// digest returns a hash of everything written so far.
func (f *file) digest() []byte { return f.hash.Sum(nil)[:16] }

// drain writes every object that is still collected or being compressed.
func (f *file) drain() {
	f.flushPack()
	for len(f.queue) > 0 {
		f.writePack()
	}
}

// finish writes the cross-reference stream with the entries of the trailer.
func (f *file) finish(trailer string) error {
	f.drain()
	number, start := f.alloc(1), f.offset
	f.locate(number, xrefEntry{1, start, 0})
	id := f.digest()
	entries := fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>%s/ID[<%X><%X>]", f.next, trailer, id, id)
	f.stream(number, entries, f.xrefRows())
	f.write(fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", start))
	if f.err == nil {
		f.err = f.w.Flush()
	}
	return f.err
}

// xrefRows returns the table, each row as the difference to the one above: rows of
// packed objects become nearly all the same.
func (f *file) xrefRows() []byte {
	const columns = 7
	rows := make([]byte, 0, (columns+1)*f.next)
	var above, row [columns]byte
	for i := range f.next {
		var e xrefEntry
		if i < len(f.xref) {
			e = f.xref[i]
		}
		row[0] = e.kind
		binary.BigEndian.PutUint32(row[1:], uint32(e.where))
		binary.BigEndian.PutUint16(row[5:], uint16(e.index))
		if i == 0 {
			row = [columns]byte{5: 0xFF, 6: 0xFF}
		}
		rows = append(rows, 2)
		for k := range row {
			rows = append(rows, row[k]-above[k])
		}
		above = row
	}
	return deflate(rows)
}
