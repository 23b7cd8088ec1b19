package layout

import (
	"cmp"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/fonts"
	"safety365/themes"
)

// furniture sets what stands outside the column. It may be used from any goroutine.
type furniture struct {
	flow  *Flow
	press *press

	mu     sync.Mutex
	setter *paragraph.Setter
	lines  map[slotKey]*lineUnit
	banner map[page.Size][]page.Item // by the size of the page
}

type slotKey struct {
	text, role string
	align      themes.Align
	width      page.Length
}

func newFurniture(flow *Flow, p *press) *furniture {
	upright := *p // headers are horizontal on every page
	upright.vertical = false
	return &furniture{flow: flow, press: &upright, setter: paragraph.NewSetter(), lines: map[slotKey]*lineUnit{}, banner: map[page.Size][]page.Item{}}
}

func itoa(n int) string { return strconv.Itoa(n) }

// wantsTotal reports whether a page cannot be drawn before all are counted.
func (f *furniture) wantsTotal() bool {
	for _, r := range []themes.Running{f.flow.Theme.Furniture.Header, f.flow.Theme.Furniture.Footer} {
		if r.Last != nil {
			return true
		}
		for _, s := range []*themes.Slots{r.First, r.Odd, r.Even} {
			if s != nil && strings.Contains(s.Left+s.Center+s.Right, "{pages}") {
				return true
			}
		}
	}
	return false
}

// draw sets the header and footer of a page. On a landscape one they stand at its own
// head and foot, or, turned with the sheet, where they stand on upright pages.
func (f *furniture) draw(d *drawer, number, total int, area page.Rect) {
	t := f.flow.Theme
	if d.page.Trim == t.Page.Size || !t.Furniture.Sheet {
		f.on(d, d.page.Trim, number, total, area)
		return
	}
	first := len(d.page.Items)
	f.on(d, t.Page.Size, number, total, t.Area(number))
	(&turning{at: d.page.Trim.W}).turn(d.page, first, len(d.page.Lines))
}

// on sets the header and footer of a page of a size.
func (f *furniture) on(d *drawer, size page.Size, number, total int, area page.Rect) {
	t := f.flow.Theme
	fu := &t.Furniture
	head := fu.Header.At(number, total, t.Page.Mirror)
	foot := fu.Footer.At(number, total, t.Page.Mirror)
	headAt, footAt := t.Page.HeaderAt, size.H-t.Page.FooterAt
	if size != t.Page.Size { // a landscape page has other margins
		headAt = min(headAt, area.Y*2/3)
		footAt = max(footAt, area.Y+area.H+(size.H-area.Y-area.H)/3)
	}
	f.slots(d, head, "header", number, total, area, headAt)
	f.slots(d, foot, "footer", number, total, area, footAt)
	rule := func(r themes.Rule, y page.Length) {
		w := r.Length
		if w == 0 {
			w = area.W
		}
		d.rect(page.Rect{X: area.X, Y: y - r.Width/2, W: w, H: r.Width}, r.Color)
	}
	if !head.Empty() {
		rule(fu.Rule, headAt+fu.Rule.Gap)
	}
	if !foot.Empty() {
		rule(fu.FooterRule, footAt-t.Style("footer").Size-fu.FooterRule.Gap)
	}
}

func (f *furniture) slots(d *drawer, s themes.Slots, role string, number, total int, area page.Rect, baseline page.Length) {
	for _, slot := range []struct {
		text  string
		align themes.Align
	}{{s.Left, themes.Left}, {s.Center, themes.Center}, {s.Right, themes.Right}} {
		if d.unnumbered && strings.Contains(slot.text, "{page}") {
			continue
		}
		text := f.fill(slot.text, number, total)
		if strings.TrimSpace(text) == "" {
			continue
		}
		r := role
		if strings.Contains(slot.text, "{page}") && f.flow.Theme.Has("pagenumber") {
			r = "pagenumber"
		}
		style := f.flow.Theme.Style(r)
		if l := f.line(slotKey{text, r, slot.align, area.W - style.Left - style.Right}); l != nil {
			d.artifact = true
			d.line(l, area.X+style.Left, baseline)
			d.artifact = false
		}
	}
}

// fill puts values in place of the fields in braces; an unknown field is empty.
func (f *furniture) fill(text string, number, total int) string {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(text, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, rest, ok := strings.Cut(after, "}")
		if !ok {
			b.WriteString("{" + after)
			return b.String()
		}
		switch name {
		case "page":
			b.WriteString(itoa(number))
		case "pages":
			b.WriteString(itoa(total))
		default:
			b.WriteString(f.flow.Fields[name])
		}
		text = rest
	}
}

