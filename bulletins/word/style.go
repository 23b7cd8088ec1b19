package word

import (
	"slices"
	"strings"
)

// The order in which the schema wants properties.
const (
	paragraphOrder = " w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:pBdr w:shd w:tabs w:suppressAutoHyphens w:overflowPunct w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:snapToGrid w:spacing w:ind w:jc w:outlineLvl w:rPr w:sectPr "
	tableOrder     = " w:tblpPr w:tblW w:jc w:tblInd w:tblBorders w:tblLayout w:tblCellMar "
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
	slices.Sort(out)
	return out
}
