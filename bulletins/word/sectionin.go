package word

// landscapeFence is longer than those of what may stand in a section.
const landscapeFence = "::::::"

// sections writes the text. What is on landscape pages among others stands in a block of
// its own; other sections begin a page, unless they go on on theirs.
func (s *scribe) sections() {
	type part struct {
		items []item
		kind  *sectionIn
	}
	var parts []part
	from, wide, upright := 0, false, false
	end := func(to int, kind *sectionIn) {
		if kind == nil {
			kind = &sectionIn{}
		}
		parts = append(parts, part{s.items[from:to], kind})
		from, wide, upright = to, wide || kind.landscape, upright || !kind.landscape
	}
	for i, it := range s.items {
		if it.para != nil && it.para.section != nil {
			end(i+1, it.para.section)
		}
	}
	end(len(s.items), s.last)
	across := false
	for i, p := range parts {
		switch turned := p.kind.landscape && wide && upright && len(p.items) > 0; {
		case turned:
			s.gap()
			s.put(landscapeFence + " landscape")
			s.open, s.newPage, across = nil, false, true
			for _, it := range p.items {
				s.item(it)
			}
			s.put("\n" + landscapeFence)
			s.open, s.newPage = nil, false
		default:
			s.newPage = i > 0 && (s.newPage || !p.kind.continuous && !across)
			across = false
			for _, it := range p.items {
				s.item(it)
			}
		}
	}
}
