package word

import "strings"

// run reads a run: its text in one look, with what stands among it.
func (r *reader) run(e *element, as runIn) {
	props := e.child("rPr")
	s := *r.p.style
	if char := r.styles[props.val("rStyle")]; char != nil && char.id != "" {
		s.over(char)
	}
	s.size = r.size
	look(&s, props, nil)
	as.wear(&s)
	if c := props.child("rPrChange"); c != nil {
		restyled := changeOf(c, false)
		as.restyled = &restyled
	}
	if s.has(hidden) {
		r.hidden(e, as)
		return
	}
	for _, k := range e.kids {
		switch k.name {
		case "t", "delText":
			r.text(inFont(k.words(), s.font), as)
		case "tab", "ptab":
			tab := as
			tab.underlined = as.underlined || r.blank
			r.text("\t", tab)
		case "br":
			r.lineBreak(k.at("type"), as)
		case "cr":
			r.text("\n", as)
		case "noBreakHyphen":
			r.text("\u2011", as)
		case "softHyphen":
			r.text("\u00ad", as)
		case "sym":
			r.text(symbolOf(k.at("char"), k.at("font")), as)
		case "instrText", "delInstrText":
			if f := r.field(); f != nil {
				f.code += k.words()
			}
		case "fldChar":
			r.fieldChar(k, as)
		case "footnoteReference", "endnoteReference":
			r.add(runIn{size: as.size, change: as.change, note: strings.TrimSuffix(k.name, "Reference") + k.at("id")})
		case "commentReference":
			r.point(k.at("id"))
		case "ruby":
			r.ruby(k, as)
		case "drawing", "pict", "object":
			r.drawing(k, as)
		case "AlternateContent":
			inner := &element{kids: alternative(k).kids}
			if props != nil {
				inner.kids = append([]*element{props}, inner.kids...)
			}
			r.run(inner, as)
		case "contentPart":
			r.lose(as, "word-part")
		}
	}
}

// wear takes the looks that Markdown has a sign for.
func (as *runIn) wear(s *styleIn) {
	as.size = s.size
	as.bold, as.italic = s.has(bold), s.has(italic)
	as.strike = s.has(strike) || s.has(struckTwice)
	as.capitals, as.small = s.has(capitals), s.has(smallCapitals)
	as.dots, as.underlined, as.marker = s.value(dotted) != "", s.value(underlined) != "", s.value(marked) != ""
	as.sup, as.sub = s.value(raised) == "superscript", s.value(raised) == "subscript"
}

// text adds text, unless it is the code of a field.
func (r *reader) text(s string, as runIn) {
	f := r.field()
	if f != nil && !f.result {
		return
	}
	if f != nil {
		f.shown = f.shown || s != ""
		if to := f.address(); to != "" && as.link == "" {
			as.link = to
		}
	}
	as.text = s
	r.p.contents = r.p.contents || r.within("TOC")
	as.counted = r.within("PAGEREF", "NOTEREF", "PAGE", "NUMPAGES")
	r.add(as)
}

// lineBreak reads the end of a line, a column or a page.
func (r *reader) lineBreak(kind string, as runIn) {
	switch kind {
	case "page":
		if strings.TrimSpace(r.p.text(true)) == "" {
			r.p.breakBefore = true
		} else {
			r.p.breakAfter = true
		}
	case "column":
	default:
		r.text("\n", as)
	}
}

// hidden leaves out what Word does not show, and says so. Fields are followed.
func (r *reader) hidden(e *element, as runIn) {
	for _, k := range e.kids {
		switch k.name {
		case "instrText":
			if f := r.field(); f != nil {
				f.code += k.words()
			}
		case "fldChar":
			r.fieldChar(k, as)
		}
	}
	if f := r.field(); f == nil || f.result {
		if words := strings.TrimSpace(textOf(e)); words != "" && !r.p.contents && !r.within("TOC") {
			r.lose(as, "word-hidden", "text", excerpt(words))
		}
	}
}

// ruby reads text with its reading, as one run.
func (r *reader) ruby(e *element, as runIn) {
	from := len(r.p.runs)
	r.kids(e.childOr("rubyBase"), as)
	if from == len(r.p.runs) {
		return
	}
	base := &r.p.runs[from]
	for _, more := range r.p.runs[from+1:] {
		base.text += more.text
	}
	base.reading = textOf(e.childOr("rt"))
	r.p.runs = r.p.runs[:from+1]
}
