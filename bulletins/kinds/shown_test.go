package kinds_test

import (
	"fmt"
	"strings"

	"safety365/bulletins/page"
)

// shown lists what a page shows, without its tags.
func shown(p *page.Page) string {
	var b strings.Builder
	for _, it := range p.Items {
		switch it := it.(type) {
		case *page.GlyphRun:
			fmt.Fprintf(&b, "text %v %s %v %d %q", it.Origin, it.Face.Name(), it.Size, it.Source, it.Text)
			for _, g := range it.Glyphs {
				fmt.Fprintf(&b, " %d@%d,%d", g.ID, g.X, g.Y)
			}
		case *page.Path:
			fmt.Fprintf(&b, "path %v %v", it.Segments, it.Fill)
		case *page.Image:
			fmt.Fprintf(&b, "image %v", it.Rect)
		case *page.Link:
			fmt.Fprintf(&b, "link %v %s%s", it.Rect, it.URI, it.Dest)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
