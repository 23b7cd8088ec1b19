package pdf

import (
	"maps"
	"math"
	"math/bits"
	"slices"
)

// head returns the font's head table for outlines without hinting.
func (s *subset) head(longLoca bool) []byte {
	t := make([]byte, 54)
	copy(t, s.sfnt.Table("head"))
	be.PutUint32(t, 0x00010000)
	be.PutUint32(t[8:], 0) // checksum, filled in by sfntFile
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

// sfntFile joins tables into a font file with right checksums.
func sfntFile(tables map[string][]byte) []byte {
	n := len(tables)
	log := bits.Len(uint(n)) - 1
	size := 12 + 16*n
	for _, t := range tables {
		size += (len(t) + 3) &^ 3
	}
	out := make([]byte, 12+16*n, size)
	be.PutUint32(out, 0x00010000)
	be.PutUint16(out[4:], uint16(n))
	be.PutUint16(out[6:], uint16(16<<log))
	be.PutUint16(out[8:], uint16(log))
	be.PutUint16(out[10:], uint16(16*n-16<<log))
	head := 0
	for i, tag := range slices.Sorted(maps.Keys(tables)) {
		at := len(out)
		if tag == "head" {
			head = at
		}
		out = append(out, tables[tag]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		rec := out[12+16*i:]
		copy(rec, tag)
		be.PutUint32(rec[4:], checksum(out[at:]))
		be.PutUint32(rec[8:], uint32(at))
		be.PutUint32(rec[12:], uint32(len(tables[tag])))
	}
	if head > 0 {
		be.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	}
	return out
}

func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += be.Uint32(b)
	}
	return sum
}
