package drafting

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

func (g *grower) directive(n *node, v *bulletins.Directive, rows []row) {
	n.kind = directive
	n.head = g.line(rows[0])
	n.width = len(n.head) - len(strings.TrimLeft(n.head, " "))
	body := rows[1:]
	if k := len(body); k > 0 {
		s := strings.TrimSpace(g.line(body[k-1]))
		if len(s) >= 3 && strings.Trim(s, ":") == "" && (len(v.Blocks) == 0 || g.rowOf(rows, n.base+v.Blocks[len(v.Blocks)-1].Source().End) < k) {
			n.tail = g.line(body[k-1])
			body = body[:k-1]
		}
	}
	inner := make([]row, len(body))
	for i, r := range body {
		inner[i] = g.indented(r, n.width)
	}
	if len(v.Blocks) == 0 && kinds.Schema().Directives[v.Name].Empty {
		n.kind = rule
		return
	}
	g.fill(n, g.all(v.Blocks, n.base), inner, frame{open: true, ends: n.tail != ""})
	if len(n.kids) == 0 { // not a line to write on
		last := rows[len(rows)-1]
		kid := &node{kind: paragraph, parent: n, line: &line{read: true, void: true, setting: paragraphSetting}}
		kid.from, kid.to = last.start, last.start
		kid.line.at = bulletins.Range{Start: last.start, End: last.start}
		kid.line.lead, kid.line.trail = prefixOf(n), "\n"
		if n.tail == "" {
			kid.line.at = bulletins.Range{Start: last.end, End: last.end}
			kid.line.lead, kid.line.trail = "\n"+prefixOf(n), ""
		}
		n.kids, n.end = []*node{kid}, 0
	}
}

func (g *grower) figure(n *node, v *bulletins.Figure) {
	n.kind = figure
	start, end := n.base+v.Start, n.base+v.End
	open := strings.Index(g.text[start:end], "![")
	if open < 0 {
		n.kind = rule
		return
	}
	inner := start + open + len("![")
	last := inner
	if k := len(v.Caption); k > 0 {
		last = n.base + v.Caption[k-1].End
	}
	close := strings.IndexByte(g.text[last:end], ']')
	if close < 0 {
		n.kind = rule
		return
	}
	n.head, n.tail = g.text[start:inner], g.text[last+close:end]
	n.line = &line{at: bulletins.Range{Start: inner, End: last + close}, spans: v.Caption, setting: captionSetting}
}

// code makes the line of a code block, which is several lines of the source.
func (g *grower) code(n *node, rows []row) {
	n.kind = code
	n.head = g.line(rows[0])
	body := rows[1:]
	fence := strings.TrimLeft(n.head, " ")
	if k := len(body); k > 0 {
		s := strings.TrimSpace(g.line(body[k-1]))
		ticks := len(fence) - len(strings.TrimLeft(fence, fence[:1]))
		if len(s) >= ticks && strings.Trim(s, fence[:1]) == "" {
			n.tail = g.line(body[k-1])
			body = body[:k-1]
		}
	}
	n.rows = nil
	n.line = &line{setting: codeSetting}
	last := rows[len(rows)-1]
	switch {
	case len(body) > 0:
		n.line.at = bulletins.Range{Start: min(body[0].pre, body[0].end), End: body[len(body)-1].end}
	case n.tail != "":
		n.line.at = bulletins.Range{Start: last.start, End: last.start}
		n.line.trail = "\n"
		n.line.lead = "?" // the prefix of the lines, see prefix
	default:
		n.line.at = bulletins.Range{Start: last.end, End: last.end}
		n.line.lead = "\n?"
	}
	var chars []char
	for i, r := range body {
		if i > 0 {
			chars = append(chars, char{text: "\n", spell: "\n", lo: body[i-1].end, hi: min(r.pre, r.end)})
		}
		for at := min(r.pre, r.end); at < r.end; {
			size := runeLen(g.text[at:])
			chars = append(chars, char{text: g.text[at : at+size], spell: g.text[at : at+size], lo: at, hi: at + size})
			at += size
		}
	}
	n.line.chars, n.line.read = chars, true
	n.line.void = len(body) == 0
}

func codeChars(n *node, text string) []char { return n.line.chars }

func runeLen(s string) int {
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}

// definitions makes the lines inside a definition list, which can be changed where
// they stand.
func (g *grower) definitions(n *node, v *bulletins.DefinitionList, rows []row) {
	n.home = rows
	for i := range v.Items {
		for _, term := range v.Items[i].Terms {
			if len(term) == 0 {
				continue
			}
			at := bulletins.Range{Start: n.base + term[0].Start, End: n.base + term[len(term)-1].End}
			if at.Start > 0 && g.text[at.Start-1] == '\\' {
				at.Start--
			}
			n.pics = append(n.pics, &node{kind: paragraph, parent: n, base: n.base, from: at.Start, to: at.End,
				line: &line{at: at, spans: term, setting: termSetting}})
		}
		for _, blocks := range v.Items[i].Descriptions {
			for _, b := range blocks {
				p, ok := b.(*bulletins.Paragraph)
				if !ok {
					continue
				}
				k := &node{kind: paragraph, parent: n, block: p, base: n.base, from: n.base + p.Start, to: n.base + p.End}
				first, last := g.rowOf(rows, k.from), g.rowOf(rows, k.to)
				own := append([]row(nil), rows[first:last+1]...)
				own[0].pre = k.from
				g.words(k, p.Spans, own, paragraphSetting)
				n.pics = append(n.pics, k)
			}
		}
	}
}
