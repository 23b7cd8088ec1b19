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
