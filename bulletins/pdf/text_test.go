package pdf

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"safety365/bulletins/page"
)

// checkPlaces compares every glyph of a page, as a reader's program places it, with
// the display list.
func checkPlaces(t *testing.T, p *page.Page) (worst float64) {
	t.Helper()
	w := NewWriter(Options{})
	e := newEncoder(w, &pageRecord{boxes: newPageBoxes(p, false)})
	e.items(p.Items, 0)
	e.endMark()
	if e.err != nil {
		t.Fatal(e.err)
	}
	got := showText(e.buf, func(font string, code int) float64 {
		var index int
		fmt.Sscanf(font, "/F%d", &index)
		return float64(w.subsets[index-1].slots[code].width) / 1000
	})
	for _, it := range p.Items {
		r, ok := it.(*page.GlyphRun)
		if !ok {
			continue
		}
		for i := 0; i < len(r.Glyphs); {
			n := clusterLength(r, i)
			g, at := r.Glyphs[i], got[0]
			got = got[1:]
			x, y := (r.Origin.X + g.X).Points(), (p.Trim.H - r.Origin.Y - g.Y).Points()
			off := math.Hypot(at.x-x, at.y-y)
			if worst = max(worst, off); off > 0.005 {
				t.Fatalf("glyph %d of %q is %.4f pt off", i, r.Text, off)
			}
			i += n
		}
	}
	if len(got) > 0 {
		t.Errorf("%d glyphs too many", len(got))
	}
	return worst
}

func TestPlaces(t *testing.T) {
	for _, p := range sampleBook(t).Pages {
		checkPlaces(t, p)
	}
}

// TestPlacesDrift sets long lines at every size with every kind of spacing.
func TestPlacesDrift(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	worst := 0.0
	for round := range 300 {
		m := newBookMaker(t)
		m.addPage()
		size := page.Length(rnd.Int64N(int64(100*page.Pt))) + page.Pt
		if round%3 == 0 {
			size = 21 * page.Pt / 2
		}
		face := []string{tnr, song}[round%2]
		for range 4 {
			text := "The quick brown fox jumps over the lazy dog, 安全生产责任制，安全生产责任制。AVAVAV."
			r := m.run(face, size, page.Length(rnd.Int64N(int64(100*page.Pt))), text, 0, 0)
			step, jitter := page.Length(rnd.Int64N(int64(page.Pt))-int64(page.Pt/2)), rnd.Int64N(int64(page.Pt/20))+1
			for i := range r.Glyphs {
				r.Glyphs[i].X += page.Length(i)*step + page.Length(rnd.Int64N(jitter))
			}
			m.y += page.Length(rnd.Int64N(int64(30 * page.Pt)))
		}
		worst = max(worst, checkPlaces(t, m.page))
	}
	t.Logf("worst glyph is %.5f pt off", worst)
}

// TestClusters: what stands for one text is copied once, whatever it is drawn with.
func TestClusters(t *testing.T) {
	m := newBookMaker(t)
	m.addPage()
	r := m.run(tnr, 12*page.Pt, 0, "ab", 0, 0)
	r.Text, r.Glyphs[1].Start = "é", 0 // two glyphs for one character
	m.run(tnr, 12*page.Pt, 0, "x\u0323y", 0, 0)
	r = m.run(tnr, 12*page.Pt, 0, "ab", 0, 0)
	r.Text = "" // glyphs without any text
	r.Glyphs[1].Start = 7
	r = m.run(tnr, 12*page.Pt, 0, "c", 0, 0)
	r.Text = "fi" // a ligature
	w := NewWriter(Options{})
	if err := w.AddPage(m.page); err != nil {
		t.Fatal(err)
	}
	w.pool.wait()
	var got []string
	for _, s := range w.subsets[0].slots {
		if s.text != "" {
			got = append(got, s.text)
		}
	}
	if s := fmt.Sprintf("%q", got); s != `["é" "x̣" "y" "\u200b" "\u200b" "fi"]` {
		t.Error(s)
	}
	if n := len(w.subsets[0].slots[1].cluster); n != 2 {
		t.Errorf("é is drawn with %d glyphs", n)
	}
}

// TestSplit: a face with more glyphs and texts than a font has room for.
func TestSplit(t *testing.T) {
	w := NewWriter(Options{})
	slots, err := w.slots(newBookMaker(t).face(tnr))
	if err != nil {
		t.Fatal(err)
	}
	var last slotRef
	for i := range maxSlots + 10 {
		last = w.slot(slots, uint16(i%700), string(rune(0x4E00+i/700)))
	}
	if len(w.subsets) != 2 || last.subset != w.subsets[1] || last.code > 200 {
		t.Errorf("%d subsets, last code %d", len(w.subsets), last.code)
	}
	if again := w.slot(slots, 0, "一"); again.subset != w.subsets[0] {
		t.Error("a slot was not found again")
	}
}
