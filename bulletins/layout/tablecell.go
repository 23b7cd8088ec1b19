package layout

import (
	"slices"
	"strings"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// cellUnit is the set text of a cell.
type cellUnit struct {
	row, col   int // in its row unit
	rows, cols int
	lines      []cellLine
	height     page.Length // of the lines
	lying      *lyingText  // instead of lines; or nil
	valign     string
	number     bool        // its lines are to be moved to the column's decimal mark
	left       page.Length // of the number
	open       bool        // the cell goes on in the next unit: no rule below
	fill       page.Color  // behind it, from the box of its style
}

// cellLine is a line of a cell; y is its top, from the cell's first line or, once
// the row is made, from the top of the row unit.
type cellLine struct {
	lineUnit
	y, h page.Length
}

// placedLine is a line at a place of its own.
type placedLine struct {
	lineUnit
	y page.Length
}

// set sets the cells of a part of the table, in reading order.
func (s *tableSetter) set(g grid, table int32, role page.Role, part tablePart) {
	if len(g) == 0 {
		return
	}
	parent := s.tag(table, page.Tag{Role: role})
	for r, row := range g {
		tr := s.tag(parent, page.Tag{Role: page.RoleTR})
		for col, c := range row {
			if c.row != r || c.col != col {
				continue
			}
			tag := page.Tag{Role: page.RoleTD}
			if part == headPart {
				tag = page.Tag{Role: page.RoleTH, Header: "Column"}
			}
			if c.cols > 1 {
				tag.ColSpan = c.cols
			}
			if c.rows > 1 {
				tag.RowSpan = c.rows
			}
			s.cell(c, s.tag(tr, tag))
		}
	}
}

// The widths, in em, below which cells are ragged: Chinese ones and others.
const (
	raggedHan   = 12
	raggedLatin = 20
)

// cell sets the text of a cell.
func (s *tableSetter) cell(c *gridCell, tag int32) {
	c.set = &cellUnit{rows: c.rows, cols: c.cols, col: c.col, valign: s.valign(c)}
	if c.text == nil {
		return
	}
	text := s.cellText(c)
	style := *text.Style
	c.set.fill = style.Box.Fill
	if c.turn != asItIs {
		s.setTurned(c, &text, tag)
		return
	}
	x, w := s.left(c), max(s.width(c), style.Size)
	col := &s.columns[c.col]
	ragged := raggedLatin * style.Size
	if isHan(s.press.langOf(text.Lang)) {
		ragged = raggedHan * style.Size
	}
	number := col.Decimal && c.part != headPart && c.cols == 1 && c.need.number
	switch {
	case number:
		style.Align = themes.Left
	case c.part == headPart && c.cols > 1:
		style.Align = themes.Center
	case col.Stated:
		style.Align = col.Align
	case col.Decimal:
		style.Align = themes.Center
	}
	if style.Align == themes.Justify && w < ragged {
		style.Align = themes.Left // too narrow to be stretched
	}
	style.Balance = style.Balance || c.part == headPart
	text.Style = &style
	in, links := s.input(&text, tag)
	in.Measure = w
	if number {
		in.Measure = endless
	}
	if pictures(&text) {
		s.fitPictures(&text, in, w)
	}
	in.Hyphens = s.hyphens(in)
	known := len(s.out.problems)
	p := s.lines(in)
	if s.tight { // told of the whole table
		s.out.problems = append(s.out.problems[:known], slices.DeleteFunc(s.out.problems[known:], func(p Problem) bool { return p.Code == "line-emergency" })...)
	}
	for i := range p.Lines {
		if number {
			p.Lines[i].Measure = w
		}
	}
	c.set.lines, c.set.height = s.cellLines(p, &style, x, links)
	if c.set.height == 0 && len(text.Inlines) == 0 {
		c.set.height = style.Leading // an empty cell is one to write in
	}
	if number && len(p.Lines) == 1 {
		c.set.number = true
		c.set.left, _, _ = numberIn(&p.Lines[0], in.Lang)
	}
	s.out.paragraphs++
}

// cellLines puts the lines of a cell below one another.
func (s *tableSetter) cellLines(p *paragraph.Paragraph, style *themes.Style, x page.Length, links []Link) (lines []cellLine, height page.Length) {
	for i := range p.Lines {
		l := &p.Lines[i]
		line := cellLine{lineUnit: lineUnit{line: l, x: x, baseline: baselineIn(style.Leading, style.Size), role: style.Role, paragraph: s.out.paragraphs, links: links}, y: height, h: style.Leading}
		if l.Above > line.baseline {
			line.h += l.Above - line.baseline
			line.baseline = l.Above
		}
		line.h = max(line.h, line.baseline+l.Below)
		lines = append(lines, line)
		height += line.h
	}
	return lines, height
}

// hyphens says whether the words of a cell are hyphenated: if the style says so and
// it saves a line, or if they do not fit otherwise.
func (s *tableSetter) hyphens(in *paragraph.Input) bool {
	if !in.Hyphens && !s.cut {
		return false
	}
	try := *in
	try.Hyphens = false
	plain := s.setter.Set(&try)
	if len(plain.Lines) < 2 {
		return false
	}
	for i := range plain.Lines {
		if plain.Lines[i].Emergency || plain.Lines[i].Overfull > 0 {
			return true
		}
	}
	try.Hyphens = true
	return in.Hyphens && len(s.setter.Set(&try).Lines) < len(plain.Lines)
}

// valign says where the text of a cell stands in its height. Merged cells stand in
// the middle unless the table itself says otherwise.
func (s *tableSetter) valign(c *gridCell) string {
	own := s.t.Valign
	if v := s.columns[c.col].Valign; v != "" {
		own = v
	}
	switch {
	case c.part == headPart && c.rows == 1:
		return s.look.HeadValign
	case own != "" && c.part != headPart:
		return own
	case c.rows > 1:
		return "middle"
	}
	return s.look.Valign
}

// cellText returns the text of a cell in the styles that it has in this table:
// at the table's scale, with figures of one width in a column of numbers.
func (s *tableSetter) cellText(c *gridCell) Text {
	t := *c.text
	col := &s.columns[c.col]
	key := variantKey{scale: s.scale, tabular: c.part != headPart && (col.Decimal || col.Stated && col.Align == themes.Right)}
	variant := func(of *themes.Style) *themes.Style {
		key.style = of
		return s.press.formats.variant(key)
	}
	style := variant(t.Style)
	own := *style
	own.Indent, own.Left, own.Right = 0, 0, 0
	t.Style = &own
	key.bare = style.Box.Fill.Space != page.NoColor // that lies behind the cell, not behind its words
	plain := variant(c.text.Style)
	key.bare = false
	t.Inlines = slices.Clone(t.Inlines)
	for i := range t.Inlines {
		in := &t.Inlines[i]
		if in.Style == nil {
			in.Style = plain // one format for all cells of a style
		} else {
			in.Style = variant(in.Style)
		}
	}
	return t
}

// variantKey names a style as it is in a table.
type variantKey struct {
	style   *themes.Style
	scale   int // in per cent
	tabular bool
	bare    bool // without its box
}

// variant returns a style at another size, with tabular figures or without its box, the
// same pointer each time.
func (f *formats) variant(key variantKey) *themes.Style {
	if key.scale == 100 && !key.tabular && !key.bare {
		return key.style
	}
	if v, ok := f.of.Load(key); ok {
		return v.(*themes.Style)
	}
	s := *key.style
	for _, l := range []*page.Length{&s.Size, &s.Leading, &s.Indent, &s.Tracking, &s.Raise, &s.Box.PadX, &s.Box.PadY} {
		*l = l.MulDiv(int64(key.scale), 100)
	}
	if key.bare {
		s.Box = themes.Box{}
	}
	if key.tabular {
		features := []string{}
		for f := range strings.SplitSeq(s.Features, ",") {
			switch name, _, _ := strings.Cut(f, "="); name {
			case "", "onum", "pnum", "lnum", "tnum", "-tnum", "-lnum":
			default:
				features = append(features, f)
			}
		}
		s.Features = strings.Join(append(features, "lnum", "tnum"), ",")
	}
	v, _ := f.of.LoadOrStore(key, &s)
	return v.(*themes.Style)
}

// pictures reports whether a text is nothing but pictures.
func pictures(t *Text) bool {
	any := false
	for i := range t.Inlines {
		in := &t.Inlines[i]
		switch {
		case in.Image != nil:
			any = true
		case !in.Break && (in.Note != nil || strings.Trim(in.Text, " \u3000") != ""):
			return false
		}
	}
	return any
}

// naturalWidth returns how wide a picture stands by itself in a cell.
func (s *tableSetter) naturalWidth(p *Picture, style *themes.Style) page.Length {
	if p.Source == nil {
		return 2 * style.Size
	}
	across, _ := s.press.proportions(p.Source)
	return page.Length(across) * page.Inch / dotsPerInch
}

// fitPictures gives the pictures of a cell that holds nothing else the size that
// they would have in a column, up to a quarter of the page's height.
func (s *tableSetter) fitPictures(t *Text, in *paragraph.Input, w page.Length) {
	for i := range in.Runs {
		p := t.Inlines[i].Image
		if p == nil || p.Source == nil || in.Runs[i].Box == nil {
			continue
		}
		across, down := s.press.proportions(p.Source)
		width := max(min(s.naturalWidth(p, t.Style), w), page.Pt)
		height := width.MulDiv(down, across)
		if limit := s.press.height / 4; height > limit {
			width, height = max(width.MulDiv(int64(limit), int64(height)), page.Pt), limit
		}
		height = max(height, page.Pt)
		rise := height - t.Style.Size/5
		in.Runs[i].Box = &paragraph.Box{Width: width, Ascent: rise, Descent: height - rise, Items: []page.Item{
			&page.Image{Rect: page.Rect{Y: -rise, W: width, H: height}, Source: p.Source, Tag: page.TagID(in.Runs[i].Tag)}}}
	}
}
