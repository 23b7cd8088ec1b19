package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"safety365/bulletins/page"
)

// lineText is what is read from the glyphs of a line.
type lineText struct {
	size   page.Length // of the largest type on the baseline
	han    bool        // it is as good as all Han
	hyphen bool        // it ends in one
	source page.Source
	spaces []space // between words
	text   []byte
}

// space is a space between two words of a line.
type space struct {
	from, to page.Length // on the page
	width    Thousandths // in normal ones
	source   page.Source
	lines    int // how many lines the river is long that ends here
	river    int // number of the river in its passage, from 1; 0: none yet
}

// read reads a line. Runs beside the baseline, readings and raised signs, only count
// when there are no others.
func (t *lineText) read(p *page.Page, l *page.Line) {
	*t = lineText{source: page.Source{Block: -1, Offset: -1}, spaces: t.spaces[:0], text: t.text[:0]}
	wide, narrow := 0, 0
	var pending, open space
	after := false // a word was seen, and nothing but spaces since
	for _, it := range p.Items[l.First : l.First+l.N] {
		run, turned := runIn(it)
		if run == nil {
			continue
		}
		if t.source.Offset < 0 {
			t.source = run.Source
		}
		if !onBaseline(run, turned, l) {
			continue
		}
		t.size = max(t.size, run.Size)
		if t.hyphen = run.Text == "\u00AD"; t.hyphen {
			continue
		}
		t.text = append(t.text, run.Text...)
		for i := range run.Glyphs {
			g := &run.Glyphs[i]
			if i > 0 && g.Start == run.Glyphs[i-1].Start {
				continue
			}
			switch r, _ := utf8.DecodeRuneInString(run.Text[g.Start:]); {
			case unicode.IsSpace(r) && r != '\u3000':
				if after && !run.Vertical {
					pending = spaceOf(run, g)
				}
			case isWide(r):
				wide++
				after, pending = false, open
			default:
				if unicode.IsLetter(r) || unicode.IsDigit(r) {
					narrow++
				}
				if pending.width > 0 {
					t.spaces = append(t.spaces, pending)
				}
				after, pending = true, open
			}
		}
	}
	t.han = wide > 0 && 2*wide >= narrow
	if t.size == 0 {
		if run, _ := runIn(p.Items[l.First]); run != nil {
			t.size = run.Size
		}
	}
}

// runIn returns the run that an item is, or that it holds and turns.
func runIn(it page.Item) (*page.GlyphRun, page.Matrix) {
	switch it := it.(type) {
	case *page.GlyphRun:
		return it, page.Matrix{}
	case *page.Group:
		if len(it.Items) == 1 {
			run, _ := it.Items[0].(*page.GlyphRun)
			return run, it.Transform
		}
	}
	return nil, page.Matrix{}
}

// onBaseline reports whether a run stands on the baseline of its line; the cells of an
// upright one begin 12 hundredths of an em beside it, a narrow character in the middle of
// its cell somewhat further.
func onBaseline(run *page.GlyphRun, turned page.Matrix, l *page.Line) bool {
	switch {
	case run.Vertical:
		off := run.Origin.X - (l.X - run.Size*12/100)
		return max(off, -off) < run.Size/2
	case turned != page.Matrix{}:
		return turned.Apply(run.Origin).X == l.X
	}
	return run.Origin.Y == l.Baseline
}

// spaceOf measures the space that a glyph stands for.
func spaceOf(run *page.GlyphRun, g *page.Glyph) space {
	at := run.Origin.X + g.X
	s := space{from: at, to: at + g.Advance, source: run.Source}
	if s.source.Offset >= 0 {
		s.source.Offset += int32(g.Start)
	}
	normal := page.Length(run.Face.Sfnt().Advance(g.ID)).MulDiv(int64(run.Size), int64(run.Face.UnitsPerEm()))
	if normal > 0 {
		s.width = Thousandths(g.Advance.MulDiv(1000, int64(normal)))
	}
	return s
}

// isWide reports whether a character is set in an em of its own. Marks that may be
// either (“ ” — …) count for nothing.
func isWide(r rune) bool {
	return r >= 0x2E80 && r < 0xFB00 || r >= 0xFE30 && r <= 0xFFE6 || r >= 0x20000
}

func (t *lineText) widest() Thousandths {
	var w Thousandths
	for i := range t.spaces {
		w = max(w, t.spaces[i].width)
	}
	return w
}

// excerpt returns the beginning of the line.
func (t *lineText) excerpt() string {
	const most = 16
	text := strings.TrimSpace(string(t.text))
	n := 0
	for i := range text {
		if n++; n > most {
			return text[:i] + "…"
		}
	}
	return text
}

// down is how far down a line stands; vertical lines go on to the left.
func (r *Report) down(l *page.Line) page.Length {
	return r.lies.back(page.Point{X: l.X, Y: l.Baseline}).Y
}

// rowsOf returns for each line of a page which it is from the top; lines at one
// height are one row.
func (r *Report) rowsOf(p *page.Page) []int {
	heights := make([]page.Length, len(p.Lines))
	for i := range p.Lines {
		heights[i] = r.down(&p.Lines[i])
	}
	slices.Sort(heights)
	heights = slices.Compact(heights)
	rows := make([]int, len(p.Lines))
	for i := range p.Lines {
		at, _ := slices.BinarySearch(heights, r.down(&p.Lines[i]))
		rows[i] = at + 1
	}
	return rows
}

func isNote(role string) bool { return strings.HasPrefix(role, "footnote") || role == "sidenote" }

// below reports whether a picture, or the place of one, stands below a height.
func (r *Report) below(p *page.Page, y page.Length) bool {
	for _, it := range p.Items {
		switch it := it.(type) {
		case *page.Image:
			if r.lies.back(page.Point{X: it.Rect.X + it.Rect.W, Y: it.Rect.Y}).Y >= y {
				return true
			}
		case *page.Path:
			top, bottom := page.Length(1)<<60, -page.Length(1)<<60
			for _, s := range it.Segments {
				if s.Op != page.ClosePath {
					at := r.lies.back(s.P[0]).Y
					top, bottom = min(top, at), max(bottom, at)
				}
			}
			if top >= y && bottom-top > 12*page.Pt {
				return true
			}
		}
	}
	return false
}
