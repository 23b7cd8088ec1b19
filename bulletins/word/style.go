package word

import (
	"fmt"
	"strings"

	"safety365/bulletins/page"
	"safety365/themes"
)

// The order in which the schema wants properties.
const (
	paragraphOrder = " w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:pBdr w:shd w:tabs w:suppressAutoHyphens w:overflowPunct w:snapToGrid w:spacing w:ind w:jc w:outlineLvl w:rPr w:sectPr "
	runOrder       = " w:rStyle w:rFonts w:b w:i w:caps w:smallCaps w:strike w:snapToGrid w:color w:spacing w:position w:sz w:szCs w:u w:shd w:vertAlign w:em w:lang "
)

// knownStyles are the roles that Word has a style for, by its name.
var knownStyles = map[string]string{
	"body": "Normal", "title": "Title", "subtitle": "Subtitle",
	"h1": "heading 1", "h2": "heading 2", "h3": "heading 3", "h4": "heading 4", "h5": "heading 5", "h6": "heading 6",
	"quote": "Quote", "caption": "caption", "list": "List Paragraph", "signature": "Signature",
	"footnote": "footnote text", "header": "header", "footer": "footer",
	"strong": "Strong", "emphasis": "Emphasis", "link": "Hyperlink", "footnotemark": "footnote reference",
}

// inlineRoles are the roles inside a line: styles of characters.
var inlineRoles = []string{"strong", "emphasis", "strike", "codespan", "link", "mark", "sup", "sub", "footnotemark", "em", "name", "book", "sc", "missing"}

// styleName is what a role's style is called; outside of Word's own the role's name.
func styleName(role string) string {
	if name, ok := knownStyles[role]; ok {
		return name
	}
	return "Safety365 " + role
}

func styleID(role string) string {
	return strings.ReplaceAll(strings.TrimPrefix(styleName(role), "Safety365 "), " ", "")
}

// styleSheet has a style for each role of the theme and each that was used.
func (w *writer) styleSheet() *node {
	t := w.flow.Theme
	body := t.Style("body")
	sheet := el("w:styles").with("xmlns:w", nsW)
	sheet.add(el("w:docDefaults",
		el("w:rPrDefault", w.runProps(body, w.lang)), el("w:pPrDefault", el("w:pPr"))))
	roles := map[string]bool{"body": true}
	add := func(role, kind string) {
		n := el("w:style", val("w:name", styleName(role)), val("w:basedOn", "Normal"), val("w:uiPriority", "9"), el("w:qFormat"))
		n.with("w:type", kind, "w:styleId", styleID(role))
		switch {
		case role == "body":
			n.with("w:default", "1")
			n.kids = append(n.kids[:1], n.kids[3:]...)
		case kind == "character":
			n.kids = append(n.kids[:1], n.kids[2:]...)
		}
		if !strings.Contains(" "+strings.Join(knownRoles(), " ")+" ", " "+role+" ") {
			n.with("w:customStyle", "1")
		}
		if kind == "paragraph" {
			ppr := w.paragraphProps(t.Style(role), place{}, nil)
			if level := headingLevel(role); level > 0 {
				ppr.add(val("w:outlineLvl", itoa(level-1)))
			}
			n.add(ppr.sortKids(paragraphOrder), w.runProps(t.Style(role), w.lang))
		} else {
			n.add(w.markProps(role))
		}
		sheet.add(n)
	}
	add("body", "paragraph")
	for _, role := range inlineRoles {
		roles[role] = true
		add(role, "character")
	}
	for _, role := range append(t.Roles(), w.usedRoles()...) {
		if !roles[role] {
			roles[role] = true
			add(role, "paragraph")
		}
	}
	return sheet
}

// headingLevel is the level of a heading's role, or 0.
func headingLevel(role string) int {
	if len(role) == 2 && role[0] == 'h' && '1' <= role[1] && role[1] <= '6' {
		return int(role[1] - '0')
	}
	return 0
}

// markProps is what a mark changes at once; what a theme adds stands with the text.
func (w *writer) markProps(role string) *node {
	r := el("w:rPr")
	switch role {
	case "strong":
		r.add(el("w:b"))
	case "emphasis":
		r.add(el("w:i"))
	case "strike":
		r.add(el("w:strike"))
	case "footnotemark":
		r.add(val("w:vertAlign", "superscript"))
	}
	return r
}

func knownRoles() []string {
	var out []string
	for role := range knownStyles {
		out = append(out, role)
	}
	return out
}

func (w *writer) usedRoles() []string {
	var out []string
	for role := range w.styles {
		out = append(out, role)
	}
	return out
}

var jc = map[themes.Align]string{themes.Justify: "both", themes.Left: "left", themes.Center: "center", themes.Right: "right"}

func toggle(name string, on bool) *node {
	if on {
		return el(name)
	}
	return val(name, "0")
}

