package cli

import (
	"bufio"
	"strconv"
	"unicode/utf8"

	"safety365/bulletins/page"
)

// listing writes the layout listing page by page; its shape is described in the
// package's comment.
type listing struct {
	w     *bufio.Writer
	b     []byte // the line being made
	pages int
}

// places is the number of decimals of a length.
const places = 4

func (l *listing) page(number int, p *page.Page) error {
	if l.pages == 0 {
		l.b = append(l.b, `{"pages":[`...)
	} else {
		l.b = append(l.b, ',')
	}
	l.pages++
	l.b = append(l.b, "\n{\"page\":"...)
	l.b = strconv.AppendInt(l.b, int64(number), 10)
	l.text(`,"label":`, p.Label)
	l.length(`,"width":`, p.Trim.W)
	l.length(`,"height":`, p.Trim.H)
	l.b = append(l.b, `,"lines":[`...)
	for i := range p.Lines {
		l.comma(i)
		l.line(p, &p.Lines[i])
		if err := l.flush(); err != nil {
			return err
		}
	}
	l.b = append(l.b, "]}"...)
	return l.flush()
}

// close ends the listing.
func (l *listing) close() error {
	if l.pages == 0 {
		l.b = append(l.b, `{"pages":[`...)
	}
	l.b = append(l.b, "\n]}\n"...)
	return l.flush()
}

func (l *listing) flush() error {
	_, err := l.w.Write(l.b)
	l.b = l.b[:0]
	return err
}

func (l *listing) line(p *page.Page, line *page.Line) {
	l.b = append(l.b, "\n{\"paragraph\":"...)
	l.b = strconv.AppendInt(l.b, int64(line.Paragraph), 10)
	l.text(`,"role":`, line.Role)
	l.length(`,"x":`, line.X)
	l.length(`,"baseline":`, line.Baseline)
	l.length(`,"width":`, line.Width)
	l.length(`,"measure":`, line.Measure)
	l.b = append(l.b, `,"items":[`...)
	runs := 0
	for _, item := range p.Items[line.First : line.First+line.N] {
		runs = l.item(item, page.Matrix{}, runs)
	}
	l.b = append(l.b, "]}"...)
}

// item writes the runs of an item; rules and boxes behind the text are left out. The
// words of a vertical line stand in a group that turns them.
func (l *listing) item(item page.Item, m page.Matrix, runs int) int {
	switch it := item.(type) {
	case *page.GlyphRun:
		l.comma(runs)
		l.run(it, m)
		runs++
	case *page.Group:
		for _, inner := range it.Items {
			runs = l.item(inner, it.Transform, runs)
		}
	}
	return runs
}

func (l *listing) run(r *page.GlyphRun, m page.Matrix) {
	l.text(`{"face":`, r.Face.Name())
	l.length(`,"size":`, r.Size)
	l.text(`,"lang":`, r.Lang)
	l.b = append(l.b, `,"vertical":`...)
	l.b = strconv.AppendBool(l.b, r.Vertical || m != page.Matrix{})
	l.text(`,"text":`, r.Text)
	l.b = append(l.b, `,"glyphs":[`...)
	for i, g := range r.Glyphs {
		l.comma(i)
		l.text(`{"text":`, r.Cluster(i))
		at := m.Apply(page.Point{X: r.Origin.X + g.X, Y: r.Origin.Y + g.Y})
		l.length(`,"x":`, at.X)
		l.length(`,"y":`, at.Y)
		l.length(`,"advance":`, g.Advance)
		l.b = append(l.b, '}')
	}
	l.b = append(l.b, "]}"...)
}

func (l *listing) comma(i int) {
	if i > 0 {
		l.b = append(l.b, ',')
	}
}

func (l *listing) length(key string, value page.Length) {
	l.b = append(l.b, key...)
	l.b = value.AppendDecimal(l.b, places)
}

func (l *listing) text(key, value string) {
	l.b = append(l.b, key...)
	l.b = appendQuoted(l.b, value)
}

// appendQuoted appends s as a JSON string: only what must be escaped is, so that
// Chinese can be read.
func appendQuoted(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	for _, r := range s { // invalid bytes come as U+FFFD
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, '\\', 'n')
		case r == '\t':
			b = append(b, '\\', 't')
		case r < 0x20:
			b = append(b, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		case r == '\u2028' || r == '\u2029':
			b = append(b, `\u202`...)
			b = append(b, hex[r&15])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}
