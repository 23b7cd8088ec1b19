package word

import (
	"cmp"
	"strings"

	"safety365/bulletins/page"
	"safety365/themes"
)

// evenFurniture says that even pages have other headers or footers than odd ones.
func (w *writer) evenFurniture() bool {
	f, mirror := &w.flow.Theme.Furniture, w.flow.Theme.Page.Mirror
	return f.Header.At(2, 0, mirror) != f.Header.At(3, 0, mirror) || f.Footer.At(2, 0, mirror) != f.Footer.At(3, 0, mirror)
}

// furniture names the headers and footers of the document in its first section; the
// others have the same.
func (w *writer) furniture(sect *node) {
	if w.shown {
		return
	}
	w.shown = true
	t := w.flow.Theme
	for _, f := range []struct {
		kind  string
		slots themes.Running
		role  string
		rule  themes.Rule
	}{{"header", t.Furniture.Header, "header", t.Furniture.Rule}, {"footer", t.Furniture.Footer, "footer", t.Furniture.FooterRule}} {
		for _, p := range []struct {
			kind string
			page int
			has  bool
		}{{"default", 3, true}, {"even", 2, w.evenFurniture()}, {"first", 1, t.Furniture.Header.First != nil || t.Furniture.Footer.First != nil}} {
			if !p.has {
				continue
			}
			slots := f.slots.At(p.page, 0, t.Page.Mirror)
			if slots == (themes.Slots{}) && (f.kind == "footer" || w.flow.Mark == "") {
				continue // one without words would still take room
			}
			name := f.kind + itoa(len(w.media)+1) + ".xml"
			w.media = append(w.media, medium{name, part(w.running(f.kind, f.role, slots, f.rule))})
			sect.add(el("w:"+f.kind+"Reference").with("w:type", p.kind, "r:id", w.relate(f.kind, name, "")))
		}
	}
}

// running is a header or footer: three texts with stops between them.
func (w *writer) running(kind, role string, slots themes.Slots, rule themes.Rule) *node {
	t := w.flow.Theme
	if strings.Contains(slots.Left+slots.Center+slots.Right, "{page}") && t.Has("pagenumber") {
		role = "pagenumber"
	}
	s := t.Style(role)
	w.styles[role] = styleID(role)
	width := t.Area(1).W - s.Left - s.Right
	props := el("w:pPr", val("w:pStyle", styleID(role)))
	flat := *s
	flat.Align, flat.Indent, flat.Before, flat.After = themes.Left, 0, 0, 0
	flat.Box = themes.Box{}
	if slots != (themes.Slots{}) && rule.Width > 0 {
		if kind == "header" {
			flat.Box = themes.Box{Below: rule.Color, Rule: rule.Width, PadY: max(rule.Gap-s.Size/4, 0)}
		} else {
			flat.Box = themes.Box{Above: rule.Color, Rule: rule.Width, PadY: rule.Gap}
		}
	}
	run := el("w:p", props)
	switch {
	case slots.Left == "" && slots.Right == "":
		flat.Align = themes.Center
		w.slot(run, slots.Center, s)
	case slots.Left == "" && slots.Center == "":
		flat.Align = themes.Right
		w.slot(run, slots.Right, s)
	default:
		props.add(el("w:tabs", el("w:tab").with("w:val", "center", "w:pos", twips(s.Left+width/2)), el("w:tab").with("w:val", "right", "w:pos", twips(s.Left+width))))
		w.slot(run, slots.Left, s)
		if slots.Center != "" || slots.Right != "" {
			run.add(el("w:r", el("w:tab")))
			w.slot(run, slots.Center, s)
		}
		if slots.Right != "" {
			run.add(el("w:r", el("w:tab")))
			w.slot(run, slots.Right, s)
		}
	}
	props.add(differing(w.paragraphProps(&flat, place{}, nil), w.paragraphProps(s, place{}, nil)).kids...)
	props.sortKids(paragraphOrder)
	name := "w:hdr"
	if kind == "footer" {
		name = "w:ftr"
	}
	if kind == "header" && w.flow.Mark != "" {
		run.add(w.draftMark())
	}
	return el(name, run).with(namespaces()...)
}

// wordArt are the formulas of the shape that words are fitted to.
var wordArt = []string{"sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0", "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600"}

// draftMark is the mark of a draft across the page, as Word makes its watermarks.
func (w *writer) draftMark() *node {
	t := w.flow.Theme
	s := t.Style("draftmark")
	high := min(t.Page.Size.W, t.Page.Size.H) / 4
	wide := high * page.Length(len([]rune(w.flow.Mark)))
	if room := t.Page.Size.W * 9 / 10; wide > room {
		high, wide = high.MulDiv(int64(room), int64(wide)), room
	}
	shape := el("v:shape", el("v:textpath").with("style", "font-family:'"+w.hanFont(s.Font, s.Bold)+"';font-weight:bold;font-size:1pt", "string", w.flow.Mark))
	shape.with("id", "PowerPlusWaterMarkObject1", "o:spid", "_x0000_s2049", "type", "#_x0000_t136", "fillcolor", "#"+hex(t.Color(cmp.Or(w.flow.MarkColor, "draft"))), "stroked", "f", "style",
		"position:absolute;margin-left:0;margin-top:0;width:"+wide.Decimal(0)+"pt;height:"+high.Decimal(0)+"pt;rotation:325;z-index:-251658752;"+
			"mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin")
	formulas := el("v:formulas")
	for _, f := range wordArt {
		formulas.add(el("v:f").with("eqn", f))
	}
	kind := el("v:shapetype", formulas, el("v:path").with("textpathok", "t", "o:connecttype", "custom"), el("v:textpath").with("on", "t", "fitshape", "t")).
		with("id", "_x0000_t136", "coordsize", "21600,21600", "o:spt", "136", "adj", "10800", "path", "m@7,l@8,m@5,21600l@6,21600e")
	return el("w:r", el("w:pict", kind, shape))
}

// slot writes a text whose fields Word fills.
func (w *writer) slot(p *node, text string, s *themes.Style) {
	plain := func(t string) {
		if t != "" {
			p.add(el("w:r", el("w:t", words(t)).with("xml:space", "preserve")))
		}
	}
	for {
		before, after, ok := strings.Cut(text, "{")
		plain(before)
		if !ok {
			return
		}
		name, rest, closed := strings.Cut(after, "}")
		if !closed {
			plain("{" + after)
			return
		}
		switch name {
		case "page":
			p.add(field("PAGE", "1", nil)...)
		case "pages":
			p.add(field("NUMPAGES", "1", nil)...)
		default:
			plain(w.flow.Fields[name])
		}
		text = rest
	}
}
