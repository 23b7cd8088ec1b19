package formula

import "strings"

// command reads what stands behind a backslash.
func (p *parser) command(m mode, start int) []item {
	name := p.name()
	if s, ok := symbols[name]; ok {
		if s.class == ordinary {
			return []item{p.letter(s.text, start, m)}
		}
		return []item{p.item(s.text, start, s.class, m)}
	}
	if width, ok := spaces[name]; ok {
		return []item{{at: start, end: p.at, space: width, scripts: m.scripts}}
	}
	switch {
	case name == "!", name == "displaystyle", name == "textstyle", name == "limits", name == "nolimits":
		return nil
	case functions[name]:
		return []item{p.item(name, start, function, m)}
	case sizes[name]:
		if strings.HasPrefix(p.source[p.at:], ".") { // no bracket on this side
			p.at++
		}
		return nil
	}
	return p.compound(m, name, start)
}

// name reads the name of a command: letters, or one other sign.
func (p *parser) name() string {
	from := p.at
	for p.at < len(p.source) && isLetter(p.source[p.at]) {
		p.at++
	}
	if p.at == from && p.at < len(p.source) && p.source[p.at] < 0x80 {
		p.at++
	}
	return p.source[from:p.at]
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// compound reads a command that something belongs to.
func (p *parser) compound(m mode, name string, start int) []item {
	named := p.at
	var out []item
	ok := true
	switch name {
	case "text", "textrm", "mbox", "operatorname":
		if out, ok = p.text(m); len(out) > 0 && name == "operatorname" {
			out[0].class = function
		}
	case "mathrm", "mathbf", "mathit":
		m.fixed, m.letters = name != "mathit", Upright
		if name == "mathbf" {
			m.letters = Bold
		}
		out, ok = p.argument(m)
	case "frac", "tfrac", "dfrac":
		out, ok = p.fraction(m, start)
	case "sqrt":
		out, ok = p.root(m, start)
	default:
		p.fault("formula-command", start, p.at)
		return []item{p.item(p.source[start:p.at], start, ordinary, m)}
	}
	if !ok {
		p.fault("formula-incomplete", start, named)
		missing := item{text: p.source[start:named], at: start, end: named, scripts: m.scripts, inside: true}
		return append([]item{missing}, out...)
	}
	return out
}

// text reads words, whose spaces stay.
func (p *parser) text(m mode) ([]item, bool) {
	if !strings.HasPrefix(p.source[p.at:], "{") {
		return nil, false
	}
	start := p.at + 1
	n := braced(p.source[start:])
	if p.source[start+n-1] != '}' || n == 0 {
		return nil, false
	}
	words := p.source[start : start+n-1]
	p.at = start + n - 1
	it := p.item(strings.ReplaceAll(words, " ", noBreak), start, ordinary, m)
	p.at++
	if words == "" {
		return nil, true
	}
	return []item{it}, true
}

// fraction sets a fraction on the line: figures as indices on both sides of a fraction
// bar, all else round a solidus.
func (p *parser) fraction(m mode, start int) ([]item, bool) {
	m.inside = true
	above, ok := p.argument(m)
	if !ok {
		return nil, false
	}
	middle := p.at
	below, ok := p.argument(m)
	if !ok {
		return above, false
	}
	if figures(above) && figures(below) && m.scripts == "" {
		for i := range above {
			above[i].scripts = "^"
		}
		for i := range below {
			below[i].scripts = "_"
		}
		bar := item{text: "⁄", at: middle, end: middle, inside: true}
		return append(append(append([]item{lineUp(start)}, above...), bar), below...), true
	}
	bar := item{text: "/", at: middle, end: middle, scripts: m.scripts, inside: true}
	return append(append(bracketed(above, sums(above)), bar), bracketed(below, compoundOf(below) > 1)...), true
}

// lineUp is a sign that is not seen: what it stands before begins with an index.
func lineUp(at int) item { return item{at: at, end: at, inside: true} }

func figures(items []item) bool {
	return len(items) == 1 && items[0].text != "" && strings.Trim(items[0].text, "0123456789") == ""
}

// root sets a root: its sign, and brackets round more than one sign.
func (p *parser) root(m mode, start int) ([]item, bool) {
	m.inside = true
	var out []item
	if strings.HasPrefix(p.source[p.at:], "[") {
		p.at++
		bracket := p.item("[", p.at-1, opening, m)
		out = append([]item{lineUp(start)}, p.list(m.index("^"), "]")...)
		if p.at == len(p.source) {
			return append([]item{bracket}, out...), false
		}
		p.at++
	}
	sign := item{text: "√", at: start, end: start, scripts: m.scripts, inside: true}
	under, ok := p.argument(m)
	return append(append(out, sign), bracketed(under, compoundOf(under) > 1)...), ok
}

// compoundOf counts the signs that stand side by side, without their indices.
func compoundOf(items []item) (n int) {
	level := ""
	if len(items) > 0 {
		level = items[0].scripts
	}
	for i := range items {
		if items[i].scripts == level {
			n++
		}
	}
	return n
}

// sums says whether a sum or a relation stands among items.
func sums(items []item) bool {
	for i := range items {
		if c := items[i].class; (c == binary || c == relation) && i > 0 {
			return true
		}
	}
	return false
}

// bracketed puts brackets round items if it is asked to.
func bracketed(items []item, ask bool) []item {
	if !ask || len(items) == 0 {
		return items
	}
	first, last := items[0], items[len(items)-1]
	open := item{text: "(", at: first.at, end: first.at, class: opening, scripts: first.scripts, inside: true}
	shut := item{text: ")", at: last.end, end: last.end, class: closing, scripts: first.scripts, inside: true}
	return append(append([]item{open}, items...), shut)
}
