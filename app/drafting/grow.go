package drafting

import (
	"slices"
	"sort"
	"strings"

	"safety365/bulletins"
)

// tree is a stretch of a document that can be changed: the top-level blocks that a
// selection touches, with one neighbour on each side.
type tree struct {
	doc    *bulletins.Document
	text   string
	root   *node
	at     bulletins.Range // of the stretch
	caret  pos
	anchor pos
	wide   bool    // more than one line has changed
	run    []*node // paragraphs that code became
}

// row is a line of the source. What stands before pre belongs to the blocks round the
// one that is being read.
type row struct{ start, pre, end int }

// grow returns the tree round a stretch of the text.
func grow(doc *bulletins.Document, lo, hi int) *tree {
	t := &tree{doc: doc, text: doc.Text}
	body := doc.Meta.Range.End
	first, last := topBefore(doc, lo)-1, topBefore(doc, hi)+1
	first, last = max(first, 0), min(last, len(doc.Blocks)-1)
	t.at = bulletins.Range{Start: body, End: len(t.text)}
	if first > 0 {
		t.at.Start = doc.Starts[first]
	}
	if last < len(doc.Blocks)-1 {
		t.at.End = doc.Starts[last] + len(doc.Blocks[last].Source)
	}
	g := &grower{doc: doc, text: t.text, body: body}
	t.root = &node{kind: root, from: t.at.Start, to: t.at.End}
	var blocks []placed
	for i := first; i <= last; i++ {
		blocks = append(blocks, placed{doc.Blocks[i].Block, doc.Starts[i]})
	}
	f := frame{open: first == 0, ends: last == len(doc.Blocks)-1, parted: body > 0, text: true}
	if end := f.open && body > 0 && t.text[body-1] != '\n'; end {
		f.sealed = true
	}
	g.fill(t.root, blocks, g.rows(t.at.Start, t.at.End), f)
	if len(t.root.leaves(nil)) == 0 {
		n := newParagraph(nil)
		n.parent, n.line.void, n.from, n.to = t.root, true, t.at.End, t.at.End
		n.line.at, n.line.lead = bulletins.Range{Start: t.at.End, End: t.at.End}, "\n\n"
		t.root.kids = append(t.root.kids, n)
	}
	return t
}

// growAll returns the tree of a selection, with the places of its ends.
func growAll(doc *bulletins.Document, sel selection) *tree {
	t := grow(doc, sel.Start(), sel.End())
	t.anchor, t.caret = t.find(sel.Anchor), t.find(sel.Caret)
	return t
}

// topBefore returns the index of the last top-level block that starts at or before an
// offset.
func topBefore(doc *bulletins.Document, at int) int {
	return max(0, sort.Search(len(doc.Starts), func(i int) bool { return doc.Starts[i] > at })-1)
}

// placed is a block with where its ranges count from.
type placed struct {
	bulletins.Block
	base int
}

type grower struct {
	doc  *bulletins.Document
	text string
	body int
}

func (g *grower) rows(from, to int) []row {
	var out []row
	for at := from; ; {
		end := to
		if i := strings.IndexByte(g.text[at:to], '\n'); i >= 0 {
			end = at + i
		}
		out = append(out, row{at, at, end})
		if end == to {
			return out
		}
		at = end + 1
	}
}

func (g *grower) line(r row) string { return g.text[min(r.pre, r.end):r.end] }

func (g *grower) blank(r row) bool { return strings.Trim(g.line(r), " \t\u3000") == "" }

// frame says what the edges of a container are like.
type frame struct {
	open   bool // a paragraph may begin on its first line
	ends   bool // and stand on its last
	parted bool // a blank line must stand before the first
	text   bool // it is the text itself
	sealed bool // the front matter has no line end
}

// fill makes the kids of a container of blocks and of what stands between them.
func (g *grower) fill(parent *node, blocks []placed, rows []row, f frame) {
	at := 0 // the row that is looked at
	for _, b := range blocks {
		first, last := g.rowOf(rows, b.base+b.Source().Start), g.rowOf(rows, b.base+b.Source().End)
		if first < at { // two blocks on one line: leave it as it stands
			if n := len(parent.kids); n > 0 {
				g.merge(parent, parent.kids[n-1], rows, last)
				at = max(at, last+1)
			}
			continue
		}
		g.between(parent, rows, at, first, f, false)
		own := slices.Clone(rows[first : last+1])
		if _, ok := b.Block.(*bulletins.Quote); ok {
			for last+1 < len(rows) && strings.HasPrefix(strings.TrimLeft(g.line(rows[last+1]), " "), ">") {
				last++
				own = append(own, rows[last])
			}
		}
		n := g.block(b, own)
		g.add(parent, n, rows, first, last)
		at = last + 1
	}
	g.between(parent, rows, at, len(rows), f, true)
	if n := len(parent.kids); n > 0 && len(rows) > 0 {
		parent.end = len(rows) - 1 - g.lastRow(parent, rows)
	} else {
		parent.end = len(rows)
	}
}

