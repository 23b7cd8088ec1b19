package pdf

import (
	"strings"

	"safety365/fonts"
)

// maxSlots is where a face's next glyphs go to another subset. Slots are 16-bit;
// the rest is room for the parts of composite glyphs.
const maxSlots = 60_000

// subset is a small font: the glyphs of one face that a file shows, each under a
// slot number that is its character code, its CID and its glyph id in one.
type subset struct {
	face  *fonts.Face
	sfnt  *fonts.Sfnt
	index int // position in the Writer's list: resource F1 is index 0
	slots []slot
	part  map[fonts.GID]uint16 // a slot that shows just this glyph
}

// slot is a glyph and the text it stands for. A slot without text is a part of a
// composite glyph and never shown by itself. Slot 0 is .notdef and never shown.
type slot struct {
	gid     fonts.GID
	text    string
	cluster []placedGlyph // several glyphs with one text, gid being the first
	width   int64         // advance in thousandths of 1/1000 em
}

// placedGlyph is a glyph of a cluster with its distance from the first one, in
// font units.
type placedGlyph struct {
	gid    fonts.GID
	dx, dy int16
}

func newSubset(face *fonts.Face) *subset {
	s := &subset{face: face, sfnt: face.Sfnt(), part: map[fonts.GID]uint16{}}
	s.slots = []slot{{}}
	return s
}

// add gives a glyph, or a cluster of them, a slot of its own.
func (s *subset) add(gid fonts.GID, text string, cluster []placedGlyph) uint16 {
	code := uint16(len(s.slots))
	s.slots = append(s.slots, slot{gid, strings.Clone(text), cluster, s.width(gid)})
	if cluster == nil {
		if _, ok := s.part[gid]; !ok {
			s.part[gid] = code
		}
		s.addParts(s.sfnt.GlyphData(gid))
	}
	for _, g := range cluster {
		s.addPart(g.gid)
	}
	return code
}

// addParts sees to it that every part of a composite glyph has a slot, and the
// parts of the parts. Parts past the last slot number are left out: no font in
// use comes near.
func (s *subset) addParts(data []byte) {
	for _, c := range fonts.Components(data) {
		s.addPart(c.ID)
	}
}

func (s *subset) addPart(gid fonts.GID) {
	if _, ok := s.part[gid]; ok || len(s.slots) > 0xFFFF {
		return
	}
	s.part[gid] = uint16(len(s.slots))
	s.slots = append(s.slots, slot{gid: gid, width: s.width(gid)})
	s.addParts(s.sfnt.GlyphData(gid))
}

// width returns the advance in thousandths of 1/1000 em, rounded: the number that
// the file states, so that the pen can be followed exactly.
func (s *subset) width(gid fonts.GID) int64 {
	upem := int64(s.sfnt.UnitsPerEm)
	return (int64(s.sfnt.Advance(gid))*2_000_000 + upem) / (2 * upem)
}

// slotRef is a slot in one of the subsets of a face.
type slotRef struct {
	subset *subset
	code   uint16
}

// faceSlots finds the slot of a glyph of one face.
type faceSlots struct {
	current *subset
	first   map[fonts.GID]textSlot // the text that a glyph was first shown for
	more    map[slotKey]slotRef    // its other texts, and clusters
}

type textSlot struct {
	text string
	slotRef
}

type slotKey struct {
	gid     fonts.GID
	text    string
	cluster string // the placed glyphs as bytes
}

// slot returns the slot of a single glyph that stands for text.
func (w *Writer) slot(f *faceSlots, gid fonts.GID, text string) slotRef {
	t, ok := f.first[gid]
	if ok && t.text == text {
		return t.slotRef
	}
	if !ok {
		r := w.newSlot(f, gid, text, nil)
		f.first[gid] = textSlot{r.subset.slots[r.code].text, r}
		return r
	}
	key := slotKey{gid: gid, text: text}
	r, ok := f.more[key]
	if !ok {
		key.text = strings.Clone(text)
		r = w.newSlot(f, gid, text, nil)
		f.more[key] = r
	}
	return r
}

// clusterSlot returns the slot of several glyphs that stand for one text.
func (w *Writer) clusterSlot(f *faceSlots, cluster []placedGlyph, text string) slotRef {
	key := slotKey{cluster[0].gid, text, clusterKey(cluster)}
	r, ok := f.more[key]
	if !ok {
		key.text = strings.Clone(text)
		r = w.newSlot(f, cluster[0].gid, text, cluster)
		f.more[key] = r
	}
	return r
}

func clusterKey(cluster []placedGlyph) string {
	b := make([]byte, 0, 6*len(cluster))
	for _, g := range cluster {
		b = append(b, byte(g.gid>>8), byte(g.gid), byte(g.dx>>8), byte(g.dx), byte(g.dy>>8), byte(g.dy))
	}
	return string(b)
}

func (w *Writer) newSlot(f *faceSlots, gid fonts.GID, text string, cluster []placedGlyph) slotRef {
	if len(f.current.slots) > maxSlots {
		f.current = w.addSubset(f.current.face)
	}
	return slotRef{f.current, f.current.add(gid, text, cluster)}
}

// slots returns the slots of a face, opening its first subset.
func (w *Writer) slots(face *fonts.Face) (*faceSlots, error) {
	if f, ok := w.faces[face]; ok {
		return f, nil
	}
	if err := face.Load(); err != nil {
		return nil, err
	}
	f := &faceSlots{current: w.addSubset(face), first: map[fonts.GID]textSlot{}, more: map[slotKey]slotRef{}}
	w.faces[face] = f
	return f, nil
}

func (w *Writer) addSubset(face *fonts.Face) *subset {
	s := newSubset(face)
	s.index = len(w.subsets)
	w.subsets = append(w.subsets, s)
	return s
}
