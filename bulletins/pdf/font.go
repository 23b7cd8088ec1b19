package pdf

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// fontData is a subset ready for the file.
type fontData struct {
	subset    *subset
	name      string // ABCDEF+PostScriptName
	program   []byte // compressed
	size      int    // of the program
	toUnicode []byte // compressed
}

// makeFonts makes the font programs, on all cores.
func makeFonts(w *Writer) []*fontData {
	list := make([]*fontData, len(w.subsets))
	for i, s := range w.subsets {
		w.pool.run(func() {
			program, text := s.program(), s.toUnicode()
			f := &fontData{subset: s, size: len(program)}
			f.name = subsetTag(program, text, i) + "+" + plainName(s.face.Name())
			f.program, f.toUnicode = deflateBest(program), deflateBest(text)
			list[i] = f
		})
	}
	w.pool.wait()
	return list
}

// subsetTag returns six capitals that depend on what is in a subset.
func subsetTag(program, text []byte, index int) string {
	h := sha256.New()
	h.Write(program)
	h.Write(text)
	h.Write([]byte{byte(index >> 8), byte(index)})
	var tag [6]byte
	for i, c := range h.Sum(nil)[:6] {
		tag[i] = 'A' + c%26
	}
	return string(tag[:])
}

// plainName keeps of a font's name what a PDF name may hold without escapes.
func plainName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r > '~' || r <= ' ' || strings.ContainsRune("()<>[]{}/%#", r) {
			return -1
		}
		return r
	}, s)
	if s == "" {
		s = "Font"
	}
	return s[:min(len(s), 100)]
}

// Flags of a font descriptor.
const (
	flagFixedPitch = 1 << 0
	flagSymbolic   = 1 << 2 // codes have no standard meaning
	flagItalic     = 1 << 6
)

// describe sets what gopdf guesses: the font's measures in 1/1000 em.
func (f *fontData) describe(d *dict) {
	s := f.subset.sfnt
	scale := func(v int) string { return itoa(perMille(v, s.UnitsPerEm)) }
	flags, stem := flagSymbolic, 80
	if s.Italic || s.ItalicAngle != 0 {
		flags |= flagItalic
	}
	if post := s.Table("post"); len(post) >= 16 && be.Uint32(post[12:]) != 0 {
		flags |= flagFixedPitch
	}
	if s.Bold {
		stem = 140
	}
	d.set("FontFamily", string(appendText(nil, familyName(f.subset))))
	d.set("Ascent", scale(s.Ascent))
	d.set("Descent", scale(-s.Descent))
	d.set("CapHeight", scale(s.CapHeight))
	d.set("XHeight", "")
	if s.XHeight > 0 {
		d.set("XHeight", scale(s.XHeight))
	}
	d.set("ItalicAngle", itoa(s.ItalicAngle))
	d.set("Flags", itoa(flags))
	d.set("StemV", itoa(stem))
	d.set("FontBBox", fmt.Sprintf("[%s %s %s %s]", scale(s.BBox[0]), scale(s.BBox[1]), scale(s.BBox[2]), scale(s.BBox[3])))
}

func familyName(s *subset) string {
	if s.sfnt.Family != "" {
		return s.sfnt.Family
	}
	return s.face.Name()
}

func perMille(v, upem int) int {
	if v < 0 {
		return -perMille(-v, upem)
	}
	return (2000*v + upem) / (2 * upem)
}

// measure sets the exact widths. The commonest is the default one.
func (f *fontData) measure(d *dict) {
	d.set("CIDToGIDMap", "/Identity")
	slots := f.subset.slots
	usual := usualWidth(slots)
	d.set("DW", string(appendMilli(nil, usual)))
	b := []byte{'['}
	for i := 1; i < len(slots); i++ {
		if slots[i].width == usual {
			continue
		}
		b = append(b, itoa(i)...)
		b = append(b, '[')
		for ; i < len(slots) && slots[i].width != usual; i++ {
			b = append(appendMilli(b, slots[i].width), ' ')
		}
		b[len(b)-1] = ']'
	}
	d.set("W", "")
	if len(b) > 1 {
		d.set("W", string(append(b, ']')))
	}
}

func usualWidth(slots []slot) int64 {
	count := map[int64]int{}
	best := int64(1000_000)
	for _, s := range slots[1:] {
		if s.width%1000 != 0 {
			continue // /DW is a whole number (ISO 32000-1, table 117); poppler takes no other
		}
		count[s.width]++
		if n := count[s.width]; n > count[best] || n == count[best] && s.width > best {
			best = s.width
		}
	}
	return best
}
