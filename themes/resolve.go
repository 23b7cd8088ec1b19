package themes

import (
	"reflect"
	"safety365/bulletins/page"
)

// shortcuts are the values of typeset that stand for one of styles.body.
var shortcuts = []string{"size", "indent", "hyphens", "justify"}

// resolve turns merged nodes into a Theme.
func resolve(name, lang string, root *node, r *report) *Theme {
	root = shorten(root)
	var s settings
	decode(root, reflect.ValueOf(&s).Elem(), "", nil)
	t := &Theme{Name: name, Language: lang, source: root, Fonts: map[string][]string{},
		colors: map[string]page.Color{}, tones: map[string]Tone{},
		styles: map[string]*Style{}, nodes: map[*Style]*node{}, inline: map[inlineKey]*Style{}, unknown: map[string]bool{}}
	for role, own := range s.Fonts {
		t.Fonts[string(role)] = own
	}
	t.resolveColors(s.Colors, r)
	t.resolveStyles(r)
	em := t.styles["body"].Size
	v := resolver{t, em, r}
	t.Page = v.paper(s.Page)
	t.Typeset = Typeset{Kinsoku: string(s.Typeset.Kinsoku), Compress: string(s.Typeset.Compress),
		Autospace: int64(s.Typeset.Autospace), Orphans: string(s.Typeset.Orphans), Widows: string(s.Typeset.Widows), Counters: string(s.Typeset.Counters),
		Hanging: s.Typeset.Hanging, Normalise: s.Typeset.Normalise, Quotes: s.Typeset.Quotes == "language", UnitSpace: int64(s.Typeset.UnitSpace), Direction: string(s.Typeset.Direction), Measure: s.Typeset.Measure.Of(em)}
	if at := root.at("typeset", "measure"); t.Typeset.Measure > 0 && t.Typeset.Measure < em {
		r.node(at, "theme-measure", "value", at.text)
		t.Typeset.Measure = 0
	}
	// A measure that is longer than the page has room for makes the page larger.
	if t.Typeset.Vertical() {
		t.Page.Size.H += max(0, t.Typeset.Measure-(t.Page.Size.H-t.Page.Top-t.Page.Bottom))
	} else {
		t.Page.Size.W += max(0, t.Typeset.Measure-(t.Page.Size.W-t.Page.Inner-t.Page.Outer))
	}
	if fitted := t.layGrid(root, s.Typeset, r); fitted != nil {
		return resolve(name, lang, fitted, r)
	}
	v.values(s)
	t.alignStyles()
	return t
}

// shorten carries the shortcuts out.
func shorten(root *node) *node {
	for _, name := range shortcuts {
		n := root.at("typeset", name)
		if n == nil || n.kind == null {
			continue
		}
		if name == "justify" {
			word := Left
			if switches[n.text] {
				word = Justify
			}
			n = &node{file: n.file, line: n.line, col: n.col, text: word.String()}
			name = "align"
		}
		styles := root.child("styles")
		root = root.with("styles", styles.with("body", styles.child("body").with(name, n)))
	}
	return root
}

// resolver resolves what is not a style; em is the size of the body.
type resolver struct {
	t  *Theme
	em page.Length
	r  *report
}

func (v resolver) paper(s pageSpec) Paper {
	p := Paper{Size: s.Size.size(), Top: s.Margins.Top.Of(v.em), Bottom: s.Margins.Bottom.Of(v.em),
		Inner: s.Margins.Inner.Of(v.em), Outer: s.Margins.Outer.Of(v.em), Bleed: s.Bleed.Of(v.em),
		Mirror: s.Mirror, Columns: int(s.Columns), Sidenotes: s.Sidenotes.Of(v.em), HeaderAt: s.Header.Of(v.em), FooterAt: s.Footer.Of(v.em)}
	least := 10 * page.Pt
	if p.Size.W <= 0 || p.Size.H <= 0 {
		p.Size, _ = PaperSize("A4")
	}
	if p.Size.W-p.Inner-p.Outer < least || p.Size.H-p.Top-p.Bottom < least {
		at := v.t.source.at("page", "margins")
		if at == nil {
			at = v.t.source
		}
		v.r.node(at, "theme-margins", "size", p.Size.String())
		p.Inner, p.Outer, p.Top, p.Bottom = p.Size.W/10, p.Size.W/10, p.Size.H/10, p.Size.H/10
	}
	return p
}

