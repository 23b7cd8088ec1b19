package layout

import (
	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
)

// Turn sets its blocks on landscape pages among upright ones: the same paper with the
// same type area, turned so that the left edge of the upright page is the top. So the
// head of a wide table is at the binding edge of odd pages and at the other of even
// ones (GB/T 9704-2012, 8), and a sheet that is bound is read by turning it once.
// A Turn stands only at the top level of a flow.
type Turn struct{ Blocks []Block }

func (*Turn) isBlock() {}

// across returns what sets blocks of landscape pages.
func (p *press) across() *press {
	q, m := *p, &p.theme.Page
	q.lies = true
	q.width, q.height = m.Size.H-m.Top-m.Bottom, m.Size.W-m.Inner-m.Outer
	if q.vertical {
		q.width, q.height = q.height, q.width
	}
	return &q
}

// setTurn sets blocks for landscape pages.
func (p *press) setTurn(s *paragraph.Setter, t *Turn) *material {
	q := p.across()
	b := &builder{press: q, setter: s, out: &material{}}
	for _, blk := range t.Blocks {
		b.block(blk, env{w: q.width})
	}
	b.setNotes()
	b.out.turn()
	for _, n := range b.out.noteUnits {
		n.turn()
	}
	return b.out
}

func (m *material) turn() {
	for i := range m.units {
		m.units[i].turned = true
	}
}

// sheet returns the size of a page and its type area.
func (p *press) sheet(pl *plan) (page.Size, page.Rect) {
	t := &p.theme.Page
	if !pl.turned {
		return t.Size, p.theme.Area(pl.number + 1)
	}
	left, right := t.Inner, t.Outer
	if t.Mirror && pl.number%2 == 1 {
		left, right = right, left
	}
	return page.Size{W: t.Size.H, H: t.Size.W},
		page.Rect{X: t.Bottom, Y: left, W: t.Size.H - t.Top - t.Bottom, H: t.Size.W - left - right}
}

// lieAs makes a page that is still empty an upright or a landscape one.
func (p *paginator) lieAs(turned bool) {
	p.turned, p.height = turned, p.heights[0]
	if turned {
		p.height = p.heights[1]
	}
}

// begin decides how a page lies that begins with what the page before has left.
func (p *paginator) begin() {
	switch {
	case len(p.rest) > 0:
		p.lieAs(p.rest[0].in.m.turned())
	case len(p.floats) > 0:
		p.lieAs(p.floats[0].m.turned())
	case len(p.parked) > 0:
		p.lieAs(p.parked[0].in.m.turned())
	default:
		u, _, ok := p.unit(p.normal(p.at))
		p.lieAs(ok && u.turned)
	}
}

func (m *material) turned() bool { return len(m.units) > 0 && m.units[0].turned }
