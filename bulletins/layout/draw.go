package layout

import (
	"safety365/bulletins/page"
	"safety365/bulletins/paragraph"
	"safety365/themes"
)

// drawer turns the units of one page into items.
type drawer struct {
	page     *page.Page
	left     page.Length // of the column
	in       *placing
	artifact bool // nothing that is drawn is content
	// lastRow is set while the last row of a table on a page is drawn, firstRow while
	// one is that begins the page, or stands below a repeated head.
	lastRow, firstRow bool
	numbers           []noteNumber
	apart             bool // what is drawn stands beside the text
	unnumbered        bool // the page bears no number
}

func (d *drawer) tag(local int32) page.TagID {
	if local == 0 || d.artifact || d.in == nil || d.in.tags == 0 {
		return 0
	}
	return d.in.tags + page.TagID(local) - 1
}

func (d *drawer) item(it page.Item) { d.page.Items = append(d.page.Items, it) }

func (d *drawer) rect(r page.Rect, c page.Color) {
	if c.Space != page.NoColor && r.W > 0 && r.H > 0 {
		d.item(&page.Path{Segments: page.RectPath(r), Fill: c})
	}
}

// units draws placed units; top is the top of the column on the page.
func (d *drawer) units(units []placed, top page.Length) {
	d.frames(units, top)
	grounds := 0
	for i := range units {
		p := &units[i]
		for ; grounds < len(units) && grounds >= i; grounds++ {
			r, ok := units[grounds].u.content.(*rowUnit)
			if !ok {
				break
			}
			r.ground(d, d.left+units[grounds].x, top+units[grounds].y)
		}
		grounds = max(grounds, i+1)
		d.firstRow = i == 0 || units[i-1].artifact && !p.artifact || units[i-1].col != p.col
		d.in, d.artifact = p.in, p.artifact
		d.lastRow = i+1 == len(units) || p.u.last || units[i+1].col != p.col
		if p.u.content != nil {
			p.u.content.draw(d, d.left+p.x, top+p.y)
		}
		if p.u.label != nil {
			p.u.label.draw(d, d.left+p.x, top+p.y)
		}
	}
	d.in, d.artifact = nil, false
}

// line draws a line of text with the left end of its measure at x.
func (d *drawer) line(l *lineUnit, x, baseline page.Length) {
	line := l.line
	for _, s := range line.Fills {
		d.rect(shift(s.Rect, x, baseline), s.Color)
	}
	first := len(d.page.Items)
	for i := range line.Runs {
		run := line.Runs[i]
		d.marked(l, &run)
		run.Origin.X += x
		run.Origin.Y += baseline
		run.Tag = d.tag(int32(run.Tag))
		if d.in != nil && run.Source.Offset >= 0 {
			run.Source.Block = d.in.source
		}
		d.item(&run)
	}
	n := len(d.page.Items) - first
	for _, it := range line.Drawn {
		d.item(d.moved(it, x, baseline, 0))
	}
	for _, b := range line.Boxes {
		for _, it := range b.Box.Items {
			d.item(d.moved(it, x+b.X, baseline, b.Tag))
		}
	}
	for _, s := range line.Rules {
		d.rect(shift(s.Rect, x, baseline), s.Color)
	}
	d.links(l, x, baseline)
	if n > 0 && !d.artifact && d.in != nil {
		d.page.Lines = append(d.page.Lines, page.Line{
			Paragraph: d.in.paragraph + l.paragraph, Role: l.role, X: x + line.X, Baseline: baseline,
			Width: line.Width, Measure: line.Measure, First: first, N: n, Emergency: line.Emergency,
			Loose: line.Loose, Tight: line.Tight, Cost: line.Cost, Overfull: line.Overfull, Ragged: line.Ragged, Orphan: line.Orphan, Apart: d.apart,
		})
	}
}

func shift(r page.Rect, x, y page.Length) page.Rect {
	r.X += x
	r.Y += y
	return r
}

