package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"testing"
	"time"

	"safety365/bulletins/page"
	"safety365/fonts"
)

// bookMaker sets a book by hand: just enough of a layout to have one of everything.
type bookMaker struct {
	t      testing.TB
	book   *page.Book
	page   *page.Page
	shaper *fonts.Shaper
	y      page.Length
}

func newBookMaker(t testing.TB) *bookMaker {
	return &bookMaker{t: t, shaper: fonts.NewShaper(), book: &page.Book{
		Info:  page.Info{Title: "安全生产通报", Author: "安全科", Subject: "Test & proof", Keywords: []string{"safety", "安全"}, Language: "zh-Hans", Date: time.Date(2025, 3, 4, 5, 6, 7, 0, time.UTC)},
		Dests: map[string]page.Dest{},
		Tags:  page.NewTagTree(),
	}}
}

func (m *bookMaker) addPage() {
	m.page = &page.Page{Number: len(m.book.Pages), Trim: page.Size{W: page.MM(210_000), H: page.MM(297_000)}, Bleed: page.MM(3000)}
	m.page.Label = []string{"i", "1", "2", "3", "4"}[min(len(m.book.Pages), 4)]
	m.book.Pages = append(m.book.Pages, m.page)
	m.y = 60 * page.Pt
}

func (m *bookMaker) face(name string) *fonts.Face {
	f, err := fonts.Bundled(name)
	if err != nil {
		m.t.Skip(err)
	}
	return f
}

// run shapes text into a run that starts at x on the current line, with extra after
// every glyph.
func (m *bookMaker) run(face string, size page.Length, x page.Length, text string, extra page.Length, tag page.TagID) *page.GlyphRun {
	f := m.face(face)
	r := &page.GlyphRun{Face: f, Size: size, Color: page.Black, Origin: page.Point{X: x, Y: m.y}, Text: text, Tag: tag}
	var pen page.Length
	upem := int64(f.UnitsPerEm())
	for _, g := range m.shaper.Shape(f, text, "zh-Hans", fonts.LTR, "") {
		adv := size.MulDiv(int64(g.Advance), upem) + extra
		r.Glyphs = append(r.Glyphs, page.Glyph{ID: g.ID, Start: uint16(g.Cluster), X: pen + size.MulDiv(int64(g.XOffset), upem), Y: -size.MulDiv(int64(g.YOffset), upem), Advance: adv})
		pen += adv
	}
	m.page.Items = append(m.page.Items, r)
	return r
}

func (m *bookMaker) vertical(face string, size page.Length, at page.Point, text string, tag page.TagID) {
	f := m.face(face)
	r := &page.GlyphRun{Face: f, Size: size, Color: page.Color{Space: page.CMYK, Inks: [4]uint16{0, 1000, 1000, 0}, R: 200, G: 16, B: 20}, Origin: at, Vertical: true, Text: text, Tag: tag}
	var pen page.Length
	upem := int64(f.UnitsPerEm())
	for _, g := range m.shaper.Shape(f, text, "zh-Hans", fonts.TTB, "") {
		adv := size.MulDiv(int64(g.Advance), upem)
		r.Glyphs = append(r.Glyphs, page.Glyph{ID: g.ID, Start: uint16(g.Cluster), X: size.MulDiv(int64(g.XOffset), upem), Y: pen - size.MulDiv(int64(g.YOffset), upem), Advance: adv})
		pen += adv
	}
	m.page.Items = append(m.page.Items, r)
}

const (
	song = "NotoSerifSC-Regular"
	hei  = "NotoSansSC-Bold"
	tnr  = "LiberationSerif-Regular"
)

func (m *bookMaker) lines(face string, size page.Length, tag page.TagID, texts ...string) {
	for i, text := range texts {
		extra := page.Length(0)
		if i%2 == 1 {
			extra = page.Pt/7 + page.Length(i)
		}
		m.run(face, size, 70*page.Pt, text, extra, tag)
		m.y += size * 7 / 4
	}
}

