package layout

// A picture that does not fit where it stands in the text goes to the top of the next
// page, and the text after it fills the page. Pictures keep their order, and none
// stands after what ends the document.

// placeFloats puts the pictures that wait at the top of a page, as many as fit.
func (p *paginator) placeFloats(f *filling) {
	f.floats = p.floats[:len(p.floats):len(p.floats)]
	at := f.at
	for len(f.floats) > 0 {
		before, first := f.mark, f.floats[0]
		fits := true
		for i := range first.m.units {
			fits = p.put(f, &first.m.units[i], first) && fits
		}
		if !fits && before.units > 0 {
			f.mark = before
			break
		}
		f.floats = f.floats[1:]
	}
	f.at = at
	f.mark.floats = len(f.floats)
}

// wait puts a picture off to the next page.
func (p *paginator) wait(f *filling, in *placing) {
	f.floats = append(f.floats[:f.mark.floats], in)
	f.mark.floats++
	f.at = cursor{f.at.block + 1, 0}
}
