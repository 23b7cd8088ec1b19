package word

import (
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// initial writes the first letter of a paragraph that covers several lines, as Word does:
// a paragraph before it, in a frame that the text goes round. To who reads the copy they
// are one paragraph again.
func (r *runs) initial(l *layout.Inline, lines int, wide bool) {
	leading := r.style.Leading
	big := *l.Style
	// A line of a fixed height stands on four fifths of it, so ours is too high there.
	big.Raise = -page.Length(lines-1) * leading / 5
	if wide { // its em box ends with that of the last line, not on its baseline
		big.Raise += (big.Size - r.style.Size) * 12 / 100
	}
	frame := el("w:framePr").with("w:dropCap", "drop", "w:lines", itoa(lines), "w:hSpace", twips(r.style.Size/4),
		"w:wrap", "around", "w:vAnchor", "text", "w:hAnchor", "text")
	props := el("w:pPr", el("w:keepNext"), frame, val("w:snapToGrid", "0"),
		el("w:spacing").with("w:before", "0", "w:after", "0", "w:line", twips(page.Length(lines)*leading), "w:lineRule", "exact"),
		el("w:ind").with("w:firstLineChars", "0", "w:firstLine", "0"))
	if r.style.Role != "body" {
		props.add(val("w:pStyle", styleID(r.style.Role)))
	}
	text := r.p
	r.p = el("w:p", props.sortKids(paragraphOrder))
	letter := *l
	letter.Style = &big
	r.inline(&letter, r.style)
	r.closeLink()
	r.writer.into.add(r.p)
	r.p = text
}

// withoutIndent is a style whose first line begins at the left.
func withoutIndent(s *themes.Style) *themes.Style {
	out := *s
	out.Indent = 0
	return &out
}

// isInitial reports whether a paragraph is the first letter of the one that follows.
func isInitial(props *element) bool {
	switch props.child("framePr").at("dropCap") {
	case "drop", "margin":
		return true
	}
	return false
}

// joined puts such a letter before its paragraph, in the look of that.
func (p *para) joined(letter *para) {
	for i := range letter.runs {
		if len(p.runs) > 0 {
			letter.runs[i].size = p.runs[0].size
		}
	}
	p.runs = append(letter.runs, p.runs...)
	p.marks = append(letter.marks, p.marks...)
	p.starts = make([]int, len(p.marks))
}
