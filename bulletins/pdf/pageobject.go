package pdf

import "slices"

// page adds to a page its boxes, its content and its annotations.
func (d *finisher) page(dict *dict, i int) {
	rec := d.w.pages[i]
	media, trim := rec.boxes.entries()
	dict.set("MediaBox", media)
	dict.set("CropBox", media)
	dict.set("BleedBox", media)
	dict.set("TrimBox", trim)
	dict.set("Contents", ref(d.skel.pages[i]+1))
	dict.set("Tabs", "/S")
	if rec.marked {
		dict.set("StructParents", itoa(i))
	}
	if len(rec.images) > 0 {
		dict.set("Resources", string(d.resources(rec.images)))
	}
	from, to := d.linked[i], d.linked[i+1]
	annots := make([]int, 0, to-from)
	for k := from; k < to; k++ {
		annots = append(annots, d.annots+k)
	}
	dict.set("Annots", "")
	if len(annots) > 0 {
		dict.set("Annots", string(refArray(annots)))
	}
}

// resources returns the resources of pages that show certain images: all fonts,
// which every page shares, and these images.
func (d *finisher) resources(images []int) []byte {
	b := []byte("<</Font<<")
	for i, n := range d.skel.fonts {
		b = append(appendRef(append(b, "/F"+itoa(i+1)+" "...), n), ' ')
	}
	b = append(b, ">>"...)
	if len(images) > 0 {
		b = append(b, "/XObject<<"...)
		for _, i := range slices.Sorted(slices.Values(images)) {
			b = append(appendRef(append(b, "/I"+itoa(i+1)+" "...), d.skel.images[i]), ' ')
		}
		b = append(b, ">>"...)
	}
	if d.w.opts.Color == PrintCMYK {
		b = append(b, overprintStates...)
	}
	if len(d.w.spots) > 0 {
		b = append(b, "/ColorSpace<<"...)
		for i, c := range d.w.spots {
			b = append(b, "/S"+itoa(i+1)+spotSpace(c)...)
		}
		b = append(b, ">>"...)
	}
	return append(b, ">>"...)
}

func refArray(numbers []int) []byte {
	b := []byte{'['}
	for i, n := range numbers {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendRef(b, n)
	}
	return append(b, ']')
}
