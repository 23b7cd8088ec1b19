package page

import "safety365/fonts"

// Item is something painted: *GlyphRun, *Path, *Image, *Link or *Group. The set
// is closed.
type Item interface{ isItem() }

func (*GlyphRun) isItem() {}
func (*Path) isItem()     {}
func (*Image) isItem()    {}
func (*Link) isItem()     {}
func (*Group) isItem()    {}

// GlyphRun is a row of glyphs of one face, size and colour, with the text that
// they show.
type GlyphRun struct {
	Face     *fonts.Face
	Size     Length // of the em
	Color    Color
	Origin   Point  // the first glyph's place on the baseline
	Vertical bool   // set from top to bottom
	Lang     string // BCP 47
	Text     string
	Glyphs   []Glyph
	Tag      TagID
	Source   Source
}

// Glyph is one glyph of a run.
type Glyph struct {
	ID      fonts.GID
	Start   uint16 // first byte of its characters in Text; the glyph with the next larger Start ends it; glyphs of one cluster share Start
	X, Y    Length // where its origin stands, from the run's Origin, y downwards
	Advance Length // how far the pen moves before the next glyph, justification included
}

// Cluster returns the text of glyph i. Of several glyphs with the same
// characters the first has the text and the others have none.
func (r *GlyphRun) Cluster(i int) string {
	start := int(r.Glyphs[i].Start)
	if i > 0 && int(r.Glyphs[i-1].Start) == start {
		return ""
	}
	end := len(r.Text)
	for _, g := range r.Glyphs[i+1:] {
		if int(g.Start) != start {
			end = int(g.Start)
			break
		}
	}
	return r.Text[start:end]
}

// Source points back into the document: a top-level block and a byte offset in
// it. Line numbers are looked up when needed.
type Source struct {
	Block  int32 // index of the top-level block; -1: not from the text
	Offset int32
}

// Path is an outline that is filled, stroked or both.
type Path struct {
	Segments []Segment
	Fill     Color // zero: not filled
	Stroke   Stroke
	EvenOdd  bool
	Tag      TagID
}

// Stroke is a pen. The zero Stroke draws nothing.
type Stroke struct {
	Color Color
	Width Length
	Dash  []Length // lengths of dash, gap, dash …
	Round bool     // round caps and joins
}

// SegmentOp says what a Segment does.
type SegmentOp uint8

const (
	MoveTo  SegmentOp = iota // P[0]
	LineTo                   // P[0]
	CubicTo                  // P[0], P[1] controls, P[2] end
	ClosePath
)

// Segment is one step of a path.
type Segment struct {
	Op SegmentOp
	P  [3]Point
}

// RectPath returns the closed outline of r.
func RectPath(r Rect) []Segment {
	return []Segment{
		{Op: MoveTo, P: [3]Point{{r.X, r.Y}}},
		{Op: LineTo, P: [3]Point{{r.X + r.W, r.Y}}},
		{Op: LineTo, P: [3]Point{{r.X + r.W, r.Y + r.H}}},
		{Op: LineTo, P: [3]Point{{r.X, r.Y + r.H}}},
		{Op: ClosePath},
	}
}

// Image is a picture in a rectangle.
type Image struct {
	Rect   Rect
	Source *ImageSource
	Tag    TagID
}

// Link is a place to click: to a URI or to a destination of the Book.
type Link struct {
	Rect Rect
	URI  string // or
	Dest string // a name in Book.Dests
	Text string // what the link says, for those who cannot see it
	Tag  TagID
}

// Group is a list of items under a clip and a transform.
type Group struct {
	Transform Matrix    // zero value: none
	Clip      []Segment // nil: none; in the coordinates inside the transform
	Items     []Item
}

// Matrix maps (x, y) to (A·x + C·y + E, B·x + D·y + F); A to D are 16.16 fixed
// point numbers (65536 is 1).
type Matrix struct {
	A, B, C, D int64
	E, F       Length
}

// Apply maps a point. The zero Matrix maps every point to itself.
func (m Matrix) Apply(p Point) Point {
	if m == (Matrix{}) {
		return p
	}
	return Point{
		X: p.X.MulDiv(m.A, 65536) + p.Y.MulDiv(m.C, 65536) + m.E,
		Y: p.X.MulDiv(m.B, 65536) + p.Y.MulDiv(m.D, 65536) + m.F,
	}
}

// Identity maps every point to itself.
var Identity = Matrix{A: 65536, D: 65536}
