package word

import (
	"strings"

	"safety365/bulletins/page"
	"safety365/themes"
)

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
	set := &w.flow.Theme.Typeset
	n := el("w:pPr", toggle("w:keepNext", s.KeepNext), toggle("w:keepLines", s.KeepTogether),
		toggle("w:widowControl", set.Widows != "allow"),
		toggle("w:suppressAutoHyphens", !s.Hyphens),
		toggle("w:topLinePunct", set.Compress != "none" && !set.Grid.Strict),
		toggle("w:autoSpaceDE", set.Autospace > 0), toggle("w:autoSpaceDN", set.Autospace > 0),
		val("w:snapToGrid", "0"),
		el("w:spacing").with("w:before", twips(sp.before), "w:after", twips(sp.after), "w:line", twips(w.pitches(max(s.Leading, page.Pt))), "w:lineRule", rule),
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
		el("w:rFonts").with("w:ascii", latin, "w:eastAsia", w.hanFont(s.Font, s.Bold), "w:hAnsi", latin, "w:cs", latin),
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
