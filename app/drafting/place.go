package drafting

import (
	"strings"

	"safety365/bulletins"
)

// prefixOf returns what a line inside a container begins with.
func prefixOf(n *node) string {
	if n == nil || n.parent == nil {
		return ""
	}
	own := ""
	switch n.kind {
	case quote:
		own = "> "
	case item, note:
		own = strings.Repeat(" ", n.width)
	case directive:
		own = strings.Repeat(" ", n.width)
	}
	return prefixOf(n.parent) + own
}

// find returns the place of an offset: in the line that holds it, or the nearest.
func (t *tree) find(at int) pos {
	var best *node
	distance := 0
	for _, n := range t.root.leaves(nil) {
		if d := t.distance(n.span(), at); best == nil || d < distance {
			best, distance = n, d
		}
	}
	if best == nil {
		return pos{}
	}
	if best.line == nil {
		i := 0
		if at > best.from {
			i = 1
		}
		return pos{best, i}
	}
	t.load(best)
	i := 0
	for i < len(best.line.chars) && best.line.chars[i].hi <= at {
		i++
	}
	return pos{best, i}
}

// distance is how far a place is from a stretch of text; other lines are farther than
// anything on its own.
func (t *tree) distance(r bulletins.Range, at int) int {
	from, to := at, at
	switch {
	case at < r.Start:
		to = r.Start
	case at > r.End:
		from = r.End
	default:
		return 0
	}
	d := to - from
	if strings.Contains(t.text[from:to], "\n") {
		d += len(t.text)
	}
	return d
}

// span is where a node that a caret can stand in stands.
func (n *node) span() bulletins.Range {
	if n.line != nil {
		return n.line.at
	}
	return bulletins.Range{Start: n.from, End: n.to}
}

// load reads the chars of a line.
func (t *tree) load(n *node) []char {
	l := n.line
	if l == nil {
		return nil
	}
	if !l.read {
		l.read = true
		if l.setting.kind == inCode {
			l.chars = codeChars(n, t.text)
		} else {
			l.chars = readChars(t.text, l.spans, n.base, l.at)
		}
	}
	return l.chars
}
