package bulletins

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var (
	kindDirected = ast.NewNodeKind("Directed")
	kindOpener   = ast.NewNodeKind("LabelOpener")
)

// directedNode is an inline directive, :name[text]{attributes}.
type directedNode struct {
	ast.BaseInline
	name string
	at   Range
	list attrList
}

func (*directedNode) Kind() ast.NodeKind              { return kindDirected }
func (n *directedNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// labelOpener stands for :name[ until its ] is found.
type labelOpener struct {
	ast.BaseInline
	name   string
	at     text.Segment
	bottom ast.Node // the last delimiter before it
}

func (*labelOpener) Kind() ast.NodeKind              { return kindOpener }
func (n *labelOpener) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// bracketParser reads links, images and inline directives. Links are goldmark's;
// what is added is to know, at a ], whether it belongs to a link or a directive,
// and the attributes after an image.
type bracketParser struct {
	links interface {
		parser.InlineParser
		parser.CloseBlocker
	}
}

func newBracketParser() bracketParser {
	var p bracketParser
	p.links = parser.NewLinkParser().(interface {
		parser.InlineParser
		parser.CloseBlocker
	})
	return p
}

func (bracketParser) Trigger() []byte { return []byte{'!', '[', ']', ':'} }

func (p bracketParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	c := pc.(*context)
	switch block.Peek() {
	case ':':
		return openLabel(block, c)
	case ']':
		return p.closeBracket(parent, block, c)
	}
	if len(c.brackets) >= maxBrackets {
		return nil
	}
	n := p.links.Parse(parent, block, pc)
	if n != nil {
		c.brackets = append(c.brackets, nil)
	}
	return n
}

// openLabel reads :name[.
func openLabel(block text.Reader, c *context) ast.Node {
	line, segment := block.PeekLine()
	n := 1
	for n < len(line) && isNameByte(line[n], n == 1) {
		n++
	}
	if n == 1 || n >= len(line) || line[n] != '[' || len(c.brackets) >= maxBrackets {
		return nil
	}
	opener := &labelOpener{name: string(line[1:n]), at: segment.WithStop(segment.Start + n + 1)}
	if last := c.LastDelimiter(); last != nil {
		opener.bottom = last
	}
	c.brackets = append(c.brackets, opener)
	block.Advance(n + 1)
	return opener
}

func isNameByte(c byte, first bool) bool {
	if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' {
		return true
	}
	return !first && ('0' <= c && c <= '9' || c == '-')
}

func (p bracketParser) closeBracket(parent ast.Node, block text.Reader, c *context) ast.Node {
	if len(c.brackets) == 0 {
		return nil
	}
	opener := c.brackets[len(c.brackets)-1]
	c.brackets = c.brackets[:len(c.brackets)-1]
	if opener != nil {
		return closeLabel(parent, opener, block, c)
	}
	if line, _ := block.PeekLine(); tooDeep(line[1:]) {
		return nil
	}
	n := p.links.Parse(parent, block, c)
	if n == nil {
		return nil
	}
	if _, ok := n.(*ast.Image); ok && block.Peek() == '{' {
		if list := takeAttrs(block); !list.open {
			c.attribute(n, list)
		}
	}
	_, at := block.Position()
	c.ended(n, at.Start)
	return n
}

// tooDeep says whether the address of a link would have more brackets in one another
// than it may (CommonMark 0.31, 6.3, lets a reader bound them): to look for their ends
// behind each of many links would take forever.
func tooDeep(s []byte) bool {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case ' ', '\n':
			return false
		case '(':
			if depth++; depth > maxDepthOfLink {
				return true
			}
		case ')':
			if depth--; depth <= 0 {
				return false
			}
		}
		if depth == 0 {
			return false
		}
	}
	return false
}

// closeLabel makes an inline directive of what follows its opener.
func closeLabel(parent ast.Node, opener *labelOpener, block text.Reader, c *context) ast.Node {
	block.Advance(1)
	parser.ProcessDelimiters(opener.bottom, c)
	n := &directedNode{name: opener.name}
	for child := opener.NextSibling(); child != nil; {
		next := child.NextSibling()
		parent.RemoveChild(parent, child)
		n.AppendChild(n, child)
		child = next
	}
	parent.RemoveChild(parent, opener)
	if line, _ := block.PeekLine(); opensAttrs(string(line[:min(len(line), len(wideOpen))])) {
		n.list = takeAttrs(block)
	}
	_, at := block.Position()
	n.at = Range{opener.at.Start, at.Start}
	n.SetPos(n.at.Start)
	c.ended(n, at.Start)
	return n
}

// takeAttrs reads attributes and advances past them, if they are closed.
func takeAttrs(block text.Reader) attrList {
	line, segment := block.PeekLine()
	line = line[:min(len(line), maxAttrs)]
	list := attrList{open: true, wide: bytes.HasPrefix(line, []byte(wideOpen))}
	if bytes.ContainsAny(line, "}"+wideClose) {
		list = readAttrs(string(line))
	}
	if list.open { // it stays text
		list.attrs, list.at.End = nil, len(strings.TrimRight(string(line), "\n"))
	} else {
		block.Advance(list.at.End)
	}
	return list.shifted(segment.Start)
}

// CloseBlock turns openers that were never closed back into text.
func (p bracketParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	c := pc.(*context)
	for _, opener := range c.brackets {
		if opener != nil {
			opener.Parent().ReplaceChild(opener.Parent(), opener, ast.NewTextSegment(opener.at))
		}
	}
	c.brackets, c.delimiters = c.brackets[:0], 0
	p.links.CloseBlock(parent, block, pc)
}
