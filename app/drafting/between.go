package drafting

import (
	"slices"
	"strings"

	"safety365/bulletins"
)

// frame says what the edges of a container are like.
type frame struct {
	open   bool // a paragraph may begin on its first line
	ends   bool // and stand on its last
	parted bool // a blank line must stand before the first
	text   bool // it is the text itself
	sealed bool // the front matter has no line end
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