// sampleBook has headings, lists, a table, a figure, links, a note, a vertical run,
// ligatures and a paragraph over two pages.
func sampleBook(t testing.TB) *page.Book {
	m := newBookMaker(t)
	tags, root := m.book.Tags, page.RootTag
	m.addPage()
	m.page.Items = append(m.page.Items, &page.Path{Segments: page.RectPath(page.Rect{X: -page.MM(3000), Y: -page.MM(3000), W: page.MM(216_000), H: page.MM(18_000)}), Fill: page.Color{Space: page.CMYK, Inks: [4]uint16{0, 900, 800, 0}, R: 210, G: 40, B: 40}})
	h1 := tags.Add(root, page.Tag{Role: page.RoleH1})
	m.book.Outline = append(m.book.Outline, page.OutlineEntry{Title: "关于事故的通报", Level: 1, Dest: "h1", Tag: h1})
	m.book.Dests["h1"] = page.Dest{Page: 0, At: page.Point{X: 70 * page.Pt, Y: m.y}}
	m.y += 20 * page.Pt
	m.lines(hei, 22*page.Pt, h1, "关于事故的通报（测试）")
	p := tags.Add(root, page.Tag{Role: page.RoleP})
	m.lines(song, 21*page.Pt/2, p, "各单位：为深入贯彻落实安全生产责任制，现将有关情况通报如下，", "请认真组织学习，举一反三，切实做好安全生产工作。𠮷祥，安全第一。")
	en := tags.Add(root, page.Tag{Role: page.RoleP, Lang: "en"})
	content := tags.Add(en, page.Tag{})
	m.lines(tnr, 11*page.Pt, content, "AVAST difficult office flow: safety (first), the co\u00ADop\u00AD", "résumé x\u0323\u0302 naïve q\u0301 AV")
	link := tags.Add(en, page.Tag{Role: page.RoleLink})
	r := m.run(tnr, 11*page.Pt, 70*page.Pt, "https://example.org/安全", 0, link)
	m.page.Items = append(m.page.Items, &page.Link{Rect: page.Rect{X: 70 * page.Pt, Y: r.Origin.Y - 10*page.Pt, W: 120 * page.Pt, H: 13 * page.Pt}, URI: "https://example.org/安全", Text: "example", Tag: link})
	rest := tags.Add(en, page.Tag{})
	m.run(tnr, 11*page.Pt, 230*page.Pt, "and more after it", page.Pt/3, rest)
	m.y += 24 * page.Pt
	m.list(root)
	m.table(root)
	m.figure(root)
	v := tags.Add(root, page.Tag{Role: page.RoleP})
	m.vertical(song, 16*page.Pt, page.Point{X: 540 * page.Pt, Y: 120 * page.Pt}, "竖排：安全（第一）——预防。", v)
	split := tags.Add(root, page.Tag{Role: page.RoleP})
	m.lines(song, 12*page.Pt, split, "这一段从第一页开始，")
	m.addPage()
	m.lines(song, 12*page.Pt, split, "到第二页结束。")
	h2 := tags.Add(root, page.Tag{Role: "H2"})
	m.book.Outline = append(m.book.Outline, page.OutlineEntry{Title: "Second", Level: 2, Dest: "h2", Tag: h2}, page.OutlineEntry{Title: "Nowhere", Level: 2, Dest: "none"})
	m.book.Dests["h2"] = page.Dest{Page: 1, At: page.Point{X: 70 * page.Pt, Y: m.y}}
	m.lines(hei, 16*page.Pt, h2, "第二节")
	m.notes(root)
	m.run(tnr, 9*page.Pt, 290*page.Pt, "– 2 –", 0, 0).Origin.Y = 800 * page.Pt
	return m.book
}

func (m *bookMaker) list(root page.TagID) {
	l := m.book.Tags.Add(root, page.Tag{Role: page.RoleL, Ordered: true})
	for _, text := range []string{"first", "second"} {
		li := m.book.Tags.Add(l, page.Tag{Role: page.RoleLI})
		m.run(tnr, 11*page.Pt, 70*page.Pt, "1.", 0, m.book.Tags.Add(li, page.Tag{Role: "Lbl"}))
		m.run(tnr, 11*page.Pt, 90*page.Pt, text, 0, m.book.Tags.Add(li, page.Tag{Role: page.RoleLBody}))
		m.y += 18 * page.Pt
	}
}

func (m *bookMaker) table(root page.TagID) {
	table := m.book.Tags.Add(root, page.Tag{Role: page.RoleTable})
	for r, row := range [][]string{{"部门", "Count"}, {"一车间", ""}} {
		tr := m.book.Tags.Add(table, page.Tag{Role: page.RoleTR})
		for c, cell := range row {
			tag := page.Tag{Role: page.RoleTD}
			if r == 0 {
				tag = page.Tag{Role: page.RoleTH, Header: "Column"}
			}
			id := m.book.Tags.Add(tr, tag)
			x := page.Length(70+100*c) * page.Pt
			m.page.Items = append(m.page.Items, &page.Path{Segments: page.RectPath(page.Rect{X: x - 4*page.Pt, Y: m.y - 14*page.Pt, W: 100 * page.Pt, H: 20 * page.Pt}), Stroke: page.Stroke{Color: page.Black, Width: page.Pt / 2}})
			if cell != "" {
				m.run(song, 11*page.Pt, x, cell, 0, id)
			}
		}
		m.y += 20 * page.Pt
	}
	m.y += 10 * page.Pt
}

