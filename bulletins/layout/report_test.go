package layout_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/fonts"
)

// setLine is a line of a page made by hand: 10 pt type, letters half an em and Han
// one em wide.
type setLine struct {
	paragraph int
	text      string // - at the end is a hyphen; a space is as wide as wide says
	wide      int64  // word spaces in hundredths of the normal one; 0: 100
	role      string
	column    int // from 0
	line      page.Line
}

const pitch = 20 * page.Pt

// sheet makes a page of lines.
func sheet(t testing.TB, number int, lines []setLine) *page.Page {
	family, err := fonts.Lookup("latin-serif", fonts.Style{}, "en")
	if err != nil {
		t.Fatal(err)
	}
	face := family.Faces[0]
	blank, _ := face.Glyph(' ')
	letter, _ := face.Glyph('x')
	size := 10 * page.Pt
	p := &page.Page{Number: number, Trim: page.Size{W: 595 * page.Pt, H: 842 * page.Pt}}
	row, column := 0, 0
	for i, l := range lines {
		if row++; l.column > column {
			row, column = 1, l.column
		}
		line := l.line
		line.X, line.Baseline = 50*page.Pt+page.Length(l.column)*250*page.Pt, page.Length(row)*pitch
		line.Paragraph, line.Role, line.First, line.N = l.paragraph, l.role, len(p.Items), 1
		text, hyphen := strings.CutSuffix(l.text, "-")
		run := &page.GlyphRun{Face: face, Size: size, Text: text, Origin: page.Point{X: line.X, Y: line.Baseline}, Source: page.Source{Block: int32(number), Offset: int32(100 * i)}}
		var x page.Length
		for at, r := range text {
			g := page.Glyph{ID: letter, Start: uint16(at), X: x, Advance: size / 2}
			switch {
			case r == ' ':
				g.ID = blank
				if l.wide == 0 {
					l.wide = 100
				}
				g.Advance = page.Length(face.Sfnt().Advance(blank)).MulDiv(int64(size), int64(face.UnitsPerEm())).MulDiv(l.wide, 100)
			case r >= 0x2E80:
				g.Advance = size
			case r == '?':
				g.ID = 0
			}
			x += g.Advance
			run.Glyphs = append(run.Glyphs, g)
		}
		p.Items = append(p.Items, run)
		if hyphen {
			p.Items = append(p.Items, &page.GlyphRun{Face: face, Size: size, Text: "\u00AD", Origin: page.Point{X: line.X + x, Y: line.Baseline}, Glyphs: []page.Glyph{{ID: letter, Advance: size / 3}}, Source: page.Source{Block: -1, Offset: -1}})
			line.N = 2
		}
		p.Lines = append(p.Lines, line)
	}
	return p
}

// body repeats lines of a paragraph.
func body(paragraph, n int) []setLine {
	lines := make([]setLine, n)
	for i := range lines {
		lines[i] = setLine{paragraph: paragraph, text: "安全生产人人有责", role: "body"}
	}
	return lines
}

