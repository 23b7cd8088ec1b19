package layout

import (
	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
)

// setNotes sets the notes of a block, each as wide as the foot that it stands at.
func (b *builder) setNotes() {
	w := map[int32]page.Length{}
	for i := range b.out.units {
		u := &b.out.units[i]
		for _, n := range u.notes {
			if u.cols != nil && b.press.theme.Footnotes.Columns {
				w[n] = u.cols.w
			}
		}
	}
	for i, n := range b.out.notes {
		width := b.press.width
		if narrow := w[int32(i)]; narrow > 0 {
			width = narrow
		}
		b.out.noteUnits = append(b.out.noteUnits, b.press.setNote(b.setter, n, width))
	}
}

// setNote sets a footnote: its label beside its blocks.
func (p *press) setNote(s *paragraph.Setter, n *Note, w page.Length) *material {
	if n.Side {
		return p.setSide(s, n)
	}
	b := &builder{press: p, setter: s, out: &material{}}
	style := p.theme.Style("footnote")
	label := *style
	label.Indent, label.Left, label.Right = 0, 0, 0
	tag := b.tag(0, page.Tag{Role: page.RoleNote})
	e := env{w: w, tag: tag}
	lbl := b.tag(tag, page.Tag{Role: page.RoleLbl})
	link := b.tag(lbl, page.Tag{Role: page.RoleLink})
	set, links := b.paragraph(&Text{Style: p.theme.Style("footnote"), Inlines: []Inline{{Text: n.Label, Source: -1, Link: &Link{Dest: n.Back, note: n}}}}, 0, w)
	b.out.paragraphs++
	if len(set.Lines) > 0 { // a wide label pushes its text
		push := max(0, set.Lines[0].Width+style.Size/3-style.Left)
		e.x += push
		e.w -= push
	}
	for _, blk := range n.Blocks {
		b.block(blk, e)
	}
	if len(b.out.units) == 0 {
		b.add(unit{height: style.Leading}, e)
	}
	first := &b.out.units[0]
	first.dests = append(first.dests, n.ID)
	if len(set.Lines) > 0 {
		line := set.Lines[0]
		for i := range line.Runs {
			line.Runs[i].Tag = page.TagID(link)
		}
		for i := range line.Links {
			line.Links[i].Tag = link
		}
		first.label = &labelUnit{lineUnit: &lineUnit{line: &line, x: -line.X, role: style.Role, links: links}, baseline: baselineIn(style.Leading, style.Size)}
	}
	b.out.noteUnits = make([]*material, len(b.out.notes)) // a note in a note brings nothing
	return b.out
}
