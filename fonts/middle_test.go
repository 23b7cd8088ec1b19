package fonts

import (
	"math"
	"testing"
)

// TestMarksInMiddle: whatever the role, Traditional Chinese has its stops and commas in
// the middle of the em, and they count as coming from the wanted face.
func TestMarksInMiddle(t *testing.T) {
	for role := range chains {
		family, err := Lookup(role, Style{}, "zh-Hant")
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range inMiddle {
			face, ok := family.Face(r)
			if !ok || face != family.Wanted(r) {
				t.Errorf("%s: %c comes from %s", role, r, face.Name())
				continue
			}
			id, _ := face.Glyph(r)
			data := face.Sfnt().GlyphData(id)
			edge := func(i int) float64 {
				return float64(int16(uint16(data[i])<<8|uint16(data[i+1]))) / float64(face.UnitsPerEm())
			}
			if middle := (edge(2) + edge(6)) / 2; math.Abs(middle-0.5) > 0.1 {
				t.Errorf("%s: %c stands at %.2f em in %s", role, r, middle, face.Name())
			}
		}
	}
}
