package pdf

import "strconv"

// pagesPerLeaf is how many pages share a leaf of the parent tree.
const pagesPerLeaf = 16

// writeParents writes the table from a page's marked content, and from a link, to
// the element that holds it.
func (s *structure) writeParents(leaf int) {
	d := s.d
	mark := 0
	for first := 0; first < len(d.w.pages); first += pagesPerLeaf {
		last := min(first+pagesPerLeaf, len(d.w.pages)) - 1
		b := limits(first, last)
		for i := first; i <= last; i++ {
			if !d.w.pages[i].marked {
				continue
			}
			b = append(strconv.AppendInt(b, int64(i), 10), '[')
			for ; mark < len(d.w.marks) && int(d.w.marks[mark].page) == i; mark++ {
				b = append(appendRef(b, s.element(d.w.marks[mark].tag)), ' ')
			}
			b = append(b, ']')
		}
		d.file.object(leaf, append(b, "]>>"...))
		leaf++
	}
	for first := 0; first < len(d.links); first += leafSize {
		last := min(first+leafSize, len(d.links)) - 1
		b := limits(len(d.w.pages)+first, len(d.w.pages)+last)
		for i := first; i <= last; i++ {
			b = append(strconv.AppendInt(b, int64(len(d.w.pages)+i), 10), ' ')
			b = append(appendRef(b, s.linkElement(i)), ' ')
		}
		d.file.object(leaf, append(b, "]>>"...))
		leaf++
	}
}

func limits(first, last int) []byte {
	return []byte("<</Limits[" + itoa(first) + " " + itoa(last) + "]/Nums[")
}

// writeNotes writes the table of the notes' identifiers.
func (s *structure) writeNotes(leaf int) {
	for first := 0; first < len(s.notes); first += leafSize {
		last := min(first+leafSize, len(s.notes)) - 1
		id := func(i int) string { return "(" + noteID(s.number[s.notes[i]]) + ")" }
		b := []byte("<</Limits[" + id(first) + id(last) + "]/Names[")
		for i := first; i <= last; i++ {
			b = append(append(b, id(i)...), ref(s.element(s.notes[i]))...)
		}
		s.d.file.object(leaf, append(b, "]>>"...))
		leaf++
	}
}
