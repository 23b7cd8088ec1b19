package layout

import (
	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
)

// text sets a paragraph or heading: a unit for each line.
func (b *builder) text(t *Text, e env) {
	if t.Fit != nil {
		_, w := measureOf(t.Style, e)
		t = b.fit(t, w)
	}
	tag := int32(0)
	if t.Tag != artifact {
		role := t.Tag
		if role == "" {
			role = page.RoleP
		}
		node := page.Tag{Role: role}
		if lang := b.press.langOf(t.Lang); lang != b.press.lang {
			node.Lang = lang
		}
		tag = b.tag(e.tag, node)
	}
	s := t.Style
	x, w := measureOf(s, e)
	var box *frame
	if !s.Box.None() {
		box = &frame{parent: e.frame, box: s.Box, cols: e.cols, x: e.x + s.Left, w: max(e.w-s.Left-s.Right, s.Size)}
	}
	set, notes := b.dropCap, len(b.out.notes)
	if t.Spread {
		set = b.spread
	} else if b.in.h > 0 {
		set = b.beside
	}
	p, links, beside := set(t, tag, w)
	from := len(b.out.units)
	e2 := e
	if box != nil {
		e2.frame = box
	}
	for i := range p.Lines {
		b.add(b.lineUnit(t, &p.Lines[i], x+beside.x(i), links), e2)
	}
	b.out.paragraphs++
	units := b.out.units[from:]
	if len(units) == 0 {
		return
	}
	first, last := &units[0], &units[len(units)-1]
	b.keepSides(units, notes)
	first.before, last.after = s.Before, s.After
	if box != nil {
		first.padTop, last.padBottom = s.Box.PadY, s.Box.PadY
	}
	paired := len(units) > 1 && b.press.theme.Typeset.Widows != "allow"
	first.keep = first.keep || paired // two lines before a page break
	if paired {
		units[len(units)-2].keep = true // and two after it
	}
	for i := range units[:len(units)-1] {
		units[i].keep = units[i].keep || s.KeepTogether || i+1 < beside.lines
	}
	last.keep = s.KeepNext || leadsIn(t)
	first.follow = s.KeepPrevious
	if b.in.h > 0 {
		b.in.pass(units, s)
	}
	if t.Outline > 0 {
		first.outline = &outline{title: plain(t), level: t.Outline, id: t.ID, tag: tag}
	}
	if t.ID != "" {
		first.dests = append(first.dests, t.ID)
	}
}

// lineUnit wraps a line.
func (b *builder) lineUnit(t *Text, line *paragraph.Line, x page.Length, links []Link) unit {
	s := t.Style
	u := unit{height: s.Leading}
	base := b.press.baseline(s)
	tall := line.Above > base
	if tall {
		u.height += line.Above - base
		base = line.Above
	}
	if below := base + line.Below - u.height; below > 0 {
		u.height += below
	}
	base += b.press.align(&u, s, tall)
	u.content = &lineUnit{line: line, x: x, baseline: base, role: s.Role, paragraph: b.out.paragraphs, links: links}
	for _, a := range line.Anchors {
		n := int32(a) - 1
		u.notes = append(u.notes, n)
		u.dests = append(u.dests, b.out.notes[n].Back)
	}
	return u
}

// paragraph sets a paragraph in width w.
func (b *builder) paragraph(t *Text, tag int32, w page.Length) (*paragraph.Paragraph, []Link) {
	in, links := b.input(t, tag)
	in.Measure = w
	return b.lines(in), links
}

// lines sets a paragraph and reports what it found amiss.
func (b *builder) lines(in *paragraph.Input) *paragraph.Paragraph {
	p := b.setter.Set(in)
	for _, m := range p.Missing {
		b.problem("missing-glyph", m.Source, "char", string(m.Rune), "code", codePoint(m.Rune))
	}
	for _, f := range p.Fallbacks {
		b.out.fallbacks = append(b.out.fallbacks, Fallback{Char: f.Rune, Wanted: f.Wanted.Name(), Used: f.Used.Name(), Offset: f.Source})
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Overfull > page.Pt/100 {
			b.problem("line-overfull", source(l), "by", l.Overfull.Decimal(1), "text", excerpt(l))
		} else if l.Emergency {
			b.problem("line-emergency", source(l), "text", excerpt(l))
		}
	}
	return p
}

func (b *builder) problem(code string, offset int32, args ...string) {
	p := Problem{Code: code, Block: -1, Offset: offset, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args[args[i]] = args[i+1]
	}
	b.out.problems = append(b.out.problems, p)
}
