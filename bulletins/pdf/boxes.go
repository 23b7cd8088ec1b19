package pdf

import "safety365/bulletins/page"

// maxSide is the longest side of a page in PDF 1.7: 200 inches.
const maxSide = 200 * page.Inch

// boxPlaces are the decimals of page boxes. Programs compare them exactly, so media
// and bleed are rounded outwards and the trim inwards.
const boxPlaces = 4

// pageBoxes are the boxes of a page, and how the display list's coordinates become
// the file's: x + left, top − y.
type pageBoxes struct {
	trim      page.Size
	bleed     page.Length // kept round the trim
	left, top page.Length
}

func newPageBoxes(p *page.Page, keepBleed bool) pageBoxes {
	b := pageBoxes{trim: p.Trim}
	if keepBleed {
		b.bleed = p.Bleed
	}
	b.left, b.top = b.bleed, b.bleed+p.Trim.H
	return b
}

func (b pageBoxes) entries() (media, trim string) {
	w, h := b.trim.W+2*b.bleed, b.trim.H+2*b.bleed
	m := appendFixed([]byte("[0 0 "), roundUp(w), boxPlaces)
	m = appendFixed(append(m, ' '), roundUp(h), boxPlaces)
	media = string(append(m, ']'))
	if b.bleed == 0 {
		return media, media
	}
	t := []byte("[")
	for i, v := range []int64{roundUp(b.bleed), roundUp(b.bleed), roundDown(b.bleed + b.trim.W), roundDown(b.bleed + b.trim.H)} {
		if i > 0 {
			t = append(t, ' ')
		}
		t = appendFixed(t, v, boxPlaces)
	}
	return media, string(append(t, ']'))
}

func roundDown(l page.Length) int64 { return int64(l) * pow10[boxPlaces] >> 16 }
func roundUp(l page.Length) int64   { return -(-int64(l) * pow10[boxPlaces] >> 16) }
