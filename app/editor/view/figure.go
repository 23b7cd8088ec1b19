package view

import (
	"path"
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// maxPicture is the height of a picture as shown.
const maxPicture = 220 * page.Pt

// figure sets a picture with its caption, which is written under it.
func (b *builder) figure(n *bulletins.Figure) {
	open := n.Start + len("![")
	end := b.captionEnd(n, open)
	if end < open {
		b.bad = true
		return
	}
	b.leave(b.em(60))
	y := b.begin()
	size := b.pictureSize(n)
	r := page.Rect{X: b.x + (b.w-size.W)/2, Y: y, W: size.W, H: size.H}
	if b.v.pictureOf(n.URL) == nil {
		b.missing(n.URL, r)
	} else {
		b.col.images = append(b.col.images, picture{n.URL, r, n.Range})
	}
	b.col.parts = append(b.col.parts, part{Picture, n.Range, r})
	b.y += size.H
	b.at = open
	s := b.body.scaled(88).in(quietInk)
	p := b.paragraph(open)
	p.size, p.leading, p.style, p.align = s.size, b.leading(s.size), b.v.styleOf(s), centred
	b.inline(&p, n.Caption, s, 0, s, end)
	b.at = max(b.at, n.End)
	b.leave(b.em(15))
	b.set(&p)
	b.leave(b.em(60))
}

// captionEnd returns where the bracket stands that closes a caption, or -1.
func (b *builder) captionEnd(n *bulletins.Figure, from int) int {
	if from > len(b.src) || !strings.HasPrefix(b.src[n.Start:], "![") {
		return -1
	}
	if len(n.Caption) > 0 {
		from = max(from, n.Caption[len(n.Caption)-1].End)
	}
	i := strings.IndexByte(b.src[min(from, n.End):n.End], ']')
	if i < 0 {
		return -1
	}
	return from + i
}

// missing draws the place of a picture that is not there.
func (b *builder) missing(url string, r page.Rect) {
	b.col.shapes = append(b.col.shapes, shape{kind: roundBox, rect: r, fill: codeInk, edge: ruleInk})
	s := b.body.scaled(85).in(quietInk)
	words, w := b.v.words(path.Base(strings.ReplaceAll(url, `\`, "/")), s, r.W-b.em(200))
	b.col.labels = append(b.col.labels, label{words, r.X + (r.W-w)/2, r.Y + r.H/2 + s.size.MulDiv(37, 100)})
}

// pictureSize returns how large a picture is shown: never larger than it is.
func (b *builder) pictureSize(n *bulletins.Figure) page.Size {
	most := b.w
	if width, ok := strings.CutSuffix(n.Attrs.Get("width"), "%"); ok {
		if percent, err := strconv.Atoi(width); err == nil && percent >= 5 && percent <= 100 {
			most = b.w.MulDiv(int64(percent), 100)
		}
	}
	source := b.v.pictureOf(n.URL)
	if source == nil || source.Width <= 0 || source.Height <= 0 {
		return page.Size{W: min(b.w, b.em(2000)), H: b.em(600)}
	}
	w, h := int64(source.Width), int64(source.Height)
	size := page.Size{W: page.Length(w) * page.Pt, H: page.Length(h) * page.Pt}
	if size.W > most {
		size = page.Size{W: most, H: most.MulDiv(h, w)}
	}
	if size.H > maxPicture {
		size = page.Size{W: maxPicture.MulDiv(w, h), H: maxPicture}
	}
	return page.Size{W: max(size.W, b.em(100)), H: max(size.H, b.em(100))}
}

// pictureOf returns a picture, or nil.
func (v *View) pictureOf(url string) *page.ImageSource {
	if v.state.Pictures == nil {
		return nil
	}
	return v.state.Pictures(url)
}