func join(parts ...[]setLine) []setLine {
	var all []setLine
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

func TestReport(t *testing.T) {
	heading := setLine{paragraph: 90, text: "标题", role: "h1"}
	inColumn := func(n int, lines []setLine) []setLine {
		for i := range lines {
			lines[i].column = n
		}
		return lines
	}
	hyphened := func(n int) []setLine {
		lines := body(1, n)
		for i := range lines {
			lines[i].text = "accountabili-"
		}
		return lines
	}
	latin := func(texts ...string) []setLine {
		var lines []setLine
		for _, s := range texts {
			lines = append(lines, setLine{paragraph: 1, text: s, role: "body"})
		}
		return lines
	}
	for _, c := range []struct {
		name  string
		pages [][]setLine
		want  string // fault page.row value unit
	}{
		{"nothing", [][]setLine{body(1, 3)}, ""},
		{"no lines", [][]setLine{nil, nil}, ""},
		{"Han at the limit", [][]setLine{{{text: "安全生产", line: page.Line{Loose: 100}}}}, ""},
		{"Han above it", [][]setLine{{{text: "安全生产", line: page.Line{Loose: 101}}}}, "loose 1.1 0.101 em"},
		{"mostly Han", [][]setLine{{{text: "按照 ISO 45001 的标准要求", wide: 300, line: page.Line{Loose: 90}}}}, ""},
		{"mostly Latin", [][]setLine{{{text: "the sign reads 安全 and nothing else", wide: 230, line: page.Line{Loose: 130}}}}, "loose 1.1 2.3 spaces"},
		{"Latin at the limit", [][]setLine{{{text: "safety first", wide: 220}}}, ""},
		{"Latin above it", [][]setLine{{{text: "safety first", wide: 221}}}, "loose 1.1 2.21 spaces"},
		{"a space beside Han is a border", [][]setLine{{{text: "one two three four five 安", wide: 100}, {text: "安 safety"}}}, ""},
		{"tight", [][]setLine{{{text: "安", line: page.Line{Tight: 800}}, {text: "全", line: page.Line{Tight: 801}}}}, "tight 1.2 0.801 share"},
		{"ragged", [][]setLine{{{text: "安", line: page.Line{Ragged: true}}}}, "ragged 1.1"},
		{"emergency", [][]setLine{{{text: "安", line: page.Line{Emergency: true}}}}, "emergency 1.1"},
		{"overfull by a hair", [][]setLine{{{text: "安", line: page.Line{Overfull: page.Pt / 10}}}}, ""},
		{"overfull", [][]setLine{{{text: "安", line: page.Line{Overfull: 2 * page.Pt}}}}, "overfull 1.1 2 pt"},
		{"orphan", [][]setLine{{{text: "安", line: page.Line{Orphan: true}}}}, "orphan 1.1"},
		{"club", [][]setLine{join(body(1, 3), body(2, 1)), body(2, 2)}, "club 1.4"},
		{"no club: a paragraph of one line", [][]setLine{join(body(1, 3), body(2, 1)), body(3, 2)}, ""},
		{"widow", [][]setLine{body(1, 3), join(body(1, 1), body(2, 3))}, "widow 2.1"},
		{"widow on the last page", [][]setLine{body(1, 3), body(1, 1)}, "widow 2.1"},
		{"no widow: two lines", [][]setLine{body(1, 3), body(1, 2)}, ""},
		{"club and widow", [][]setLine{body(1, 1), body(1, 1)}, "club 1.1, widow 2.1"},
		{"over three pages", [][]setLine{body(1, 2), body(1, 1), body(1, 2)}, ""},
		{"over three pages, ill", [][]setLine{body(1, 1), body(1, 1), body(1, 1)}, "club 1.1, widow 3.1"},
		{"columns", [][]setLine{join(body(1, 3), body(2, 1), inColumn(1, body(2, 2)))}, "club 1.4"},
		{"columns, widow", [][]setLine{join(body(1, 3), inColumn(1, body(1, 1)), inColumn(1, body(2, 2)))}, "widow 1.1"},
		{"notes under the text", [][]setLine{join(body(1, 3), []setLine{{paragraph: 5, text: "注", role: "footnote"}}), join(body(1, 2), []setLine{{paragraph: 5, text: "注", role: "footnote"}})}, "club 1.4, widow 2.3"},
		{"a river of three", [][]setLine{latin("xx xxxx", "xx xxxx", "xx xxxx", "xxxxxxx")}, ""},
		{"a river of four", [][]setLine{latin("xxxx xxxx", "xx xxxx", "xx xxx", "xx xxxx", "xx xxxx", "xxxxxxx")}, "river 1.2 4 lines"},
		{"a fork is one river", [][]setLine{latin("xx x xxx", "xx x xxxx", "xx xxxx", "xx x xx", "xx x xxxx", "xx x xxxx")}, "river 1.1 6 lines"},
		{"no river in Han", [][]setLine{latin("安 全", "安 全", "安 全", "安 全", "安 全")}, ""},
		{"no river over a page", [][]setLine{latin("xx x", "xx x", "xx x"), latin("xx x", "xx x")}, ""},
		{"two hyphens", [][]setLine{join(hyphened(2), body(1, 1))}, ""},
		{"three hyphens", [][]setLine{join(body(1, 1), hyphened(3), body(1, 1))}, "hyphens 1.2 3 lines"},
		{"three hyphens over a page", [][]setLine{join(body(1, 1), hyphened(2)), join(hyphened(1), body(1, 1))}, "hyphens 1.2 3 lines"},
		{"hyphens of several paragraphs", [][]setLine{join(hyphened(2), []setLine{{paragraph: 2, text: "words-"}, {paragraph: 2, text: "end"}})}, ""},
		{"hyphens over four pages", [][]setLine{hyphened(2), hyphened(2), hyphened(2), hyphened(2)}, "hyphens 1.1 8 lines"},
		{"a heading at the foot", [][]setLine{join(body(1, 3), []setLine{heading}), body(2, 2)}, "foot 1.4"},
		{"above notes", [][]setLine{join(body(1, 3), []setLine{heading, {paragraph: 5, text: "注", role: "footnote"}}), body(2, 2)}, "foot 1.4"},
		{"a heading that ends the text", [][]setLine{join(body(1, 3), []setLine{heading})}, ""},
		{"a cover", [][]setLine{{heading}, body(2, 2)}, ""},
		{"a heading at a column's foot", [][]setLine{join(body(1, 3), []setLine{heading}, inColumn(1, body(2, 2)))}, "foot 1.4"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			r := layout.NewReport(themeFor(t, "zh-Hans"), func(f layout.Finding) {
				s := fmt.Sprintf("%s %d.%d", f.Fault, f.Page, f.Row)
				if f.Unit != "" {
					s += fmt.Sprintf(" %v %s", f.Value, f.Unit)
				}
				got = append(got, s)
				if wanted := (page.Source{Block: int32(f.Page - 1), Offset: f.Source.Offset}); f.Source != wanted {
					t.Errorf("%s points to %v", s, f.Source)
				}
			})
			lines := 0
			for i, p := range c.pages {
				r.Add(sheet(t, i, p))
				lines += len(p)
			}
			totals := r.Finish()
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("\n got %s\nwant %s", s, c.want)
			}
			sum := 0
			for _, n := range totals.Count {
				sum += n
			}
			if totals.Lines != lines || totals.Pages != len(c.pages) || sum != len(got) {
				t.Errorf("totals %+v", totals)
			}
		})
	}
}

