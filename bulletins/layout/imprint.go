package layout

import "safety365/bulletins/page"

// The imprint stands at the foot of the last page, whatever the text leaves there, or on
// a page of its own. It is stacked up from the foot of the type area.

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
