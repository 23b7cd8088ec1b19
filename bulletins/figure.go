package bulletins

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// soleImage returns the image that is the only content of a paragraph.
func soleImage(n ast.Node, src string) *ast.Image {
	var image *ast.Image
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch v := child.(type) {
		case *ast.Image:
			if image != nil {
				return nil
			}
			image = v
		case *ast.Text:
			if strings.Trim(src[v.Segment.Start:v.Segment.Stop], " \t\u3000") != "" {
				return nil
			}
		case *ast.RawHTML:
			if !isComment(src, v) {
				return nil
			}
		default:
			return nil
		}
	}
	return image
}

func (c *converter) figure(n ast.Node, image *ast.Image) Block {
	f := &Figure{Range: c.rangeOf(n), URL: c.url(&image.Destination, image.Reference), Title: c.url(&image.Title, image.Reference)}
	f.Caption = c.spans(image)
	f.Alt = PlainText(f.Caption)
	if list, ok := c.ctx.attrs[image]; ok {
		f.Attrs = c.attributes(list)
		c.identify(f.Attrs)
	}
	return f
}