func (f *furniture) line(key slotKey) *lineUnit {
	f.mu.Lock()
	defer f.mu.Unlock()
	if l, ok := f.lines[key]; ok {
		return l
	}
	if len(f.lines) > 256 {
		clear(f.lines)
	}
	base := f.flow.Theme.Style(key.role)
	style := *base
	style.Align, style.Indent, style.Balance = key.align, 0, false
	b := builder{press: f.press, setter: f.setter, out: &material{}}
	// One line: a title too long for it loses its end.
	runes := []rune(key.text)
	text := key.text
	lang := ""
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		// Dashes round a page number keep their distance, and their place.
		lang = "en"
	}
	var line *paragraph.Line
	for n := len(runes) - 1; ; n-- {
		p, _ := b.paragraph(&Text{Style: &style, Lang: lang, Inlines: []Inline{{Text: text, Style: base, Source: -1, Code: lang != ""}}}, 0, key.width)
		if len(p.Lines) == 0 {
			return nil
		}
		line = &p.Lines[0]
		if len(p.Lines) == 1 || n < 1 {
			break
		}
		text = strings.TrimRight(string(runes[:n]), " 　") + "…"
	}
	l := &lineUnit{line: line, role: key.role, paragraph: -1}
	f.lines[key] = l
	return l
}

// mark draws the words of a draft across the page, as outlines: they are seen but
// are not text.
func (f *furniture) mark(d *drawer) {
	if f.flow.Mark == "" {
		return
	}
	f.mu.Lock()
	banner, ok := f.banner[d.page.Trim]
	if !ok {
		banner = f.outlines(d.page.Trim)
		f.banner[d.page.Trim] = banner
	}
	f.mu.Unlock()
	d.page.Items = append(d.page.Items, banner...)
}

func (f *furniture) outlines(size page.Size) []page.Item {
	t := f.flow.Theme
	style := t.Style("draftmark")
	family, err := fonts.Lookup(style.Font, fonts.Style{Bold: style.Bold}, f.press.lang)
	if err != nil {
		return nil
	}
	em := min(size.W/4, size.H/4)
	runes := []rune(f.flow.Mark)
	var segments []page.Segment
	var pen page.Length
	for _, r := range runes {
		face, _ := family.Face(r)
		id, _ := face.Glyph(r)
		segments = appendOutline(segments, face, id, em, pen)
		pen += page.Length(face.Sfnt().Advance(id)).MulDiv(int64(em), int64(face.UnitsPerEm()))
	}
	// Shrunk to the page's width, turned by 35 degrees: cos 0.8192, sin 0.5736.
	scale := int64(65536)
	if room := size.W * 9 / 10; pen > room {
		scale = int64(room.MulDiv(65536, int64(pen)))
	}
	c, s := scale*8192/10000, scale*5736/10000
	m := page.Matrix{A: c, B: -s, C: s, D: c}
	cx, cy := pen/2, -em*35/100
	m.E = size.W/2 - cx.MulDiv(m.A, 65536) - cy.MulDiv(m.C, 65536)
	m.F = size.H/2 - cx.MulDiv(m.B, 65536) - cy.MulDiv(m.D, 65536)
	return []page.Item{&page.Group{Transform: m, Items: []page.Item{&page.Path{Segments: segments, Fill: t.Color(cmp.Or(f.flow.MarkColor, "draft"))}}}}
}

// appendOutline adds a glyph as cubic curves with its origin at x.
func appendOutline(out []page.Segment, face *fonts.Face, id fonts.GID, em, x page.Length) []page.Segment {
	upem := float32(face.UnitsPerEm())
	at := func(p fonts.OutlinePoint) page.Point {
		// Outlines are in halves of a unit: exact in integers.
		return page.Point{X: x + em.MulDiv(int64(p.X*2), int64(upem*2)), Y: -em.MulDiv(int64(p.Y*2), int64(upem*2))}
	}
	var pen page.Point
	open := false
	for _, s := range face.Sfnt().Outline(id) {
		switch s.Op {
		case fonts.OutlineMove:
			if open {
				out = append(out, page.Segment{Op: page.ClosePath})
			}
			open = true
			pen = at(s.P[0])
			out = append(out, page.Segment{Op: page.MoveTo, P: [3]page.Point{pen}})
		case fonts.OutlineLine:
			pen = at(s.P[0])
			out = append(out, page.Segment{Op: page.LineTo, P: [3]page.Point{pen}})
		case fonts.OutlineQuad:
			c, end := at(s.P[0]), at(s.P[1])
			third := func(a, b page.Length) page.Length { return a + (b-a)*2/3 }
			out = append(out, page.Segment{Op: page.CubicTo, P: [3]page.Point{
				{X: third(pen.X, c.X), Y: third(pen.Y, c.Y)},
				{X: third(end.X, c.X), Y: third(end.Y, c.Y)}, end}})
			pen = end
		}
	}
	if open {
		out = append(out, page.Segment{Op: page.ClosePath})
	}
	return out
}