// paragraphProps are the properties of a paragraph. What it stands beside others with
// is in c; a label hangs left of it.
func (w *writer) paragraphProps(s *themes.Style, c place, over *spacing) *node {
	sp := spacing{before: s.Before, after: s.After}
	if over != nil {
		sp = *over
	}
	rule := "exact"
	if sp.free {
		rule = "atLeast"
	}
	left, right := c.left+s.Left, c.right+s.Right
	if !s.Box.None() {
		left, right = left+s.Box.PadX+s.Box.BarSize, right+s.Box.PadX
	}
	first, size := s.Indent, max(s.Size, page.Pt)
	if sp.hang > 0 {
		first = -sp.hang
	}
	ind := el("w:ind").with("w:left", twips(left), "w:right", twips(right))
	em := size
	if s.Cell > 0 {
		em = s.Cell
	}
	switch {
	case first < 0:
		ind.with("w:hanging", twips(-first))
	case first > 0 && first%em == 0: // a person who changes the size keeps two characters
		ind.with("w:firstLineChars", itoa(int(first/em)*100), "w:firstLine", twips(first))
	default:
		ind.with("w:firstLineChars", "0", "w:firstLine", twips(first))
	}
	align := jc[s.Align]
	if sp.spread {
		align = "distribute"
	}
	n := el("w:pPr", toggle("w:keepNext", s.KeepNext), toggle("w:keepLines", s.KeepTogether),
		toggle("w:widowControl", w.flow.Theme.Typeset.Widows != "allow"),
		toggle("w:suppressAutoHyphens", !s.Hyphens),
		val("w:snapToGrid", "0"),
		el("w:spacing").with("w:before", twips(sp.before), "w:after", twips(sp.after), "w:line", twips(max(s.Leading, page.Pt)), "w:lineRule", rule),
		ind, val("w:jc", align))
	if !s.Box.None() {
		n.add(boxBorders(s.Box), shade(s.Box.Fill))
	}
	return n.sortKids(paragraphOrder)
}

// spacing is what a paragraph's place changes of its style.
type spacing struct {
	before, after, hang page.Length
	free                bool // its lines may be taller than the style says
	spread              bool
}

// boxBorders are the borders of a box.
func boxBorders(b themes.Box) *node {
	n := el("w:pBdr")
	side := func(name string, width page.Length, c page.Color, pad page.Length) {
		if width > 0 && c.Space != page.NoColor {
			n.add(border("w:"+name, width, c, pad))
		}
	}
	top, bottom := b.Above, b.Below
	topW, bottomW := b.Rule, b.Rule
	if b.Border.Space != page.NoColor {
		top, bottom, topW, bottomW = b.Border, b.Border, b.Width, b.Width
	}
	side("top", topW, top, b.PadY)
	if b.Bar.Space != page.NoColor && b.BarSize > 0 {
		side("left", b.BarSize, b.Bar, b.PadX)
	} else {
		side("left", b.Width, b.Border, b.PadX)
	}
	side("bottom", bottomW, bottom, b.PadY)
	side("right", b.Width, b.Border, b.PadX)
	if len(n.kids) == 0 {
		return nil
	}
	return n
}

// border is one line; Word's are at most 6 pt wide and 31 pt away.
func border(name string, width page.Length, c page.Color, pad page.Length) *node {
	return el(name).with("w:val", "single", "w:sz", fraction(min(max(width, page.Pt/4), 6*page.Pt), 8),
		"w:space", fraction(min(pad, 31*page.Pt), 1), "w:color", hex(c))
}

func hex(c page.Color) string {
	if c.Space == page.NoColor {
		return "auto"
	}
	return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B)
}

func shade(c page.Color) *node {
	if c.Space == page.NoColor {
		return nil
	}
	return el("w:shd").with("w:val", "clear", "w:color", "auto", "w:fill", hex(c))
}

// pitch is what is between characters that stand in the cells of a grid. Word could
// take it of the grid of the page, but LibreOffice would make squares of that.
func pitch(s *themes.Style) page.Length {
	if s.Cell == 0 {
		return 0
	}
	return s.Cell - s.Size
}

var emphasisSigns = map[string]string{"dots": "dot"}

// runProps are the properties of characters.
func (w *writer) runProps(s *themes.Style, lang string) *node {
	underline := "none"
	switch {
	case s.Sign == "book":
		underline = "wave"
	case s.Underline, s.Sign == "name":
		underline = "single"
	}
	sign := "none"
	if v, ok := emphasisSigns[s.Sign]; ok {
		sign = v
	}
	latin := w.latinFont(s.Latin)
	r := el("w:rPr",
		el("w:rFonts").with("w:ascii", latin, "w:eastAsia", w.hanFont(s.Font), "w:hAnsi", latin, "w:cs", latin),
		toggle("w:b", s.Bold), toggle("w:i", s.Italic), toggle("w:caps", s.Capitals), toggle("w:smallCaps", s.SmallCaps), toggle("w:strike", s.Strike),
		val("w:snapToGrid", "0"), val("w:color", hex(s.Color)), val("w:spacing", twips(s.Tracking+pitch(s))), val("w:position", fraction(s.Raise, 2)),
		val("w:sz", fraction(s.Size, 2)), val("w:szCs", fraction(s.Size, 2)), val("w:u", underline), val("w:em", sign))
	return r.add(el("w:lang").with(w.langAttrs(lang)...)).sortKids(runOrder)
}

// langAttrs names a language as Word does: Chinese and Latin text have one each.
func (w *writer) langAttrs(lang string) []string {
	latin, han := "en-US", "zh-CN"
	for _, l := range []string{w.lang, lang} {
		switch {
		case strings.HasPrefix(l, "zh-Hant-HK"):
			han = "zh-HK"
		case strings.HasPrefix(l, "zh-Hant"):
			han = "zh-TW"
		case strings.HasPrefix(l, "zh"):
			han = "zh-CN"
		case l == "id":
			latin = "id-ID"
		case l == "en":
			latin = "en-US"
		case l != "":
			latin = l
		}
	}
	return []string{"w:val", latin, "w:eastAsia", han}
}

// differing returns the properties that are not those of the style.
func differing(n, style *node) *node {
	out := el(n.name)
	for _, k := range n.kids {
		if base := style.child(k.name); base == nil || base.String() != k.String() {
			out.add(k)
		}
	}
	return out
}
