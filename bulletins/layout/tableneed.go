package layout

import (
	"slices"
	"strings"

	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// scaleStep is the step, in per cent, in which a table's type is made smaller before
// words are cut.
const scaleStep = 5

// measure finds the place and the columns of the table, with smaller type if its
// longest words do not fit.
func (s *tableSetter) measure() {
	stated := s.t.Scale
	if stated <= 0 {
		stated = 100
	}
	s.scale = stated
	s.all(func(c *gridCell) { s.need(c) })
	s.findDecimals()
	s.turnHeads()
	for shrink := 100; ; shrink -= scaleStep {
		s.scaleTo(stated * shrink / 100)
		needs, cells := s.needs()
		w := s.tableWidth(needs)
		widths, short := shareOut(w, needs, cells, 2*s.look.PadX)
		if short > 0 && shrink-scaleStep >= s.t.Look.Least {
			continue
		}
		if short > 0 && !s.cut { // a word cut with a hyphen is better than one without
			s.cut = true
			s.all(func(c *gridCell) { s.need(c) })
			shrink += scaleStep
			continue
		}
		if short > 0 {
			s.problem("table-overfull", s.source(), "by", short.Decimal(1), "columns", itoa(len(needs)))
			widths = s.squeeze(w)
		}
		s.edges = make([]page.Length, len(widths)+1)
		for i, width := range widths {
			s.edges[i+1] = s.edges[i] + width
		}
		if n := len(widths); n > 0 {
			s.edges[n] = max(w, s.edges[n-1])
		}
		switch s.t.Place {
		case themes.Left:
		case themes.Right:
			s.e.x += s.e.w - w
		default:
			s.e.x += (s.e.w - w) / 2
		}
		s.e.w = w
		return
	}
}

// scaleTo sets the table's type at a scale, in per cent, and the room beside it.
func (s *tableSetter) scaleTo(scale int) {
	if scale != s.scale {
		s.scale = scale
		s.all(func(c *gridCell) { s.need(c) })
	}
	look := s.t.Look // of its own: rows keep it, and shall not keep the table
	s.look = &look
	s.look.PadX = s.look.PadX.MulDiv(int64(scale), 100)
	s.look.PadY = s.look.PadY.MulDiv(int64(scale), 100)
}

// source returns where the table begins in its block.
func (s *tableSetter) source() int32 {
	at := int32(-1)
	s.all(func(c *gridCell) {
		if c.text == nil || at >= 0 {
			return
		}
		for i := range c.text.Inlines {
			if at = c.text.Inlines[i].Source; at >= 0 {
				return
			}
		}
	})
	return at
}

// tableWidth returns how wide the table shall be.
func (s *tableSetter) tableWidth(needs []columnNeed) page.Length {
	m := s.t.Measure
	var all page.Length
	fixed := len(needs) > 0
	for i := range needs {
		if needs[i].fixed > 0 {
			all += needs[i].fixed
			continue
		}
		fixed = false
		all += needs[i].most
	}
	switch {
	case m.Length > 0:
		return min(m.Length, s.e.w)
	case m.Share > 0:
		return s.e.w.MulDiv(int64(min(m.Share, 100)), 100)
	case (m.Natural || fixed) && all > 0:
		return min(all, s.e.w)
	}
	return s.e.w
}

// em returns the size of the type of the table's body.
func (s *tableSetter) em() page.Length {
	size := s.press.theme.Style("table").Size
	for _, g := range []grid{s.body, s.head} {
		if len(g) > 0 && len(g[0]) > 0 && g[0][0].text != nil {
			size = g[0][0].text.Style.Size
			break
		}
	}
	return size.MulDiv(int64(s.scale), 100)
}

// The widths, in em, up to which a column of labels is not broken, its head neither,
// and below which text of many lines is not set if there is room.
const (
	labelWidth = 6
	headWidth  = 4
	textWidth  = 5
)

// needs adds up the needs of the cells by column.
func (s *tableSetter) needs() ([]columnNeed, []placedNeed) {
	em, pad := s.em(), 2*s.look.PadX
	cols := make([]columnNeed, len(s.columns))
	type sums struct{ body, head, headWord, word, part, left, right, other page.Length }
	all := make([]sums, len(cols))
	var cells []placedNeed
	var spans []*gridCell
	s.all(func(c *gridCell) {
		n := &c.need
		cells = append(cells, placedNeed{n, len(s.head)*btoi(c.part != headPart) + len(s.body)*btoi(c.part == footPart) + c.row, c.col, c.rows, c.cols})
		if c.cols > 1 {
			spans = append(spans, c)
			return
		}
		a := &all[c.col]
		if c.part == headPart {
			a.head, a.headWord = max(a.head, n.whole), max(a.headWord, n.word)
			a.part = max(a.part, n.part)
			return
		}
		if n.number && s.columns[c.col].Decimal {
			a.left, a.right = max(a.left, n.left), max(a.right, n.right)
			return
		}
		a.body, a.word, a.part = max(a.body, n.whole), max(a.word, n.word), max(a.part, n.part)
	})
	for i := range cols {
		a, c := &all[i], &cols[i]
		if numbers := a.left + a.right; numbers > 0 {
			a.body, a.word, a.part = max(a.body, numbers), max(a.word, numbers), max(a.part, numbers)
		}
		most := max(a.body, a.head)
		floor := min(2*em, most)
		word := max(a.word, a.headWord, floor)
		part := min(max(a.part, floor), word)
		// A head stands in one line if it is short, and else in about two.
		head := a.head
		if head > headWidth*em {
			head = min(max(a.head/2+em/2, a.headWord), a.head)
		}
		short := max(word, min(max(a.body, head), most))
		nice := short
		if a.body > labelWidth*em && a.left == 0 {
			short = word
			nice = max(word, min(most, textWidth*em), min(head, most))
		}
		c.tiers = [4]page.Length{part + pad, word + pad, short + pad, nice + pad}
		c.most = most + pad
		col := &s.columns[i]
		switch {
		case col.Length > 0:
			c.fixed = col.Length + pad
		case col.Share > 0:
			c.fixed = max(s.e.w.MulDiv(int64(col.Share), 100), page.Pt)
		default:
			c.part = col.Part
		}
	}
	slices.SortStableFunc(spans, func(a, b *gridCell) int { return a.cols - b.cols })
	for _, c := range spans {
		spread(cols[c.col:c.col+c.cols], &c.need, pad)
	}
	return cols, cells
}

// spread widens the measured columns below a merged cell until it fits.
func spread(cols []columnNeed, n *cellNeed, pad page.Length) {
	var free []*columnNeed
	lack := func(want page.Length, of func(c *columnNeed) page.Length) page.Length {
		for i := range cols {
			if cols[i].fixed > 0 {
				want -= cols[i].fixed
			} else {
				want -= of(&cols[i])
			}
		}
		return max(0, want)
	}
	for i := range cols {
		if cols[i].fixed == 0 {
			free = append(free, &cols[i])
		}
	}
	if len(free) == 0 {
		return
	}
	k := page.Length(len(free))
	for tier, want := range [4]page.Length{n.part, n.word, n.word, n.word} {
		more := lack(want+pad, func(c *columnNeed) page.Length { return c.tiers[tier] })
		for _, c := range free {
			c.tiers[tier] += (more + k - 1) / k
		}
	}
	more := lack(n.whole+pad, func(c *columnNeed) page.Length { return c.most })
	for _, c := range free {
		c.most += (more + k - 1) / k
		for tier := range c.tiers {
			if tier > 0 {
				c.tiers[tier] = max(c.tiers[tier], c.tiers[tier-1])
			}
		}
		c.most = max(c.most, c.tiers[3])
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// need measures a cell. Tags and notes that come of it are thrown away.
func (s *tableSetter) need(c *gridCell) {
	c.need = cellNeed{}
	if c.text == nil {
		return
	}
	text := s.cellText(c)
	probe := builder{press: s.press, setter: s.setter, out: &material{}}
	n := &c.need
	n.slack = text.Style.Size / 2
	if !isHan(probe.press.langOf(text.Lang)) {
		n.slack *= 3
	}
	if pictures(&text) {
		w := s.e.w / page.Length(max(len(s.columns), 1))
		for i := range text.Inlines {
			if p := text.Inlines[i].Image; p != nil {
				wide := min(s.naturalWidth(p, text.Style), w)
				n.whole = max(n.whole, wide)
			}
		}
		n.word = min(n.whole, 4*text.Style.Size)
		n.part = n.word
		return
	}
	if s.columns[c.col].Decimal || s.columns[c.col].Align == themes.Right {
		in, _ := probe.input(&text, 0)
		in.Align, in.Measure = paragraph.Left, endless
		if p := s.setter.Set(in); len(p.Lines) == 1 {
			n.left, n.right, n.number = numberIn(&p.Lines[0], in.Lang)
		}
	}
	for from := 0; from <= len(text.Inlines); {
		to := from
		for to < len(text.Inlines) && !text.Inlines[to].Break {
			to++
		}
		piece := text
		piece.Inlines = text.Inlines[from:to]
		in, _ := probe.input(&piece, 0)
		in.Align = paragraph.Left
		hyphens := in.Hyphens || s.cut
		in.Hyphens = false
		whole, word := s.setter.Natural(in)
		part := word
		if hyphens && word > 4*text.Style.Size {
			in.Hyphens = true
			_, part = s.setter.Natural(in)
		}
		n.pieces = append(n.pieces, whole)
		n.whole, n.word, n.part = max(n.whole, whole), max(n.word, word), max(n.part, part)
		from = to + 1
	}
	if c.turn != asItIs {
		s.needTurned(c, &text)
	}
}

// endless is a measure in which nothing is broken.
const endless = 1 << 20 * page.Pt

// langOf is the language of a text: the document's, also where the text states only what
// the document has a form of (en in a document in en-GB).
func (p *press) langOf(lang string) string {
	if lang == "" || strings.HasPrefix(p.lang, lang+"-") {
		return p.lang
	}
	return lang
}
