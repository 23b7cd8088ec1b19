package fonts

// GID is the number of a glyph in its face.
type GID = uint16

// OutlineOp says what an OutlineSegment does.
type OutlineOp uint8

const (
	OutlineMove OutlineOp = iota // P[0]
	OutlineLine                  // P[0]
	OutlineQuad                  // P[0] control, P[1] end
)

// OutlineSegment is a step of a glyph's outline; every contour ends where it
// began. Coordinates are font units, y upwards, in 1/2 units exactly where an
// implied point falls between two.
type OutlineSegment struct {
	Op OutlineOp
	P  [2]OutlinePoint
}

// OutlinePoint is a point of an outline in font units.
type OutlinePoint struct{ X, Y float32 }

// maxComponents bounds the parts of a composite glyph, and maxDepth their nesting,
// against files made to hang a reader.
const (
	maxComponents = 256
	maxDepth      = 8
)

// GlyphData returns the raw bytes of a glyph in the glyf table; nil is an empty
// glyph.
func (s *Sfnt) GlyphData(g GID) []byte {
	i := int(g)
	if i >= s.NumGlyphs {
		return nil
	}
	var start, end int
	if s.longLoca {
		if len(s.loca) < 4*(i+2) {
			return nil
		}
		start, end = u16(s.loca, 4*i)<<16|u16(s.loca, 4*i+2), u16(s.loca, 4*i+4)<<16|u16(s.loca, 4*i+6)
	} else {
		if len(s.loca) < 2*(i+2) {
			return nil
		}
		start, end = 2*u16(s.loca, 2*i), 2*u16(s.loca, 2*i+2)
	}
	if start >= end || end > len(s.glyf) || end-start < 10 {
		return nil
	}
	if s.frames != nil {
		s.frames.ensure(s.glyfAt+start, s.glyfAt+end)
	}
	return s.glyf[start:end:end]
}

// Component is one part of a composite glyph.
type Component struct {
	ID     GID
	At     int // byte offset of the part's glyph id in the glyph's data
	XX, XY float32
	YX, YY float32
	DX, DY float32
}

// Composite flags of the glyf table.
const (
	argsAreWords    = 0x0001
	argsAreXY       = 0x0002
	haveScale       = 0x0008
	moreComponents  = 0x0020
	haveXYScale     = 0x0040
	haveTwoByTwo    = 0x0080
	scaledOffset    = 0x0800
	compositeHeader = 10
)

// Components returns the parts of a composite glyph's data, and nil for a simple
// one. Parts placed by matching points are put at the origin.
func Components(data []byte) []Component {
	if len(data) < compositeHeader || i16(data, 0) >= 0 {
		return nil
	}
	var parts []Component
	for at, more := compositeHeader, true; more && len(parts) < maxComponents; {
		if at+4 > len(data) {
			break
		}
		flags := u16(data, at)
		c := Component{ID: GID(u16(data, at+2)), At: at + 2, XX: 1, YY: 1}
		at += 4
		if flags&argsAreWords != 0 {
			if at+4 > len(data) {
				break
			}
			c.DX, c.DY = float32(i16(data, at)), float32(i16(data, at+2))
			at += 4
		} else {
			if at+2 > len(data) {
				break
			}
			c.DX, c.DY = float32(int8(data[at])), float32(int8(data[at+1]))
			at += 2
		}
		if flags&argsAreXY == 0 {
			c.DX, c.DY = 0, 0
		}
		f2dot14 := func() float32 {
			if at+2 > len(data) {
				return 0
			}
			at += 2
			return float32(i16(data, at-2)) / (1 << 14)
		}
		switch {
		case flags&haveScale != 0:
			c.XX = f2dot14()
			c.YY = c.XX
		case flags&haveXYScale != 0:
			c.XX, c.YY = f2dot14(), f2dot14()
		case flags&haveTwoByTwo != 0:
			c.XX, c.XY, c.YX, c.YY = f2dot14(), f2dot14(), f2dot14(), f2dot14()
		}
		parts = append(parts, c)
		more = flags&moreComponents != 0
	}
	return parts
}

// Outline returns the outline of a glyph, composites resolved. A damaged glyph
// gives what could be read of it.
func (s *Sfnt) Outline(g GID) []OutlineSegment {
	budget := maxComponents
	return s.outline(nil, g, 0, &budget)
}

