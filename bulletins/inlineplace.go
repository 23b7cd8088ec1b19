package bulletins

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// segment returns where a text stands. Of a closing delimiter of which a part is
// left over, as in *a**, goldmark says that the first part is; it is the last.
func (c *converter) segment(n *ast.Text) (start, stop int) {
	start, stop = n.Segment.Start, n.Segment.Stop
	switch prev := n.PreviousSibling().(type) {
	case *ast.Emphasis, *east.Strikethrough:
		if end := c.inlineEnd(prev); end > start {
			return end, end + stop - start
		}
	}
	return start, stop
}

// inlineStart returns where an inline node starts in the source.
func inlineStart(n ast.Node) int {
	switch v := n.(type) {
	case *ast.Text:
		return v.Segment.Start
	case *ast.Emphasis:
		if first := n.FirstChild(); first != nil {
			return inlineStart(first) - v.Level
		}
	case *east.Strikethrough:
		if first := n.FirstChild(); first != nil {
			return inlineStart(first) - 2
		}
	case *noteRefNode:
		return v.at.Start
	case *directedNode:
		return v.at.Start
	case *ast.RawHTML:
		return v.Segments.At(0).Start
	}
	return n.Pos()
}

// inlineEnd returns where an inline node ends in the source.
func (c *converter) inlineEnd(n ast.Node) int {
	switch v := n.(type) {
	case *ast.Text:
		_, stop := c.segment(v)
		if v.HardLineBreak() || v.SoftLineBreak() {
			return min(c.lineEnd(stop)+1, len(c.src))
		}
		return stop
	case *ast.Emphasis:
		if last := n.LastChild(); last != nil {
			return c.inlineEnd(last) + v.Level
		}
	case *east.Strikethrough:
		if last := n.LastChild(); last != nil {
			return c.inlineEnd(last) + 2
		}
	case *noteRefNode:
		return v.at.End
	}
	if end, ok := c.ctx.ends[n]; ok {
		return end
	}
	return inlineStart(n)
}
