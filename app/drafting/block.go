package drafting

import (
	"strconv"
	"strings"

	"safety365/bulletins"
)

// block makes the node of a block that stands on some rows.
func (g *grower) block(b placed, rows []row) *node {
	n := &node{block: b.Block, base: b.base}
	switch v := b.Block.(type) {
	case *bulletins.Paragraph:
		n.kind = paragraph
		g.words(n, v.Spans, rows, paragraphSetting)
	case *bulletins.Heading:
		n.kind, n.level = heading, v.Level
		g.heading(n, v, rows)
	case *bulletins.List:
		g.list(n, v, rows)
	case *bulletins.Quote:
		n.kind = quote
		inner := make([]row, len(rows))
		for i, r := range rows {
			inner[i] = g.quoted(r)
		}
		g.fill(n, g.all(v.Blocks, b.base), inner, frame{open: true, ends: true})
	case *bulletins.Directive:
		g.directive(n, v, rows)
	case *bulletins.Code:
		g.code(n, rows)
	case *bulletins.Table:
		g.table(n, v, rows)
	case *bulletins.Figure:
		g.figure(n, v)
	case *bulletins.Rule:
		n.kind = rule
	case *bulletins.DefinitionList:
		n.kind = foreign
		g.definitions(n, v, rows)
	default:
		n.kind = foreign
	}
	return n
}

func (g *grower) all(blocks []bulletins.Block, base int) []placed {
	out := make([]placed, len(blocks))
	for i, b := range blocks {
		out[i] = placed{b, base}
	}
	return out
}

// words makes the line of a paragraph.
func (g *grower) words(n *node, spans []bulletins.Span, rows []row, s setting) {
	first, last := rows[0], rows[len(rows)-1]
	start := n.base + n.block.Source().Start
	start = max(start, first.pre)
	for start < last.end {
		rest := strings.TrimLeft(g.text[start:last.end], " \t")
		rest = strings.TrimLeft(rest, "\u3000")
		if len(rest) == last.end-start {
			break
		}
		start = last.end - len(rest)
	}
	end := last.end
	if src := n.base + n.block.Source().End; strings.Trim(g.text[min(src, end):end], " \t") != "" {
		end = max(start, src)
	}
	if n.kind == paragraph && len(rows) == 1 && strings.HasPrefix(g.text[start:end], "\u3000") {
		start = end - len(strings.TrimLeft(g.text[start:end], "\u3000"))
	}
	n.line = &line{at: bulletins.Range{Start: start, End: max(start, end)}, spans: spans, setting: s}
}

// quoted takes the mark of a quotation off a row.
func (g *grower) quoted(r row) row {
	s := g.line(r)
	rest := strings.TrimLeft(s, " \t")
	if !strings.HasPrefix(rest, ">") {
		return r // it goes on without
	}
	rest = rest[1:]
	if strings.HasPrefix(rest, " ") {
		rest = rest[1:]
	}
	r.pre = r.end - len(rest)
	return r
}

// indented takes up to width columns of space off a row.
func (g *grower) indented(r row, width int) row {
	for col := 0; col < width && r.pre < r.end; {
		switch g.text[r.pre] {
		case ' ':
			col++
		case '\t':
			col += 4 - col%4
		default:
			return r
		}
		r.pre++
	}
	return r
}

func itoa(n int) string { return strconv.Itoa(n) }

// attrValue writes the value of an attribute.
func attrValue(value string) string {
	value = strings.NewReplacer("\n", " ", "\r", " ").Replace(value)
	if value != "" && !strings.ContainsAny(value, " \t\u3000\"'“”‘’{}｛｝=\\#.`*_[]<>|~") {
		return value
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
}
