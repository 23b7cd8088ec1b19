package fonts

import (
	"math"
	"testing"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
)

// outlineSum sums up an outline: area by Green's theorem, and the box of its points.
type outlineSum struct {
	area, x0, y0, x1, y1 float64
	start, pen           OutlinePoint
}

func newSum() *outlineSum {
	inf := math.Inf(1)
	return &outlineSum{x0: inf, y0: inf, x1: -inf, y1: -inf}
}

func cross(a, b OutlinePoint) float64 {
	return float64(a.X)*float64(b.Y) - float64(a.Y)*float64(b.X)
}

func (s *outlineSum) move(p OutlinePoint) {
	s.line(s.start)
	s.start, s.pen = p, p
}

func (s *outlineSum) line(p OutlinePoint) {
	if p == s.pen { // a contour of one point, an anchor, is no outline
		return
	}
	s.area += cross(s.pen, p) / 2
	s.pen = p
	s.box(p)
}

func (s *outlineSum) quad(c, p OutlinePoint) {
	// The chord, and two thirds of the triangle that the control point makes with it.
	a := s.pen
	s.area += cross(a, p)/2 + (cross(a, c)+cross(c, p)+cross(p, a))/3
	s.pen = p
	s.box(p)
}

func (s *outlineSum) box(p OutlinePoint) {
	s.x0, s.x1 = min(s.x0, float64(p.X)), max(s.x1, float64(p.X))
	s.y0, s.y1 = min(s.y0, float64(p.Y)), max(s.y1, float64(p.Y))
}

func (s *outlineSum) near(o *outlineSum) bool {
	near := func(a, b float64) bool { return a == b || math.Abs(a-b) < 0.51 }
	return math.Abs(s.area-o.area) <= 2+math.Abs(o.area)/10000 &&
		near(s.x0, o.x0) && near(s.y0, o.y0) && near(s.x1, o.x1) && near(s.y1, o.y1)
}

func sumOf(outline []OutlineSegment) *outlineSum {
	s := newSum()
	for _, seg := range outline {
		switch seg.Op {
		case OutlineMove:
			s.move(seg.P[0])
		case OutlineLine:
			s.line(seg.P[0])
		case OutlineQuad:
			s.quad(seg.P[0], seg.P[1])
		}
	}
	s.line(s.start)
	return s
}

// TestOutlinesLikeGoText compares area and extent of glyphs with go-text's reader,
// which is HarfBuzz's.
func TestOutlinesLikeGoText(t *testing.T) {
	for _, name := range BundledNames() {
		f, err := Bundled(name)
		if err != nil || f.Load() != nil {
			t.Fatal(name, err, f.Load())
		}
		parsed := f.shapingFont(true)
		if parsed == nil {
			t.Fatal(name)
		}
		oracle := font.NewFace(parsed)
		step := 1 + f.Sfnt().NumGlyphs/500
		bad := 0
		for g := 0; g < f.Sfnt().NumGlyphs; g += step {
			want := newSum()
			theirs, _ := oracle.GlyphDataOutline(uint16(g))
			for _, seg := range theirs.Segments {
				p := func(i int) OutlinePoint { return OutlinePoint(seg.Args[i]) }
				switch seg.Op {
				case ot.SegmentOpMoveTo:
					want.move(p(0))
				case ot.SegmentOpLineTo:
					want.line(p(0))
				case ot.SegmentOpQuadTo:
					want.quad(p(0), p(1))
				}
			}
			want.line(want.start)
			if got := sumOf(f.Sfnt().Outline(GID(g))); !got.near(want) {
				if bad++; bad < 4 {
					t.Errorf("%s glyph %d: %+v, want %+v", name, g, *got, *want)
				}
			}
		}
		if bad > 0 {
			t.Errorf("%s: %d glyphs differ", name, bad)
		}
	}
}

// TestContour starts on and off the curve, or has no point on it.
func TestContour(t *testing.T) {
	move := func(x, y float32) OutlineSegment { return OutlineSegment{Op: OutlineMove, P: [2]OutlinePoint{{x, y}}} }
	line := func(x, y float32) OutlineSegment { return OutlineSegment{Op: OutlineLine, P: [2]OutlinePoint{{x, y}}} }
	quad := func(cx, cy, x, y float32) OutlineSegment {
		return OutlineSegment{Op: OutlineQuad, P: [2]OutlinePoint{{cx, cy}, {x, y}}}
	}
	xs, ys := []int{0, 10, 10, 0}, []int{0, 0, 10, 10}
	for _, c := range []struct {
		name  string
		flags []byte
		want  []OutlineSegment
	}{
		{"all on", []byte{1, 1, 1, 1}, []OutlineSegment{move(0, 0), line(10, 0), line(10, 10), line(0, 10), line(0, 0)}},
		{"one off", []byte{1, 0, 1, 1}, []OutlineSegment{move(0, 0), quad(10, 0, 10, 10), line(0, 10), line(0, 0)}},
		{"last off", []byte{1, 1, 1, 0}, []OutlineSegment{move(0, 0), line(10, 0), line(10, 10), quad(0, 10, 0, 0)}},
		{"first off", []byte{0, 1, 1, 1}, []OutlineSegment{move(10, 0), line(10, 10), line(0, 10), quad(0, 0, 10, 0)}},
		{"two off", []byte{1, 0, 0, 1}, []OutlineSegment{move(0, 0), quad(10, 0, 10, 5), quad(10, 10, 0, 10), line(0, 0)}},
		{"one on", []byte{0, 0, 1, 0}, []OutlineSegment{move(10, 10), quad(0, 10, 0, 5), quad(0, 0, 5, 0), quad(10, 0, 10, 10)}},
		{"none on", []byte{0, 0, 0, 0}, []OutlineSegment{move(0, 5), quad(0, 0, 5, 0), quad(10, 0, 10, 5), quad(10, 10, 5, 10), quad(0, 10, 0, 5)}},
	} {
		got := contour(nil, xs, ys, c.flags)
		if len(got) != len(c.want) {
			t.Errorf("%s: %v", c.name, got)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: segment %d is %v, want %v", c.name, i, got[i], c.want[i])
			}
		}
	}
	if got := contour(nil, xs[:1], ys[:1], []byte{1}); got != nil {
		t.Errorf("a single point gives %v", got)
	}
}

// TestDamagedGlyph cuts and changes real glyphs; nothing may panic or go on for ever.
func TestDamagedGlyph(t *testing.T) {
	f, err := Bundled("LiberationSerif-Regular")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "gé%" {
		g, _ := f.Glyph(r)
		data := f.Sfnt().GlyphData(g)
		for n := range data {
			damaged(data[:n])
			changed := append([]byte{}, data...)
			changed[n] ^= 0xff
			damaged(changed)
		}
	}
	// A composite that holds itself twice.
	self := []byte{0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x22, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0}
	damaged(self)
}

// damaged reads the outline of a font whose only glyph is data.
func damaged(data []byte) {
	if len(data)%2 == 1 {
		data = append(append([]byte{}, data...), 0)
	}
	s := &Sfnt{NumGlyphs: 1, glyf: data, loca: []byte{0, 0, byte(len(data) / 2 >> 8), byte(len(data) / 2)}}
	s.Outline(0)
}
