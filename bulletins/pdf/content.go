package pdf

import (
	"errors"
	"strconv"
	"sync"

	"safety365/bulletins/page"
)

// encoder turns the items of a page into its content stream.
type encoder struct {
	w          *Writer
	rec        *pageRecord
	buf        []byte
	show       []byte // the glyphs of a run, reused
	state      graphics
	saved      []graphics
	mark       page.TagID // of the open marked content; noMark if none is open
	mcids      int32
	text       bool // inside BT … ET
	markInText bool // the marked content began inside
	line       milliPoint
	err        error
	ctm        page.Matrix // of the groups that are open
}

// graphics is the part of the graphics state that operators set and that q and Q
// keep.
type graphics struct {
	fill, stroke string // operators that set the colour
	font         *subset
	size         int64 // thousandths of a point
	spacing      int64 // character spacing, 1/10000 pt
	pen          string
	overprint    uint8 // of filling and stroking, see overprintBit
}

type milliPoint struct{ x, y int64 }

const noMark page.TagID = -1

// initialGraphics is what a page starts with.
var initialGraphics = graphics{fill: "0 g", stroke: "0 G", pen: "1 w"}

// maxDepth bounds groups within groups: PDF/A allows 28 saved graphics states, and
// a picture takes one.
const maxDepth = 27

var errTooDeep = errors.New("groups are nested too deeply")

var contentBuffers = sync.Pool{New: func() any { return new([]byte) }}

func newEncoder(w *Writer, rec *pageRecord) *encoder {
	return &encoder{w: w, rec: rec, buf: (*contentBuffers.Get().(*[]byte))[:0], mark: noMark, state: initialGraphics, ctm: page.Identity}
}

// release gives the buffer to another page.
func (e *encoder) release() { contentBuffers.Put(&e.buf) }

func (e *encoder) items(items []page.Item, depth int) {
	for _, it := range items {
		switch it := it.(type) {
		case *page.GlyphRun:
			e.run(it)
		case *page.Path:
			e.path(it)
		case *page.Image:
			e.image(it)
		case *page.Link:
			e.link(it)
		case *page.Group:
			if depth >= maxDepth {
				e.err = errTooDeep
				return
			}
			e.group(it, depth)
		}
	}
}

// group draws items under a clip and a transform. Marked content never reaches
// across its borders.
func (e *encoder) group(g *page.Group, depth int) {
	e.endMark()
	e.buf = append(e.buf, "q\n"...)
	e.saved = append(e.saved, e.state)
	outer := e.ctm
	if g.Transform != (page.Matrix{}) && g.Transform != page.Identity {
		e.transform(g.Transform)
		e.ctm = multiply(g.Transform, e.ctm)
	}
	if g.Clip != nil {
		e.segments(g.Clip)
		e.buf = append(e.buf, "W n\n"...)
	}
	e.items(g.Items, depth+1)
	e.endMark()
	e.buf = append(e.buf, "Q\n"...)
	e.state = e.saved[len(e.saved)-1]
	e.saved = e.saved[:len(e.saved)-1]
	e.ctm = outer
}

// transform writes a matrix of the display list, whose y axis runs downwards, for
// the coordinates of the file.
func (e *encoder) transform(m page.Matrix) {
	left, top := e.rec.boxes.left, e.rec.boxes.top
	one := int64(1) << 16
	dx := left - left.MulDiv(m.A, one) + top.MulDiv(m.C, one) + m.E
	dy := top - top.MulDiv(m.D, one) + left.MulDiv(m.B, one) - m.F
	for _, v := range []int64{m.A, -m.B, -m.C, m.D} {
		e.buf = append(page.Length(v).AppendDecimal(e.buf, 6), ' ')
	}
	e.buf = append(dx.AppendDecimal(e.buf, 4), ' ')
	e.buf = append(dy.AppendDecimal(e.buf, 4), " cm\n"...)
}

// beginText makes ready to show text of a node. Text objects go on across marked
// content, so that the next piece of text is placed from the one before: the steps
// from line to line and from cell to cell repeat, which compresses well.
func (e *encoder) beginText(tag page.TagID) {
	if e.mark != tag {
		if e.mark != noMark && !e.markInText {
			e.endText()
		}
		e.closeMark()
		e.openText()
		e.openMark(tag)
		e.markInText = true
	}
	e.openText()
}

// begin makes ready to draw something of a node that is not text.
func (e *encoder) begin(tag page.TagID) {
	if e.mark == tag && !e.markInText {
		e.endText()
		return
	}
	e.endMark()
	e.openMark(tag)
	e.markInText = false
}

// endMark closes marked content and text. The one that was opened last is closed
// first.
func (e *encoder) endMark() {
	if !e.markInText {
		e.endText()
	}
	e.closeMark()
	e.endText()
}

// openMark opens marked content of a node.
func (e *encoder) openMark(tag page.TagID) {
	e.mark = tag
	if e.w.opts.Untagged {
		return
	}
	if tag <= 0 {
		e.buf = append(e.buf, "/Artifact BMC\n"...)
		return
	}
	e.buf = append(e.buf, "/P<</MCID "...)
	e.buf = strconv.AppendInt(e.buf, int64(e.mcids), 10)
	e.buf = append(e.buf, ">>BDC\n"...)
	e.w.marks = append(e.w.marks, mark{tag, int32(len(e.w.pages)), e.mcids})
	e.rec.marked = true
	e.mcids++
}

func (e *encoder) closeMark() {
	if e.mark != noMark && !e.w.opts.Untagged {
		e.buf = append(e.buf, "EMC\n"...)
	}
	e.mark = noMark
}

func (e *encoder) openText() {
	if !e.text {
		e.buf = append(e.buf, "BT\n"...)
		e.text, e.line = true, milliPoint{}
	}
}

func (e *encoder) endText() {
	if e.text {
		e.buf = append(e.buf, "ET\n"...)
		e.text = false
	}
}

// at converts a place of the display list to thousandths of a point in the file.
func (e *encoder) at(p page.Point) milliPoint {
	return milliPoint{milli(e.rec.boxes.left + p.X), milli(e.rec.boxes.top - p.Y)}
}