func (m *bookMaker) figure(root page.TagID) {
	fig := m.book.Tags.Add(root, page.Tag{Role: page.RoleFigure, Alt: "一张照片 & a photo"})
	body := m.book.Tags.Add(fig, page.Tag{})
	m.page.Items = append(m.page.Items,
		&page.Image{Rect: page.Rect{X: 70 * page.Pt, Y: m.y, W: 160 * page.Pt, H: 120 * page.Pt}, Source: testPhoto(m.t, 900, 675), Tag: body},
		&page.Image{Rect: page.Rect{X: 240 * page.Pt, Y: m.y, W: 80 * page.Pt, H: 60 * page.Pt}, Source: testPhoto(m.t, 200, 150), Tag: body},
		&page.Group{Transform: page.Matrix{A: 56756, B: 32768, C: -32768, D: 56756, E: 380 * page.Pt, F: m.y}, Clip: page.RectPath(page.Rect{W: 60 * page.Pt, H: 60 * page.Pt}), Items: []page.Item{
			&page.Image{Rect: page.Rect{W: 80 * page.Pt, H: 60 * page.Pt}, Source: testDrawing(m.t), Tag: body},
			&page.Link{Rect: page.Rect{W: 80 * page.Pt, H: 60 * page.Pt}, Dest: "h2", Text: "to h2", Tag: body},
			&page.Link{Rect: page.Rect{W: 80 * page.Pt, H: 60 * page.Pt}, Dest: "nowhere", Tag: body},
		}},
		&page.Path{Tag: body, EvenOdd: true, Fill: page.White, Stroke: page.Stroke{Color: page.Color{Space: page.Spot, Spot: "PANTONE 485 C", Inks: [4]uint16{800}, Alt: [4]uint16{0, 950, 1000, 0}, R: 218, G: 41, B: 28}, Width: page.Pt, Dash: []page.Length{3 * page.Pt, page.Pt}, Round: true}, Segments: []page.Segment{
			{Op: page.MoveTo, P: [3]page.Point{{X: 450 * page.Pt, Y: m.y}}},
			{Op: page.CubicTo, P: [3]page.Point{{X: 500 * page.Pt, Y: m.y}, {X: 500 * page.Pt, Y: m.y + 50*page.Pt}, {X: 450 * page.Pt, Y: m.y + 50*page.Pt}}},
			{Op: page.ClosePath},
		}})
	m.y += 130 * page.Pt
	m.lines(song, 9*page.Pt, m.book.Tags.Add(fig, page.Tag{Role: page.RoleCaption}), "图1 说明")
	m.y += 10 * page.Pt
}

func (m *bookMaker) notes(root page.TagID) {
	p := m.book.Tags.Add(root, page.Tag{Role: page.RoleP})
	first := m.book.Tags.Add(p, page.Tag{})
	ref := m.book.Tags.Add(p, page.Tag{Role: page.RoleReference})
	l := m.book.Tags.Add(ref, page.Tag{Role: page.RoleLink})
	note := m.book.Tags.Add(p, page.Tag{Role: page.RoleNote})
	m.book.Dests["note1"] = page.Dest{Page: 1, At: page.Point{X: 70 * page.Pt, Y: 700 * page.Pt}}
	m.lines(song, 12*page.Pt, first, "正文有脚注")
	m.run(tnr, 7*page.Pt, 160*page.Pt, "1", 0, l)
	m.page.Items = append(m.page.Items, &page.Link{Rect: page.Rect{X: 160 * page.Pt, Y: m.y, W: 9 * page.Pt, H: 9 * page.Pt}, Dest: "note1", Text: "note 1", Tag: l})
	m.page.Items = append(m.page.Items, &page.Link{Rect: page.Rect{X: 300 * page.Pt, Y: m.y, W: 9 * page.Pt, H: 9 * page.Pt}, URI: "mailto:a@example.org"})
	m.run(tnr, 9*page.Pt, 70*page.Pt, "1 A note.", 0, note).Origin.Y = 705 * page.Pt
}

func bytesSource(data []byte) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }
}

func readSource(t testing.TB, name string, data []byte) *page.ImageSource {
	s, err := page.ReadImage(name, bytesSource(data))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func testPhoto(t testing.TB, w, h int) *page.ImageSource {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetRGBA(x, y, color.RGBA{byte(x * 255 / w), byte(y * 255 / h), byte((x ^ y) & 127), 255})
		}
	}
	var b bytes.Buffer
	jpeg.Encode(&b, img, nil)
	return readSource(t, "photo.jpg", b.Bytes())
}

func testDrawing(t testing.TB) *page.ImageSource {
	img := image.NewNRGBA(image.Rect(0, 0, 400, 300))
	for y := range 300 {
		for x := range 400 {
			c := color.NRGBA{255, 255, 0, 255}
			if (x/20+y/20)%2 == 0 {
				c = color.NRGBA{0, 90, 160, 128}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	png.Encode(&b, img)
	return readSource(t, "drawing.png", b.Bytes())
}

func write(t testing.TB, book *page.Book, opts Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(book, opts, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
