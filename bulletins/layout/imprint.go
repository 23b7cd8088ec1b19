package layout

import "safety365/bulletins/page"

// What stands on pages by number is placed before or after the text, and joins its
// pages when they are made up. So does the imprint, when all pages are known.

// standing is something of Flow.Fixed in its place.
type standing struct {
	page int
	m    *material
	in   *placing // nil: not yet
}

// early reports whether it is read before the text.
func (s *standing) early() bool { return s.page == 0 || s.page == 1 }

// waits reports whether pages can be made up only when all are known.
func (f *Flow) waits() bool {
	for _, x := range f.Fixed {
		if x.Page != 0 && x.Page != 1 {
			return true
		}
	}
	return len(f.Imprint) > 0
}

// begin sets what stands on pages by number and the imprint, and places what comes
// before the text.
func (r *run) begin(set func(p *press, blk Block) *material) {
	whole := *r.press
	whole.cols = nil
	for _, f := range r.flow.Fixed {
		r.standing = append(r.standing, standing{page: f.Page, m: set(&whole, f)})
	}
	for _, blk := range r.flow.Imprint {
		r.imprint = append(r.imprint, set(&whole, blk))
	}
	r.placeStanding(true)
	r.early = r.numbers
}

// end places what comes after the text.
func (r *run) end() {
	for _, m := range r.imprint {
		r.foot = append(r.foot, r.addition(m))
	}
	r.placeStanding(false)
}

func (r *run) placeStanding(early bool) {
	for i := range r.standing {
		if s := &r.standing[i]; s.early() == early {
			s.in = r.addition(s.m)
		}
	}
}

// addition places a material that is no block of the text.
func (r *run) addition(m *material) *placing {
	pl := r.placing(m, -1)
	r.problems = append(r.problems, pl.problems()...)
	r.tell(pl)
	r.additions = append(r.additions, pl)
	return pl
}

// complete makes up pages that follow on those before: it adds what stands on them by
// number, and after the last one the imprint and the pages that nothing else makes.
func (r *run) complete(plans []plan) []plan {
	for i := range plans {
		pl := &plans[i]
		pl.stands, pl.imprint, pl.lift, pl.blank, pl.unnumbered = nil, nil, 0, false, false
	}
	if r.pages.done {
		plans = r.closing(plans)
	}
	total := 0
	if r.pages.done {
		total = r.count + len(plans)
	}
	for i := range plans {
		pl := &plans[i]
		for k := range r.standing {
			if s := &r.standing[k]; s.page == 0 || s.page == pl.number+1 || s.page < 0 && s.page == pl.number-total {
				pl.stand(s)
			}
		}
		r.press.settleFixed(pl)
	}
	return plans
}

// stand puts something on a page. What stands on every page is read on the first.
func (pl *plan) stand(s *standing) {
	for i := range s.m.units {
		if u := &s.m.units[i]; u.fixed != nil && !pl.blank {
			again := s.page == 0 && pl.number > 0
			pl.stands = append(pl.stands, placed{in: s.in, u: u, artifact: again || u.fixed.artifact, late: !s.early()})
		}
	}
}

// closing adds the imprint to the last page or to one of its own, and pages for what
// stands on them.
func (r *run) closing(plans []plan) []plan {
	if r.count+len(plans) == 0 {
		plans = append(plans, plan{}) // an empty document has one empty page
	}
	add := func() *plan {
		plans = append(plans, plan{number: r.count + len(plans)})
		return &plans[len(plans)-1]
	}
	for _, s := range r.standing {
		for s.page > r.count+len(plans) {
			add()
		}
	}
	if len(r.foot) == 0 || len(plans) == 0 {
		return plans
	}
	last, even := &plans[len(plans)-1], r.flow.ImprintEven
	foot := r.stackFoot()
	if last.takes(foot, r.press) && (!even || last.number%2 == 1) {
		last.imprint = foot.units
		last.lift = foot.lift(last, r.press.height)
		return plans
	}
	if even && last.number%2 == 1 {
		add().blank = true
	}
	pl := add()
	pl.imprint, pl.unnumbered = foot.units, even
	return plans
}

// imprintStack is the imprint at the foot of the type area.
type imprintStack struct {
	units []placed
	top   page.Length // of the room that it takes, with the space above it
}

// stackFoot stacks the units of the imprint up from the foot of the type area.
func (r *run) stackFoot() imprintStack {
	var s imprintStack
	height, after := page.Length(0), page.Length(0)
	for _, in := range r.foot {
		for i := range in.m.units {
			u := &in.m.units[i]
			if u.fixed != nil || u.breakBefore || u.columnBreak || u.skip > 0 {
				continue
			}
			if len(s.units) > 0 {
				height += max(after, u.before)
			}
			s.units = append(s.units, placed{in: in, u: u, y: height + u.padTop})
			height += u.padTop + u.height + u.padBottom
			after = u.after
		}
	}
	if len(s.units) == 0 {
		return s
	}
	s.top = r.press.height - height
	for i := range s.units {
		s.units[i].y += s.top
	}
	s.top -= s.units[0].u.before
	return s
}

// bottom returns where the text of a page ends.
func (pl *plan) bottom() page.Length {
	var y page.Length
	for i := range pl.units {
		u := &pl.units[i]
		y = max(y, u.y+u.u.height+u.u.padBottom)
	}
	return y
}

// takes reports whether a page has room for the imprint below its text and notes.
func (pl *plan) takes(s imprintStack, p *press) bool {
	top := s.top
	for _, rule := range pl.noteRules {
		top = min(top, s.top-(p.height-rule.y+p.theme.Footnotes.Gap))
	}
	return !pl.turned && pl.bottom() <= top
}

// lift returns how far the notes of a page go up for the imprint.
func (s imprintStack) lift(pl *plan, height page.Length) page.Length {
	if len(pl.notes) == 0 {
		return 0
	}
	return height - s.top
}

// each calls do for what stands on a page, in the order in which it is read.
func (pl *plan) each(do func(p *placed)) {
	all := func(list []placed, late bool) {
		for i := range list {
			if list[i].late == late {
				do(&list[i])
			}
		}
	}
	all(pl.stands, false)
	k := 0
	for i := range pl.units {
		for ; k < len(pl.fixed) && pl.fixed[k].order <= i; k++ {
			do(&pl.fixed[k])
		}
		do(&pl.units[i])
	}
	all(pl.fixed[k:], false)
	all(pl.notes, false)
	all(pl.imprint, false)
	all(pl.stands, true)
}

// inOrder lists all materials in the order in which they are read.
func (r *run) inOrder(ms []*material) []*material {
	var out []*material
	for _, s := range r.standing {
		if s.early() {
			out = append(out, s.m)
		}
	}
	out = append(append(out, ms...), r.imprint...)
	for _, s := range r.standing {
		if !s.early() {
			out = append(out, s.m)
		}
	}
	return out
}
