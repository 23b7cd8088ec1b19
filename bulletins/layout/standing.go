package layout

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