// TestRiverSlant: a river may run aslant as long as each space lies below at least
// half of the one above. A step is half an em, 5 pt; the spaces are 10 pt wide and a
// little less.
func TestRiverSlant(t *testing.T) {
	for wide, want := range map[int64]int{400: 1, 390: 0} {
		var lines []setLine
		for i := range 5 {
			lines = append(lines, setLine{paragraph: 1, text: strings.Repeat("x", 3+i) + " xxx", wide: wide})
		}
		r := layout.NewReport(themeFor(t, "en"), nil)
		r.Add(sheet(t, 0, lines))
		if got := r.Finish().Count[layout.River]; got != want {
			t.Errorf("%d rivers with spaces of %d %%", got, wide)
		}
	}
}

func TestReportTotals(t *testing.T) {
	r := layout.NewReport(themeFor(t, "zh-Hans"), nil)
	r.Fallback(layout.Fallback{Char: 'é', Wanted: "A", Used: "B", Block: -1, Offset: -1})
	p := sheet(t, 0, []setLine{
		{text: "安全", line: page.Line{Loose: 150, Cost: 22500}}, {text: "安全", line: page.Line{Loose: 40, Cost: 1600}},
		{text: "safety fir-", wide: 150, line: page.Line{Cost: 1}}, {text: "one ? two ?", line: page.Line{Ragged: true}},
	})
	name := p.Items[0].(*page.GlyphRun).Face.Name()
	// The character is told of before its page comes, twice in one pair of faces.
	r.Fallback(layout.Fallback{Char: '全', Wanted: "A", Used: name, Block: 0, Offset: 103})
	r.Fallback(layout.Fallback{Char: '全', Wanted: "A", Used: name, Block: 0, Offset: 3})
	r.Add(p)
	totals := r.Finish()
	if totals.Badness != 24101 || totals.Mean().String() != "6025.25" || totals.Share(layout.Loose).String() != "250" || totals.WidestGap != 150 || totals.WidestSpace != 1500 || totals.Hyphens != 1 {
		t.Errorf("%+v", totals)
	}
	want := []layout.CharTotal{
		{Char: 'é', Wanted: "A", Used: "B", Count: 1, Source: page.Source{Block: -1, Offset: -1}},
		{Char: '全', Wanted: "A", Used: name, Count: 2, Source: page.Source{Block: 0, Offset: 103}, Page: 1, Row: 2},
	}
	if fmt.Sprint(totals.Fallbacks) != fmt.Sprint(want) {
		t.Errorf("\n got %+v\nwant %+v", totals.Fallbacks, want)
	}
	if want := []layout.CharTotal{{Char: '?', Used: name, Count: 2, Source: page.Source{Block: 0, Offset: 304}, Page: 1, Row: 4}}; fmt.Sprint(totals.Missing) != fmt.Sprint(want) {
		t.Errorf("\n got %+v\nwant %+v", totals.Missing, want)
	}
}

// TestReportMemory: however long a document is, nothing is kept of its pages.
func TestReportMemory(t *testing.T) {
	r := layout.NewReport(themeFor(t, "zh-Hans"), nil)
	p := sheet(t, 0, join(body(1, 30), []setLine{{paragraph: 2, text: "xx xx", wide: 300}}))
	add := func(n int) {
		for range n {
			p.Number++
			for i := range p.Lines {
				p.Lines[i].Paragraph += 2
			}
			r.Add(p)
		}
	}
	held := func() int64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	add(100)
	before := held()
	add(2000)
	if grown := held() - before; grown > 200_000 {
		t.Errorf("2000 pages took %d bytes", grown)
	}
	runtime.KeepAlive(r)
}

func TestThousandths(t *testing.T) {
	for n, want := range map[layout.Thousandths]string{0: "0", 1: "0.001", 1500: "1.5", 24000: "24", -250: "-0.25", 123456789012: "123456789.012"} {
		if b, err := n.MarshalJSON(); err != nil || string(b) != want {
			t.Errorf("%d is %s", int64(n), b)
		}
	}
}
