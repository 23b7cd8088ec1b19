package pdf

import (
	"fmt"
	"strconv"

	"safety365/bulletins/page"
)

// structure is the tag tree on its way into the file. Nodes that stand only for a
// place (RoleContent) dissolve into the node above; nodes without content vanish.
type structure struct {
	d       *finisher
	nodes   []page.Tag
	owner   []page.TagID // the node itself, or the one that it dissolves into
	start   []int32      // marks[order[start[t]:start[t+1]]] are the content of node t
	order   []int32
	linkOf  map[page.TagID][]int // links by node
	kept    []bool
	reading []page.TagID // the kept elements in reading order
	number  []int        // object of a node's element, from 1, counted from the root; 0 is none
	wrapped map[int]int  // link → element made for it, because its node is no Link
	stray   []int        // links of no node
	notes   []page.TagID
}

// standardRoles are the structure types of ISO 32000-1, 14.8.4.
var standardRoles = func() map[page.Role]bool {
	m := map[page.Role]bool{}
	for _, r := range []page.Role{"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
		"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
		"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"} {
		m[r] = true
	}
	return m
}()

func newStructure(d *finisher) (*structure, error) {
	s := &structure{d: d, nodes: []page.Tag{{}, {Role: page.RoleDocument}}, linkOf: map[page.TagID][]int{}, wrapped: map[int]int{}}
	if t := d.book.Tags; t != nil && len(t.Nodes) > int(page.RootTag) {
		s.nodes = t.Nodes
	}
	if d.w.opts.Untagged {
		return s, nil
	}
	for _, m := range d.w.marks {
		if int(m.tag) >= len(s.nodes) {
			return nil, fmt.Errorf("page %d names tag %d, and the tree has %d", m.page+1, m.tag, len(s.nodes))
		}
	}
	s.findOwners()
	s.sortMarks()
	s.sortLinks()
	s.keep()
	s.count(page.RootTag)
	s.countLinks()
	for _, m := range d.w.marks {
		if s.number[s.owner[m.tag]] == 0 {
			return nil, fmt.Errorf("page %d names tag %d, which is no child of its parent", m.page+1, m.tag)
		}
	}
	return s, nil
}

// parent returns the parent of a node; a node that claims a later one belongs to
// the root, so that no tree is ever a ring.
func (s *structure) parent(t page.TagID) page.TagID {
	if p := s.nodes[t].Parent; p > 0 && p < t {
		return p
	}
	return page.RootTag
}

func (s *structure) findOwners() {
	s.owner = make([]page.TagID, len(s.nodes))
	for t := range s.nodes {
		id := page.TagID(t)
		switch {
		case id <= page.RootTag:
			s.owner[t] = id
		case s.nodes[t].Role == page.RoleContent:
			s.owner[t] = s.owner[s.parent(id)]
		default:
			s.owner[t] = id
		}
	}
}

// sortMarks orders the marked content by node, keeping the order of pages.
func (s *structure) sortMarks() {
	s.start = make([]int32, len(s.nodes)+2)
	for _, m := range s.d.w.marks {
		s.start[m.tag+2]++
	}
	for i := 2; i < len(s.start); i++ {
		s.start[i] += s.start[i-1]
	}
	s.order = make([]int32, len(s.d.w.marks))
	for i, m := range s.d.w.marks {
		s.order[s.start[m.tag+1]] = int32(i)
		s.start[m.tag+1]++
	}
}

func (s *structure) sortLinks() {
	for i, l := range s.d.links {
		if l.tag <= 0 || int(l.tag) >= len(s.nodes) {
			s.stray = append(s.stray, i)
			continue
		}
		s.linkOf[l.tag] = append(s.linkOf[l.tag], i)
	}
}

// keep decides which nodes have something to say. The empty cells of a table with
// content stay: they keep its columns in place.
func (s *structure) keep() {
	s.kept = make([]bool, len(s.nodes))
	for t := page.TagID(len(s.nodes) - 1); t >= page.RootTag; t-- {
		s.kept[t] = s.kept[t] || s.start[t] < s.start[t+1] || len(s.linkOf[t]) > 0
		if s.kept[t] && t > page.RootTag {
			s.kept[s.parent(t)] = true
		}
	}
	s.kept[page.RootTag] = true
	for t := page.RootTag + 1; int(t) < len(s.nodes); t++ {
		switch s.nodes[t].Role {
		case page.RoleTR, page.RoleTH, page.RoleTD:
			s.kept[t] = s.kept[t] || s.kept[s.parent(t)]
		}
	}
}

// count numbers the kept elements in reading order.
func (s *structure) count(t page.TagID) {
	if s.number == nil {
		s.number = make([]int, len(s.nodes))
	}
	if s.owner[t] == t {
		s.reading = append(s.reading, t)
		s.number[t] = len(s.reading)
		if s.nodes[t].Role == page.RoleNote {
			s.notes = append(s.notes, t)
		}
	}
	for _, c := range s.children(t) {
		s.count(c)
	}
}

// children returns the kept children of a node that are truly its own.
func (s *structure) children(t page.TagID) []page.TagID {
	all := s.nodes[t].Children
	for i, c := range all {
		if !s.isChild(t, c) {
			out := append([]page.TagID(nil), all[:i]...)
			for _, c := range all[i+1:] {
				if s.isChild(t, c) {
					out = append(out, c)
				}
			}
			return out
		}
	}
	return all
}

func (s *structure) isChild(t, c page.TagID) bool {
	return c > t && int(c) < len(s.nodes) && s.kept[c] && s.nodes[c].Parent == t
}

// countLinks numbers the Link elements that are made for links of other nodes.
func (s *structure) countLinks() {
	for i, l := range s.d.links {
		if l.tag <= 0 || int(l.tag) >= len(s.nodes) || s.nodes[s.owner[l.tag]].Role != page.RoleLink {
			s.wrapped[i] = len(s.reading) + len(s.wrapped) + 1
		}
	}
}

// objects returns how many objects the tree takes: its root, its elements and the
// leaves of its two tables.
func (s *structure) objects() int {
	return 1 + len(s.reading) + len(s.wrapped) + s.parentLeaves() + destLeaves(len(s.notes))
}

func (s *structure) parentLeaves() int {
	return (len(s.d.w.pages)+pagesPerLeaf-1)/pagesPerLeaf + (len(s.d.links)+leafSize-1)/leafSize
}

// element returns the object of the element that holds a node, or 0.
func (s *structure) element(t page.TagID) int {
	if t <= 0 || int(t) >= len(s.owner) || s.number[s.owner[t]] == 0 {
		return 0
	}
	return s.d.tags + s.number[s.owner[t]]
}

// linkElement returns the object of the Link element of a link.
func (s *structure) linkElement(i int) int {
	if n, ok := s.wrapped[i]; ok {
		return s.d.tags + n
	}
	return s.element(s.d.links[i].tag)
}

func noteID(n int) string { return "n" + strconv.Itoa(1_000_000 + n)[1:] }
