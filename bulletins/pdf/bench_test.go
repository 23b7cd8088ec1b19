package pdf

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"runtime"
	"testing"
	"time"

	"safety365/bulletins/page"
	"safety365/fonts"
)

// longBook makes pages of Chinese text, one at a time: 40 justified lines of 40
// glyphs, every fourth line the last of a paragraph, some Latin words, 3,000
// different characters as in running text.
type longBook struct {
	maker *bookMaker
	rand  *rand.Rand
	gids  []fonts.GID
	chars []rune
	para  page.TagID
}

func newLongBook(t testing.TB) *longBook {
	b := &longBook{maker: newBookMaker(t), rand: rand.New(rand.NewPCG(1, 2))}
	f := b.maker.face(song)
	for r := rune(0x4E00); len(b.chars) < 3000 && r < 0x9FFF; r += 3 {
		if g, ok := f.Glyph(r); ok {
			b.gids, b.chars = append(b.gids, g), append(b.chars, r)
		}
	}
	return b
}

func (b *longBook) page(number, linesPerParagraph int) *page.Page {
	m := b.maker
	m.page = &page.Page{Number: number, Trim: page.Size{W: page.MM(210_000), H: page.MM(297_000)}, Label: fmt.Sprint(number + 1)}
	m.y = 60 * page.Pt
	size := 21 * page.Pt / 2
	f := m.face(song)
	comma, _ := f.Glyph('，')
	for line := range 40 {
		if line%linesPerParagraph == 0 || b.para == 0 {
			b.para = m.book.Tags.Add(page.RootTag, page.Tag{Role: page.RoleP})
		}
		extra := page.Length(b.rand.IntN(int(page.Pt / 3)))
		r := &page.GlyphRun{Face: f, Size: size, Color: page.Black, Origin: page.Point{X: 70 * page.Pt, Y: m.y}, Tag: b.para}
		var pen page.Length
		var text []byte
		for i := range 40 {
			k := int(float64(len(b.gids)) * b.rand.Float64() * b.rand.Float64() * b.rand.Float64())
			gid, char, adv := b.gids[k], b.chars[k], size+extra
			if i == 13 || i == 27 {
				gid, char, adv = comma, '，', size*3/4
			}
			r.Glyphs = append(r.Glyphs, page.Glyph{ID: gid, Start: uint16(len(text)), X: pen, Advance: adv})
			text = append(text, string(char)...)
			pen += adv
		}
		r.Text = string(text)
		m.page.Items = append(m.page.Items, r)
		m.y += 18 * page.Pt
	}
	m.run(tnr, 9*page.Pt, 290*page.Pt, "– "+m.page.Label+" –", 0, 0)
	return m.page
}

// TestLongBook measures what the package promises of 1,000 pages of 1,600 glyphs:
// PDF_LONG=1 go test -run LongBook -v.
func TestLongBook(t *testing.T) {
	if os.Getenv("PDF_LONG") == "" {
		t.Skip("PDF_LONG is not set")
	}
	for _, lines := range []int{4, 1} {
		tagged := measureLong(t, Options{}, lines)
		plain := measureLong(t, Options{Untagged: true}, lines)
		t.Logf("%d lines a paragraph: tagged / untagged = %.3f", lines, float64(tagged)/float64(plain))
	}
}

func measureLong(t *testing.T, opts Options, lines int) int64 {
	const pages = 1000
	b := newLongBook(t)
	ready := make([]*page.Page, pages)
	for i := range ready {
		ready[i] = b.page(i, lines)
	}
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start, cpu := time.Now(), cpuTime()
	w := NewWriter(opts)
	for _, p := range ready {
		if err := w.AddPage(p); err != nil {
			t.Fatal(err)
		}
	}
	added, addedCPU := time.Since(start), cpuTime()-cpu
	runtime.GC()
	runtime.ReadMemStats(&after)
	var n counter
	var out io.Writer = &n
	if name := os.Getenv("PDF_OUT"); name != "" {
		f, _ := os.Create(fmt.Sprintf("%s-%d-%v.pdf", name, lines, !opts.Untagged))
		defer f.Close()
		out = io.MultiWriter(&n, f)
	}
	if err := w.Finish(b.maker.book, out); err != nil {
		t.Fatal(err)
	}
	runtime.KeepAlive(ready)
	t.Logf("tagged %v: add %v (%v CPU), all %v (%v CPU), held before Finish %d KiB, %d nodes, file %d bytes",
		!opts.Untagged, added, addedCPU, time.Since(start), cpuTime()-cpu, (int64(after.HeapAlloc)-int64(before.HeapAlloc))>>10, len(b.maker.book.Tags.Nodes), n)
	return int64(n)
}

type counter int64

func (c *counter) Write(b []byte) (int, error) { *c += counter(len(b)); return len(b), nil }

func BenchmarkThousandPages(b *testing.B) {
	l := newLongBook(b)
	ready := make([]*page.Page, 1000)
	for i := range ready {
		ready[i] = l.page(i, 4)
	}
	b.ResetTimer()
	for b.Loop() {
		w := NewWriter(Options{})
		for _, p := range ready {
			if err := w.AddPage(p); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Finish(l.maker.book, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
