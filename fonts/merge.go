package fonts

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strings"
)

var be = binary.BigEndian

// lastChar is the last character that any bundled face has.
const lastChar = 0x3FFFF

// Merge returns the file of a font with the characters of all faces: each as the
// first face shows it that has it. It is for programs that take one font and know no
// chains, such as a toolkit of widgets. Only nominal glyphs are taken, and for the
// characters of proportional, such as quotation marks that Chinese sets full-width,
// what a face has for Latin text (the feature pwid); there is no kerning and no other
// feature. The faces must have the same units per em, and together no more than 65,535
// glyphs.
func Merge(name, proportional string, faces ...*Face) ([]byte, error) {
	first := faces[0].Sfnt()
	m := merger{proportional: proportional, tables: map[string][]byte{}, chars: map[rune]int{}}
	for _, f := range faces {
		if err := f.Load(); err != nil {
			return nil, err
		}
		if f.UnitsPerEm() != first.UnitsPerEm {
			return nil, fmt.Errorf("fonts: %s and %s have different units", faces[0].Name(), f.Name())
		}
		m.add(f)
	}
	if m.count() > 0xFFFF {
		return nil, fmt.Errorf("fonts: %d glyphs are too many for one font", m.count())
	}
	for _, tag := range []string{"head", "hhea", "maxp", "OS/2"} {
		m.tables[tag] = slices.Clone(first.Table(tag))
	}
	be.PutUint16(m.tables["head"][50:], 1) // long offsets
	be.PutUint32(m.tables["head"][8:], 0)  // checksum, filled in by JoinTables
	be.PutUint16(m.tables["hhea"][34:], uint16(m.count()))
	be.PutUint16(m.tables["maxp"][4:], uint16(m.count()))
	m.tables["cmap"] = m.cmap()
	m.tables["glyf"], m.tables["loca"], m.tables["hmtx"] = m.glyf, be.AppendUint32(m.loca, uint32(len(m.glyf))), m.hmtx
	m.tables["name"] = namesOf(name)
	m.tables["post"] = be.AppendUint32(nil, 0x00030000)
	m.tables["post"] = append(m.tables["post"], make([]byte, 28)...)
	return JoinTables(m.tables), nil
}

// merger takes the glyphs of faces one after the other.
type merger struct {
	proportional     string
	tables           map[string][]byte
	chars            map[rune]int // to glyphs of the new font
	glyf, loca, hmtx []byte
}

func (m *merger) count() int { return len(m.loca) / 4 }

// add takes the characters of a face that are not there yet, and their glyphs; the
// face's .notdef is the font's if it is the first.
func (m *merger) add(f *Face) {
	s, from := f.Sfnt(), map[GID]int{}
	var order []GID
	base := m.count()
	want := func(g GID) int {
		at, ok := from[g]
		if !ok {
			at = base + len(order)
			from[g] = at
			order = append(order, g)
		}
		return at
	}
	if base == 0 {
		want(0)
	}
	for r := rune(1); r <= lastChar; r++ {
		if _, ok := m.chars[r]; ok {
			continue
		}
		if g, ok := f.Glyph(r); ok {
			if strings.ContainsRune(m.proportional, r) {
				g = NewShaper().Shape(f, string(r), "en", LTR, "pwid")[0].ID
			}
			m.chars[r] = want(g)
		}
	}
	for i := 0; i < len(order); i++ { // composites ask for more while we go
		data := slices.Clone(s.GlyphData(order[i]))
		for _, c := range Components(data) {
			be.PutUint16(data[c.At:], uint16(want(c.ID)))
		}
		m.loca = be.AppendUint32(m.loca, uint32(len(m.glyf)))
		m.glyf = append(m.glyf, data...)
		for len(m.glyf)%4 != 0 {
			m.glyf = append(m.glyf, 0)
		}
		m.hmtx = be.AppendUint16(m.hmtx, uint16(s.Advance(order[i])))
		m.hmtx = be.AppendUint16(m.hmtx, uint16(int16(s.LeftBearing(order[i]))))
	}
}

// cmap returns a character map of groups (format 12).
func (m *merger) cmap() []byte {
	type group struct{ first, last, glyph uint32 }
	var groups []group
	for _, r := range slices.Sorted(maps.Keys(m.chars)) {
		c, g := uint32(r), uint32(m.chars[r])
		if n := len(groups) - 1; n >= 0 && groups[n].last+1 == c && groups[n].glyph+c-groups[n].first == g {
			groups[n].last = c
			continue
		}
		groups = append(groups, group{c, c, g})
	}
	t := []byte{0, 0, 0, 1, 0, 3, 0, 10} // version 0, one subtable: Windows, full Unicode
	t = be.AppendUint32(t, 12)           // where it begins
	t = append(t, 0, 12, 0, 0)
	t = be.AppendUint32(t, uint32(16+12*len(groups)))
	t = be.AppendUint32(t, 0)
	t = be.AppendUint32(t, uint32(len(groups)))
	for _, g := range groups {
		t = be.AppendUint32(t, g.first)
		t = be.AppendUint32(t, g.last)
		t = be.AppendUint32(t, g.glyph)
	}
	return t
}

// namesOf says what the font is called: family, style, full and PostScript name.
func namesOf(name string) []byte {
	values := []struct {
		id   uint16
		text string
	}{{1, name}, {2, "Regular"}, {4, name}, {6, name}}
	t := be.AppendUint16(nil, 0)
	t = be.AppendUint16(t, uint16(len(values)))
	t = be.AppendUint16(t, uint16(6+12*len(values)))
	var text []byte
	for _, v := range values {
		start := len(text)
		for _, c := range v.text {
			text = be.AppendUint16(text, uint16(c))
		}
		for _, field := range []uint16{3, 1, 0x409, v.id, uint16(len(text) - start), uint16(start)} {
			t = be.AppendUint16(t, field)
		}
	}
	return append(t, text...)
}

// JoinTables returns a TrueType file of tables, with right checksums.
func JoinTables(tables map[string][]byte) []byte {
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
