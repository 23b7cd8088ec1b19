package intake

// shifted is I04 and I05.
func (d *draft) shifted() {
	var sites []*site
	for _, l := range d.lines {
		if l.open() {
			sites = append(sites, d.sitesIn(l)...)
		}
	}
	if len(sites) == 0 {
		return
	}
	evidence := newEvidence(d, sites)
	edits := map[*line][]edit{}
	for _, s := range sites {
		if e, ok := d.judge(s, evidence); ok {
			edits[s.line] = append(edits[s.line], e)
		}
	}
	for _, l := range d.lines {
		d.repair(l, edits[l])
	}
}

// judge decides what becomes of a site.
func (d *draft) judge(s *site, ev *evidence) (edit, bool) {
	if text, to := s.option(0); s.certain && s.count() == 1 && ordinary(text) && s.sound() {
		return edit{from: s.from, to: to, after: text}, true
	}
	if d.off["I05"] {
		return edit{}, false
	}
	v := ev.verdict(s)
	if v.certainty == Unknown && !s.certain {
		d.doubt(s.line, s.from, s.to)
		return edit{}, false
	}
	return edit{from: s.from, to: s.from + v.size, after: v.text, certainty: v.certainty}, true
}

// repair makes the edits of a line, with a word to whoever has to confirm them.
func (d *draft) repair(l *line, edits []edit) {
	for _, e := range d.change("I04", l, edits) {
		switch e.certainty {
		case Probable:
			d.confirm(l.text, e.from, e.to, e.after)
		case Unknown:
			d.warnOf("unknown", "text", around(l.text, e.from, e.to))
		}
	}
}

// confirm asks for a proposal to be looked at: the words round it, and what was put
// in or taken out.
func (d *draft) confirm(s string, from, to int, what string) {
	d.warnOf("repair", "text", around(s, from, to), "mark", markOpen+what+markClose)
}

// around returns a stretch of a text with five characters before it and three behind.
func around(s string, from, to int) string {
	return tail(s[:from], 5) + s[from:to] + head(s[to:], 3)
}
