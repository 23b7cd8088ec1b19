package pdf

import "safety365/bulletins/page"

// link is a place to click on a page.
type link struct {
	tag       page.TagID
	page      int
	quad      quad
	uri, dest string
	text      string
}

// link notes a link. Print files have none: PDF/X does not allow them.
func (e *encoder) link(l *page.Link) {
	if l.URI == "" && l.Dest == "" || e.w.opts.Color == PrintCMYK {
		return
	}
	e.w.links = append(e.w.links, link{l.Tag, len(e.w.pages), e.quad(l.Rect), l.URI, l.Dest, l.Text})
}

// annotation returns the annotation of link i.
func (d *finisher) annotation(i int) []byte {
	l := d.links[i]
	b := []byte("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect")
	b = l.quad.bounds().append(b)
	if !l.quad.upright() {
		b = append(b, "/QuadPoints["...)
		for _, p := range l.quad {
			b = appendNumbers(b, p.x, p.y)
		}
		b = append(b, ']')
	}
	text := l.text
	if text == "" {
		text = l.uri + l.dest
	}
	b = appendText(append(b, "/Contents"...), text)
	if d.tagged() {
		b = append(b, "/StructParent "...)
		b = append(b, itoa(len(d.w.pages)+i)...)
	}
	if l.uri != "" {
		b = append(b, "/A<</S/URI/URI"...)
		b = append(appendString(b, asciiURI(l.uri)), ">>"...)
	} else {
		b = appendString(append(b, "/Dest"...), l.dest)
	}
	return append(b, ">>"...)
}

// asciiURI escapes what a URI must not hold.
func asciiURI(s string) string {
	var b []byte
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F {
			b = append(b, '%', hexDigits[c>>4], hexDigits[c&15])
		} else {
			b = append(b, c)
		}
	}
	return string(b)
}
