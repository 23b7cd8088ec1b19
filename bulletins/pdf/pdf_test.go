package pdf

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"safety365/bulletins/page"
	"safety365/fonts"
)

var update = flag.Bool("update", false, "write the golden file")

func TestSame(t *testing.T) {
	a, b := write(t, sampleBook(t), Options{}), write(t, sampleBook(t), Options{})
	if !bytes.Equal(a, b) {
		t.Fatal("two runs differ")
	}
	if name := os.Getenv("PDF_OUT"); name != "" {
		os.WriteFile(name, a, 0o644)
	}
}

// TestGolden shows the objects of a small book. Fonts are left out: they change
// with the face's version.
func TestGolden(t *testing.T) {
	m := newBookMaker(t)
	m.addPage()
	m.addPage()
	m.page.Label = "x"
	h := m.book.Tags.Add(page.RootTag, page.Tag{Role: page.RoleH1})
	m.run(tnr, 20*page.Pt, 70*page.Pt, "AV (one)", page.Pt/2, h)
	m.book.Outline = []page.OutlineEntry{{Title: "一", Level: 1, Dest: "a", Tag: h}, {Title: "two", Level: 2}, {Title: "three", Level: 9, Dest: "?"}}
	m.book.Dests["a"] = page.Dest{Page: 1, At: page.Point{X: 70 * page.Pt, Y: 40 * page.Pt}}
	m.book.Dests["gone"] = page.Dest{Page: 2}
	p := m.book.Tags.Add(page.RootTag, page.Tag{Role: page.RoleP, Lang: "en"})
	link := m.book.Tags.Add(p, page.Tag{Role: page.RoleLink})
	m.run(tnr, 10*page.Pt, 70*page.Pt, "two", 0, link).Origin.Y += 30 * page.Pt
	m.page.Items = append(m.page.Items, &page.Link{Rect: page.Rect{X: 70 * page.Pt, Y: 80 * page.Pt, W: 30 * page.Pt, H: 12 * page.Pt}, Dest: "a", Text: "two", Tag: link})
	m.book.Tags.Add(page.RootTag, page.Tag{Role: page.RoleP}) // without content: not in the file
	objects := pdfObjects(t, write(t, m.book, Options{Bleed: true}))
	var out strings.Builder
	for _, n := range slices.Sorted(maps.Keys(objects)) {
		o := objects[n]
		if strings.Contains(o.dict, "/ObjStm") || strings.Contains(o.dict, "/XRef") || strings.Contains(o.dict, "/Length1") || strings.Contains(o.dict, "/N 3") {
			continue
		}
		stream := regexp.MustCompile(`[^\n -~]`).ReplaceAllStringFunc(string(o.stream), func(s string) string { return strings.Trim(strconv.QuoteToASCII(s), `"`) })
		fmt.Fprintf(&out, "%d: %s\n%s\n", n, strings.TrimSuffix(o.dict, "\nstream\n"), stream)
	}
	got := regexp.MustCompile(`uuid:[0-9A-F-]+|/Length \d+|[A-Z]{6}\+`).ReplaceAllString(out.String(), "·")
	const name = "testdata/small.txt"
	if *update {
		os.MkdirAll("testdata", 0o755)
		os.WriteFile(name, []byte(got), 0o644)
	}
	want, _ := os.ReadFile(name)
	if got != string(want) {
		t.Errorf("differs from %s:\n%s", name, got)
	}
}

// TestOdd: no book makes the writer panic or write a file that is wrong.
func TestOdd(t *testing.T) {
	a4 := page.Size{W: page.MM(210_000), H: page.MM(297_000)}
	liberation, _ := fonts.Bundled(tnr)
	broken, _ := fonts.NewFace("Broken", 0, func() ([]byte, error) { return nil, errors.New("gone") })
	one := func(items ...page.Item) *page.Book { return &page.Book{Pages: []*page.Page{{Trim: a4, Items: items}}} }
	deep := &page.Group{}
	for range 100 {
		deep = &page.Group{Items: []page.Item{deep}}
	}
	for name, c := range map[string]struct {
		book *page.Book
		ok   bool
	}{
		"empty":       {&page.Book{}, false},
		"nil page":    {&page.Book{Pages: []*page.Page{nil}}, false},
		"no size":     {&page.Book{Pages: []*page.Page{{}}}, false},
		"huge":        {&page.Book{Pages: []*page.Page{{Trim: page.Size{W: 1 << 60, H: 1 << 60}}}}, false},
		"no items":    {one(), true},
		"unknown tag": {one(&page.Path{Segments: page.RectPath(page.Rect{W: 9, H: 9}), Fill: page.Black, Tag: 9}), false},
		"bad face":    {one(&page.GlyphRun{Face: broken, Size: page.Pt, Color: page.Black, Glyphs: make([]page.Glyph, 1)}), false},
		"deep":        {one(deep), false},
		"odd items": {one(nil, (*page.Group)(&page.Group{}), &page.GlyphRun{}, &page.Path{}, &page.Image{}, &page.Link{}, &page.Link{Dest: "x"},
			&page.GlyphRun{Face: liberation, Size: page.Pt, Color: page.Black, Text: "\xFF\x00\uE000", Glyphs: []page.Glyph{{ID: 65535, Start: 9}, {Start: 2}, {Start: 1}, {Start: 3}, {Start: 0}}},
			&page.Path{Fill: page.Black, Segments: []page.Segment{{Op: 99}, {Op: page.LineTo}, {Op: page.ClosePath}}},
			&page.Path{Stroke: page.Stroke{Color: page.Black, Width: 1, Dash: []page.Length{-1, 0}}, Segments: []page.Segment{{Op: page.LineTo}}}), true},
		"odd tags": {&page.Book{Pages: []*page.Page{{Trim: a4}}, Tags: &page.TagTree{Nodes: []page.Tag{{}, {Role: "X", Parent: 7, Children: []page.TagID{1, 2, 99, -1}}, {Role: "P", Parent: 1, Children: []page.TagID{2, 1}}}}}, true},
		"no tags":  {&page.Book{Pages: []*page.Page{{Trim: a4}}, Tags: &page.TagTree{}, Dests: map[string]page.Dest{"": {}, "x": {Page: -1}}, Outline: []page.OutlineEntry{{Level: -3, Tag: -4}, {Level: 7, Tag: 99}}}, true},
	} {
		var b bytes.Buffer
		if err := Write(c.book, Options{}, &b); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		} else if c.ok {
			pdfObjects(t, b.Bytes())
		}
	}
}

func TestFinishTwice(t *testing.T) {
	w := NewWriter(Options{})
	p := &page.Page{Trim: page.Size{W: page.Pt, H: page.Pt}}
	if err := w.AddPage(p); err != nil {
		t.Fatal(err)
	}
	if err := w.Finish(nil, io.Discard); err != nil {
		t.Fatal(err)
	}
	if w.Finish(nil, io.Discard) == nil || w.AddPage(p) == nil {
		t.Error("a finished file was written to")
	}
}

type full struct{ left int }

var errFull = errors.New("disk is full")

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestWriteError(t *testing.T) {
	for _, left := range []int{0, 10_000, 60_000} {
		if err := Write(sampleBook(t), Options{}, &full{left}); !errors.Is(err, errFull) {
			t.Errorf("after %d bytes: %v", left, err)
		}
	}
}
