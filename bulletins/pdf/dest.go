package pdf

import (
	"maps"
	"slices"
)

// leafSize is how many names or numbers a leaf of a tree holds.
const leafSize = 64

// findDests lists the destinations whose page exists.
func (d *finisher) findDests() {
	for _, name := range slices.Sorted(maps.Keys(d.book.Dests)) {
		if p := d.book.Dests[name].Page; name != "" && p >= 0 && p < len(d.w.pages) {
			d.dests = append(d.dests, name)
		}
	}
}

func (d *finisher) hasDest(name string) bool {
	_, ok := slices.BinarySearch(d.dests, name)
	return ok
}

// keepLinks drops the links that lead nowhere and notes where each page's begin.
func (d *finisher) keepLinks() {
	d.linked = append(d.linked, 0)
	i := 0
	for _, p := range d.w.pages {
		for ; i < p.links; i++ {
			if l := d.w.links[i]; l.uri != "" || d.hasDest(l.dest) {
				d.links = append(d.links, l)
			}
		}
		d.linked = append(d.linked, len(d.links))
	}
}

func destLeaves(n int) int { return (n + leafSize - 1) / leafSize }

func (d *finisher) destKids() []byte {
	kids := make([]int, destLeaves(len(d.dests)))
	for i := range kids {
		kids[i] = d.names + i
	}
	return refArray(kids)
}

// writeDests writes the leaves of the name tree.
func (d *finisher) writeDests() {
	leaf := d.names
	for names := range slices.Chunk(d.dests, leafSize) {
		b := appendString([]byte("<</Limits["), names[0])
		b = append(appendString(b, names[len(names)-1]), "]/Names["...)
		for _, name := range names {
			dest := d.book.Dests[name]
			boxes := d.w.pages[dest.Page].boxes
			b = append(appendString(b, name), '[')
			b = appendRef(b, d.skel.pages[dest.Page])
			b = append(b, "/XYZ "...)
			b = appendNumbers(b, milli(boxes.left+dest.At.X), milli(boxes.top-dest.At.Y))
			b = append(b, "0]"...)
		}
		d.file.object(leaf, append(b, "]>>"...))
		leaf++
	}
}
