package fonts

import "testing"

// TestHasFeature: what the bundled faces can do and cannot. None has small capitals,
// old-style or proportional figures; the figures of the Latin ones are lining and of
// one width.
func TestHasFeature(t *testing.T) {
	for _, c := range []struct {
		face, tag string
		want      bool
	}{
		{"NotoSerifSC-Regular", "liga", true}, {"NotoSerifSC-Regular", "vert", true}, {"NotoSansTC-Bold", "liga", true},
		{"LiberationSerif-Regular", "smcp", false}, {"LiberationSans-Bold", "onum", false}, {"NotoSerifSC-Regular", "smcp", false},
		{"NotoSerifSC-Regular", "onum", false}, {"NotoSerifSC-Regular", "tnum", false}, {"FandolKai-Regular", "liga", false}, {"NotoSerifSC-Regular", "", false},
	} {
		face, err := Bundled(c.face)
		if err != nil {
			t.Fatal(err)
		}
		if got := face.HasFeature(c.tag); got != c.want {
			t.Errorf("%s %s: %v", c.face, c.tag, got)
		}
	}
	for _, name := range []string{"LiberationSerif-Regular", "LiberationSerif-BoldItalic", "LiberationSans-Regular", "LiberationSans-Bold"} {
		face, err := Bundled(name)
		if err != nil {
			t.Fatal(err)
		}
		zero, _ := face.Glyph('0')
		for r := '1'; r <= '9'; r++ {
			if id, _ := face.Glyph(r); face.Sfnt().Advance(id) != face.Sfnt().Advance(zero) {
				t.Errorf("%s: %c is not as wide as 0", name, r)
			}
		}
	}
}
