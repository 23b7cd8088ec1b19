package fonts

import (
	"slices"
	"testing"
)

func facesOf(t testing.TB, names ...string) (all []*Face) {
	for _, n := range names {
		f, err := Bundled(n)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, f)
	}
	return all
}

// A merged font shows every character with the glyph of the first face that has it.
func TestMerge(t *testing.T) {
	faces := facesOf(t, "NotoSansTC-Bold", "NotoSansSC-Bold", "NotoSansSC-Regular-Rest")
	data, err := Merge("all", "", faces...)
	if err != nil {
		t.Fatal(err)
	}
	merged, err := NewFace("", 0, func() ([]byte, error) { return data, nil })
	if err != nil || merged.Name() != "all" {
		t.Fatal(merged.Name(), err)
	}
	count := 0
	for r := rune(1); r <= lastChar; r++ {
		g, has := merged.Glyph(r)
		i := slices.IndexFunc(faces, func(f *Face) bool { return f.Has(r) })
		if has != (i >= 0) {
			t.Fatalf("%U: %v, in face %d", r, has, i)
		}
		if !has {
			continue
		}
		count++
		want, _ := faces[i].Glyph(r)
		a, b := merged.Sfnt(), faces[i].Sfnt()
		if a.Advance(g) != b.Advance(want) || a.LeftBearing(g) != b.LeftBearing(want) {
			t.Fatalf("%U: another advance or bearing", r)
		}
		if count%7 == 0 && !slices.Equal(a.Outline(g), b.Outline(want)) {
			t.Fatalf("%U: another outline", r)
		}
	}
	if count < 28_000 {
		t.Errorf("only %d characters", count)
	}
}

// Marks that Chinese sets full-width are narrow where that is asked for.
func TestMergeProportional(t *testing.T) {
	for _, name := range []string{"NotoSansSC-Regular", "NotoSansSC-Bold"} {
		data, err := Merge("narrow", "‘’“”", facesOf(t, name)...)
		if err != nil {
			t.Fatal(err)
		}
		merged, err := NewFace("", 0, func() ([]byte, error) { return data, nil })
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range "‘’“”，国" {
			g, _ := merged.Glyph(r)
			if narrow := merged.Sfnt().Advance(g) < 600; narrow != (r < 0x3000) {
				t.Errorf("%s: %c is %d wide", name, r, merged.Sfnt().Advance(g))
			}
		}
	}
}

func TestMergeRefuses(t *testing.T) {
	if _, err := Merge("mixed", "", facesOf(t, "NotoSansSC-Regular", "LiberationSans-Regular")...); err == nil {
		t.Error("1000 and 2048 units were merged")
	}
}

func BenchmarkMerge(b *testing.B) {
	faces := facesOf(b, "NotoSansSC-Regular", "NotoSansSC-Regular-Rest")
	for b.Loop() {
		if _, err := Merge("all", "", faces...); err != nil {
			b.Fatal(err)
		}
	}
}
