package drafting

import (
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
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

func (g *grower) heading(n *node, v *bulletins.Heading, rows []row) {
	first := rows[0]
	start := n.base + v.Start
	hashes := strings.TrimLeft(g.text[start:first.end], "#")
	setext := len(rows) > 1 || len(hashes) == first.end-start
	n.line = &line{spans: v.Spans, setting: headingSetting}
	if setext {
		n.line.setting = setextSetting
		g.words(n, v.Spans, rows[:max(1, len(rows)-1)], setextSetting)
		if at := g.attrs(n.line, n.line.at.Start, n.line.at.End); at > 0 {
			n.line.at.End = at
		}
		n.tail = g.headingAttrs(v)
		return
	}
	at := first.end - len(strings.TrimLeft(hashes, " \t"))
	if len(v.Spans) == 0 {
		at = first.end - len(hashes)
		if strings.HasPrefix(hashes, " ") {
			at++
		} else {
			n.line.lead = " "
		}
		n.line.at = bulletins.Range{Start: at, End: at}
		if strings.Trim(g.text[at:first.end], " \t") == "" {
			n.line.at.End = first.end
		}
	} else {
		end := first.end
		if stop := g.attrs(n.line, at, end); stop > 0 {
			end = stop
		}
		n.line.at = bulletins.Range{Start: at, End: max(at, end)}
	}
	n.tail = g.headingAttrs(v)
	n.line.setting.after = g.text[n.line.at.End:first.end] + "\n"
}

// attrs returns where the text of a heading ends if marks or attributes follow it.
func (g *grower) attrs(l *line, from, to int) int {
	if len(l.spans) == 0 {
		return 0
	}
	end := 0
	last := l.spans[len(l.spans)-1]
	for i := topBefore(g.doc, from); i < len(g.doc.Starts) && g.doc.Starts[i] <= from; i++ {
		end = g.doc.Starts[i] + last.End
	}
	if end < from || end > to || strings.Trim(g.text[end:to], " \t") == "" {
		return 0
	}
	if strings.HasPrefix(strings.TrimLeft(g.text[end:to], " \t"), "<!--") {
		return 0
	}
	return end
}

func (g *grower) headingAttrs(v *bulletins.Heading) string {
	var parts []string
	if v.ID != "" {
		parts = append(parts, "#"+attrValue(v.ID))
	}
	for _, c := range v.Classes {
		parts = append(parts, "."+attrValue(c))
	}
	if parts == nil {
		return ""
	}
	return " {" + strings.Join(parts, " ") + "}"
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

func (g *grower) list(n *node, v *bulletins.List, rows []row) {
	n.kind, n.ordered, n.start, n.delim = list, v.Ordered, v.Start, v.Delim
	if !v.Ordered {
		n.delim = '-'
	}
	n.same = len(v.Items) > 1
	numbers := map[string]bool{}
	for i, it := range v.Items {
		first, last := g.rowOf(rows, n.base+it.Start), g.rowOf(rows, n.base+it.End)
		if i+1 < len(v.Items) { // with what the parser keeps to itself
			next := g.rowOf(rows, n.base+v.Items[i+1].Start) - 1
			for next > last && g.blank(rows[next]) {
				next--
			}
			last = max(last, next)
		}
		kid := &node{kind: item, base: n.base, task: it.Task, block: nil}
		own := make([]row, last-first+1)
		copy(own, rows[first:last+1])
		head, width := markerOf(g.line(own[0]))
		numbers[strings.TrimSpace(head)] = true
		if !v.Ordered && strings.TrimSpace(head) != "" {
			n.delim = strings.TrimSpace(head)[0]
		}
		own[0].pre += len(head)
		kid.width = width
		for i := range own[1:] {
			own[i+1] = g.indented(own[i+1], width)
		}
		kid.parent = n
		kid.head = head
		if len(n.kids) > 0 {
			if before := g.lastRow(n, rows) + 1; before < first {
				g.voids(n, rows, before, first, frame{}, false)
			}
		}
		g.add(n, kid, rows, first, last)
		own[0] = g.box(kid, own[0])
		blocks := it.Blocks
		if len(blocks) > 0 && n.base+blocks[0].Source().End <= own[0].pre { // nothing but a box
			blocks = blocks[1:]
		}
		g.fill(kid, g.all(blocks, n.base), own, frame{})
		if len(kid.kids) == 0 || kid.kids[0].from > own[0].start {
			g.void(kid, own[0])
		}
		if first := kid.kids[0]; first.kind == paragraph && first.line != nil {
			first.line.setting = itemSetting
			if kid.task != bulletins.NoTask {
				first.line.setting = taskSetting
			}
		}
	}
	n.same = n.same && len(numbers) == 1
}

// box takes the box of a task off a row. The parser takes one without text behind it
// for text, or for nothing.
func (g *grower) box(kid *node, r row) row {
	s := g.line(r)
	switch strings.TrimRight(s, " ") {
	case "[ ]":
		kid.task = bulletins.TaskOpen
	case "[x]", "[X]":
		kid.task = bulletins.TaskDone
	}
	if kid.task != bulletins.NoTask {
		r.pre += min(len("[ ]"), len(s))
		for r.pre < r.end && g.text[r.pre] == ' ' {
			r.pre++
		}
	}
	return r
}

// void gives an item without text a paragraph for it.
func (g *grower) void(kid *node, r row) {
	n := &node{kind: paragraph, parent: kid, from: r.start, to: r.end,
		line: &line{at: bulletins.Range{Start: r.pre, End: r.end}, read: true, void: true, setting: itemSetting}}
	if r.pre > r.start && strings.IndexByte(" \t", g.text[r.pre-1]) < 0 {
		n.line.lead = " "
	}
	if len(kid.kids) > 0 {
		kid.kids[0].gap = max(1, kid.kids[0].gap)
	}
	kid.kids = append([]*node{n}, kid.kids...)
}

// markerOf returns the marker of an item with the spaces behind it, and how wide it
// is.
func markerOf(s string) (head string, width int) {
	rest := strings.TrimLeft(s, " \t")
	indent := len(s) - len(rest)
	n := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if n < len(rest) {
		n++
	}
	spaces := len(rest[n:]) - len(strings.TrimLeft(rest[n:], " \t"))
	if spaces > 4 || n+spaces == len(rest) {
		spaces = min(spaces, 1)
	}
	width = indent + n + max(spaces, 1)
	if strings.HasPrefix(rest[n:], "\t") {
		spaces, width = 1, indent+n+4-(indent+n)%4
	}
	return s[:indent+n+spaces], width
}

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

func itoa(n int) string { return strconv.Itoa(n) }

// attrValue writes the value of an attribute.
func attrValue(value string) string {
	value = strings.NewReplacer("\n", " ", "\r", " ").Replace(value)
	if value != "" && !strings.ContainsAny(value, " \t\u3000\"'“”‘’{}｛｝=\\#.`*_[]<>|~") {
		return value
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
}
