package page_test

import (
	"strings"
	"testing"
	"time"

	"safety365/bulletins/page"
	"safety365/fonts"
)

const pt = page.Pt

// run makes a text of a bundled face with its glyphs as shaped.
func run(t *testing.T, face, text string, at page.Point, size page.Length) *page.GlyphRun {
	t.Helper()
	f, err := fonts.Bundled(face)
	if err != nil {
		t.Fatal(err)
	}
	r := &page.GlyphRun{Face: f, Size: size, Color: page.Black, Origin: at, Lang: "en", Text: text}
	var pen page.Length
	upem := int64(f.UnitsPerEm())
	for _, g := range fonts.NewShaper().Shape(f, text, "en", fonts.LTR, "") {
		advance := size.MulDiv(int64(g.Advance), upem)
		r.Glyphs = append(r.Glyphs, page.Glyph{
			ID: g.ID, Start: uint16(g.Cluster), Advance: advance,
			X: pen + size.MulDiv(int64(g.XOffset), upem), Y: -size.MulDiv(int64(g.YOffset), upem),
		})
		pen += advance
	}
	return r
}

func sampleBook(t *testing.T) *page.Book {
	tags := page.NewTagTree()
	h := tags.Add(page.RootTag, page.Tag{Role: page.RoleH1})
	p := tags.Add(page.RootTag, page.Tag{Role: page.RoleP, Lang: "id"})
	tags.Add(p, page.Tag{})
	fig := tags.Add(page.RootTag, page.Tag{Role: page.RoleFigure, Alt: "helm \"SNI\""})
	th := tags.Add(page.RootTag, page.Tag{Role: page.RoleTH, Header: "Column", ColSpan: 2})
	red := page.Color{Space: page.CMYK, Inks: [4]uint16{0, 1000, 955, 0}, R: 0xe6, B: 0x12}
	title := run(t, "LiberationSans-Bold", "Office", page.Point{X: 72 * pt, Y: 72 * pt}, 18*pt)
	title.Tag, title.Color = h, red
	code := run(t, "LiberationMono-Regular", "mono mono\tmono", page.Point{X: 72 * pt, Y: 100*pt + pt/2}, 10*pt)
	code.Tag, code.Lang, code.Glyphs[9].Y = p, "id", pt
	turned := run(t, "LiberationSerif-Regular", "AV", page.Point{}, 10*pt)
	turned.Color = page.Color{Space: page.Spot, Spot: "金", Inks: [4]uint16{500}, R: 200, G: 150}
	src := &page.ImageSource{Name: "a.jpg", Format: "jpeg", Width: 800, Height: 600, Hash: [32]byte{0x1f, 0x2e, 0x3d, 0x4c}}
	box := page.Rect{X: 10 * pt, Y: 20 * pt, W: 30 * pt, H: pt / 2}
	return &page.Book{
		Info:    page.Info{Title: "安全", Language: "en", Date: time.Date(2026, 3, 1, 8, 0, 0, 0, time.FixedZone("", 8*3600)), Draft: true},
		Outline: []page.OutlineEntry{{Title: "Office", Level: 1, Dest: "h-1", Tag: h}},
		Dests:   map[string]page.Dest{"h-1": {At: page.Point{Y: 60 * pt}}, "a": {Page: 1}},
		Tags:    tags,
		Pages: []*page.Page{
			{Label: "i", Trim: page.Size{W: page.MM(210000), H: page.MM(297000)}, Bleed: page.MM(3000), Items: []page.Item{
				title, code,
				&page.Path{Segments: page.RectPath(box), Fill: red, Tag: th},
				&page.Path{Segments: page.RectPath(box)[:3], EvenOdd: true,
					Stroke: page.Stroke{Color: page.Black, Width: pt / 2, Dash: []page.Length{2 * pt, pt}, Round: true}},
				&page.Group{Transform: page.Matrix{B: 65536, C: -65536, E: 300 * pt}, Clip: page.RectPath(box), Items: []page.Item{
					turned, &page.Image{Rect: box, Source: src, Tag: fig}, &page.Group{},
				}},
				&page.Link{Rect: box, URI: "https://example.org/", Text: "site"},
				&page.Link{Rect: box, Dest: "a"},
			}},
			{Number: 1, Label: "1", Trim: page.Size{W: 100 * pt, H: 200 * pt}},
		},
	}
}

const sampleDump = `book title "安全" lang en date 2026-03-01T00:00:00Z draft
page 0 "i" 595.276×841.89 bleed 8.504
  text 72 72 LiberationSans-Bold 18 c0m100y95.5k0#e60012 H1/2 "Office" 14 5.99×2 5 10.01×2
  text 72 100.5 LiberationMono-Regular 10 id P/3 "mono mono\tmono" 6×9 6(0,1)! 6×4
  rect 10 20 30×0.5 fill c0m100y95.5k0#e60012 TH/6
  path 10 20 30×0.5 3 segments evenodd stroke k100#000000 0.5 dash 2,1 round
  group matrix(0 1 -1 0 300 0) clip 10 20 30×0.5
    text 0 0 LiberationSerif-Regular 10 "金"50#c89600 "AV" 5.93 7.22
    image 10 20 30×0.5 800×600 jpeg "a.jpg" 1f2e3d4c Figure/5
    group
  link 10 20 30×0.5 → "https://example.org/" "site"
  link 10 20 30×0.5 → a
page 1 "1" 100×200
tags
  Document/1
    H1/2
    P/3 id
      /4
    Figure/5 alt "helm \"SNI\""
    TH/6 Column colspan 2
outline
  "Office" → h-1 H1/2
dests
  a page 1 0 0
  h-1 page 0 0 60
`

func TestDump(t *testing.T) {
	var b strings.Builder
	if err := page.Dump(&b, sampleBook(t)); err != nil {
		t.Fatal(err)
	}
	got, want := strings.Split(b.String(), "\n"), strings.Split(sampleDump, "\n")
	for i := range max(len(got), len(want)) {
		var g, w string
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			t.Errorf("line %d\n got %s\nwant %s", i+1, g, w)
		}
	}
}
