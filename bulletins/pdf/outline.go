package pdf

// openLevels is how many levels of bookmarks are unfolded at first.
const openLevels = 2

// bookmark is an entry of the outline with its places in the tree, as indexes; -1
// is none.
type bookmark struct {
	level                           int
	parent, prev, next, first, last int
	shown                           int // entries below that are visible when this one is unfolded
}

// bookmarks builds the tree from the levels. A level that jumps is one below the
// entry before.
func (d *finisher) bookmarks() (list []bookmark, first, last, shown int) {
	first, last = -1, -1
	open := []int{} // the entries above the current one
	for i, e := range d.book.Outline {
		level := max(1, min(e.Level, len(open)+1))
		open = open[:level-1]
		b := bookmark{level: level, parent: -1, prev: -1, next: -1, first: -1, last: -1}
		siblings := &last
		head := &first
		if level > 1 {
			b.parent = open[level-2]
			siblings, head = &list[b.parent].last, &list[b.parent].first
		}
		if *siblings >= 0 {
			b.prev = *siblings
			list[b.prev].next = i
		} else {
			*head = i
		}
		*siblings = i
		list = append(list, b)
		open = append(open, i)
	}
	for i := len(list) - 1; i >= 0; i-- {
		n := 1
		if list[i].level < openLevels {
			n += list[i].shown
		}
		if p := list[i].parent; p >= 0 {
			list[p].shown += n
		} else {
			shown += n
		}
	}
	return list, first, last, shown
}

// outlineRoot takes the place of gopdf's outline object.
func (d *finisher) outlineRoot() []byte {
	_, first, last, shown := d.bookmarks()
	if first < 0 {
		return []byte("<</Type/Outlines>>")
	}
	return []byte("<</Type/Outlines/Count " + itoa(shown) + "/First " + ref(d.outlines+first) + "/Last " + ref(d.outlines+last) + ">>")
}

func (d *finisher) writeOutline() {
	list, _, _, _ := d.bookmarks()
	for i, b := range list {
		e := d.book.Outline[i]
		out := appendText([]byte("<</Title"), e.Title)
		parent := 3
		if b.parent >= 0 {
			parent = d.outlines + b.parent
		}
		out = append(out, "/Parent "+ref(parent)...)
		for _, link := range []struct {
			key string
			to  int
		}{{"/Prev ", b.prev}, {"/Next ", b.next}, {"/First ", b.first}, {"/Last ", b.last}} {
			if link.to >= 0 {
				out = append(out, link.key+ref(d.outlines+link.to)...)
			}
		}
		if b.shown > 0 {
			sign := ""
			if b.level >= openLevels {
				sign = "-"
			}
			out = append(out, "/Count "+sign+itoa(b.shown)...)
		}
		if d.hasDest(e.Dest) {
			out = appendString(append(out, "/Dest"...), e.Dest)
		}
		if n := d.tree.element(e.Tag); n > 0 && d.tagged() {
			out = append(out, "/SE "+ref(n)...)
		}
		d.file.object(d.outlines+i, append(out, ">>"...))
	}
}
