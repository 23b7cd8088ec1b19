package pdf

import "math"

// head returns the font's head table for outlines without hinting.
func (s *subset) head(longLoca bool) []byte {
	t := make([]byte, 54)
	copy(t, s.sfnt.Table("head"))
	be.PutUint32(t, 0x00010000)
	be.PutUint32(t[8:], 0) // checksum, filled in by fonts.JoinTables
	be.PutUint32(t[12:], 0x5F0F3CF5)
	be.PutUint16(t[16:], be.Uint16(t[16:])&^0x001C) // instructions do not move anything
	be.PutUint16(t[18:], uint16(s.sfnt.UnitsPerEm))
	be.PutUint16(t[50:], 0)
	if longLoca {
		be.PutUint16(t[50:], 1)
	}
	be.PutUint16(t[52:], 0)
	return t
}

func (s *subset) hhea(n int) []byte {
	t := make([]byte, 36)
	copy(t, s.sfnt.Table("hhea"))
	be.PutUint32(t, 0x00010000)
	be.PutUint16(t[32:], 0)
	be.PutUint16(t[34:], uint16(n))
	return t
}

// maxp keeps the font's own limits of outlines; clusters add to them at most a
// level and their parts.
func (s *subset) maxp(n int) []byte {
	t := make([]byte, 32)
	if old := s.sfnt.Table("maxp"); len(old) >= 32 {
		copy(t, old)
	} else {
		for i := 6; i < 14; i += 2 {
			be.PutUint16(t[i:], math.MaxUint16)
		}
	}
	be.PutUint32(t, 0x00010000)
	be.PutUint16(t[4:], uint16(n))
	be.PutUint16(t[14:], 1) // zones
	clear(t[16:28])         // twilight points, storage, functions, instructions, stack
	parts, clusters := be.Uint16(t[28:]), false
	for _, sl := range s.slots {
		clusters = clusters || sl.cluster != nil
		parts = max(parts, uint16(min(len(sl.cluster), math.MaxUint16)))
	}
	be.PutUint16(t[28:], parts)
	if depth := be.Uint16(t[30:]); clusters && depth < math.MaxUint16 {
		be.PutUint16(t[30:], depth+1)
	}
	return t
}

func locaTable(offsets []int, long bool) []byte {
	var t []byte
	for _, at := range offsets {
		if long {
			t = be.AppendUint32(t, uint32(at))
		} else {
			t = be.AppendUint16(t, uint16(at/2))
		}
	}
	return t
}