// rowOf returns the index of the row that holds an offset.
func (g *grower) rowOf(rows []row, at int) int {
	i := sort.Search(len(rows), func(i int) bool { return rows[i].end >= at })
	return min(i, len(rows)-1)
}

func (g *grower) lastRow(parent *node, rows []row) int {
	return g.rowOf(rows, parent.kids[len(parent.kids)-1].to)
}

// add appends a kid that stands on some rows.
func (g *grower) add(parent, n *node, rows []row, first, last int) {
	n.parent, n.from, n.to = parent, rows[first].start, rows[last].end
	if len(parent.kids) == 0 {
		n.gap = first
	} else {
		n.gap = first - g.lastRow(parent, rows)
	}
	if n.kind != paragraph || !n.line.void {
		for _, r := range rows[first : last+1] {
			n.raw = append(n.raw, g.line(r))
		}
	}
	parent.kids = append(parent.kids, n)
}

// merge has a node take in the rows up to last as they stand.
func (g *grower) merge(parent, n *node, rows []row, last int) {
	first := g.rowOf(rows, n.from)
	*n = node{kind: foreign, parent: parent, gap: n.gap, from: n.from, to: rows[last].end}
	for _, r := range rows[first : last+1] {
		n.raw = append(n.raw, g.line(r))
	}
}

// between makes nodes of the rows between two blocks: paragraphs without text, notes,
// and what the parser keeps to itself.
func (g *grower) between(parent *node, rows []row, from, to int, f frame, last bool) {
	for from < to {
		stop := from
		for stop < to && g.blank(rows[stop]) {
			stop++
		}
		g.voids(parent, rows, from, stop, f, last && stop == to)
		if from = stop; from == to {
			return
		}
		n, count := g.note(rows[from:to])
		if n == nil {
			n, count = g.hidden(rows[from:to])
		}
		g.add(parent, n, rows, from, from+count-1)
		from += count
	}
}

// voids makes the paragraphs without text among blank rows.
func (g *grower) voids(parent *node, rows []row, from, to int, f frame, last bool) {
	at, most := from+1, to-2
	first := len(parent.kids) == 0
	if first && f.open && !f.parted {
		at = from
	} else if !first && last && f.ends && f.text && parent.kids[len(parent.kids)-1].closed() {
		at = from
	}
	if last && f.ends {
		most = to - 1
	}
	if first && f.parted && f.open && last && to-from == 1 { // an empty text under its front matter
		at = from
	}
	if !f.open && first || !f.ends && last {
		return
	}
	for ; at <= most; at += 2 {
		r := rows[at]
		n := &node{kind: paragraph, line: &line{at: bulletins.Range{Start: r.start, End: r.end}, read: true, void: true, setting: paragraphSetting}}
		n.line.lead = prefixOf(parent)
		if first && f.parted && at == from {
			n.line.lead = "\n"
			if f.sealed {
				n.line.lead = "\n\n"
			}
		}
		if n.line.lead == "" && strings.Contains(g.text[r.start:r.end], "\u3000") {
			n.line.at.Start = r.end
		}
		g.add(parent, n, rows, at, at)
	}
}

// closed says whether a paragraph may begin on the very line behind the node.
func (n *node) closed() bool {
	return n.kind == rule || n.kind == directive && n.tail != ""
}

// hidden makes a node of lines that are no block; they are left as they stand.
func (g *grower) hidden(rows []row) (n *node, count int) {
	for count < len(rows) && !g.blank(rows[count]) && (count == 0 || !strings.HasPrefix(g.line(rows[count]), "[^")) {
		count++
	}
	return &node{kind: foreign}, count
}

// note makes a node of the definition of a note, if one stands on the first row.
func (g *grower) note(rows []row) (n *node, count int) {
	s := g.line(rows[0])
	end := strings.Index(s, "]:")
	if !strings.HasPrefix(s, "[^") || end < 0 {
		return nil, 0
	}
	found := g.doc.Notes[s[len("[^"):end]]
	if found == nil {
		return nil, 0
	}
	head := s[:end+len("]:")]
	head += s[len(head) : len(s)-len(strings.TrimLeft(s[len(head):], " \t"))]
	n = &node{kind: note, base: g.doc.NoteStarts[found.Label], head: head, width: 4}
	first := rows[0]
	at := first.pre + len(head)
	count = 1
	for i, b := range found.Blocks {
		if i == 0 && n.base+b.Source().Start < first.start {
			return nil, 0 // another of the same label
		}
		count = max(count, min(g.rowOf(rows, n.base+b.Source().End)+1, len(rows)))
	}
	if len(found.Blocks) > 0 && g.rowOf(rows, n.base+found.Blocks[0].Source().Start) > 0 && n.base+found.Blocks[0].Source().Start > rows[len(rows)-1].end {
		return nil, 0
	}
	own := slices.Clone(rows[:count])
	own[0].pre = at
	for i := range own[1:] {
		own[i+1] = g.indented(own[i+1], 4)
	}
	g.fill(n, g.all(found.Blocks, n.base), own, frame{})
	if len(n.kids) == 0 {
		g.void(n, own[0])
		n.kids[0].line.setting = paragraphSetting
	}
	return n, count
}

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
