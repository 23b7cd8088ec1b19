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

// TestEveryRole: a rare name, a sign and a picture of safety are in the chain of every
// role, in both regions; what is not rare never comes from the faces for the rare.
func TestEveryRole(t *testing.T) {
	for _, role := range Roles {
		for _, lang := range []string{"zh-Hans", "zh-Hant", "en", "id"} {
			for _, bold := range []bool{false, true} {
				f, err := Lookup(role, Style{Bold: bold}, lang)
				if err != nil {
					t.Fatal(err)
				}
				for _, r := range "𠮷㐀𡈽⚠⛑☢🧯🦺🚧Ω①㈱〇国國é" {
					face, ok := f.Face(r)
					if !ok {
						t.Errorf("%s in %s has no %c", role, lang, r)
						continue
					}
					rare := face.Name() == "BulletinRare-Regular" || face.Name() == "NotoEmoji-Regular"
					if id, has := face.Glyph(r); !has || len(face.Sfnt().Outline(id)) == 0 || r < 0x2600 && rare {
						t.Errorf("%s in %s: %c from %s, glyph %d", role, lang, r, face.Name(), id)
					}
				}
			}
		}
	}
}
