package fonts

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf16"
)

// Sfnt is the table directory of a TrueType file, with the few tables that every
// reader of outlines and metrics needs already looked into. It is the file's own
// bytes; nothing is copied.
type Sfnt struct {
	Data       []byte
	tables     map[string][]byte
	UnitsPerEm int
	NumGlyphs  int
	Name       string // PostScript name, name id 6
	Family     string // name id 16 or 1

	frames         *frames // nil: all of Data is there
	glyfAt         int
	longLoca       bool
	hmtx, vmtx     []byte
	hMetrics       int // entries of hmtx with an advance of their own
	vMetrics       int
	loca, glyf     []byte
	Ascent         int // of the em box: OS/2 sTypoAscender
	Descent        int // positive downwards
	CapHeight      int
	XHeight        int
	ItalicAngle    int // degrees, 16.16 rounded
	Bold, Italic   bool
	UnderlinePos   int // below the baseline
	UnderlineThick int
	BBox           [4]int // head: xMin yMin xMax yMax
}

var errTruncated = errors.New("font file is cut short")

// ErrNotTrueType is returned for fonts without glyf outlines.
var ErrNotTrueType = errors.New("font has no TrueType outlines")

// ParseSfnt reads the directory of a .ttf, or of face index of a .ttc.
func ParseSfnt(data []byte, index int) (*Sfnt, error) { return parseSfnt(data, index, nil) }

func parseSfnt(data []byte, index int, in *frames) (*Sfnt, error) {
	off := 0
	if len(data) >= 12 && string(data[:4]) == "ttcf" {
		n := int(binary.BigEndian.Uint32(data[8:]))
		if index < 0 || index >= n || len(data) < 12+4*n {
			return nil, fmt.Errorf("collection has no face %d", index)
		}
		off = int(binary.BigEndian.Uint32(data[12+4*index:]))
	} else if index != 0 {
		return nil, fmt.Errorf("file has no face %d", index)
	}
	if off < 0 || len(data) < off+12 {
		return nil, errTruncated
	}
	switch string(data[off : off+4]) {
	case "\x00\x01\x00\x00", "true":
	default:
		return nil, ErrNotTrueType
	}
	s := &Sfnt{Data: data, frames: in, tables: map[string][]byte{}}
	n := int(binary.BigEndian.Uint16(data[off+4:]))
	if len(data) < off+12+16*n {
		return nil, errTruncated
	}
	for i := range n {
		rec := data[off+12+16*i:]
		start, size := int(binary.BigEndian.Uint32(rec[8:])), int(binary.BigEndian.Uint32(rec[12:]))
		if start < 0 || size < 0 || start+size > len(data) {
			return nil, errTruncated
		}
		s.tables[string(rec[:4])] = data[start : start+size : start+size]
		if string(rec[:4]) == "glyf" {
			s.glyfAt = start
		}
	}
	return s, s.readMetrics()
}

// Table returns a table's bytes, or nil.
func (s *Sfnt) Table(tag string) []byte {
	if tag == "glyf" && s.frames != nil {
		s.frames.ensure(0, len(s.Data))
	}
	return s.tables[tag]
}

