package kinds

import (
	"image/color"
	"strconv"
	"strings"

	"github.com/boombuler/barcode/qr"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// quiet is the empty border that a QR code needs, in modules (ISO/IEC 18004, 6.3.8).
const quiet = 4

// smallest is the least width of a module that phones read from paper, a third of a
// millimetre.
var smallest = page.MM(333)

// qr makes a QR code as vector shapes, with a caption below.
func (m *maker) qr(d *bulletins.Directive, at place) []layout.Block {
	text := strings.TrimSpace(d.Attrs.Get("text"))
	if text == "" {
		m.report(bulletins.Error, "qr-empty", d.Range)
		return nil
	}
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		m.report(bulletins.Error, "qr-too-long", attrRange(d, "text"), "count", strconv.Itoa(len(text)))
		return nil
	}
	modules := page.Length(code.Bounds().Dx() + 2*quiet)
	side, _ := m.width(d.Attrs.Get("size"))
	if side == 0 {
		side = page.MM(30_000)
	}
	if side/modules < smallest {
		m.report(bulletins.Warning, "qr-small", d.Range, "size", strconv.Itoa(int(modules+2)/3)+" mm")
	}
	path := &page.Path{Fill: page.Black}
	edge := func(i int) page.Length { return side.MulDiv(int64(i+quiet), int64(modules)) }
	dark := func(x, y int) bool { return color.GrayModel.Convert(code.At(x, y)).(color.Gray).Y < 128 }
	for y := range code.Bounds().Dy() {
		for x := 0; x < code.Bounds().Dx(); x++ {
			if !dark(x, y) {
				continue
			}
			from := x
			for x < code.Bounds().Dx() && dark(x, y) {
				x++
			}
			path.Segments = append(path.Segments, rectangle(edge(from), edge(y), edge(x), edge(y+1))...)
		}
	}
	caption := strings.TrimSpace(d.Attrs.Get("caption"))
	out := []layout.Block{&layout.Drawing{Style: m.qrStyle(caption != ""), Size: page.Size{W: side, H: side}, Items: []page.Item{path}, Alt: m.phrase("qr-alt", "text", text)}}
	if caption != "" {
		out = append(out, m.attribute(d, "caption", caption, m.styles.theme.Style("caption")))
	}
	return out
}

// qrStyle stands a code in the middle, with its caption.
func (m *maker) qrStyle(captioned bool) *themes.Style {
	style := m.styles.block("figure", "caption")
	name := "qr"
	if captioned {
		name = "qr captioned"
	}
	return m.styles.derive(name, style, func(own *themes.Style) {
		own.Align = themes.Center
		if own.KeepNext = captioned; captioned {
			own.After = 0
		}
	})
}

// rectangle is a closed path round a box.
func rectangle(left, top, right, bottom page.Length) []page.Segment {
	at := func(op page.SegmentOp, x, y page.Length) page.Segment {
		return page.Segment{Op: op, P: [3]page.Point{{X: x, Y: y}}}
	}
	return []page.Segment{at(page.MoveTo, left, top), at(page.LineTo, right, top), at(page.LineTo, right, bottom), at(page.LineTo, left, bottom), {Op: page.ClosePath}}
}
