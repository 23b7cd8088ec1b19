package word

import (
	"slices"
	"strings"
)

// paragraph reads a paragraph, and what stands beside it: boxes and pictures.
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
	p.align, p.level, p.indent = own.align, own.outline, own.indent
	p.title = own.name == "title" || own.name == "标题" || own.name == "標題"
	p.contents = t.index || strings.HasPrefix(own.name, "toc ") || strings.HasPrefix(own.name, "目录")
	p.breakBefore = props.on("pageBreakBefore")
	if s := props.child("sectPr"); s != nil {
		p.section = sectionOf(s)
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
	r := &reader{content: t, p: p, size: own.size, blank: hasBlankTab(props)}
	p.contents = p.contents || t.within("TOC")
	r.kids(e, runIn{})
	if own.list != "" && own.list != "0" {
		t.number(p, &own)
	}
	return append([]item{{para: p}}, r.beside()...)
}

// isNew says whether all of a paragraph was inserted.
func (p *para) isNew() bool { return p.text(false) == "" && p.text(true) != "" }

// number counts a paragraph that is in a list.
func (t *content) number(p *para, own *styleIn) {
	deep, ok := depth(own.deep)
	if !ok {
		deep = t.numbers.levelOf(own.list, own.id)
	}
	p.depth = deep
	if p.isNew() {
		p.number, p.parting, p.bullet = t.numbers.peek(own.list, deep)
	} else {
		p.number, p.parting, p.bullet = t.numbers.next(own.list, deep)
	}
}

// reader reads the runs of a paragraph.
type reader struct {
	*content
	p     *para
	size  int
	blank bool // its tabs are lines to write on
	boxes []item
}

// hasBlankTab says whether a tab of a paragraph draws a line.
func hasBlankTab(props *element) (blank bool) {
	props.child("tabs").find("tab", func(tab *element) { blank = blank || tab.at("leader") == "underscore" })
	return blank
}

// beside is what stands beside the paragraph: its boxes, and if it has text the pictures
// that are not in a line of it.
func (r *reader) beside() []item {
	if strings.TrimSpace(r.p.text(false)) == "" || r.p.cell {
		return r.boxes
	}
	var out []item
	r.p.runs = slices.DeleteFunc(r.p.runs, func(run runIn) bool {
		if run.apart {
			out = append(out, item{para: &para{style: r.p.style, cell: r.p.cell, runs: []runIn{run}}})
		}
		return run.apart
	})
	return append(out, r.boxes...)
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
			r.control(k, as)
		case "smartTag", "customXml", "dir", "bdo":
			r.kids(k, as)
		case "fldSimple":
			r.simpleField(k, as)
		case "bookmarkStart":
			if name := k.at("name"); strings.HasPrefix(name, markPrefix) {
				r.p.mark(name)
			}
		case "commentRangeStart", "commentRangeEnd":
			r.stretch(k)
		case "AlternateContent":
			r.kids(alternative(k), as)
		case "oMath", "oMathPara":
			r.formula(k, as)
		case "altChunk", "subDoc", "contentPart":
			r.lose(as, "word-part")
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
	if run.never || run.text == "" && run.picture == "" && run.note == "" && run.lost == nil {
		return
	}
	run.comments = append([]string(nil), r.open...)
	r.p.runs = append(r.p.runs, run)
}

// control reads a control of a form. What only asks to be filled in stands in brackets,
// which are found before anything is printed.
func (r *reader) control(e *element, as runIn) {
	from := len(r.p.runs)
	r.kids(e.childOr("sdtContent"), as)
	if !e.child("sdtPr").on("showingPlcHdr") || from == len(r.p.runs) || e.child("sdtPr", "docPartObj") != nil {
		return
	}
	first, last := &r.p.runs[from], &r.p.runs[len(r.p.runs)-1]
	if strings.TrimSpace(first.text+last.text) != "" {
		first.text = "〔" + first.text
		last.text += "〕"
	}
}

// point keeps a comment that is on no stretch of text.
func (r *reader) point(id string) {
	for _, run := range r.p.runs {
		if slices.Contains(run.comments, id) {
			return
		}
	}
	if n := len(r.p.runs); n > 0 {
		r.p.runs[n-1].comments = append(r.p.runs[n-1].comments, id)
		return
	}
	r.p.runs = append(r.p.runs, runIn{comments: []string{id}})
}