func (s *Sfnt) outline(out []OutlineSegment, g GID, depth int, budget *int) []OutlineSegment {
	data := s.GlyphData(g)
	if data == nil || depth > maxDepth {
		return out
	}
	if n := i16(data, 0); n >= 0 {
		return simpleOutline(out, data, n)
	}
	for _, c := range Components(data) {
		if *budget--; *budget < 0 {
			break
		}
		from := len(out)
		out = s.outline(out, c.ID, depth+1, budget)
		for i := from; i < len(out); i++ {
			for k := range out[i].P {
				p := &out[i].P[k]
				p.X, p.Y = p.X*c.XX+p.Y*c.YX+c.DX, p.X*c.XY+p.Y*c.YY+c.DY
			}
		}
	}
	return out
}

// simpleOutline reads the contours of a simple glyph (OpenType, glyf table).
func simpleOutline(out []OutlineSegment, data []byte, contours int) []OutlineSegment {
	at := 10 + 2*contours
	if contours == 0 || len(data) < at+2 {
		return out
	}
	points := u16(data, at-2) + 1
	at += 2 + u16(data, at)
	flags := make([]byte, 0, points)
	for len(flags) < points {
		if at >= len(data) {
			return out
		}
		f := data[at]
		at++
		flags = append(flags, f)
		if f&8 != 0 {
			if at >= len(data) {
				return out
			}
			for n := data[at]; n > 0 && len(flags) < points; n-- {
				flags = append(flags, f)
			}
			at++
		}
	}
	xs, at, ok := coordinates(data, at, flags, 2, 16)
	if !ok {
		return out
	}
	ys, _, ok := coordinates(data, at, flags, 4, 32)
	if !ok {
		return out
	}
	first := 0
	for c := range contours {
		last := u16(data, 10+2*c)
		if last >= points || last < first {
			return out
		}
		out = contour(out, xs[first:last+1], ys[first:last+1], flags[first:last+1])
		first = last + 1
	}
	return out
}

func coordinates(data []byte, at int, flags []byte, short, same byte) ([]int, int, bool) {
	vs := make([]int, len(flags))
	v := 0
	for i, f := range flags {
		switch {
		case f&short != 0:
			if at >= len(data) {
				return nil, at, false
			}
			if f&same != 0 {
				v += int(data[at])
			} else {
				v -= int(data[at])
			}
			at++
		case f&same == 0:
			if at+2 > len(data) {
				return nil, at, false
			}
			v += i16(data, at)
			at += 2
		}
		vs[i] = v
	}
	return vs, at, true
}

// contour turns on- and off-curve points into segments; two off-curve points in a
// row imply an on-curve point half-way.
func contour(out []OutlineSegment, xs, ys []int, flags []byte) []OutlineSegment {
	n := len(xs)
	if n < 2 {
		return out
	}
	pt := func(i int) OutlinePoint { i %= n; return OutlinePoint{float32(xs[i]), float32(ys[i])} }
	on := func(i int) bool { return flags[i%n]&1 != 0 }
	mid := func(a, b OutlinePoint) OutlinePoint { return OutlinePoint{(a.X + b.X) / 2, (a.Y + b.Y) / 2} }
	start := 0
	for start < n && !on(start) {
		start++
	}
	var begin OutlinePoint
	if start == n {
		start = 0
		begin = mid(pt(n-1), pt(0))
		start--
	} else {
		begin = pt(start)
	}
	out = append(out, OutlineSegment{Op: OutlineMove, P: [2]OutlinePoint{begin}})
	steps := n
	if start < 0 {
		start, steps = n-1, n+0
	}
	for i := start + 1; i <= start+steps; i++ {
		if on(i) {
			out = append(out, OutlineSegment{Op: OutlineLine, P: [2]OutlinePoint{pt(i)}})
			continue
		}
		c := pt(i)
		end := begin
		if i < start+steps {
			if on(i + 1) {
				i++
				end = pt(i)
			} else {
				end = mid(c, pt(i+1))
			}
		}
		out = append(out, OutlineSegment{Op: OutlineQuad, P: [2]OutlinePoint{c, end}})
	}
	return out
}
