package word

import (
	"strings"

	"safety365/bulletins"
)

// paragraph reads a paragraph, and what stands in text boxes that hang on it.
func (t *content) paragraph(e *element, cell bool) []item {
	props := e.child("pPr")
	p := &para{cell: cell, style: t.styles[props.val("pStyle")]}
	if p.style == nil {
		p.style = t.styles[""]
	}
	if p.style == nil {
		p.style = t.standard
	}
	own := *p.style
	look(&own, nil, props)
	p.align, p.level = own.align, own.outline
	p.title = own.name == "title" || own.name == "标题" || own.name == "標題"
	p.contents = strings.HasPrefix(own.name, "toc ") || strings.HasPrefix(own.name, "目录")
	p.pageBreak = props.on("pageBreakBefore")
	if own.list != "" && own.list != "0" {
		deep, _ := depth(own.deep)
		p.depth = deep
		p.number, p.bullet = t.numbers.next(own.list, deep)
	}
	if mark := props.child("rPr"); mark != nil {
		if c := mark.child("ins"); c != nil {
			ch := changeOf(c, false)
			p.inserted = &ch
		}
		if c := mark.child("del"); c != nil {
			ch := changeOf(c, true)
			p.deleted = &ch
		}
	}
	r := &reader{content: t, p: p, size: own.size}
	p.contents = p.contents || t.within("TOC")
	r.kids(e, runIn{})
	p.contents = p.contents || t.within("TOC")
	return append([]item{{para: p}}, r.boxes...)
}

// within reports whether the text has come to a field of one of some kinds.
func (t *content) within(kinds ...string) bool {
	for _, f := range t.fields {
		for _, kind := range kinds {
			if strings.HasPrefix(strings.TrimSpace(f.code), kind) {
				return true
			}
		}
	}
	return false
}

// reader reads the runs of a paragraph.
type reader struct {
	*content
	p     *para
	size  int
	boxes []item
}

// kids reads what stands in a paragraph or a part of it; as says what it is part of.
func (r *reader) kids(e *element, as runIn) {
	for _, k := range e.kids {
		switch k.name {
		case "r":
			r.run(k, as)
		case "ins", "moveTo":
			c := changeOf(k, false)
			r.kids(k, as.changed(&c))
		case "del", "moveFrom":
			c := changeOf(k, true)
			r.kids(k, as.changed(&c))
		case "hyperlink":
			in := as
			if to := r.outside[k.at("id")]; to != "" {
				in.link = to
			}
			r.kids(k, in)
		case "sdt":
			r.kids(k.childOr("sdtContent"), as)
		case "smartTag", "customXml", "fldSimple", "dir", "bdo":
			r.kids(k, as)
		case "bookmarkStart":
			if name := k.at("name"); strings.HasPrefix(name, markPrefix) {
				r.p.mark(name)
			}
		case "commentRangeStart", "commentRangeEnd":
			r.stretch(k)
		case "AlternateContent":
			r.kids(alternative(k), as)
		case "oMath", "oMathPara":
			as.text = k.words()
			r.add(as)
			as.text = ""
		}
	}
}

// changed returns what a run is in a change; of two that are nested the inner one is
// about what the outer one inserted: what was deleted again has never been there.
func (as runIn) changed(c *change) runIn {
	if as.change != nil && as.change.deleted {
		return as
	}
	as.never = as.change != nil && c.deleted
	as.change = c
	return as
}

func (r *reader) add(run runIn) {
	if run.never || run.text == "" && run.picture == "" && run.note == "" {
		return
	}
	run.comments = append([]string(nil), r.open...)
	r.p.runs = append(r.p.runs, run)
}