// color looks a name up; path is where it stands.
func (v resolver) color(name string, path ...string) page.Color {
	return v.t.colorAt(name, v.t.source.at(path...), v.r)
}

func (v resolver) rule(s ruleSpec, path ...string) Rule {
	return Rule{s.Width.Of(v.em), s.Length.Of(v.em), s.Gap.Of(v.em), v.color(s.Color, append(path, "color")...)}
}

func (v resolver) values(s settings) {
	t, em := v.t, v.em
	t.Furniture = Furniture{running(s.Furniture.Header), running(s.Furniture.Footer),
		v.rule(s.Furniture.Rule, "furniture", "rule"), v.rule(s.Furniture.FooterRule, "furniture", "footer-rule"), s.Furniture.Landscape == "sheet"}
	t.Lists = Lists{s.Lists.Bullets, s.Lists.Numbers, s.Lists.Indent.Of(em), s.Lists.Gap.Of(em)}
	if len(t.Lists.Bullets) == 0 {
		t.Lists.Bullets = []string{"•"}
	}
	if len(t.Lists.Numbers) == 0 {
		t.Lists.Numbers = []string{"1."}
	}
	// Tables and figures are set in their own sizes.
	cell, caption := t.styles["body"].Size, t.styles["body"].Size
	if c := t.styles["table"]; c != nil {
		cell = c.Size
	}
	if c := t.styles["caption"]; c != nil {
		caption = c.Size
	}
	b := s.Tables
	t.Tables = Tables{Frame: b.Frame.Of(cell), Head: b.Head.Of(cell), Row: b.Row.Of(cell), Column: b.Column.Of(cell),
		Color: v.color(b.Color, "tables", "color"), Fill: v.color(b.Fill, "tables", "fill"), Stripe: v.color(b.Stripe, "tables", "stripe"),
		PadX: b.PadX.Of(cell), PadY: b.PadY.Of(cell), Caption: string(b.Caption), Gap: b.Gap.Of(cell),
		Valign: string(b.Valign), HeadValign: string(b.HeadValign), Span: b.Span.Of(cell), Rows: int(b.Rows), Least: int(b.Least), Continued: b.Continued, Numbered: b.Captions == "numbered"}
	t.Figures = Figures{s.Figures.Float, string(s.Figures.Caption), s.Figures.Gap.Of(caption), s.Figures.Captions == "numbered"}
	t.Footnotes = Footnotes{v.rule(s.Footnotes.Rule, "footnotes", "rule"), s.Footnotes.Gap.Of(em), string(s.Footnotes.Marks), string(s.Footnotes.Restart), s.Footnotes.Place == "column"}
	t.Columns = Columns{s.Columns.Gap.Of(em), v.rule(s.Columns.Rule, "columns", "rule")}
	t.Divider = Divider{s.Divider.Text, v.rule(s.Divider.Rule, "divider", "rule")}
	for name, tone := range s.Tones {
		t.tones[name] = Tone{v.color(tone.Fill, "tones", name, "fill"), v.color(tone.Border, "tones", name, "border"),
			v.color(tone.Bar, "tones", name, "bar"), v.color(tone.Title, "tones", name, "title")}
	}
}

func running(s runningSpec) Running {
	return Running{slots(s.First), slots(s.Odd), slots(s.Even), slots(s.Last)}
}

func slots(s *slotsSpec) *Slots {
	if s == nil {
		return nil
	}
	return &Slots{s.Left, s.Center, s.Right}
}
