package page

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Dump writes a book as text that is made for reading diffs: one item a line, the
// pages first, then the tag tree, the outline and the destinations. Golden tests
// keep it, and the layout command shows it. It returns w's error.
//
//	page 0 "1" 595.276×841.89 bleed 8.504
//	  text 72 100.5 NotoSerifSC-Regular 10.5 P/3 "安全第一" 10.5×3 5.25*
//	  rect 72 120 451.276×0.5 fill c0m100y100k0#e60012
//	  group matrix(0 1 -1 0 300 20)
//	    image 0 0 100×75 800×600 jpeg "a.jpg" 1f2e3d4c Figure/4
//
// All numbers are pt, y downwards. A text has its place, face, size, colour if it
// is not Black, language if it is not the book's, tag, characters, and then the
// advances of its glyphs, equal neighbours folded. Behind an advance stands how
// far the glyph is from the pen, if it is: (dx,dy). A * marks a glyph that is not
// the nominal one of its character, a ! one that the face lacks. Paths are given
// by the box round their points; items of no tag are artifacts.
func Dump(w io.Writer, b *Book) error {
	d := &dumper{w: bufio.NewWriter(w), book: b}
	d.info()
	for _, p := range b.Pages {
		d.line(0, "page", p.Number, strconv.Quote(p.Label), p.Trim, word("bleed", p.Bleed != 0, p.Bleed))
		d.items(1, p.Items)
	}
	if b.Tags != nil && len(b.Tags.Nodes) > 1 {
		d.line(0, "tags")
		d.tag(1, RootTag)
	}
	if len(b.Outline) > 0 {
		d.line(0, "outline")
	}
	for _, e := range b.Outline {
		d.line(e.Level, strconv.Quote(e.Title), "→ "+e.Dest, d.tagName(e.Tag))
	}
	if len(b.Dests) > 0 {
		d.line(0, "dests")
	}
	for _, name := range slices.Sorted(maps.Keys(b.Dests)) {
		dest := b.Dests[name]
		d.line(1, name, "page", dest.Page, place(dest.At))
	}
	return d.w.Flush()
}

type dumper struct {
	w    *bufio.Writer
	book *Book
}

// line writes its fields, empty ones left out, with a space between.
func (d *dumper) line(depth int, fields ...any) {
	d.w.WriteString(strings.Repeat("  ", max(depth, 0)))
	sep := ""
	for _, f := range fields {
		if s := fmt.Sprint(f); s != "" {
			d.w.WriteString(sep + s)
			sep = " "
		}
	}
	d.w.WriteByte('\n')
}

// word returns name and value if there is something to say.
func word(name string, said bool, value any) string {
	if !said {
		return ""
	}
	return strings.TrimSpace(fmt.Sprint(name, " ", value))
}

func quoted(name, value string) string { return word(name, value != "", strconv.Quote(value)) }

func place(p Point) string { return p.X.String() + " " + p.Y.String() }

func (r Rect) String() string {
	return place(Point{r.X, r.Y}) + " " + Size{r.W, r.H}.String()
}

func (d *dumper) info() {
	i := &d.book.Info
	d.line(0, "book", quoted("title", i.Title), quoted("author", i.Author), quoted("subject", i.Subject),
		quoted("keywords", strings.Join(i.Keywords, ", ")), word("lang", i.Language != "", i.Language),
		word("date", !i.Date.IsZero(), i.Date.UTC().Format(time.RFC3339)), word("draft", i.Draft, ""))
}

func (d *dumper) items(depth int, items []Item) {
	for _, item := range items {
		switch it := item.(type) {
		case *GlyphRun:
			d.text(depth, it)
		case *Path:
			d.path(depth, it)
		case *Image:
			s := it.Source
			d.line(depth, "image", it.Rect, fmt.Sprintf("%d×%d", s.Width, s.Height), s.Format,
				strconv.Quote(s.Name), hex.EncodeToString(s.Hash[:4]), d.tagName(it.Tag))
		case *Link:
			d.line(depth, "link", it.Rect, quoted("→", it.URI), word("→", it.Dest != "", it.Dest), quoted("", it.Text), d.tagName(it.Tag))
		case *Group:
			clip, _ := bounds(it.Clip)
			d.line(depth, "group", it.Transform, word("clip", it.Clip != nil, clip))
			d.items(depth+1, it.Items)
		}
	}
}

// String returns nothing for the zero Matrix, which transforms nothing.
func (m Matrix) String() string {
	if m == (Matrix{}) {
		return ""
	}
	n := func(v int64) string { return Length(v).Decimal(4) }
	return fmt.Sprintf("matrix(%s %s %s %s %v %v)", n(m.A), n(m.B), n(m.C), n(m.D), m.E, m.F)
}

