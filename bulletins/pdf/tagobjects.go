package pdf

import (
	"strconv"

	"safety365/bulletins/page"
)

// write writes the root, the elements in reading order and the tables.
func (s *structure) write() {
	d := s.d
	tables := d.tags + 1 + len(s.reading) + len(s.wrapped)
	notes := tables + s.parentLeaves()
	root := []byte("<</Type/StructTreeRoot/K")
	root = refTo(root, s.element(page.RootTag))
	root = append(root, "/ParentTree<</Kids"...)
	root = append(root, refArray(sequence(tables, s.parentLeaves()))...)
	root = append(root, ">>/ParentTreeNextKey "...)
	root = strconv.AppendInt(root, int64(len(d.w.pages)+len(d.links)), 10)
	if len(s.notes) > 0 {
		root = append(root, "/IDTree<</Kids"...)
		root = append(append(root, refArray(sequence(notes, destLeaves(len(s.notes))))...), ">>"...)
	}
	d.file.object(d.tags, append(root, ">>"...))

	var b []byte
	for i, t := range s.reading {
		b = s.appendElement(b[:0], t)
		d.file.object(d.tags+1+i, b)
	}
	for i := range d.links {
		if n, ok := s.wrapped[i]; ok {
			d.file.object(d.tags+n, s.wrapElement(i))
		}
	}
	s.writeParents(tables)
	s.writeNotes(notes)
}

func sequence(first, n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = first + i
	}
	return list
}

func refTo(b []byte, n int) []byte { return appendRef(append(b, ' '), n) }

// appendElement appends the structure element of a node.
func (s *structure) appendElement(b []byte, t page.TagID) []byte {
	node := &s.nodes[t]
	role := node.Role
	if !standardRoles[role] {
		role = "NonStruct"
	}
	b = append(append(b, "<</S/"...), role...)
	b = append(b, "/P"...)
	if t == page.RootTag {
		b = refTo(b, s.d.tags)
	} else {
		b = refTo(b, s.element(s.parent(t)))
	}
	if languageTag.MatchString(node.Lang) {
		b = append(append(append(b, "/Lang("...), node.Lang...), ')')
	}
	if node.Alt != "" {
		b = appendText(append(b, "/Alt"...), node.Alt)
	}
	if role == page.RoleNote {
		b = append(append(append(b, "/ID("...), noteID(s.number[t])...), ')')
	}
	b = s.appendAttributes(b, t)
	k := kids{s: s, home: -1}
	k.add(t)
	return append(k.append(b), ">>"...)
}

// appendAttributes appends what tables, lists and figures say about themselves.
func (s *structure) appendAttributes(b []byte, t page.TagID) []byte {
	node := &s.nodes[t]
	switch node.Role {
	case page.RoleTH, page.RoleTD:
		var a []byte
		if node.Role == page.RoleTH {
			scope := "Column"
			if node.Header == "Row" || node.Header == "Both" {
				scope = node.Header
			}
			a = append(append(a, "/Scope/"...), scope...)
		}
		if node.ColSpan > 1 {
			a = strconv.AppendInt(append(a, "/ColSpan "...), int64(node.ColSpan), 10)
		}
		if node.RowSpan > 1 {
			a = strconv.AppendInt(append(a, "/RowSpan "...), int64(node.RowSpan), 10)
		}
		if a != nil {
			b = append(append(append(b, "/A<</O/Table"...), a...), ">>"...)
		}
	case page.RoleL:
		kind := "Disc"
		if node.Ordered {
			kind = "Decimal"
		}
		b = append(append(append(b, "/A<</O/List/ListNumbering/"...), kind...), ">>"...)
	case page.RoleFigure:
		b = append(b, "/A<</O/Layout/Placement/Block/BBox"...)
		b = append(s.figureBox(t).append(b), ">>"...)
	}
	return b
}

// figureBox returns the rectangle of a figure: of what is drawn for it on its
// first page, or of that whole page.
func (s *structure) figureBox(t page.TagID) milliBox {
	found, ok := s.d.w.boxes[t]
	var join func(page.TagID)
	join = func(t page.TagID) {
		for _, c := range s.children(t) {
			if s.nodes[c].Role != page.RoleContent {
				continue
			}
			if f, has := s.d.w.boxes[c]; has && !ok {
				found, ok = f, true
			} else if has && f.page == found.page {
				found.box = found.box.union(f.box)
			}
			join(c)
		}
	}
	join(t)
	if !ok {
		b := s.d.w.pages[0].boxes
		return milliBox{0, 0, milli(b.trim.W + 2*b.bleed), milli(b.trim.H + 2*b.bleed)}
	}
	return found.box
}

// wrapElement returns the Link element made for a link of another node.
func (s *structure) wrapElement(i int) []byte {
	l := s.d.links[i]
	parent := s.element(l.tag)
	if parent == 0 {
		parent = s.element(page.RootTag)
	}
	b := refTo([]byte("<</S/Link/P"), parent)
	return append(append(b, "/K"+s.objr(i)...), ">>"...)
}

func (s *structure) objr(i int) string {
	return "<</Type/OBJR/Pg " + ref(s.d.skel.pages[s.d.links[i].page]) + "/Obj " + ref(s.d.annots+i) + ">>"
}
