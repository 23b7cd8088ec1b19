package bulletins

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// goldmark tells where most nodes start and which lines their text is on, but not
// where a block ends; that is worked out here.

// rangeOf returns the range of a block, relative to the top-level block.
func (c *converter) rangeOf(n ast.Node) Range {
	start, ok := c.startOf(n)
	if !ok {
		start = c.base
	}
	start = max(start, c.base)
	return Range{start, max(start, c.endOf(n))}.shifted(-c.base)
}

// startOf returns where a block starts in src.
func (c *converter) startOf(n ast.Node) (int, bool) {
	if at, ok := c.ctx.starts[n]; ok {
		return at, true
	}
	switch v := n.(type) {
	case *directiveNode:
		return v.start, true
	case *noteNode:
		return v.at.Start, true
	case *commentNode:
		return v.at.Start, true
	case *strayNode:
		return v.at.Start, true
	case *ast.Paragraph, *ast.TextBlock, *east.DefinitionTerm, *east.TableCell:
		if n.Lines().Len() > 0 {
			return n.Lines().At(0).Start, true
		}
	case *east.Table, *east.DefinitionList:
		if first := n.FirstChild(); first != nil {
			return c.startOf(first)
		}
	case *east.TableHeader, *east.TableRow:
		if at := n.Pos(); at >= 0 {
			return at + len(c.src[at:]) - len(strings.TrimLeft(c.src[at:], " \t")), true
		}
	case *ast.LinkReferenceDefinition:
		return 0, false
	}
	return n.Pos(), n.Pos() >= 0
}

// endOf returns where a block ends in src, without its line end.
func (c *converter) endOf(n ast.Node) int {
	if at, ok := c.ctx.ends[n]; ok {
		return c.trimmed(at)
	}
	end := 0
	if start, ok := c.startOf(n); ok {
		end = start
	}
	switch v := n.(type) {
	case *directiveNode:
		end = c.trimmed(v.end)
	case *noteNode:
		end = v.at.End
	case *commentNode:
		end = c.trimmed(v.at.End)
	case *ast.Heading:
		if lines := n.Lines(); lines.Len() > 0 {
			end = lines.At(lines.Len() - 1).Stop
		}
		end = c.lineEnd(end)
		if c.ctx.setext[n] && end < len(c.src) {
			end = c.lineEnd(end + 1)
		}
		return end
	case *ast.ThematicBreak, *ast.FencedCodeBlock, *ast.ListItem, *ast.Blockquote:
		end = c.lineEnd(end)
	case *east.TableHeader:
		end = c.lineEnd(end)
		if end < len(c.src) {
			end = c.lineEnd(end + 1) // the line of dashes
		}
	case *east.TableRow:
		end = c.lineEnd(end)
	}
	if lines := n.Lines(); n.Type() == ast.TypeBlock && lines.Len() > 0 {
		end = max(end, c.trimmed(lines.At(lines.Len()-1).Stop))
	}
	if n.Type() == ast.TypeBlock {
		// Cells and paragraphs hold text only; their lines say where they end.
		if last := n.LastChild(); last != nil && last.Type() == ast.TypeBlock {
			end = max(end, c.endOf(last))
		}
	}
	return end
}

// lineEnd returns the end of the line that a place is on.
func (c *converter) lineEnd(at int) int {
	if i := strings.IndexByte(c.src[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(c.src)
}

// lineOf returns the line that a place is on.
func (c *converter) lineOf(at int) Range {
	return Range{strings.LastIndexByte(c.src[:at], '\n') + 1, c.lineEnd(at)}
}

// trimmed returns the place without a line end before it.
func (c *converter) trimmed(at int) int {
	if at > 0 && at <= len(c.src) && c.src[at-1] == '\n' {
		return at - 1
	}
	return min(at, len(c.src))
}
