package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/fonts"
	"safety365/themes"
)

// A drop cap is the first letter of a paragraph, with the opening marks before it, so
// large that it covers several lines. A Latin letter is as high as from the capitals of
// the first line to the baseline of the last; a Han character fills the em boxes of
// both, for it stands on no baseline. Its run is one of the first line, so that it is
// found, tagged and copied as what it is.

// dropCap sets a paragraph with a drop cap, and says how much of which lines that
// takes: none if the paragraph has no letter to begin with, or not lines enough.
func (b *builder) dropCap(t *Text, tag int32, w page.Length) (*paragraph.Paragraph, []Link, narrowing) {
	own, wide, ok := initialOf(t)
	size := t.Style.Size
	for lines := t.Drop; ok && lines > 1; lines-- {
		before := *b.out
		style := b.initialStyle(own.Inlines[0].Style, t, lines, wide)
		dropped := *own
		dropped.Inlines = append([]Inline{own.Inlines[0]}, own.Inlines[1:]...)
		dropped.Inlines[0].Style = style
		in, links := b.input(&dropped, tag)
		first := *in
		first.Runs, first.Indent, first.Measure, first.Align = in.Runs[:1], 0, w, paragraph.Left
		initial := b.lines(&first)
		in.Runs, in.Indent = in.Runs[1:], 0
		if len(initial.Lines) == 1 {
			line := &initial.Lines[0]
			room, down := line.X+line.Width+size/4, page.Length(lines-1)*t.Style.Leading
			if wide { // the lines beside it keep to the grid of their characters
				room, down = (room+size-1)/size*size, (style.Size-size)*88/100
			}
			n := narrowing{lines: lines, left: room}
			n.narrow(in, w)
			if p := b.lines(in); len(p.Lines) >= lines && w-room >= narrowest*size {
				lead(&p.Lines[0], line, room, down)
				return p, links, n
			}
		}
		*b.out = before
	}
	p, links := b.paragraph(t, tag, w)
	return p, links, narrowing{}
}

// lead puts a drop cap before the runs of the line that it begins.
func lead(line, initial *paragraph.Line, left, down page.Length) {
	for i := range initial.Runs {
		initial.Runs[i].Origin.X -= left
		initial.Runs[i].Origin.Y += down
	}
	for i := range initial.Links {
		initial.Links[i].Rect = shift(initial.Links[i].Rect, -left, down)
	}
	line.Runs = append(initial.Runs, line.Runs...)
	line.Links = append(initial.Links, line.Links...)
}

// initialOf parts a paragraph after the letter that it begins with and the opening
// marks before that, and says whether it is as wide as a Han character.
func initialOf(t *Text) (own *Text, wide, ok bool) {
	if t.Drop < 2 || len(t.Inlines) == 0 {
		return nil, false, false
	}
	l := t.Inlines[0]
	text := strings.TrimLeft(l.Text, " \u3000")
	l.Source = shifted(l.Source, len(l.Text)-len(text))
	if l.Note != nil || l.Image != nil || l.Ruby != "" || l.Break || l.PageOf != "" {
		return nil, false, false
	}
	end := 0
	letter := rune(0)
	for end < len(text) && letter == 0 {
		r, n := utf8.DecodeRuneInString(text[end:])
		if end += n; unicode.IsLetter(r) || unicode.IsDigit(r) {
			letter = r
		} else if !unicode.In(r, unicode.Ps, unicode.Pi) && r != '"' && r != '\'' {
			return nil, false, false
		}
	}
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !unicode.Is(unicode.M, r) {
			break
		}
		end += n
	}
	if letter == 0 || end == len(text) && len(t.Inlines) == 1 {
		return nil, false, false
	}
	first, rest := l, l
	first.Text, rest.Text, rest.Source = text[:end], text[end:], shifted(l.Source, end)
	c := *t
	c.Inlines = append([]Inline{first}, t.Inlines...)
	if c.Inlines[1] = rest; rest.Text == "" {
		c.Inlines = append(c.Inlines[:1], c.Inlines[2:]...)
	}
	return &c, hanOrMark(letter), true
}

// initialKey names the style of a drop cap.
type initialKey struct {
	style, paragraph *themes.Style
	lines            int
	wide             bool
	lang             string
}

// initialStyle returns the style of a drop cap of a style that covers so many lines.
func (b *builder) initialStyle(style *themes.Style, t *Text, lines int, wide bool) *themes.Style {
	if style == nil {
		style = t.Style
	}
	lang := b.press.langOf(t.Inlines[0].Lang)
	key := initialKey{style, t.Style, lines, wide, lang}
	if s, ok := b.press.formats.of.Load(key); ok {
		return s.(*themes.Style)
	}
	own := *style
	own.Underline, own.Sign, own.Box = false, "", themes.Box{}
	own.Size = t.Style.Size + page.Length(lines-1)*t.Style.Leading
	if !wide {
		format := b.press.formats.get(b.press.theme, formatKey{style: style, lang: lang})
		own.Size = t.Style.Size + (page.Length(lines-1)*t.Style.Leading).MulDiv(capHeightOf, int64(capHeight(format.Latin.Faces[0])))
	}
	s, _ := b.press.formats.of.LoadOrStore(key, &own)
	return s.(*themes.Style)
}

// capHeightOf is the em that capHeight counts in.
const capHeightOf = 10000

// capHeight returns how high a capital without a curve is, which has no overshoot.
func capHeight(face *fonts.Face) page.Length {
	id, ok := face.Glyph('H')
	top := page.Length(0)
	if ok {
		for _, s := range face.Sfnt().Outline(id) {
			top = max(top, page.Length(s.P[0].Y*2)) // halves of a unit are exact
		}
	}
	if top <= 0 {
		return capHeightOf * 7 / 10
	}
	return top.MulDiv(capHeightOf, int64(2*face.UnitsPerEm()))
}

// narrowing is what something beside the first lines of a paragraph takes from them.
type narrowing struct {
	lines       int
	left, right page.Length
}

// narrow makes the first lines as long as there is room.
func (n narrowing) narrow(in *paragraph.Input, w page.Length) {
	in.Measure = w
	for range n.lines {
		in.Widths = append(in.Widths, w-n.left-n.right)
	}
}

// x is how far a line is moved to the right.
func (n narrowing) x(line int) page.Length {
	if line < n.lines {
		return n.left
	}
	return 0
}
