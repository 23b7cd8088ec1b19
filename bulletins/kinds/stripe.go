package kinds

import (
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// placeStripe draws the slanted stripes of warning signs along the head of the first
// page, in a theme that has them: black on yellow, as GB 2894-2025 pairs them.
func placeStripe(a *article, flow *layout.Flow) {
	if !a.styles.theme.Has("warningstripe") {
		return
	}
	style, paper := a.styles.theme.Style("warningstripe"), a.styles.theme.Page
	h, bleed := style.Size, paper.Bleed
	band := page.Rect{X: -bleed, Y: -bleed, W: paper.Size.W + 2*bleed, H: h + bleed}
	bars := &page.Path{Fill: style.Color}
	point := func(op page.SegmentOp, x, y page.Length) page.Segment {
		return page.Segment{Op: op, P: [3]page.Point{{X: x, Y: y}}}
	}
	for x := band.X - band.H; x < band.X+band.W; x += 2 * h {
		bars.Segments = append(bars.Segments, point(page.MoveTo, x, band.Y+band.H), point(page.LineTo, x+band.H, band.Y),
			point(page.LineTo, x+band.H+h, band.Y), point(page.LineTo, x+h, band.Y+band.H), page.Segment{Op: page.ClosePath})
	}
	group := &page.Group{Clip: page.RectPath(band), Items: []page.Item{&page.Path{Segments: page.RectPath(band), Fill: style.Box.Fill}, bars}}
	flow.Fixed = append(flow.Fixed, &layout.Fixed{Page: 1, Artifact: true, Blocks: []layout.Block{
		&layout.Drawing{Size: page.Size{W: paper.Size.W, H: h}, Items: []page.Item{group}},
	}})
}