func (s *Sfnt) readMetrics() error {
	head, maxp, hhea := s.tables["head"], s.tables["maxp"], s.tables["hhea"]
	s.loca, s.glyf, s.hmtx = s.tables["loca"], s.tables["glyf"], s.tables["hmtx"]
	if s.loca == nil || s.glyf == nil {
		return ErrNotTrueType
	}
	if len(head) < 54 || len(maxp) < 6 || len(hhea) < 36 {
		return errTruncated
	}
	s.UnitsPerEm = u16(head, 18)
	if s.UnitsPerEm == 0 {
		return errors.New("font has no units per em")
	}
	for i := range s.BBox {
		s.BBox[i] = i16(head, 36+2*i)
	}
	s.longLoca = u16(head, 50) == 1
	s.Bold, s.Italic = u16(head, 44)&1 != 0, u16(head, 44)&2 != 0
	s.NumGlyphs = u16(maxp, 4)
	s.hMetrics = u16(hhea, 34)
	if s.hMetrics == 0 || len(s.hmtx) < 4*s.hMetrics {
		return errTruncated
	}
	if vhea := s.tables["vhea"]; len(vhea) >= 36 {
		s.vmtx, s.vMetrics = s.tables["vmtx"], u16(vhea, 34)
		if len(s.vmtx) < 4*s.vMetrics {
			s.vmtx, s.vMetrics = nil, 0
		}
	}
	s.Ascent, s.Descent = i16(hhea, 4), -i16(hhea, 6)
	if os2 := s.tables["OS/2"]; len(os2) >= 72 {
		s.Ascent, s.Descent = i16(os2, 68), -i16(os2, 70)
		if len(os2) >= 90 {
			s.XHeight, s.CapHeight = i16(os2, 86), i16(os2, 88)
		}
	}
	if s.CapHeight == 0 {
		s.CapHeight = s.Ascent
	}
	if post := s.tables["post"]; len(post) >= 12 {
		s.ItalicAngle, s.UnderlinePos, s.UnderlineThick = i16(post, 4), -i16(post, 8), i16(post, 10)
	}
	s.Name, s.Family = s.name(6), s.name(16)
	if s.Family == "" {
		s.Family = s.name(1)
	}
	return nil
}

// name returns a string of the name table: the English one if there is one.
func (s *Sfnt) name(id int) string {
	if names := allNames(s.tables["name"], id); len(names) > 0 {
		return names[0]
	}
	return ""
}

// allNames returns the strings with that id in all languages of a name table,
// American English first.
func allNames(t []byte, id int) []string {
	if len(t) < 6 {
		return nil
	}
	var out []string
	strings := u16(t, 4)
	for i := range u16(t, 2) {
		if len(t) < 6+12*(i+1) {
			break
		}
		rec := t[6+12*i:]
		start, size := strings+u16(rec, 10), u16(rec, 8)
		if u16(rec, 6) != id || start+size > len(t) {
			continue
		}
		raw := t[start : start+size]
		switch u16(rec, 0) {
		case 0, 3: // Unicode, Windows
			units := make([]uint16, len(raw)/2)
			for k := range units {
				units[k] = uint16(u16(raw, 2*k))
			}
			out = append(out, string(utf16.Decode(units)))
			if u16(rec, 4) == 0x409 {
				out[0], out[len(out)-1] = out[len(out)-1], out[0]
			}
		case 1: // Macintosh Roman
			out = append(out, string(raw))
		}
	}
	return out
}

// Advance returns the horizontal advance of a glyph.
func (s *Sfnt) Advance(g GID) int {
	return metric(s.hmtx, min(int(g), s.hMetrics-1))
}

// VAdvance returns the vertical advance of a glyph: the em where the font has no
// vertical metrics.
func (s *Sfnt) VAdvance(g GID) int {
	if s.vMetrics == 0 {
		return s.Ascent + s.Descent
	}
	return metric(s.vmtx, min(int(g), s.vMetrics-1))
}

// LeftBearing returns the left side bearing of a glyph.
func (s *Sfnt) LeftBearing(g GID) int {
	if int(g) < s.hMetrics {
		return i16(s.hmtx, 4*int(g)+2)
	}
	if at := 4*s.hMetrics + 2*(int(g)-s.hMetrics); at+2 <= len(s.hmtx) {
		return i16(s.hmtx, at)
	}
	return 0
}

func metric(t []byte, i int) int { return u16(t, 4*i) }

func u16(b []byte, i int) int { return int(binary.BigEndian.Uint16(b[i:])) }
func i16(b []byte, i int) int { return int(int16(binary.BigEndian.Uint16(b[i:]))) }