// run reads a run: its text in one look, with what stands among it.
func (r *reader) run(e *element, as runIn) {
	props := e.child("rPr")
	s := *r.p.style
	if id := props.val("rStyle"); id != "" && r.styles[id] != nil {
		char := r.styles[id]
		if char.bold != nil {
			s.bold = char.bold
		}
		if char.italic != nil {
			s.italic = char.italic
		}
	}
	s.size = r.size
	look(&s, props, nil)
	as.size = s.size
	as.bold, as.italic = s.bold != nil && *s.bold, s.italic != nil && *s.italic
	as.strike = props.on("strike") || props.on("dstrike")
	as.dots = props.child("em") != nil && props.val("em") != "none"
	as.sup, as.sub = props.val("vertAlign") == "superscript", props.val("vertAlign") == "subscript"
	if c := props.child("rPrChange"); c != nil {
		restyled := changeOf(c, false)
		as.restyled = &restyled
	}
	if props.on("vanish") {
		return
	}
	symbols := strings.Contains(strings.ToLower(props.child("rFonts").at("ascii")), "wingdings") || props.child("rFonts").at("ascii") == "Symbol"
	text := func(s string) {
		if f := r.field(); f != nil && !f.result {
			return
		}
		if symbols {
			s = strings.Map(symbol, s)
		}
		run := as
		run.text = s
		run.counted = r.within("PAGEREF", "NOTEREF", "PAGE ", "NUMPAGES")
		r.add(run)
	}
	for _, k := range e.kids {
		switch k.name {
		case "t", "delText":
			text(k.words())
		case "tab", "ptab":
			text("\t")
		case "br", "cr":
			switch k.at("type") {
			case "page":
				r.p.pageBreak = r.p.pageBreak || len(r.p.runs) == 0
			case "column":
			default:
				text("\n")
			}
		case "noBreakHyphen":
			text("\u2011")
		case "softHyphen":
			text("\u00ad")
		case "sym":
			text(symbolOf(k.at("char")))
		case "instrText":
			if f := r.field(); f != nil {
				f.code += k.words()
			}
		case "fldChar":
			r.fieldChar(k.at("fldCharType"))
		case "footnoteReference", "endnoteReference":
			run := as
			run.note = strings.TrimSuffix(k.name, "Reference") + k.at("id")
			r.add(run)
		case "commentReference":
			r.point(k.at("id"))
		case "ruby":
			r.ruby(k, as)
		case "drawing", "pict", "object":
			r.picture(k, as)
		case "AlternateContent":
			if alt := alternative(k); alt != nil {
				for _, inner := range alt.kids {
					r.picture(inner, as)
				}
			}
		}
	}
}

// point keeps a comment that is on no stretch of text.
func (r *reader) point(id string) {
	for _, run := range r.p.runs {
		for _, c := range run.comments {
			if c == id {
				return
			}
		}
	}
	if n := len(r.p.runs); n > 0 {
		r.p.runs[n-1].comments = append(r.p.runs[n-1].comments, id)
		return
	}
	r.p.runs = append(r.p.runs, runIn{comments: []string{id}})
}

func (r *reader) field() *fieldIn {
	if n := len(r.fields); n > 0 {
		return r.fields[n-1]
	}
	return nil
}

func (r *reader) fieldChar(kind string) {
	switch f := r.field(); {
	case kind == "begin" && len(r.fields) < maxDepth:
		r.fields = append(r.fields, &fieldIn{})
	case kind == "separate" && f != nil:
		f.result = true
	case kind == "end" && f != nil:
		r.fields = r.fields[:len(r.fields)-1]
	}
}

func (r *reader) ruby(e *element, as runIn) {
	from := len(r.p.runs)
	r.kids(e.childOr("rubyBase"), as)
	reading := textOf(e.childOr("rt"))
	for i := from; i < len(r.p.runs); i++ {
		r.p.runs[i].reading = reading
		reading = ""
	}
}

// picture reads a drawing: pictures, and the text of boxes.
func (r *reader) picture(e *element, as runIn) {
	alt := ""
	e.find("docPr", func(d *element) { alt = d.at("descr") })
	seen := false
	show := func(id string) {
		if id == "" {
			return
		}
		seen = true
		if part := r.inside[id]; part != "" {
			as.picture, as.alt = part, alt
			r.add(as)
		} else if out := r.outside[id]; out != "" {
			r.found = append(r.found, problem(bulletins.Warning, "word-picture-outside", "name", out))
		}
	}
	e.find("txbxContent", func(box *element) {
		seen = true
		r.boxes = append(r.boxes, r.blocks(box, r.p.cell)...)
	})
	if !seen {
		e.find("blip", func(b *element) { show(b.at("embed")); show(b.at("link")) })
	}
	if !seen {
		e.find("imagedata", func(b *element) { show(b.at("id")) })
	}
	if !seen && !r.skipped["object"] {
		r.skipped["object"] = true
		r.found = append(r.found, problem(bulletins.Warning, "word-object"))
	}
}
