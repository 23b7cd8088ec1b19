package pdf

import (
	"encoding/binary"
	"math"
	"slices"

	"safety365/fonts"
)

// be is the byte order of font files.
var be = binary.BigEndian

// Flags of a part of a composite glyph.
const (
	partHasInstructions = 0x0100
	partMoreFollow      = 0x0020
	partWordsXY         = 0x0003 // arguments are words, and distances
)

// program returns the subset as a TrueType file with the tables that a reader
// needs to draw glyphs by id. Hinting is left out.
func (s *subset) program() []byte {
	n := len(s.slots)
	glyf := make([]byte, 0, n*128)
	loca := make([]int, 1, n+1)
	hmtx := make([]byte, 0, 4*n)
	for i, sl := range s.slots {
		data, bearing := s.glyph(i)
		glyf = append(glyf, data...)
		if len(glyf)%2 != 0 {
			glyf = append(glyf, 0)
		}
		loca = append(loca, len(glyf))
		hmtx = be.AppendUint16(hmtx, uint16(s.sfnt.Advance(sl.gid)))
		hmtx = be.AppendUint16(hmtx, uint16(bearing))
	}
	long := len(glyf) > 2*math.MaxUint16
	return fonts.JoinTables(map[string][]byte{
		"glyf": glyf,
		"head": s.head(long),
		"hhea": s.hhea(n),
		"hmtx": hmtx,
		"loca": locaTable(loca, long),
		"maxp": s.maxp(n),
	})
}

// glyph returns the data and the left side bearing of a slot.
func (s *subset) glyph(code int) ([]byte, int) {
	sl := s.slots[code]
	switch {
	case code == 0:
		return nil, 0
	case sl.cluster != nil:
		return s.clusterGlyph(sl.cluster)
	}
	data := s.sfnt.GlyphData(sl.gid)
	if len(data) >= 10 && int16(be.Uint16(data)) < 0 {
		data = s.compositeGlyph(data)
	} else {
		data = simpleGlyph(data)
	}
	return data, s.sfnt.LeftBearing(sl.gid)
}

// simpleGlyph returns a glyph without its instructions; a damaged one is empty.
func simpleGlyph(data []byte) []byte {
	if len(data) < 12 {
		return nil
	}
	at := 10 + 2*int(be.Uint16(data))
	if at == 10 || len(data) < at+2 {
		return nil
	}
	n := int(be.Uint16(data[at:]))
	if len(data) < at+2+n {
		return nil
	}
	if n == 0 {
		return data
	}
	return slices.Concat(data[:at], []byte{0, 0}, data[at+2+n:])
}

// compositeGlyph returns a glyph whose parts are named by slot, without its
// instructions. Parts that are cut short are left out.
func (s *subset) compositeGlyph(data []byte) []byte {
	out := slices.Clone(data[:10])
	last := -1 // where the flags of the last part are
	parts := fonts.Components(data)
	for i, c := range parts {
		end := len(data)
		if i+1 < len(parts) {
			end = parts[i+1].At - 2
		} else if n := c.At + 2 + partArguments(be.Uint16(data[c.At-2:])); n <= len(data) {
			end = n
		}
		code, ok := s.part[c.ID]
		if !ok {
			continue
		}
		last = len(out)
		flags := be.Uint16(data[c.At-2:])&^partHasInstructions | partMoreFollow
		out = be.AppendUint16(out, flags)
		out = be.AppendUint16(out, code)
		out = append(out, data[c.At+2:end]...)
		out = append(out, make([]byte, max(0, partArguments(flags)-(end-c.At-2)))...)
	}
	if last < 0 {
		return nil
	}
	out[last+1] &^= partMoreFollow
	return out
}

// partArguments returns the size of what follows flags and glyph id.
func partArguments(flags uint16) int {
	n := 2
	if flags&0x0001 != 0 {
		n = 4
	}
	switch {
	case flags&0x0008 != 0:
		n += 2
	case flags&0x0040 != 0:
		n += 4
	case flags&0x0080 != 0:
		n += 8
	}
	return n
}

// clusterGlyph returns a composite of the glyphs of a cluster. Its bearing is its
// left edge, so that it is drawn where it stands.
func (s *subset) clusterGlyph(cluster []placedGlyph) ([]byte, int) {
	box := [4]float32{math.MaxInt16, math.MaxInt16, math.MinInt16, math.MinInt16}
	var parts []byte
	last := -1
	for _, g := range cluster {
		code, ok := s.part[g.gid]
		if !ok {
			continue
		}
		last = len(parts)
		parts = be.AppendUint16(parts, partWordsXY|partMoreFollow)
		parts = be.AppendUint16(parts, code)
		parts = be.AppendUint16(parts, uint16(g.dx))
		parts = be.AppendUint16(parts, uint16(g.dy))
		for _, seg := range s.sfnt.Outline(g.gid) {
			for _, p := range seg.P[:1+int(seg.Op)/2] {
				x, y := p.X+float32(g.dx), p.Y+float32(g.dy)
				box = [4]float32{min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y)}
			}
		}
	}
	if last < 0 || box[0] > box[2] {
		return nil, 0
	}
	parts[last+1] &^= partMoreFollow
	left := int(math.Floor(float64(box[0])))
	out := be.AppendUint16(nil, 0xFFFF)
	for _, v := range []float64{float64(left), math.Floor(float64(box[1])), math.Ceil(float64(box[2])), math.Ceil(float64(box[3]))} {
		out = be.AppendUint16(out, uint16(int16(max(math.MinInt16, min(math.MaxInt16, v)))))
	}
	return append(out, parts...), left
}
