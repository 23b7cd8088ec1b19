package pdf

import (
	"encoding/binary"
	"reflect"
	"testing"

	"safety365/fonts"
)

// checkSubset makes a subset of glyphs and compares every outline and advance.
func checkSubset(t *testing.T, s *subset) {
	t.Helper()
	got, err := fonts.ParseSfnt(s.program(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if got.NumGlyphs != len(s.slots) {
		t.Fatalf("%d glyphs for %d slots", got.NumGlyphs, len(s.slots))
	}
	for code, sl := range s.slots[1:] {
		gid := fonts.GID(code + 1)
		if sl.cluster != nil {
			continue
		}
		if a, b := got.Outline(gid), s.sfnt.Outline(sl.gid); len(a)+len(b) > 0 && !reflect.DeepEqual(a, b) {
			t.Fatalf("%s: slot %d of glyph %d has another outline: %v, want %v", s.face.Name(), gid, sl.gid, a, b)
		}
		if got.Advance(gid) != s.sfnt.Advance(sl.gid) {
			t.Fatalf("slot %d of glyph %d has another advance", gid, sl.gid)
		}
	}
}

// TestSubsetWhole takes every glyph of the small bundled faces and some of the
// large ones.
func TestSubsetWhole(t *testing.T) {
	for _, name := range fonts.BundledNames() {
		face, _ := fonts.Bundled(name)
		if err := face.Load(); err != nil {
			t.Fatal(err)
		}
		s := newSubset(face)
		n := min(face.Sfnt().NumGlyphs, maxSlots)
		for g := 0; g < n; g += 1 + n/4000*5 {
			s.add(fonts.GID(g), "x", nil)
		}
		checkSubset(t, s)
	}
}

// TestCluster compares a cluster's outline with those of its glyphs, moved.
func TestCluster(t *testing.T) {
	face, _ := fonts.Bundled(tnr)
	s := newSubset(face)
	eacute, _ := face.Glyph('é') // itself a composite
	bar, _ := face.Glyph('|')
	code := s.add(eacute, "x", []placedGlyph{{eacute, 0, 0}, {bar, -300, 77}})
	got, err := fonts.ParseSfnt(s.program(), 0)
	if err != nil {
		t.Fatal(err)
	}
	want := s.sfnt.Outline(eacute)
	for _, seg := range s.sfnt.Outline(bar) {
		for k := range seg.P {
			seg.P[k].X -= 300
			seg.P[k].Y += 77
		}
		want = append(want, seg)
	}
	if !reflect.DeepEqual(got.Outline(code), want) {
		t.Error("the outline of a cluster is not that of its glyphs")
	}
}

// FuzzSubset takes arbitrary bytes as a font, or glyphs from Liberation Serif.
func FuzzSubset(f *testing.F) {
	liberation, err := fonts.Bundled(tnr)
	if err != nil {
		f.Fatal(err)
	}
	small := newSubset(liberation)
	for _, r := range "Aé1|" {
		g, _ := liberation.Glyph(r)
		small.add(g, string(r), nil)
	}
	f.Add([]byte{0, 40, 0, 68, 0, 233}, []byte{})
	f.Add([]byte{0, 1, 0, 2, 0, 3, 0, 4, 0xFF, 0xFF}, small.program())
	f.Fuzz(func(t *testing.T, glyphs, font []byte) {
		face := liberation
		if len(font) > 0 {
			if len(font) > 1<<16 {
				return
			}
			var err error
			if face, err = fonts.NewFace("Fuzz", 0, func() ([]byte, error) { return font, nil }); err != nil || face.Load() != nil {
				return
			}
		}
		if len(glyphs) > 400 {
			return
		}
		s := newSubset(face)
		for len(glyphs) >= 2 {
			gid := binary.BigEndian.Uint16(glyphs)
			var cluster []placedGlyph
			if gid%16 == 7 {
				cluster = []placedGlyph{{gid, 0, 0}, {gid / 2, 500, -32768}}
			}
			s.add(gid, "x", cluster)
			glyphs = glyphs[2:]
		}
		checkSubset(t, s)
		s.toUnicode()
	})
}