// moved returns a copy of an item of a line or drawing at its place.
func (d *drawer) moved(it page.Item, x, y page.Length, tag int32) page.Item {
	switch it := it.(type) {
	case *page.Image:
		c := *it
		c.Rect, c.Tag = shift(c.Rect, x, y), d.tag(tag)
		return &c
	case *page.Path:
		c := *it
		c.Tag = d.tag(tag)
		c.Segments = make([]page.Segment, len(it.Segments))
		for i, s := range it.Segments {
			for k := range s.P {
				s.P[k].X += x
				s.P[k].Y += y
			}
			c.Segments[i] = s
		}
		return &c
	case *page.GlyphRun:
		c := *it
		c.Origin, c.Tag = page.Point{X: c.Origin.X + x, Y: c.Origin.Y + y}, d.tag(tag)
		return &c
	case *page.Group:
		c := page.Group{Transform: it.Transform, Clip: it.Clip}
		if c.Transform == (page.Matrix{}) {
			c.Transform = page.Identity
		}
		c.Transform.E, c.Transform.F = c.Transform.E+x, c.Transform.F+y
		for _, in := range it.Items {
			c.Items = append(c.Items, d.moved(in, 0, 0, tag))
		}
		return &c
	}
	return it
}

func (d *drawer) links(l *lineUnit, x, baseline page.Length) {
	for _, a := range l.line.Links {
		if int(a.Link) > len(l.links) || d.artifact {
			continue
		}
		link := l.links[a.Link-1]
		d.item(&page.Link{Rect: shift(a.Rect, x, baseline), URI: link.URI, Dest: link.Dest, Text: d.linkText(l, a), Tag: d.tag(a.Tag)})
	}
}

// linkText returns the words of a link in a line.
func (d *drawer) linkText(l *lineUnit, a paragraph.LinkArea) string {
	text := ""
	for _, r := range l.line.Runs {
		if r.Origin.X >= a.Rect.X && r.Origin.X < a.Rect.X+a.Rect.W {
			d.marked(l, &r)
			text += r.Text
		}
	}
	return text
}

func (l *lineUnit) draw(d *drawer, x, y page.Length) { d.line(l, x+l.x, y+l.baseline) }

// labelUnit is the label of a list item, or the box of a task.
type labelUnit struct {
	*lineUnit
	baseline page.Length
	task     Task
	x, size  page.Length
	color    page.Color
	tag      int32
}

func (l *labelUnit) draw(d *drawer, x, y page.Length) {
	if l.lineUnit != nil {
		d.line(l.lineUnit, x+l.lineUnit.x, y+l.baseline)
		return
	}
	side := l.size * 4 / 5
	box := page.Rect{X: x + l.x + l.size/10, Y: y + l.baseline - side + l.size/20, W: side, H: side}
	pen := max(l.size/18, page.Pt/2)
	d.item(&page.Path{Segments: page.RectPath(box.Inset(pen / 2)), Stroke: page.Stroke{Color: l.color, Width: pen}, Tag: d.tag(l.tag)})
	if l.task == DoneTask {
		at := func(px, py page.Length) [3]page.Point {
			return [3]page.Point{{X: box.X + side*px/100, Y: box.Y + side*py/100}}
		}
		d.item(&page.Path{Segments: []page.Segment{{Op: page.MoveTo, P: at(22, 52)}, {Op: page.LineTo, P: at(43, 74)}, {Op: page.LineTo, P: at(80, 26)}}, Stroke: page.Stroke{Color: l.color, Width: pen * 3 / 2, Round: true}, Tag: d.tag(l.tag)})
	}
}

// ruleUnit is a rule across the column.
type ruleUnit struct {
	x, y, w page.Length
	rule    themes.Rule
}

func (r *ruleUnit) draw(d *drawer, x, y page.Length) {
	d.rect(page.Rect{X: x + r.x, Y: y + r.y - r.rule.Width/2, W: r.w, H: r.rule.Width}, r.rule.Color)
}

func (f *figureUnit) draw(d *drawer, x, y page.Length) {
	r := shift(f.rect, x, y)
	if f.source != nil {
		d.item(&page.Image{Rect: r, Source: f.source, Tag: d.tag(f.tag)})
		return
	}
	pen := page.Pt * 3 / 4
	d.item(&page.Path{Segments: page.RectPath(r.Inset(pen / 2)), Fill: f.fill, Stroke: page.Stroke{Color: f.color, Width: pen, Dash: []page.Length{4 * page.Pt, 3 * page.Pt}}, Tag: d.tag(f.tag)})
	for i := range f.missing {
		l := &f.missing[i]
		was := d.artifact
		d.artifact = true
		d.line(&l.lineUnit, x+l.x, y+l.y+l.baseline)
		d.artifact = was
	}
}