func (d *dumper) text(depth int, r *GlyphRun) {
	kind, lang := "text", r.Lang
	if r.Vertical {
		kind = "vertical"
	}
	if lang == d.book.Info.Language {
		lang = ""
	}
	color := r.Color.String()
	if r.Color == Black {
		color = ""
	}
	d.line(depth, kind, place(r.Origin), r.Face.Name(), r.Size, color, lang, d.tagName(r.Tag), strconv.Quote(r.Text), advances(r))
}

// advances lists the glyphs of a run by what makes them differ.
func advances(r *GlyphRun) string {
	var out []string
	var last string
	var pen Length
	times := 0
	flush := func() {
		if times > 1 {
			last += "×" + strconv.Itoa(times)
		}
		if times > 0 {
			out = append(out, last)
		}
	}
	for i, g := range r.Glyphs {
		off := Point{g.X - pen, g.Y}
		if r.Vertical {
			off = Point{g.X, g.Y - pen}
		}
		pen += g.Advance
		s := g.Advance.Decimal(2)
		if x, y := off.X.Decimal(2), off.Y.Decimal(2); x != "0" || y != "0" {
			s += "(" + x + "," + y + ")"
		}
		s += mark(r, i)
		if s == last {
			times++
			continue
		}
		flush()
		last, times = s, 1
	}
	flush()
	return strings.Join(out, " ")
}

// mark tells a glyph that is not simply the one of its character.
func mark(r *GlyphRun, i int) string {
	if r.Glyphs[i].ID == 0 {
		return "!"
	}
	if c := []rune(r.Cluster(i)); len(c) == 1 {
		if nominal, ok := r.Face.Glyph(c[0]); ok && nominal == r.Glyphs[i].ID {
			return ""
		}
	}
	return "*"
}

func (d *dumper) path(depth int, p *Path) {
	box, isRect := bounds(p.Segments)
	kind, count := "rect", ""
	if !isRect {
		kind, count = "path", strconv.Itoa(len(p.Segments))+" segments"
	}
	fields := []any{kind, box, count, word("fill", p.Fill.Space != NoColor, p.Fill), word("evenodd", p.EvenOdd, "")}
	if s := p.Stroke; s.Color.Space != NoColor {
		fields = append(fields, "stroke", s.Color, s.Width, word("dash", len(s.Dash) > 0, dashes(s.Dash)), word("round", s.Round, ""))
	}
	d.line(depth, append(fields, d.tagName(p.Tag))...)
}

func dashes(lengths []Length) string {
	var out []string
	for _, l := range lengths {
		out = append(out, l.String())
	}
	return strings.Join(out, ",")
}

// bounds returns the box round the points of a path, control points included, and
// whether the path is that box.
func bounds(segments []Segment) (box Rect, isRect bool) {
	var low, high Point
	first := true
	for _, s := range segments {
		n := map[SegmentOp]int{MoveTo: 1, LineTo: 1, CubicTo: 3}[s.Op]
		for _, p := range s.P[:n] {
			if first {
				low, high, first = p, p, false
			}
			low = Point{min(low.X, p.X), min(low.Y, p.Y)}
			high = Point{max(high.X, p.X), max(high.Y, p.Y)}
		}
	}
	box = Rect{low.X, low.Y, high.X - low.X, high.Y - low.Y}
	return box, slices.Equal(segments, RectPath(box))
}

// String gives the inks in per cent and the sRGB look.
func (c Color) String() string {
	pc := func(n uint16) string { return Length(n).MulDiv(int64(Pt), 10).Decimal(1) }
	look := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	switch c.Space {
	case Gray:
		return "k" + pc(c.Inks[3]) + look
	case CMYK:
		return "c" + pc(c.Inks[0]) + "m" + pc(c.Inks[1]) + "y" + pc(c.Inks[2]) + "k" + pc(c.Inks[3]) + look
	case Spot:
		return strconv.Quote(c.Spot) + pc(c.Inks[0]) + look
	}
	return "none"
}

func (d *dumper) tagName(id TagID) string {
	if id == 0 {
		return ""
	}
	role := RoleContent
	if t := d.book.Tags; t != nil && int(id) < len(t.Nodes) {
		role = t.Nodes[id].Role
	}
	return string(role) + "/" + strconv.Itoa(int(id))
}

func (d *dumper) tag(depth int, id TagID) {
	t := &d.book.Tags.Nodes[id]
	span := func(name string, n int) string { return word(name, n > 1, n) }
	d.line(depth, d.tagName(id), t.Lang, t.Header, span("colspan", t.ColSpan), span("rowspan", t.RowSpan),
		word("ordered", t.Ordered, ""), quoted("alt", t.Alt))
	for _, child := range t.Children {
		d.tag(depth+1, child)
	}
}
