package fonts

import "testing"

func TestShapeLatin(t *testing.T) {
	f, err := Bundled("LiberationSerif-Regular")
	if err != nil {
		t.Fatal(err)
	}
	s := NewShaper()
	glyphs := s.Shape(f, "AVé", "en", LTR, "")
	if len(glyphs) != 3 {
		t.Fatalf("%d glyphs", len(glyphs))
	}
	if glyphs[0].Advance >= f.Sfnt().Advance(glyphs[0].ID) {
		t.Errorf("AV is not kerned: %d", glyphs[0].Advance)
	}
	if glyphs[2].Cluster != 2 {
		t.Errorf("cluster %d", glyphs[2].Cluster)
	}
	if out := f.Sfnt().Outline(glyphs[2].ID); len(out) < 10 {
		t.Errorf("outline of é has %d segments", len(out))
	}
}
